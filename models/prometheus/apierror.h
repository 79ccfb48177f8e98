// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "prometheus/apianswer.h"

namespace spillway {

/// True for application/json and its relatives; parameters are ignored.
[[nodiscard]] bool isJsonContent(const QByteArray &contentType);

/// Turns an error answer into an Error with advice: Prometheus' errorType, VictoriaMetrics' number
/// in its place, Mimir's err-mimir-* ids, else the HTTP status. errorType and message are empty if
/// the body was not the API's JSON; then plain text is quoted and of HTML only the title.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
[[nodiscard]] Error apiError(const ApiAnswer &answer, const QString &errorType,
                             const QString &message);

/// The answer is not what a Prometheus API sends, although its status says success.
[[nodiscard]] Error wrongContent(const ApiAnswer &answer, const QString &why);

} // namespace spillway
