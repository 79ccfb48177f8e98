// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/panelstate.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// What one query of a panel can look like.
enum class Look { Unanswered, Data, EmptyResult, Partial, Truncated, FailedFirst, FailedAgain };
constexpr int lookCount = static_cast<int>(Look::FailedAgain) + 1;

QueryAnswer answerOf(Look look)
{
    QueryAnswer answer;
    if (look == Look::FailedFirst || look == Look::FailedAgain) {
        answer.error = Error{ErrorCode::ServerError, u"broken"_s, {}, {}, {}, {}, 500, {}};
    }
    if (look == Look::Unanswered || look == Look::FailedFirst) {
        return answer;
    }
    auto result = std::make_shared<QueryResult>();
    result->notes.partial = look == Look::Partial;
    result->notes.truncated = look == Look::Truncated;
    if (look != Look::EmptyResult) {
        auto series = std::make_shared<Series>();
        series->times = {1};
        series->values = {1.0};
        result->series.push_back(series);
    }
    answer.result = result;
    return answer;
}

/// All panels of up to three queries in all situations.
template<typename Check>
void everySituation(Check check)
{
    for (int queries = 1; queries <= 3; ++queries) {
        const int combinations = queries == 1   ? lookCount
                                 : queries == 2 ? lookCount * lookCount
                                                : lookCount * lookCount * lookCount;
        for (int code = 0; code < combinations; ++code) {
            PanelSnapshot snapshot;
            int rest = code;
            for (int i = 0; i < queries; ++i) {
                snapshot.answers.push_back(answerOf(static_cast<Look>(rest % lookCount)));
                rest /= lookCount;
            }
            for (int flags = 0; flags < 8; ++flags) {
                PanelStateInput input;
                input.changedRequest = (flags & 1) != 0;
                input.running = (flags & 2) != 0;
                input.late = (flags & 4) != 0;
                PanelSnapshot judged = snapshot;
                judge(judged, input);
                check(judged, input);
                if (QTest::currentTestFailed()) {
                    qWarning("%d queries, situation %d, flags %d: %s", queries, code, flags,
                             panelStateName(judged.state).data());
                    return;
                }
            }
        }
    }
}

int errorsIn(const PanelSnapshot &snapshot)
{
    return static_cast<int>(
        std::count_if(snapshot.answers.begin(), snapshot.answers.end(),
                      [](const QueryAnswer &answer) { return answer.error.has_value(); }));
}

} // namespace

class TestJudgeInvariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataIsNeverHidden()
    {
        // Failed and Empty replace the picture: with data there must be another state.
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &) {
            if (snapshot.hasData()) {
                QVERIFY(snapshot.state != PanelState::Failed);
                QVERIFY(snapshot.state != PanelState::Empty);
            }
        });
    }

    void liveMeansAllIsWell()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &input) {
            if (snapshot.state == PanelState::Live) {
                QCOMPARE(errorsIn(snapshot), 0);
                QVERIFY(snapshot.hasData());
                QVERIFY(!snapshot.notes().partial && !snapshot.notes().truncated);
                QVERIFY(!input.changedRequest);
                QVERIFY(!(input.running && input.late));
                QVERIFY(snapshot.reason.isEmpty());
            }
        });
    }

    void errorsAreNeverSwallowed()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &) {
            QCOMPARE(snapshot.error.has_value(), errorsIn(snapshot) > 0);
            if (errorsIn(snapshot) > 0) {
                QVERIFY(snapshot.state != PanelState::Live);
                QVERIFY(snapshot.state != PanelState::Truncated);
                QVERIFY(snapshot.state != PanelState::Empty);
            }
        });
    }

    void failedNeedsAnError()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &) {
            if (snapshot.state == PanelState::Failed) {
                QVERIFY(errorsIn(snapshot) > 0);
                QVERIFY(!snapshot.hasData());
            }
        });
    }

    void keptNeedsOldData()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &input) {
            if (snapshot.state == PanelState::Kept) {
                QVERIFY(snapshot.hasData());
                QVERIFY((input.running && input.late) ||
                        errorsIn(snapshot) == static_cast<int>(snapshot.answers.size()));
            }
        });
    }

    void everyStateButTwoSaysWhy()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &) {
            const bool silent =
                snapshot.state == PanelState::Live || snapshot.state == PanelState::Refreshing;
            QCOMPARE(snapshot.reason.isEmpty(), silent);
        });
    }

    void refreshingIsWhatRuns()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &input) {
            QCOMPARE(snapshot.refreshing, input.running);
        });
    }

    void judgingTwiceChangesNothing()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &input) {
            PanelSnapshot again = snapshot;
            judge(again, input);
            QCOMPARE(again.state, snapshot.state);
            QCOMPARE(again.reason, snapshot.reason);
            QCOMPARE(again.error, snapshot.error);
        });
    }

    void orderOfQueriesDoesNotMatter()
    {
        everySituation([](const PanelSnapshot &snapshot, const PanelStateInput &input) {
            PanelSnapshot turned = snapshot;
            std::reverse(turned.answers.begin(), turned.answers.end());
            judge(turned, input);
            QCOMPARE(turned.state, snapshot.state);
        });
    }
};

QTEST_GUILESS_MAIN(TestJudgeInvariants)
#include "tst_judgeinvariants.moc"
