// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "core/unit.h"
#include "itemmodels/costmodel.h"
#include "itemmodels/tokenusemodel.h"
#include "pages/costbodies.h"
#include "pages/costpage.h"
#include "panels/panelwidget.h"
#include "support/fakequerysource.h"
#include "support/manualclock.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double gib = 1024.0 * 1024 * 1024;
constexpr double hours = 240; ///< of the month so far
/// 2026-03-11T00:00:00Z: ten days of a month of 31.
constexpr EpochMs now = 1'773'187'200'000;

SeriesPtr constant(const SourceQuery &query, LabelSet labels, double value)
{
    auto series = std::make_shared<Series>();
    series->labels = std::move(labels);
    for (EpochMs time = query.range.from; time <= query.range.to; time += query.step.count()) {
        series->times.push_back(time);
        series->values.push_back(value);
    }
    return series;
}

LabelSet pod(const std::string &app, const std::string &team)
{
    return LabelSet{{"container", app}, {"label_app", app}, {"label_team", team}};
}

/// What runs: rag-worker of team assist, dialog-manager of team chat, llm-consumer of both, and
/// tool-router, whose pods have no labels.
SeriesList machines(const SourceQuery &query, double unit)
{
    return {constant(query, pod("rag-worker", "assist"), 2 * unit),
            constant(query, pod("dialog-manager", "chat"), unit),
            constant(query, pod("llm-consumer", "assist"), unit / 2),
            constant(query, pod("llm-consumer", "chat"), unit / 2),
            constant(query, LabelSet{{"container", "tool-router"}}, unit)};
}

SeriesList tokens(const SourceQuery &query)
{
    const auto one = [&](const std::string &model, const std::string &direction, double rate) {
        return constant(
            query, {{"job", "llm-consumer"}, {"model", model}, {"direction", direction}}, rate);
    };
    return {one("priced", "input", 10), one("priced", "output", 2), one("in-house", "input", 4)};
}

bool asksFor(const SourceQuery &query, const char *metric)
{
    return query.expr.contains(QLatin1String(metric));
}

Result<QueryResult> answer(const SourceQuery &query)
{
    QueryResult result;
    result.type = QueryResult::Type::Matrix;
    result.step = query.step;
    if (asksFor(query, "cpu_usage")) {
        result.series = machines(query, 1);
    } else if (asksFor(query, "memory_working_set")) {
        result.series = machines(query, 2 * gib);
    } else if (asksFor(query, "http_requests")) {
        result.series = {constant(query, {{"job", "rag-worker"}}, 0.5)};
    } else if (asksFor(query, "llm_token_usage")) {
        result.series = tokens(query);
    }
    return result;
}

Error failure()
{
    Error error;
    error.code = ErrorCode::BadRequest;
    error.what = u"no such thing"_s;
    return error;
}

Workspace workspace()
{
    Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
    made.timezone = u"UTC"_s;
    made.prices.currency = u"EUR"_s;
    made.prices.cpuCoreHour = 0.1;
    made.prices.memoryGibHour = 0.01;
    made.prices.perRequest = {{u"*"_s, 0.001}};
    made.budget.month = 2000;
    return made;
}

PriceTable::Reading prices(const QByteArray &currency = "EUR")
{
    const QByteArray text = "currency: " + currency +
                            "\nsource: a test\nmodels:\n  - model: priced\n"
                            "    valid_from: 2024-01-01\n"
                            "    input_cost_per_token: 0.000001\n"
                            "    output_cost_per_token: 0.000004\n";
    return PriceTable::read(text, u"prices.yaml"_s);
}

/// A cost page over a fake backend and a clock that stands still.
struct World
{
    ManualClock clock{now};
    FakeQuerySource *source = new FakeQuerySource; // owned by the connection
    std::unique_ptr<Connection> connection;
    TimeCursor cursor;
    std::unique_ptr<CostPage> page;

    explicit World(Workspace watched = workspace(), PriceTable::Reading table = prices())
    {
        source->handler = answer;
        source->names = MetricCatalog{{"http_requests_total", "llm_token_usage"}, {}};
        connection = std::make_unique<Connection>(
            std::move(watched), std::unique_ptr<QuerySource>(source), nullptr, &clock);
        connection->setRefreshInterval(0ms);
        PageContext context;
        context.connection = connection.get();
        context.cursor = &cursor;
        context.clock = &connection->clock();
        page = std::make_unique<CostPage>(context, std::move(table));
        page->resize(1400, 900);
        PageView view;
        view.time = TimeSelection::last(6h);
        page->setView(view);
    }

    [[nodiscard]] bool show()
    {
        page->show();
        page->setActive(true);
        connection->start();
        return QTest::qWaitFor([this] { return connection->hasCatalog() && page->isSettled(); },
                               20'000);
    }

    [[nodiscard]] PanelWidget *card(const QString &id) const
    {
        for (auto *panel : page->findChildren<PanelWidget *>()) {
            if (panel->panel().id == id) {
                return panel;
            }
        }
        return nullptr;
    }
    [[nodiscard]] PanelState state(const QString &id) const { return card(id)->snapshot().state; }
    [[nodiscard]] const CostFigureBody::Figure &figure(const QString &id) const
    {
        return static_cast<CostFigureBody *>(card(id)->body())->figure();
    }
    [[nodiscard]] const CostModel *costs() const { return page->findChild<CostModel *>(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < costs()->rowCount(); ++row) {
            found << costs()->index(row, CostModel::Name).data().toString();
        }
        return found;
    }
    /// Not a number if the cell has no value.
    [[nodiscard]] double cost(const QString &name, CostModel::Column column) const
    {
        const QVariant value = costs()
                                   ->index(static_cast<int>(names().indexOf(name)), column)
                                   .data(CostModel::ValueRole);
        return value.isValid() ? value.toDouble() : std::nan("");
    }
    [[nodiscard]] QStringList legend(const QString &id, std::size_t query = 0) const
    {
        QStringList found;
        for (const SeriesPtr &series : card(id)->snapshot().answers.at(query).result->series) {
            found << QString::fromStdString(std::string(series->labels.value("name")));
        }
        return found;
    }
};

bool near(double found, double expected)
{
    if (std::abs(found - expected) <= 1e-9 * std::abs(expected)) {
        return true;
    }
    qWarning() << "found" << found << "expected" << expected;
    return false;
}

// An hour of each: machines, requests, tokens.
constexpr double ragMachines = 2 * 0.1 + 4 * 0.01;
constexpr double ragRequests = 0.5 * 3600 * 0.001;
constexpr double oneMachine = 0.1 + 2 * 0.01;
constexpr double llmTokens = 3600 * (10 * 1e-6 + 2 * 4e-6);
constexpr double everything = ragMachines + ragRequests + 3 * oneMachine + llmTokens;

} // namespace

class TestCostPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsByComponent()
    {
        World world;
        QVERIFY(world.show());
        QCOMPARE(world.names().first(), u"rag-worker"_s);
        QCOMPARE(world.names().last(), u"Total"_s);
        QVERIFY(near(world.cost(u"rag-worker"_s, CostModel::Cpu), 0.2 * hours));
        QVERIFY(near(world.cost(u"rag-worker"_s, CostModel::Memory), 0.04 * hours));
        QVERIFY(near(world.cost(u"rag-worker"_s, CostModel::Requests), ragRequests * hours));
        QVERIFY(near(world.cost(u"rag-worker"_s, CostModel::Rate), ragMachines + ragRequests));
        QVERIFY(near(world.cost(u"dialog-manager"_s, CostModel::ToDate), oneMachine * hours));
        QVERIFY(near(world.cost(u"llm-consumer"_s, CostModel::Tokens), llmTokens * hours));
        QVERIFY(near(world.cost(u"llm-consumer"_s, CostModel::TokenCount), 12 * 3600 * hours));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), everything * hours));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::Rate), everything));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::Share), 1));
        for (const auto *panel : world.page->findChildren<PanelWidget *>()) {
            QCOMPARE(panel->snapshot().state, PanelState::Live);
        }
        QVERIFY2(world.page->problems().isEmpty(), qPrintable(world.page->problems()));
    }

    void figuresSayRateMonthAndForecast()
    {
        World world;
        QVERIFY(world.show());
        const QLocale locale = world.page->locale();
        const auto euros = [&](double amount) {
            return formatValue(amount, {Unit::Currency, u"EUR"_s, amount >= 1000 ? 0 : 2}, locale);
        };
        QCOMPARE(world.figure(u"rate"_s).value,
                 formatValue(everything, {Unit::CurrencyPerHour, u"EUR"_s, 2}, locale));
        QVERIFY(world.figure(u"rate"_s).lines.first().contains(euros(everything * 24)));
        QCOMPARE(world.figure(u"to-date"_s).value, euros(everything * hours));
        QVERIFY(world.figure(u"to-date"_s).lines.first().contains(u"2026-03-01, UTC"_s));
        QCOMPARE(world.figure(u"forecast"_s).value, euros(everything * 31 * 24));
        QCOMPARE(world.figure(u"budget"_s).tone, Tone::Neutral);
        QVERIFY(near(*world.figure(u"budget"_s).share, everything * hours / 2000));
    }

    void budgetAlarms_data()
    {
        QTest::addColumn<double>("budget"); // 0 = none
        QTest::addColumn<int>("tone");
        QTest::newRow("forecast within") << everything * 31 * 24 + 1 << int(Tone::Neutral);
        QTest::newRow("forecast over") << everything * 31 * 24 - 1 << int(Tone::Warning);
        QTest::newRow("spent") << everything * hours - 1 << int(Tone::Critical);
        QTest::newRow("none") << 0.0 << int(Tone::Neutral);
    }

    void budgetAlarms()
    {
        QFETCH(const double, budget);
        QFETCH(const int, tone);
        Workspace watched = workspace();
        watched.budget.month = budget > 0 ? std::optional{budget} : std::nullopt;
        World world(watched);
        QVERIFY(world.show());
        QCOMPARE(int(world.figure(u"budget"_s).tone), tone);
        QCOMPARE(world.figure(u"budget"_s).share.has_value(), budget > 0);
    }

    void amountsByTag()
    {
        World world;
        QVERIFY(world.show());
        world.page->setVariables({{u"by"_s, {u"team"_s}}});
        QTRY_COMPARE_WITH_TIMEOUT(world.names(),
                                  (QStringList{u"assist"_s, u"chat"_s, u"untagged"_s,
                                               u"in-house, no price"_s, u"Total"_s}),
                                  60'000);
        // Tokens are divided as the cores of the pods are: by halves.
        QVERIFY(near(world.cost(u"assist"_s, CostModel::ToDate),
                     (ragMachines + ragRequests + oneMachine / 2 + llmTokens / 2) * hours));
        QVERIFY(near(world.cost(u"chat"_s, CostModel::ToDate),
                     (oneMachine * 1.5 + llmTokens / 2) * hours));
        QVERIFY(near(world.cost(u"untagged"_s, CostModel::ToDate), oneMachine * hours));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), everything * hours));
        QCOMPARE(world.page->variables(), (PageVariables{{u"by"_s, {u"team"_s}}}));
    }

    void theTagIsChosenInThePage()
    {
        World world;
        QVERIFY(world.show());
        QSignalSpy changed(world.page.get(), &Page::variablesChanged);
        QComboBox *grouping = world.page->grouping();
        QCOMPARE(grouping->count(), 6);
        grouping->setFocus();
        QTest::keyClick(grouping, Qt::Key_Down);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(world.page->variables(), (PageVariables{{u"by"_s, {u"team"_s}}}));
        QTRY_VERIFY_WITH_TIMEOUT(world.names().contains(u"untagged"_s), 60'000);
        // A tag that does not exist, from somebody's link, is no filter.
        world.page->setVariables({{u"by"_s, {u"planet"_s}}});
        QTRY_VERIFY_WITH_TIMEOUT(world.names().contains(u"rag-worker"_s), 60'000);
        QVERIFY(world.page->variables().isEmpty());
        // Labels that nobody set: all of it is untagged, nothing is lost.
        world.page->setVariables({{u"by"_s, {u"owner"_s}}});
        QTRY_COMPARE_WITH_TIMEOUT(world.names().first(), u"untagged"_s, 60'000);
        QVERIFY(near(world.cost(u"untagged"_s, CostModel::ToDate), everything * hours));
    }

    void untaggedAndUnpricedAreShown()
    {
        World world;
        QVERIFY(world.show());
        world.page->setVariables({{u"by"_s, {u"team"_s}}});
        QTRY_VERIFY_WITH_TIMEOUT(world.names().contains(u"untagged"_s), 60'000);
        QVERIFY(world.legend(u"trend"_s).contains(u"untagged"_s));
        QVERIFY(world.card(u"spent-on"_s)->body()->valueText().contains(u"untagged"_s));
        // What has no price has an amount, and no cost that could be taken for a zero.
        const QString unpriced = u"in-house, no price"_s;
        QVERIFY(near(world.cost(unpriced, CostModel::TokenCount), 4 * 3600 * hours));
        QVERIFY(std::isnan(world.cost(unpriced, CostModel::ToDate)));
        const auto *uses = world.page->findChild<TokenUseModel *>();
        QCOMPARE(uses->rowCount(), 2);
        QCOMPARE(uses->index(1, TokenUseModel::Model).data().toString(), u"in-house"_s);
        QCOMPARE(uses->index(1, TokenUseModel::Cost).data().toString(), u"no price"_s);
        const QJsonArray panels = world.page->summary()[u"panels"_s].toArray();
        QCOMPARE(panels.size(), 8);
    }

    void machinesWithoutAPrice()
    {
        Workspace watched = workspace();
        watched.prices.cpuCoreHour.reset(); // in euros there is no usual price to fall back on
        World world(watched);
        QVERIFY(world.show());
        const auto row = static_cast<int>(world.names().indexOf(u"CPU, no price"_s));
        QVERIFY(row >= 0);
        QVERIFY(
            world.costs()->index(row, CostModel::ToDate).data().toString().endsWith(u"core h"_s));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), (everything - 5 * 0.1) * hours));
    }

    void sortingKeepsTheTotalLastAndTheUnknownBelow_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("ascending") << int(Qt::AscendingOrder);
        QTest::newRow("descending") << int(Qt::DescendingOrder);
    }

    void sortingKeepsTheTotalLastAndTheUnknownBelow()
    {
        QFETCH(const int, order);
        World world;
        QVERIFY(world.show());
        QTableView *view = static_cast<CostTableBody *>(world.card(u"breakdown"_s)->body())->view();
        view->sortByColumn(CostModel::ToDate, static_cast<Qt::SortOrder>(order));
        QAbstractItemModel *shown = view->model();
        const QAbstractItemModelTester tester{
            shown, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QStringList names;
        for (int row = 0; row < shown->rowCount(); ++row) {
            names << shown->index(row, 0).data().toString();
        }
        QCOMPARE(names.mid(4), (QStringList{u"in-house, no price"_s, u"Total"_s}));
        QCOMPARE(names.indexOf(u"rag-worker"_s), order == Qt::AscendingOrder ? 3 : 0);
    }

    void tokensInAnotherCurrency()
    {
        World world(workspace(), prices("USD"));
        QVERIFY(world.show());
        QVERIFY(world.page->problems().contains(u"USD"_s));
        QVERIFY(world.names().contains(u"priced, no price"_s));
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), (everything - llmTokens) * hours));

        Workspace watched = workspace();
        watched.prices.exchange = {{u"USD"_s, 0.5}};
        World exchanged(watched, prices("USD"));
        QVERIFY(exchanged.show());
        QVERIFY(exchanged.page->problems().isEmpty());
        QVERIFY(near(exchanged.cost(u"Total"_s, CostModel::Tokens), llmTokens / 2 * hours));
    }

    void whatFailedIsNamedAndTheRestStays()
    {
        World world;
        world.source->handler = [](const SourceQuery &query) -> Result<QueryResult> {
            return asksFor(query, "memory_working_set") ? Result<QueryResult>{failure()}
                                                        : answer(query);
        };
        QVERIFY(world.show());
        QVERIFY2(world.page->problems().contains(u"Memory"_s) &&
                     world.page->problems().contains(u"no such thing"_s),
                 qPrintable(world.page->problems()));
        QVERIFY(near(world.cost(u"rag-worker"_s, CostModel::Cpu), 0.2 * hours));
        QCOMPARE(world.state(u"to-date"_s), PanelState::Partial);
        QVERIFY(world.page->summary()[u"problems"_s].toString().contains(u"Memory"_s));
    }

    void nothingWorked()
    {
        World world;
        world.source->handler = [](const SourceQuery &) -> Result<QueryResult> {
            return failure();
        };
        QVERIFY(world.show());
        for (const auto *panel : world.page->findChildren<PanelWidget *>()) {
            QCOMPARE(panel->snapshot().state, PanelState::Failed);
            QVERIFY(panel->snapshot().error.has_value());
        }
        QCOMPARE(world.figure(u"rate"_s).value, u"–"_s);
    }

    void nothingFoundIsNotZero()
    {
        World world;
        world.source->handler = [](const SourceQuery &) { return QueryResult{}; };
        QVERIFY(world.show());
        for (const auto *panel : world.page->findChildren<PanelWidget *>()) {
            QCOMPARE(panel->snapshot().state, PanelState::Empty);
            QVERIFY(!panel->snapshot().reason.isEmpty());
        }
        QVERIFY(world.page->problems().contains(u"found no series"_s));
    }

    void halfAMonthOfDataIsSaid()
    {
        World world;
        world.source->handler = [](SourceQuery query) {
            const EpochMs since = now - EpochMs{120} * 3'600'000 + query.step.count();
            query.range.from = std::max(query.range.from, since);
            return answer(query);
        };
        QVERIFY(world.show());
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), everything * 120));
        QVERIFY(near(world.page->summary()[u"coverage"_s].toDouble(), 0.5));
        QVERIFY(world.figure(u"to-date"_s).lines.join(u' ').contains(u"50"_s));
        // The time without data is taken to cost the same, and that is said.
        QCOMPARE(world.figure(u"forecast"_s).lines.size(), 2);
    }

    void aMonthBegins()
    {
        World world;
        world.clock.advance(-240h + 30min);
        QVERIFY(world.show());
        QVERIFY(world.state(u"to-date"_s) != PanelState::Empty);
        QCOMPARE(world.state(u"forecast"_s), PanelState::Empty);
        QVERIFY(world.card(u"forecast"_s)->snapshot().reason.contains(u"an hour of data"_s));
    }

    void hiddenPagesAskNothing()
    {
        World world;
        world.connection->start();
        QTRY_VERIFY_WITH_TIMEOUT(world.connection->hasCatalog(), 60'000);
        world.connection->refreshAll();
        QCoreApplication::processEvents();
        QCOMPARE(world.source->asked.size(), 0);
        QVERIFY(world.show());
        QCOMPARE(world.source->asked.size(), 12); // four queries over three ranges
        world.page->setActive(false);
        world.connection->refreshAll();
        QCOMPARE(world.source->openCount(), 0);
    }

    void anotherMonthBeginsByItself()
    {
        World world;
        QVERIFY(world.show());
        world.clock.advance(std::chrono::days{21} + 1h);
        QTRY_VERIFY_WITH_TIMEOUT(world.figure(u"to-date"_s).lines.first().contains(u"2026-04-01"_s),
                                 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(world.page->isSettled(), 60'000);
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), everything));
    }

    void rangesMoveWithEachRefresh()
    {
        World world;
        QVERIFY(world.show());
        world.clock.advance(36h);
        world.connection->refreshAll();
        QTRY_VERIFY_WITH_TIMEOUT(world.page->isSettled(), 60'000);
        for (const QString &id : {u"rate"_s, u"to-date"_s, u"trend"_s}) {
            QCOMPARE(world.card(id)->snapshot().range.to, now + 36 * 3'600'000LL);
        }
        QVERIFY(near(world.cost(u"Total"_s, CostModel::ToDate), everything * (hours + 36)));
    }

    void lastWeekIsBesideTheTrend()
    {
        World world;
        PageView view = world.page->view();
        view.compareLastWeek = true;
        world.page->setView(view);
        QVERIFY(world.show());
        QCOMPARE(world.source->asked.size(), 16);
        QCOMPARE(world.card(u"trend"_s)->snapshot().answers.size(), std::size_t{2});
        QCOMPARE(world.legend(u"trend"_s, 1), QStringList{u"Total"_s});
        const SeriesPtr before = world.card(u"trend"_s)->snapshot().answers[1].result->series[0];
        QVERIFY(near(before->values.back(), everything));
    }

    void settledIsSaidOnce()
    {
        World world;
        QSignalSpy settled(world.page.get(), &Page::settled);
        QVERIFY(world.show());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(world.page->items().size(), std::size_t{8});
    }

    void pricesAreSaidWithTheirSource()
    {
        World world;
        QVERIFY(world.show());
        QStringList texts;
        for (const auto *label : world.page->findChildren<QLabel *>()) {
            texts << label->text();
        }
        QCOMPARE(texts.filter(u"a test"_s).size(), 1);
        QVERIFY(texts.filter(u"a core hour"_s).size() == 1);
    }

    void problemsAreNeverMarkup()
    {
        World world;
        world.source->handler = [](const SourceQuery &query) -> Result<QueryResult> {
            Error error = failure();
            error.what = u"<img src=x>"_s;
            return asksFor(query, "cpu_usage") ? Result<QueryResult>{error} : answer(query);
        };
        QVERIFY(world.show());
        int found = 0;
        for (const auto *label : world.page->findChildren<QLabel *>()) {
            QVERIFY(!label->toolTip().contains(u"<img"_s));
            if (label->text().contains(u"<img"_s)) {
                QCOMPARE(label->textFormat(), Qt::PlainText);
                ++found;
            }
        }
        QVERIFY(found > 0);
    }

    void monthsOfAZone_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const auto add = [](const char *name, const char *time, const char *zone, const char *from,
                            const char *to) {
            QTest::newRow(name) << QString::fromLatin1(time) << QByteArray(zone)
                                << QString::fromLatin1(from) << QString::fromLatin1(to);
        };
        add("UTC", "2026-03-11T00:00:00Z", "UTC", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        add("already the next in the east", "2026-03-31T16:00:00Z", "Asia/Shanghai",
            "2026-03-31T16:00:00Z", "2026-04-30T16:00:00Z");
        add("still the last in the west", "2026-04-01T03:59:59Z", "America/New_York",
            "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z");
        add("December", "2026-12-31T23:59:59Z", "UTC", "2026-12-01T00:00:00Z",
            "2027-01-01T00:00:00Z");
        add("leap year", "2028-02-29T12:00:00Z", "UTC", "2028-02-01T00:00:00Z",
            "2028-03-01T00:00:00Z");
        add("with a change of the clocks", "2026-03-29T12:00:00Z", "Europe/Berlin",
            "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z");
    }

    void monthsOfAZone()
    {
        QFETCH(const QString, time);
        QFETCH(const QByteArray, zone);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const auto at = [](const QString &text) {
            return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
        };
        QCOMPARE(CostPage::monthOf(at(time), QTimeZone(zone)), (TimeRange{at(from), at(to)}));
    }
};

QTEST_MAIN(TestCostPage)
#include "tst_costpage.moc"
