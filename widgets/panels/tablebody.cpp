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
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

#include <numeric>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;
constexpr int shortestLabel = 40;
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
        // The first column starts where the panel's title does.
        const auto *view = static_cast<const QTableView *>(option.widget);
        const bool first = view->horizontalHeader()->sectionPosition(index.column()) == 0;
        box.adjust(first ? 0 : spacing::s, 0, -spacing::s, 0);
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
        const bool mark = index.data(PanelTableModel::SeverityRole).isValid();
        return {qCeil(width) + 2 * spacing::s + (mark ? 8 + spacing::xs : 0), rowHeight};
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
    m_view->horizontalHeader()->setMinimumSectionSize(32);
    m_view->horizontalHeader()->setFont(themeFont(FontRole::Small, font()));
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

/// Contents decide, at most 240 px a column. Space left over is shared out, so that values end at
/// the right edge; if there is too little, labels that are the same in every row are hidden and the
/// others shortened, for the values are what the panel is for.
void TableBody::fitColumns()
{
    QHeaderView *header = m_view->horizontalHeader();
    const QAbstractItemView *view = m_view; // QTableView makes the hint protected
    const bool scrolls = m_view->height() < header->height() + m_proxy->rowCount() * rowHeight;
    const int room =
        m_view->width() - (scrolls ? m_view->verticalScrollBar()->sizeHint().width() : 0);
    std::vector<int> widths;
    for (int i = 0; i < header->count(); ++i) {
        m_view->setColumnHidden(i, false);
        widths.push_back(
            std::min(240, std::max(view->sizeHintForColumn(i), header->sectionSizeHint(i))));
    }
    int total = std::accumulate(widths.begin(), widths.end(), 0);
    const auto labels = static_cast<std::size_t>(m_model->labelColumns());
    for (std::size_t i = 0; i < labels && total > room; ++i) {
        if (m_model->rowCount() > 1 && m_model->isConstantLabel(static_cast<int>(i))) {
            m_view->setColumnHidden(static_cast<int>(i), true);
            total -= std::exchange(widths[i], 0);
        }
    }
    for (std::size_t i = 0; i < labels && total > room; ++i) {
        const int shorter =
            std::max(std::min(widths[i], shortestLabel), widths[i] - (total - room));
        total -= std::exchange(widths[i], shorter) - shorter;
    }
    const auto shown = static_cast<int>(
        std::count_if(widths.begin(), widths.end(), [](int width) { return width > 0; }));
    const int share = shown > 0 ? std::max(0, room - total) / shown : 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] > 0) {
            header->resizeSection(static_cast<int>(i), widths[i] + share);
        }
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
