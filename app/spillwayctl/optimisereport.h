// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/optimiser.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace spillway {

/// The Pareto front for people: one row a point, what it changes and why it is there.
[[nodiscard]] QByteArray optimiserText(const OptimiserProblem &problem,
                                       const OptimiserResult &result, const QString &currency);
/// For programs; docs/simulate.md describes the fields.
[[nodiscard]] QJsonObject optimiserJson(const OptimiserProblem &problem,
                                        const OptimiserResult &result, const QString &currency);

} // namespace spillway
