// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"
#include "charts/chartoverlay.h"
#include "charts/timecursor.h"
#include "charts/timeserieschart.h"

#include <QAccessible>
#include <QBuffer>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs step = 15'000;
constexpr EpochMs noon = 1'795'348'800'000; // 2026-11-22T12:00:00Z
constexpr TimeRange range{noon, noon + 100 * step};

ChartSeries makeSeries(const QString &name, double level, std::size_t look)
{
    auto series = std::make_shared<Series>();
    for (int i = 0; i <= 100; ++i) {
        series->times.push_back(noon + i * step);
        series->values.push_back(i == 70 && look == 0 ? std::nan("") : level + 0.01 * (i % 2));
    }
    ChartSeries one;
    one.data = std::move(series);
    one.name = name;
    one.look = ChartPalette::light().look(look);
    return one;
}

ChartSeriesList threeSeries()
{
    return {makeSeries(u"rag-worker p95"_s, 2.31, 0), makeSeries(u"llm-consumer p95"_s, 1.2, 1),
            makeSeries(u"tool-router p95"_s, 0.4, 2)};
}

/// A chart on the (offscreen) screen with a cursor of its own.
struct Shown
{
    TimeCursor cursor;
    TimeSeriesChart chart;

    Shown()
    {
        ChartOptions options;
        options.unit = {Unit::Seconds, {}, {}};
        chart.setOptions(options);
        chart.setTimeCursor(&cursor);
        chart.setTitle(u"Latency"_s);
        chart.resize(500, 320);
        chart.setData(threeSeries(), range, std::chrono::milliseconds{step});
        chart.show();
        (void)chart.grab();
    }

    [[nodiscard]] QPoint at(EpochMs time, double value) const
    {
        return QPointF(chart.mapping().x(time), chart.mapping().y(value)).toPoint();
    }
    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button,
              Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&chart, button, modifiers, from);
        const QPointF middle = QPointF(from + to) / 2;
        for (const QPointF &position : {middle, QPointF(to)}) {
            QMouseEvent move{QEvent::MouseMove, position, chart.mapToGlobal(position),
                             Qt::NoButton,      button,   modifiers};
            QCoreApplication::sendEvent(&chart, &move);
        }
        QTest::mouseRelease(&chart, button, modifiers, to);
    }
    void hover(const QPoint &position)
    {
        QMouseEvent move{QEvent::MouseMove, QPointF(position), chart.mapToGlobal(QPointF(position)),
                         Qt::NoButton,      Qt::NoButton,      Qt::NoModifier};
        QCoreApplication::sendEvent(&chart, &move);
    }
    void wheel(const QPoint &position, int angle)
    {
        QWheelEvent event{QPointF(position),
                          chart.mapToGlobal(QPointF(position)),
                          {},
                          {0, angle},
                          Qt::NoButton,
                          Qt::ControlModifier,
                          Qt::NoScrollPhase,
                          false};
        QCoreApplication::sendEvent(&chart, &event);
    }
};

} // namespace

class TestTimeSeriesChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crosshairNeverDrawsTracesAgain()
    {
        Shown shown;
        const int before = shown.chart.traceRenders();
        const QImage quiet = shown.chart.grab().toImage();
        for (int i = 5; i < 95; ++i) {
            shown.hover(shown.at(noon + i * step, 1.5));
            QVERIFY(shown.chart.grab().toImage() != quiet);
        }
        QCOMPARE(shown.chart.traceRenders(), before);
        QEvent leave{QEvent::Leave};
        QCoreApplication::sendEvent(&shown.chart, &leave);
        QVERIFY(!shown.cursor.time());
        QCOMPARE(shown.chart.grab().toImage(), quiet);
    }

    void crosshairIsSharedWithOtherCharts()
    {
        Shown shown;
        TimeSeriesChart other;
        other.setTimeCursor(&shown.cursor);
        other.resize(300, 200);
        other.setData(threeSeries(), range, std::chrono::milliseconds{step});
        const int before = other.traceRenders();
        shown.hover(shown.at(noon + 40 * step, 2.31));
        QCOMPARE(other.overlay()->state().time, shown.cursor.time());
        const TooltipContent followed = other.overlay()->tooltip();
        QCOMPARE(followed.rows.size(), std::size_t{3});
        QVERIFY(followed.heading.startsWith(u"12:10:00"_s));
        QCOMPARE(other.traceRenders(), before);
        QVERIFY(shown.chart.overlay()->tooltip().rows.front().nearest);
        QCOMPARE(shown.chart.valueText(), u"rag-worker p95 2.31\u00a0s at 12:10:00 UTC"_s);
    }

    void dragZoomsAndUndoComesBack()
    {
        Shown shown;
        shown.drag(shown.at(noon + 20 * step, 1), shown.at(noon + 60 * step, 2), Qt::LeftButton);
        const TimeRange zoomed = shown.chart.timeRange();
        QVERIFY(std::abs(zoomed.from - (noon + 20 * step)) < 2 * step);
        QVERIFY(std::abs(zoomed.to - (noon + 60 * step)) < 2 * step);
        shown.drag(shown.at(zoomed.from + 5 * step, 1), shown.at(zoomed.from + 15 * step, 1),
                   Qt::LeftButton);
        QVERIFY(shown.chart.timeRange().length() < zoomed.length());
        QTest::keyClick(&shown.chart, Qt::Key_Backspace);
        QCOMPARE(shown.chart.timeRange(), zoomed);
        QTest::mouseDClick(&shown.chart, Qt::LeftButton, Qt::NoModifier,
                           shown.chart.mapping().plot().center().toPoint());
        QCOMPARE(shown.chart.timeRange(), range);
        QVERIFY(!shown.cursor.canUndoZoom());
    }

    void selectionIsShownWhileDragging()
    {
        Shown shown;
        const QPoint from = shown.at(noon + 20 * step, 1);
        QTest::mousePress(&shown.chart, Qt::LeftButton, Qt::NoModifier, from);
        const QPointF to = QPointF(from) + QPointF(60, 0);
        QMouseEvent move{
            QEvent::MouseMove, to, shown.chart.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
            Qt::NoModifier};
        QCoreApplication::sendEvent(&shown.chart, &move);
        QVERIFY(shown.chart.overlay()->state().selection);
        QCOMPARE(shown.chart.overlay()->state().selection->width(), 60.0);
        QTest::mouseRelease(&shown.chart, Qt::LeftButton, Qt::NoModifier, to.toPoint());
        QVERIFY(!shown.chart.overlay()->state().selection);
    }

    void pan_data()
    {
        QTest::addColumn<Qt::MouseButton>("button");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("middle button") << Qt::MiddleButton << Qt::KeyboardModifiers{};
        QTest::newRow("Shift") << Qt::LeftButton << Qt::KeyboardModifiers{Qt::ShiftModifier};
    }

    void pan()
    {
        QFETCH(Qt::MouseButton, button);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        Shown shown;
        shown.drag(shown.at(noon + 60 * step, 1), shown.at(noon + 40 * step, 1), button, modifiers);
        QCOMPARE(shown.chart.timeRange().length(), range.length());
        QVERIFY(std::abs(shown.chart.timeRange().from - (noon + 20 * step)) < 2 * step);
        shown.cursor.undoZoom(); // the whole drag at once
        QCOMPARE(shown.chart.timeRange(), range);
        QVERIFY(!shown.cursor.canUndoZoom());
    }

    void wheelZoomsAboutThePointer()
    {
        Shown shown;
        const QPoint pointer = shown.at(noon + 25 * step, 1);
        const EpochMs before = shown.chart.mapping().time(pointer.x());
        shown.wheel(pointer, 120);
        shown.wheel(pointer, 120);
        QVERIFY(shown.chart.timeRange().length() < range.length() * 7 / 10);
        QVERIFY(std::abs(shown.chart.mapping().time(pointer.x()) - before) < step / 4);
        shown.cursor.undoZoom(); // one turn of the wheel is one step
        QCOMPARE(shown.chart.timeRange(), range);
    }

    void aPlainWheelScrollsThePage()
    {
        Shown shown;
        shown.chart.clearFocus();
        const QPointF at(shown.at(noon + 25 * step, 1));
        QWheelEvent event{at,
                          shown.chart.mapToGlobal(at),
                          {},
                          {0, 120},
                          Qt::NoButton,
                          Qt::NoModifier,
                          Qt::NoScrollPhase,
                          false};
        event.accept();
        QCoreApplication::sendEvent(&shown.chart, &event);
        QVERIFY(!event.isAccepted());
        QCOMPARE(shown.chart.timeRange(), range);
    }

    void themeChangesRedrawOnce()
    {
        Shown shown;
        const int before = shown.chart.traceRenders();
        shown.chart.setChartPalette(ChartPalette::dark());
        const QImage dark = shown.chart.grab().toImage();
        (void)shown.chart.grab();
        QCOMPARE(shown.chart.traceRenders(), before + 1);
        QCOMPARE(dark.pixelColor(1, 1), ChartPalette::dark().background);
        QCOMPARE(dark.pixelColor(1, dark.height() - 2), ChartPalette::dark().background);
    }

    void aSmallChartGivesUpItsLegend()
    {
        Shown shown;
        QVERIFY(shown.chart.legend()->isVisible());
        shown.chart.resize(200, 90);
        QVERIFY(!shown.chart.legend()->isVisible());
        QVERIFY(shown.chart.mapping().plot().height() > 30);
    }

    void clickPins()
    {
        Shown shown;
        const QSignalSpy activated(&shown.chart, &TimeSeriesChart::sampleActivated);
        const QPoint at = shown.at(noon + 30 * step, 1.2);
        QTest::mouseClick(&shown.chart, Qt::LeftButton, Qt::NoModifier, at);
        QVERIFY(shown.cursor.isPinned());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<std::size_t>(), std::size_t{1});
        const auto pinned = shown.cursor.time();
        shown.hover(at + QPoint{50, 0});
        QCOMPARE(shown.cursor.time(), pinned);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(!shown.cursor.isPinned());
    }

    void keysWalkSamples()
    {
        Shown shown;
        QTest::keyClick(&shown.chart, Qt::Key_Home);
        QTest::keyClick(&shown.chart, Qt::Key_Home);
        QCOMPARE(shown.chart.valueText(), u"rag-worker p95 2.31\u00a0s at 12:00:00 UTC"_s);
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        QCOMPARE(shown.cursor.time(), std::optional{noon + step});
        QTest::keyClick(&shown.chart, Qt::Key_Down);
        QVERIFY(shown.chart.valueText().startsWith(u"llm-consumer p95"_s));
        QTest::keyClick(&shown.chart, Qt::Key_Up);
        QTest::keyClick(&shown.chart, Qt::Key_N);
        QCOMPARE(shown.chart.valueText(), u"rag-worker p95 NaN at 12:17:30 UTC"_s);
        QVERIFY(shown.chart.overlay()->state().walked);
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        QVERIFY(shown.chart.timeRange().length() < range.length());
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(shown.chart.valueText().isEmpty());
    }

    void assistiveTechnologyHearsTheSample()
    {
        Shown shown;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&shown.chart);
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Chart);
        QCOMPARE(interface->text(QAccessible::Name), u"Latency"_s);
        QTest::keyClick(&shown.chart, Qt::Key_End);
        QTest::keyClick(&shown.chart, Qt::Key_End);
        QCOMPARE(interface->text(QAccessible::Value),
                 u"rag-worker p95 2.31\u00a0s at 12:25:00 UTC"_s);
        QVERIFY(interface->valueInterface());
        QCOMPARE(interface->valueInterface()->currentValue().toString(), shown.chart.valueText());
    }

    void legendShowsAndHides()
    {
        Shown shown;
        const auto click = [&](std::size_t entry, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(shown.chart.legend(), Qt::LeftButton, modifiers,
                              shown.chart.legend()->currentLayout().items[entry].box.center());
        };
        click(1, Qt::NoModifier); // solo
        QVERIFY(!shown.chart.isSeriesVisible(0) && shown.chart.isSeriesVisible(1) &&
                !shown.chart.isSeriesVisible(2));
        click(2, Qt::ControlModifier);
        QVERIFY(shown.chart.isSeriesVisible(2));
        // A refresh keeps it, by name.
        ChartSeriesList again = threeSeries();
        std::swap(again[0], again[2]);
        shown.chart.setData(again, range, std::chrono::milliseconds{step});
        QVERIFY(shown.chart.isSeriesVisible(0) && !shown.chart.isSeriesVisible(2));
        click(1, Qt::NoModifier);
        click(1, Qt::NoModifier); // solo again = all
        QVERIFY(shown.chart.isSeriesVisible(0) && shown.chart.isSeriesVisible(2));
    }

    void comparisonsGoWithTheirSeries()
    {
        Shown shown;
        ChartSeriesList list = threeSeries();
        list[0].identity = list[2].identity = u"one"_s;
        list[2].overlay = true;
        list[2].legendGroup = u"last week"_s;
        shown.chart.setData(list, range, std::chrono::milliseconds{step});
        shown.chart.toggleSolo(0);
        QVERIFY(shown.chart.isSeriesVisible(0) && !shown.chart.isSeriesVisible(1) &&
                shown.chart.isSeriesVisible(2));
        shown.chart.toggleSolo(2); // a group is only shown or hidden
        QVERIFY(shown.chart.isSeriesVisible(0) && !shown.chart.isSeriesVisible(2));
        list[0].name = u"renamed"_s;
        shown.chart.setData(list, range, std::chrono::milliseconds{step});
        QVERIFY(shown.chart.isSeriesVisible(0) && !shown.chart.isSeriesVisible(1) &&
                !shown.chart.isSeriesVisible(2));
    }

    void exportsPictureAndVectors()
    {
        Shown shown;
        const int before = shown.chart.traceRenders();
        QImage image{800, 500, QImage::Format_RGB32};
        image.fill(Qt::black);
        QPainter painter{&image};
        shown.chart.renderTo(&painter, image.size());
        painter.end();
        QCOMPARE(image.pixelColor(799, 0), ChartPalette::light().background);
        QByteArray svg;
        QBuffer buffer{&svg};
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize({800, 500});
        painter.begin(&generator);
        shown.chart.renderTo(&painter, {800, 500});
        painter.end();
        QVERIFY(svg.contains("<path"));
        QVERIFY(!svg.contains("<image"));
        QVERIFY(svg.contains("rag-worker p95"));
        QCOMPARE(shown.chart.traceRenders(), before);
    }

    void survivesDataThatShrinksUnderThePointer()
    {
        Shown shown;
        shown.hover(shown.at(noon + 99 * step, 2.31));
        QTest::keyClick(&shown.chart, Qt::Key_End);
        shown.chart.setData({}, range, std::chrono::milliseconds{step});
        (void)shown.chart.grab();
        QVERIFY(shown.chart.valueText().isEmpty());
        QTest::keyClick(&shown.chart, Qt::Key_Left);
        QTest::keyClick(&shown.chart, Qt::Key_N);
        shown.hover({100, 100});
        QTest::mouseClick(&shown.chart, Qt::LeftButton, Qt::NoModifier, {100, 100});
        (void)shown.chart.grab();
    }

    void cursorMayDieBeforeTheChart()
    {
        TimeSeriesChart chart;
        auto cursor = std::make_unique<TimeCursor>();
        chart.setTimeCursor(cursor.get());
        cursor.reset();
        chart.resize(300, 200);
        chart.setData(threeSeries(), range, std::chrono::milliseconds{step});
        QVERIFY(chart.timeCursor());
        (void)chart.grab();
    }
};

QTEST_MAIN(TestTimeSeriesChart)
#include "tst_timeserieschart.moc"
