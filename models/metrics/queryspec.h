// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace spillway {

/// One query of a panel, as it stands in a dashboard: variables ($job, $__rate_interval) not yet
/// filled in.
struct QuerySpec
{
    QString id;     ///< unique in its panel: "A", "errors"
    QString expr;   ///< PromQL with variables; $metric(name[,part]) names a logical metric
    QString legend; ///< template with {{label}}; empty = label set
    bool instant = false;
    std::chrono::milliseconds offset{0}; ///< asks for the past: 7 d for "the same time last week"

    friend bool operator==(const QuerySpec &, const QuerySpec &) = default;
};

} // namespace spillway
