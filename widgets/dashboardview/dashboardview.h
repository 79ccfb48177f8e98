// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"
#include "dashboardview/panelslot.h"

#include <QJsonObject>
#include <QScrollArea>
#include <QTimer>

#include <memory>
#include <vector>

namespace spillway {

class Connection;
class PanelDrag;
class PanelWidget;
class TimeCursor;

/// A dashboard on screen: a scrolled grid of panels, each with its own feed. Panels out of sight
/// ask for nothing. Shows what it is given; edits are told by signals and come back through
/// setDashboard(). GUI thread.
class DashboardView : public QScrollArea
{
    Q_OBJECT
public:
    explicit DashboardView(Connection *connection, TimeCursor *cursor, QWidget *parent = nullptr);
    ~DashboardView() override;

    /// Panels that stay (by id and kind) keep their data.
    void setDashboard(const Dashboard &dashboard);
    [[nodiscard]] const Dashboard &dashboard() const { return m_dashboard; }
    void setLook(const DashboardLook &look);
    /// Not active: no panel asks for data.
    void setActive(bool active);
    void setEditing(bool editing);
    /// Panels fill the height of the view, if they can, and nothing else is shown: for a wall.
    void setFitting(bool fitting);
    [[nodiscard]] bool isEditing() const { return m_editing; }
    void refresh();

    /// Every panel in sight has an answer.
    [[nodiscard]] bool isSettled() const;
    /// {"panels": [{"id", "title", "kind", "state", "series", "samples", "warnings", "error"}]}
    [[nodiscard]] QJsonObject summary() const;
    [[nodiscard]] PanelWidget *panelWidget(const QString &id) const;
    /// Scrolls it into sight and gives it the focus.
    void showPanel(const QString &id);
    /// Shows one panel over the whole view; empty = the grid again.
    void setFullScreenPanel(const QString &id);
    [[nodiscard]] const QString &fullScreenPanel() const { return m_fullScreen; }
    /// All panels are asked for data, also those out of sight (a picture of the whole page).
    void setAllVisible(bool all);
    /// Something small after the last panel, at the right; hidden in full screen. Becomes a child.
    void setFooter(QWidget *footer);

Q_SIGNALS:
    void settled();
    void panelMoved(const QString &panelId, const spillway::GridRect &place);
    void panelResized(const QString &panelId, const spillway::GridRect &place);
    void panelEditRequested(const QString &panelId);
    void panelRemoveRequested(const QString &panelId);
    void panelExplainRequested(const QString &panelId);
    /// A row was clicked: of a matrix (the name of a component), of a state timeline (of its
    /// series).
    void rowActivated(const QString &panelId, const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    using Slot = std::unique_ptr<PanelSlot>;

    Slot makeSlot(const spillway::Panel &panel);
    void layoutPanels();
    void updateVisibility();
    void tick();
    void slotChanged();
    [[nodiscard]] QJsonObject panelSummary(const PanelSlot &slot) const;

    Connection *m_connection;
    TimeCursor *m_cursor;
    QWidget *m_canvas;
    QWidget *m_footer = nullptr;
    PanelDrag *m_drag;
    Dashboard m_dashboard;
    DashboardLook m_look;
    std::vector<Slot> m_slots; ///< in the order of the dashboard's panels
    QTimer m_tick;             ///< ages of the data
    QTimer m_widthSettled;
    QString m_fullScreen;
    bool m_active = false;
    bool m_editing = false;
    bool m_fitting = false;
    bool m_allVisible = false;
    bool m_wasSettled = false;
    bool m_hasSize = false; ///< shown and laid out
};

} // namespace spillway
