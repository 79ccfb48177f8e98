// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/drawnsnapshot.h"

#include "metrics/histogramlines.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DrawnSnapshot)
};

/// Each is computed from all its buckets on the GUI thread.
constexpr std::size_t mostHistograms = 8;

} // namespace

void DrawnSnapshot::set(PanelKind kind, const PanelSnapshot &snapshot)
{
    m_drawn = snapshot;
    std::vector<std::pair<Result, Result>> made;
    const bool numbers = kind != PanelKind::Heatmap && kind != PanelKind::Text;
    for (QueryAnswer &answer : m_drawn.answers) {
        if (numbers && answer.result && histogramCount(answer.result->series) > 0) {
            made.emplace_back(answer.result, linesOf(answer.result));
            answer.result = made.back().second;
        }
    }
    m_made = std::move(made);
}

DrawnSnapshot::Result DrawnSnapshot::linesOf(const Result &result) const
{
    const auto known = std::find_if(m_made.begin(), m_made.end(),
                                    [&](const auto &pair) { return pair.first == result; });
    if (known != m_made.end()) {
        return known->second;
    }
    auto lines = std::make_shared<QueryResult>(*result);
    lines->series = histogramLines(result->series, mostHistograms);
    lines->notes.infos.prepend(
        Text::tr("Native histograms are drawn as their p50 and p95; a heatmap shows all of them."));
    const std::size_t count = histogramCount(result->series);
    if (count > mostHistograms) {
        lines->notes.warnings.prepend(
            Text::tr("Only %1 of %2 histograms are drawn.").arg(mostHistograms).arg(count));
    }
    return lines;
}

} // namespace spillway
