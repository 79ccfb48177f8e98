// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/planmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

kube::ObjectRef hpa(const QString &name)
{
    kube::ObjectRef ref;
    ref.resource = {
        .group = u"autoscaling"_s, .version = u"v2"_s, .plural = u"horizontalpodautoscalers"_s};
    ref.ns = u"shop"_s;
    ref.name = name;
    return ref;
}

Plan samplePlan()
{
    Plan plan;
    PlanStep create;
    create.action = PlanStep::Action::Create;
    create.object = hpa(u"shop.web"_s);
    create.manager = u"spillway"_s;
    create.changes = {{.path = {}, .after = QJsonObject{{u"a"_s, 1}}}};
    PlanStep update;
    update.action = PlanStep::Action::Update;
    update.object = hpa(u"shop.worker"_s);
    update.manager = u"spillway"_s;
    update.warnings = {u"deprecated <b>"_s};
    update.changes = {
        {.path = u".spec.maxReplicas"_s,
         .before = 5,
         .after = 20,
         .owners = {u"flux"_s, u"spillway"_s},
         .source = u"spec.components[1].replicas.max"_s},
        {.path = u".metadata.labels.team"_s, .before = u"search"_s},
        {.path = u".spec.metrics"_s, .after = QJsonArray{QJsonObject{{u"type"_s, u"Pods"_s}}}}};
    PlanStep remove;
    remove.action = PlanStep::Action::Delete;
    remove.object = hpa(u"shop.old"_s);
    remove.refused = Error{.code = ErrorCode::Forbidden, .what = u"no"_s};
    plan.steps = {create, update, remove};
    plan.unchanged = {hpa(u"shop.a"_s), hpa(u"shop.b"_s)};
    return plan;
}

/// "text | text | ..." a row, children indented.
QStringList printed(const PlanModel &model, const QModelIndex &parent = {},
                    const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column, parent).data().toString();
        }
        lines << indent + cells.join(u" | "_s);
        lines += printed(model, model.index(row, 0, parent), indent + u"  "_s);
    }
    return lines;
}

} // namespace

class TestPlanModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPlan();
    void theTree();
    void kindsOfChanges();
    void toolTipsAreSafe();
    void progressOfAPush();
    void counts();
    void values_data();
    void values();
};

void TestPlanModel::anEmptyPlan()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(model.rowCount(), 0);
    model.setPlan(samplePlan());
    QCOMPARE(model.rowCount(), 4);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestPlanModel::theTree()
{
    PlanModel model;
    QAbstractItemModelTester tester(&model, strict);
    model.setPlan(samplePlan());
    const QString web = hpa(u"shop.web"_s).toString();
    const QString worker = hpa(u"shop.worker"_s).toString();
    QCOMPARE(printed(model),
             (QStringList{u"create %1 |  |  |  | "_s.arg(web),
                          u"  the object as a whole | – | {\"a\":1} | – | "_s,
                          u"change %1 |  |  |  | "_s.arg(worker),
                          u"  .spec.maxReplicas | 5 | 20 | flux, spillway | "_s,
                          u"  .metadata.labels.team | search | – | – | "_s,
                          u"  .spec.metrics | – | [{\"type\":\"Pods\"}] | – | "_s,
                          u"delete %1 |  |  |  | "_s.arg(hpa(u"shop.old"_s).toString()),
                          u"2 object(s) as they should be |  |  |  | "_s,
                          u"  %1 |  |  |  | "_s.arg(hpa(u"shop.a"_s).toString()),
                          u"  %1 |  |  |  | "_s.arg(hpa(u"shop.b"_s).toString())}));
}

void TestPlanModel::kindsOfChanges()
{
    PlanModel model;
    model.setPlan(samplePlan());
    const auto change = [&model](int step, int field) {
        return static_cast<PlanRoles::Change>(
            model.index(field, 0, model.index(step, 0)).data(PlanRoles::ChangeRole).toInt());
    };
    QCOMPARE(change(0, 0), PlanRoles::Change::Added);
    QCOMPARE(change(1, 0), PlanRoles::Change::Changed);
    QCOMPARE(change(1, 1), PlanRoles::Change::Removed);
    const auto state = [&model](int step) {
        return static_cast<RowState>(model.index(step, 0).data(RowRoles::StateRole).toInt());
    };
    QCOMPARE(state(0), RowState::Neutral);
    QCOMPARE(state(1), RowState::Warning); // the server warned
    QCOMPARE(state(2), RowState::Bad);     // the dry run was refused
    QVERIFY(model.index(0, PlanModel::After, model.index(1, 0))
                .data(PlanRoles::MonospaceRole)
                .toBool());
    QCOMPARE(model.index(1, 0).data(PlanRoles::StepRole).toInt(), 1);
    QCOMPARE(model.index(3, 0).data(PlanRoles::StepRole).toInt(), -1);
    QVERIFY(model.roleNames().values().contains("ChangeRole"));
}

void TestPlanModel::toolTipsAreSafe()
{
    PlanModel model;
    model.setPlan(samplePlan());
    const QString tip = model.index(1, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"deprecated &lt;b&gt;"_s), qPrintable(tip));
    const QString why = model.index(0, 0, model.index(1, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY2(why.contains(u"spec.components[1].replicas.max"_s), qPrintable(why));
    const QString gone = model.index(1, 0, model.index(1, 0)).data(Qt::ToolTipRole).toString();
    QVERIFY2(gone.contains(u"no longer"_s), qPrintable(gone));
    const QModelIndex list = model.index(2, PlanModel::After, model.index(1, 0));
    QVERIFY(list.data(Qt::ToolTipRole).toString().contains(u"\n"_s)); // over several lines
}

void TestPlanModel::progressOfAPush()
{
    PlanModel model;
    model.setPlan(samplePlan());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const PlanModel::Progress done{u"done"_s, u"revision 3"_s, RowState::Good};
    model.setProgress(1, done);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex(), model.index(1, PlanModel::State));
    QCOMPARE(model.index(1, PlanModel::State).data().toString(), u"done"_s);
    QCOMPARE(model.index(1, PlanModel::State).data(RowRoles::StateRole).toInt(),
             int(RowState::Good));
    model.setProgress(1, done);
    model.setProgress(7, done);
    model.setProgress(-1, done);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.progress(1), done);
    QCOMPARE(model.progress(7), PlanModel::Progress{});
    model.setPlan(samplePlan());
    QCOMPARE(model.progress(1), PlanModel::Progress{});
}

void TestPlanModel::counts()
{
    const PlanModel::Counts counts = PlanModel::countsOf(samplePlan());
    QCOMPARE(counts.created, 1);
    QCOMPARE(counts.changed, 1);
    QCOMPARE(counts.deleted, 1);
    QCOMPARE(counts.unchanged, 2);
}

void TestPlanModel::values_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QJsonValue(QJsonValue::Undefined) << u"–"_s;
    QTest::newRow("null") << QJsonValue() << u"null"_s;
    QTest::newRow("true") << QJsonValue(true) << u"true"_s;
    QTest::newRow("whole number") << QJsonValue(20) << u"20"_s;
    QTest::newRow("large number") << QJsonValue(1234567890.0) << u"1234567890"_s;
    QTest::newRow("fraction") << QJsonValue(0.1) << u"0.1"_s;
    QTest::newRow("text") << QJsonValue(u"70%"_s) << u"70%"_s;
    QTest::newRow("empty text") << QJsonValue(QString{}) << u"\"\""_s;
    QTest::newRow("list") << QJsonValue(QJsonArray{1, 2}) << u"[1,2]"_s;
    QTest::newRow("map") << QJsonValue(QJsonObject{{u"a"_s, 1}}) << u"{\"a\":1}"_s;
}

void TestPlanModel::values()
{
    QFETCH(QJsonValue, value);
    QFETCH(QString, text);
    QCOMPARE(valueText(value), text);
    QVERIFY(!valueDetail(value).isEmpty());
    QVERIFY(valueDetail(QString(100'000, u'x')).size() < 5000);
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
