// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timeselection.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QWidget>

#include <chrono>
#include <vector>

namespace spillway {

class Clock;
class Connection;
class DashboardLibrary;
class KubeConnection;
class PolicyHistory;
class ThemeController;
class TimeCursor;

/// Values of dashboard variables by name; several for a multi-value variable.
using PageVariables = QMap<QString, QStringList>;

/// What a page may use. All pointers outlive the page; when one changes (another workspace is
/// opened), pages are made anew. connection is null if no workspace is open.
struct PageContext
{
    Connection *connection = nullptr;
    KubeConnection *kube = nullptr; ///< of the same workspace; null in tests of other pages
    DashboardLibrary *library = nullptr;
    PolicyHistory *policies = nullptr; ///< null: nothing is remembered
    TimeCursor *cursor = nullptr;
    ThemeController *theme = nullptr;
    const Clock *clock = nullptr; ///< the server's time; never null in a page
};

/// How all pages of a window look at the data; set by the window as one value.
struct PageView
{
    TimeSelection time;
    QTimeZone zone = QTimeZone::utc();
    QTimeZone secondZone;                     ///< a second axis; invalid = none
    std::chrono::milliseconds refresh{30000}; ///< 0 = off or paused
    bool compareLastWeek = false;

    friend bool operator==(const PageView &, const PageView &) = default;
};

/// Something on a page that the command palette can find: a panel, a table row.
struct PageItem
{
    QString id;
    QString title;
    QString detail; ///< what it is, translated: "Panel"
};

/// One page of the main window: shows one subject (overview, a component, cost). Created when first
/// visited, hidden pages get setActive(false) and must not ask for data. GUI thread.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);
    ~Page() override;

    /// Stable, in links and on the command line: "overview", "component-rag-worker".
    [[nodiscard]] virtual QString id() const = 0;
    /// Translated, plain text.
    [[nodiscard]] virtual QString title() const = 0;

    /// The time, zones, refresh interval and comparison; calls viewChanged() if anything is new.
    void setView(const PageView &view);
    [[nodiscard]] const PageView &view() const { return m_view; }
    /// The range to show, by the server's clock.
    [[nodiscard]] TimeRange currentRange() const;

    /// Of a deep link; unknown names are kept out of queries but stay in the link.
    virtual void setVariables(const PageVariables &variables);
    [[nodiscard]] virtual PageVariables variables() const;

    /// Shown now. Default: keeps the flag and calls activeChanged().
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

    /// Asks for all data again, now.
    virtual void refresh();
    /// Asks also for what is scrolled out of sight, for a picture of the whole page. Default:
    /// nothing.
    virtual void setComplete(bool complete);
    /// Shown on a wall, where nobody scrolls or edits. Default: nothing.
    virtual void setWall(bool wall);
    /// True when nothing shown waits for its first data: no panel is Refreshing.
    [[nodiscard]] virtual bool isSettled() const;
    /// For --grab: {"panels": [{"id", "title", "state", "series", "samples", "warnings",
    /// "error"}]}.
    [[nodiscard]] virtual QJsonObject summary() const;
    /// True if the time range and refresh controls of the window mean something to this page.
    [[nodiscard]] virtual bool usesTime() const;
    /// True if "save page as picture" and wall mode make sense.
    [[nodiscard]] virtual bool isPrintable() const;

    /// There is something that would be lost with the page. Default: no.
    [[nodiscard]] virtual bool hasUnsavedEdits() const;
    /// Saves that; false if it could not be done at once. Default: nothing, true.
    virtual bool saveEdits();

    /// What the palette can find on this page, and going there (scroll, focus).
    [[nodiscard]] virtual std::vector<PageItem> items() const;
    virtual void showItem(const QString &itemId);

Q_SIGNALS:
    /// isSettled() became true.
    void settled();
    void titleChanged();
    void variablesChanged();
    /// A zoom or pan on a chart: the window changes the time of all pages, with undo.
    void timeRequested(const spillway::TimeSelection &time);
    /// A click that leads elsewhere: another page, maybe with variables.
    void pageRequested(const QString &pageId, const spillway::PageVariables &variables);
    /// The workspace lacks something: open its editor.
    void workspaceEditRequested();
    /// One line for the status bar, plain text.
    void message(const QString &text);

protected:
    [[nodiscard]] const PageContext &context() const { return m_context; }
    /// The view is another; default: nothing.
    virtual void viewChanged();
    /// Shown or hidden; default: nothing.
    virtual void activeChanged();
    /// The language changed: set all texts again. Called by changeEvent; default: nothing.
    virtual void retranslate();
    void changeEvent(QEvent *event) override;

private:
    PageContext m_context;
    PageView m_view;
    bool m_active = false;
};

} // namespace spillway
