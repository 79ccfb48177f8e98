// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace spillway {

/// The format as JSON Schema 2020-12, made from the table of fields (policyfields.h), for
/// `spillwayctl schema` and for editors. What several fields mean together is not in it.
/// https://json-schema.org/draft/2020-12/schema
[[nodiscard]] QJsonObject policySchema();

} // namespace spillway
