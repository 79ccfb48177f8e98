// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/labelset.h"
#include "metrics/queryresult.h"
#include "prometheus/apianswer.h"

#include <simdjson.h>

#include <functional>
#include <string>

/// \file Private to this folder: the envelope every JSON answer of the API has, and readers of the
/// small things inside. The readers throw simdjson_error or ContentProblem; readEnvelope() turns
/// both into an Error, so no exception leaves the folder.

namespace spillway::envelope {

using JsonValue = simdjson::ondemand::value;

/// Valid JSON that is not what the API documents.
struct ContentProblem
{
    QString why;
};

/// The same bytes with the spare capacity simdjson needs; a copy only if there is none.
[[nodiscard]] QByteArray padded(const QByteArray &body);

/// Checks status, content type and envelope, and calls readData on the "data" member while the
/// document is read (it may come before an error is seen: use what it collected only if the result
/// is ok). A 204 is success without a call.
[[nodiscard]] Result<DataNotes> readEnvelope(const ApiAnswer &answer, const QByteArray &body,
                                             const std::function<void(JsonValue &)> &readData);

[[nodiscard]] QString text(JsonValue value);
[[nodiscard]] std::string utf8(JsonValue value);
/// Strings of an array; null counts as empty.
[[nodiscard]] QStringList texts(JsonValue value);
[[nodiscard]] LabelSet labelSet(JsonValue value);
/// A number, or text that holds one, such as "0.25" or "+Inf".
[[nodiscard]] double number(JsonValue value);
[[nodiscard]] bool isNull(JsonValue &value);

} // namespace spillway::envelope
