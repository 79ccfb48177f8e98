// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/findingmodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using Severity = FindingRow::Severity;

namespace {

QStringList column(const QAbstractItemModel &model, int number, int role = Qt::DisplayRole)
{
    QStringList cells;
    for (int i = 0; i < model.rowCount(); ++i) {
        cells << model.index(i, number).data(role).toString();
    }
    return cells;
}

Error problem(const QString &why, int line)
{
    return {.code = ErrorCode::InvalidDocument,
            .what = u"Cannot use the file"_s,
            .where = u"policy.yaml"_s,
            .why = why,
            .advice = u"write another"_s,
            .position = DocumentPosition{u"policy.yaml"_s, line, 3, u"spec"_s}};
}

} // namespace

class TestFindingModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void problemsOfAText();
    void findingsOfAPolicy();
    void findingsOfAPlan();
    void graverOnesFirst();
    void keysAreUnique();
};

void TestFindingModel::problemsOfAText()
{
    PolicyAnalysis analysis;
    analysis.reading.problems = {problem(u"there is no key “mim”"_s, 10),
                                 {.code = ErrorCode::File,
                                  .what = u"Cannot read the calendar"_s,
                                  .where = u"a.ics"_s,
                                  .why = u"no such file"_s}};
    FindingModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(findingRows(analysis));
    QCOMPARE(column(model, FindingModel::Text),
             (QStringList{u"there is no key “mim”"_s, analysis.reading.problems[1].sentence()}));
    QCOMPARE(column(model, FindingModel::Advice), (QStringList{u"write another"_s, QString{}}));
    QCOMPARE(column(model, FindingModel::Place), (QStringList{u"line 10"_s, QString{}}));
    QCOMPARE(model.row(0).position.column, 3);
    QCOMPARE(model.index(0, 0).data(RowRoles::StateRole).toInt(), int(RowState::Bad));
}

void TestFindingModel::findingsOfAPolicy()
{
    PolicyAnalysis analysis;
    PolicyFinding finding;
    finding.id = u"fixed-replicas"_s;
    finding.severity = Severity::Info;
    finding.component = u"web"_s;
    finding.text = u"it never changes"_s;
    finding.position.line = 7;
    analysis.findings = {finding};
    FindingModel model;
    model.setRows(findingRows(analysis));
    QCOMPARE(column(model, FindingModel::Place), QStringList{u"line 7 · web"_s});
    QCOMPARE(model.index(0, 0).data(RowRoles::StateRole).toInt(), int(RowState::Busy));
}

void TestFindingModel::findingsOfAPlan()
{
    Plan plan;
    PlanStep step;
    step.refused = problem(u"must be at least 1"_s, 12);
    plan.steps = {step};
    PlanFinding foreign;
    foreign.id = u"foreign-owner"_s;
    foreign.severity = Severity::Warning;
    foreign.object = u"deployments a/b"_s;
    foreign.component = u"b"_s;
    foreign.text = u"flux owns it"_s;
    plan.findings = {foreign};
    const std::vector<FindingRow> rows = findingRows(plan);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].severity, Severity::Error);
    QCOMPARE(rows[0].text, u"must be at least 1"_s);
    QCOMPARE(rows[0].position.line, 12);
    QCOMPARE(rows[1].subject, u"deployments a/b"_s);
}

void TestFindingModel::graverOnesFirst()
{
    const auto row = [](const QString &text, Severity severity, int order) {
        FindingRow made;
        made.key = text;
        made.text = text;
        made.severity = severity;
        made.order = order;
        return made;
    };
    FindingModel model;
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortRole(RowRoles::SortRole);
    proxy.sort(0);
    model.setRows({row(u"info"_s, Severity::Info, 0), row(u"second"_s, Severity::Error, 2),
                   row(u"first"_s, Severity::Error, 1), row(u"warning"_s, Severity::Warning, 9)});
    QCOMPARE(column(proxy, 0), (QStringList{u"first"_s, u"second"_s, u"warning"_s, u"info"_s}));
}

void TestFindingModel::keysAreUnique()
{
    PolicyAnalysis analysis;
    analysis.reading.problems = {problem(u"twice"_s, 1), problem(u"twice"_s, 1),
                                 problem(u"twice"_s, 2)};
    QSet<QString> keys;
    for (const FindingRow &row : findingRows(analysis)) {
        keys.insert(row.key);
    }
    QCOMPARE(keys.size(), 3);
}

QTEST_GUILESS_MAIN(TestFindingModel)
#include "tst_findingmodel.moc"
