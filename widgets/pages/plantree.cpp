// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/plantree.h"

#include "controls/rowtable.h"
#include "core/plainline.h"
#include "itemmodels/planmodel.h"
#include "style/columnwidths.h"
#include "style/tone.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 26;
constexpr int mark = 9;
constexpr int rowsMeasured = 300;
constexpr int leastPath = 240;
constexpr int leastValue = 90;

/// Blue and amber: apart for every kind of eye, and from the red of mistakes.
QColor changeColor(PlanRoles::Change change, const ThemeColors &colors)
{
    switch (change) {
    case PlanRoles::Change::Added:
        return colors.info;
    case PlanRoles::Change::Removed:
        return colors.warning;
    default:
        return colors.text;
    }
}

QString signOf(PlanRoles::Change change)
{
    switch (change) {
    case PlanRoles::Change::Added:
        return u"+"_s;
    case PlanRoles::Change::Removed:
        return u"−"_s;
    case PlanRoles::Change::Changed:
        return u"~"_s;
    default:
        return {};
    }
}

class PlanDelegate final : public QStyledItemDelegate
{
public:
    explicit PlanDelegate(QTreeView *tree)
        : QStyledItemDelegate(tree)
        , m_tree(tree)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ThemeColors &colors = themeColors(option.palette);
        QRectF box = QRectF{option.rect}.adjusted(spacing::xs, 0, -spacing::s, 0);
        const auto change =
            static_cast<PlanRoles::Change>(index.data(PlanRoles::ChangeRole).toInt());
        const bool isStep = !index.parent().isValid();
        if (isStep && index.column() == PlanModel::What) {
            // The cells of values are empty there: its name may lie over them.
            box.setRight(box.right() + m_tree->columnWidth(PlanModel::Before) +
                         m_tree->columnWidth(PlanModel::After));
        }
        painter->setFont(fontOf(index, option.font));
        if (index.column() == PlanModel::What && change != PlanRoles::Change::None) {
            painter->setPen(changeColor(change, colors));
            painter->drawText(QRectF{box.left(), box.top(), 14, box.height()},
                              Qt::AlignVCenter | Qt::AlignHCenter, signOf(change));
            box.setLeft(box.left() + 14 + spacing::xs);
        }
        const Tone tone = toneOf(static_cast<RowState>(index.data(RowRoles::StateRole).toInt()));
        if (tone != Tone::Neutral) {
            drawTone(*painter, QRectF{box.left(), box.center().y() - mark / 2.0, mark, mark}, tone,
                     colors);
            box.setLeft(box.left() + mark + spacing::xs);
        }
        const QString text = plainLine(index.data().toString());
        painter->setPen(colorOf(index, change, text, isStep, colors));
        const QFontMetricsF metrics{painter->font(), painter->device()};
        const Qt::TextElideMode mode =
            index.column() == PlanModel::What && !isStep ? Qt::ElideLeft : Qt::ElideRight;
        painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(text, mode, box.width()));
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QFontMetrics metrics{fontOf(index, option.font)};
        constexpr int marks = 14 + mark + 3 * spacing::xs + spacing::s;
        return {metrics.horizontalAdvance(index.data().toString()) + marks, lineHeight};
    }

private:
    static QFont fontOf(const QModelIndex &index, const QFont &base)
    {
        if (index.data(PlanRoles::MonospaceRole).toBool()) {
            return themeFont(FontRole::Small, themeFont(FontRole::Mono, base));
        }
        const bool isStep = !index.parent().isValid() &&
                            index.data(PlanRoles::StepRole).toInt() >= 0 &&
                            index.column() == PlanModel::What;
        return isStep ? themeFont(FontRole::Title, base) : base;
    }
    static QColor colorOf(const QModelIndex &index, PlanRoles::Change change, const QString &text,
                          bool isStep, const ThemeColors &colors)
    {
        if (text == u"–") {
            return colors.textFaint;
        }
        switch (index.column()) {
        case PlanModel::What:
            return isStep ? colors.text : colors.textMuted;
        case PlanModel::Before:
            return change == PlanRoles::Change::Removed ? changeColor(change, colors)
                                                        : colors.textMuted;
        case PlanModel::After:
            return changeColor(PlanRoles::Change::Added, colors);
        case PlanModel::Owners:
            return colors.textMuted;
        default:
            return colors.text;
        }
    }

    QTreeView *m_tree;
};

} // namespace

PlanTree::PlanTree(PlanModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new PlanDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setRootIsDecorated(true);
    setIndentation(spacing::l);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setColumnHidden(PlanModel::State, true);
    header()->setHighlightSections(false);
    header()->setFont(themeFont(FontRole::Small, font()));
    header()->setMinimumSectionSize(60);
    header()->setStretchLastSection(true);
    connect(header(), &QHeaderView::sectionResized, this,
            // Only a drag of the mouse is the user's: the last section follows the others.
            [this] {
                m_userSized = m_userSized ||
                              (!m_fitting && QGuiApplication::mouseButtons() != Qt::MouseButtons{});
            });
}

void PlanTree::showPlan()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const bool isStep = index.data(PlanRoles::StepRole).toInt() >= 0;
        setExpanded(index, isStep);
        setFirstColumnSpanned(row, {}, !isStep);
    }
    fitColumns();
}

void PlanTree::setShowsProgress(bool shows)
{
    if (shows == isColumnHidden(PlanModel::State)) {
        setColumnHidden(PlanModel::State, !shows);
        fitColumns();
    }
}

int PlanTree::naturalWidth(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const auto width = [&](const QModelIndex &index) {
        return itemDelegate()->sizeHint(option, index).width();
    };
    int natural = header()->sectionSizeHint(column);
    int measured = 0;
    for (int row = 0; row < m_model->rowCount() && measured < rowsMeasured; ++row, ++measured) {
        const QModelIndex top = m_model->index(row, column);
        const QModelIndex parent = m_model->index(row, 0);
        if (column != PlanModel::What) { // names of objects lie over their neighbours
            natural = std::max(natural, width(top));
        }
        for (int field = 0; field < m_model->rowCount(parent) && measured < rowsMeasured;
             ++field, ++measured) {
            natural = std::max(natural, width(m_model->index(field, column, parent)) +
                                            (column == 0 ? 2 * indentation() : 0));
        }
    }
    return natural;
}

void PlanTree::fitColumns()
{
    if (m_userSized) {
        return;
    }
    std::vector<ColumnWish> wishes;
    for (int column = 0; column <= PlanModel::State; ++column) {
        const bool shown = !isColumnHidden(column);
        const int least = column == PlanModel::What ? leastPath : leastValue;
        wishes.push_back({.natural = shown ? naturalWidth(column) : 0, .least = least});
    }
    const std::vector<int> widths = columnWidths(wishes, viewport()->width());
    m_fitting = true;
    for (int column = 0; column <= PlanModel::State; ++column) {
        if (!isColumnHidden(column)) {
            header()->resizeSection(column, widths[static_cast<std::size_t>(column)]);
        }
    }
    m_fitting = false;
}

void PlanTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void PlanTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const
{
    const ThemeColors &colors = themeColors(palette());
    if (selectionModel()->isSelected(index)) {
        painter->fillRect(option.rect, colors.selection);
    } else if (!index.parent().isValid()) {
        QColor band = colors.raised;
        band.setAlphaF(0.5F);
        painter->fillRect(option.rect, band);
    }
    painter->fillRect(QRectF{static_cast<qreal>(option.rect.left()),
                             static_cast<qreal>(option.rect.bottom()),
                             static_cast<qreal>(option.rect.width()), 1},
                      colors.hairline);
    QTreeView::drawRow(painter, option, index);
}

void PlanTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    QMenu menu(this);
    const QString text = index.data().toString();
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    const QModelIndex top = index.parent().isValid() ? index.parent() : index;
    const int step = top.siblingAtColumn(0).data(PlanRoles::StepRole).toInt();
    if (step >= 0) {
        const bool taken = m_model->plan().steps[static_cast<std::size_t>(step)].force;
        QAction *take = menu.addAction(tr("Take the fields over from their owners"));
        take->setCheckable(true);
        take->setChecked(taken);
        connect(take, &QAction::triggered, this, [this, step] { Q_EMIT takeOverToggled(step); });
    }
    menu.exec(event->globalPos());
}

} // namespace spillway
