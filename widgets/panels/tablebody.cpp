// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tablebody.h"

#include "itemmodels/paneltablemodel.h"
#include "panels/panelvalues.h"
#include "style/tabulartext.h"
#include "style/themeicon.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;
constexpr int rowsForFilter = 9; ///< fewer are read faster than filtered

/// Draws one line of plain text, digits of one width, and the shape of a severity.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ThemeColors &colors = themeColors(option.palette);
        QRectF box = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(box, colors.selection);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(box, colors.raised);
        }
        painter->fillRect(QRectF{box.left(), box.bottom() - 1, box.width(), 1}, colors.hairline);
        box.adjust(spacing::s, 0, -spacing::s, 0);
        painter->setFont(option.font);
        const QFontMetricsF metrics{option.font, painter->device()};
        QString text = plainLine(index.data().toString());
        const QVariant severity = index.data(PanelTableModel::SeverityRole);
        const Tone tone =
            severity.isValid() ? toneOf(static_cast<Severity>(severity.toInt())) : Tone::Neutral;
        const qreal mark = tone == Tone::Neutral ? 0 : 8 + spacing::xs;
        text = metrics.elidedText(text, Qt::ElideRight, box.width() - mark);
        const qreal width = tabularWidth(metrics, text);
        const bool right = (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
        const qreal x = right ? box.right() - width : box.left() + mark;
        const qreal base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        if (mark > 0) {
            drawTone(*painter, QRectF{x - mark, box.center().y() - 4, 8, 8}, tone, colors);
        }
        const bool value = index.data(PanelTableModel::ValueRole).isValid();
        painter->setPen(value || !right ? colors.text : colors.textFaint);
        drawTabular(*painter, x, base, text);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QFontMetricsF metrics{option.font};
        const qreal width = tabularWidth(metrics, plainLine(index.data().toString()));
        return {qCeil(width) + 2 * spacing::s + 8 + spacing::xs, rowHeight};
    }
};

} // namespace

TableBody::TableBody(QWidget *parent)
    : PanelBody(parent)
    , m_model(new PanelTableModel{this})
    , m_proxy(new QSortFilterProxyModel{this})
    , m_filter(new QLineEdit{this})
    , m_view(new QTableView{this})
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(PanelTableModel::SortRole);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    setupView();
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themeIcon(u"search"), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, m_proxy,
            &QSortFilterProxyModel::setFilterFixedString);
    auto *find = new QShortcut{QKeySequence::Find, this};
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filterAsked = true;
        layoutParts();
        m_filter->setFocus();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &TableBody::fitColumns);
}

void TableBody::setupView()
{
    m_view->setModel(m_proxy);
    m_view->setItemDelegate(new CellDelegate{m_view});
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setWordWrap(false);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsMovable(true);
    m_view->horizontalHeader()->setMinimumSectionSize(48);
    setFocusProxy(m_view);
}

void TableBody::setPanel(const Panel &panel)
{
    m_model->setPanel(panel);
    m_view->setAccessibleName(plainLine(panel.title));
}

void TableBody::setSnapshot(const PanelSnapshot &snapshot)
{
    m_model->setLocale(locale());
    m_model->setSnapshot(snapshot);
    layoutParts();
    Q_EMIT valueTextChanged();
}

QString TableBody::valueText() const
{
    return tr("table with %n row(s)", nullptr, m_proxy->rowCount());
}

/// Contents decide, at most 240 px a column; space left over is shared out so that values end at
/// the right edge.
void TableBody::fitColumns()
{
    QHeaderView *header = m_view->horizontalHeader();
    const QAbstractItemView *view = m_view; // QTableView makes the hint protected
    const int count = header->count();
    int total = 0;
    for (int i = 0; i < count; ++i) {
        const int wanted = std::max(view->sizeHintForColumn(i), header->sectionSizeHint(i));
        header->resizeSection(i, std::min(240, wanted));
        total += header->sectionSize(i);
    }
    const int room = m_view->viewport()->width() - total;
    if (room > 0 && count > 0) {
        const int share = room / count;
        for (int i = 0; i < count; ++i) {
            header->resizeSection(i, header->sectionSize(i) + share);
        }
        header->resizeSection(count - 1, header->sectionSize(count - 1) + room - share * count);
    }
}

void TableBody::layoutParts()
{
    const bool filter = m_filterAsked ||
                        (m_model->rowCount() >= rowsForFilter && height() >= 170 && width() >= 220);
    const int top = filter ? m_filter->sizeHint().height() + spacing::xs : 0;
    m_filter->setVisible(filter);
    m_filter->setGeometry(0, 0, std::min(width(), 260), m_filter->sizeHint().height());
    m_view->setGeometry(0, top, width(), height() - top);
    fitColumns();
}

void TableBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    layoutParts();
}

} // namespace spillway
