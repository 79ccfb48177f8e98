// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace spillway::kube {

/// One event of a watch, undecoded.
struct WatchLine
{
    enum class Type { Added, Modified, Deleted, Bookmark, Error };
    Type type = Type::Error;
    QByteArray object; ///< JSON
    friend bool operator==(const WatchLine &, const WatchLine &) = default;
};

/// {"type": ..., "object": ...}; members in any order.
[[nodiscard]] Result<WatchLine> decodeWatchLine(const QByteArray &line);

/// Puts lines together from pieces that end anywhere, also inside a character.
class LineBuffer
{
public:
    /// The lines that are complete now, without line ends; empty ones are left out.
    [[nodiscard]] QList<QByteArray> append(const QByteArray &piece);
    /// What came after the last line end.
    [[nodiscard]] const QByteArray &rest() const { return m_rest; }

private:
    QByteArray m_rest;
};

/// What a BOOKMARK's object, or any other, says about where the watch stands.
struct WatchPosition
{
    QString resourceVersion;
    bool initialEventsEnd = false; ///< annotation k8s.io/initial-events-end
};
[[nodiscard]] Result<WatchPosition> watchPosition(const QByteArray &object);

} // namespace spillway::kube
