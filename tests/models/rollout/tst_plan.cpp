// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/plan.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

Plan twoSteps()
{
    Plan plan;
    plan.liveRevision = 4;
    PlanStep first;
    first.hash = "aa";
    PlanStep second;
    second.action = PlanStep::Action::Delete;
    second.hash = "bb";
    plan.steps = {first, second};
    return plan;
}

} // namespace

class TstPlan final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void actionsHaveNames();
    void whatBlocks();
    void theHashIsOfTheRequests();
};

void TstPlan::actionsHaveNames()
{
    using Action = PlanStep::Action;
    for (const Action action :
         {Action::Create, Action::Update, Action::Delete, Action::Attach, Action::Detach}) {
        QVERIFY(planActionFromName(planActionName(action)) == action);
    }
    QVERIFY(!planActionFromName(u"Create"_s));
}

void TstPlan::whatBlocks()
{
    Plan plan = twoSteps();
    plan.findings.push_back({.id = u"a"_s, .severity = PlanFinding::Severity::Warning});
    QVERIFY(!plan.isBlocked());
    Plan refused = plan;
    refused.steps[1].refused = Error{};
    QVERIFY(refused.isBlocked());
    plan.findings.push_back({.id = u"b"_s, .severity = PlanFinding::Severity::Error});
    QVERIFY(plan.isBlocked());
}

void TstPlan::theHashIsOfTheRequests()
{
    const Plan plan = twoSteps();
    Plan same = plan;
    same.madeAt = 7;
    same.findings.push_back({.id = u"a"_s});
    QCOMPARE(planHash(same), planHash(plan));
    Plan swapped = plan;
    std::swap(swapped.steps[0], swapped.steps[1]);
    Plan other = plan;
    other.steps[0].hash = "ac";
    Plan later = plan;
    later.liveRevision = 5;
    for (const Plan &different : {swapped, other, later}) {
        QVERIFY(planHash(different) != planHash(plan));
    }
}

QTEST_APPLESS_MAIN(TstPlan)
#include "tst_plan.moc"
