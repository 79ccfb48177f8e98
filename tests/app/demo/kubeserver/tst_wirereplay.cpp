// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/kubeapiserver.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

const QString wire = QStringLiteral(SPILLWAY_TEST_DATA "/wire/");

/// A difference that is known: the recorded exchange, whether it always shows, and why it may be.
struct Accepted
{
    bool always = true;
    QString reason;
};

QMap<QString, Accepted> acceptedDifferences(const QString &session)
{
    QMap<QString, Accepted> accepted;
    QFile file(wire + u"accepted.tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return accepted;
    }
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (!line.startsWith(u'#') && cells.value(0) == session) {
            accepted.insert(cells.value(1), {cells.value(2) == "always"_L1, cells.value(3)});
        }
    }
    return accepted;
}

/// Names of the exchanges that differ, with what replay.py says of them.
QMap<QString, QString> differences(const QString &output)
{
    static const QRegularExpression head(u"^(DIFF|FAIL) (\\S+)"_s);
    QMap<QString, QString> found;
    QString name;
    for (const QString &line : output.split(u'\n')) {
        const QRegularExpressionMatch match = head.match(line);
        if (match.hasMatch()) {
            name = match.captured(2);
            found.insert(name, line);
        } else if (line.startsWith(u' ') && !name.isEmpty()) {
            found[name] += u'\n' + line;
        }
    }
    return found;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// Sends what was recorded with Kubernetes 1.36.2 to our server and compares the answers.
/// Differences that are not in tests/data/wire/accepted.tsv fail, and so do listed ones that no
/// longer differ.
class TestWireReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replays_data();
    void replays();
    void theListIsWellFormed();

private:
    static QString run(const KubeApiServer &server, const QStringList &arguments);
};

void TestWireReplay::replays_data()
{
    QTest::addColumn<QString>("session");
    QTest::addColumn<QStringList>("extra");
    QTest::addColumn<int>("least");
    QTest::newRow("session 1") << u"1"_s << QStringList{u"--watch"_s} << 820;
    QTest::newRow("session 2") << u"2"_s << QStringList() << 23;
}

QString TestWireReplay::run(const KubeApiServer &server, const QStringList &arguments)
{
    const QTemporaryDir folder;
    const QString ca = folder.filePath(u"ca.crt"_s);
    const QString certificate = folder.filePath(u"admin.crt"_s);
    const QString key = folder.filePath(u"admin.key"_s);
    if (!write(ca, server.authority()) ||
        !write(certificate, server.adminCertificate().certificate) ||
        !write(key, server.adminCertificate().key)) {
        return u"FAIL files"_s;
    }
    QProcess replay;
    replay.setProcessChannelMode(QProcess::MergedChannels);
    replay.start(u"python3"_s,
                 QStringList{wire + u"replay.py"_s, u"--url"_s, server.url(), u"--ca"_s, ca,
                             u"--cert"_s, certificate, u"--key"_s, key, u"--token"_s,
                             u"oncall="_s + QString::fromLatin1(server.token(u"oncall"_s)),
                             u"--token"_s,
                             u"viewer="_s + QString::fromLatin1(server.token(u"viewer"_s))} +
                     arguments);
    constexpr int limit = 900'000;
    if (!replay.waitForFinished(limit)) {
        replay.kill();
        replay.waitForFinished();
        return u"FAIL replay did not end"_s;
    }
    return QString::fromUtf8(replay.readAll());
}

void TestWireReplay::replays()
{
    QFETCH(QString, session);
    QFETCH(QStringList, extra);
    QFETCH(int, least);
    KubeApiServer::Options options;
    options.users = {{u"oncall"_s, u"1001"_s, {u"ops"_s}, {}},
                     {u"viewer"_s, {}, {u"viewers"_s}, {}}};
    options.controllers = false; // the recorded server had none either
    const auto server = KubeApiServer::start(options);
    QVERIFY_RESULT(server);
    if (session == "2"_L1) {
        run(**server, {u"--only"_s, u"setup"_s}); // recorded in session 1
    }
    const QString output = run(**server, QStringList{u"--session"_s, session} + extra);
    static const QRegularExpression summary(u"(\\d+) sent, (\\d+) different, (\\d+) left out"_s);
    const QRegularExpressionMatch counts = summary.match(output);
    QVERIFY2(counts.hasMatch(), qPrintable(output.right(2000)));
    QVERIFY2(counts.captured(1).toInt() >= least, qPrintable(counts.captured()));
    qInfo("%s", qPrintable(counts.captured()));

    const QMap<QString, Accepted> accepted = acceptedDifferences(session);
    const QMap<QString, QString> found = differences(output);
    QStringList problems;
    for (auto each = found.begin(); each != found.end(); ++each) {
        if (!accepted.contains(each.key())) {
            problems.append(u"not accepted: "_s + each.value());
        }
    }
    for (auto each = accepted.begin(); each != accepted.end(); ++each) {
        if (each->always && !found.contains(each.key())) {
            problems.append(u"listed, but the same: "_s + each.key());
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
}

void TestWireReplay::theListIsWellFormed()
{
    for (const QString &session : {u"1"_s, u"2"_s}) {
        const QMap<QString, Accepted> accepted = acceptedDifferences(session);
        for (auto each = accepted.begin(); each != accepted.end(); ++each) {
            QVERIFY2(each->reason.size() > 10, qPrintable(each.key()));
        }
    }
}

QTEST_GUILESS_MAIN(TestWireReplay)
#include "tst_wirereplay.moc"
