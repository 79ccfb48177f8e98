// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tablebody.h"

#include "itemmodels/paneltablemodel.h"
#include "itemmodels/paneltableproxy.h"
#include "panels/panelvalues.h"
#include "style/celldelegate.h"
#include "style/themeicon.h"
#include "style/userwidths.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>

#include <numeric>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestColumn = 32;
constexpr int shortestLabel = 40;
constexpr int rowsForFilter = 9; ///< fewer are read faster than filtered

CellLook lookOf(const QModelIndex &index)
{
    CellLook look;
    const QVariant severity = index.data(PanelTableModel::SeverityRole);
    if (severity.isValid()) {
        look.tone = toneOf(static_cast<Severity>(severity.toInt()));
    }
    const bool number = (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    if (number && !index.data(PanelTableModel::ValueRole).isValid()) {
        look.voice = CellLook::Voice::Faint;
    }
    return look;
}

} // namespace

TableBody::TableBody(QWidget *parent)
    : PanelBody(parent)
    , m_model(new PanelTableModel{this})
    , m_proxy(new PanelTableProxy{this})
    , m_filter(new QLineEdit{this})
    , m_view(new QTableView{this})
    , m_userWidths(new UserWidths{m_view->horizontalHeader()})
{
    m_proxy->setSourceModel(m_model);
    setupView();
    retranslate();
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
    connect(m_proxy, &QAbstractItemModel::modelAboutToBeReset, this, &TableBody::keepRow);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns();
        restoreRow();
    });
}

void TableBody::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter rows"));
}

void TableBody::changeEvent(QEvent *event)
{
    PanelBody::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TableBody::setupView()
{
    m_view->setModel(m_proxy);
    auto *delegate = new CellDelegate{&lookOf, m_view};
    delegate->setFlushLeft(true);
    m_view->setItemDelegate(delegate);
    setUpCellTable(*m_view, narrowestColumn);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setSectionsMovable(true);
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

/// What tells a row from the others.
QStringList TableBody::labelsOf(int row) const
{
    QStringList labels;
    for (int column = 0; column < m_model->labelColumns(); ++column) {
        labels << m_proxy->index(row, column).data().toString();
    }
    return labels;
}

void TableBody::keepRow()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    m_keptRow = rows.isEmpty() ? QStringList{} : labelsOf(rows.first().row());
    m_keptScroll = m_view->verticalScrollBar()->value();
}

void TableBody::restoreRow()
{
    for (int row = 0; !m_keptRow.isEmpty() && row < m_proxy->rowCount(); ++row) {
        if (labelsOf(row) == m_keptRow) {
            m_view->selectRow(row);
            break;
        }
    }
    m_view->verticalScrollBar()->setValue(m_keptScroll);
}

/// Contents decide, at most 240 px a column. Space left over is shared out, so that values end at
/// the right edge; if there is too little, labels that are the same in every row are hidden and the
/// others shortened, for the values are what the panel is for.
void TableBody::fitColumns()
{
    if (m_userWidths->areSet()) {
        return;
    }
    const UserWidths::Ours ours(m_userWidths);
    const QHeaderView *header = m_view->horizontalHeader();
    const QAbstractItemView *view = m_view; // QTableView makes the hint protected
    const bool scrolls =
        m_view->height() < header->height() + m_proxy->rowCount() * CellDelegate::rowHeight;
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
            m_view->setColumnWidth(static_cast<int>(i), widths[i] + share);
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
