// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/tone.h"

#include <QStyledItemDelegate>

#include <functional>

class QTableView;

namespace spillway {

/// How a cell stands out from its neighbours.
struct CellLook
{
    enum class Voice {
        Plain,
        Strong, ///< a total
        Muted,  ///< says less than its neighbours
        Faint,  ///< a dash that stands for nothing
    };
    Tone tone = Tone::Neutral; ///< drawn as a shape before the text; Neutral = none
    Voice voice = Voice::Plain;
};

/// Every cell of every table: one line of untrusted text, digits of one width, numbers at the
/// right, the mark of its state, elided if it must be and then with the whole text as tool tip.
/// Texts, alignment and own tool tips (rich text) are the model's; Look says the rest.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using Look = std::function<CellLook(const QModelIndex &)>;

    static constexpr int rowHeight = 26; ///< device-independent pixels
    /// What a cell keeps free at its right, as the header does for the arrow.
    static constexpr int rightInset = 10;

    explicit CellDelegate(Look look, QObject *parent = nullptr);
    /// The first column starts where the title above the table does.
    void setFlushLeft(bool flush) { m_flushLeft = flush; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// Rich text; empty = there is nothing to add to what is seen.
    [[nodiscard]] QString toolTip(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const;

private:
    [[nodiscard]] QRectF textBox(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const;

    Look m_look;
    bool m_flushLeft = false;
};

/// The looks that all tables share: lines instead of a grid, whole rows, one height of rows.
/// The view must not be editable.
void setUpCellTable(QTableView &view, int narrowestColumn);

} // namespace spillway
