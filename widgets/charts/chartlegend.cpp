// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"

#include "charts/charttooltip.h"
#include "charts/nameshortener.h"
#include "core/plainline.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchWidth = 18;
constexpr int swatchGap = 6;
constexpr int entryGap = 14;
constexpr int widestEntry = 190;
constexpr int leftMargin = 8;

QString moreText(int count)
{
    return ChartLegend::tr("+%n more", nullptr, count);
}

int entryWidth(const QString &name, const QFontMetrics &metrics, int available)
{
    const int width = swatchWidth + swatchGap + metrics.horizontalAdvance(name);
    return std::min({width, widestEntry, available});
}

QString entryText(const ChartSeries &series, const NameShortener &names)
{
    return series.legendGroup.isEmpty() ? names.shorten(series.name) : series.legendGroup;
}

QString fullText(const ChartSeries &series)
{
    return series.legendGroup.isEmpty() ? series.name : series.legendGroup;
}

} // namespace

std::vector<std::size_t> legendEntries(const ChartSeriesList &series)
{
    std::vector<std::size_t> entries;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const QString &group = series[i].legendGroup;
        const bool known =
            !group.isEmpty() && std::any_of(entries.begin(), entries.end(), [&](std::size_t other) {
                return series[other].legendGroup == group;
            });
        if (!known) {
            entries.push_back(i);
        }
    }
    // A shared entry is about all the others: it stands behind them.
    std::stable_partition(entries.begin(), entries.end(),
                          [&](std::size_t i) { return series[i].legendGroup.isEmpty(); });
    return entries;
}

LegendLayout layoutLegend(const ChartSeriesList &series, int width, int maxRows, const QFont &font)
{
    const QFontMetrics metrics{font};
    const int rowHeight = metrics.height() + 4;
    const int available = std::max(40, width - 2 * leftMargin);
    const NameShortener names{series};
    LegendLayout layout;
    int x = leftMargin;
    int row = 0;
    const std::vector<std::size_t> entries = legendEntries(series);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const int entry = entryWidth(entryText(series[entries[i]], names), metrics, available);
        const int rest = static_cast<int>(entries.size() - i - 1);
        if (x > leftMargin && x + entry > leftMargin + available) {
            x = leftMargin;
            ++row;
        }
        // The last row keeps room for "+N more" as long as there is a rest to count.
        const int moreWidth = metrics.horizontalAdvance(moreText(rest + 1)) + 8;
        const int needed = entry + (rest > 0 ? entryGap + moreWidth : 0);
        const bool full = row >= maxRows || (row == maxRows - 1 && x > leftMargin &&
                                             x + needed > leftMargin + available);
        if (full) {
            layout.moreCount = rest + 1;
            row = std::min(row, maxRows - 1);
            const int left =
                layout.items.empty() ? leftMargin : layout.items.back().box.right() + entryGap;
            layout.more = QRect{left, row * rowHeight, moreWidth, rowHeight};
            break;
        }
        layout.items.push_back({QRect{x, row * rowHeight, entry, rowHeight}, entries[i]});
        x += entry + entryGap;
    }
    layout.height = series.empty() ? 0 : (row + 1) * rowHeight + 2;
    return layout;
}

void paintLegend(QPainter *painter, const LegendLayout &layout, const ChartSeriesList &series,
                 const std::vector<bool> &visible, const ChartPalette &palette, const QFont &font)
{
    painter->save();
    painter->setFont(font);
    const QFontMetrics metrics{font};
    const NameShortener names{series};
    for (const LegendLayout::Item &item : layout.items) {
        const ChartSeries &one = series[item.series];
        const bool shown = visible[item.series];
        painter->setOpacity(shown ? 1.0 : 0.4);
        const QRectF swatch(item.box.left(), item.box.top(), swatchWidth, item.box.height());
        paintSwatch(painter, swatch, one.look, one.overlay);
        const QRect text = item.box.adjusted(swatchWidth + swatchGap, 0, 0, 0);
        painter->setPen(one.overlay ? palette.dimText : palette.text);
        QFont used = font;
        used.setStrikeOut(!shown);
        painter->setFont(used);
        painter->drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            metrics.elidedText(entryText(one, names), Qt::ElideMiddle, text.width() + 1));
    }
    painter->setOpacity(1);
    painter->setFont(font);
    if (layout.moreCount > 0) {
        painter->setPen(palette.dimText);
        painter->drawText(layout.more, Qt::AlignVCenter | Qt::AlignLeft,
                          moreText(layout.moreCount));
    }
    painter->restore();
}

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Legend"));
}

void ChartLegend::setContent(const ChartSeriesList &series, const std::vector<bool> &visible)
{
    m_series = series;
    m_visible = visible;
    m_visible.resize(m_series.size(), true);
    describe();
    update();
}

void ChartLegend::setChartPalette(const ChartPalette &palette)
{
    m_palette = palette;
    update();
}

void ChartLegend::setMaxRows(int rows)
{
    if (std::max(1, rows) == m_maxRows) {
        return;
    }
    m_maxRows = std::max(1, rows);
    updateGeometry();
    update();
}

int ChartLegend::heightForWidth(int width) const
{
    return layoutLegend(m_series, width, m_maxRows, font()).height;
}

LegendLayout ChartLegend::currentLayout() const
{
    return layoutLegend(m_series, width(), m_maxRows, font());
}

std::optional<std::size_t> ChartLegend::currentSeries() const
{
    const LegendLayout layout = currentLayout();
    const auto at = static_cast<std::size_t>(m_current);
    return at < layout.items.size() ? std::optional{layout.items[at].series} : std::nullopt;
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_palette.background);
    const LegendLayout layout = currentLayout();
    paintLegend(&painter, layout, m_series, m_visible, m_palette, font());
    if (hasFocus()) {
        const auto at = static_cast<std::size_t>(m_current);
        const QRect box = at < layout.items.size() ? layout.items[at].box : layout.more;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{m_palette.focus, 1.5});
        painter.drawRoundedRect(QRectF(box).adjusted(-3, 1, 3, -1), 3, 3);
    }
}

void ChartLegend::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const LegendLayout layout = currentLayout();
    if (layout.more.contains(event->position().toPoint())) {
        Q_EMIT moreRequested(mapToGlobal(layout.more.bottomLeft()));
        return;
    }
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        if (layout.items[i].box.contains(event->position().toPoint())) {
            m_current = static_cast<int>(i);
            if (event->modifiers().testFlag(Qt::ControlModifier)) {
                Q_EMIT toggleRequested(layout.items[i].series);
            } else {
                Q_EMIT soloRequested(layout.items[i].series);
            }
            return;
        }
    }
}

void ChartLegend::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const LegendLayout layout = currentLayout();
    const auto hit =
        std::find_if(layout.items.begin(), layout.items.end(),
                     [&](const LegendLayout::Item &item) { return item.box.contains(at); });
    const bool over = hit != layout.items.end() || layout.more.contains(at);
    setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(hit != layout.items.end() ? plainTip(fullText(m_series[hit->series])) : QString{});
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const std::optional<std::size_t> current = currentSeries();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        moveCurrent(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        moveCurrent(1);
        return;
    case Qt::Key_Space:
        if (current) {
            Q_EMIT toggleRequested(*current);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current) {
            Q_EMIT soloRequested(*current);
        } else if (!currentLayout().more.isNull()) {
            Q_EMIT moreRequested(mapToGlobal(currentLayout().more.bottomLeft()));
        }
        return;
    case Qt::Key_A:
        Q_EMIT showAllRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartLegend::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    describe();
}

void ChartLegend::moveCurrent(int by)
{
    const LegendLayout layout = currentLayout();
    const int last = static_cast<int>(layout.items.size()) - (layout.moreCount > 0 ? 0 : 1);
    m_current = std::clamp(m_current + by, 0, std::max(0, last));
    describe();
    update();
}

void ChartLegend::describe()
{
    const std::optional<std::size_t> current = currentSeries();
    if (!current) {
        setAccessibleDescription(m_series.empty() ? QString{} : tr("All series"));
        return;
    }
    const QString name = fullText(m_series[*current]);
    setAccessibleDescription(m_visible[*current] ? tr("%1, shown").arg(name)
                                                 : tr("%1, hidden").arg(name));
}

} // namespace spillway
