// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "pages/pushbar.h"
#include "rollout/policyrollout.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace spillway {

class ClusterBanner;
class DiffView;
class FindingList;
class FindingModel;
class InterruptedPushBar;
class KubeConnection;
class PlanModel;
class PlanTree;
class PolicyDocument;
class TakeOverButton;

/// What a push would change, the push itself, and how it went. Nothing is asked of the cluster
/// before somebody wants a plan, and nothing is written that was not shown. GUI thread.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    /// All but kube are there; they must outlive it. kube null: there is no cluster to plan for.
    struct Parts
    {
        PolicyDocument *document = nullptr;
        PolicyRollout *rollout = nullptr;
        KubeConnection *kube = nullptr;
        const Clock *clock = nullptr;
    };
    explicit PlanView(const Parts &parts, QWidget *parent = nullptr);
    ~PlanView() override;

    /// A plan of the text as it is; does nothing while that is not possible.
    void makePlan();
    /// The way back of a push, as a plan.
    void planUndo(const PushRecord &push);
    /// Unlocks first if need be.
    void startPush();
    /// Ages and countdowns; once a second while shown.
    void tick();
    void retranslate();

    /// Why the plan shown must not be pushed any more; empty: it may.
    [[nodiscard]] QString staleness() const;
    [[nodiscard]] bool canPlan() const;
    [[nodiscard]] PlanModel *model() const { return m_model; }
    [[nodiscard]] PlanTree *tree() const { return m_tree; }
    [[nodiscard]] FindingList *findings() const { return m_findings; }
    [[nodiscard]] PushBar *pushBar() const { return m_pushBar; }
    /// What somebody else pushed since the plan was made; hidden if nobody did.
    [[nodiscard]] DiffView *meanwhile() const { return m_meanwhile; }
    [[nodiscard]] ClusterBanner *banner() const { return m_banner; }
    [[nodiscard]] QPushButton *planButton() const { return m_planButton; }
    [[nodiscard]] InterruptedPushBar *interrupted() const { return m_interrupted; }
    /// Heading, facts and message, for tests.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void placeActivated(const spillway::DocumentPosition &position);
    void workspaceEditRequested();
    void message(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeBody();
    void connectParts();
    void refresh();
    void noteCluster();
    void refreshHead();
    void refreshMessage();
    void refreshOffer();
    void refreshReplicas();
    void showPlan();
    void showSteps();
    void showMeanwhile();
    void fitFindings();
    void planned();
    void unlock();
    void push();
    void undo();
    void resume(const QString &journalFile);
    void toggleTakeOver(int step);
    void planAgain();
    [[nodiscard]] QString whyNoPlan() const;
    [[nodiscard]] QString clusterMark() const;
    [[nodiscard]] QStringList touchedComponents() const;

    Parts m_parts;
    ClusterBanner *m_banner = nullptr;
    InterruptedPushBar *m_interrupted;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_stale;
    QPushButton *m_planButton;
    TakeOverButton *m_takeButton;
    QProgressBar *m_progress;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QPushButton *m_messageButton;
    QSplitter *m_splitter;
    FindingModel *m_findingModel;
    FindingList *m_findings;
    QWidget *m_findingCard = nullptr;
    PlanModel *m_model;
    PlanTree *m_tree;
    DiffView *m_meanwhile;
    QWidget *m_meanwhileCard = nullptr;
    PushBar *m_pushBar;
    bool m_fitsFindings = true; ///< until somebody moves the handle
    QSet<QString> m_takeOver;
    /// clusterMark() when the plan was made; none: the picture was not complete then.
    std::optional<QString> m_plannedMark;
    std::optional<PushRecord> m_undoing;
    PolicyRollout::State m_shown = PolicyRollout::State::Idle;
};

} // namespace spillway
