// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace spillway::demo {

/// Which of the server's two decoders reads an object: that of bodies, which checks the range of
/// numbers, or that of values merged by the apply path, which cuts them.
enum class DecodeMode : std::uint8_t { Json, Unstructured };

struct DecodedObject
{
    QJsonObject object;  ///< as the server writes it again
    QStringList unknown; ///< paths of fields that the type does not have; left out
    QString error;       ///< in the words of the Go decoders; empty if all is well
};

/// An object as the server's Go types hold it: unknown fields gone, zero values of fields that are
/// always written filled in, empty optional ones left out, quantities in canonical form.
[[nodiscard]] DecodedObject decodeTyped(const SchemaNode &schema, const QJsonObject &object,
                                        DecodeMode mode);

/// A typed object as it comes back from the store, which does not tell an empty list from a missing
/// one: required empty lists are null. Who owns them is settled before that.
[[nodiscard]] QJsonObject asReadBack(const SchemaNode &schema, const QJsonObject &object);

/// A custom resource as its structural schema keeps it: unknown fields pruned, defaults filled.
[[nodiscard]] DecodedObject decodeCustom(const SchemaNode &schema, const QJsonObject &object);

/// "0.5" -> "500m", "1024Mi" -> "1Gi". Empty if it is not a quantity.
[[nodiscard]] QString canonicalQuantity(const QString &text);

} // namespace spillway::demo
