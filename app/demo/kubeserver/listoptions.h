// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"
#include "kubeserver/apirequest.h"

#include <chrono>
#include <optional>
#include <variant>

namespace spillway::demo {

/// The query of a list or watch, checked as the API server checks it. A value.
struct ListOptions
{
    enum class Match { None, Exact, NotOlderThan };

    qint64 limit = 0; ///< 0: everything
    QString continueToken;
    std::optional<quint64> revision; ///< resourceVersion; nullopt: not given
    Match match = Match::None;
    std::optional<bool> sendInitialEvents;
    bool bookmarks = false;
    std::optional<std::chrono::seconds> timeout;             ///< timeoutSeconds of a watch
    std::optional<std::chrono::milliseconds> requestTimeout; ///< timeout=

    [[nodiscard]] static std::variant<ListOptions, ApiStatus> parse(const ApiRequest &request);
};

/// Where a list goes on: the key after which, and in which snapshot (negative: in the newest).
struct ContinueToken
{
    qint64 revision = -1;
    QString start; ///< last key that was given, relative to the namespace

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::variant<ContinueToken, ApiStatus> parse(const QString &text);
};

} // namespace spillway::demo
