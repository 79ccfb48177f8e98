// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace spillway {

/// What can be said about the end of an unfinished YAML text: inside which maps and lists it is,
/// and what is being typed there. Good for completion, not for reading: it understands block and
/// flow style, quotes, comments and block scalars, and takes anything odd for a plain scalar.
struct YamlContext
{
    struct Level
    {
        enum class Kind : std::uint8_t { Map, List };
        Kind kind = Kind::Map;
        bool flow = false;
        qsizetype indent = 0;  ///< of block style: column of its keys or dashes
        QString key;           ///< of a map: the last one
        bool hasValue = false; ///< of that key, on its own line
        QStringList keys;      ///< of a map: all that were seen
    };
    enum class Place : std::uint8_t {
        Nowhere, ///< in a comment, a text, behind a value
        Key,     ///< of a map: the last level, or one that would begin under its pending key
        Value,   ///< of the last level's key, or an item of its list
    };

    Place place = Place::Nowhere;
    std::vector<Level> levels; ///< outermost first; the last one is the one that is typed in
    qsizetype wordStart = 0;   ///< byte offset of what is being typed
    /// Of a key in block style: its column. Deeper than the last level: a map under its key.
    qsizetype column = 0;

    /// Keys of the maps around the place, the key of its own value included.
    [[nodiscard]] QStringList path() const;
};

/// Looks at everything before the place.
[[nodiscard]] YamlContext yamlContextAtEnd(QByteArrayView before);

/// The keys that follow the place in the same map; best effort.
[[nodiscard]] QStringList yamlKeysBehind(QByteArrayView behind, const YamlContext &context);

} // namespace spillway
