// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMetaEnum>

namespace spillway {

/// Qt's role names and those of a model's own enum, which must be a Q_ENUM.
template<typename Role>
[[nodiscard]] QHash<int, QByteArray> withRoles(QHash<int, QByteArray> names)
{
    const QMetaEnum roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        names.insert(roles.value(i), roles.key(i));
    }
    return names;
}

} // namespace spillway
