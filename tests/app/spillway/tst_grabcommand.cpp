// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 90'000;

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QByteArray said() const { return out + err; }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// An hour of the traffic that the overview shows first.
QByteArray history()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch() / 15 * 15;
    QByteArray text = "# TYPE http_requests counter\n";
    for (qint64 time = now - 3600; time <= now; time += 15) {
        text += "http_requests_total{job=\"rag-worker\",code=\"200\"} " +
                QByteArray::number(time - now + 3600) + ' ' + QByteArray::number(time) + '\n';
    }
    return text + "# EOF\n";
}

} // namespace

/// `spillway --grab` as a pipeline runs it: a process without a display.
class TestGrabCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServerProcess> m_server;
    QTemporaryDir m_folder;

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString{};
    }
    [[nodiscard]] QString workspace(const QUrl &url) const
    {
        return write(u"here.yaml"_s, "apiVersion: spillway.dev/v1\nkind: Workspace\nname: here\n"
                                     "prometheus: {url: \"" +
                                         url.toEncoded() + "\", timeout: 60s}\n");
    }
    [[nodiscard]] QString picture() const { return m_folder.filePath(u"out.png"_s); }

    [[nodiscard]] Run grab(const QString &workspaceFile, const QStringList &more = {},
                           const QString &to = {}) const
    {
        return spillway(QStringList{u"--workspace"_s, workspaceFile, u"--grab"_s,
                                    to.isEmpty() ? picture() : to} +
                        more);
    }
    /// Runs it while our own servers go on answering.
    [[nodiscard]] static Run spillway(const QStringList &arguments, int limit = longest)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
            environment.remove(QString::fromLatin1(name));
        }
        process.setProcessEnvironment(environment);
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillway"_s, arguments);
        if (!finished.wait(limit)) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto server = ServerProcess::start(ServerProcess::Kind::Prometheus, history());
        QVERIFY_RESULT(server);
        m_server = std::move(server).value();
    }

    void savesThePictureAndSaysWhatIsOnIt()
    {
        const Run run = grab(workspace(m_server->url()),
                             {u"--page"_s, u"overview"_s, u"--size"_s, u"1300x900"_s});
        QVERIFY2(run.exitCode == 0, run.said().constData());
        const QJsonObject json = run.json();
        QCOMPARE(json[u"page"_s].toString(), u"overview"_s);
        QCOMPARE(json[u"settled"_s].toBool(), true);
        QCOMPARE(json[u"failed"_s].toInt(-1), 0);
        const QJsonArray panels = json[u"panels"_s].toArray();
        QVERIFY(panels.size() > 5);
        for (const QJsonValue &panel : panels) {
            QVERIFY(panel[u"state"_s].toString() != "refreshing"_L1);
            QVERIFY(!panel[u"title"_s].toString().isEmpty());
            // Nothing is empty without a reason.
            QVERIFY(panel[u"state"_s].toString() != "empty"_L1 ||
                    !panel[u"reason"_s].toString().isEmpty());
        }
        QVERIFY(json[u"states"_s][u"live"_s].toInt() > 0);
        QVERIFY(json[u"samples"_s].toInt() > 100);
        QCOMPARE(QImage(picture()).size(), QSize(1300, 900));
    }

    /// Without a display the demo shows each of its pages and ends.
    void theDemoWithoutADisplay()
    {
        const Run run = spillway({u"--demo"_s, u"--size"_s, u"1000x700"_s}, 6 * longest);
        QVERIFY2(run.exitCode == 0, run.said().constData());
        const QJsonArray pages = run.json()[u"pages"_s].toArray();
        QStringList names;
        for (const QJsonValue &page : pages) {
            names << page[u"page"_s].toString();
            QVERIFY2(page[u"settled"_s].toBool() && page[u"failed"_s].toInt(-1) == 0,
                     qPrintable(names.last()));
            const QString file = page[u"file"_s].toString();
            QCOMPARE(QImage(file).size(), QSize(1000, 700));
            QVERIFY(QFile::remove(file));
        }
        for (const QString &page :
             {u"overview"_s, u"cluster"_s, u"cost"_s, u"policy"_s, u"component-rag-worker"_s}) {
            QVERIFY2(names.contains(page), qPrintable(names.join(u' ')));
        }
    }

    void themeAndLanguageAreTaken()
    {
        const QString file = workspace(m_server->url());
        const QStringList page{u"--page"_s, u"overview"_s, u"--size"_s, u"1000x700"_s};
        const Run light = grab(file, page + QStringList{u"--theme"_s, u"light"_s});
        QCOMPARE(light.exitCode, 0);
        const QColor lightGround = QImage(picture()).pixelColor(2, 2);
        const Run dark =
            grab(file, page + QStringList{u"--theme"_s, u"dark"_s, u"--lang"_s, u"zh_CN"_s});
        QCOMPARE(dark.exitCode, 0);
        QVERIFY(QImage(picture()).pixelColor(2, 2).lightness() + 60 < lightGround.lightness());
        const auto firstTitle = [](const Run &run) {
            return run.json()[u"panels"_s][0][u"title"_s].toString();
        };
        QVERIFY(firstTitle(light) != firstTitle(dark));
    }

    void aFailedPanelIsAFailure()
    {
        // Everything is answered but the queries.
        FaultServer server([](QTcpSocket &socket, const QByteArray &request) {
            const QByteArray json = "Content-Type: application/json\r\n";
            if (request.startsWith("POST /api/v1/query")) {
                socket.write(FaultServer::response(
                    "422 Unprocessable Entity",
                    R"({"status":"error","errorType":"execution","error":"too many samples"})",
                    json));
            } else if (request.contains("buildinfo")) {
                socket.write(FaultServer::response(
                    "200 OK", R"({"status":"success","data":{"version":"2.42.0"}})", json));
            } else {
                socket.write(
                    FaultServer::response("200 OK", R"({"status":"success","data":[]})", json));
            }
        });
        const Run run = grab(workspace(server.url(QString())), {u"--page"_s, u"overview"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.json()[u"failed"_s].toInt() > 0);
        QVERIFY(run.out.contains("too many samples"));
        QVERIFY(!QImage(picture()).isNull());
    }

    void nobodyThereIsAFailure()
    {
        const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(freeLoopbackPort()));
        const Run run = grab(workspace(nobody), {u"--page"_s, u"cost"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.json()[u"failed"_s].toInt() > 0, run.out.constData());
    }

    void brokenFilesAreSaidWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("not YAML") << QByteArray("apiVersion: [\n") << QByteArray("here.yaml");
        QTest::newRow("no address")
            << QByteArray("apiVersion: spillway.dev/v1\nkind: Workspace\nname: x\n"
                          "prometheus: {url: 'ftp://h'}\n")
            << QByteArray("here.yaml:4");
    }

    void brokenFilesAreSaidWithTheirPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, place);
        const QString file = write(u"here.yaml"_s, text);
        const Run run = grab(file);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.said().contains(place), run.said().constData());
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void thereIsNoSuchPage()
    {
        const Run run = grab(workspace(m_server->url()), {u"--page"_s, u"nowhere"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.out.contains("no such page"));
        QVERIFY(run.out.contains("\"overview\"") && run.out.contains("\"cost\"")); // there are
    }

    void aPictureThatCannotBeWritten()
    {
        const Run run = grab(workspace(m_server->url()), {u"--page"_s, u"connection"_s},
                             u"/proc/none/out.png"_s);
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.out.contains("cannot be written"));
    }
};

QTEST_GUILESS_MAIN(TestGrabCommand)
#include "tst_grabcommand.moc"
