// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace spillway::demo {

/// What a client wants its answer to look like, from its Accept header. A value.
struct AcceptedForm
{
    enum class Encoding { Json, Yaml };
    /// What the object is shown as.
    enum class Shape { Object, Table, PartialMetadata, PartialMetadataList, Discovery };

    Encoding encoding = Encoding::Json;
    Shape shape = Shape::Object;
    bool pretty = false;
};

/// The first entry of the header that can be served, as the API server chooses it: in order of
/// quality, then of place. Nothing wanted is JSON. nullopt: 406.
/// `shapes` tells whether Table and PartialObjectMetadata are served there; `discovery` whether
/// APIGroupDiscoveryList is.
struct AcceptRules
{
    bool shapes = true;
    bool discovery = false;
    bool yaml = true;
};
[[nodiscard]] std::optional<AcceptedForm> chooseForm(const QByteArray &accept,
                                                     const AcceptRules &rules);
/// Does some entry name a type that the server has, whatever its parameters say?
[[nodiscard]] bool namesServedType(const QByteArray &accept);

} // namespace spillway::demo
