// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/historyqueries.h"
#include "core/clock.h"
#include "prometheus/querygovernor.h"
#include "prometheus/querysource.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace spillway {

/// Gets the past of an environment for a replay: finds out who answers and what exists, then asks
/// for everything, a few questions at a time. Ends in exactly one finished(); deleting it cancels.
/// What the backend lacks becomes a note of the history; only the requests themselves must be
/// there. Errors: those of the source, NotFound if no request was recorded. GUI thread (or the main
/// thread of a headless program); the caller owns it.
class HistoryFetch final : public QObject
{
    Q_OBJECT
public:
    /// source and clock must outlive it. The scrape interval of the request is replaced by what the
    /// backend says.
    HistoryFetch(QuerySource &source, const Clock &clock, HistoryRequest request,
                 QObject *parent = nullptr);
    ~HistoryFetch() override;

    void start();
    /// Only after finished(), once.
    [[nodiscard]] Result<ScalingHistory> takeResult();

Q_SIGNALS:
    /// Answers that came in, of so many.
    void progress(int done, int total);
    void finished();

private:
    void probed();
    void named();
    void ask();
    void answered(std::size_t query, const Result<SharedResult> &result);
    void finish(std::optional<Error> error);
    [[nodiscard]] std::optional<Error> complete();
    void note(const QString &sentence);

    QuerySource &m_source;
    HistoryRequest m_request;
    QueryGovernor m_governor;
    std::unique_ptr<ProbeAnswer> m_probe;
    std::unique_ptr<CatalogAnswer> m_catalog;
    std::unique_ptr<QObject> m_open; ///< owns the running questions
    std::vector<HistoryQuery> m_queries;
    ScalingHistory m_history;
    std::optional<Error> m_error;
    int m_done = 0;
    int m_total = 0;
    bool m_finished = false;
};

} // namespace spillway
