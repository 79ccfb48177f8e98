// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timeserieschart.h"

#include "charts/axisticks.h"
#include "charts/chartaccessible.h"
#include "charts/chartlegend.h"
#include "charts/chartoverlay.h"
#include "charts/charttooltip.h"
#include "charts/timecursor.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPaintEngine>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace spillway {

namespace {

/// By what a series stays hidden.
QString hiddenKey(const ChartSeries &series)
{
    const QString key = series.identity.isEmpty() ? series.name : series.identity;
    return series.overlay ? key + QChar{0x1f} : key;
}

/// Hidden and shown together: a comparison and what it is compared with.
bool belongTogether(const ChartSeries &a, const ChartSeries &b)
{
    return !a.identity.isEmpty() && a.identity == b.identity;
}

int legendRows(int height)
{
    return std::clamp(height / 120, 1, 3);
}

} // namespace

TimeSeriesChart::TimeSeriesChart(QWidget *parent)
    : QWidget(parent)
    , m_scene(std::make_unique<ChartScene>())
    , m_ownCursor(new TimeCursor(this))
    , m_cursor(m_ownCursor)
    , m_overlay(new ChartOverlay(m_scene.get(), this))
    , m_legend(new ChartLegend(this))
{
    installChartAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_scene->setFont(chartAxisFont(font()));
    m_legend->setFont(chartAxisFont(font()));
    connectLegend();
    connectCursor();
}

TimeSeriesChart::~TimeSeriesChart()
{
    // The overlay refers to the scene; QWidget's destructor would outlive it.
    delete m_overlay;
}

void TimeSeriesChart::connectLegend()
{
    connect(m_legend, &ChartLegend::soloRequested, this, &TimeSeriesChart::toggleSolo);
    connect(m_legend, &ChartLegend::toggleRequested, this,
            [this](std::size_t index) { setSeriesVisible(index, !isSeriesVisible(index)); });
    connect(m_legend, &ChartLegend::showAllRequested, this, &TimeSeriesChart::showAllSeries);
    connect(m_legend, &ChartLegend::moreRequested, this, &TimeSeriesChart::showSeriesMenu);
}

void TimeSeriesChart::connectCursor()
{
    connect(m_cursor, &TimeCursor::timeChanged, this, &TimeSeriesChart::showOverlay);
    connect(m_cursor, &TimeCursor::pinnedChanged, this, &TimeSeriesChart::showOverlay);
    connect(m_cursor, &TimeCursor::rangeRequested, this, &TimeSeriesChart::setTimeRange);
    connect(m_cursor, &TimeCursor::marksChanged, m_overlay,
            [this] { m_overlay->setMarks(m_cursor->marks()); });
    m_overlay->setMarks(m_cursor->marks());
}

void TimeSeriesChart::setTimeCursor(TimeCursor *cursor)
{
    TimeCursor *next = cursor != nullptr ? cursor : m_ownCursor;
    if (next == m_cursor) {
        return;
    }
    if (m_cursor) {
        disconnect(m_cursor, nullptr, this, nullptr);
    }
    m_cursor = next;
    connectCursor();
    showOverlay();
}

TimeCursor *TimeSeriesChart::timeCursor() const
{
    return m_cursor ? m_cursor.data() : m_ownCursor;
}

void TimeSeriesChart::setData(ChartSeriesList series, const TimeRange &range,
                              std::chrono::milliseconds step)
{
    const SamplePosition walked = m_walker.position().value_or(SamplePosition{});
    std::optional<EpochMs> walkedTime;
    if (m_walker.position() && walked.series < m_scene->series().size()) {
        const SeriesPtr &shown = m_scene->series()[walked.series].data;
        if (shown && walked.sample < shown->size()) {
            walkedTime = shown->times[walked.sample];
        }
    }
    m_pointed.reset(); // an index into the old samples
    m_scene->setSeries(std::move(series));
    m_scene->setRange(range);
    m_scene->setStep(step);
    SeriesMask visible(m_scene->series().size(), true);
    for (std::size_t i = 0; i < visible.size(); ++i) {
        visible[i] = !m_hidden.contains(hiddenKey(m_scene->series()[i]));
    }
    m_scene->setVisible(std::move(visible));
    m_walker.rebase(walkContext(), walkedTime.value_or(range.to));
    m_legend->setContent(m_scene->series(), m_scene->visible());
    sceneChanged();
}

void TimeSeriesChart::setTimeRange(const TimeRange &range)
{
    m_scene->setRange(range);
    sceneChanged();
}

void TimeSeriesChart::setOptions(const ChartOptions &options)
{
    m_scene->setOptions(options);
    sceneChanged();
}

void TimeSeriesChart::setChartPalette(const ChartPalette &palette)
{
    m_scene->setPalette(palette);
    m_legend->setChartPalette(palette);
    sceneChanged();
}

void TimeSeriesChart::setTitle(const QString &title)
{
    setAccessibleName(title);
}

const PlotMapping &TimeSeriesChart::mapping() const
{
    return m_scene->mapping();
}

bool TimeSeriesChart::isSeriesVisible(std::size_t index) const
{
    return index < m_scene->visible().size() && m_scene->visible()[index];
}

void TimeSeriesChart::setMask(SeriesMask visible)
{
    m_hidden.clear();
    for (std::size_t i = 0; i < visible.size(); ++i) {
        if (!visible[i]) {
            m_hidden.append(hiddenKey(m_scene->series()[i]));
        }
    }
    m_scene->setVisible(std::move(visible));
    m_legend->setContent(m_scene->series(), m_scene->visible());
    sceneChanged();
}

void TimeSeriesChart::setSeriesVisible(std::size_t index, bool visible)
{
    if (index >= m_scene->visible().size() || isSeriesVisible(index) == visible) {
        return;
    }
    const ChartSeriesList &all = m_scene->series();
    const QString &group = all[index].legendGroup;
    SeriesMask mask = m_scene->visible();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool with =
            group.isEmpty() ? belongTogether(all[i], all[index]) : all[i].legendGroup == group;
        mask[i] = with || i == index ? visible : mask[i];
    }
    setMask(std::move(mask));
}

void TimeSeriesChart::toggleSolo(std::size_t index)
{
    const SeriesMask &now = m_scene->visible();
    if (index >= now.size()) {
        return;
    }
    const ChartSeriesList &all = m_scene->series();
    if (!all[index].legendGroup.isEmpty()) {
        setSeriesVisible(index, !now[index]); // comparisons alone compare nothing
        return;
    }
    SeriesMask alone(now.size(), false);
    for (std::size_t i = 0; i < now.size(); ++i) {
        alone[i] = i == index || belongTogether(all[i], all[index]);
    }
    setMask(now == alone ? SeriesMask(now.size(), true) : std::move(alone));
}

void TimeSeriesChart::showAllSeries()
{
    setMask(SeriesMask(m_scene->series().size(), true));
}

void TimeSeriesChart::showSeriesMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show all")), &QAction::triggered, this,
            &TimeSeriesChart::showAllSeries);
    menu->addSeparator();
    const ChartSeriesList &all = m_scene->series();
    for (const std::size_t i : legendEntries(all)) {
        QString name = all[i].legendGroup.isEmpty() ? all[i].name : all[i].legendGroup;
        name.replace(u'&', QStringLiteral("&&")); // no mnemonics from outside
        QAction *action = menu->addAction(fontMetrics().elidedText(name, Qt::ElideMiddle, 360));
        action->setCheckable(true);
        action->setChecked(isSeriesVisible(i));
        connect(action, &QAction::toggled, this,
                [this, i](bool checked) { setSeriesVisible(i, checked); });
    }
    menu->popup(globalPosition);
}

void TimeSeriesChart::sceneChanged()
{
    layoutChildren();
    showOverlay();
    update();
}

void TimeSeriesChart::layoutChildren()
{
    m_legend->setVisible(m_scene->options().legend && height() >= 100);
    m_legend->setMaxRows(legendRows(height()));
    const int legend = m_legend->isVisibleTo(this) ? m_legend->heightForWidth(width()) : 0;
    const QRect chart{0, 0, width(), std::max(1, height() - legend)};
    m_scene->setSize(chart.size(), devicePixelRatioF());
    m_overlay->setGeometry(chart);
    m_legend->setGeometry(0, chart.height(), width(), legend);
}

void TimeSeriesChart::showOverlay()
{
    ChartOverlay::State state;
    state.time = timeCursor()->time();
    state.pinned = timeCursor()->isPinned();
    state.pointer = m_pointer;
    state.walked = !m_pointer && m_walker.position().has_value();
    state.nearest = state.walked ? m_walker.position() : m_pointed;
    if (m_drag == Drag::Zoom && m_dragMoved) {
        const QRectF plot = mapping().plot();
        const qreal a = std::clamp(m_dragStart.x(), plot.left(), plot.right());
        const qreal b = std::clamp(m_dragEnd.x(), plot.left(), plot.right());
        state.selection = QRectF{std::min(a, b), plot.top(), std::abs(b - a), plot.height()};
    }
    m_overlay->setState(state);
}

void TimeSeriesChart::paintEvent(QPaintEvent * /*event*/)
{
    if (!qFuzzyCompare(m_scene->pixelRatio(), devicePixelRatioF())) {
        layoutChildren(); // moved to another screen
    }
    QPainter painter{this};
    painter.drawImage(QPoint{0, 0}, m_scene->image());
    if (hasFocus() && m_showsFocus) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{m_scene->palette().focus, 1.5});
        painter.drawRoundedRect(mapping().plot().adjusted(-1, -1, 1, 1), 2, 2);
    }
}

void TimeSeriesChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sceneChanged();
}

void TimeSeriesChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_scene->setFont(chartAxisFont(font()));
        m_legend->setFont(chartAxisFont(font()));
        sceneChanged();
    } else if (event->type() == QEvent::LanguageChange) {
        m_legend->update();
        m_scene->relabel();
        sceneChanged();
    }
}

QString TimeSeriesChart::valueText() const
{
    const std::optional<SamplePosition> at =
        m_walker.position() && !m_pointer ? m_walker.position() : m_pointed;
    if (!at || at->series >= m_scene->series().size()) {
        return {};
    }
    const ChartSeries &series = m_scene->series()[at->series];
    if (!series.data || at->sample >= series.data->size()) {
        return {};
    }
    const EpochMs time = series.data->times[at->sample];
    const ChartOptions &options = m_scene->options();
    //: A sample read out loud: series, value, time, time zone.
    return tr("%1 %2 at %3 %4")
        .arg(series.name, sampleText(series, at->sample, options),
             timeText(time, options.zone, m_scene->range(), options.locale),
             zoneName(options.zone, time));
}

void TimeSeriesChart::renderTo(QPainter *painter, const QSize &size) const
{
    const QFont font = m_legend->font();
    const LegendLayout legend =
        m_scene->options().legend
            ? layoutLegend(m_scene->series(), size.width(), legendRows(size.height()) + 2, font)
            : LegendLayout{};
    const bool vector =
        painter->paintEngine() == nullptr || painter->paintEngine()->type() != QPaintEngine::Raster;
    // A scene of its own: exporting must not make the one on the screen draw again.
    ChartScene scene;
    scene.setSeries(m_scene->series());
    scene.setVisible(m_scene->visible());
    scene.setRange(m_scene->range());
    scene.setStep(m_scene->step());
    scene.setOptions(m_scene->options());
    scene.setPalette(m_scene->palette());
    scene.setFont(m_scene->font());
    const qreal ratio =
        vector || painter->device() == nullptr ? 1.0 : painter->device()->devicePixelRatioF();
    scene.setSize({size.width(), std::max(1, size.height() - legend.height)}, ratio);
    painter->fillRect(QRect{QPoint{0, 0}, size}, m_scene->palette().background);
    if (vector) {
        scene.paintVector(painter);
    } else {
        painter->drawImage(QPoint{0, 0}, scene.image());
    }
    painter->save();
    painter->translate(0, size.height() - legend.height);
    paintLegend(painter, legend, m_scene->series(), m_scene->visible(), m_scene->palette(), font);
    painter->restore();
}

} // namespace spillway
