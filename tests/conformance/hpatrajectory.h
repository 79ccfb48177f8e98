// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/hpaengine.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// What the real controller did at one sync.
struct HpaExpectation
{
    std::int32_t desiredReplicas = 0;
    QString ableToScale;
    QString scalingActive;
    QString scalingActiveStatus;
    QString scalingLimited;
    QString scaledToZero; ///< empty: the condition does not exist

    friend bool operator==(const HpaExpectation &, const HpaExpectation &) = default;
};

struct HpaStep
{
    std::optional<std::int32_t> patchMin;
    std::optional<std::int32_t> patchMax;
    std::optional<std::int32_t> setReplicas;
    HpaSync sync; ///< scale.current is filled in by the replay
    HpaExpectation expect;
};

/// One recorded trajectory; tests/data/conformance/FORMAT.md defines the format.
struct HpaTrajectory
{
    QString id;
    HpaController controller;
    HpaSpec spec;
    std::int32_t initialReplicas = 0;
    std::vector<HpaStep> steps;
};

/// One line of a data file.
[[nodiscard]] Result<HpaTrajectory> readHpaTrajectory(const QByteArray &line);

/// Replays it; the text of the first difference, or nothing if every sync agrees.
[[nodiscard]] QString firstDifference(const HpaTrajectory &trajectory);

} // namespace spillway
