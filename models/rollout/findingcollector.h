// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/planfindings.h"

#include <QCoreApplication>
#include <QJsonArray>

/// \file Private to this folder: the parts of findInPlan().

namespace spillway {

/// Collects findings about one plan.
class FindingCollector
{
public:
    explicit FindingCollector(const PlanPicture &picture)
        : m_picture(picture)
    {}

    struct About
    {
        QString object;
        QString component;
        QString path; ///< in the policy; empty: no place
    };
    void add(QLatin1String id, PlanFinding::Severity severity, const About &about,
             const QString &text, const QString &advice = {});

    [[nodiscard]] const PlanPicture &picture() const { return m_picture; }
    [[nodiscard]] std::vector<PlanFinding> take() { return std::move(m_findings); }

private:
    const PlanPicture &m_picture;
    std::vector<PlanFinding> m_findings;
};

/// "spec.components[2]" and the component's name, for the place of a finding.
[[nodiscard]] FindingCollector::About
aboutComponent(std::size_t index, const PolicyComponent &component, const QString &below = {});

void findAboutObjects(FindingCollector &list);
void findAboutOwners(FindingCollector &list);
void findAboutScaling(FindingCollector &list);
void findAboutCapacity(FindingCollector &list);
void findAboutTime(FindingCollector &list);
void findAboutCost(FindingCollector &list);

// The parts of workloads and autoscalers that several of them look at.

/// The containers of a workload's pod template.
[[nodiscard]] QJsonArray templateContainers(const LiveObject &workload);
/// The schedule's ConfigMap in the cluster; null: there is none.
[[nodiscard]] const QJsonObject *liveTimeline(const PlanPicture &picture);
/// The rows of a component as they stand in it: "from to min max why", in seconds.
[[nodiscard]] std::vector<TimelineRow> timelineRowsIn(const QJsonObject &configMap,
                                                      const QString &component);
/// Floor and cap of a component at their lowest and highest over the 400 days from now.
struct BoundsRange
{
    int lowestMin = 0;
    int highestMax = 0;
};
[[nodiscard]] BoundsRange boundsRange(const PlanInput &input, const PolicyComponent &component);
/// What one pod of the template requests, in thousandths of the unit; none if a container says
/// nothing.
[[nodiscard]] std::optional<std::int64_t> podRequest(const LiveObject &workload,
                                                     const QString &resource);

} // namespace spillway
