// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/celldelegate.h"

#include "core/plainline.h"
#include "style/tabulartext.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSize = 8;
constexpr qsizetype longestTip = 2'000;

using Voice = CellLook::Voice;

QFont fontOf(Voice voice, const QFont &base)
{
    return voice == Voice::Strong ? themeFont(FontRole::Title, base) : base;
}

QColor inkOf(Voice voice, const ThemeColors &colors)
{
    switch (voice) {
    case Voice::Plain:
    case Voice::Strong:
        return colors.text;
    case Voice::Muted:
        return colors.textMuted;
    case Voice::Faint:
        return colors.textFaint;
    }
    return colors.text;
}

/// Of a name the end tells it apart from its neighbours ("rag-worker-7d9f8b6c54-x2x4z").
Qt::TextElideMode elisionOf(const QString &line)
{
    return line.contains(u' ') ? Qt::ElideRight : Qt::ElideMiddle;
}

int markRoom(Tone tone)
{
    return tone == Tone::Neutral ? 0 : markSize + spacing::xs;
}

bool isRightAligned(const QModelIndex &index)
{
    return (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                     const ThemeColors &colors)
{
    const QRectF box = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(box, colors.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(box, colors.raised);
    }
    painter->fillRect(QRectF{box.left(), box.bottom() - 1, box.width(), 1}, colors.hairline);
}

} // namespace

CellDelegate::CellDelegate(Look look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(std::move(look))
{}

QRectF CellDelegate::textBox(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool flush = m_flushLeft && view != nullptr &&
                       view->horizontalHeader()->sectionPosition(index.column()) == 0;
    return QRectF{option.rect}.adjusted(flush ? 0 : spacing::s, 0, -rightInset, 0);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const ThemeColors &colors = themeColors(option.palette);
    paintBackground(painter, option, colors);
    const CellLook look = m_look(index);
    const QRectF box = textBox(option, index);
    painter->setFont(fontOf(look.voice, option.font));
    const QFontMetricsF metrics{painter->font(), painter->device()};
    const qreal mark = markRoom(look.tone);
    const QString line = plainLine(index.data().toString());
    const QString text = metrics.elidedText(line, elisionOf(line), box.width() - mark);
    const qreal x =
        isRightAligned(index) ? box.right() - tabularWidth(metrics, text) : box.left() + mark;
    if (mark > 0) {
        drawTone(*painter, QRectF{x - mark, box.center().y() - markSize / 2.0, markSize, markSize},
                 look.tone, colors);
    }
    painter->setPen(inkOf(look.voice, colors));
    drawTabular(*painter, x, box.center().y() + (metrics.ascent() - metrics.descent()) / 2, text);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellLook look = m_look(index);
    const QFontMetricsF metrics{fontOf(look.voice, option.font)};
    const qreal width = tabularWidth(metrics, plainLine(index.data().toString()));
    return {qCeil(width) + spacing::s + rightInset + markRoom(look.tone), rowHeight};
}

QString CellDelegate::toolTip(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString text = plainLine(index.data().toString(), longestTip);
    const CellLook look = m_look(index);
    const QFontMetricsF metrics{fontOf(look.voice, option.font)};
    if (tabularWidth(metrics, text) <= textBox(option, index).width() - markRoom(look.tone)) {
        return own;
    }
    const QString whole = plainTip(text);
    return own.isEmpty() ? whole : u"%1<br/>%2"_s.arg(whole, own);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const QString tip = index.isValid() ? toolTip(option, index) : QString{};
    QToolTip::showText(event->globalPos(), tip, view->viewport(), option.rect); // empty hides
    return true;
}

void setUpCellTable(QTableView &view, int narrowestColumn)
{
    view.setShowGrid(false);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setWordWrap(false);
    view.setMouseTracking(true);
    view.setFrameShape(QFrame::NoFrame);
    view.verticalHeader()->hide();
    view.verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight);
    view.verticalHeader()->setMinimumSectionSize(CellDelegate::rowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setMinimumSectionSize(narrowestColumn);
    view.horizontalHeader()->setFont(themeFont(FontRole::Small, view.font()));
}

} // namespace spillway
