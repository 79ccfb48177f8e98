// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"
#include "dashboards/variables.h"
#include "pages/page.h"

#include <QPointer>

#include <memory>

class QAction;
class QLabel;
class QToolButton;

namespace spillway {

class ColdStartStrip;
class BreakerDialog;
class DashboardDocument;
class DashboardView;
class SelectorBar;

/// A page that shows a dashboard of the library, and edits it in place: overview, components and
/// the user's own are all this page with another dashboard.
class DashboardPage : public Page
{
    Q_OBJECT
public:
    /// preset: values of variables that this page fixes (the component, prices of the workspace);
    /// they are not offered.
    DashboardPage(const PageContext &context, QString pageId, QString dashboardId,
                  PageVariables preset, QWidget *parent = nullptr);
    ~DashboardPage() override;

    [[nodiscard]] QString id() const override { return m_pageId; }
    [[nodiscard]] QString title() const override;
    /// A name of the workspace's own, instead of the dashboard's.
    void setName(const QString &name) { m_name = name; }
    /// Shows above the panels how long the pods of that component of the workspace took to start,
    /// if the workspace has a cluster. Once.
    void addColdStarts(const QString &component);
    void setVariables(const PageVariables &variables) override;
    [[nodiscard]] PageVariables variables() const override;
    void refresh() override;
    void setComplete(bool complete) override;
    void setWall(bool wall) override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QJsonObject summary() const override;
    [[nodiscard]] bool hasUnsavedEdits() const override;
    bool saveEdits() override;
    [[nodiscard]] std::vector<PageItem> items() const override;
    void showItem(const QString &itemId) override;

    [[nodiscard]] DashboardView *view() const { return m_view; }
    /// Null if there is none.
    [[nodiscard]] ColdStartStrip *coldStarts() const { return m_coldStarts; }
    /// The circuit breakers, while they are shown; null else.
    [[nodiscard]] BreakerDialog *breakerDialog() const;
    [[nodiscard]] DashboardDocument *document() const { return m_document.get(); }
    void setEditing(bool editing);
    [[nodiscard]] bool isEditing() const { return m_editing; }
    /// Saves the edited dashboard into the user's folder; tells by message() what came of it.
    void save();
    void saveAs();
    /// As a dashboard of one's own beside this one, under a title.
    void saveCopy(const QString &name);

protected:
    void viewChanged() override;
    void activeChanged() override;
    void retranslate() override;

private:
    void makeEditBar();
    void connectView();
    void tellSettled();
    void load();
    void activateRow(const QString &panelId, const QString &name);
    void showBreakers(const QString &breaker);
    [[nodiscard]] bool hasBreakers() const;
    [[nodiscard]] QString service() const;
    [[nodiscard]] QString componentOfBreaker(const QString &row) const;
    void showDocument();
    void showProblems();
    void updateSelectors();
    void fetchValues();
    void choose(const QString &variable, const QStringList &values);
    void updateLook();
    void addPanel();
    void editPanel(const QString &panelId);
    void revert();
    void updateActions();
    void updateBar();
    [[nodiscard]] VariableValues values() const;

    QString m_pageId;
    QString m_dashboardId;
    QString m_name;
    PageVariables m_preset;
    PageVariables m_chosen;
    QMap<QString, QStringList> m_offered; ///< values read from the backend
    std::unique_ptr<DashboardDocument> m_document;
    QWidget *m_bar; ///< selectors and tools; takes no room if there is neither
    QWidget *m_editBar;
    QToolButton *m_editButton; ///< after the last panel, while there is no bar
    SelectorBar *m_selectors;
    QLabel *m_problems;
    ColdStartStrip *m_coldStarts = nullptr;
    DashboardView *m_view;
    QAction *m_edit;
    QAction *m_force; ///< breakers, if the dashboard shows some
    QPointer<BreakerDialog> m_breakers;
    QAction *m_add;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_save;
    QAction *m_saveAs;
    QAction *m_revert;
    bool m_editing = false;
};

} // namespace spillway
