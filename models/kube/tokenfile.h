// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QString>

#include <optional>

namespace spillway {

/// A token that somebody else replaces in a file. Read again when it is a minute old, less ten
/// seconds; if that fails, the last good one is kept.
class TokenFile
{
public:
    /// The clock must outlive it.
    TokenFile(QString path, const Clock &clock)
        : m_path(std::move(path))
        , m_clock(&clock)
    {}

    /// An error only if there has never been a good one.
    [[nodiscard]] Result<QString> token();
    /// The server refused it: read again next time.
    void expire() { m_read.reset(); }

private:
    QString m_path;
    const Clock *m_clock;
    QString m_token;
    std::optional<EpochMs> m_read;
};

} // namespace spillway
