// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/rawcounter.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestRawCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRaw_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<bool>("raw");
        const auto row = [](const char *expr, bool raw) {
            QTest::newRow(expr) << QString::fromLatin1(expr) << raw;
        };
        row("requests_total", true);
        row("requests_total{code=~\"5..\", path=\"/{a}\"}", true);
        row(" ((requests_total offset 5m)) ", true);
        row("requests_total @ end()", true);
        row("requests_total{job='a'}", true);
        // These fall when a pod is scaled away, too.
        row("sum(requests_total)", false);
        row("sum by (job) (requests_total)", false);
        row("sum(requests_total{job='a'}) by (job)", false);
        row("max without (pod) ((requests_total))", false);
        row("{\"a.requests_total\", job=\"x\"}", true);
        row("{__name__=\"requests_total\"}", true);
        row("{__name__=~\"requests_total\"}", false);
        row("rate(requests_total[5m])", false);
        row("sum(rate(requests_total[5m]))", false);
        row("deriv(requests_total[5m])", false);
        row("avg(requests_total)", false);
        row("requests_total / 2", false);
        row("requests_total - requests_total", false);
        row("requests_total or up", false);
        row("up", false);
        row("", false);
        row("sum(", false);
        // What the metadata says counts more than a name.
        row("described", true);
        row("odd_total", false);
        row("turn_count", false);
        row("latency_count", true);
        row("latency_bucket", true);
        row("families_sum", true);
        row("lonely_count", false);
        row("openmetrics_total", true);
    }

    void isRaw()
    {
        QFETCH(const QString, expr);
        MetricCatalog catalog;
        catalog.names = {"latency_bucket", "latency_count", "latency_sum", "lonely_count", "up"};
        catalog.metadata["described"] = {MetricType::Counter, {}};
        catalog.metadata["odd_total"] = {MetricType::Gauge, {}};
        catalog.metadata["turn_count"] = {MetricType::Gauge, {}};
        catalog.metadata["families"] = {MetricType::Histogram, {}};
        catalog.metadata["openmetrics"] = {MetricType::Counter, {}};
        QTEST(isRawCounter(expr, catalog), "raw");
    }
};

QTEST_GUILESS_MAIN(TestRawCounter)
#include "tst_rawcounter.moc"
