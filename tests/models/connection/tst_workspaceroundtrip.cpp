// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace spillway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Texts that a YAML writer likes to get wrong.
const QStringList &nastyTexts()
{
    static const QStringList texts{
        u"plain"_s,       u"two words"_s, u"true"_s,       u"null"_s,       u"~"_s,
        u"0x1F"_s,        u"1e3"_s,       u"12:30:45"_s,   u"- dash"_s,     u"# hash"_s,
        u"a # b"_s,       u"a: b"_s,      u"'quoted'"_s,   u"\"double\""_s, u"back\\slash"_s,
        u"{brace}"_s,     u"[list]"_s,    u"*star"_s,      u"&anchor"_s,    u"!tag"_s,
        u"%directive"_s,  u"@at"_s,       u"`tick`"_s,     u"---"_s,        u"..."_s,
        u"客服系统"_s,    u"π ≈ 3"_s,     u"emoji 🚰"_s,    u" leading"_s,   u"trailing "_s,
        u"line\nbreak"_s, u"tab\tstop"_s, u"2026-11-23"_s, u"<<"_s,         u"=cmd|'/C'!A0"_s,
        u"no"_s,          u"on"_s,        u"1_000"_s,      u"?question"_s,  u"| pipe"_s};
    return texts;
}

class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {}

    Workspace workspace()
    {
        Workspace made;
        made.id = u"one"_s;
        made.name = text();
        made.kube = {maybe(text()), maybe(text()), maybe(text()), plugins()};
        made.prometheus = prometheus(made.kube.isNamed() && coin());
        for (int i = 0; i < m_random.bounded(3); ++i) {
            made.namespaces << text();
        }
        made.components = components();
        for (int i = 0; i < m_random.bounded(4); ++i) {
            made.metrics.insert(u"logical%1 "_s.arg(i) + text(), text());
        }
        made.prices.currency = u"EUR"_s;
        made.prices.cpuCoreHour = amount();
        made.prices.memoryGibHour = amount();
        made.prices.table = maybe(text());
        made.budget = {amount(), amount()};
        made.timezone = maybe(u"Asia/Shanghai"_s);
        made.isProtected = coin();
        return made;
    }

private:
    bool coin() { return m_random.bounded(2) == 0; }
    QString text()
    {
        return nastyTexts().at(m_random.bounded(static_cast<int>(nastyTexts().size())));
    }
    QString maybe(const QString &text) { return coin() ? text : QString{}; }
    QStringList plugins()
    {
        const QList<QStringList> plugins{
            {}, {u"all"_s}, {u"none"_s}, {u"aws"_s, u"/opt/my tools/login"_s}, {u"yes"_s}};
        return plugins.at(m_random.bounded(static_cast<int>(plugins.size())));
    }
    std::optional<double> amount()
    {
        return coin() ? std::optional{m_random.generateDouble() * 1000} : std::nullopt;
    }
    WorkspacePrometheus prometheus(bool behindTheCluster)
    {
        WorkspacePrometheus made;
        made.timeout = std::chrono::milliseconds{1 + m_random.bounded(10'000'000)};
        if (coin()) {
            made.headers.insert(u"X-Scope-OrgID"_s, u"team a: \"b\""_s);
        }
        if (behindTheCluster) {
            made.service = u"monitoring/https:prometheus:web"_s;
            return made;
        }
        made.url =
            QUrl(coin() ? u"https://metrics.example:9090/prefix"_s : u"http://127.0.0.1:1"_s);
        made.auth = auth();
        made.ca = maybe(text());
        made.proxy = maybe(coin() ? u"none"_s : u"socks5://proxy:1080"_s);
        return made;
    }
    WorkspaceAuth auth()
    {
        WorkspaceAuth made;
        made.kind = static_cast<AuthKind>(m_random.bounded(5));
        const QList<SecretRef> secrets{{SecretRef::Kind::Keychain, {}},
                                       {SecretRef::Kind::Environment, u"SPILLWAY_TOKEN"_s},
                                       {SecretRef::Kind::File, u"/run/secrets/a b"_s}};
        switch (made.kind) {
        case AuthKind::None:
            break;
        case AuthKind::Basic:
            made.user = text();
            made.secret = secrets.at(m_random.bounded(3));
            break;
        case AuthKind::Bearer:
            made.secret = secrets.at(m_random.bounded(3));
            break;
        case AuthKind::TokenFile:
            made.tokenFile = text();
            break;
        case AuthKind::ClientCertificate:
            made.certificate = text();
            made.key = text();
            break;
        }
        return made;
    }
    std::vector<WorkspaceComponent> components()
    {
        std::vector<WorkspaceComponent> made;
        for (int i = 0; i < m_random.bounded(4); ++i) {
            WorkspaceComponent one;
            one.name = text() + QString::number(i);
            one.title = maybe(text());
            one.kind = coin() ? u"StatefulSet"_s : u"Deployment"_s;
            one.workload = coin() ? text() : one.name;
            one.jobs = coin() ? QStringList{text(), text()} : QStringList{one.name};
            one.ns = maybe(text());
            made.push_back(one);
        }
        return made;
    }

    QRandomGenerator m_random;
};

QString problems(const WorkspaceReading &reading)
{
    QString all;
    for (const Error &error : reading.errors) {
        all += error.sentence() + u'\n';
    }
    return all;
}

constexpr const char *commented = "# Production of the shop.\n"
                                  "apiVersion: spillway.dev/v1\n"
                                  "kind: Workspace\n"
                                  "name: Shop   # shown in the list\n"
                                  "\n"
                                  "# Read-only for us.\n"
                                  "prometheus:\n"
                                  "  url: http://prometheus:9090\n"
                                  "  # asked for by the platform team\n"
                                  "  headers:\n"
                                  "    X-Scope-OrgID: shop\n"
                                  "namespaces: [shop]\n"
                                  "\n"
                                  "# Only what we run.\n"
                                  "components:\n"
                                  "  - name: rag-worker\n"
                                  "    title: Retrieval\n"
                                  "budget:\n"
                                  "  month: 100\n"
                                  "# The end.\n";

} // namespace

class TestWorkspaceRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const Workspace made = Maker(seed).workspace();
            const QByteArray text = writeWorkspace(made);
            const WorkspaceReading reading = readWorkspace(text, u"/somewhere/one.yaml"_s);
            QVERIFY2(reading.errors.empty(), qPrintable(u"seed %1: %2\n%3"_s.arg(seed).arg(
                                                 problems(reading), QString::fromUtf8(text))));
            QVERIFY2(reading.workspace == made,
                     qPrintable(u"seed %1\n%2"_s.arg(seed).arg(QString::fromUtf8(text))));
            QCOMPARE(writeWorkspace(reading.workspace), text);
        }
    }

    void anyWorkspaceCanReplaceAnyOther()
    {
        for (quint32 seed = 0; seed < 80; ++seed) {
            const Workspace before = Maker(seed).workspace();
            const Workspace after = Maker(seed + 7000).workspace();
            const QByteArray text = writeWorkspace(after, writeWorkspace(before));
            const WorkspaceReading reading = readWorkspace(text, u"one.yaml"_s);
            QVERIFY2(reading.errors.empty() && reading.workspace == after,
                     qPrintable(u"seed %1: %2\n%3"_s.arg(seed).arg(problems(reading),
                                                                   QString::fromUtf8(text))));
        }
    }

    void nothingChangedNothingWritten()
    {
        const WorkspaceReading reading = readWorkspace(commented, u"one.yaml"_s);
        QVERIFY2(reading.errors.empty(), qPrintable(problems(reading)));
        QCOMPARE(writeWorkspace(reading.workspace, commented), QByteArray(commented));
    }

    void commentsOutliveChanges_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QByteArrayList>("gone");
        QTest::newRow("name") << u"name"_s << QByteArrayList{"# shown in the list"};
        QTest::newRow("budget") << u"budget"_s << QByteArrayList{};
        QTest::newRow("new section") << u"timezone"_s << QByteArrayList{};
        QTest::newRow("protected") << u"protected"_s << QByteArrayList{};
        QTest::newRow("address") << u"url"_s << QByteArrayList{"# asked for by the platform team"};
    }

    void commentsOutliveChanges()
    {
        QFETCH(const QString, change);
        QFETCH(const QByteArrayList, gone);
        Workspace value = readWorkspace(commented, u"one.yaml"_s).workspace;
        if (change == "name"_L1) {
            value.name = u"Shop 2"_s;
        } else if (change == "budget"_L1) {
            value.budget.month = 250;
        } else if (change == "timezone"_L1) {
            value.timezone = u"Europe/Berlin"_s;
        } else if (change == "protected"_L1) {
            value.isProtected = true;
        } else {
            value.prometheus.url = QUrl(u"http://other:9090"_s);
        }
        const QByteArray text = writeWorkspace(value, commented);
        for (const char *comment :
             {"# Production of the shop.", "# shown in the list", "# Read-only for us.",
              "# asked for by the platform team", "# Only what we run.", "# The end."}) {
            QVERIFY2(text.contains(comment) != gone.contains(comment), comment);
        }
        QVERIFY(readWorkspace(text, u"one.yaml"_s).workspace == value);
    }

    void strangeLayoutsLoseNoContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("root in braces")
            << QByteArray("{apiVersion: spillway.dev/v1, kind: Workspace, name: a, "
                          "prometheus: {url: 'http://x:1'}, timezone: Asia/Shanghai}\n");
        QTest::newRow("quoted keys")
            << QByteArray("\"apiVersion\": spillway.dev/v1\n'kind': Workspace\n\"name\": a\n"
                          "'prometheus': {url: 'http://x:1'}\n\"timezone\": Asia/Shanghai\n");
        QTest::newRow("windows line ends")
            << QByteArray("apiVersion: spillway.dev/v1\r\nkind: Workspace\r\nname: a\r\n"
                          "prometheus:\r\n  url: http://x:1\r\ntimezone: Asia/Shanghai\r\n");
        QTest::newRow("no line end at the end")
            << QByteArray("apiVersion: spillway.dev/v1\nkind: Workspace\n"
                          "prometheus: {url: 'http://x:1'}\ntimezone: Asia/Shanghai\nname: a");
        QTest::newRow("folded text")
            << QByteArray("apiVersion: spillway.dev/v1\nkind: Workspace\nname: >-\n  a\n"
                          "prometheus: {url: 'http://x:1'}\ntimezone: Asia/Shanghai\n");
        QTest::newRow("document marks")
            << QByteArray("---\napiVersion: spillway.dev/v1\nkind: Workspace\nname: a\n"
                          "prometheus: {url: 'http://x:1'}\ntimezone: Asia/Shanghai\n...\n");
    }

    void strangeLayoutsLoseNoContent()
    {
        QFETCH(const QByteArray, text);
        const WorkspaceReading reading = readWorkspace(text, u"one.yaml"_s);
        QVERIFY2(reading.errors.empty(), qPrintable(problems(reading)));
        QCOMPARE(reading.workspace.name, u"a"_s);
        Workspace value = reading.workspace;
        value.name = u"b: c"_s;
        value.budget.month = 12.5;
        const WorkspaceReading after = readWorkspace(writeWorkspace(value, text), u"one.yaml"_s);
        QVERIFY2(after.errors.empty(), qPrintable(problems(after)));
        QVERIFY(after.workspace == value);
    }

    void localeDoesNotMatter()
    {
        const QLocale before;
        for (const auto language : {QLocale::German, QLocale::Arabic, QLocale::Chinese}) {
            QLocale::setDefault(QLocale{language});
            Workspace value = workspaceForUrl(u"x"_s, QUrl(u"http://x:1"_s));
            value.id = u"x"_s;
            value.prices.cpuCoreHour = 1234.5678;
            value.budget.month = 1e7;
            const QByteArray text = writeWorkspace(value);
            QVERIFY2(text.contains("1234.5678"), text.constData());
            QCOMPARE(readWorkspace(text, u"x.yaml"_s).workspace, value);
        }
        QLocale::setDefault(before);
    }

    void secretsNeverReachTheFile()
    {
        Workspace value = workspaceForUrl(u"x"_s, QUrl(u"http://me:hunter2@x:1/p"_s));
        value.prometheus.url = QUrl(u"http://me:hunter2@x:1/p"_s);
        value.prometheus.proxy = u"http://me:hunter2@proxy:3128"_s;
        const QByteArray text = writeWorkspace(value);
        QVERIFY2(!text.contains("hunter2"), text.constData());
        QVERIFY(text.contains("http://x:1/p") && text.contains("proxy:3128"));
    }

    void badHeaders_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << QByteArray("X-Scope-OrgID: team a") << true;
        QTest::newRow("token characters") << QByteArray("\"x!#$%&'*+.^_`|~\": v") << true;
        QTest::newRow("empty value") << QByteArray("X-A: ''") << true;
        QTest::newRow("line feed in the value") << QByteArray("X-A: \"b\\nEvil: c\"") << false;
        QTest::newRow("return in the value") << QByteArray("X-A: \"b\\rEvil: c\"") << false;
        QTest::newRow("null in the value") << QByteArray("X-A: \"b\\0c\"") << false;
        QTest::newRow("return in the name") << QByteArray("\"X-A\\rEvil\": c") << false;
        QTest::newRow("line feed in the name") << QByteArray("\"X-A\\nEvil\": c") << false;
        QTest::newRow("colon in the name") << QByteArray("\"X-A: b\": c") << false;
        QTest::newRow("space in the name") << QByteArray("\"X A\": c") << false;
        QTest::newRow("empty name") << QByteArray("\"\": c") << false;
        QTest::newRow("not ascii") << QByteArray("\"X-é\": c") << false;
        QTest::newRow("credentials") << QByteArray("authorization: Bearer x") << false;
    }

    void badHeaders()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const bool, good);
        const QByteArray text = "apiVersion: spillway.dev/v1\nkind: Workspace\nname: a\n"
                                "prometheus:\n  url: http://x:1\n  headers:\n    " +
                                line + '\n';
        const WorkspaceReading reading = readWorkspace(text, u"one.yaml"_s);
        QCOMPARE(reading.errors.empty(), good);
        QCOMPARE(reading.workspace.prometheus.headers.size(), good ? 1 : 0);
        if (!good) {
            QCOMPARE(reading.errors.front().position->line, 7);
            // The name tells where it is; a value may be a secret.
            QVERIFY(line.contains("Evil\"") || !problems(reading).contains(u"Evil"_s));
            QVERIFY(!problems(reading).contains(u"Bearer"_s));
        }
    }

    void everyProblemHasAPlace()
    {
        const WorkspaceReading reading =
            readWorkspace("apiVersion: spillway.dev/v9\nkind: Workspac\nname: a\nprotected: maybe\n"
                          "timezone: Moon/Base\nprometheus:\n  url: ftp://x\n  timeout: -3s\n"
                          "  auth: {kind: magic, password: p}\n  proxy: gopher://x\n"
                          "components:\n  - {title: none}\n  - {name: a}\n  - {name: a}\n"
                          "prices: {currency: euro, cpuCoreHour: -1}\nbudgte: {month: 1}\n",
                          u"/etc/one.yaml"_s);
        QVERIFY(reading.errors.size() >= 12);
        QVERIFY(!reading.usable());
        QVERIFY(reading.workspace.isProtected);
        QList<int> lines;
        for (const Error &error : reading.errors) {
            QVERIFY2(error.position && error.position->line > 0 && error.position->column > 0,
                     qPrintable(error.sentence()));
            QVERIFY(error.where.contains(u"one.yaml"_s));
            lines << error.position->line;
        }
        for (const int line : {1, 2, 4, 5, 7, 8, 9, 10, 12, 14, 15, 16}) {
            QVERIFY2(lines.contains(line), qPrintable(u"nothing said of line %1"_s.arg(line)));
        }
        QVERIFY(problems(reading).contains(u"budget"_s));
    }

    void garbageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a list") << QByteArray("- a\n- b\n");
        QTest::newRow("a text") << QByteArray("hello\n");
        QTest::newRow("open bracket") << QByteArray("a: [1, 2\n");
        QTest::newRow("tab indent") << QByteArray("a:\n\tb: c\n");
        QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe\x7f"
                                              "ELF",
                                              8);
        QTest::newRow("alias bomb")
            << QByteArray("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
                          "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\n"
                          "e: [*d,*d,*d,*d,*d,*d,*d,*d]\n");
        QTest::newRow("deep") << QByteArray(5000, '[');
        QTest::newRow("too large") << QByteArray(3 * 1024 * 1024, 'a');
    }

    void garbageIsAnError()
    {
        QFETCH(const QByteArray, bytes);
        const WorkspaceReading reading = readWorkspace(bytes, u"one.yaml"_s);
        QVERIFY(!reading.errors.empty());
        QVERIFY(!reading.usable());
        QVERIFY(!reading.errors.front().sentence().isEmpty());
        QVERIFY(reading.errors.front().sentence().size() < 600);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceRoundTrip)
#include "tst_workspaceroundtrip.moc"
