// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/goobject.h"

#include <QJsonValue>
#include <QString>

namespace spillway::demo {

struct ScalarRead
{
    QJsonValue value{QJsonValue::Undefined};
    bool mismatch = false; ///< another type of JSON value, or a number that does not fit
    QString error;         ///< another reason why it cannot be read
};

/// One scalar as the Go type of its schema reads and writes it.
[[nodiscard]] ScalarRead readScalar(const SchemaNode &schema, const QJsonValue &value,
                                    DecodeMode mode);
/// "string", "number 4294967302", ... as encoding/json names what it found.
[[nodiscard]] QString jsonTypeName(const QJsonValue &value, const SchemaNode &wanted);
/// "int32", "map[string]string", ...
[[nodiscard]] QString goTypeOf(const SchemaNode &schema);

} // namespace spillway::demo
