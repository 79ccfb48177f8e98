// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "metrics/queryspec.h"
#include "metrics/timeselection.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace spillway {

class Connection;

/// What a panel wants to show. The variables of the dashboard are already filled in; the feed fills
/// in $__interval, $__rate_interval, $__range and $metric(name[,bucket|sum|count]).
struct PanelRequest
{
    std::vector<QuerySpec> queries;
    /// Resolved anew for each refresh, by the server's clock.
    TimeSelection time = TimeSelection::last(std::chrono::hours{1});
    QTimeZone zone = QTimeZone::utc();    ///< in which days and months of `time` begin
    int maxPoints = 1000;                 ///< about the width of the plot in pixels
    std::chrono::milliseconds minStep{0}; ///< 0 = the scrape interval

    friend bool operator==(const PanelRequest &, const PanelRequest &) = default;
};

/// The data of one panel: asks, keeps, merges, and says in which of the seven states it is.
/// Never starts a request while the panel is hidden or while the same one is in flight; a late
/// answer to an old request is dropped. GUI thread. Made by Connection::createFeed().
class PanelFeed final : public QObject
{
    Q_OBJECT
public:
    /// `connection` must outlive the feed or be deleted with it.
    explicit PanelFeed(Connection &connection, QObject *parent = nullptr);
    ~PanelFeed() override;

    /// A request equal to the current one does nothing. Old data stays (state Refreshing) until the
    /// new data is there if queries and units are the same and only the range moved or zoomed; new
    /// queries start empty.
    void setRequest(const PanelRequest &request);
    [[nodiscard]] const PanelRequest &request() const;

    /// Hidden feeds (the default) ask nothing; becoming visible refreshes what is out of date.
    void setVisible(bool visible);
    [[nodiscard]] bool isVisible() const;

    /// Asks now, in full for queries that failed, else for what is new.
    void refresh();
    /// Asks for the whole range again, forgetting the cache.
    void reload();

    [[nodiscard]] const PanelSnapshot &snapshot() const;
    /// Neither in flight nor waiting for a first answer: what is shown will not change by itself
    /// before the next refresh.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /// snapshot() is new.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
