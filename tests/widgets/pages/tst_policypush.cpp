// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the text to the cluster and back, on the page, against the demo's API server.
#include "controls/findinglist.h"
#include "controls/rowtable.h"
#include "editors/diffview.h"
#include "editors/yamleditor.h"
#include "itemmodels/planmodel.h"
#include "pages/clusterbanner.h"
#include "pages/plantree.h"
#include "pages/policytextview.h"
#include "pages/pushbar.h"
#include "pages/replicastrip.h"
#include "pages/revisionsview.h"
#include "pages/unlockdialog.h"
#include "policyworld.h"
#include "support/resultmacros.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace spillway;
using namespace Qt::StringLiterals;
using State = PolicyRollout::State;

#define REACHES(wanted) QTRY_COMPARE_WITH_TIMEOUT(fixture.state(), wanted, patience)

class TestPolicyPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPlanIsShown();
    void aPlanGrowsOld();
    void aPlanIsCancelled();
    void pushedAndUndone();
    void aProtectedContext();
    void refusedHalfWay();
    void revisionsAndTheWayBack();
    void twoAutoscalers();
    void twoPeople();

private:
    /// On the plan tab, with a plan.
    void makePlan(PolicyFixture &fixture);
    void pushPlan(PolicyFixture &fixture, const QString &reason);
    [[nodiscard]] QJsonObject hpa() const;

    std::unique_ptr<KubeWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPolicyPush::init()
{
    qputenv("XDG_DATA_HOME", {}); // no pushes of other tests
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    m_world = std::make_unique<KubeWorld>();
    QVERIFY(m_world->works() && m_world->addDeployment(u"rag-worker"_s, 3));
}

QJsonObject TestPolicyPush::hpa() const
{
    const demo::CallResult found =
        m_world->server()->client(u"test"_s).get({.group = u"autoscaling"_s,
                                                  .plural = u"horizontalpodautoscalers"_s,
                                                  .nameSpace = KubeWorld::nameSpace,
                                                  .name = u"shop.rag-worker"_s});
    return found.ok() ? found.document : QJsonObject{};
}

void TestPolicyPush::makePlan(PolicyFixture &fixture)
{
    fixture.page.setVariables({{u"tab"_s, {u"plan"_s}}});
    QTRY_VERIFY_WITH_TIMEOUT(fixture.plan().canPlan(), patience);
    QVERIFY(fixture.plan().planButton()->isEnabled());
    fixture.plan().planButton()->click();
    REACHES(State::Planned);
}

void TestPolicyPush::pushPlan(PolicyFixture &fixture, const QString &reason)
{
    QVERIFY_RESULT(fixture.kube.unlock(fixture.kube.contextName()));
    fixture.plan().pushBar()->setReason(reason);
    QVERIFY2(fixture.plan().pushBar()->pushButton()->isEnabled(),
             qPrintable(fixture.plan().pushBar()->offer().why));
    fixture.plan().pushBar()->pushButton()->click();
    REACHES(State::Pushed);
}

/// The second one is told who was first and sees what changed; then plans anew.
void TestPolicyPush::twoPeople()
{
    const Workspace workspace = policyWorkspace(*m_world);
    PolicyFixture first(workspace, writePolicy(*m_folder, policyText(), u"first.yaml"_s));
    PolicyFixture fixture(workspace, writePolicy(*m_folder, policyText(25)));
    const auto pushFirst = [&](const QString &reason) {
        makePlan(first);
        pushPlan(first, reason);
    };
    pushFirst(u"the first of all"_s);
    const auto seesBounds = [](const PolicyFixture &one) {
        const auto &rows = one.kube.picture().workloads();
        return std::any_of(rows.begin(), rows.end(),
                           [](const WorkloadRow &row) { return row.max == 20; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(seesBounds(first) && seesBounds(fixture), patience);
    makePlan(fixture);
    // Nothing that the picture of the cluster shows.
    first.page.textView()->editor()->replaceText(policyText().replace("70", "60"));
    pushFirst(u"cooler"_s);

    pushPlan(fixture, u"sale"_s);
    const QString said = fixture.plan().pushBar()->message();
    QVERIFY2(said.contains(u"revision 2") && said.contains(u"cooler"), qPrintable(said));
    QVERIFY(fixture.plan().meanwhile()->isVisible());
    const QString diff = fixture.plan().meanwhile()->toPlainText();
    QVERIFY2(diff.contains(u"-        - cpu: {averageUtilization: 70}") &&
                 diff.contains(u"+        - cpu: {averageUtilization: 60}") &&
                 diff.contains(u"@@ horizontalpodautoscalers.autoscaling"),
             qPrintable(diff));
    QCOMPARE(hpa()["spec"_L1]["maxReplicas"_L1].toInt(), 20);
    fixture.keepPicture(u"second"_s);
    makePlan(fixture);
    QVERIFY(!fixture.plan().meanwhile()->isVisible());
    pushPlan(fixture, u"sale"_s);
    QCOMPARE(hpa()["spec"_L1]["maxReplicas"_L1].toInt(), 25);
}

void TestPolicyPush::aPlanIsShown()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    const PlanModel *model = fixture.plan().model();
    QVERIFY(model->rowCount() >= 1);
    QVERIFY2(fixture.plan().text().contains(u"1 to create"_s), qPrintable(fixture.plan().text()));
    QVERIFY(fixture.plan().text().contains(fixture.kube.contextName()));
    QVERIFY(fixture.plan().text().contains(u"no revision yet"_s));
    QVERIFY(fixture.plan().tree()->isExpanded(model->index(0, 0)));
    QVERIFY(fixture.plan().tree()->isColumnHidden(PlanModel::State));
    // Read-only until changes are allowed: the button asks for that first.
    QVERIFY(fixture.plan().pushBar()->offer().unlock);
    QVERIFY(hpa().isEmpty());
    fixture.keepPicture(u"plan"_s);
}

void TestPolicyPush::aPlanGrowsOld()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    QVERIFY(fixture.plan().staleness().isEmpty());
    fixture.page.textView()->editor()->replaceText(policyText(25));
    QVERIFY2(fixture.plan().staleness().contains(u"text has changed"_s),
             qPrintable(fixture.plan().staleness()));
    QVERIFY(!fixture.plan().pushBar()->offer().push && !fixture.plan().pushBar()->offer().unlock);
    makePlan(fixture);
    QVERIFY(fixture.plan().staleness().isEmpty());
    QVERIFY(m_world->addHpa(u"rag-worker"_s, 1, 9)); // somebody else's
    QTRY_VERIFY_WITH_TIMEOUT(fixture.plan().staleness().contains(u"cluster has changed"_s),
                             patience);
    fixture.keepPicture(u"stale"_s);
}

void TestPolicyPush::aPlanIsCancelled()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.plan().canPlan(), patience);
    fixture.plan().planButton()->click();
    QCOMPARE(fixture.state(), State::Planning);
    QCOMPARE(fixture.plan().planButton()->text(), u"Cancel"_s);
    fixture.plan().planButton()->click();
    QCOMPARE(fixture.state(), State::Idle);
}

void TestPolicyPush::pushedAndUndone()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    pushPlan(fixture, u"sale"_s);
    PushBar *bar = fixture.plan().pushBar();
    QVERIFY2(bar->message().contains(u"Pushed as revision 1"_s), qPrintable(bar->message()));
    QVERIFY(bar->message().contains(u"watched"_s));
    QCOMPARE(fixture.plan().model()->progress(0).state, RowState::Good);
    QVERIFY(!fixture.plan().tree()->isColumnHidden(PlanModel::State));
    QCOMPARE(hpa()["spec"_L1]["maxReplicas"_L1].toInt(), 20);
    QTRY_VERIFY2_WITH_TIMEOUT(bar->replicas()->text().contains(u"2 to 20"_s),
                              qPrintable(bar->replicas()->text()), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cursor.marks().size(), std::size_t{1}, patience);
    fixture.keepPicture(u"pushed"_s);
    QVERIFY(bar->undoButton()->isVisible());
    bar->undoButton()->click();
    REACHES(State::Planned);
    QVERIFY(fixture.page.rollout().isUndo());
    QVERIFY2(fixture.plan().text().contains(u"way back"_s), qPrintable(fixture.plan().text()));
    fixture.keepPicture(u"undo"_s);
    pushPlan(fixture, {});
    QVERIFY2(bar->message().contains(u"Undone"_s), qPrintable(bar->message()));
    QVERIFY(hpa().isEmpty());
}

void TestPolicyPush::aProtectedContext()
{
    Workspace production = policyWorkspace(*m_world);
    production.isProtected = true;
    PolicyFixture fixture(production, writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    PushBar *bar = fixture.plan().pushBar();
    QVERIFY(bar->offer().reasonNeeded);
    bar->pushButton()->click(); // asks for the name
    const QPointer<UnlockDialog> dialog = fixture.plan().findChild<UnlockDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->typedName()->setText(fixture.kube.contextName());
    dialog->buttons()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY_WITH_TIMEOUT(bar->offer().push, 60'000);
    QVERIFY(!bar->pushButton()->isEnabled()); // without a reason
    bar->setReason(u"  "_s);
    QVERIFY(!bar->pushButton()->isEnabled());
    fixture.keepPicture(u"protected"_s);
    pushPlan(fixture, u"OPS-123"_s);
    QVERIFY(fixture.page.rollout().currentPush()->result().ok());
}

void TestPolicyPush::refusedHalfWay()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    // Somebody makes an object of that name between plan and push.
    QJsonObject other{
        {u"apiVersion"_s, u"autoscaling/v2"_s},
        {u"kind"_s, u"HorizontalPodAutoscaler"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, u"shop.rag-worker"_s}, {u"namespace"_s, KubeWorld::nameSpace}}},
        {u"spec"_s, QJsonObject{{u"maxReplicas"_s, 3},
                                {u"scaleTargetRef"_s, QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                                  {u"kind"_s, u"Deployment"_s},
                                                                  {u"name"_s, u"other"_s}}}}}};
    QVERIFY(m_world->server()->client(u"kubectl"_s).create(other).ok());
    pushPlan(fixture, u"sale"_s);
    PushBar *bar = fixture.plan().pushBar();
    QVERIFY(!fixture.page.rollout().currentPush()->result().ok());
    QVERIFY2(bar->message().contains(u"Nothing was written"_s) ||
                 bar->message().contains(u"0 of"_s),
             qPrintable(bar->message()));
    QVERIFY(!bar->undoButton()->isVisible());
    QCOMPARE(hpa()["spec"_L1]["maxReplicas"_L1].toInt(), 3);
    fixture.keepPicture(u"refused"_s);
}

void TestPolicyPush::revisionsAndTheWayBack()
{
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    pushPlan(fixture, u"first"_s);
    fixture.page.textView()->editor()->replaceText(policyText(40));
    makePlan(fixture);
    pushPlan(fixture, u"second"_s);
    fixture.page.setVariables({{u"tab"_s, {u"revisions"_s}}});
    RevisionsView *view = fixture.page.revisionsView();
    QTRY_COMPARE_WITH_TIMEOUT(view->table()->shownRows(), 2, patience);
    const auto cell = [view](int row, int column) {
        return view->table()->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 0), u"2, live"_s);
    QCOMPARE(cell(1, 5), u"first"_s);
    QVERIFY2(view->diff()->toPlainText().contains(u"+      replicas: {min: 2, max: 40}"_s),
             qPrintable(view->diff()->toPlainText()));
    QVERIFY(view->diff()->toPlainText().contains(u".spec.maxReplicas: 40"_s));
    fixture.keepPicture(u"revisions"_s);
    view->table()->selectKey(u"shop/1"_s);
    view->against()->setCurrentIndex(1); // the editor
    QVERIFY(view->diff()->toPlainText().contains(u"-      replicas: {min: 2, max: 20}"_s));
    QVERIFY(view->rollBackButton()->isEnabled());
    view->rollBackButton()->click();
    QCOMPARE(fixture.page.textView()->editor()->text(), policyText());
    QCOMPARE(fixture.page.variables().value(u"tab"_s), QStringList{u"text"_s});
    fixture.page.textView()->editor()->undo();
    QCOMPARE(fixture.page.textView()->editor()->text(), policyText(40));
}

void TestPolicyPush::twoAutoscalers()
{
    QVERIFY(m_world->addHpa(u"rag-worker"_s, 1, 9));
    PolicyFixture fixture(policyWorkspace(*m_world), writePolicy(*m_folder, policyText()));
    makePlan(fixture);
    QVERIFY(fixture.page.rollout().currentPlan()->isBlocked());
    QVERIFY(!fixture.plan().findings()->shownTexts().isEmpty());
    const PushBar::Offer &offer = fixture.plan().pushBar()->offer();
    QVERIFY(!offer.push && !offer.unlock);
    QVERIFY(offer.why.contains(u"blocked"_s));
    fixture.keepPicture(u"blocked"_s);
}

QTEST_MAIN(TestPolicyPush)
#include "tst_policypush.moc"
