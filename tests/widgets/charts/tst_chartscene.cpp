// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartscene.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs step = 15'000;
constexpr int samples = 101;
constexpr TimeRange range{0, (samples - 1) * step};

template<typename Value>
ChartSeries makeSeries(const QColor &colour, Value value)
{
    auto series = std::make_shared<Series>();
    for (int i = 0; i < samples; ++i) {
        const std::optional<double> one = value(i);
        if (one) {
            series->times.push_back(i * step);
            series->values.push_back(*one);
        }
    }
    ChartSeries result;
    result.data = std::move(series);
    result.name = colour.name();
    result.look.colour = colour;
    return result;
}

ChartSeries flat(const QColor &colour, double level)
{
    return makeSeries(colour, [level](int) { return std::optional{level}; });
}

void fill(ChartScene &scene, ChartSeriesList series, qreal ratio = 1)
{
    scene.setSeries(std::move(series));
    scene.setRange(range);
    scene.setStep(std::chrono::milliseconds{step});
    scene.setSize({400, 310}, ratio);
}

/// Colour where a value of a time is drawn.
QColor probe(ChartScene &scene, EpochMs time, double value)
{
    const QImage &image = scene.image();
    const qreal ratio = image.devicePixelRatio();
    const QPoint at(static_cast<int>(scene.mapping().x(time) * ratio),
                    static_cast<int>(scene.mapping().y(value) * ratio));
    return image.pixelColor(at);
}

bool isLike(const QColor &a, const QColor &b, int tolerance = 70)
{
    return std::abs(a.red() - b.red()) < tolerance && std::abs(a.green() - b.green()) < tolerance &&
           std::abs(a.blue() - b.blue()) < tolerance;
}

} // namespace

class TestChartScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreWhereTheirValuesAre_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void linesAreWhereTheirValuesAre()
    {
        QFETCH(qreal, ratio);
        ChartScene scene;
        fill(scene, {flat(Qt::red, 35), flat(Qt::blue, 65)}, ratio);
        QCOMPARE(scene.image().size(), (QSizeF(400, 310) * ratio).toSize());
        for (const EpochMs time : {10 * step, 50 * step, 90 * step}) {
            QVERIFY(isLike(probe(scene, time, 35), Qt::red, 150));
            QVERIFY(isLike(probe(scene, time, 65), Qt::blue, 150));
            QVERIFY(!isLike(probe(scene, time, 47), Qt::red));
        }
    }

    void hiddenSeriesAreNotDrawnAndDoNotScale()
    {
        ChartScene scene;
        fill(scene, {flat(Qt::red, 35), flat(Qt::blue, 1000)});
        const double all = scene.mapping().values().max;
        scene.setVisible({true, false});
        QVERIFY(scene.mapping().values().max < all);
        QVERIFY(isLike(probe(scene, 50 * step, 35), Qt::red, 150));
    }

    void thresholdNamesAvoidTraces()
    {
        // On the right, where the name usually stands, the trace crosses the line all the time.
        ChartScene scene;
        ChartOptions options;
        options.thresholds = {{50, ThresholdLevel::Critical, u"limit"_s}};
        fill(scene, {makeSeries(Qt::blue, [](int i) {
                 return std::optional{i < 50 ? 20.0 : i % 2 == 0 ? 40.0 : 60.0};
             })});
        scene.setOptions(options);
        const QImage &image = scene.image();
        const auto line = static_cast<int>(scene.mapping().y(50));
        const auto middle = static_cast<int>(scene.mapping().x(49 * step));
        int inked = 0;
        for (int x = static_cast<int>(scene.mapping().plot().left()) + 2; x < middle; ++x) {
            for (int y = line - 12; y < line - 2; ++y) {
                inked += isLike(image.pixelColor(x, y), Qt::white) ? 0 : 1;
            }
        }
        QVERIFY(inked > 10);
    }

    void smallChartsTellTheTime()
    {
        LabelCache labels;
        labels.setFont(QFont{}, 1);
        for (const int minutes : {5, 60, 360, 1440}) {
            const TimeRange shown{1'795'348'800'000, 1'795'348'800'000 + minutes * 60'000};
            const ChartLayout layout =
                layoutChart({.size = {200, 120}, .range = shown}, ChartOptions{}, labels);
            const auto told =
                std::count_if(layout.ticks.begin(), layout.ticks.end(),
                              [](const TimeTick &tick) { return !tick.text.isEmpty(); });
            QVERIFY2(told >= 2, qPrintable(QString::number(minutes)));
        }
    }

    void gapsShowTheBackground()
    {
        ChartScene scene;
        fill(scene, {makeSeries(Qt::red, [](int i) {
                 return i > 30 && i < 60 ? std::nullopt : std::optional{35.0};
             })});
        QVERIFY(isLike(probe(scene, 20 * step, 35), Qt::red, 150));
        QVERIFY(isLike(probe(scene, 44 * step + 2000, 35), Qt::white));
    }

    void nanGetsAMarkInTheLane()
    {
        ChartScene scene;
        fill(scene, {flat(Qt::red, 35)});
        const qreal without = scene.mapping().plot().height();
        fill(scene, {makeSeries(Qt::red, [](int i) {
                 return std::optional{i == 50 ? std::nan("") : 35.0};
             })});
        QVERIFY(scene.mapping().plot().height() < without);
        const QImage &image = scene.image();
        const int x = static_cast<int>(scene.mapping().x(50 * step));
        const int laneTop = static_cast<int>(scene.mapping().plot().bottom()) + 1;
        bool found = false;
        for (int y = laneTop; y < laneTop + 9; ++y) {
            for (int dx = -3; dx <= 3; ++dx) {
                found = found || isLike(image.pixelColor(x + dx, y), Qt::red, 120);
            }
        }
        QVERIFY(found);
    }

    void stacksFillUpToTheSum()
    {
        ChartSeriesList list{flat(Qt::red, 30), flat(Qt::blue, 20)};
        for (ChartSeries &one : list) {
            one.style = TraceStyle::StackedArea;
        }
        ChartScene scene;
        fill(scene, list);
        QVERIFY(scene.mapping().values().max >= 50);
        QCOMPARE(scene.mapping().values().min, 0.0);
        const QColor low = probe(scene, 50 * step + 3000, 15);
        const QColor high = probe(scene, 50 * step + 3000, 42);
        QVERIFY(low.red() > low.blue() + 50);
        QVERIFY(high.blue() > high.red() + 50);
        QCOMPARE(scene.drawn(1)->values.front(), 50.0);
    }

    void bandsFillBetweenTheirEdges()
    {
        ChartSeries band = flat(Qt::blue, 80);
        band.style = TraceStyle::Band;
        band.lower = flat(Qt::blue, 30).data;
        ChartScene scene;
        fill(scene, {band});
        const QColor inside = probe(scene, 50 * step + 3000, 47);
        const QColor below = probe(scene, 50 * step + 3000, 13);
        QVERIFY(inside.red() < below.red());
        QVERIFY(isLike(below, Qt::white));
    }

    void hatchedRangesAreVisible()
    {
        ChartScene plain;
        fill(plain, {flat(Qt::red, 35)});
        ChartScene hatched;
        fill(hatched, {flat(Qt::red, 35)});
        ChartOptions options;
        options.hatched = {{60 * step, 100 * step}};
        hatched.setOptions(options);
        QVERIFY(plain.image() != hatched.image());
        const QRect left(60, 20, 100, 200);
        QVERIFY(plain.image().copy(left) == hatched.image().copy(left));
    }

    void nearThresholdsAreInThePicture()
    {
        ChartScene scene;
        fill(scene, {flat(Qt::red, 1.5)});
        ChartOptions options;
        options.thresholds = {{2.1, ThresholdLevel::Critical, u"SLO"_s},
                              {900, ThresholdLevel::Warning, {}}};
        scene.setOptions(options);
        QVERIFY(scene.mapping().values().max >= 2.1);
        QVERIFY(scene.mapping().values().max < 10);
        QVERIFY(isLike(probe(scene, 20 * step, 2.1), ChartPalette::light().critical, 40));
    }

    void longLabelsGetRoom()
    {
        ChartScene scene;
        ChartOptions options;
        options.unit = {Unit::TokensPerMinute, {}, {}};
        scene.setOptions(options);
        fill(scene, {flat(Qt::red, 60)});
        const qreal usual = scene.mapping().plot().left();
        fill(scene, {flat(Qt::red, 987'654'321)});
        options.unit = {Unit::CurrencyPerMonth, u"a currency of a very long name"_s, {}};
        scene.setOptions(options);
        QVERIFY(scene.mapping().plot().left() > usual);
    }

    void drawsOnlyWhenSomethingChanged()
    {
        ChartScene scene;
        fill(scene, {flat(Qt::red, 35)});
        (void)scene.image();
        (void)scene.image();
        (void)scene.mapping();
        (void)scene.hit({200, 100}, 20);
        scene.setRange(range);
        scene.setOptions(ChartOptions{});
        scene.setPalette(ChartPalette::light());
        (void)scene.image();
        QCOMPARE(scene.traceRenders(), 1);
        scene.setPalette(ChartPalette::dark());
        (void)scene.image();
        QCOMPARE(scene.traceRenders(), 2);
    }

    void hitsTheNearestLine()
    {
        ChartScene scene;
        fill(scene, {flat(Qt::red, 30), flat(Qt::blue, 60)});
        const PlotMapping mapping = scene.mapping();
        const auto near = [&](double value) {
            return scene.hit({mapping.x(50 * step + 100), mapping.y(value)}, 12);
        };
        QCOMPARE(near(31), (std::optional{SamplePosition{0, 50}}));
        QCOMPARE(near(59), (std::optional{SamplePosition{1, 50}}));
        QVERIFY(!near(45));
        scene.setVisible({false, true});
        QVERIFY(!near(31));
    }

    void emptyAndOddInputIsDrawn_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("logAxis");
        QTest::newRow("usual") << QSize{400, 310} << false;
        QTest::newRow("log") << QSize{400, 310} << true;
        QTest::newRow("tiny") << QSize{10, 8} << false;
        QTest::newRow("nothing") << QSize{0, 0} << false;
        QTest::newRow("flat") << QSize{900, 20} << true;
    }

    void emptyAndOddInputIsDrawn()
    {
        QFETCH(QSize, size);
        QFETCH(bool, logAxis);
        ChartOptions options;
        options.logAxis = logAxis;
        options.thresholds = {{std::nan(""), ThresholdLevel::Ok, {}}};
        ChartScene scene;
        scene.setOptions(options);
        fill(scene, {});
        scene.setSize(size, 1);
        QVERIFY(!scene.image().isNull());
        ChartSeries huge = flat(Qt::red, 1e300);
        ChartSeries lone = makeSeries(
            Qt::green, [](int i) { return i == 7 ? std::optional{-1e300} : std::nullopt; });
        fill(scene, {huge, lone, ChartSeries{}});
        scene.setSize(size, 1);
        QVERIFY(!scene.image().isNull());
    }

    void manySeriesAreUsable()
    {
        ChartSeriesList list;
        for (int i = 0; i < 500; ++i) {
            list.push_back(
                makeSeries(ChartPalette::light().look(static_cast<std::size_t>(i)).colour,
                           [i](int at) { return std::optional{i + std::sin(at)}; }));
        }
        ChartScene scene;
        fill(scene, std::move(list));
        QVERIFY(!isLike(probe(scene, 50 * step + 3000, 249), Qt::white, 20));
    }
};

QTEST_MAIN(TestChartScene)
#include "tst_chartscene.moc"
