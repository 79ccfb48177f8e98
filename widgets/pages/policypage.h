// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "pages/page.h"

#include <QTimer>

#include <memory>

class QAction;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace spillway {

class PlanView;
class PolicyDocument;
class PolicyEmptyView;
class PolicyFileBar;
class PolicyRollout;
class PolicyTextView;
class PolicyTimelineView;
class RevisionsView;

/// The policy of a workspace: its text, what it means over the coming weeks, what a push would
/// change in the cluster, and what was pushed before. On a wide window the text stays beside the
/// rest.
class PolicyPage : public Page
{
    Q_OBJECT
public:
    /// context.clock must be there. `file`: opened instead of the one of the workspace.
    explicit PolicyPage(const PageContext &context, const QString &file = {},
                        QWidget *parent = nullptr);
    ~PolicyPage() override;

    [[nodiscard]] static QString pageId();
    [[nodiscard]] static QString pageTitle();
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    /// "tab": text, timeline, plan or revisions.
    void setVariables(const PageVariables &variables) override;
    [[nodiscard]] PageVariables variables() const override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QJsonObject summary() const override;
    [[nodiscard]] bool usesTime() const override;
    [[nodiscard]] std::vector<PageItem> items() const override;
    void showItem(const QString &itemId) override;

    /// Asks first if edits would be lost.
    void openFile(const QString &file);
    void beginExample();
    /// False if it was not saved.
    bool save();

    [[nodiscard]] PolicyDocument &document() { return *m_document; }
    [[nodiscard]] PolicyRollout &rollout() { return *m_rollout; }
    [[nodiscard]] PolicyFileBar *fileBar() const { return m_bar; }
    [[nodiscard]] PolicyEmptyView *emptyView() const { return m_empty; }
    [[nodiscard]] PolicyTextView *textView() const { return m_text; }
    [[nodiscard]] PolicyTimelineView *timelineView() const { return m_timeline; }
    [[nodiscard]] PlanView *planView() const { return m_plan; }
    [[nodiscard]] RevisionsView *revisionsView() const { return m_revisions; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] bool isEmpty() const;
    /// Text beside the rest.
    [[nodiscard]] bool isWide() const { return m_wide; }

protected:
    void viewChanged() override;
    void activeChanged() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void makeActions();
    void goToProblem(bool forwards);
    void connectParts();
    void openFirst(const QString &file);
    void opened();
    void chooseFile();
    bool saveAs();
    void reload();
    [[nodiscard]] bool mayDropDraft();
    [[nodiscard]] bool mayLeaveEdits();
    void showPlace(const DocumentPosition &position);
    void showTab(QWidget *view);
    void arrange();
    void updateState();
    void updateCluster();
    void updateLeadTimes();
    void readRevisions();
    void updateMarks();
    [[nodiscard]] QWidget *viewOf(const QString &name) const;
    [[nodiscard]] QString nameOf(const QWidget *view) const;

    std::unique_ptr<PolicyDocument> m_document;
    std::unique_ptr<PolicyRollout> m_rollout;
    PolicyFileBar *m_bar;
    QStackedWidget *m_stack;
    PolicyEmptyView *m_empty;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    PolicyTextView *m_text;
    PolicyTimelineView *m_timeline;
    PlanView *m_plan;
    RevisionsView *m_revisions;
    QAction *m_save;
    QAction *m_undo;
    QAction *m_redo;
    QTimer m_tick;
    bool m_wide = false;
    bool m_wasSettled = false;
    QString m_revisionsOf; ///< namespace and name of the policy whose revisions were read
};

} // namespace spillway
