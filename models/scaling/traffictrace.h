// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "scaling/timegrid.h"

#include <QByteArrayView>
#include <QMap>
#include <QString>

namespace spillway {

/// Traffic that was not read from Prometheus: requests a second by component, on one grid of 15 s.
struct TrafficTrace
{
    TimeGrid grid;
    QMap<QString, GridColumn> requests; ///< by component; NaN = unknown
};

/// Larger files are refused: 28 days of 20 components by the minute are 40 MB.
inline constexpr qsizetype maxTraceBytes = qsizetype{128} << 20;

/// Reads a CSV file with the head "time,component,requests_per_second". time is RFC 3339 or unix
/// seconds and rises within a component; a value holds until the component's next row, but no
/// longer than one and a half times the usual distance of its rows: beyond that, and after an empty
/// or NaN value, the traffic is unknown. Lines that start with # are comments. Pure; any thread.
/// Errors: InvalidDocument with the line; TooLarge for more than maxTraceBytes, or components and
/// days that together are more than can be held. The format is described in docs/simulate.md.
[[nodiscard]] Result<TrafficTrace> readTrafficTrace(QByteArrayView bytes, const QString &file);

} // namespace spillway
