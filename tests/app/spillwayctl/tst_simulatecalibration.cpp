// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A week of the demo world in a real Prometheus, and `spillwayctl simulate` over it: what a person
// gets to see of how near a replay of today's policy comes to what happened.
#include "demo/historybuilder.h"
#include "demo/historycache.h"
#include "demo/prometheusserver.h"
#include "demo/worldtypes.h"
#include "support/manualclock.h"
#include "support/serverprocess.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 900'000;
constexpr EpochMs weekEnd = 1'760'659'200'000; // 2025-10-17T00:00:00Z
constexpr std::int64_t daySeconds = 86'400;

QString policy()
{
    return QStringLiteral(SPILLWAY_TEST_DATA "/simulate/demo.yaml");
}

QJsonObject componentOf(const QJsonObject &report, const QString &name)
{
    const QJsonArray all = report[u"components"_s].toArray();
    for (const QJsonValue &one : all) {
        if (one[u"name"_s] == name) {
            return one.toObject();
        }
    }
    return {};
}

double score(const QJsonObject &component)
{
    return component[u"calibration"_s][u"score"_s].toDouble();
}

} // namespace

class TestSimulateCalibration : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock{weekEnd};
    std::unique_ptr<demo::HistoryCache> m_cache;
    std::unique_ptr<demo::HistoryBuilder> m_builder;
    std::unique_ptr<demo::PrometheusServer> m_prometheus;

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };

    [[nodiscard]] Run simulate(const QString &file, const QStringList &more = {}) const
    {
        QProcess process;
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                      QStringList{u"simulate"_s, u"--policy"_s, file, u"--prometheus"_s,
                                  u"http://127.0.0.1:%1"_s.arg(m_prometheus->port()), u"--from"_s,
                                  u"2025-10-10T00:00:00Z"_s, u"--to"_s, u"2025-10-17T00:00:00Z"_s} +
                          more);
        if (!process.waitForStarted(longest) || (finished.isEmpty() && !finished.wait(longest))) {
            return {};
        }
        return {.exitCode = process.exitCode(),
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDir dir(m_dir.path());
        QVERIFY(dir.mkpath(u"work"_s));
        m_prometheus = std::make_unique<demo::PrometheusServer>(dir.filePath(u"server"_s));
        // The discard port: nobody's metrics get into the recorded week.
        QVERIFY(m_prometheus->writeConfig(9, std::chrono::seconds(15)).ok());
        m_cache = std::make_unique<demo::HistoryCache>(dir.filePath(u"cache"_s), 7,
                                                       std::chrono::seconds(8 * daySeconds));
        m_builder = std::make_unique<demo::HistoryBuilder>(
            *m_cache, m_clock, dir.filePath(u"work"_s), m_prometheus->dataFolder());
        QSignalSpy built(m_builder.get(), &demo::HistoryBuilder::finished);
        // An hour more, so that the rates of the first steps are known.
        m_builder->start(7, weekEnd / 1000 - 7 * daySeconds - 3600);
        QVERIFY(built.wait(longest));
        QSignalSpy started(m_prometheus.get(), &demo::PrometheusServer::started);
        m_prometheus->start();
        QVERIFY(started.wait(longest));
    }

    void cleanupTestCase() { m_prometheus.reset(); }

    void theDemosWeekIsMetByEachComponent()
    {
        const Run run = simulate(policy(), {u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject report = QJsonDocument::fromJson(run.out).object();
        for (const std::string_view name : demo::componentNames) {
            const QJsonObject one = componentOf(
                report, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
            const QJsonObject calibration = one[u"calibration"_s].toObject();
            const QJsonArray periods = calibration[u"periods"_s].toArray();
            QCOMPARE(periods.size(), 7);
            QVERIFY2(score(one) >= 0.9, run.out.constData());
            QVERIFY(calibration[u"fit_share"_s].toDouble() > 0.5);
        }
        // The provider refused on the first day, and that is marked.
        const QJsonArray days =
            componentOf(report, u"llm-consumer"_s)[u"calibration"_s][u"periods"_s].toArray();
        QVERIFY(days[0][u"unfit"_s][u"throttled"_s].toDouble() > 0);
    }
};

QTEST_GUILESS_MAIN(TestSimulateCalibration)
#include "tst_simulatecalibration.moc"
