// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The four models of the cluster page: what they say, and that they tell the smallest change.
#include "itemmodels/conditionmodel.h"
#include "itemmodels/eventmodel.h"
#include "itemmodels/podmodel.h"
#include "itemmodels/rowproxy.h"
#include "itemmodels/workloadmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = ReplicaOwner::Kind;

Q_DECLARE_METATYPE(spillway::ReplicaOwner)
Q_DECLARE_METATYPE(spillway::PodRow)

namespace {

constexpr EpochMs now = 1'773'014'400'000;

WorkloadRow workload(const QString &name, qint32 desired = 3, qint32 ready = 3)
{
    WorkloadRow row;
    row.key = u"Deployment/kotaemon/"_s + name;
    row.kind = u"Deployment"_s;
    row.ns = u"kotaemon"_s;
    row.name = name;
    row.desired = desired;
    row.current = desired;
    row.ready = ready;
    return row;
}

PodRow pod(const QString &name)
{
    PodRow row;
    row.key = u"kotaemon/"_s + name;
    row.name = name;
    row.owner = u"rag-worker"_s;
    row.status = u"Running"_s;
    row.ready = true;
    row.node = u"node-1"_s;
    row.created = now - 180'000;
    return row;
}

QStringList line(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells.append(model.index(row, column).data().toString());
    }
    return cells;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all.append(model.index(row, 0).data().toString());
    }
    return all;
}

RowState stateOf(const QAbstractItemModel &model, int column)
{
    return static_cast<RowState>(model.index(0, column).data(RowRoles::StateRole).toInt());
}

} // namespace

class TestClusterModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsOfWorkloads();
    void whoDecides_data();
    void whoDecides();
    void statesOfWorkloads();
    void atTheUpperBound();
    void rowsOfPods();
    void statesOfPods_data();
    void statesOfPods();
    void rowsOfEvents();
    void rowsOfConditions();
    void theSmallestChange();
    void selectionSurvives();
    void allNewIsAReset();
    void agesGoOn();
    void sortsByValue();
    void filters();
    void headersAndTips();
    void manyRows();
};

void TestClusterModels::rowsOfWorkloads()
{
    WorkloadModel model;
    const QAbstractItemModelTester tester(&model);
    WorkloadRow full = workload(u"rag-worker"_s, 4, 3);
    full.component = u"retrieval"_s;
    full.min = 2;
    full.max = 20;
    full.coldStart = PodStarts{5, 20s, 40s};
    full.owner.kind = Kind::Hpa;
    full.owner.name = u"rag"_s;
    model.setRows({full, workload(u"tool-router"_s)});
    QCOMPARE(line(model, 0),
             (QStringList{u"rag-worker (retrieval)"_s, u"Deployment"_s, u"3 of 4 ready"_s, u"4"_s,
                          u"4"_s, u"2"_s, u"20"_s, u"HPA rag"_s, u"40 s"_s}));
    QCOMPARE(line(model, 1),
             (QStringList{u"tool-router"_s, u"Deployment"_s, u"3 of 3 ready"_s, u"3"_s, u"3"_s,
                          u"–"_s, u"–"_s, u"nobody: the default"_s, u"–"_s}));
    QCOMPARE(model.index(0, 0).data(RowRoles::KeyRole).toString(), full.key);
}

void TestClusterModels::whoDecides_data()
{
    QTest::addColumn<ReplicaOwner>("owner");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const ReplicaOwner &owner, const QString &text) {
        QTest::newRow(name) << owner << text;
    };
    const std::optional<EpochMs> hourAgo = now - 3'600'000;
    row("HPA", {.kind = Kind::Hpa, .name = u"a"_s}, u"HPA a"_s);
    row("HPA at 0", {.kind = Kind::Hpa, .name = u"a"_s, .stopped = true},
        u"HPA a, off at 0 replicas"_s);
    row("KEDA", {.kind = Kind::Keda, .name = u"a"_s}, u"KEDA a"_s);
    row("KEDA paused", {.kind = Kind::Keda, .name = u"a"_s, .stopped = true}, u"KEDA a, paused"_s);
    row("Argo CD", {.kind = Kind::ArgoCd, .name = u"shop"_s}, u"Argo CD: shop"_s);
    row("Flux", {.kind = Kind::Flux, .name = u"apps"_s}, u"Flux: apps"_s);
    row("Helm", {.kind = Kind::Helm, .name = u"rag"_s}, u"Helm: rag"_s);
    row("by hand", {.kind = Kind::Person, .name = u"kubectl"_s, .since = hourAgo},
        u"by hand: kubectl, 1 h ago"_s);
    row("by hand, unknown when", {.kind = Kind::Person, .name = u"kubectl"_s},
        u"by hand: kubectl"_s);
    row("an operator", {.kind = Kind::Program, .name = u"op"_s, .since = hourAgo},
        u"op, 1 h ago"_s);
    row("two autoscalers", {.kind = Kind::Hpa, .name = u"a"_s, .rivals = {u"HPA b"_s}},
        u"HPA a; also HPA b"_s);
    row("by hand, and Argo CD made it",
        {.kind = Kind::Person,
         .name = u"kubectl"_s,
         .origin = Kind::ArgoCd,
         .originName = u"shop"_s},
        u"by hand: kubectl; Argo CD may put it back"_s);
    row("HPA, and Argo CD made it",
        {.kind = Kind::Hpa, .name = u"a"_s, .origin = Kind::ArgoCd, .originName = u"shop"_s},
        u"HPA a"_s);
    row("nobody", {}, u"nobody: the default"_s);
}

void TestClusterModels::whoDecides()
{
    QFETCH(ReplicaOwner, owner);
    WorkloadModel model;
    WorkloadRow row = workload(u"a"_s);
    row.owner = owner;
    model.setRows({row});
    model.setNow(now);
    QTEST(model.index(0, WorkloadModel::Owner).data().toString(), "text");
    QCOMPARE(stateOf(model, WorkloadModel::Owner),
             owner.stopped || !owner.rivals.isEmpty() ? RowState::Warning : RowState::Neutral);
}

void TestClusterModels::statesOfWorkloads()
{
    WorkloadModel model;
    const auto status = [&model](qint32 desired, qint32 ready, qint32 current) {
        WorkloadRow row = workload(u"a"_s, desired, ready);
        row.current = current;
        model.setRows({row});
        return std::pair{stateOf(model, WorkloadModel::Status),
                         model.index(0, WorkloadModel::Status).data().toString()};
    };
    QCOMPARE(status(3, 3, 3), std::pair(RowState::Good, u"3 of 3 ready"_s));
    QCOMPARE(status(3, 4, 4), std::pair(RowState::Good, u"3 of 3 ready"_s)); // scales down
    QCOMPARE(status(3, 2, 3), std::pair(RowState::Warning, u"2 of 3 ready"_s));
    QCOMPARE(status(3, 0, 3), std::pair(RowState::Bad, u"0 of 3 ready"_s));
    QCOMPARE(status(0, 0, 0), std::pair(RowState::Neutral, u"at 0 replicas"_s));
    QCOMPARE(status(0, 1, 1), std::pair(RowState::Neutral, u"stopping"_s));
}

void TestClusterModels::atTheUpperBound()
{
    WorkloadModel model;
    WorkloadRow row = workload(u"a"_s, 20, 20);
    row.max = 20;
    row.owner.kind = Kind::Hpa;
    model.setRows({row});
    QCOMPARE(stateOf(model, WorkloadModel::Max), RowState::Warning);
    row.desired = 19;
    model.setRows({row});
    QCOMPARE(stateOf(model, WorkloadModel::Max), RowState::Neutral);
}

void TestClusterModels::rowsOfPods()
{
    PodModel model;
    const QAbstractItemModelTester tester(&model);
    PodRow started = pod(u"a"_s);
    started.restarts = 2;
    started.phases = {
        .scheduled = 1s, .initialised = 3s, .started = 9s, .ready = 27s, .total = 40s};
    PodRow waiting = pod(u"b"_s);
    waiting.ready = false;
    waiting.status = u"Pending"_s;
    waiting.node.clear();
    model.setRows({started, waiting});
    model.setNow(now);
    QCOMPARE(line(model, 0),
             (QStringList{u"a"_s, u"rag-worker"_s, u"Ready"_s, u"2"_s, u"3 min"_s, u"1 s"_s,
                          u"3 s"_s, u"9 s"_s, u"27 s"_s, u"40 s"_s, u"node-1"_s}));
    QCOMPARE(line(model, 1), (QStringList{u"b"_s, u"rag-worker"_s, u"Pending"_s, u"0"_s, u"3 min"_s,
                                          u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s, QString{}}));
}

void TestClusterModels::statesOfPods_data()
{
    QTest::addColumn<PodRow>("pod");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, auto change, RowState state, const QString &text) {
        PodRow made = pod(u"a"_s);
        change(&made);
        QTest::newRow(name) << made << static_cast<int>(state) << text;
    };
    row(
        "ready", [](PodRow *) {}, RowState::Good, u"Ready"_s);
    row(
        "starting", [](PodRow *made) { made->ready = false; }, RowState::Busy,
        u"Running, not ready"_s);
    row(
        "cannot be scheduled",
        [](PodRow *made) {
            made->ready = false;
            made->status = u"Pending"_s;
            made->detail = u"0/3 nodes are available"_s;
        },
        RowState::Bad, u"Pending"_s);
    row(
        "crashing",
        [](PodRow *made) {
            made->ready = false;
            made->status = u"CrashLoopBackOff"_s;
        },
        RowState::Bad, u"CrashLoopBackOff"_s);
    row(
        "ending",
        [](PodRow *made) {
            made->ended = true;
            made->status = u"Terminating"_s;
        },
        RowState::Neutral, u"Terminating"_s);
    row(
        "failed",
        [](PodRow *made) {
            made->ended = true;
            made->status = u"Failed"_s;
        },
        RowState::Bad, u"Failed"_s);
}

void TestClusterModels::statesOfPods()
{
    QFETCH(PodRow, pod);
    PodModel model;
    model.setRows({pod});
    QTEST(static_cast<int>(stateOf(model, PodModel::Status)), "state");
    QTEST(model.index(0, PodModel::Status).data().toString(), "text");
}

void TestClusterModels::rowsOfEvents()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({{.key = u"n/e"_s,
                    .object = u"Pod/a"_s,
                    .warning = true,
                    .reason = u"BackOff"_s,
                    .note = u"Back-off restarting failed container"_s,
                    .count = 7,
                    .lastSeen = now - 60'000,
                    .controller = u"kubelet"_s}});
    model.setNow(now);
    QCOMPARE(line(model, 0), (QStringList{u"1 min"_s, u"BackOff"_s, u"Pod/a"_s, u"7"_s,
                                          u"Back-off restarting failed container"_s}));
    QCOMPARE(stateOf(model, EventModel::Reason), RowState::Warning);
    QVERIFY(
        model.index(0, EventModel::Reason).data(Qt::ToolTipRole).toString().contains(u"kubelet"_s));
}

void TestClusterModels::rowsOfConditions()
{
    ConditionModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({{.key = u"c"_s,
                    .object = u"HPA a"_s,
                    .type = u"ScalingActive"_s,
                    .status = u"False"_s,
                    .wrong = true,
                    .reason = u"FailedGetMetrics"_s,
                    .message = u"no metrics"_s,
                    .since = now - 120'000}});
    model.setNow(now);
    QCOMPARE(line(model, 0), (QStringList{u"HPA a"_s, u"ScalingActive"_s, u"False"_s, u"2 min"_s,
                                          u"FailedGetMetrics"_s, u"no metrics"_s}));
    QCOMPARE(stateOf(model, ConditionModel::Type), RowState::Warning);
}

void TestClusterModels::theSmallestChange()
{
    PodModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({pod(u"a"_s), pod(u"b"_s), pod(u"c"_s), pod(u"d"_s), pod(u"e"_s)});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.setRows({pod(u"e"_s), pod(u"d"_s), pod(u"c"_s), pod(u"b"_s), pod(u"a"_s)});
    QCOMPARE(resets.size() + changes.size() + inserts.size() + removals.size(), 0);

    PodRow changed = pod(u"d"_s);
    changed.restarts = 1;
    model.setRows({pod(u"a"_s), changed, pod(u"e"_s), pod(u"f"_s)}); // without b and c
    QCOMPARE(names(model), (QStringList{u"a"_s, u"d"_s, u"e"_s, u"f"_s}));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(removals.size(), 1); // both in one
    QCOMPARE(removals.front().at(1).toInt(), 1);
    QCOMPARE(removals.front().at(2).toInt(), 2);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.front().at(1).toModelIndex().row(), 1);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(model.index(1, PodModel::Restarts).data().toString(), u"1"_s);
    QCOMPARE(model.placeOf(u"kotaemon/f"_s), 3);
    QCOMPARE(model.placeOf(u"kotaemon/b"_s), -1);
}

void TestClusterModels::selectionSurvives()
{
    PodModel model;
    model.setRows({pod(u"a"_s), pod(u"b"_s), pod(u"c"_s)});
    const QPersistentModelIndex chosen(model.index(2, 0));
    model.setRows({pod(u"c"_s), pod(u"d"_s)});
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.data().toString(), u"c"_s);
    QCOMPARE(chosen.row(), 0);
}

void TestClusterModels::allNewIsAReset()
{
    PodModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({});
    QCOMPARE(resets.size(), 0);
    model.setRows({pod(u"a"_s)});
    model.setRows({pod(u"b"_s), pod(u"c"_s)});
    QCOMPARE(resets.size(), 2);
    QCOMPARE(names(model), (QStringList{u"b"_s, u"c"_s}));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    // One of many is chosen: views would take thousands away one by one.
    std::vector<PodRow> many;
    for (int i = 0; i < 2'000; ++i) {
        many.push_back(pod(QString::number(i)));
    }
    model.setRows(many);
    resets.clear();
    model.setRows({pod(u"7"_s)});
    QCOMPARE(resets.size(), 1);
    QCOMPARE(names(model), QStringList{u"7"_s});
}

void TestClusterModels::agesGoOn()
{
    PodModel model;
    model.setNow(now); // nothing to tell yet
    model.setRows({pod(u"a"_s)});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setNow(now + 60'000);
    QCOMPARE(model.index(0, PodModel::Age).data().toString(), u"4 min"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex().column(), int{PodModel::Age});
    model.setNow(now - 3'600'000); // a clock that is behind the server's
    QCOMPARE(model.index(0, PodModel::Age).data().toString(), humanDuration(0ms));
}

void TestClusterModels::sortsByValue()
{
    PodModel model;
    PodRow slow = pod(u"slow"_s);
    slow.phases.total = 100s;
    PodRow quick = pod(u"quick"_s);
    quick.phases.total = 9s;
    model.setRows({pod(u"unknown"_s), slow, quick});
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(PodModel::ColdStart);
    QCOMPARE(names(proxy), (QStringList{u"quick"_s, u"slow"_s, u"unknown"_s}));
    proxy.sort(PodModel::ColdStart, Qt::DescendingOrder);
    QCOMPARE(names(proxy), (QStringList{u"slow"_s, u"quick"_s, u"unknown"_s}));

    PodRow crashing = pod(u"crashing"_s);
    crashing.ready = false;
    crashing.status = u"CrashLoopBackOff"_s;
    model.setRows({quick, crashing, slow});
    proxy.sort(PodModel::Status);
    QCOMPARE(names(proxy), (QStringList{u"crashing"_s, u"quick"_s, u"slow"_s})); // worst first

    WorkloadModel workloads;
    WorkloadRow component = workload(u"z"_s);
    component.component = u"z"_s;
    workloads.setRows({workload(u"a"_s), component});
    proxy.setSourceModel(&workloads);
    proxy.sort(WorkloadModel::Name);
    QCOMPARE(names(proxy), (QStringList{u"z"_s, u"a"_s}));
}

void TestClusterModels::filters()
{
    PodModel model;
    PodRow other = pod(u"other"_s);
    other.status = u"CrashLoopBackOff"_s;
    model.setRows({pod(u"a"_s), other});
    RowProxy proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterFixedString(u"crash"_s);
    QCOMPARE(names(proxy), QStringList{u"other"_s});
    proxy.setFilterFixedString(u"rag-worker"_s);
    QCOMPARE(proxy.rowCount(), 2);
}

void TestClusterModels::headersAndTips()
{
    WorkloadModel workloads;
    PodModel pods;
    EventModel events;
    ConditionModel conditions;
    for (const QAbstractItemModel *model :
         std::initializer_list<QAbstractItemModel *>{&workloads, &pods, &events, &conditions}) {
        QStringList titles;
        for (int column = 0; column < model->columnCount(); ++column) {
            titles.append(model->headerData(column, Qt::Horizontal).toString());
        }
        QVERIFY(!titles.contains(QString{}));
        QCOMPARE(titles.removeDuplicates(), 0);
        QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal).isValid());
        QVERIFY(!model->data({}).isValid());
        QVERIFY(model->roleNames().values().contains("StateRole"));
    }
    PodRow quoted = pod(u"a"_s);
    quoted.detail = u"<b>x"_s;
    pods.setRows({quoted});
    QCOMPARE(pods.index(0, PodModel::Status).data(Qt::ToolTipRole).toString(),
             u"<qt>&lt;b&gt;x</qt>"_s);
    QVERIFY(!pods.index(0, PodModel::Name).data(Qt::ToolTipRole).isValid()); // nothing to add
}

void TestClusterModels::manyRows()
{
    constexpr int count = 10'000;
    std::vector<PodRow> rows;
    for (int i = 0; i < count; ++i) {
        rows.push_back(pod(QString::number(i)));
    }
    PodModel model;
    model.setRows(rows);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    rows.at(5'000).ready = false;
    rows.erase(rows.begin());
    model.setRows(rows);
    QCOMPARE(model.rowCount(), count - 1);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size(), 0);
    // Scattered changes are told as one.
    changes.clear();
    for (std::size_t i = 10; i < rows.size() - 10; i += 3) {
        ++rows.at(i).restarts;
    }
    model.setRows(rows);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex().row(), 10);
    QCOMPARE(resets.size(), 0);
    // So many come or go that it is another table.
    std::vector<PodRow> half;
    for (std::size_t i = 0; i < rows.size(); i += 2) {
        half.push_back(rows.at(i));
    }
    model.setRows(half);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(half.size()));
    model.setRows(rows);
    QCOMPARE(resets.size(), 2);
    rows.erase(rows.begin() + 100, rows.begin() + 1'000); // one run
    model.setRows(rows);
    QCOMPARE(resets.size(), 2);
    QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
}

QTEST_GUILESS_MAIN(TestClusterModels)
#include "tst_clustermodels.moc"
