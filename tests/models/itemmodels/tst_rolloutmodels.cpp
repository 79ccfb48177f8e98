// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Revisions, breakers, and a push in words.
#include "itemmodels/breakertablemodel.h"
#include "itemmodels/pushprogress.h"
#include "itemmodels/revisionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;
using State = StepResult::State;

namespace {

QStringList column(const QAbstractItemModel &model, int number, int role = Qt::DisplayRole)
{
    QStringList cells;
    for (int i = 0; i < model.rowCount(); ++i) {
        cells << model.index(i, number).data(role).toString();
    }
    return cells;
}

Revision revision(const QString &policy, int number, PushRecord::End outcome)
{
    Revision made;
    made.policy = policy;
    made.number = number;
    made.outcome = outcome;
    made.author = number == 1 ? QString{} : u"oncall"_s;
    made.reason = u"because %1"_s.arg(number);
    made.time = number * 60'000;
    made.steps.resize(static_cast<std::size_t>(number));
    return made;
}

SeriesPtr series(const LabelSet &labels, double value)
{
    auto made = std::make_shared<Series>();
    made->labels = labels;
    made->times = {1000};
    made->values = {value};
    return made;
}

PanelSnapshot states(SeriesList all)
{
    auto result = std::make_shared<QueryResult>();
    result->series = std::move(all);
    PanelSnapshot snapshot;
    snapshot.answers.resize(1);
    snapshot.answers[0].result = result;
    return snapshot;
}

PolicyOverride forced(const QString &service, const QString &breaker, qint64 until)
{
    PolicyOverride made;
    made.id = u"o-1"_s;
    made.service = service;
    made.breaker = breaker;
    made.until = QDateTime::fromMSecsSinceEpoch(until, Qt::UTC);
    made.reason = u"vendor outage"_s;
    made.by = u"oncall"_s;
    return made;
}

} // namespace

class TestRolloutModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revisions();
    void breakers();
    void breakersOfOthers();
    void stateNames();
    void generations();
    void steps_data();
    void steps();
};

void TestRolloutModels::revisions()
{
    using End = PushRecord::End;
    const std::vector<Revision> all{
        revision(u"shop"_s, 3, End::None), revision(u"shop"_s, 2, End::Complete),
        revision(u"other"_s, 9, End::Complete), revision(u"shop"_s, 1, End::Undone)};
    RevisionModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(revisionRows(all, u"shop"_s));
    model.setNow(10 * 60'000);
    QCOMPARE(column(model, RevisionModel::Number), (QStringList{u"3, live"_s, u"2"_s, u"1"_s}));
    QCOMPARE(column(model, RevisionModel::Author), (QStringList{u"oncall"_s, u"oncall"_s, u"–"_s}));
    QCOMPARE(column(model, RevisionModel::Outcome),
             (QStringList{u"not finished"_s, u"complete"_s, u"undone"_s}));
    QCOMPARE(column(model, RevisionModel::Changes), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
    QVERIFY(column(model, RevisionModel::Age).first().startsWith(u"7 min"_s));
    QVERIFY(model.index(0, RevisionModel::Number).data(RowRoles::SortRole).toInt() <
            model.index(1, RevisionModel::Number).data(RowRoles::SortRole).toInt());
    QCOMPARE(model.index(0, RevisionModel::Outcome).data(RowRoles::StateRole).toInt(),
             int(RowState::Warning));
    QVERIFY(revisionRows(all, u"none"_s).empty());
}

void TestRolloutModels::breakers()
{
    OverrideSet overrides;
    overrides.overrides = {forced(u"router"_s, u"orders"_s, 5000),
                           forced(u"router"_s, u"unknown"_s, 500)};
    const PanelSnapshot snapshot =
        states({series(LabelSet{{"tool", "orders"}}, 3), series(LabelSet{{"tool", "search"}}, 0)});
    BreakerTableModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(breakerRows(snapshot, overrides, u"router"_s, 1000));
    QCOMPARE(column(model, BreakerTableModel::Name),
             (QStringList{u"orders"_s, u"search"_s, u"unknown"_s}));
    QCOMPARE(column(model, BreakerTableModel::State),
             (QStringList{u"forced open"_s, u"closed"_s, u"–"_s}));
    QCOMPARE(column(model, BreakerTableModel::Forced),
             (QStringList{u"forced open"_s, u"–"_s, u"forced open"_s}));
    QCOMPARE(column(model, BreakerTableModel::Until).at(2), u"over"_s);
    QCOMPARE(column(model, BreakerTableModel::Reason).at(0), u"vendor outage"_s);
    QCOMPARE(model.index(0, BreakerTableModel::State).data(RowRoles::StateRole).toInt(),
             int(RowState::Bad));
    QCOMPARE(model.index(0, BreakerTableModel::Forced).data(RowRoles::StateRole).toInt(),
             int(RowState::Warning));
    QCOMPARE(model.index(2, BreakerTableModel::Forced).data(RowRoles::StateRole).toInt(),
             int(RowState::Neutral));
}

void TestRolloutModels::breakersOfOthers()
{
    OverrideSet overrides;
    overrides.overrides = {forced(u"another"_s, u"orders"_s, 5000)};
    overrides.overrides.push_back(forced(u"router"_s, {}, 5000));
    overrides.overrides.back().mode = PolicyOverride::Mode::RateLimit;
    QVERIFY(breakerRows({}, overrides, u"router"_s, 0).empty());
    QVERIFY(breakerRows(states({series(LabelSet{{"pod", "a"}}, 1)}), {}, u"router"_s, 0).empty());
}

void TestRolloutModels::stateNames()
{
    QCOMPARE(breakerStateText(2), u"half-open"_s);
    QCOMPARE(breakerStateText(17), u"–"_s);
    QCOMPARE(breakerStateText(std::numeric_limits<double>::quiet_NaN()), u"–"_s);
    QCOMPARE(breakerStateText(1e300), u"–"_s);
}

void TestRolloutModels::generations()
{
    const PanelSnapshot snapshot = states({series(LabelSet{{"pod", "a"}, {"instance", "x"}}, 42),
                                           series(LabelSet{{"instance", "10.0.0.1:80"}}, 41)});
    const auto samples = generationSamples(snapshot.answers[0]);
    QCOMPARE(samples.size(), std::size_t{2});
    QCOMPARE(samples[0], (std::pair{u"a"_s, 42.0}));
    QCOMPARE(samples[1], (std::pair{u"10.0.0.1:80"_s, 41.0}));
    QVERIFY(generationSamples(QueryAnswer{}).empty());
}

void TestRolloutModels::steps_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("row");
    const auto row = [](const char *name, State state, bool failed, const char *text,
                        RowState shown) {
        QTest::newRow(name) << int(state) << failed << QString::fromUtf8(text) << int(shown);
    };
    row("waiting", State::Waiting, false, "waiting", RowState::Neutral);
    row("sent", State::Running, false, "sent", RowState::Busy);
    row("reading back", State::ReadingBack, false, "reading back", RowState::Busy);
    row("answer lost", State::ReadingBack, true, "answer lost, reading back", RowState::Busy);
    row("done", State::Done, false, "done", RowState::Good);
    row("unchanged", State::Unchanged, false, "was so already", RowState::Good);
    row("refused", State::Refused, true, "refused", RowState::Bad);
    row("unknown", State::Unknown, true, "not known", RowState::Warning);
    row("not tried", State::NotTried, false, "not tried", RowState::Neutral);
}

void TestRolloutModels::steps()
{
    QFETCH(int, state);
    QFETCH(bool, failed);
    QFETCH(QString, text);
    QFETCH(int, row);
    StepResult step;
    step.state = static_cast<State>(state);
    step.warnings = {u"deprecated"_s};
    if (failed) {
        step.error = Error{.code = ErrorCode::Timeout, .what = u"no answer"_s};
    }
    const PlanModel::Progress progress = progressOf(step);
    QCOMPARE(progress.text, text);
    QCOMPARE(int(progress.state), row);
    QVERIFY(progress.detail.contains(u"deprecated"_s));
    QCOMPARE(progress.detail.contains(u"no answer"_s), failed);
    const int done = progress.state == RowState::Good ? 1 : 0;
    QCOMPARE(stepsDone({step, StepResult{}}), done);
}

QTEST_GUILESS_MAIN(TestRolloutModels)
#include "tst_rolloutmodels.moc"
