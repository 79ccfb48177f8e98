// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace spillway {

/// One thing in a manifest that the API server would refuse in a way that nobody understands, or
/// would not refuse at all.
struct ManifestProblem
{
    enum class Kind : std::uint8_t {
        UnknownField, ///< the apply path answers 500
        WrongType,    ///< the apply path answers 500
        OutOfRange,   ///< the apply path stores another number without a word
        DuplicateKey, ///< two items of a keyed list are the same
        BadQuantity,
        BadTime,
        BadBase64,
        Missing,    ///< a required field
        NotAChoice, ///< a text that is not one of the enum
    };

    Kind kind = Kind::UnknownField;
    QString path;    ///< such as spec.metrics[0].resource.target.averageValue
    QString message; ///< translated, without the path; names the nearest known field
    friend bool operator==(const ManifestProblem &, const ManifestProblem &) = default;
};

/// Checks a manifest against the schema of the cluster (or the shipped one) before it is sent,
/// because the apply path of Kubernetes answers 500 for a user's slip and wraps large integers
/// silently. Pure function, any thread; finds all problems, in the order of the schema's paths.
class ManifestValidator
{
public:
    /// `partial` manifests (server-side apply of some fields) may leave required fields out.
    enum class Extent : std::uint8_t { Whole, Partial };

    [[nodiscard]] static std::vector<ManifestProblem>
    check(const SchemaNode &schema, const QJsonObject &manifest, Extent extent);
};

} // namespace spillway
