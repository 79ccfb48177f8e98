// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"
#include "scaling/schedulelint.h"

#include <QMap>

namespace spillway {

/// What a policy needs from outside to become numbers. Everything has a fallback.
struct PolicyContext
{
    std::vector<DateSpan> calendarDays; ///< of the iCalendar files, read by the caller
    /// By component: p95 of pod scheduled -> ready, for leadTime: measured. 60 s if not known.
    QMap<QString, std::chrono::seconds> measuredLeadTimes;
    HpaController controller;
};

/// The lead time of a component that nobody measured yet.
inline constexpr std::chrono::seconds assumedLeadTime{60};

/// A kafka trigger of it looks at single partitions or their number, which no replay has.
[[nodiscard]] bool asksForPartitions(const PolicyComponent &component);

/// What the API server would fill in is filled in, so that the object that is written and the
/// engine that simulates say the same.
[[nodiscard]] HpaBehavior behaviorOf(const PolicyComponent &component,
                                     const HpaController &controller = {});
/// Engine Hpa. minReplicas and maxReplicas are the base bounds.
[[nodiscard]] HpaSpec hpaSpecOf(const PolicyComponent &component,
                                const HpaController &controller = {});
/// Engine Keda. One trigger a metric, in their order.
[[nodiscard]] KedaSpec kedaSpecOf(const Policy &policy, const PolicyComponent &component,
                                  const HpaController &controller = {});
/// The fallback that is used if the policy names none.
[[nodiscard]] KedaFallback fallbackOf(const PolicyComponent &component);
/// Everything that decides the component's bounds, warm replicas and lead time included.
[[nodiscard]] Schedule scheduleOf(const Policy &policy, const PolicyComponent &component,
                                  const PolicyContext &context);

} // namespace spillway
