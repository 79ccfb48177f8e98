// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/panelstate.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QueryAnswer answered(const DataNotes &notes = {}, bool withData = true)
{
    auto result = std::make_shared<QueryResult>();
    result->notes = notes;
    if (withData) {
        auto series = std::make_shared<Series>();
        series->times = {1};
        series->values = {1.0};
        result->series.push_back(series);
    }
    QueryAnswer answer;
    answer.result = result;
    return answer;
}

QueryAnswer failed(bool withOldData)
{
    QueryAnswer answer = withOldData ? answered() : QueryAnswer{};
    answer.error = Error{ErrorCode::ServerError, u"broken"_s, {}, {}, {}, {}, 500, {}};
    return answer;
}

struct Case
{
    const char *name;
    std::vector<QueryAnswer> answers;
    PanelStateInput input;
    PanelState state;
    QString reason;
};

std::vector<Case> cases()
{
    const DataNotes partial{{u"store down"_s}, {}, true, false};
    const DataNotes truncated{{}, {}, false, true};
    const PanelStateInput changed{.changedRequest = true, .running = true};
    const PanelStateInput late{.running = true, .late = true};
    return {
        {"live", {answered()}, {}, PanelState::Live, {}},
        {"live and refreshing", {answered()}, {.running = true}, PanelState::Live, {}},
        {"live with a remark",
         {answered()},
         {.problems = {u"unit"_s}},
         PanelState::Live,
         u"unit"_s},
        {"first data on its way", {QueryAnswer{}}, {.running = true}, PanelState::Refreshing, {}},
        {"changed request", {answered()}, changed, PanelState::Refreshing, {}},
        {"half answered",
         {answered(), QueryAnswer{}},
         {.running = true},
         PanelState::Refreshing,
         {}},
        {"kept after an error", {failed(true)}, {}, PanelState::Kept, u"broken."_s},
        {"kept as the answer is late",
         {answered()},
         late,
         PanelState::Kept,
         u"The answer is late."_s},
        {"late without data", {QueryAnswer{}}, late, PanelState::Refreshing, {}},
        {"partial by the server", {answered(partial)}, {}, PanelState::Partial, u"store down"_s},
        {"partial by one query",
         {answered(), failed(false)},
         {},
         PanelState::Partial,
         u"1 of 2 queries failed: broken."_s},
        {"partial and old",
         {answered(), failed(true)},
         {},
         PanelState::Partial,
         u"1 of 2 queries failed: broken."_s},
        {"truncated",
         {answered(truncated)},
         {},
         PanelState::Truncated,
         u"A limit of the server cut the result."_s},
        {"empty", {answered({}, false)}, {.emptyReason = u"why"_s}, PanelState::Empty, u"why"_s},
        {"empty, not known why",
         {answered({}, false)},
         {},
         PanelState::Empty,
         u"The query has no series."_s},
        {"one empty beside data", {answered(), answered({}, false)}, {}, PanelState::Live, {}},
        {"failed", {failed(false)}, {}, PanelState::Failed, u"broken."_s},
        {"failed beside empty",
         {failed(false), answered({}, false)},
         {},
         PanelState::Failed,
         u"broken."_s},
        {"no query", {}, {}, PanelState::Empty, u"This panel has no query."_s},
    };
}

} // namespace

class TestPanelState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<int>("row");
        const std::vector<Case> all = cases();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }

    void states()
    {
        QFETCH(const int, row);
        const Case one = cases()[static_cast<std::size_t>(row)];
        PanelSnapshot snapshot;
        snapshot.answers = one.answers;
        judge(snapshot, one.input);
        QCOMPARE(panelStateName(snapshot.state), panelStateName(one.state));
        QCOMPARE(snapshot.reason, one.reason);
        QCOMPARE(snapshot.refreshing, one.input.running);
        QCOMPARE(snapshot.error.has_value(),
                 std::any_of(one.answers.begin(), one.answers.end(),
                             [](const QueryAnswer &answer) { return answer.error.has_value(); }));
    }

    void everyStateHasNameAndTitle()
    {
        for (int i = 0; i <= static_cast<int>(PanelState::Failed); ++i) {
            QVERIFY(panelStateName(static_cast<PanelState>(i)).size() > 0);
            QVERIFY(!panelStateTitle(static_cast<PanelState>(i)).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPanelState)
#include "tst_panelstate.moc"
