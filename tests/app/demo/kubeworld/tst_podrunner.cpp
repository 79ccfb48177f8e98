// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/kubeapiserver.h"
#include "kubeworld/jobcontrollers.h"
#include "kubeworld/podrunner.h"
#include "smallcluster.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace spillway::demo;
using namespace spillway::demo::test;

namespace {

constexpr int longest = 60000;

QJsonObject jobThat(const QString &name, const QJsonArray &command, const QJsonArray &volumes = {},
                    const QJsonArray &mounts = {}, const QString &account = u"default"_s)
{
    const QJsonObject container{{u"name"_s, u"c"_s},
                                {u"image"_s, u"example/x:1"_s},
                                {u"command"_s, command},
                                {u"volumeMounts"_s, mounts}};
    const QJsonObject podSpec{{u"restartPolicy"_s, u"Never"_s},
                              {u"serviceAccountName"_s, account},
                              {u"volumes"_s, volumes},
                              {u"containers"_s, QJsonArray{container}}};
    return {{u"apiVersion"_s, u"batch/v1"_s},
            {u"kind"_s, u"Job"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"kotaemon"_s}}},
            {u"spec"_s, QJsonObject{{u"backoffLimit"_s, 0},
                                    {u"template"_s, QJsonObject{{u"spec"_s, podSpec}}}}}};
}

QJsonArray shell(const QString &script)
{
    return {u"sh"_s, u"-c"_s, script};
}

QJsonArray configVolume(const QString &map)
{
    return {QJsonObject{{u"name"_s, u"v"_s}, {u"configMap"_s, QJsonObject{{u"name"_s, map}}}}};
}

QJsonObject plain(const QString &kind, const QString &name, QJsonObject content = {})
{
    content.insert(u"apiVersion"_s, u"v1"_s);
    content.insert(u"kind"_s, kind);
    content.insert(u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"kotaemon"_s}});
    return content;
}

} // namespace

/// Jobs that really run: podrunner behind a real API server, with the real kubectl.
class TestPodRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pathsOfContainers_data();
    void pathsOfContainers();
    void commandsRun();
    void failuresAreTold();
    void whatCannotStart_data();
    void whatCannotStart();
    void configMapsAreFiles();
    void theClockIsTheDemos();
    void kubectlWorksAsTheAccount();
    void credentialsAreTheOwners();
    void nothingSurvives_data();
    void nothingSurvives();

private:
    /// One step of the demo's time; a process may need more than one.
    void step()
    {
        m_now += 5;
        m_world->step(m_now, {});
    }
    /// True once the Job has ended.
    bool ends(const QString &name)
    {
        step();
        return isFinishedJob(job(name));
    }
    [[nodiscard]] QJsonObject job(const QString &name) const
    {
        return m_client->get({u"batch"_s, u"jobs"_s, u"kotaemon"_s, name, {}}).document;
    }
    [[nodiscard]] QJsonObject podOf(const QString &name) const
    {
        const auto pods = m_client->list({{}, u"pods"_s, u"kotaemon"_s, {}, {}},
                                         u"batch.kubernetes.io/job-name="_s + name);
        return pods.isEmpty() ? QJsonObject() : pods.constFirst();
    }
    [[nodiscard]] QByteArray logOf(const QString &name) const
    {
        return m_server->state().logs.text(keyOf(podOf(name)), -1);
    }
    [[nodiscard]] int exitCodeOf(const QString &name) const
    {
        const QJsonValue container = podOf(name)["status"_L1]["containerStatuses"_L1][0];
        return container["state"_L1]["terminated"_L1]["exitCode"_L1].toInt(-1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KubeApiServer> m_server;
    std::unique_ptr<ClusterClient> m_client;
    std::unique_ptr<ClusterWorld> m_world;
    std::int64_t m_now = start;
};

void TestPodRunner::init()
{
    m_world.reset();
    m_server.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto started = KubeApiServer::start({});
    QVERIFY(started.ok());
    m_server = std::move(*started);
    m_client = std::make_unique<ClusterClient>(m_server->state(), u"tester"_s);
    m_world = std::make_unique<ClusterWorld>(
        m_server->state(), 7,
        PodRunner::Settings{m_folder->path(), m_server->url(), m_server->authority(), {}});
    QVERIFY(m_client
                ->create({{u"apiVersion"_s, u"v1"_s},
                          {u"kind"_s, u"Namespace"_s},
                          {u"metadata"_s, QJsonObject{{u"name"_s, u"kotaemon"_s}}}})
                .ok());
    QVERIFY(m_client->create(plain(u"ServiceAccount"_s, u"default"_s)).ok());
}

void TestPodRunner::pathsOfContainers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("local");
    QTest::newRow("alone") << u"/spillway"_s << u"/here/a"_s;
    QTest::newRow("a file") << u"sh /spillway/run.sh"_s << u"sh /here/a/run.sh"_s;
    QTest::newRow("as a default") << u"dir=${D:-/spillway}"_s << u"dir=${D:-/here/a}"_s;
    QTest::newRow("quoted") << u"cd '/tmp'; ls"_s << u"cd '/here/b'; ls"_s;
    QTest::newRow("longer name") << u"/spillway2/x /tmpfile"_s << u"/spillway2/x /tmpfile"_s;
    QTest::newRow("inside another path") << u"/var/tmp/x"_s << u"/var/tmp/x"_s;
    QTest::newRow("both") << u"/spillway/x /tmp/y"_s << u"/here/a/x /here/b/y"_s;
    QTest::newRow("in a URL") << u"http://h/tmp"_s << u"http://h/tmp"_s;
}

void TestPodRunner::pathsOfContainers()
{
    QFETCH(const QString, text);
    QFETCH(const QString, local);
    QCOMPARE(onThisMachine(text, {{u"/spillway"_s, u"/here/a"_s}, {u"/tmp"_s, u"/here/b"_s}}),
             local);
    // Also if this machine's folders are in one of the container's.
    QString inTmp = local;
    inTmp.replace(u"/here/"_s, u"/tmp/spillway/"_s);
    QCOMPARE(onThisMachine(
                 text, {{u"/spillway"_s, u"/tmp/spillway/a"_s}, {u"/tmp"_s, u"/tmp/spillway/b"_s}}),
             inTmp);
}

void TestPodRunner::commandsRun()
{
    QVERIFY(m_client->create(jobThat(u"j"_s, shell(u"echo one; printf two"_s))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    QCOMPARE(conditionOf(job(u"j"_s), u"Complete"_s)["status"_L1].toString(), u"True"_s);
    QCOMPARE(job(u"j"_s)["status"_L1]["succeeded"_L1].toInt(), 1);
    QCOMPARE(podOf(u"j"_s)["status"_L1]["phase"_L1].toString(), u"Succeeded"_s);
    QCOMPARE(logOf(u"j"_s).trimmed().split('\n'), (QList<QByteArray>{"one", "two"}));
    QCOMPARE(exitCodeOf(u"j"_s), 0);
}

void TestPodRunner::failuresAreTold()
{
    QVERIFY(m_client->create(jobThat(u"j"_s, shell(u"echo no >&2; exit 3"_s))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    QCOMPARE(conditionOf(job(u"j"_s), u"Failed"_s)["reason"_L1].toString(),
             u"BackoffLimitExceeded"_s);
    QCOMPARE(exitCodeOf(u"j"_s), 3);
    QVERIFY(logOf(u"j"_s).contains("no"));
}

void TestPodRunner::whatCannotStart_data()
{
    QTest::addColumn<QJsonObject>("broken");
    QTest::addColumn<QString>("words");
    QTest::newRow("no command") << jobThat(u"j"_s, {}) << u"no images"_s;
    QTest::newRow("no such program") << jobThat(u"j"_s, {u"/no/such/program"_s}) << u"Error"_s;
    QTest::newRow("no account") << jobThat(u"j"_s, shell(u"true"_s), {}, {}, u"nobody"_s)
                                << u"serviceaccount \"nobody\" not found"_s;
    QTest::newRow("no ConfigMap") << jobThat(u"j"_s, shell(u"true"_s), configVolume(u"gone"_s))
                                  << u"configmap \"gone\" not found"_s;
}

void TestPodRunner::whatCannotStart()
{
    QFETCH(const QJsonObject, broken);
    QFETCH(const QString, words);
    const QString witness = m_folder->filePath(u"witness"_s);
    QFile file(witness);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(m_client->create(broken).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    QCOMPARE(exitCodeOf(u"j"_s), 128);
    QStringList messages;
    for (const QJsonObject &event : m_client->list({{}, u"events"_s, u"kotaemon"_s, {}, {}})) {
        messages.append(event["message"_L1].toString());
    }
    QVERIFY2(messages.join(u'\n').contains(words), qPrintable(messages.join(u'\n')));
    // Only what was made for the run goes with it.
    QVERIFY(QFile::exists(witness));
    QVERIFY(QDir(m_folder->path()).entryList({u"pod-*"_s}).isEmpty());
}

void TestPodRunner::configMapsAreFiles()
{
    const QJsonObject data{{u"run.sh"_s, u"cat ${D:-/conf}/x"_s}, {u"x"_s, u"content"_s}};
    QVERIFY(m_client->create(plain(u"ConfigMap"_s, u"script"_s, {{u"data"_s, data}})).ok());
    const QJsonArray mounts{QJsonObject{{u"name"_s, u"v"_s}, {u"mountPath"_s, u"/conf"_s}}};
    QVERIFY(m_client
                ->create(jobThat(u"j"_s, {u"sh"_s, u"/conf/run.sh"_s}, configVolume(u"script"_s),
                                 mounts))
                .ok());
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    QCOMPARE(logOf(u"j"_s).trimmed(), QByteArray("content"));
}

void TestPodRunner::theClockIsTheDemos()
{
    QVERIFY(m_client->create(jobThat(u"j"_s, shell(u"echo $SPILLWAY_NOW"_s))).ok());
    const std::int64_t before = m_now;
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    const std::int64_t told = logOf(u"j"_s).trimmed().toLongLong();
    QVERIFY(told > before && told <= m_now);
}

void TestPodRunner::kubectlWorksAsTheAccount()
{
    QVERIFY(
        m_client->create(jobThat(u"j"_s, shell(u"kubectl auth whoami; kubectl get pods"_s))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ends(u"j"_s), longest);
    const QByteArray log = logOf(u"j"_s);
    QVERIFY2(log.contains("system:serviceaccount:kotaemon:default"), log.constData());
    QVERIFY2(log.contains("forbidden"), log.constData()); // nobody gave it rights
}

void TestPodRunner::credentialsAreTheOwners()
{
    QVERIFY(m_client->create(jobThat(u"j"_s, {u"sleep"_s, u"600"_s})).ok());
    const auto folders = [this] {
        return QDir(m_folder->path()).entryInfoList({u"pod-*"_s}, QDir::Dirs);
    };
    const auto appears = [this, folders] {
        step();
        return folders().size() == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(appears(), longest);
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther |
                                            QFileDevice::ExeGroup | QFileDevice::ExeOther |
                                            QFileDevice::WriteGroup | QFileDevice::WriteOther;
    const QFileInfo folder = folders().constFirst();
    QVERIFY(!(folder.permissions() & others));
    for (const QString &name : {u"token"_s, u"kubeconfig"_s, u"ca.crt"_s}) {
        const QFileInfo file(folder.filePath() + u'/' + name);
        QVERIFY2(file.exists(), qPrintable(name));
        QVERIFY(!(file.permissions() & others));
    }
}

void TestPodRunner::nothingSurvives_data()
{
    QTest::addColumn<bool>("worldEnds");
    QTest::newRow("the Job is deleted") << false;
    QTest::newRow("the world ends") << true;
}

void TestPodRunner::nothingSurvives()
{
    QFETCH(const bool, worldEnds);
    QVERIFY(m_client->create(jobThat(u"j"_s, shell(u"echo $$; exec sleep 600"_s))).ok());
    const auto prints = [this] {
        step();
        return !logOf(u"j"_s).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(prints(), longest);
    const auto pid = static_cast<pid_t>(logOf(u"j"_s).trimmed().toInt());
    QVERIFY(pid > 0 && ::kill(pid, 0) == 0);
    if (worldEnds) {
        m_world.reset();
    } else {
        QVERIFY(
            m_client->remove({u"batch"_s, u"jobs"_s, u"kotaemon"_s, u"j"_s, {}}, u"Background"_s)
                .ok());
    }
    const auto isGone = [this, pid] {
        if (m_world) {
            step();
        }
        return ::kill(pid, 0) != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isGone(), longest);
    QVERIFY(QDir(m_folder->path()).entryList({u"pod-*"_s}).isEmpty());
}

QTEST_GUILESS_MAIN(TestPodRunner)
#include "tst_podrunner.moc"
