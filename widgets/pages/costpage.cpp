// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costpage.h"

#include "charts/timecursor.h"
#include "connection/connection.h"
#include "core/plainline.h"
#include "itemmodels/costmodel.h"
#include "itemmodels/tokenusemodel.h"
#include "pages/costbasis.h"
#include "pages/costbodies.h"
#include "pages/costqueries.h"
#include "pages/costseries.h"
#include "panels/panelwidget.h"
#include "panels/timeseriesbody.h"
#include "style/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QScrollArea>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds week = 7 * 24h;
constexpr int monthPoints = 1500;
constexpr int nowPoints = 15;
constexpr int trendPoints = 600;
constexpr int cardHeight = 120;
constexpr int panelHeight = 244;
constexpr int mostProblems = 3;

} // namespace

CostPage::CostPage(const PageContext &context, PriceTable::Reading tokens, QWidget *parent)
    : Page(context, parent)
    , m_tokens(std::move(tokens))
    , m_costs(new CostModel(this))
    , m_uses(new TokenUseModel(this))
    , m_groupingLabel(new QLabel(this))
    , m_grouping(new QComboBox(this))
    , m_problems(new QLabel(this))
    , m_basis(new QLabel(this))
{
    for (QLabel *label : {m_problems, m_basis}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_problems->setProperty("role", u"warning"_s);
    m_basis->setProperty("role", u"muted"_s);
    m_basis->setFont(themeFont(FontRole::Small, font()));
    m_groupingLabel->setBuddy(m_grouping);
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    makeCards();
    layoutCards(grid);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_compute.setSingleShot(true);
    m_compute.setInterval(0ms);
    connect(&m_compute, &QTimer::timeout, this, &CostPage::compute);
    connect(&m_computing, &QFutureWatcherBase::finished, this, &CostPage::apply);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &CostPage::tick);
    connect(m_grouping, &QComboBox::activated, this, [this](int index) {
        m_tag = m_grouping->itemData(index).toString();
        compute();
        Q_EMIT variablesChanged();
    });
    connectFeeds();
    retranslate();
}

CostPage::~CostPage() = default;

QString CostPage::pageId()
{
    return u"cost"_s;
}

QString CostPage::pageTitle()
{
    return tr("Cost");
}

QString CostPage::id() const
{
    return pageId();
}

QString CostPage::title() const
{
    return pageTitle();
}

PanelWidget *CostPage::makeCard(const QString &id, std::unique_ptr<PanelBody> body)
{
    spillway::Panel panel;
    panel.id = id;
    auto *card = new PanelWidget(panel, std::move(body), this);
    card->setFocusPolicy(Qt::TabFocus);
    connect(card, &PanelWidget::retryRequested, this, &CostPage::refresh);
    m_cards.push_back(card);
    return card;
}

void CostPage::makeCards()
{
    const auto figure = [this](const QString &id, CostFigureBody **body) {
        auto made = std::make_unique<CostFigureBody>();
        *body = made.get();
        makeCard(id, std::move(made));
    };
    figure(u"rate"_s, &m_rateBody);
    figure(u"to-date"_s, &m_toDateBody);
    figure(u"forecast"_s, &m_forecastBody);
    figure(u"budget"_s, &m_budgetBody);
    auto table = std::make_unique<CostTableBody>(m_costs);
    m_tableBody = table.get();
    m_tableBody->setSpareColumn(CostModel::Share);
    makeCard(u"breakdown"_s, std::move(table));
    auto bars = std::make_unique<CostBarsBody>();
    m_barsBody = bars.get();
    makeCard(u"spent-on"_s, std::move(bars));
    makeCard(u"trend"_s, std::make_unique<TimeSeriesBody>())->setTimeCursor(context().cursor);
    auto uses = std::make_unique<CostTableBody>(m_uses);
    m_tokenBody = uses.get();
    makeCard(u"tokens"_s, std::move(uses));
}

/// Twelve columns: four figures, then breakdown and bars, then trend and tokens.
void CostPage::layoutCards(QGridLayout *grid)
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::s);
    bar->addWidget(m_groupingLabel);
    bar->addWidget(m_grouping);
    bar->addStretch(1);
    grid->setContentsMargins(spacing::m, spacing::s, spacing::m, spacing::s);
    grid->setSpacing(spacing::s);
    grid->addLayout(bar, 0, 0, 1, 12);
    grid->addWidget(m_problems, 1, 0, 1, 12);
    for (int i = 0; i < 4; ++i) {
        m_cards[static_cast<std::size_t>(i)]->setFixedHeight(cardHeight);
        grid->addWidget(m_cards[static_cast<std::size_t>(i)], 2, 3 * i, 1, 3);
    }
    for (int i = 0; i < 4; ++i) {
        PanelWidget *card = m_cards[static_cast<std::size_t>(4 + i)];
        card->setMinimumHeight(panelHeight);
        const int split = i < 2 ? 8 : 6;
        grid->addWidget(card, 3 + i / 2, i % 2 == 0 ? 0 : split, 1,
                        i % 2 == 0 ? split : 12 - split);
    }
    for (int i = 0; i < 12; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setColumnMinimumWidth(i, 1);
    }
    grid->setRowStretch(3, 1);
    grid->setRowStretch(4, 2);
    grid->addWidget(m_basis, 5, 0, 1, 12);
}

void CostPage::connectFeeds()
{
    Connection *connection = context().connection;
    if (connection == nullptr) {
        return;
    }
    m_prices = costPrices(connection->workspace(), m_tokens.table);
    for (PanelFeed **feed : {&m_now, &m_month, &m_range}) {
        *feed = connection->createFeed(this);
        connect(*feed, &PanelFeed::changed, &m_compute, qOverload<>(&QTimer::start));
    }
    if (TimeCursor *cursor = context().cursor) {
        connect(cursor, &TimeCursor::rangeRequested, this, [this](const TimeRange &range) {
            if (isActive()) {
                Q_EMIT timeRequested(TimeSelection::between(range));
            }
        });
    }
}

QTimeZone CostPage::monthZone() const
{
    const QTimeZone zone(context().connection->workspace().timezone.toUtf8());
    return zone.isValid() ? zone : view().zone;
}

TimeRange CostPage::monthOf(EpochMs now, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QDate first(today.year(), today.month(), 1);
    return {first.startOfDay(zone).toMSecsSinceEpoch(),
            first.addMonths(1).startOfDay(zone).toMSecsSinceEpoch()};
}

void CostPage::ask()
{
    Connection *connection = context().connection;
    if (connection == nullptr) {
        return;
    }
    const std::vector<QuerySpec> queries = costQueries(connection->workspace());
    PanelRequest request;
    request.queries = queries;
    request.time = TimeSelection::last(15min);
    request.maxPoints = nowPoints;
    request.minStep = 1min;
    m_now->setRequest(request);
    request.time = {.from = {.rounding = TimePoint::Rounding::Month}, .to = {}};
    request.zone = monthZone();
    request.maxPoints = monthPoints;
    request.minStep = 5min;
    m_month->setRequest(request);

    PanelRequest trend;
    trend.queries = queries;
    trend.maxPoints = trendPoints;
    if (view().compareLastWeek) {
        const std::vector<QuerySpec> before = costQueries(connection->workspace(), week);
        trend.queries.insert(trend.queries.end(), before.begin(), before.end());
    }
    trend.time = view().time;
    trend.zone = view().zone;
    m_range->setRequest(trend);
}

void CostPage::viewChanged()
{
    for (PanelWidget *card : m_cards) {
        const QTimeZone &second = view().secondZone;
        card->setTimeZones(view().zone, second.isValid() ? std::optional{second} : std::nullopt);
    }
    if (isActive()) {
        ask();
    }
}

void CostPage::activeChanged()
{
    if (m_now == nullptr) {
        return;
    }
    if (isActive()) {
        ask();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    for (PanelFeed *feed : {m_now, m_month, m_range}) {
        feed->setVisible(isActive());
    }
    tick();
}

void CostPage::refresh()
{
    if (m_now != nullptr) {
        for (PanelFeed *feed : {m_now, m_month, m_range}) {
            feed->refresh();
        }
    }
}

void CostPage::tick()
{
    if (context().connection == nullptr) {
        return;
    }
    const EpochMs now = context().connection->clock().now();
    for (PanelWidget *card : m_cards) {
        card->setNow(now);
    }
    // Another month, even while nothing refreshes.
    const bool reachable = context().connection->state() == ConnectionState::Ready;
    if (isActive() && reachable && m_monthRange.to > 0 && now >= m_monthRange.to) {
        m_month->refresh();
    }
}

void CostPage::setVariables(const PageVariables &variables)
{
    const QString tag = variables.value(u"by"_s).value(0);
    m_tag = costTags().contains(tag) ? tag : QString{};
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(m_tag)));
    m_compute.start();
}

PageVariables CostPage::variables() const
{
    return m_tag.isEmpty() ? PageVariables{} : PageVariables{{u"by"_s, {m_tag}}};
}

std::function<CostReport()> CostPage::report(const PanelFeed *feed, const TimeRange &range,
                                             std::chrono::milliseconds offset) const
{
    return [inputs = costInputs(feed->snapshot(), range, context().connection->workspace(), offset),
            prices = m_prices, table = m_tokens.table,
            tag = m_tag] { return computeCost(inputs, prices, table, {tag}); };
}

void CostPage::compute()
{
    if (m_now == nullptr) {
        return;
    }
    if (std::exchange(m_busy, true)) {
        m_again = true;
        return;
    }
    const PanelSnapshot &month = m_month->snapshot();
    const bool asked = month.range.to > 0;
    const EpochMs until = asked ? month.range.to : context().connection->clock().now();
    m_monthRange = monthOf(until, monthZone());
    m_toDate = {std::max(m_monthRange.from, month.range.from), month.range.to};
    // The step at the start of the range is shown too.
    const PanelSnapshot &trend = m_range->snapshot();
    const TimeRange range{trend.range.from - trend.step.count(), trend.range.to};
    const auto none = [] { return CostReport{}; };
    m_computing.setFuture(QtConcurrent::run(
        [now = report(m_now, m_now->snapshot().range, 0ms), month = report(m_month, m_toDate, 0ms),
         range = report(m_range, range, 0ms),
         lastWeek = view().compareLastWeek ? report(m_range, range, week) : none] {
            return Reports{now(), month(), range(), lastWeek()};
        }));
}

void CostPage::apply()
{
    m_busy = false;
    m_reports = m_computing.result();
    if (std::exchange(m_again, false)) {
        m_compute.start();
    }
    m_costs->setLocale(locale());
    m_costs->setReports(m_reports.month, m_reports.now, m_prices.currency);
    m_uses->setLocale(locale());
    m_uses->setUses(m_reports.month.tokens, m_prices.currency);
    m_tokenBody->setColumnHidden(TokenUseModel::Other, !m_uses->hasOther());
    m_tableBody->setColumnHidden(CostModel::Requests, m_prices.perRequest.isEmpty());
    m_barsBody->setReport(m_reports.month, m_prices.currency);
    updateFigures();
    updateStates();
    updateTrend();
    updateProblems();
    updateBasis();
    const bool settledNow = isSettled();
    if (settledNow && !m_wasSettled) {
        Q_EMIT settled();
    }
    m_wasSettled = settledNow;
}

void CostPage::setCard(const QString &id, PanelSnapshot state, SeriesList rows) const
{
    const auto card = std::find_if(m_cards.begin(), m_cards.end(),
                                   [&](const PanelWidget *one) { return one->panel().id == id; });
    // Nothing to show is said as such, never drawn as a zero.
    if (rows.empty() && state.state != PanelState::Failed &&
        state.state != PanelState::Refreshing) {
        state.state = PanelState::Empty;
        if (state.reason.isEmpty()) {
            state.reason = tr("There is no data to compute this from.");
        }
    }
    state.answers.insert(state.answers.begin(), costAnswer(std::move(rows)));
    (*card)->setSnapshot(state);
}

void CostPage::updateStates()
{
    const PanelSnapshot now = mergedState({&m_now->snapshot()});
    const PanelSnapshot month = mergedState({&m_month->snapshot()});
    const auto one = [](const PanelSnapshot &state, bool known, double value) {
        return known ? SeriesList{singleSeries({}, state.range.to, value)} : SeriesList{};
    };
    const bool spent = m_reports.month.coverage > 0 || m_reports.month.total() > 0;
    const std::optional<double> rate = m_reports.now.perHour();
    const std::optional<double> expected = forecast();
    setCard(u"rate"_s, now, one(now, rate.has_value(), rate.value_or(0)));
    setCard(u"to-date"_s, month, one(month, spent, m_reports.month.total()));
    PanelSnapshot ahead = month;
    if (spent && !expected && ahead.reason.isEmpty()) {
        ahead.reason = tr("The forecast needs an hour of data of this month.");
    }
    setCard(u"forecast"_s, ahead, one(month, expected.has_value(), expected.value_or(0)));
    setCard(u"budget"_s, month, one(month, spent, m_reports.month.total()));
    SeriesList rows;
    for (const CostRow &row : m_reports.month.rows) {
        rows.push_back(singleSeries(CostModel::rowName(row), month.range.to, row.total()));
    }
    setCard(u"breakdown"_s, mergedState({&m_month->snapshot(), &m_now->snapshot()}), rows);
    setCard(u"spent-on"_s, month, spent ? rows : SeriesList{});
    SeriesList uses;
    for (const ModelTokens &use : m_reports.month.tokens) {
        uses.push_back(singleSeries(use.model, month.range.to, use.input + use.output));
    }
    setCard(u"tokens"_s, month, uses);
}

void CostPage::updateTrend()
{
    PanelSnapshot state = mergedState({&m_range->snapshot()});
    SeriesList rows;
    for (const CostRow &row : m_reports.range.rows) {
        if (row.trend) {
            rows.push_back(renamedSeries(*row.trend, CostModel::rowName(row)));
        }
    }
    if (const SeriesPtr before = m_reports.lastWeek.totalTrend()) {
        state.answers.push_back(costAnswer({renamedSeries(*before, tr("Total"))}, week));
    }
    setCard(u"trend"_s, state, rows);
}

std::optional<double> CostPage::forecast() const
{
    return forecastMonth(m_reports.month.total(), m_monthRange.from, m_monthRange.to, m_toDate.to,
                         m_reports.month.coverage);
}

void CostPage::updateFigures()
{
    const CostFigures figures{.now = m_reports.now,
                              .month = m_reports.month,
                              .calendarMonth = m_monthRange,
                              .zone = monthZone(),
                              .forecast = forecast(),
                              .budget = context().connection->workspace().budget.month,
                              .currency = m_prices.currency,
                              .locale = locale()};
    m_rateBody->setFigure(rateFigure(figures));
    m_toDateBody->setFigure(toDateFigure(figures));
    m_forecastBody->setFigure(forecastFigure(figures));
    m_budgetBody->setFigure(budgetFigure(figures));
}

void CostPage::updateProblems()
{
    QStringList lines = costProblems(tr("Month to date"), m_month->snapshot());
    lines << costProblems(tr("Cost rate"), m_now->snapshot());
    lines << costProblems(tr("Trend"), m_range->snapshot());
    if (m_reports.month.currencyMismatch) {
        lines << tr("Tokens have no cost here: their prices are in %1, the workspace counts in %2 "
                    "and has no exchange rate (prices.exchange).")
                     .arg(m_tokens.table.currency(), m_prices.currency);
    }
    for (const Error &problem : m_tokens.problems) {
        lines << problem.sentence();
    }
    lines.removeDuplicates();
    m_problems->setToolTip(plainTip(lines.join(u'\n')));
    const auto more = static_cast<int>(lines.size()) - mostProblems;
    if (more > 1) {
        lines = lines.mid(0, mostProblems);
        lines << tr("and %n more", nullptr, more);
    }
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
}

void CostPage::updateBasis()
{
    m_basis->setText(costBasis(m_prices, m_tokens.table, locale()));
}

QString CostPage::problems() const
{
    return m_problems->text();
}

bool CostPage::isSettled() const
{
    return m_now == nullptr ||
           (m_now->isSettled() && m_month->isSettled() && m_range->isSettled() &&
            !m_compute.isActive() && !m_busy && !m_again);
}

QJsonObject CostPage::summary() const
{
    QJsonArray panels;
    for (const PanelWidget *card : m_cards) {
        const PanelSnapshot &snapshot = card->snapshot();
        qint64 series = 0;
        qint64 samples = 0;
        for (const QueryAnswer &one : snapshot.answers) {
            series += static_cast<qint64>(one.result->series.size());
            samples += one.result->sampleCount();
        }
        QJsonObject json{{u"id"_s, card->panel().id},
                         {u"title"_s, card->panel().title},
                         {u"state"_s, QString{panelStateName(snapshot.state)}},
                         {u"series"_s, series},
                         {u"samples"_s, samples},
                         {u"warnings"_s, QJsonArray{}},
                         {u"text"_s, card->body()->valueText()}};
        if (!snapshot.reason.isEmpty()) {
            json.insert(u"reason"_s, snapshot.reason);
        }
        if (snapshot.error) {
            json.insert(u"error"_s, snapshot.error->sentence());
        }
        panels.append(json);
    }
    QJsonObject json{{u"panels"_s, panels},
                     {u"coverage"_s, m_reports.month.coverage},
                     {u"currency"_s, m_prices.currency}};
    if (!m_problems->text().isEmpty()) {
        json.insert(u"problems"_s, m_problems->text());
    }
    return json;
}

std::vector<PageItem> CostPage::items() const
{
    std::vector<PageItem> found;
    found.reserve(m_cards.size());
    for (const PanelWidget *card : m_cards) {
        found.push_back({card->panel().id, card->panel().title, tr("Panel")});
    }
    return found;
}

void CostPage::showItem(const QString &itemId)
{
    for (PanelWidget *card : m_cards) {
        if (card->panel().id == itemId) {
            findChild<QScrollArea *>()->ensureWidgetVisible(card);
            card->setFocus(Qt::OtherFocusReason);
        }
    }
}

void CostPage::retranslate()
{
    m_groupingLabel->setText(tr("Group by"));
    m_grouping->clear();
    m_grouping->addItem(tr("Component"), QString{});
    const QStringList titles{tr("Team"), tr("Department"), tr("Environment"), tr("Owner"),
                             tr("App")};
    for (qsizetype i = 0; i < costTags().size(); ++i) {
        m_grouping->addItem(titles.at(i), costTags().at(i));
    }
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(m_tag)));
    for (PanelWidget *card : m_cards) {
        spillway::Panel panel = card->panel();
        describeCostPanel(&panel, m_prices.currency);
        card->setPanel(panel);
    }
    compute();
}

} // namespace spillway
