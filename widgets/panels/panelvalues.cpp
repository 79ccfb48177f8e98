// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelvalues.h"

#include "metrics/histogramlines.h"
#include "metrics/histogramquantile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelValue)
};

/// The comparison series with these labels; a single one on both sides always belongs together.
SeriesPtr pastOf(const PanelSnapshot &snapshot, const QueryAnswer &answer, const LabelSet &labels)
{
    for (const QueryAnswer &other : snapshot.answers) {
        if (!isComparison(other) || !other.result || other.legend != answer.legend) {
            continue;
        }
        for (const SeriesPtr &series : other.result->series) {
            const bool single =
                other.result->series.size() == 1 && answer.result->series.size() == 1;
            if (single || series->labels == labels) {
                return series;
            }
        }
    }
    return nullptr;
}

PanelValue makeValue(const Panel &panel, const QueryAnswer &answer, const SeriesPtr &series,
                     const Reduced &reduced, const QLocale &locale)
{
    PanelValue value;
    value.name = seriesName(answer, series->labels);
    value.series = series;
    value.reduced = reduced;
    value.text = formatValue(reduced.value, panel.unit, locale);
    value.tone = toneOf(reduced.value, panel.thresholds);
    if (const ValueName *name = nameOf(reduced.value, panel.valueNames)) {
        value.text = plainLine(name->text);
        value.tone = toneOf(name->severity);
    }
    return value;
}

} // namespace

QString seriesName(const QueryAnswer &answer, const LabelSet &labels)
{
    const std::string_view quantile = labels.value(quantileLabel);
    if (quantile.empty()) {
        return plainLine(legendText(answer.legend, labels));
    }
    const QString of = plainLine(legendText(answer.legend, withoutLabels(labels, {quantileLabel})));
    const QString name =
        QString::fromUtf8(quantile.data(), static_cast<qsizetype>(quantile.size()));
    return of.isEmpty() ? name : QString{of + u' ' + name};
}

bool isComparison(const QueryAnswer &answer)
{
    return answer.offset.count() != 0;
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return Tone::Ok;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Critical:
        return Tone::Critical;
    }
    return Tone::Neutral;
}

Tone toneOf(double value, const std::vector<Threshold> &thresholds)
{
    if (std::isnan(value) || thresholds.empty()) {
        return Tone::Neutral;
    }
    const Threshold *reached = nullptr;
    for (const Threshold &threshold : thresholds) {
        if (value >= threshold.value && (reached == nullptr || threshold.value >= reached->value)) {
            reached = &threshold;
        }
    }
    return reached == nullptr ? Tone::Ok : toneOf(reached->severity);
}

const ValueName *nameOf(double value, const std::vector<ValueName> &names)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [value](const ValueName &name) { return name.value == value; });
    return found == names.end() ? nullptr : &*found;
}

std::vector<PanelValue> panelValues(const Panel &panel, const PanelSnapshot &snapshot,
                                    const QLocale &locale)
{
    std::vector<PanelValue> values;
    for (const QueryAnswer &answer : snapshot.answers) {
        if (isComparison(answer) || !answer.result) {
            continue;
        }
        for (const SeriesPtr &series : answer.result->series) {
            const auto reduced = reduce(*series, panel.reduce);
            if (!reduced) {
                continue;
            }
            PanelValue value = makeValue(panel, answer, series, *reduced, locale);
            value.past = pastOf(snapshot, answer, series->labels);
            if (value.past) {
                if (const auto past = reduce(*value.past, panel.reduce)) {
                    value.change = changeOf(reduced->value, past->value);
                }
            }
            values.push_back(std::move(value));
        }
    }
    return values;
}

QString changeText(const Change &change, const QLocale &locale)
{
    switch (change.kind) {
    case Change::Kind::Relative:
        break;
    case Change::Kind::FromZero:
        return Text::tr("was 0 last week");
    case Change::Kind::BothZero:
        return Text::tr("same as last week");
    case Change::Kind::NotNumbers:
        return Text::tr("no comparison");
    }
    const double percent = std::round(change.ratio * 1000) / 10;
    if (percent == 0) {
        return Text::tr("same as last week");
    }
    if (percent >= 1000) {
        return Text::tr("×%1 last week").arg(locale.toString(change.ratio + 1, 'f', 0));
    }
    const int decimals = std::abs(percent) < 10 ? 1 : 0;
    const QString sign = percent > 0 ? u"+"_s : u"−"_s;
    return Text::tr("%1 % vs last week")
        .arg(sign + locale.toString(std::abs(percent), 'f', decimals));
}

QString describe(const PanelValue &value, const QLocale &locale)
{
    QStringList parts{value.name.isEmpty() ? value.text
                                           : Text::tr("%1: %2").arg(value.name, value.text)};
    if (value.tone != Tone::Neutral) {
        parts << toneName(value.tone);
    }
    if (value.change) {
        parts << changeText(*value.change, locale);
    }
    if (value.reduced.notNumbers > 0) {
        parts << Text::tr("%1 of %2 samples are not numbers and left out")
                     .arg(value.reduced.notNumbers)
                     .arg(value.reduced.samples);
    }
    return parts.join(Text::tr(", "));
}

ChartPalette panelChartPalette(const ThemeColors &colors)
{
    ChartPalette palette = colors.dark ? ChartPalette::dark() : ChartPalette::light();
    palette.background = colors.surface;
    palette.grid = colors.hairline;
    palette.axis = colors.hairlineStrong;
    palette.text = colors.textMuted;
    palette.dimText = colors.textFaint;
    palette.focus = colors.accent;
    palette.ok = colors.ok;
    palette.warning = colors.warning;
    palette.critical = colors.critical;
    palette.tooltipBackground = colors.raised;
    palette.tooltipBorder = colors.hairlineStrong;
    palette.tooltipText = colors.text;
    return palette;
}

} // namespace spillway
