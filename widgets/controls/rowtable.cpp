// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rowtable.h"

#include "itemmodels/rowproxy.h"
#include "itemmodels/rowroles.h"
#include "style/celldelegate.h"
#include "style/userwidths.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace std::chrono_literals;

namespace {

constexpr int narrowestColumn = 40;
constexpr int shortestText = 96; ///< of a cell whose text is cut
constexpr int rowsMeasured = 60;
constexpr int weightOfNumbers = 1;
constexpr int weightOfTexts = 2;
constexpr int weightOfWords = 4;

CellLook lookOf(const QModelIndex &index)
{
    const bool nothing = index.data().toString() == u"–";
    return {.tone = toneOf(static_cast<RowState>(index.data(RowRoles::StateRole).toInt())),
            .voice = nothing ? CellLook::Voice::Faint : CellLook::Voice::Plain};
}

} // namespace

Tone toneOf(RowState state)
{
    switch (state) {
    case RowState::Neutral:
        return Tone::Neutral;
    case RowState::Good:
        return Tone::Ok;
    case RowState::Busy:
        return Tone::Info;
    case RowState::Warning:
        return Tone::Warning;
    case RowState::Bad:
        return Tone::Critical;
    }
    return Tone::Neutral;
}

RowTable::RowTable(QAbstractItemModel *model, int sortColumn, int wordy, QWidget *parent)
    : QTableView(parent)
    , m_proxy(new RowProxy(this))
    , m_wordy(wordy)
    , m_userWidths(new UserWidths(horizontalHeader()))
{
    m_proxy->setSourceModel(model);
    setModel(m_proxy);
    setItemDelegate(new CellDelegate(&lookOf, this));
    setUpCellTable(*this, narrowestColumn);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSortingEnabled(true);
    sortByColumn(sortColumn, Qt::AscendingOrder);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0ms);
    connect(&m_fit, &QTimer::timeout, this, &RowTable::fitColumns);
    connectModel();
}

void RowTable::connectModel()
{
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT selectedKeyChanged(selectedKey()); });
    connect(m_proxy, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptKey = selectedKey();
        m_keptScroll = verticalScrollBar()->value();
    });
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &RowTable::restore);
    connect(m_proxy, &QAbstractItemModel::headerDataChanged, this, &RowTable::measureAnew);
    for (const auto change :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_proxy, change, &m_fit, qOverload<>(&QTimer::start));
    }
    connect(m_proxy, &QAbstractItemModel::dataChanged, &m_fit, qOverload<>(&QTimer::start));
    connect(m_proxy, &QAbstractItemModel::layoutChanged, &m_fit, qOverload<>(&QTimer::start));
}

/// After a reset: the selection is by key, and is told only if it is another.
void RowTable::restore()
{
    measureAnew();
    if (m_keptKey.isEmpty()) {
        return;
    }
    const int row = rowOf(m_keptKey);
    if (row < 0) {
        Q_EMIT selectedKeyChanged({});
        return;
    }
    const QSignalBlocker quiet(selectionModel());
    setCurrentIndex(m_proxy->index(row, 0));
    verticalScrollBar()->setValue(m_keptScroll);
    viewport()->update();
}

int RowTable::rowOf(const QString &key) const
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (m_proxy->index(row, 0).data(RowRoles::KeyRole).toString() == key) {
            return row;
        }
    }
    return -1;
}

void RowTable::setFilter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
}

int RowTable::shownRows() const
{
    return m_proxy->rowCount();
}

QString RowTable::selectedKey() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QString{} : rows.first().data(RowRoles::KeyRole).toString();
}

void RowTable::selectKey(const QString &key)
{
    if (key == selectedKey()) {
        return;
    }
    const int row = key.isEmpty() ? -1 : rowOf(key);
    if (row < 0) {
        clearSelection();
        return;
    }
    selectRow(row);
    scrollTo(m_proxy->index(row, 0));
}

void RowTable::fitColumns()
{
    if (m_userWidths->areSet() || !isVisible() || m_userWidths->isOurs()) {
        return;
    }
    m_fit.stop();
    measure();
    applyWidths();
}

void RowTable::measureAnew()
{
    m_wishes.clear();
    m_fit.start();
}

bool RowTable::isNumber(int column) const
{
    const QVariant alignment = m_proxy->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
    return (alignment.toInt() & Qt::AlignRight) != 0;
}

/// The header's own hint keeps room for the arrow twice; the sorted column may have it.
int RowTable::titleWidth(int column) const
{
    const QHeaderView *header = horizontalHeader();
    const int hint = header->sectionSizeHint(column);
    if (header->sortIndicatorSection() == column) {
        return hint;
    }
    const QString title = m_proxy->headerData(column, Qt::Horizontal).toString();
    return std::min(hint, header->fontMetrics().horizontalAdvance(title) + spacing::s +
                              CellDelegate::rightInset + 1);
}

/// The rows in sight are enough to tell: there may be ten thousand.
void RowTable::measure()
{
    const QHeaderView *header = horizontalHeader();
    m_wishes.resize(static_cast<std::size_t>(header->count()));
    const int first = std::max(0, rowAt(0));
    const int end = std::min(m_proxy->rowCount(), first + rowsMeasured);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int column = 0; column < header->count(); ++column) {
        ColumnWish &wish = m_wishes[static_cast<std::size_t>(column)];
        if (isColumnHidden(column)) {
            wish = {};
            continue;
        }
        const int title = titleWidth(column);
        wish.natural = std::max(wish.natural, title);
        for (int row = first; row < end; ++row) {
            const QSize hint = itemDelegate()->sizeHint(option, m_proxy->index(row, column));
            wish.natural = std::max(wish.natural, hint.width());
        }
        const bool number = isNumber(column);
        wish.least = number ? wish.natural : std::min(wish.natural, std::max(title, shortestText));
        wish.weight = number ? weightOfNumbers : column == m_wordy ? weightOfWords : weightOfTexts;
    }
}

void RowTable::applyWidths()
{
    const UserWidths::Ours ours(m_userWidths);
    const bool scrolls =
        horizontalHeader()->height() + m_proxy->rowCount() * CellDelegate::rowHeight > height();
    const int room = width() - (scrolls ? verticalScrollBar()->sizeHint().width() : 0);
    const std::vector<int> widths = columnWidths(m_wishes, room);
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        if (!isColumnHidden(column)) {
            horizontalHeader()->resizeSection(column, widths[static_cast<std::size_t>(column)]);
        }
    }
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !selectedKey().isEmpty()) {
        clearSelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitColumns();
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measureAnew();
    }
}

} // namespace spillway
