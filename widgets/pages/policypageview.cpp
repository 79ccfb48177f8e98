// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of PolicyPage that answers the window: links, pictures, time, language.
#include "charts/timecursor.h"
#include "connection/kubeconnection.h"
#include "core/clock.h"
#include "itemmodels/findingmodel.h"
#include "itemmodels/policydocument.h"
#include "itemmodels/policyhistory.h"
#include "pages/interruptedpushbar.h"
#include "pages/planview.h"
#include "pages/policyemptyview.h"
#include "pages/policyfilebar.h"
#include "pages/policypage.h"
#include "pages/policytextview.h"
#include "pages/policytimelineview.h"
#include "pages/revisionsview.h"
#include "rollout/policyrollout.h"

#include <QAction>
#include <QJsonArray>
#include <QTabWidget>

namespace spillway {

using namespace Qt::StringLiterals;

QString PolicyPage::pageId()
{
    return u"policy"_s;
}

QString PolicyPage::pageTitle()
{
    return tr("Policy");
}

QString PolicyPage::id() const
{
    return pageId();
}

QString PolicyPage::title() const
{
    return pageTitle();
}

QWidget *PolicyPage::viewOf(const QString &name) const
{
    return name == u"text"        ? static_cast<QWidget *>(m_text)
           : name == u"timeline"  ? m_timeline
           : name == u"plan"      ? static_cast<QWidget *>(m_plan)
           : name == u"revisions" ? m_revisions
                                  : nullptr;
}

QString PolicyPage::nameOf(const QWidget *view) const
{
    return view == m_text       ? u"text"_s
           : view == m_timeline ? u"timeline"_s
           : view == m_plan     ? u"plan"_s
                                : u"revisions"_s;
}

void PolicyPage::setVariables(const PageVariables &variables)
{
    if (QWidget *view = viewOf(variables.value(u"tab"_s).value(0))) {
        showTab(view);
    }
}

PageVariables PolicyPage::variables() const
{
    return {{u"tab"_s, {nameOf(m_tabs->currentWidget())}}};
}

void PolicyPage::refresh()
{
    m_document->analyse();
    if (context().kube != nullptr) {
        context().kube->tryAgain();
    }
    if (m_tabs->currentWidget() == m_revisions) {
        m_revisions->read();
    }
}

bool PolicyPage::isSettled() const
{
    return (!m_document->isOpen() || m_document->isAnalysisCurrent()) && !m_rollout->isBusy();
}

QJsonObject PolicyPage::summary() const
{
    const PolicyAnalysisPtr &analysis = m_document->analysis();
    QString state = u"empty"_s;
    if (m_document->isOpen()) {
        state = analysis && !analysis->ok() ? u"invalid"_s : u"live"_s;
    }
    QJsonObject summary{
        {u"panels"_s,
         QJsonArray{QJsonObject{{u"id"_s, pageId()}, {u"title"_s, title()}, {u"state"_s, state}}}},
        {u"file"_s, m_document->file()},
        {u"modified"_s, m_document->isModified()}};
    if (analysis) {
        summary.insert(u"problems"_s, static_cast<int>(analysis->reading.problems.size()));
        summary.insert(u"findings"_s, static_cast<int>(analysis->findings.size()));
        summary.insert(u"components"_s, static_cast<int>(analysis->timelines.size()));
    }
    if (const Plan *plan = m_rollout->currentPlan()) {
        summary.insert(u"steps"_s, static_cast<int>(plan->steps.size()));
        summary.insert(u"blocked"_s, plan->isBlocked());
    }
    return summary;
}

bool PolicyPage::usesTime() const
{
    return false;
}

/// Components and tabs: "go to".
std::vector<PageItem> PolicyPage::items() const
{
    std::vector<PageItem> found;
    for (int i = 0; i < m_tabs->count(); ++i) {
        found.push_back({nameOf(m_tabs->widget(i)), m_tabs->tabText(i), tr("Part of the policy")});
    }
    if (const PolicyAnalysisPtr &analysis = m_document->analysis()) {
        for (const PolicyComponent &component : analysis->reading.policy.components) {
            found.push_back(
                {u"component "_s + component.name, component.name, tr("Component of the policy")});
        }
    }
    return found;
}

void PolicyPage::showItem(const QString &itemId)
{
    if (QWidget *view = viewOf(itemId)) {
        showTab(view);
        return;
    }
    const PolicyAnalysisPtr &analysis = m_document->analysis();
    if (!analysis) {
        return;
    }
    const std::vector<PolicyComponent> &components = analysis->reading.policy.components;
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (itemId == u"component "_s + components[i].name) {
            showPlace(analysis->reading.positions.of(u"spec.components[%1]"_s.arg(i)));
        }
    }
}

void PolicyPage::viewChanged()
{
    m_timeline->band()->setZones(view().zone, view().secondZone);
}

void PolicyPage::activeChanged()
{
    if (context().kube != nullptr) {
        context().kube->setLooking(this, isActive());
    }
    if (!isActive()) {
        m_tick.stop();
        return;
    }
    m_tick.start();
    updateCluster();
    m_plan->tick();
    if (const PolicyAnalysisPtr &analysis = m_document->analysis();
        analysis && !analysis->span.contains(context().clock->now() - 1)) {
        m_document->analyse(); // another day
    }
}

void PolicyPage::updateMarks()
{
    std::vector<TimeMark> marks;
    for (const Revision &revision : m_rollout->revisions()) {
        marks.push_back(
            {revision.time, tr("push %1", "number of the revision").arg(revision.number)});
    }
    if (context().cursor != nullptr) {
        context().cursor->setMarks(marks); // on all charts of the window
    }
    m_timeline->band()->setMarks(std::move(marks));
    const PolicyAnalysisPtr &analysis = m_document->analysis();
    if (analysis && !m_rollout->isReadingRevisions()) {
        m_rollout->lookForInterrupted(analysis->reading.policy.nameSpace);
    }
}

void PolicyPage::retranslate()
{
    m_save->setText(tr("Save"));
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    for (const auto &[action, text] : {std::pair{"planPolicy"_L1, tr("Plan the changes")},
                                       std::pair{"nextProblem"_L1, tr("Next problem")},
                                       std::pair{"previousProblem"_L1, tr("Previous problem")}}) {
        findChild<QAction *>(action)->setText(text);
    }
    const auto name = [this](QWidget *view, const QString &text) {
        if (const int index = m_tabs->indexOf(view); index >= 0) {
            m_tabs->setTabText(index, text);
        }
    };
    name(m_text, tr("Text"));
    name(m_timeline, tr("Timeline"));
    name(m_plan, tr("Plan"));
    name(m_revisions, tr("Revisions"));
    if (context().policies != nullptr) {
        m_bar->setRecent(context().policies->recent());
        m_empty->setRecent(context().policies->recent());
    }
    m_bar->retranslate();
    m_empty->retranslate();
    m_text->retranslate();
    m_timeline->retranslate();
    m_plan->retranslate();
    m_revisions->retranslate();
}

} // namespace spillway
