// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// New data into 12 panels x 8 series, then a full repaint of their window. Prints the median in
// milliseconds by points a series: {"1000": ms, "4000": ms, "20000": ms}. The same work in uPlot:
// peers/charts/.
//
// What is timed: setData() on each chart and QWidget::repaint() of the window, which reduces,
// rasterises and copies everything into the window's memory (the offscreen platform has no
// screen to wait for). The series are made before: uPlot gets its typed arrays ready-made too.
#include "charts/timeserieschart.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QGridLayout>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

using namespace spillway;

namespace {

constexpr int panels = 12;
constexpr int seriesPerPanel = 8;
constexpr int dataSets = 3; // new data each time, never the ones still in the cache
constexpr EpochMs start = 1'700'000'000'000;
constexpr EpochMs step = 15'000;

/// The same generator as in peers/charts/page.html: a slow wave with noise of a tenth of it.
class Noise
{
public:
    explicit Noise(std::uint32_t seed)
        : m_state(seed * 2654435761U + 1U)
    {}
    double next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<double>(m_state >> 8U) / 16777216.0;
    }

private:
    std::uint32_t m_state;
};

SeriesPtr makeSeries(int points, std::uint32_t seed)
{
    Noise noise{seed};
    auto series = std::make_shared<Series>();
    series->times.reserve(static_cast<std::size_t>(points));
    series->values.reserve(static_cast<std::size_t>(points));
    for (int i = 0; i < points; ++i) {
        const double phase = 12.0 * i / points + seed % 8;
        series->times.push_back(start + i * step);
        series->values.push_back(100.0 + 20.0 * (seed % 8) + 40.0 * std::sin(phase) +
                                 8.0 * (noise.next() - 0.5));
    }
    return series;
}

ChartSeriesList makePanel(int points, int set, int panel, const ChartPalette &palette)
{
    ChartSeriesList list;
    for (int i = 0; i < seriesPerPanel; ++i) {
        const int seed = (set * panels + panel) * seriesPerPanel + i;
        ChartSeries one;
        one.data = makeSeries(points, static_cast<std::uint32_t>(seed));
        one.name = QStringLiteral("series %1").arg(i);
        one.look = palette.look(static_cast<std::size_t>(i));
        list.push_back(std::move(one));
    }
    return list;
}

double medianUpdate(int points, int rounds)
{
    QWidget window;
    auto *grid = new QGridLayout(&window);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    std::vector<TimeSeriesChart *> charts;
    ChartOptions options;
    options.unit = {Unit::RequestsPerSecond, {}, {}};
    options.legend = false; // neither has uPlot's page
    for (int i = 0; i < panels; ++i) {
        auto *chart = new TimeSeriesChart(&window);
        chart->setFixedSize(400, 310);
        chart->setOptions(options);
        grid->addWidget(chart, i / 4, i % 4);
        charts.push_back(chart);
    }
    std::vector<std::vector<ChartSeriesList>> sets(dataSets);
    for (int set = 0; set < dataSets; ++set) {
        for (int panel = 0; panel < panels; ++panel) {
            sets[static_cast<std::size_t>(set)].push_back(
                makePanel(points, set, panel, ChartPalette::light()));
        }
    }
    window.show();
    QApplication::processEvents();
    const TimeRange range{start, start + (points - 1) * step};
    std::vector<double> times;
    for (int round = 0; round < rounds + dataSets; ++round) { // the first ones warm up
        QElapsedTimer timer;
        timer.start();
        for (std::size_t panel = 0; panel < charts.size(); ++panel) {
            charts[panel]->setData(sets[static_cast<std::size_t>(round % dataSets)][panel], range,
                                   std::chrono::milliseconds{step});
        }
        window.repaint();
        if (round >= dataSets) {
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app{argc, argv};
    const int rounds = argc > 1 ? std::max(5, std::atoi(argv[1])) : 21;
    std::printf("{\"1000\": %.3f, ", medianUpdate(1000, rounds));
    std::printf("\"4000\": %.3f, ", medianUpdate(4000, rounds));
    std::printf("\"20000\": %.3f}\n", medianUpdate(20000, rounds));
    return 0;
}
