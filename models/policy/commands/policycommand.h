// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace spillway {

/// One undoable change of a policy's text, as a form or a drag in the calendar makes it. Pure: it
/// takes a text and gives a text; who keeps the stack decides when.
class PolicyCommand
{
public:
    /// `value` is YAML on one line (policytext.h).
    [[nodiscard]] static PolicyCommand set(const QString &path, const QString &value);
    [[nodiscard]] static PolicyCommand insert(const QString &list, std::size_t index,
                                              const QString &value);
    [[nodiscard]] static PolicyCommand remove(const QString &path);

    /// For the menu "Undo ...": translated.
    [[nodiscard]] QString text() const;
    /// The text after the change; remembers the one before. Errors as in policytext.h.
    [[nodiscard]] Result<QByteArray> redo(const QByteArray &before);
    /// The text before the change. Conflict if `after` is not what redo() gave: somebody typed
    /// meanwhile.
    [[nodiscard]] Result<QByteArray> undo(const QByteArray &after) const;
    /// Takes the later command in if both set the same value, so that typing a number is one step.
    /// Both must have been done.
    bool mergeWith(const PolicyCommand &later);

private:
    enum class Kind : std::uint8_t { Set, Insert, Remove };
    PolicyCommand() = default;

    Kind m_kind = Kind::Set;
    QString m_path;
    QString m_value;
    std::size_t m_index = 0;
    QByteArray m_before;
    QByteArray m_after;
};

} // namespace spillway
