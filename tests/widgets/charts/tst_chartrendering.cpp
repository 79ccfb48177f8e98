// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pixels of each kind of trace, on both themes and on a sharp screen, and charts of absurd size.
#include "charts/chartscene.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs step = 15'000;
constexpr int samples = 101;
constexpr TimeRange range{0, (samples - 1) * step};

template<typename Value>
ChartSeries makeSeries(Value value, TraceStyle style = TraceStyle::Line)
{
    auto series = std::make_shared<Series>();
    for (int i = 0; i < samples; ++i) {
        series->times.push_back(i * step);
        series->values.push_back(value(i));
    }
    ChartSeries result;
    result.data = std::move(series);
    result.name = u"series"_s;
    result.look.colour = Qt::red;
    result.style = style;
    return result;
}

ChartSeries flat(double level, TraceStyle style = TraceStyle::Line)
{
    return makeSeries([level](int) { return level; }, style);
}

void fill(ChartScene &scene, ChartSeriesList series)
{
    scene.setSeries(std::move(series));
    scene.setRange(range);
    scene.setStep(std::chrono::milliseconds{step});
    scene.setSize({400, 310}, 1);
}

/// How many pixels of a column of the plot are nearer to red than to the background.
int redPixels(ChartScene &scene, EpochMs time)
{
    const QImage &image = scene.image();
    const qreal ratio = image.devicePixelRatio();
    const QRectF plot = scene.mapping().plot();
    const int x = static_cast<int>(scene.mapping().x(time) * ratio);
    int count = 0;
    for (int y = static_cast<int>(plot.top() * ratio); y < static_cast<int>(plot.bottom() * ratio);
         ++y) {
        const QColor colour = image.pixelColor(x, y);
        count += colour.red() > colour.blue() + 60 && colour.red() > colour.green() + 60 ? 1 : 0;
    }
    return count;
}

int redPixelsOfAll(ChartScene &scene)
{
    int count = 0;
    for (int i = 1; i < samples - 1; ++i) {
        count += redPixels(scene, i * step);
    }
    return count;
}

} // namespace

class TestChartRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStyleIsVisible_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("log");
        QTest::addColumn<qreal>("ratio");
        const std::array styles{
            std::pair{"line", TraceStyle::Line}, std::pair{"area", TraceStyle::Area},
            std::pair{"stack", TraceStyle::StackedArea}, std::pair{"points", TraceStyle::Points}};
        for (const auto &[name, style] : styles) {
            for (const bool dark : {false, true}) {
                for (const bool log : {false, true}) {
                    for (const qreal ratio : {1.0, 2.0}) {
                        QTest::addRow("%s, %s, %s, ratio %d", name, dark ? "dark" : "light",
                                      log ? "log" : "linear", static_cast<int>(ratio))
                            << static_cast<int>(style) << dark << log << ratio;
                    }
                }
            }
        }
    }

    void everyStyleIsVisible()
    {
        QFETCH(int, style);
        QFETCH(bool, dark);
        QFETCH(bool, log);
        QFETCH(qreal, ratio);
        ChartScene scene;
        ChartOptions options;
        options.logAxis = log;
        scene.setOptions(options);
        scene.setPalette(dark ? ChartPalette::dark() : ChartPalette::light());
        fill(scene, {flat(35, static_cast<TraceStyle>(style))});
        scene.setSize({400, 310}, ratio);
        QCOMPARE(scene.image().pixelColor(0, 0), scene.palette().background);
        const QRectF plot = scene.mapping().plot();
        QVERIFY(plot.contains(scene.mapping().x(50 * step), scene.mapping().y(35)));
        // There is ink on the line, and none in the air above it.
        const QImage &image = scene.image();
        const auto at = [&](double y) {
            return image.pixelColor(static_cast<int>(scene.mapping().x(50 * step) * ratio),
                                    static_cast<int>(y * ratio));
        };
        const QColor ink = at(scene.mapping().y(35));
        QVERIFY(ink.red() > ink.blue() + 60);
        const QColor air = at((plot.top() + scene.mapping().y(35)) / 2);
        QVERIFY(std::abs(air.red() - air.blue()) < 40);
    }

    void areasAreFilledAndLinesAreNot()
    {
        ChartScene line;
        fill(line, {flat(80)});
        ChartScene area;
        fill(area, {flat(80, TraceStyle::Area)});
        const QPoint under(static_cast<int>(area.mapping().x(50 * step + step / 2)),
                           static_cast<int>(area.mapping().y(47)));
        QVERIFY(area.image().pixelColor(under) != line.image().pixelColor(under));
    }

    void negativeAreasHangFromZero()
    {
        ChartScene scene;
        fill(scene, {flat(-80, TraceStyle::Area)});
        QVERIFY(scene.mapping().values().max >= 0);
        const QImage &image = scene.image();
        const auto colourAt = [&](double value) {
            return image.pixelColor(static_cast<int>(scene.mapping().x(50 * step + step / 2)),
                                    static_cast<int>(scene.mapping().y(value)));
        };
        QVERIFY(colourAt(-33).blue() < scene.palette().background.blue());
    }

    void whatALogAxisCannotShowIsAGapWithMarks()
    {
        ChartScene scene;
        ChartOptions options;
        options.logAxis = true;
        scene.setOptions(options);
        fill(scene, {makeSeries([](int i) {
                 return i >= 40 && i <= 60 ? (i % 2 == 0 ? 0.0 : -5.0) : 100.0;
             })});
        QVERIFY(redPixels(scene, 20 * step) > 0);
        QCOMPARE(redPixels(scene, 50 * step), 0);
        QVERIFY(redPixels(scene, 80 * step) > 0);
    }

    void nothingButNanIsAnEmptyPlotWithMarks()
    {
        ChartScene scene;
        fill(scene, {makeSeries([](int) { return std::nan(""); })});
        QCOMPARE(redPixelsOfAll(scene), 0);
        QVERIFY(scene.mapping().values().max > scene.mapping().values().min);
        ChartScene empty;
        fill(empty, {});
        QVERIFY(scene.image() != empty.image());
    }

    void overlaysAreLighterThanWhatTheyAreComparedWith()
    {
        ChartScene now;
        fill(now, {flat(35)});
        ChartScene then;
        ChartSeries comparison = flat(35);
        comparison.overlay = true;
        fill(then, {comparison});
        QVERIFY(redPixelsOfAll(then) < redPixelsOfAll(now));
        QVERIFY(then.image() != now.image());
    }

    void theUnfinishedIntervalIsDashed()
    {
        ChartScene scene;
        fill(scene, {flat(35)});
        const int solid = redPixelsOfAll(scene);
        ChartOptions options;
        options.incompleteFrom = 50 * step;
        scene.setOptions(options);
        const int dashed = redPixelsOfAll(scene);
        QVERIFY2(dashed < solid, qPrintable(u"%1 of %2"_s.arg(dashed).arg(solid)));
        QVERIFY(redPixels(scene, 20 * step) > 0);
    }

    void aSpikeOfOneSampleReachesItsHeight_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("as many samples as pixels") << 400;
        QTest::newRow("100 samples a pixel") << 40'000;
    }

    void aSpikeOfOneSampleReachesItsHeight()
    {
        QFETCH(int, count);
        for (const int spike : {1, count / 3, count / 2, count - 2}) {
            auto data = std::make_shared<Series>();
            for (int i = 0; i < count; ++i) {
                data->times.push_back(i * EpochMs{1000});
                data->values.push_back(i == spike ? 1000 : 10);
            }
            ChartSeries series;
            series.data = data;
            series.look.colour = Qt::red;
            ChartScene scene;
            scene.setSeries({series});
            scene.setRange({0, (count - 1) * EpochMs{1000}});
            scene.setStep(std::chrono::milliseconds{1000});
            scene.setSize({400, 310}, 1);
            QVERIFY(scene.mapping().values().max >= 1000);
            const int x = static_cast<int>(scene.mapping().x(spike * EpochMs{1000}));
            const int y = static_cast<int>(scene.mapping().y(900));
            bool found = false;
            for (int dx = -1; dx <= 1; ++dx) {
                const QColor colour = scene.image().pixelColor(std::clamp(x + dx, 0, 399), y);
                found = found || colour.red() > colour.blue() + 40;
            }
            QVERIFY2(found, qPrintable(u"spike at %1 of %2"_s.arg(spike).arg(count)));
        }
    }

    void twoThousandSeriesOfAThousandSamples_data()
    {
        QTest::addColumn<int>("style");
        QTest::newRow("lines") << static_cast<int>(TraceStyle::Line);
        QTest::newRow("stack") << static_cast<int>(TraceStyle::StackedArea);
        QTest::newRow("points") << static_cast<int>(TraceStyle::Points);
    }

    void twoThousandSeriesOfAThousandSamples()
    {
        QFETCH(int, style);
        ChartSeriesList list;
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < 2000; ++i) {
            auto data = std::make_shared<Series>();
            for (int at = 0; at < 1000; ++at) {
                data->times.push_back(at * EpochMs{1000});
                data->values.push_back(1 + (i * 7919 + at * 104'729) % 1000);
                largest = std::max(largest, data->values.back());
            }
            sum += data->values.front();
            ChartSeries series;
            series.data = std::move(data);
            series.name = u"series %1"_s.arg(i);
            series.look = ChartPalette::light().look(static_cast<std::size_t>(i));
            series.style = static_cast<TraceStyle>(style);
            list.push_back(std::move(series));
        }
        ChartScene scene;
        scene.setSeries(std::move(list));
        scene.setRange({0, 999'000});
        scene.setStep(std::chrono::milliseconds{1000});
        scene.setSize({800, 400}, 1);
        QVERIFY(!scene.image().isNull());
        QCOMPARE(scene.traceRenders(), 1);
        const bool stacked = static_cast<TraceStyle>(style) == TraceStyle::StackedArea;
        QVERIFY(scene.mapping().values().max >= (stacked ? sum : largest));
        const QRectF plot = scene.mapping().plot();
        const QColor middle = scene.image().pixelColor(plot.center().toPoint());
        QVERIFY(middle != scene.palette().background);
        // The picture of one visible series does not pay for the others.
        SeriesMask one(2000, false);
        one[1234] = true;
        scene.setVisible(one);
        QVERIFY(scene.mapping().values().max <= 2 * largest);
    }

    void vectorsAndPixelsShowTheSame()
    {
        ChartScene scene;
        fill(scene,
             {makeSeries([](int i) { return 50 + 40 * std::sin(i / 7.0); }, TraceStyle::Area),
              makeSeries([](int i) { return 20.0 + i % 9; }, TraceStyle::Points)});
        const QImage raster = scene.image();
        QImage painted(raster.size(), QImage::Format_RGB32);
        painted.fill(Qt::white);
        QPainter painter(&painted);
        painter.setRenderHint(QPainter::Antialiasing);
        scene.paintVector(&painter);
        painter.end();
        // Antialiasing differs; large differences must be rare.
        int different = 0;
        for (int y = 0; y < raster.height(); ++y) {
            for (int x = 0; x < raster.width(); ++x) {
                const QColor a = raster.pixelColor(x, y);
                const QColor b = painted.pixelColor(x, y);
                different += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                                         std::abs(a.blue() - b.blue()) >
                                     250
                                 ? 1
                                 : 0;
            }
        }
        QVERIFY2(different < raster.width() * raster.height() / 50,
                 qPrintable(QString::number(different)));
    }
};

QTEST_MAIN(TestChartRendering)
#include "tst_chartrendering.moc"
