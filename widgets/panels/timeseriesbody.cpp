// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timeseriesbody.h"

#include "charts/timeserieschart.h"
#include "metrics/topseries.h"
#include "panels/panelvalues.h"

#include <QEvent>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

TraceStyle traceStyle(DrawStyle style)
{
    switch (style) {
    case DrawStyle::Line:
        return TraceStyle::Line;
    case DrawStyle::Area:
        return TraceStyle::Area;
    case DrawStyle::StackedArea:
        return TraceStyle::StackedArea;
    case DrawStyle::Band:
        return TraceStyle::Band;
    case DrawStyle::Points:
        return TraceStyle::Points;
    }
    return TraceStyle::Line;
}

ThresholdLevel levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return ThresholdLevel::Ok;
    case Severity::Warning:
        return ThresholdLevel::Warning;
    case Severity::Critical:
        return ThresholdLevel::Critical;
    }
    return ThresholdLevel::Warning;
}

} // namespace

TimeSeriesBody::TimeSeriesBody(QWidget *parent)
    : PanelBody(parent)
    , m_chart(new TimeSeriesChart{this})
{
    setFocusProxy(m_chart);
    connect(m_chart, &TimeSeriesChart::sampleActivated, this,
            [this] { Q_EMIT valueTextChanged(); });
}

void TimeSeriesBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    m_chart->setTitle(plainLine(panel.title));
    updateOptions();
    setSnapshot(m_snapshot);
}

void TimeSeriesBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_snapshot = snapshot;
    updateOptions();
    m_chart->setData(chartSeries(), snapshot.range, snapshot.step);
    Q_EMIT valueTextChanged();
}

void TimeSeriesBody::setTimeCursor(TimeCursor *cursor)
{
    m_chart->setTimeCursor(cursor);
}

void TimeSeriesBody::setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second)
{
    m_options.zone = zone;
    m_options.secondZone = second;
    updateOptions();
}

void TimeSeriesBody::updateOptions()
{
    m_options.unit = m_panel.unit;
    m_options.logAxis = m_panel.logAxis;
    m_options.softMin = m_panel.min;
    m_options.softMax = m_panel.max;
    m_options.locale = locale();
    m_options.thresholds.clear();
    for (const Threshold &threshold : m_panel.thresholds) {
        m_options.thresholds.push_back(
            {threshold.value, levelOf(threshold.severity), plainLine(threshold.label)});
    }
    // The interval that ends after the newest data is still filling.
    m_options.incompleteFrom.reset();
    if (m_snapshot.dataTime > 0 && m_snapshot.step.count() > 0) {
        m_options.incompleteFrom = m_snapshot.dataTime - m_snapshot.step.count();
    }
    // A legend below this size would take the plot's place.
    m_options.legend = width() >= 220 && height() >= 130;
    m_chart->setFont(themeFont(FontRole::Small, font()));
    m_chart->setOptions(m_options);
    m_chart->setChartPalette(panelChartPalette(themeColors(palette())));
}

ChartSeriesList TimeSeriesBody::chartSeries() const
{
    ChartSeriesList list;
    if (m_panel.style == DrawStyle::Band) {
        addBands(&list);
        return list;
    }
    for (const QueryAnswer &answer : m_snapshot.answers) {
        if (answer.result) {
            addAnswer(answer, &list);
        }
    }
    return list;
}

void TimeSeriesBody::addAnswer(const QueryAnswer &answer, ChartSeriesList *list) const
{
    const ChartPalette palette = panelChartPalette(themeColors(this->palette()));
    const bool overlay = isComparison(answer);
    const TopSeries top =
        topSeries(answer.result->series, static_cast<std::size_t>(std::max(0, m_panel.topN)));
    const auto add = [&](const SeriesPtr &samples, const QString &name) {
        ChartSeries series;
        series.data = samples;
        series.name = overlay ? tr("%1 (last week)").arg(name) : name;
        series.style = overlay ? TraceStyle::Line : traceStyle(m_panel.style);
        series.overlay = overlay;
        series.counter = answer.counter && !overlay;
        series.identity =
            answer.queryId + QChar{0x1f} + QString::fromStdString(samples->labels.toString());
        if (overlay) {
            series.legendGroup = tr("last week");
        }
        std::size_t index = list->size();
        if (overlay) {
            // The colour of what it is compared with.
            for (std::size_t i = 0; i < list->size(); ++i) {
                if (!list->at(i).overlay && list->at(i).name == name) {
                    index = i;
                    series.identity = list->at(i).identity;
                    break;
                }
            }
        }
        series.look = palette.look(index);
        list->push_back(std::move(series));
    };
    for (const SeriesPtr &samples : top.top) {
        add(samples, seriesName(answer, samples->labels));
    }
    if (top.rest) {
        add(top.rest, tr("rest (%n series)", nullptr, static_cast<int>(top.restCount)));
        list->back().identity = answer.queryId + QChar{0x1f} + QChar{0x1f};
        list->back().look.colour = palette.dimText;
        list->back().counter = false; // which series are in it changes
    }
}

/// Pairs of queries: lower edge, upper edge. What is left without a partner is a line.
void TimeSeriesBody::addBands(ChartSeriesList *list) const
{
    std::vector<std::pair<const QueryAnswer *, SeriesPtr>> all;
    for (const QueryAnswer &answer : m_snapshot.answers) {
        if (answer.result) {
            for (const SeriesPtr &series : answer.result->series) {
                all.emplace_back(&answer, series);
            }
        }
    }
    const ChartPalette palette = panelChartPalette(themeColors(this->palette()));
    for (std::size_t i = 0; i < all.size(); i += 2) {
        const bool pair = i + 1 < all.size();
        const auto &[answer, samples] = all[pair ? i + 1 : i];
        ChartSeries series;
        series.data = samples;
        series.name = seriesName(*answer, samples->labels);
        series.style = pair ? TraceStyle::Band : TraceStyle::Line;
        series.lower = pair ? all[i].second : nullptr;
        series.look = palette.look(list->size());
        list->push_back(std::move(series));
    }
}

QString TimeSeriesBody::valueText() const
{
    if (const QString walked = m_chart->valueText(); !walked.isEmpty()) {
        return walked;
    }
    QStringList parts;
    for (const PanelValue &value : panelValues(m_panel, m_snapshot, locale())) {
        parts << describe(value, locale());
        if (parts.size() == 5) {
            break;
        }
    }
    return parts.join(tr("; "));
}

void TimeSeriesBody::renderTo(QPainter *painter, const QSize &size)
{
    m_chart->renderTo(painter, size);
}

void TimeSeriesBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    m_chart->setGeometry(rect());
    updateOptions();
}

void TimeSeriesBody::changeEvent(QEvent *event)
{
    PanelBody::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        setSnapshot(m_snapshot);
    }
}

} // namespace spillway
