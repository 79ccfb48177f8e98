// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworld.h"
#include "demo/metricschema.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <csignal>
#include <memory>

using namespace spillway;
using namespace spillway::demo;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 240000;

DemoOptions shortOptions(const QTemporaryDir &dir)
{
    DemoOptions options;
    options.history = std::chrono::hours(3); // holds at least one chunk that is kept, at any time
    options.scrapeInterval = 1s;
    options.cacheFolder = dir.filePath(u"cache"_s);
    return options;
}

QList<qint64> childrenOf(qint64 pid)
{
    QList<qint64> children;
    const QStringList threads =
        QDir(u"/proc/%1/task"_s.arg(pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile file(u"/proc/%1/task/%2/children"_s.arg(pid).arg(thread));
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> pids = file.readAll().simplified().split(' ');
            for (const QByteArray &child : pids) {
                if (!child.isEmpty()) {
                    children << child.toLongLong();
                }
            }
        }
    }
    return children;
}

/// Neither running nor only waiting to be buried by whoever inherited it.
bool isAlive(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2, 1) != "Z";
}

QStringList runFolders(const QTemporaryDir &dir, const QString &cache)
{
    return QDir(dir.filePath(cache + u"/run"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

} // namespace

class TestDemoWorld : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyMetricIsThere();
    void historyJoinsLive();
    void spikeIsSeen();
    void prometheusGoesAndComesBack();
    void secondStartUsesTheCache();
    void stopCancelsTheStart();
    void takenPortFails();
    void killedParentLeavesNothing();
    void endOfInputEndsTheCommand();
    void cleanupTestCase();

private:
    [[nodiscard]] QJsonArray query(const QUrl &base, const QString &path,
                                   const QList<std::pair<QString, QString>> &items);
    [[nodiscard]] double value(const QString &promql);

    QTemporaryDir m_dir;
    QNetworkAccessManager m_network;
    std::unique_ptr<DemoWorld> m_world;
};

void TestDemoWorld::initTestCase()
{
    m_world = std::make_unique<DemoWorld>(shortOptions(m_dir));
    QSignalSpy ready(m_world.get(), &DemoWorld::ready);
    const QSignalSpy failed(m_world.get(), &DemoWorld::failed);
    const QSignalSpy progress(m_world.get(), &DemoWorld::progress);
    m_world->start();
    QCOMPARE(m_world->state(), DemoWorld::State::BuildingHistory);
    QVERIFY(ready.wait(longest));
    QCOMPARE(failed.size(), 0);
    QVERIFY(progress.size() >= 2);
    QCOMPARE(m_world->state(), DemoWorld::State::Ready);
    QCOMPARE(m_world->prometheusUrl().host(), u"127.0.0.1"_s);
    QVERIFY(m_world->prometheusUrl() != m_world->directPrometheusUrl());
}

void TestDemoWorld::cleanupTestCase()
{
    m_world.reset();
    QCOMPARE(runFolders(m_dir, u"cache"_s), QStringList());
}

QJsonArray TestDemoWorld::query(const QUrl &base, const QString &path,
                                const QList<std::pair<QString, QString>> &items)
{
    QUrl url = base;
    url.setPath(u"/api/v1/"_s + path);
    QUrlQuery form;
    for (const auto &[key, text] : items) {
        form.addQueryItem(key, QString::fromUtf8(QUrl::toPercentEncoding(text)));
    }
    url.setQuery(form);
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished()) {
        finished.wait(longest);
    }
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    reply->deleteLater();
    const QJsonValue data = answer.value(u"data"_s);
    return data.isArray() ? data.toArray() : data.toObject().value(u"result"_s).toArray();
}

double TestDemoWorld::value(const QString &promql)
{
    const QJsonArray result = query(m_world->prometheusUrl(), u"query"_s, {{u"query"_s, promql}});
    return result.isEmpty()
               ? qQNaN()
               : result.at(0).toObject().value(u"value"_s).toArray().at(1).toString().toDouble();
}

void TestDemoWorld::everyMetricIsThere()
{
    QTRY_COMPARE_WITH_TIMEOUT(value(u"sum(up)"_s), 8.0, longest);
    for (std::size_t i = 0; i < familyCount; ++i) {
        const FamilyInfo &family = info(static_cast<Family>(i));
        const QString name =
            QString::fromUtf8(family.name.data(), static_cast<qsizetype>(family.name.size())) +
            (family.kind == MetricKind::Histogram ? u"_count"_s : QString());
        const QString total = u"sum(%1)"_s.arg(name);
        QVERIFY2(value(u"count(%1{namespace=\"kotaemon\"})"_s.arg(name)) > 0, qPrintable(name));
        QVERIFY2(value(total) >= 0, qPrintable(name));
    }
    QVERIFY(value(u"sum(rate(http_requests_total[1m]))"_s) > 10);
    const double p95 = value(u"histogram_quantile(0.95, sum by (le) "
                             "(rate(rag_request_duration_seconds_bucket{stage=\"total\"}[5m])))"_s);
    QVERIFY(p95 > 0.5 && p95 < 60);
    QVERIFY(value(u"sum(kube_deployment_status_replicas_available)"_s) >= 8);
    QVERIFY(value(u"redis_memory_used_bytes / redis_memory_max_bytes"_s) < 1);
    QVERIFY(!query(m_world->prometheusUrl(), u"label/__name__/values"_s, {}).isEmpty());
}

void TestDemoWorld::historyJoinsLive()
{
    // Live samples are under the very series of history: an hour ago and now differ in no label.
    const QString everything =
        u"count({__name__!~\"scrape_.*|kube_pod_.*|container_.*|breaker_over.*|ALERTS.*\"})"_s;
    // Two samples in ten seconds are live ones. A late scrape may make that untrue again.
    bool haveCome = false;
    const auto come = [&] {
        haveCome = haveCome || value(u"count(rate(http_requests_total{job=\"redis\"}[10s]) or "
                                     "rate(redis_commands_processed_total[10s]))"_s) == 1.0;
        return haveCome;
    };
    QTRY_VERIFY_WITH_TIMEOUT(come(), longest);
    QCOMPARE(value(everything), value(everything + u" and hour() >= 0"_s));
    QCOMPARE(
        value(u"count({__name__!~\"scrape_.*|kube_pod_.*|container_.*|breaker_over.*|ALERTS.*\"} "
              "offset 30m)"_s),
        value(everything));
    // And counters go on: no reset where history ends.
    QCOMPARE(value(u"sum(resets(http_requests_total[30m]))"_s), 0.0);
    QCOMPARE(value(u"max(resets(container_cpu_usage_seconds_total[30m]))"_s), 0.0);
}

void TestDemoWorld::spikeIsSeen()
{
    const double before = value(u"sum(http_requests_per_second{job=\"dialog-manager\"})"_s);
    m_world->spike(8, 300s);
    QTRY_VERIFY_WITH_TIMEOUT(
        value(u"sum(http_requests_per_second{job=\"dialog-manager\"})"_s) > 1.2 * before, longest);
    QVERIFY(m_world->status().spikeFactor > 1);
    m_world->calm();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->status().spikeFactor, 1.0, longest);
}

void TestDemoWorld::prometheusGoesAndComesBack()
{
    const QUrl url = m_world->prometheusUrl();
    QSignalSpy changed(m_world.get(), &DemoWorld::prometheusRunningChanged);
    m_world->stopPrometheus();
    QVERIFY(!m_world->status().prometheusRunning);
    QTRY_VERIFY_WITH_TIMEOUT(qIsNaN(value(u"sum(up)"_s)), 60'000);
    m_world->startPrometheus();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, longest);
    QCOMPARE(m_world->prometheusUrl(), url);
    QTRY_VERIFY_WITH_TIMEOUT(value(u"count(http_requests_total)"_s) > 0, longest);
    // History and what was scraped before are still there.
    QVERIFY(value(u"count(http_requests_total offset 30m)"_s) > 0);
}

void TestDemoWorld::secondStartUsesTheCache()
{
    const QDir cache(m_dir.filePath(u"cache/v%1-seed7-3h"_s.arg(generatorVersion)));
    const QStringList before = cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!before.isEmpty());
    DemoWorld again(shortOptions(m_dir));
    QSignalSpy ready(&again, &DemoWorld::ready);
    again.start();
    QVERIFY(ready.wait(longest));
    const QStringList after = cache.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(after.contains(before.last()));
}

void TestDemoWorld::stopCancelsTheStart()
{
    DemoOptions options = shortOptions(m_dir);
    options.history = std::chrono::hours(48);
    options.cacheFolder = m_dir.filePath(u"cancelled"_s);
    DemoWorld world(options);
    const QSignalSpy ready(&world, &DemoWorld::ready);
    const QSignalSpy failed(&world, &DemoWorld::failed);
    world.start();
    world.stop();
    QCOMPARE(world.state(), DemoWorld::State::Stopped);
    QCOMPARE(runFolders(m_dir, u"cancelled"_s), QStringList());
    QCOMPARE(ready.size() + failed.size(), 0);
}

void TestDemoWorld::takenPortFails()
{
    DemoOptions options = shortOptions(m_dir);
    options.history = 0s;
    options.prometheusPort = static_cast<quint16>(m_world->prometheusUrl().port());
    options.cacheFolder = m_dir.filePath(u"taken"_s);
    DemoWorld world(options);
    QSignalSpy failed(&world, &DemoWorld::failed);
    world.start();
    QVERIFY(failed.wait(longest));
    QCOMPARE(world.state(), DemoWorld::State::Failed);
    QCOMPARE(runFolders(m_dir, u"taken"_s), QStringList());
}

void TestDemoWorld::killedParentLeavesNothing()
{
    QProcess command;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_dir.filePath(u"killed"_s));
    command.setProcessEnvironment(environment);
    command.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    command.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                  {u"demo"_s, u"--no-history"_s, u"--json"_s});
    QByteArray said; // kept, because the macro evaluates its expression more than once
    QTRY_VERIFY_WITH_TIMEOUT((said += command.readAllStandardOutput()).contains("\"ready\""),
                             longest);
    const QList<qint64> children = childrenOf(command.processId());
    QCOMPARE(children.size(), 1);
    QVERIFY(isAlive(children.at(0)));
    QCOMPARE(runFolders(m_dir, u"killed/spillway/demo"_s).size(), 2); // the folder and its lock

    command.kill(); // SIGKILL
    QVERIFY(command.waitForFinished(longest));
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(children.at(0)), longest);

    // What it could not remove, the next one does.
    DemoOptions options = shortOptions(m_dir);
    options.cacheFolder = m_dir.filePath(u"killed/spillway/demo"_s);
    options.history = 0s;
    DemoWorld next(options);
    next.start();
    QCOMPARE(runFolders(m_dir, u"killed/spillway/demo"_s).size(), 2);
    next.stop();
    QCOMPARE(runFolders(m_dir, u"killed/spillway/demo"_s), QStringList());
}

void TestDemoWorld::endOfInputEndsTheCommand()
{
    QProcess command;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_dir.filePath(u"input"_s));
    command.setProcessEnvironment(environment);
    command.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                  {u"demo"_s, u"--no-history"_s, u"--json"_s});
    command.write("nonsense\nspike 3 1m\nstatus\n");
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += command.readAllStandardOutput()).contains("turnsPerSecond"),
                             longest);
    QVERIFY(said.contains("\"error\""));
    command.closeWriteChannel();
    QVERIFY(command.waitForFinished(longest));
    QCOMPARE(command.exitStatus(), QProcess::NormalExit);
    QCOMPARE(command.exitCode(), 0);
    QCOMPARE(runFolders(m_dir, u"input/spillway/demo"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestDemoWorld)
#include "tst_demoworld.moc"
