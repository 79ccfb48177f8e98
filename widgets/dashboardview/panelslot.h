// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelfeed.h"
#include "dashboards/dashboard.h"
#include "dashboards/variables.h"
#include "metrics/timeselection.h"
#include "panels/panelwidget.h"

#include <QObject>
#include <QPointer>

namespace spillway {

class Connection;

/// How a dashboard is being looked at; one value for all its panels.
struct DashboardLook
{
    TimeSelection time;
    QTimeZone zone = QTimeZone::utc();
    QTimeZone secondZone; ///< invalid = none
    bool compareLastWeek = false;
    VariableValues variables;        ///< of the dashboard
    QMap<QString, QString> rowNames; ///< of jobs and workloads: the components
};

/// One panel of a view: its widget, and the feed that brings its data. GUI thread; owned by the
/// view.
class PanelSlot final : public QObject
{
    Q_OBJECT
public:
    /// connection may be null: then the panel stays empty (a preview). The widget becomes a child
    /// of canvas.
    PanelSlot(const Panel &panel, Connection *connection, QWidget *canvas, QObject *parent);
    ~PanelSlot() override;

    [[nodiscard]] const Panel &panel() const { return m_panel; }
    /// Keeps widget and data where the change allows it; false if the kind is another and a new
    /// slot is needed.
    [[nodiscard]] bool setPanel(const Panel &panel);
    [[nodiscard]] PanelWidget *widget() const { return m_widget; }
    [[nodiscard]] PanelFeed *feed() const { return m_feed; }

    void setLook(const DashboardLook &look);
    /// Only visible panels ask for data.
    void setVisible(bool visible);
    [[nodiscard]] bool isSettled() const;

    /// What is asked for a panel in a look: pure, for tests. width is the panel's, in pixels.
    [[nodiscard]] static PanelRequest request(const Panel &panel, const DashboardLook &look,
                                              int width);

Q_SIGNALS:
    /// The snapshot changed.
    void changed();

private:
    void ask();

    Panel m_panel;
    DashboardLook m_look;
    Connection *m_connection;
    QPointer<PanelWidget> m_widget;
    PanelFeed *m_feed = nullptr;
};

} // namespace spillway
