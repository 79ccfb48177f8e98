// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/queryresult.h"
#include "prometheus/apianswer.h"

namespace spillway {

/// The answer of /api/v1/query and /api/v1/query_range as columns. Pure; any thread. Numbers are
/// exact: times to the millisecond without a detour through double, values as std::from_chars
/// gives them, NaN and infinities kept. step stays 0: the asker knows it.
/// Errors: apiError() for an error answer, WrongContent for anything that is not such an answer.
/// https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats
[[nodiscard]] Result<QueryResult> decodeQueryResult(const ApiAnswer &answer);

} // namespace spillway
