// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QObject>
#include <QUndoStack>

#include <vector>

namespace spillway {

/// A dashboard being edited: every change is an undoable command with a text for the menu, and
/// panels never overlap afterwards. Successive moves (or resizes, or titles) of one panel become
/// one command until endGesture(). Ids that do not exist, and changes that change nothing, do
/// nothing. GUI thread.
class DashboardDocument final : public QObject
{
    Q_OBJECT
public:
    explicit DashboardDocument(Dashboard dashboard, QObject *parent = nullptr);

    [[nodiscard]] const Dashboard &dashboard() const { return m_dashboard; }
    [[nodiscard]] const Panel *panel(const QString &id) const;
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    [[nodiscard]] bool isModified() const { return !m_stack.isClean(); }
    /// After a successful save.
    void markSaved() { m_stack.setClean(); }

    /// Puts the panel at the first free place of its size; gives it a new id if its own is taken.
    /// Returns the id.
    QString addPanel(Panel panel);
    void removePanel(const QString &id);
    void movePanel(const QString &id, int column, int row);
    void resizePanel(const QString &id, int columns, int rows);
    void setPanelTitle(const QString &id, const QString &title);
    void setPanelQueries(const QString &id, const std::vector<QuerySpec> &queries);
    void setPanelUnit(const QString &id, const UnitSpec &unit);
    void setThresholds(const QString &id, const std::vector<Threshold> &thresholds);
    /// Everything of a panel but its place, as one command whose text says what changed.
    void setPanel(const Panel &panel);
    /// The next move or resize is a command of its own.
    void endGesture() { ++m_gesture; }

Q_SIGNALS:
    void panelsChanged();
    void modifiedChanged(bool modified);

private:
    friend class PanelsCommand;
    enum class Change { Other, Move, Resize, Title };
    void place(const QString &id, const GridRect &rect, Change change, const QString &text);
    void push(std::vector<Panel> panels, const QString &text, Change change, const QString &id);
    void setPanels(const std::vector<Panel> &panels);

    Dashboard m_dashboard;
    QUndoStack m_stack;
    int m_gesture = 0;
    std::vector<Panel> m_beforeDrag; ///< the layout from which the drag in progress started
    std::vector<Panel> m_afterDrag;  ///< and the layout that it has made up to now
    QString m_dragKey;
};

} // namespace spillway
