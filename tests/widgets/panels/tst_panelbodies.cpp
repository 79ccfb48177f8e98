// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "charts/timeserieschart.h"
#include "panels/gaugebody.h"
#include "panels/heatmapbody.h"
#include "panels/panelvalues.h"
#include "panels/statbody.h"
#include "panels/statetimelinebody.h"
#include "panels/tablebody.h"
#include "panels/tilegrid.h"
#include "panels/timeseriesbody.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Pixels that are not the background.
int ink(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixel(x, y) != image.pixel(0, image.height() - 1) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestPanelBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTestLook(false); }

    void tones_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("tone");
        QTest::newRow("below") << 0.5 << int(Tone::Ok);
        QTest::newRow("warning") << 1.0 << int(Tone::Warning);
        QTest::newRow("critical") << 2.5 << int(Tone::Critical);
        QTest::newRow("infinite") << infinity << int(Tone::Critical);
        QTest::newRow("NaN") << notANumber << int(Tone::Neutral);
    }

    void tones()
    {
        QFETCH(double, value);
        QFETCH(int, tone);
        const std::vector<Threshold> thresholds{{2, Severity::Critical, {}},
                                                {1, Severity::Warning, {}}};
        QCOMPARE(int(toneOf(value, thresholds)), tone);
        QCOMPARE(toneOf(value, {}), Tone::Neutral);
    }

    void changesInWords_data()
    {
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("past");
        QTest::addColumn<QString>("text");
        QTest::newRow("more") << 1.24 << 1.0 << u"+24 % vs last week"_s;
        QTest::newRow("less") << 0.95 << 1.0 << u"−5.0 % vs last week"_s;
        QTest::newRow("same") << 1.0 << 1.0 << u"same as last week"_s;
        QTest::newRow("from zero") << 1.0 << 0.0 << u"was 0 last week"_s;
        QTest::newRow("NaN") << notANumber << 1.0 << u"no comparison"_s;
        QTest::newRow("many times") << 50.0 << 1.0 << u"×50 last week"_s;
    }

    void changesInWords()
    {
        QFETCH(double, now);
        QFETCH(double, past);
        QFETCH(QString, text);
        QCOMPARE(changeText(changeOf(now, past), QLocale::c()), text);
    }

    void statNeverShowsNanAsZero()
    {
        for (const double value : {notANumber, infinity, -infinity}) {
            StatBody body;
            body.setPanel(samples::panel(PanelKind::Stat));
            body.setSnapshot(samples::snapshotOf({samples::series({}, {1, value})}, u"x"_s));
            QVERIFY2(!body.valueText().contains(u'0'), qPrintable(body.valueText()));
            QVERIFY(body.valueText().contains(std::isnan(value) ? "NaN"_L1 : "Inf"_L1));
        }
    }

    void statSaysWhatItLeftOut()
    {
        Panel panel = samples::panel(PanelKind::Stat);
        panel.reduce = Reduce::Mean;
        StatBody body;
        body.setPanel(panel);
        body.setSnapshot(samples::snapshotOf({samples::series({}, {1, notANumber, 3})}, u"x"_s));
        QVERIFY(body.valueText().contains("1 of 3 samples"_L1));
    }

    void statUsesValueNames()
    {
        Panel panel = samples::panel(PanelKind::StateTimeline);
        StatBody body;
        body.setPanel(panel);
        body.setSnapshot(samples::snapshotOf({samples::series({}, {1})}, u"breaker"_s));
        QCOMPARE(body.valueText(), u"breaker: open, critical"_s);
    }

    void gaugeScale_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("maximum");
        QTest::newRow("ratio") << int(Unit::PercentUnit) << 0.5 << 1.0;
        QTest::newRow("percent") << int(Unit::Percent) << 50.0 << 100.0;
        QTest::newRow("by data") << int(Unit::None) << 70.0 << 70.0;
        QTest::newRow("NaN") << int(Unit::None) << notANumber << 1.0;
    }

    void gaugeScale()
    {
        QFETCH(int, unit);
        QFETCH(double, value);
        QFETCH(double, maximum);
        Panel panel;
        panel.kind = PanelKind::Gauge;
        panel.unit = {static_cast<Unit>(unit)};
        GaugeBody body;
        body.setPanel(panel);
        body.setSnapshot(samples::snapshotOf({samples::series({}, {value})}));
        QCOMPARE(body.maximum(), maximum);
        QCOMPARE(body.minimum(), 0.0);
    }

    void gaugeOfNanIsEmpty()
    {
        const auto filled = [](double value) {
            Panel panel;
            panel.unit = {Unit::PercentUnit};
            GaugeBody body;
            body.resize(300, 200);
            body.setPanel(panel);
            body.setSnapshot(samples::snapshotOf({samples::series({}, {value})}));
            const QColor fill = panelChartPalette(lightColors()).look(0).colour;
            const QImage image = body.grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += image.pixel(x, y) == fill.rgb() ? 1 : 0;
                }
            }
            return count;
        };
        QVERIFY(filled(0.5) > 500);
        QCOMPARE(filled(notANumber), 0);
    }

    void runsEndAtGaps()
    {
        Series series;
        series.times = {0, 60'000, 120'000, 600'000, 660'000};
        series.values = {0, 0, 1, 1, notANumber};
        const auto runs = stateRuns(series, std::chrono::minutes{1});
        QCOMPARE(runs.size(), std::size_t{4});
        QCOMPARE(runs[0].to, EpochMs{120'000});
        QCOMPARE(runs[1].to, EpochMs{180'000}); // one step, then unknown
        QCOMPARE(runs[2].from, EpochMs{600'000});
        QVERIFY(std::isnan(runs[3].value));
        QVERIFY(stateRuns(Series{}, std::chrono::minutes{1}).empty());
    }

    void timelineNamesStates()
    {
        StateTimelineBody body;
        body.setPanel(samples::panel(PanelKind::StateTimeline));
        body.setSnapshot(
            samples::snapshotOf({samples::series({{"tool", "a"}}, {0, 1})}, u"{{tool}}"_s));
        QCOMPARE(body.valueText(), u"a: open"_s);
    }

    void heatmapFollowsTheSharedCursor()
    {
        TimeCursor cursor;
        HeatmapBody body;
        body.setPanel(samples::panel(PanelKind::Heatmap));
        body.setSnapshot(samples::snapshot(PanelKind::Heatmap));
        body.setTimeCursor(&cursor);
        body.resize(400, 200);
        body.show();
        QCOMPARE(body.grid().rows(), std::size_t{9});
        const QImage before = body.grab().toImage();
        cursor.setTime(samples::now - 3'600'000);
        QVERIFY(body.grab().toImage() != before);
        QSignalSpy zoom{&cursor, &TimeCursor::rangeRequested};
        QTest::mousePress(&body, Qt::LeftButton, {}, {100, 80});
        QTest::mouseMove(&body, {200, 80});
        QTest::mouseRelease(&body, Qt::LeftButton, {}, {200, 80});
        QCOMPARE(zoom.size(), 1);
        QTest::keyClick(&body, Qt::Key_Home);
        QVERIFY(cursor.time().has_value());
    }

    void chartGetsTopAndRest()
    {
        Panel panel = samples::panel(PanelKind::TimeSeries);
        panel.topN = 2;
        TimeSeriesBody body;
        body.setPanel(panel);
        body.setSnapshot(samples::snapshot(PanelKind::TimeSeries));
        const ChartSeriesList &list = body.chart()->series();
        QCOMPARE(list.size(), std::size_t{4}); // two, rest, last week
        QCOMPARE(list[0].name, u"rag-worker"_s);
        QVERIFY(list[2].name.startsWith("rest"_L1));
        QVERIFY(list[3].overlay);
        QCOMPARE(list[3].look.colour, list[0].look.colour);
        QCOMPARE(body.chart()->options().thresholds.size(), std::size_t{1});
    }

    void restartsOfCountersAreMarked()
    {
        Panel panel = samples::panel(PanelKind::TimeSeries);
        panel.topN = 1;
        panel.style = DrawStyle::Line;
        TimeSeriesBody body;
        body.setPanel(panel);
        PanelSnapshot snapshot = samples::snapshotOf(
            {samples::series({{"a", "1"}}, {5, 9, 1}), samples::series({{"a", "2"}}, {1, 2, 3})});
        snapshot.answers.push_back(snapshot.answers.front());
        snapshot.answers.back().offset = std::chrono::hours{168};
        body.setSnapshot(snapshot);
        QVERIFY(!body.chart()->series()[0].counter);
        for (QueryAnswer &answer : snapshot.answers) {
            answer.counter = true;
        }
        body.setSnapshot(snapshot);
        const ChartSeriesList &list = body.chart()->series();
        QVERIFY(list[0].counter);
        QVERIFY(!list[1].counter); // the rest is of changing series
        QVERIFY(list[2].overlay && !list[2].counter);
    }

    void bandsArePairs()
    {
        Panel panel = samples::panel(PanelKind::TimeSeries);
        panel.style = DrawStyle::Band;
        TimeSeriesBody body;
        body.setPanel(panel);
        body.setSnapshot(samples::snapshotOf({samples::series({{"q", "low"}}, {1, 1}),
                                              samples::series({{"q", "high"}}, {2, 2}),
                                              samples::series({{"q", "alone"}}, {3, 3})}));
        const ChartSeriesList &list = body.chart()->series();
        QCOMPARE(list.size(), std::size_t{2});
        QVERIFY(list[0].style == TraceStyle::Band && list[0].lower);
        QVERIFY(list[1].style == TraceStyle::Line && !list[1].lower);
    }

    void tableFiltersAndSorts()
    {
        TableBody body;
        body.resize(500, 300);
        body.setPanel(samples::panel(PanelKind::Table));
        body.setSnapshot(samples::snapshot(PanelKind::Table));
        body.show();
        QAbstractItemModel *model = body.view()->model();
        const QAbstractItemModelTester tester{
            model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QCOMPARE(model->rowCount(), 4);
        body.view()->sortByColumn(2, Qt::DescendingOrder);
        QCOMPARE(model->index(0, 1).data().toString(), u"query_order_status"_s);
        body.filter()->setText(u"SHIP"_s);
        QCOMPARE(model->rowCount(), 1);
        body.setSnapshot(samples::snapshot(PanelKind::Table));
        QCOMPARE(model->rowCount(), 1);
        body.filter()->clear();
        QCOMPARE(model->rowCount(), 4);
    }

    void tableHasWhatIsNotKnownLast()
    {
        TableBody body;
        body.setPanel(samples::panel(PanelKind::Table));
        body.setSnapshot(samples::snapshotOf({samples::series({{"n", "a"}}, {1}),
                                              samples::series({{"n", "b"}}, {notANumber}),
                                              samples::series({{"n", "c"}}, {infinity})}));
        const auto names = [&body] {
            QStringList found;
            for (int row = 0; row < body.view()->model()->rowCount(); ++row) {
                found << body.view()->model()->index(row, 0).data().toString();
            }
            return found;
        };
        body.view()->sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        body.view()->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    }

    void narrowTableKeepsItsValues()
    {
        TableBody body;
        body.setPanel(samples::panel(PanelKind::Table));
        body.setSnapshot(samples::snapshot(PanelKind::Table));
        body.resize(220, 160);
        body.show();
        QVERIFY(body.view()->isColumnHidden(0)); // the pod is the same in every row
        body.resize(700, 160);
        QVERIFY(!body.view()->isColumnHidden(0));
    }

    void whatTheUserDidToATableStays()
    {
        TableBody body;
        body.resize(500, 300);
        body.setPanel(samples::panel(PanelKind::Table));
        const auto rows = [](const std::vector<const char *> &names) {
            SeriesList list;
            for (const char *name : names) {
                list.push_back(samples::series({{"n", name}}, {1}));
            }
            return samples::snapshotOf(list);
        };
        body.setSnapshot(rows({"a", "b", "c"}));
        body.show();
        body.view()->setColumnWidth(0, 77);
        body.view()->selectRow(2);
        body.setSnapshot(rows({"b", "c"})); // one has gone: other rows
        QCOMPARE(body.view()->columnWidth(0), 77);
        QCOMPARE(body.view()->selectionModel()->selectedRows().value(0).data().toString(), u"c"_s);
        body.resize(600, 300);
        QCOMPARE(body.view()->columnWidth(0), 77);
    }

    void tilesCoverWithoutOverlap()
    {
        for (std::size_t count = 1; count <= 12; ++count) {
            const auto tiles = tileGrid({400, 200}, count, {80, 40}, 2);
            QVERIFY(!tiles.empty() && tiles.size() <= count);
            for (std::size_t i = 0; i < tiles.size(); ++i) {
                QVERIFY(QRectF(-0.01, -0.01, 400.02, 200.02).contains(tiles[i]));
                for (std::size_t j = 0; j < i; ++j) {
                    QVERIFY(!tiles[i].intersects(tiles[j]));
                }
            }
        }
        QCOMPARE(tileGrid({50, 20}, 9, {80, 40}, 2).size(), std::size_t{1});
    }

    void emptyBodiesDrawNothingWrong()
    {
        StatBody stat;
        stat.setPanel(samples::panel(PanelKind::Stat));
        stat.resize(200, 100);
        QCOMPARE(ink(stat), 0);
        QCOMPARE(stat.valueText(), u"no value"_s);
    }

    void lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("spaces") << u" a\n b\tc "_s << u"a b c"_s;
        QTest::newRow("override") << u"a\u202Eb\u2066c\u0000"_s << u"abc"_s;
        QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        QTest::newRow("Hebrew stays") << u"שלום"_s << u"שלום"_s;
    }

    void lines()
    {
        QFETCH(QString, text);
        QFETCH(QString, line);
        QCOMPARE(plainLine(text), line);
        QVERIFY(plainLine(text.repeated(1000)).size() <= 401);
    }
};

QTEST_MAIN(TestPanelBodies)
#include "tst_panelbodies.moc"
