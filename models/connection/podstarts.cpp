// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/podstarts.h"

#include "kube/pod.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// Clocks of nodes and of the server differ a little: a step is never shorter than nothing.
PodPhases::Length step(const std::optional<EpochMs> &from, const std::optional<EpochMs> &to)
{
    return from && to ? std::optional{milliseconds{std::max<EpochMs>(0, *to - *from)}}
                      : std::nullopt;
}

/// In milliseconds.
double unitOf(const QString &unit)
{
    constexpr double second = 1'000;
    if (unit == "ms"_L1) {
        return 1;
    }
    return unit == "s"_L1   ? second
           : unit == "m"_L1 ? 60 * second
           : unit == "h"_L1 ? 3'600 * second
                            : 1 / second;
}

milliseconds nearestRank(const std::vector<milliseconds> &sorted, std::size_t percent)
{
    const std::size_t rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

PodPhases podPhases(const kube::PodStartup &startup)
{
    return {.scheduled = step(startup.created, startup.scheduled),
            .initialised = step(startup.scheduled, startup.initialized),
            .started = step(startup.initialized, startup.containersStarted),
            .ready = step(startup.containersStarted, startup.ready),
            .total = startup.coldStart(),
            .serving = step(startup.scheduled, startup.ready)};
}

std::optional<PodStarts> podStarts(std::vector<milliseconds> starts)
{
    if (starts.empty()) {
        return std::nullopt;
    }
    std::sort(starts.begin(), starts.end());
    return PodStarts{starts.size(), nearestRank(starts, 50), nearestRank(starts, 95)};
}

StartSummary startSummary(const std::vector<PodPhases> &starts)
{
    StartSummary summary;
    const auto of = [&starts](PodPhases::Length PodPhases::*step) {
        std::vector<milliseconds> lengths;
        lengths.reserve(starts.size());
        for (const PodPhases &start : starts) {
            if (start.total && start.*step) {
                lengths.push_back(*(start.*step));
            }
        }
        return podStarts(std::move(lengths));
    };
    const std::optional<PodStarts> all = of(&PodPhases::total);
    summary.starts = all ? all->pods : 0;
    summary.serving = of(&PodPhases::serving);
    summary.scheduled = of(&PodPhases::scheduled);
    summary.initialised = of(&PodPhases::initialised);
    summary.image = of(&PodPhases::image);
    summary.started = of(&PodPhases::started);
    summary.ready = of(&PodPhases::ready);
    return summary;
}

PodPhases::Length imagePull(const QString &note)
{
    if (note.contains("already present on machine"_L1)) {
        return milliseconds{0};
    }
    static const QRegularExpression told(u"^Successfully pulled image .+ in (\\S+)"_s);
    static const QRegularExpression part(u"\\G([\\d.]+)(h|ms|m|s|µs)"_s);
    const QString length = told.match(note).captured(1); // Go's notation: "1m2.5s", "850ms"
    double sum = 0;
    qsizetype read = 0;
    for (auto parts = part.globalMatch(length); parts.hasNext();) {
        const QRegularExpressionMatch one = parts.next();
        sum += one.captured(1).toDouble() * unitOf(one.captured(2));
        read = one.capturedEnd();
    }
    return length.isEmpty() || read < length.size()
               ? std::nullopt
               : std::optional{milliseconds{std::llround(sum)}};
}

} // namespace spillway
