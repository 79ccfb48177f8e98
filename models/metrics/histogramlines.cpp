// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/histogramlines.h"

#include "metrics/histogramquantile.h"

#include <algorithm>

namespace spillway {

namespace {

constexpr std::array<double, quantileNames.size()> quantiles{0.5, 0.95};

SeriesPtr numbersOf(const Series &series)
{
    auto numbers = std::make_shared<Series>(series);
    numbers->histograms.clear();
    return numbers;
}

void addLines(const Series &series, SeriesList *lines)
{
    std::array<std::shared_ptr<Series>, quantiles.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
        std::vector<LabelSet::Pair> labels = series.labels.pairs();
        labels.emplace_back(quantileLabel, quantileNames.at(i));
        made.at(i) = std::make_shared<Series>();
        made.at(i)->labels = LabelSet{std::move(labels)};
        made.at(i)->times.reserve(series.histograms.size());
        made.at(i)->values.reserve(series.histograms.size());
    }
    for (const HistogramSample &sample : series.histograms) {
        const bool custom = hasCustomBuckets(sample);
        for (std::size_t i = 0; i < made.size(); ++i) {
            made.at(i)->times.push_back(sample.time);
            made.at(i)->values.push_back(nativeQuantile(quantiles.at(i), sample, custom));
        }
    }
    lines->insert(lines->end(), made.begin(), made.end());
}

} // namespace

std::size_t histogramCount(const SeriesList &series)
{
    return static_cast<std::size_t>(
        std::count_if(series.begin(), series.end(),
                      [](const SeriesPtr &one) { return !one->histograms.empty(); }));
}

SeriesList histogramLines(const SeriesList &series, std::size_t most)
{
    SeriesList lines;
    std::size_t drawn = 0;
    for (const SeriesPtr &one : series) {
        if (one->histograms.empty()) {
            lines.push_back(one);
            continue;
        }
        if (one->size() > 0) { // the type changed within the range
            lines.push_back(numbersOf(*one));
        }
        if (drawn < most) {
            ++drawn;
            addLines(*one, &lines);
        }
    }
    return lines;
}

} // namespace spillway
