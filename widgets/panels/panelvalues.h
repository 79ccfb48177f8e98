// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "core/plainline.h"
#include "dashboards/dashboard.h"
#include "metrics/reduction.h"
#include "style/chartpalette.h"
#include "style/theme.h"
#include "style/tone.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// Name of a series for people, from the legend template; plainLine() applied.
[[nodiscard]] QString seriesName(const QueryAnswer &answer, const LabelSet &labels);

/// An answer that was asked for with an offset stands for the past.
[[nodiscard]] bool isComparison(const QueryAnswer &answer);

[[nodiscard]] Tone toneOf(Severity severity);
/// Of the highest threshold that is not above value, ok below the lowest. ("Critical below 5" is
/// written as critical at 0, ok at 5.) Neutral without thresholds and for NaN.
[[nodiscard]] Tone toneOf(double value, const std::vector<Threshold> &thresholds);
[[nodiscard]] const ValueName *nameOf(double value, const std::vector<ValueName> &names);

/// One series made one value, as stat and gauge show it.
struct PanelValue
{
    QString name;
    SeriesPtr series;
    Reduced reduced;
    QString text; ///< formatted, or the value's name
    Tone tone = Tone::Neutral;
    std::optional<Change> change; ///< against the comparison with the same labels
    SeriesPtr past;
};

/// All values of a snapshot, in the order of queries and series.
[[nodiscard]] std::vector<PanelValue> panelValues(const Panel &panel, const PanelSnapshot &snapshot,
                                                  const QLocale &locale);

/// "+12 %", "new", "same", or "no comparison": never a percentage that means nothing.
[[nodiscard]] QString changeText(const Change &change, const QLocale &locale);

/// One value in words: "p95: 1.25 s, warning, +12 % against last week".
[[nodiscard]] QString describe(const PanelValue &value, const QLocale &locale);

/// The charts' colours on a panel's card.
[[nodiscard]] ChartPalette panelChartPalette(const ThemeColors &colors);

} // namespace spillway
