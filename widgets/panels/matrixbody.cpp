// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/matrixbody.h"

#include "core/plainline.h"
#include "panels/sparkline.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal mark = 10;        ///< a tone's shape
constexpr qreal smallestRow = 22; ///< one line
constexpr qreal twoLineRow = 38;  ///< value and change
constexpr qreal largestRow = 72;
constexpr qreal narrowestSpark = 26;
constexpr qreal sparkFrom = 0.55;  ///< of a cell's width
constexpr qreal widestName = 0.34; ///< of the panel's width
constexpr float tint = 0.14F;
constexpr qreal headlineScale = 0.86; ///< of a page's heading
constexpr int smallestDigits = 13;
constexpr int largestDigits = 20;

qreal baseLine(const QFontMetricsF &metrics, const QRectF &box)
{
    return box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
}

/// A line of text at the left of box, vertically in the middle; its width.
qreal drawLine(QPainter *painter, const QRectF &box, const QString &text)
{
    const QFontMetricsF metrics{painter->font(), painter->device()};
    const QString line = metrics.elidedText(text, Qt::ElideRight, std::max(0.0, box.width()));
    painter->drawText(QPointF{box.left(), baseLine(metrics, box)}, line);
    return metrics.horizontalAdvance(line);
}

/// What on-call reads first is the largest.
QFont headlineFont(const QFont &base)
{
    QFont font = themeFont(FontRole::Heading, base);
    if (font.pixelSize() > 0) {
        font.setPixelSize(qRound(font.pixelSize() * headlineScale));
    } else {
        font.setPointSizeF(font.pointSizeF() * headlineScale);
    }
    return font;
}

void paintTint(QPainter *painter, const QRectF &box, QColor colour)
{
    colour.setAlphaF(tint);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(box, spacing::radiusSmall, spacing::radiusSmall);
    painter->restore();
}

} // namespace

struct MatrixBody::Layout
{
    QRectF verdict;
    QRectF header;
    qreal rowsTop = 0;
    qreal rowHeight = 0;
    qreal nameWidth = 0;
    qreal columnWidth = 0;
    std::size_t shown = 0; ///< rows that have room

    [[nodiscard]] QRectF all() const
    {
        return {0, 0, verdict.width(), rowsTop + static_cast<qreal>(shown) * rowHeight};
    }
    [[nodiscard]] QRectF row(std::size_t index) const
    {
        return {0, rowsTop + static_cast<qreal>(index) * rowHeight, verdict.width(), rowHeight};
    }
    [[nodiscard]] QRectF cell(std::size_t index, std::size_t column) const
    {
        const QRectF line = row(index);
        return {nameWidth + static_cast<qreal>(column) * columnWidth, line.top(), columnWidth,
                line.height()};
    }
};

MatrixBody::MatrixBody(QWidget *parent)
    : PanelBody(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void MatrixBody::setPanel(const Panel &panel)
{
    m_panel = panel;
    m_columns = matrixColumns(panel);
    rebuild();
}

void MatrixBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_snapshot = snapshot;
    rebuild();
}

void MatrixBody::setRowNames(const QMap<QString, QString> &names)
{
    if (names != m_names) {
        m_names = names;
        rebuild();
    }
}

void MatrixBody::rebuild()
{
    m_rows = matrixRows(m_panel, m_snapshot, locale(), m_names);
    m_verdict = matrixVerdict(m_columns, m_rows, m_snapshot.state);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    m_hovered = std::min(m_hovered, static_cast<int>(m_rows.size()) - 1);
    update();
    Q_EMIT valueTextChanged();
}

QString MatrixBody::valueText() const
{
    QStringList parts{m_verdict.headline};
    if (!m_verdict.advice.isEmpty()) {
        parts << m_verdict.advice;
    }
    for (const MatrixRow &row : m_rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i]) {
                cells << tr("%1 %2").arg(plainLine(m_columns[i].title), row.cells[i]->text);
            }
        }
        parts << tr("%1: %2").arg(row.name, cells.join(tr(", ")));
    }
    return parts.join(tr("; "));
}

MatrixBody::Layout MatrixBody::layoutFor(const QSize &size) const
{
    const QFontMetricsF title{themeFont(FontRole::Title, font()), this};
    const QFontMetricsF small{themeFont(FontRole::Small, font()), this};
    Layout layout;
    const auto width = static_cast<qreal>(size.width());
    const QFontMetricsF headline{headlineFont(font()), this};
    layout.verdict = {0, 0, width, headline.height() + spacing::m};
    layout.header = {0, layout.verdict.bottom(), width, small.height() + spacing::xs};
    layout.rowsTop = layout.header.bottom();
    const qreal room = size.height() - layout.rowsTop;
    const auto count = static_cast<qreal>(std::max<std::size_t>(1, m_rows.size()));
    layout.rowHeight = std::clamp(room / count, smallestRow, largestRow);
    layout.shown = std::min(
        m_rows.size(), static_cast<std::size_t>(std::max(0.0, room / layout.rowHeight + 0.01)));
    for (const MatrixRow &row : m_rows) {
        layout.nameWidth = std::max(layout.nameWidth, title.horizontalAdvance(row.name));
    }
    layout.nameWidth =
        std::min(layout.nameWidth + mark + 2 * spacing::s + spacing::m, width * widestName);
    const auto columns = static_cast<qreal>(std::max<std::size_t>(1, m_columns.size()));
    layout.columnWidth = (width - layout.nameWidth) / columns;
    return layout;
}

QRect MatrixBody::rowRect(std::size_t row) const
{
    const Layout layout = layoutFor(size());
    return row < layout.shown ? layout.row(row).toAlignedRect() : QRect{};
}

int MatrixBody::rowAt(const QPointF &position) const
{
    const Layout layout = layoutFor(size());
    for (std::size_t i = 0; i < layout.shown; ++i) {
        if (layout.row(i).contains(position)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void MatrixBody::renderTo(QPainter *painter, const QSize &size)
{
    painter->setFont(font());
    paintAll(painter, size, -1);
}

void MatrixBody::paintEvent(QPaintEvent *event)
{
    QPainter painter{this};
    painter.setClipRect(event->rect());
    paintAll(&painter, size(), hasFocus() && m_hovered < 0 ? m_current : m_hovered);
}

void MatrixBody::paintAll(QPainter *painter, const QSize &size, int highlighted) const
{
    const Layout layout = layoutFor(size);
    paintVerdict(painter, layout);
    paintHeader(painter, layout);
    const QRectF wanted = painter->hasClipping() ? painter->clipBoundingRect() : layout.all();
    for (std::size_t i = 0; i < layout.shown; ++i) {
        if (layout.row(i).intersects(wanted)) {
            paintRow(painter, layout, i, static_cast<int>(i) == highlighted);
        }
    }
    if (layout.shown < m_rows.size()) {
        painter->setFont(themeFont(FontRole::Small, font()));
        painter->setPen(themeColors(palette()).textMuted);
        painter->drawText(QRectF{QPointF{}, QSizeF{size}}, Qt::AlignRight | Qt::AlignBottom,
                          tr("+ %n more", nullptr, static_cast<int>(m_rows.size() - layout.shown)));
    }
}

/// Where to look and what helps, in one line: what on-call reads first.
void MatrixBody::paintVerdict(QPainter *painter, const Layout &layout) const
{
    const ThemeColors &colors = themeColors(palette());
    QRectF box = layout.verdict;
    box.setBottom(box.bottom() - spacing::s);
    const bool alarming = isAlarming(m_verdict.tone);
    constexpr qreal large = 14;
    drawTone(*painter, QRectF{box.left(), box.center().y() - large / 2, large, large},
             m_verdict.tone, colors);
    box.setLeft(box.left() + large + spacing::s);
    const qreal headline = QFontMetricsF{headlineFont(font()), painter->device()}.horizontalAdvance(
        m_verdict.headline);
    const QFontMetricsF small{themeFont(FontRole::Small, font()), painter->device()};
    const QString others = tr("%n more over a limit", nullptr, m_verdict.others);
    const qreal othersWidth = small.horizontalAdvance(others);
    if (m_verdict.others > 0 && headline + othersWidth + spacing::m <= box.width()) {
        painter->setFont(themeFont(FontRole::Small, font()));
        painter->setPen(colors.textMuted);
        drawLine(painter,
                 QRectF{box.right() - othersWidth, box.top(), othersWidth + 1, box.height()},
                 others);
        box.setRight(box.right() - othersWidth - spacing::m);
    }
    painter->setFont(headlineFont(font()));
    painter->setPen(alarming ? toneColor(m_verdict.tone, colors) : colors.text);
    box.setLeft(box.left() + drawLine(painter, box, m_verdict.headline) + spacing::m);
    if (alarming && box.width() > 40) {
        painter->setFont(font());
        painter->setPen(colors.text);
        drawLine(painter, box, m_verdict.advice);
    }
}

void MatrixBody::paintHeader(QPainter *painter, const Layout &layout) const
{
    const ThemeColors &colors = themeColors(palette());
    painter->setFont(themeFont(FontRole::Small, font()));
    painter->setPen(colors.textMuted);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        QRectF box = layout.cell(0, i);
        box.setTop(layout.header.top());
        box.setHeight(layout.header.height());
        drawLine(painter, box.adjusted(spacing::s, 0, -spacing::xs, 0),
                 plainLine(m_columns[i].title));
    }
}

void MatrixBody::paintRow(QPainter *painter, const Layout &layout, std::size_t row,
                          bool highlighted) const
{
    const ThemeColors &colors = themeColors(palette());
    const MatrixRow &line = m_rows[row];
    const QRectF box = layout.row(row);
    if (highlighted) {
        painter->fillRect(box, colors.raised);
    }
    painter->fillRect(QRectF{box.left(), box.top(), box.width(), 1}, colors.hairline);
    drawTone(*painter, QRectF{box.left(), box.center().y() - mark / 2, mark, mark}, line.tone,
             colors);
    QRectF name = box;
    name.setLeft(mark + spacing::s);
    name.setRight(layout.nameWidth - spacing::xs);
    painter->setFont(themeFont(FontRole::Title, font()));
    painter->setPen(highlighted ? colors.accent : colors.text);
    drawLine(painter, name, line.name);
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const QRectF cell = layout.cell(row, i);
        if (line.cells[i]) {
            paintCell(painter, cell, *line.cells[i]);
        } else {
            painter->setFont(font());
            painter->setPen(colors.textFaint);
            drawLine(painter, cell.adjusted(spacing::s, 0, 0, 0), u"–"_s);
        }
    }
}

/// Value over its change at the left, the spark line at the right of both, or of the change where
/// the value needs the width.
void MatrixBody::paintCell(QPainter *painter, const QRectF &box, const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    if (isAlarming(value.tone)) {
        paintTint(painter, box.adjusted(2, 3, -2, -2), toneColor(value.tone, colors));
    }
    const QRectF room = box.adjusted(spacing::s, spacing::xs, -spacing::s, -3);
    const bool twoLines = box.height() >= twoLineRow;
    const QFont small = themeFont(FontRole::Small, font());
    const QFontMetricsF smallMetrics{small, painter->device()};
    const qreal lower = twoLines ? smallMetrics.height() : 0;
    QRectF upper = room;
    upper.setHeight(room.height() - lower);
    const qreal valueWidth = paintValue(painter, upper, value);
    qreal changeWidth = 0;
    if (twoLines && value.change) {
        painter->setFont(small);
        painter->setPen(colors.textMuted);
        const QRectF line{room.left(), upper.bottom(), room.width(), lower};
        changeWidth = drawLine(painter, line, shortChange(*value.change, locale()));
    }
    // One edge for the spark lines of a column, unless a long value needs the room.
    QRectF spark = room.adjusted(0, spacing::xs, 0, -spacing::xs);
    spark.setLeft(room.left() + std::max(std::max(valueWidth, changeWidth) + spacing::s,
                                         room.width() * sparkFrom));
    if (twoLines && spark.width() < narrowestSpark) {
        spark = {room.left() + changeWidth + spacing::s, upper.bottom() + 1,
                 room.width() - changeWidth - spacing::s, lower - 2};
    }
    if (spark.width() >= narrowestSpark && value.series->size() > 1) {
        const QColor line = isAlarming(value.tone) ? toneColor(value.tone, colors)
                                                   : panelChartPalette(colors).look(0).colour;
        drawSparkline(*painter, spark, *value.series, m_snapshot.range, m_snapshot.step, line);
    }
}

/// Number, unit and the shape of an alarm; how wide they are.
qreal MatrixBody::paintValue(QPainter *painter, const QRectF &box, const PanelValue &value) const
{
    const ThemeColors &colors = themeColors(palette());
    const bool alarming = isAlarming(value.tone);
    const qreal shape = alarming ? mark + spacing::xs : 0;
    const qsizetype space = value.text.lastIndexOf(QChar::Nbsp);
    const QString number = value.text.left(space);
    const QString unit = space < 0 ? QString{} : value.text.mid(space + 1);
    QFont font = themeFont(FontRole::Title, this->font());
    font.setPixelSize(
        std::clamp(static_cast<int>(box.height() * 0.55), smallestDigits, largestDigits));
    painter->setFont(font);
    painter->setPen(alarming ? toneColor(value.tone, colors) : colors.text);
    QRectF rest = box.adjusted(0, 0, -shape, 0);
    const qreal base = baseLine(QFontMetricsF{font, painter->device()}, box);
    rest.setLeft(rest.left() + drawLine(painter, rest, number));
    if (!unit.isEmpty()) {
        painter->setFont(themeFont(FontRole::Small, this->font()));
        painter->setPen(alarming ? toneColor(value.tone, colors) : colors.textMuted);
        const QFontMetricsF metrics{painter->font(), painter->device()};
        const QString text = metrics.elidedText(unit, Qt::ElideRight, rest.width() - 3);
        painter->drawText(QPointF{rest.left() + 3, base}, text);
        rest.setLeft(rest.left() + 3 + metrics.horizontalAdvance(text));
    }
    if (alarming) {
        drawTone(*painter,
                 QRectF{rest.left() + spacing::xs, box.center().y() - mark / 2, mark, mark},
                 value.tone, colors);
    }
    return rest.left() - box.left() + shape;
}

QString MatrixBody::tipAt(const QPointF &position) const
{
    const int row = rowAt(position);
    if (row < 0) {
        QStringList parts{m_verdict.headline, m_verdict.advice};
        parts.removeAll(QString{});
        return position.y() < layoutFor(size()).header.top() ? parts.join(u'\n') : QString{};
    }
    const Layout layout = layoutFor(size());
    const MatrixRow &line = m_rows[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        if (layout.cell(static_cast<std::size_t>(row), i).contains(position)) {
            const QString title = plainLine(m_columns[i].title);
            return line.cells[i] ? QString{title + u'\n' + describe(*line.cells[i], locale())}
                                 : tr("%1: no value for %2").arg(line.name, title);
        }
    }
    return tr("Open the page of %1").arg(line.name);
}

bool MatrixBody::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos())), this);
        return true;
    }
    return PanelBody::event(event);
}

void MatrixBody::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (row != m_hovered) {
        setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setHovered(row);
    }
}

void MatrixBody::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0) {
        setCurrent(row);
        Q_EMIT rowActivated(m_rows[static_cast<std::size_t>(row)].name);
    }
}

void MatrixBody::leaveEvent(QEvent *event)
{
    PanelBody::leaveEvent(event);
    setHovered(-1);
}

/// Only the rows that change are painted: the mouse moves more often than data come.
void MatrixBody::setHovered(int row)
{
    for (const int changed : {m_hovered, hasFocus() ? m_current : -1, row}) {
        if (changed >= 0) {
            update(rowRect(static_cast<std::size_t>(changed)).adjusted(0, -1, 0, 1));
        }
    }
    m_hovered = row;
}

void MatrixBody::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    update();
}

void MatrixBody::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(m_current - 1);
    case Qt::Key_Down:
        return setCurrent(m_current + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_rows.empty()) {
            Q_EMIT rowActivated(m_rows[static_cast<std::size_t>(m_current)].name);
        }
        return;
    default:
        PanelBody::keyPressEvent(event);
    }
}

void MatrixBody::focusInEvent(QFocusEvent *event)
{
    PanelBody::focusInEvent(event);
    update();
}

void MatrixBody::focusOutEvent(QFocusEvent *event)
{
    PanelBody::focusOutEvent(event);
    update();
}

} // namespace spillway
