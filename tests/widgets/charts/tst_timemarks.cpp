// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartoverlay.h"
#include "charts/timemarks.h"
#include "charts/timeserieschart.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const TimeRange range{1'000'000, 2'000'000};

ChartSeriesList oneSeries()
{
    auto data = std::make_shared<Series>();
    for (EpochMs time = range.from; time <= range.to; time += 10'000) {
        data->times.push_back(time);
        data->values.push_back(1);
    }
    ChartSeries series;
    series.data = data;
    series.name = u"a"_s;
    return {series};
}

} // namespace

class TestTimeMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseInTheRange();
    void allChartsOfACursor();
    void toldByTheTooltip();
    void tracesAreNotDrawnAgain();
};

void TestTimeMarks::onlyThoseInTheRange()
{
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintTimeMarks(&painter, PlotMapping({0, 0, 200, 100}, range, {}),
                   {{1'500'000, u"push 1"_s}, {999'999, u"before"_s}, {3'000'000, u"after"_s}},
                   Qt::blue);
    painter.end();
    QStringList marked;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, 60) != QColor(Qt::white)) {
            marked << QString::number(x);
        }
    }
    QCOMPARE(marked, QStringList{u"100"_s});
    QVERIFY(image.pixelColor(102, 3) != QColor(Qt::white)); // the flag
}

void TestTimeMarks::allChartsOfACursor()
{
    TimeCursor cursor;
    QSignalSpy changed(&cursor, &TimeCursor::marksChanged);
    TimeSeriesChart chart;
    chart.resize(400, 200);
    chart.setData(oneSeries(), range, std::chrono::seconds{10});
    chart.setTimeCursor(&cursor);
    const QImage before = chart.grab().toImage();
    cursor.setMarks({{1'500'000, u"push 1"_s}});
    QCOMPARE(changed.size(), 1);
    QVERIFY(chart.grab().toImage() != before);
    TimeSeriesChart late; // made after the marks
    late.resize(400, 200);
    late.setData(oneSeries(), range, std::chrono::seconds{10});
    late.setTimeCursor(&cursor);
    QCOMPARE(late.grab().toImage(), chart.grab().toImage());
    cursor.setMarks({{1'500'000, u"push 1"_s}});
    QCOMPARE(changed.size(), 1);
    cursor.setMarks({});
    QCOMPARE(chart.grab().toImage(), before);
}

void TestTimeMarks::toldByTheTooltip()
{
    TimeCursor cursor;
    cursor.setMarks({{1'500'000, u"push 7"_s}});
    TimeSeriesChart chart;
    chart.resize(400, 200);
    chart.setData(oneSeries(), range, std::chrono::seconds{10});
    chart.setTimeCursor(&cursor);
    cursor.moveTo(1'502'000);
    QVERIFY2(chart.overlay()->tooltip().heading.endsWith(u"push 7"_s),
             qPrintable(chart.overlay()->tooltip().heading));
    cursor.moveTo(1'700'000);
    QVERIFY(!chart.overlay()->tooltip().heading.contains(u"push"_s));
    QCOMPARE(cursor.marksAt(1'500'500, 1000), u"push 7"_s);
    QCOMPARE(cursor.marksAt(1'600'000, 1000), QString{});
}

void TestTimeMarks::tracesAreNotDrawnAgain()
{
    TimeCursor cursor;
    TimeSeriesChart chart;
    chart.resize(400, 200);
    chart.setData(oneSeries(), range, std::chrono::seconds{10});
    chart.setTimeCursor(&cursor);
    QVERIFY(!chart.grab().isNull());
    const int renders = chart.traceRenders();
    cursor.setMarks({{1'500'000, u"push 1"_s}});
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(chart.traceRenders(), renders);
}

QTEST_MAIN(TestTimeMarks)
#include "tst_timemarks.moc"
