// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/plan.h"

#include <QByteArray>
#include <QJsonObject>

namespace spillway {

/// A plan for people at a terminal: where, each step with its fields, findings, the sums. `file` is
/// the policy's, for lines of findings.
[[nodiscard]] QByteArray planText(const Plan &plan, const QString &file);

/// For programs: everything, values of fields and bodies in full.
[[nodiscard]] QJsonObject planJson(const Plan &plan);

/// For a comment on a pull request: GitHub Flavored Markdown.
/// https://github.github.com/gfm/
[[nodiscard]] QByteArray planMarkdown(const Plan &plan);

/// "2 to create, 1 to change, 1 to delete; 5 unchanged" or that there is nothing to do.
[[nodiscard]] QString planSummary(const Plan &plan);

/// A value on one line and not longer than a line: texts of several lines become their number.
[[nodiscard]] QString shortValue(const QJsonValue &value);

} // namespace spillway
