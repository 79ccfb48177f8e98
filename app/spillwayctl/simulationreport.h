// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyoutlook.h"
#include "policy/policysimulation.h"
#include "policy/tagcost.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// One decision of the autoscaler in words, for --explain.
struct ExplainedDecision
{
    QString component;
    ReplayDecision decision;
    QStringList sentences;
};

/// A simulation with all that is said about it.
struct SimulationReport
{
    Simulation simulation;
    PolicyOutlook today;
    std::optional<PolicyOutlook> edited; ///< with an edited policy
    std::vector<TagCost> tags;
    std::vector<TagCost> editedTags; ///< with an edited policy
    HpaController controller;        ///< whose rules decided
    TimeGrid recorded;               ///< of the history, to which the marks of the fits belong
    QString currency;
    double growth = 1;
    std::vector<ExplainedDecision> explained;
};

/// For people: a table of the components, the comparison if there is one, then sentences.
[[nodiscard]] QByteArray simulationText(const SimulationReport &report);
/// For programs: docs/simulate.md describes the fields. Unknown numbers are null.
[[nodiscard]] QJsonObject simulationJson(const SimulationReport &report);

} // namespace spillway
