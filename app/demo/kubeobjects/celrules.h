// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace spillway::demo {

/// Why a value breaks a rule of x-kubernetes-validations; nothing if it keeps it. Knows exactly the
/// rules of the definitions that we ship (KEDA, Istio): a CEL interpreter would be larger than all
/// of them. An unknown rule counts as kept.
struct CelFailure
{
    QString prefix; ///< of a rule that cannot be evaluated, else empty
};
[[nodiscard]] std::optional<CelFailure> celFailure(const QString &rule, const QJsonValue &value);

} // namespace spillway::demo
