// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/planfindings.h"

#include "policy/policyassertions.h"
#include "rollout/findingcollector.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;

} // namespace

void FindingCollector::add(QLatin1String id, Severity severity, const About &about,
                           const QString &text, const QString &advice)
{
    DocumentPosition position;
    if (!about.path.isEmpty()) {
        position = m_picture.input.reading.positions.of(about.path);
    }
    m_findings.push_back({id, severity, about.object, about.component, text, advice, position});
}

FindingCollector::About aboutComponent(std::size_t index, const PolicyComponent &component,
                                       const QString &below)
{
    return {{}, component.name, u"spec.components[%1]"_s.arg(index) + below};
}

std::vector<PlanFinding> findInPlannedPolicy(const PlanInput &input,
                                             const kube::ServerVersion &version)
{
    PolicyContext context = input.context;
    if (version.major == 1 && version.minor > 0) {
        context.controller.kubernetesMinor = version.minor;
    }
    std::vector<PlanFinding> findings;
    const PolicyReading &reading = input.reading;
    for (const PolicyFinding &found :
         findInPolicy(reading.policy, reading.positions, context, input.now)) {
        findings.push_back({found.id,
                            found.severity,
                            {},
                            found.component,
                            found.text,
                            found.advice,
                            found.position});
    }
    for (const AssertionOutcome &outcome :
         runAssertions(reading.policy, reading.positions, context, input.now)) {
        using Status = AssertionOutcome::Status;
        if (outcome.status == Status::Failed) {
            findings.push_back(
                {u"assertion-failed"_s,
                 Severity::Error,
                 {},
                 {},
                 Text::tr("the assertion “%1” fails: %2").arg(outcome.name, outcome.detail),
                 Text::tr("Correct the policy or the assertion."),
                 outcome.position});
        } else if (outcome.status == Status::Undecided) {
            findings.push_back({u"assertion-undecided"_s,
                                Severity::Info,
                                {},
                                {},
                                Text::tr("the assertion “%1” cannot be decided: %2")
                                    .arg(outcome.name, outcome.detail),
                                {},
                                outcome.position});
        }
    }
    return findings;
}

std::vector<PlanFinding> findInPlan(const PlanPicture &picture)
{
    FindingCollector list(picture);
    findAboutObjects(list);
    findAboutOwners(list);
    findAboutScaling(list);
    findAboutCapacity(list);
    findAboutTime(list);
    findAboutCost(list);
    return list.take();
}

std::vector<PlanFinding> sortedFindings(std::vector<PlanFinding> findings)
{
    std::vector<PlanFinding> sorted;
    for (PlanFinding &finding : findings) {
        if (std::find(sorted.begin(), sorted.end(), finding) == sorted.end()) {
            sorted.push_back(std::move(finding));
        }
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const PlanFinding &a, const PlanFinding &b) {
        return a.severity > b.severity;
    });
    return sorted;
}

} // namespace spillway
