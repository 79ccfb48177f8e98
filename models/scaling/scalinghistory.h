// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/quota.h"
#include "scaling/servicefit.h"
#include "scaling/timegrid.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace spillway {

/// What was recorded of the calls to one model.
struct ModelHistory
{
    QString model;
    double calls = 0; ///< that were not refused, over the whole time
    TokenUse use;     ///< of a mean call
    /// As a gauge of the provider's limits says; 0: not known.
    double requestsPerMinute = 0;
    double tokensPerMinute = 0;
};

/// What was recorded of one external API.
struct ToolHistory
{
    QString tool;
    double calls = 0; ///< over the whole time
    double p50Seconds = 0;
    GridColumn failureShare; ///< 0..1
};

/// What was recorded of one component, by the steps of the history's grid; NaN = unknown. A column
/// that was not recorded is empty.
struct ComponentHistory
{
    QString name;
    ServiceHistory service; ///< requests: all that were made, those refused with 429 too
    GridColumn replicas;    ///< asked for
    GridColumn answered;    ///< LLM calls a second that were not refused
    GridColumn backlog;     ///< messages that wait; empty: there is no queue
    std::vector<ModelHistory> models;
    std::vector<ToolHistory> tools;
    double requestedGib = 0; ///< memory of one replica
    double usedGib = 0;      ///< on the mean

    /// What arrives from outside or from other components. Behind a queue: what was answered and
    /// what the queue grew by, smoothed over five minutes; a retry is no new request.
    [[nodiscard]] GridColumn arrivals(const TimeGrid &grid) const;
};

/// What Prometheus (or a trace) knows of a system over a span of time.
struct ScalingHistory
{
    TimeGrid grid;
    std::vector<ComponentHistory> components;
    QStringList notes; ///< translated sentences: what is missing or doubtful

    /// Null if there is none of that name.
    [[nodiscard]] const ComponentHistory *find(const QString &name) const;
    [[nodiscard]] ComponentHistory *find(const QString &name);
};

} // namespace spillway
