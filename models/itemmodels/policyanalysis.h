// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyfindings.h"
#include "scaling/schedule.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace spillway {

/// How far ahead the bounds are shown.
inline constexpr int shownDays = 28;

/// The bounds of one component over time, with what decides them.
struct ComponentTimeline
{
    QString component;
    Schedule schedule;
    Timeline timeline;
};

struct PolicyInput
{
    QByteArray text;
    QString file; ///< named in problems; calendar files are beside it. Empty: not saved yet
    QMap<QString, std::chrono::seconds> measuredLeadTimes;
    std::optional<int> kubernetesMinor; ///< of the cluster, for its rules; none: the newest
    EpochMs now = 0;
};

/// Everything that can be said about a text without a cluster.
struct PolicyAnalysis
{
    PolicyInput input;
    PolicyReading reading; ///< problems of calendar files are among its problems
    PolicyContext context;
    /// findInPolicy() and failed assertions (assertion-failed); none while the text has problems.
    std::vector<PolicyFinding> findings;
    TimeRange span; ///< of the timelines: shownDays from today on
    /// Of the components that are scaled, in the order of the file.
    std::vector<ComponentTimeline> timelines;

    [[nodiscard]] bool ok() const { return reading.ok(); }
};

using PolicyAnalysisPtr = std::shared_ptr<const PolicyAnalysis>;

/// Reads the calendar files that the policy names; else pure. Any thread.
[[nodiscard]] PolicyAnalysisPtr analysePolicy(const PolicyInput &input);

} // namespace spillway
