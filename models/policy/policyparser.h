// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"
#include "policy/policy.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <vector>

namespace spillway {

/// Where each value of a policy file stands, by its field path ("spec.components[2].replicas.min").
class PolicyPositions
{
public:
    PolicyPositions() = default;
    explicit PolicyPositions(const YamlDocument &document);

    /// Of the value, or of the nearest value around it that is in the file.
    [[nodiscard]] DocumentPosition of(const QString &path) const;
    [[nodiscard]] bool contains(const QString &path) const { return m_places.contains(path); }
    [[nodiscard]] QStringList paths() const { return m_places.keys(); }

private:
    void add(const YamlValue &value, const QString &path);

    QString m_file;
    QHash<QString, std::pair<int, int>> m_places;
};

/// What reading a policy file gives. With problems, the policy holds what could be read: good for
/// an editor, not for a plan.
struct PolicyReading
{
    Policy policy;
    std::vector<Error> problems; ///< all of them, in the order of the file
    PolicyPositions positions;

    [[nodiscard]] bool ok() const { return problems.empty(); }
};

/// Reads a policy file. `file` is only named in problems. Bytes to values; any thread.
[[nodiscard]] PolicyReading parsePolicy(QByteArrayView bytes, const QString &file);

} // namespace spillway
