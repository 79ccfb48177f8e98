// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of PlanView that says what there is and what can be done with it.
#include "connection/kubeconnection.h"
#include "controls/findinglist.h"
#include "core/plainline.h"
#include "editors/diffview.h"
#include "itemmodels/findingmodel.h"
#include "itemmodels/planmodel.h"
#include "itemmodels/policydocument.h"
#include "itemmodels/pushprogress.h"
#include "itemmodels/revisionmodel.h"
#include "pages/clusterbanner.h"
#include "pages/interruptedpushbar.h"
#include "pages/plantree.h"
#include "pages/planview.h"
#include "pages/replicastrip.h"
#include "pages/takeoverbutton.h"
#include "style/role.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = PolicyRollout::State;

namespace {

/// Bounds follow the clock, so a plan does not keep.
constexpr std::chrono::milliseconds freshTime = 10min;

QString countsText(const PlanModel::Counts &counts)
{
    QStringList parts;
    if (counts.created > 0) {
        parts << PlanView::tr("%n to create", nullptr, counts.created);
    }
    if (counts.changed > 0) {
        parts << PlanView::tr("%n to change", nullptr, counts.changed);
    }
    if (counts.deleted > 0) {
        parts << PlanView::tr("%n to delete", nullptr, counts.deleted);
    }
    if (counts.unchanged > 0) {
        parts << PlanView::tr("%n as they should be", nullptr, counts.unchanged);
    }
    return parts.join(PlanView::tr(", "));
}

/// A plan without anything to do. An undo marks its push as undone at least.
bool isIdle(const PolicyRollout &rollout)
{
    return rollout.currentPlan()->isEmpty() && !rollout.isUndo();
}

} // namespace

/// What a plan rests on and the cluster's picture shows: bounds and their writers. Pods come and go
/// without any harm to a plan.
QString PlanView::clusterMark() const
{
    if (m_parts.kube == nullptr) {
        return {};
    }
    QStringList marks;
    for (const WorkloadRow &row : m_parts.kube->picture().workloads()) {
        marks << u"%1 %2 %3 %4"_s.arg(row.key)
                     .arg(row.min.value_or(-1))
                     .arg(row.max.value_or(-1))
                     .arg(row.bounds.manager);
    }
    marks.sort();
    return marks.join(u'\n');
}

/// A picture that is not whole yet says nothing: then the first whole one counts.
void PlanView::noteCluster()
{
    if (!m_plannedMark && m_parts.kube != nullptr &&
        m_parts.kube->state().phase == ClusterPhase::Live) {
        m_plannedMark = clusterMark();
    }
}

QString PlanView::staleness() const
{
    const Plan *plan = m_parts.rollout->currentPlan();
    if (plan == nullptr || m_parts.rollout->state() != State::Planned) {
        return {};
    }
    if (!m_parts.rollout->isUndo() && plan->policyText != m_parts.document->text()) {
        return tr("The text has changed since: plan again.");
    }
    if (m_plannedMark && clusterMark() != *m_plannedMark) {
        return tr("The cluster has changed since: plan again.");
    }
    if (m_parts.clock->now() - plan->madeAt > freshTime.count()) {
        return tr("It is older than ten minutes: plan again.");
    }
    return {};
}

QString PlanView::whyNoPlan() const
{
    if (m_parts.kube == nullptr || !m_parts.kube->isConfigured()) {
        return tr("The workspace names no cluster.");
    }
    const ClusterState state = m_parts.kube->state();
    if (m_parts.kube->client() == nullptr || state.phase == ClusterPhase::Failed) {
        return state.error ? state.error->sentence() : tr("Connecting to the cluster…");
    }
    const PolicyAnalysisPtr &analysis = m_parts.document->analysis();
    if (!m_parts.document->isAnalysisCurrent()) {
        return tr("Reading the text…");
    }
    return analysis->ok() ? QString{} : tr("The text has problems. Correct them first.");
}

bool PlanView::canPlan() const
{
    return !m_parts.rollout->isBusy() && whyNoPlan().isEmpty();
}

void PlanView::refresh()
{
    if (m_banner != nullptr) {
        m_banner->refresh();
    }
    noteCluster();
    refreshHead();
    refreshReplicas();
    refreshMessage();
    refreshOffer();
}

void PlanView::refreshHead()
{
    const PolicyRollout &rollout = *m_parts.rollout;
    const Plan *plan = rollout.currentPlan();
    const bool planning = rollout.state() == State::Planning;
    m_planButton->setText(planning          ? tr("Cancel")
                          : plan != nullptr ? tr("Plan again")
                                            : tr("Plan"));
    m_planButton->setEnabled(planning || canPlan());
    const bool primary = !planning && plan == nullptr;
    setPrimary(m_planButton, primary);
    m_takeButton->setEnabled(rollout.state() == State::Planned);
    m_takeButton->setVisible(plan != nullptr && !m_takeButton->objects().isEmpty());
    m_progress->setVisible(planning);
    const QString why = whyNoPlan();
    m_planButton->setToolTip(plainTip(why));
    const QString stale = staleness();
    m_stale->setText(stale);
    m_stale->setVisible(!stale.isEmpty());
    if (plan == nullptr) {
        m_title->setText(planning ? tr("Comparing the policy with the cluster…")
                                  : tr("What a push would change"));
        m_facts->setText(why);
        m_facts->setVisible(!why.isEmpty());
        m_stack->setCurrentIndex(0);
        const bool noCluster = m_parts.kube == nullptr || !m_parts.kube->isConfigured();
        m_messageButton->setVisible(noCluster);
        setRole(m_message, rollout.state() == State::Failed ? u"critical"_s : u"muted"_s);
        m_message->setText(rollout.state() == State::Failed && rollout.error()
                               ? rollout.error()->sentence()
                           : planning ? QString{}
                                      : tr("A plan reads the objects in the cluster, compares them "
                                           "with the policy field by field, and asks the server "
                                           "what it would say. Nothing is written."));
        return;
    }
    m_stack->setCurrentIndex(1);
    const QString counts = countsText(PlanModel::countsOf(*plan));
    const bool pushed = rollout.currentPush() != nullptr;
    m_title->setText(plan->isEmpty()    ? tr("Nothing to change")
                     : pushed           ? tr("The push: %1").arg(counts)
                     : rollout.isUndo() ? tr("The way back of the push: %1").arg(counts)
                                        : counts);
    QStringList facts{plan->policy + u'/' + plan->target.nameSpace, plan->target.context};
    if (!plan->target.user.isEmpty()) {
        facts << tr("as %1").arg(plan->target.user);
    }
    if (!pushed) {
        facts << (plan->liveRevision == 0 ? tr("no revision yet")
                                          : tr("revision %1 is live").arg(plan->liveRevision));
    }
    facts << tr("made at %1")
                 .arg(locale().toString(QDateTime::fromMSecsSinceEpoch(plan->madeAt).time(),
                                        u"HH:mm:ss"_s));
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setVisible(true);
}

void PlanView::refreshMessage()
{
    const PolicyRollout &rollout = *m_parts.rollout;
    const Push *push = rollout.currentPush();
    if (push == nullptr) {
        m_pushBar->setMessage({}, PushBar::Mood::Neutral);
        m_pushBar->setReversions({});
        return;
    }
    QStringList lines{pushSentence(*push, rollout.isUndo())};
    if (push->pushedMeanwhile()) {
        lines << tr("What was pushed since the plan was made is shown above.");
    }
    PushBar::Mood mood = PushBar::Mood::Neutral;
    if (push->phase() == Push::Phase::Finished) {
        mood = push->result() ? PushBar::Mood::Good : PushBar::Mood::Bad;
    }
    const RevertWatch *watch = rollout.watch();
    QStringList reversions;
    if (watch != nullptr) {
        for (const Reversion &reversion : watch->reversions()) {
            reversions << reversion.toString();
        }
        // Of half a push it does not comfort that the half has stayed.
        if (watch->isActive() || watch->trouble() || push->result()) {
            lines << watch->toString();
        }
        if (watch->trouble() && mood == PushBar::Mood::Good) {
            mood = PushBar::Mood::Warning;
        }
    }
    lines.removeAll(QString{});
    m_pushBar->setMessage(lines.join(u' '), mood);
    m_pushBar->setReversions(reversions.join(u'\n'));
}

void PlanView::refreshOffer()
{
    const PolicyRollout &rollout = *m_parts.rollout;
    const Plan *plan = rollout.currentPlan();
    PushBar::Offer offer;
    offer.stop = rollout.state() == State::Pushing;
    offer.isUndo = rollout.isUndo();
    offer.reasonNeeded = m_parts.kube != nullptr && m_parts.kube->isProtected();
    if (rollout.state() == State::Planned) {
        offer.steps = static_cast<int>(plan->steps.size());
        offer.why = plan->isBlocked()        ? tr("The plan is blocked: see the findings.")
                    : isIdle(rollout)        ? tr("The cluster is as the policy says.")
                    : !staleness().isEmpty() ? tr("The plan is out of date.")
                                             : QString{};
        const bool possible = offer.why.isEmpty();
        const bool writable = m_parts.kube->writableUntil().has_value();
        offer.push = possible && writable;
        offer.unlock = possible && !writable;
    }
    offer.undo = rollout.state() == State::Pushed && !rollout.isUndo() &&
                 stepsDone(rollout.currentPush()->steps()) > 0 &&
                 !rollout.currentPush()->journalFile().isEmpty();
    m_pushBar->setOffer(offer);
    const bool anything = (plan != nullptr && !isIdle(rollout)) || rollout.currentPush() != nullptr;
    m_pushBar->setVisible(anything);
}

QStringList PlanView::touchedComponents() const
{
    QStringList components;
    if (const Plan *plan = m_parts.rollout->currentPlan()) {
        for (const PlanStep &step : plan->steps) {
            if (!step.component.isEmpty() && !components.contains(step.component)) {
                components << step.component;
            }
        }
    }
    return components;
}

void PlanView::refreshReplicas()
{
    std::vector<ReplicaTile> tiles;
    const PolicyAnalysisPtr &analysis = m_parts.document->analysis();
    const QStringList touched = touchedComponents();
    for (const QString &component : touched) {
        const PolicyComponent *one = analysis ? analysis->reading.policy.find(component) : nullptr;
        const QString target =
            one != nullptr && !one->target.name.isEmpty() ? one->target.name : component;
        if (m_parts.kube == nullptr) {
            continue;
        }
        for (const WorkloadRow &row : m_parts.kube->picture().workloads()) {
            if (row.name == target) {
                tiles.push_back({component, row.ready, row.desired, row.min, row.max});
            }
        }
    }
    m_pushBar->replicas()->setTiles(tiles);
    m_pushBar->replicas()->setVisible(!tiles.empty());
}

void PlanView::showSteps()
{
    const Push *push = m_parts.rollout->currentPush();
    if (push == nullptr) {
        return;
    }
    const std::vector<StepResult> &steps = push->steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_model->setProgress(static_cast<int>(i), progressOf(steps[i]));
    }
    refreshMessage();
}

/// Who was second sees at once what the first one changed.
void PlanView::showMeanwhile()
{
    const Push *push = m_parts.rollout->currentPush();
    const bool isSecond = push != nullptr && push->phase() == Push::Phase::Finished &&
                          push->pushedMeanwhile().has_value();
    if (isSecond) {
        const RevisionDiff &diff = *push->pushedMeanwhile();
        m_meanwhile->setDiff(diff.text + objectLines(diff), tr("There is no difference."));
    }
    m_meanwhileCard->setVisible(isSecond);
    fitFindings();
}

void PlanView::retranslate()
{
    m_meanwhile->setAccessibleName(tr("What was pushed meanwhile"));
    m_messageButton->setText(tr("Edit the workspace…"));
    m_findings->setAccessibleName(tr("Findings of the plan"));
    m_tree->setAccessibleName(tr("Objects and fields that would change"));
    m_model->retranslate();
    m_findingModel->retranslate();
    m_pushBar->retranslate();
    m_interrupted->retranslate();
    m_takeButton->retranslate();
    refresh();
}

} // namespace spillway
