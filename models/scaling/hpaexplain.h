// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/hpadecision.h"
#include "scaling/hpaspec.h"

#include <QString>
#include <QStringList>

namespace spillway {

/// A decision in words, one sentence a step from the readings to the result. Translated, plain
/// text.
[[nodiscard]] QStringList explainHpaDecision(const HpaDecision &decision, const HpaSpec &spec,
                                             std::int64_t now);

} // namespace spillway
