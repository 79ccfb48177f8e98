// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costbodies.h"

#include "core/plainline.h"
#include "core/unit.h"
#include "itemmodels/costmodel.h"
#include "itemmodels/tokenusemodel.h"
#include "panels/panelvalues.h"
#include "style/celldelegate.h"
#include "style/tabulartext.h"
#include "style/userwidths.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolTip>
#include <QValueAxis>

#include <numeric>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestColumn = 32;
constexpr int digitSize = 26;
constexpr int barHeight = 8;
constexpr int mostBars = 8;
constexpr int highestChart = 360;
// The same in both models that are shown here.
constexpr int sortRole = CostModel::SortRole;
constexpr int valueRole = CostModel::ValueRole;
static_assert(sortRole == int(TokenUseModel::SortRole));
static_assert(valueRole == int(TokenUseModel::ValueRole));

/// The total stands out, what is not known or not named is muted.
CellLook lookOf(const QModelIndex &index)
{
    using Voice = CellLook::Voice;
    const bool number = (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    if (number && !index.data(valueRole).isValid()) {
        return {.voice = Voice::Muted};
    }
    if (index.data(CostModel::TotalRole).toBool()) {
        return {.voice = Voice::Strong};
    }
    const bool named = index.siblingAtColumn(0).data(CostModel::KindRole).toInt() ==
                       static_cast<int>(CostRow::Kind::Named);
    return {.voice = number || named ? Voice::Plain : Voice::Muted};
}

/// However the rows are sorted, what is not known stands below what is, and the total is last.
class TotalLastProxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const int leftRank = rank(left);
        const int rightRank = rank(right);
        if (leftRank != rightRank) {
            return (leftRank < rightRank) == (sortOrder() == Qt::AscendingOrder);
        }
        return leftRank == known && QSortFilterProxyModel::lessThan(left, right);
    }

private:
    static constexpr int known = 0;

    [[nodiscard]] static int rank(const QModelIndex &index)
    {
        if (index.data(CostModel::TotalRole).toBool()) {
            return known + 2;
        }
        // The first column has names, which are no values.
        return index.column() == 0 || index.data(valueRole).isValid() ? known : known + 1;
    }
};

} // namespace

CostFigureBody::CostFigureBody(QWidget *parent)
    : PanelBody(parent)
{}

void CostFigureBody::setFigure(const Figure &figure)
{
    m_figure = figure;
    update();
    Q_EMIT valueTextChanged();
}

void CostFigureBody::setPanel(const Panel &panel)
{
    Q_UNUSED(panel)
}

void CostFigureBody::setSnapshot(const PanelSnapshot &snapshot)
{
    Q_UNUSED(snapshot)
}

QString CostFigureBody::valueText() const
{
    QStringList parts{m_figure.value};
    parts << m_figure.lines;
    if (isAlarming(m_figure.tone)) {
        parts << toneName(m_figure.tone);
    }
    return parts.join(tr(", "));
}

void CostFigureBody::paintBar(QPainter *painter, const QRectF &place) const
{
    const ThemeColors &colors = themeColors(palette());
    const QColor color =
        m_figure.tone == Tone::Neutral ? colors.accent : toneColor(m_figure.tone, colors);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.hairline);
    painter->drawRoundedRect(place, 3, 3);
    QRectF used = place;
    used.setWidth(place.width() * std::clamp(*m_figure.share, 0.0, 1.0));
    painter->setBrush(color);
    painter->drawRoundedRect(used, 3, 3);
    if (m_figure.expected) {
        const qreal x = place.left() + place.width() * std::clamp(*m_figure.expected, 0.0, 1.0);
        painter->setBrush(colors.text);
        painter->drawRect(QRectF{x - 1, place.top() - 3, 2, place.height() + 6});
    }
}

void CostFigureBody::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const ThemeColors &colors = themeColors(palette());
    QPainter painter{this};
    QFont digits = themeFont(FontRole::Title, font());
    digits.setPixelSize(digitSize);
    QFontMetricsF metrics{digits, this};
    for (int size = digitSize;
         size > 14 && tabularWidth(metrics, m_figure.value) > width() - spacing::l; --size) {
        digits.setPixelSize(size);
        metrics = QFontMetricsF{digits, this};
    }
    const bool alarming = isAlarming(m_figure.tone);
    const qreal mark = alarming ? 10 + spacing::s : 0;
    // In line with the title, whatever margin the frame has.
    painter.translate(std::max(0, spacing::m - x()), 0);
    qreal y = metrics.ascent();
    if (alarming) {
        drawTone(painter, QRectF{0, y - metrics.capHeight() / 2 - 5, 10, 10}, m_figure.tone,
                 colors);
    }
    painter.setFont(digits);
    painter.setPen(alarming ? toneColor(m_figure.tone, colors) : colors.text);
    drawTabular(painter, mark, y, m_figure.value);
    y += metrics.descent() + spacing::xs;
    if (m_figure.share) {
        paintBar(&painter, QRectF{0, y + 3, width() - static_cast<qreal>(spacing::s), barHeight});
        y += barHeight + 3 + spacing::s;
    }
    const QFont small = themeFont(FontRole::Small, font());
    const QFontMetricsF smallMetrics{small, this};
    painter.setFont(small);
    painter.setPen(colors.textMuted);
    for (const QString &line : m_figure.lines) {
        if (y + smallMetrics.height() > height() + 2) {
            break;
        }
        drawTabular(painter, 0, y + smallMetrics.ascent(),
                    smallMetrics.elidedText(line, Qt::ElideRight, width()));
        y += smallMetrics.lineSpacing();
    }
}

bool CostFigureBody::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(valueText()),
                           this);
        return true;
    }
    return PanelBody::event(event);
}

CostTableBody::CostTableBody(QAbstractItemModel *model, QWidget *parent)
    : PanelBody(parent)
    , m_proxy(new TotalLastProxy{this})
    , m_view(new QTableView{this})
    , m_userWidths(new UserWidths{m_view->horizontalHeader()})
{
    m_proxy->setSourceModel(model);
    m_proxy->setSortRole(sortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_proxy);
    auto *delegate = new CellDelegate{&lookOf, m_view};
    delegate->setFlushLeft(true);
    m_view->setItemDelegate(delegate);
    setUpCellTable(*m_view, narrowestColumn);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::DescendingOrder);
    setFocusProxy(m_view);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CostTableBody::fitColumns);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &CostTableBody::fitColumns);
}

void CostTableBody::setColumnHidden(int column, bool hidden)
{
    if (m_view->isColumnHidden(column) != hidden) {
        m_view->setColumnHidden(column, hidden);
        fitColumns();
    }
}

void CostTableBody::setSpareColumn(int column)
{
    m_spare = column;
    fitColumns();
}

void CostTableBody::setPanel(const Panel &panel)
{
    m_view->setAccessibleName(plainLine(panel.title));
}

void CostTableBody::setSnapshot(const PanelSnapshot &snapshot)
{
    Q_UNUSED(snapshot)
    Q_EMIT valueTextChanged();
}

QString CostTableBody::valueText() const
{
    return tr("table with %n row(s)", nullptr, m_proxy->rowCount());
}

/// Contents decide; the space left over is shared out, most of it to the names.
void CostTableBody::fitColumns()
{
    if (m_userWidths->areSet()) {
        return;
    }
    const UserWidths::Ours ours(m_userWidths);
    QHeaderView *header = m_view->horizontalHeader();
    const QAbstractItemView *view = m_view; // QTableView makes the hint protected
    const bool scrolls =
        m_view->height() < header->height() + m_proxy->rowCount() * CellDelegate::rowHeight;
    const int room =
        m_view->width() - (scrolls ? m_view->verticalScrollBar()->sizeHint().width() : 0);
    if (m_spare >= 0) {
        m_view->setColumnHidden(m_spare, false);
    }
    std::vector<int> widths(static_cast<std::size_t>(header->count()), 0);
    int shown = 0;
    for (int i = 0; i < header->count(); ++i) {
        if (!m_view->isColumnHidden(i)) {
            ++shown;
            widths[static_cast<std::size_t>(i)] =
                std::min(260, std::max(view->sizeHintForColumn(i), header->sectionSizeHint(i)));
        }
    }
    int total = std::accumulate(widths.begin(), widths.end(), 0);
    if (m_spare >= 0 && total > room) {
        m_view->setColumnHidden(m_spare, true);
        total -= std::exchange(widths[static_cast<std::size_t>(m_spare)], 0);
        --shown;
    }
    const int share = shown > 0 ? std::max(0, room - total) / (shown + 1) : 0;
    for (int i = 0; i < header->count(); ++i) {
        if (!m_view->isColumnHidden(i)) {
            header->resizeSection(i, widths[static_cast<std::size_t>(i)] +
                                         (i == 0 ? 2 * share : share));
        }
    }
}

void CostTableBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    m_view->setGeometry(rect());
    fitColumns();
}

CostBarsBody::CostBarsBody(QWidget *parent)
    : PanelBody(parent)
    , m_view(new QChartView{this})
{
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setStyleSheet(u"background: transparent;"_s);
}

void CostBarsBody::setReport(const CostReport &report, const QString &currency)
{
    m_report = report;
    m_currency = currency;
    rebuild();
    Q_EMIT valueTextChanged();
}

void CostBarsBody::setPanel(const Panel &panel)
{
    m_view->setAccessibleName(plainLine(panel.title));
}

void CostBarsBody::setSnapshot(const PanelSnapshot &snapshot)
{
    Q_UNUSED(snapshot)
}

QString CostBarsBody::valueText() const
{
    QStringList parts;
    for (const CostRow &row : m_report.rows) {
        if (row.kind != CostRow::Kind::Unpriced) {
            parts << tr("%1: %2").arg(
                CostModel::rowName(row),
                formatValue(row.total(), {Unit::Currency, m_currency, 2}, locale()));
        }
    }
    return parts.join(tr("; "));
}

/// CPU, memory, requests and tokens of each row; a part that costs nothing is left out.
QAbstractBarSeries *CostBarsBody::makeBars(const std::vector<const CostRow *> &rows,
                                           QChart *chart) const
{
    struct Part
    {
        QString name;
        double CostRow::*member;
    };
    const std::array parts{Part{tr("CPU"), &CostRow::cpu}, Part{tr("Memory"), &CostRow::memory},
                           Part{tr("Requests"), &CostRow::requests},
                           Part{tr("Tokens"), &CostRow::tokens}};
    const ThemeColors &colors = themeColors(palette());
    const ChartPalette chartColors = panelChartPalette(colors);
    auto *bars = new QHorizontalStackedBarSeries(chart);
    bars->setBarWidth(0.6);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto member = parts.at(i).member;
        if (std::none_of(rows.begin(), rows.end(),
                         [member](const CostRow *row) { return row->*member > 0; })) {
            continue;
        }
        auto *set = new QBarSet(parts.at(i).name, bars);
        set->setColor(chartColors.look(i).colour);
        set->setBorderColor(colors.surface);
        for (const CostRow *row : rows) {
            set->append(row->*member);
        }
        bars->append(set);
    }
    return bars;
}

void CostBarsBody::addAxes(const std::vector<const CostRow *> &rows, QAbstractBarSeries *bars,
                           QChart *chart) const
{
    const ThemeColors &colors = themeColors(palette());
    const QFont small = themeFont(FontRole::Small, font());
    auto *names = new QBarCategoryAxis(chart);
    double largest = 0;
    for (const CostRow *row : rows) {
        largest = std::max(largest, row->total());
        names->append(QFontMetrics{small}.elidedText(plainLine(CostModel::rowName(*row)),
                                                     Qt::ElideRight, std::max(60, width() / 4)));
    }
    auto *amounts = new QValueAxis(chart);
    const double step = largest > 0 ? niceStep(largest, 4, Unit::Currency) : 1;
    amounts->setRange(0, step * std::ceil(std::max(largest, step) / step));
    amounts->setTickType(QValueAxis::TicksDynamic);
    amounts->setTickInterval(step);
    amounts->setLabelFormat(step >= 1 ? u"%.0f"_s : u"%.2f"_s);
    for (QAbstractAxis *axis :
         {static_cast<QAbstractAxis *>(names), static_cast<QAbstractAxis *>(amounts)}) {
        axis->setLabelsColor(colors.textMuted);
        axis->setLabelsFont(small);
        axis->setLinePenColor(colors.hairlineStrong);
        axis->setGridLineColor(colors.hairline);
    }
    names->setGridLineVisible(false);
    chart->addAxis(names, Qt::AlignLeft);
    chart->addAxis(amounts, Qt::AlignBottom);
    bars->attachAxis(names);
    bars->attachAxis(amounts);
}

void CostBarsBody::rebuild()
{
    std::vector<const CostRow *> rows;
    for (const CostRow &row : m_report.rows) {
        if (row.kind != CostRow::Kind::Unpriced && static_cast<int>(rows.size()) < mostBars) {
            rows.push_back(&row);
        }
    }
    std::reverse(rows.begin(), rows.end()); // the first category is at the bottom
    auto *chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setMargins({0, 0, 0, 0});
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setLabelColor(themeColors(palette()).textMuted);
    chart->legend()->setFont(themeFont(FontRole::Small, font()));
    QAbstractBarSeries *bars = makeBars(rows, chart);
    chart->addSeries(bars);
    addAxes(rows, bars, chart);
    QChart *old = m_view->chart();
    m_view->setChart(chart);
    delete old;
}

void CostBarsBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    // A few bars do not get thicker with a large screen.
    m_view->setGeometry(0, 0, width(), std::min(height(), highestChart));
    rebuild();
}

void CostBarsBody::changeEvent(QEvent *event)
{
    PanelBody::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        rebuild();
    }
}

} // namespace spillway
