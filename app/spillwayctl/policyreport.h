// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyassertions.h"
#include "policy/policyfindings.h"

#include <QByteArray>
#include <QJsonObject>

namespace spillway {

/// What validate says about one file.
struct PolicyReport
{
    QString file;
    std::vector<Error> problems;         ///< of the document
    std::vector<PolicyFinding> findings; ///< none if there are problems

    [[nodiscard]] bool ok() const;
};

/// "file:line:column: severity: text. Advice [id]": one line. `file` if the position names none.
[[nodiscard]] QByteArray findingLine(const QString &file, const DocumentPosition &position,
                                     PolicyFinding::Severity severity, const QString &text,
                                     const QString &advice, const QString &id);
/// A line for each, as compilers write them: "policy.yaml:12:9: error: ...".
[[nodiscard]] QByteArray reportText(const PolicyReport &report);
[[nodiscard]] QJsonObject reportJson(const PolicyReport &report);

/// A line for each assertion and one with the sums.
[[nodiscard]] QByteArray outcomesText(const std::vector<AssertionOutcome> &outcomes);

} // namespace spillway
