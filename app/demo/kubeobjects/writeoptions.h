// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"
#include "kubeobjects/objectengine.h"

#include <QString>

#include <optional>

namespace spillway::demo {

enum class PatchKind : std::uint8_t { None, Apply, Merge, Json, Strategic };
enum class Strictness : std::uint8_t { Ignore, Warn, Strict };

/// The query of a write, checked as CreateOptions, UpdateOptions and PatchOptions.
struct WriteOptions
{
    QString manager; ///< of the query, or made of the User-Agent
    Strictness strictness = Strictness::Warn;
    bool dryRun = false;
    bool force = false;
};

/// Which patch a Content-Type is, or 415.
[[nodiscard]] std::optional<ApiStatus> readPatchKind(const ResourceType &type,
                                                     const QString &contentType, PatchKind &kind);
[[nodiscard]] std::optional<ApiStatus> readWriteOptions(const WriteRequest &request, PatchKind kind,
                                                        WriteOptions &options);
/// dryRun=All, or not; other values are refused by readWriteOptions() and deleteObject().
[[nodiscard]] std::optional<ApiCause> dryRunCause(const QUrlQuery &query);

} // namespace spillway::demo
