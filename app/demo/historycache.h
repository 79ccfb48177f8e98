// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/rundirectory.h"
#include "demo/worldstate.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace spillway::demo {

/// A span [from, to) of history, seconds since the epoch.
struct HistoryChunk
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool cacheable = true; ///< false: the last, unfinished one
    friend bool operator==(const HistoryChunk &, const HistoryChunk &) = default;
};

/// Where chunks are cut: at every 18 hours of the epoch, which is the block size that
/// `promtool tsdb create-blocks-from` makes in one pass, and near the end at every 2 hours, so that
/// the next start finds as much as possible. Covers [from, now).
[[nodiscard]] std::vector<HistoryChunk> planChunks(std::int64_t from, std::int64_t now);

/// Blocks made earlier for the same world. One folder "<from>-<to>" a chunk with the block, the
/// state at its end and a list of its files, by which damage is noticed. One process at a time;
/// another one works without.
class HistoryCache
{
public:
    /// The folder is made if needed. Without a lock on it nothing is found and nothing is kept.
    HistoryCache(const QString &root, std::uint64_t seed, std::chrono::seconds span);

    [[nodiscard]] bool isUsable() const { return m_lock != nullptr; }
    /// Forgets what is damaged, too old or not connected to the newest, then tells what is left, in
    /// order. Empty if it does not reach back far enough.
    [[nodiscard]] std::vector<HistoryChunk> usableChunks(std::int64_t from);
    [[nodiscard]] std::optional<WorldState> stateAfter(const HistoryChunk &chunk) const;
    /// Moves a folder with blocks into the cache, in one step.
    Result<void> keep(const HistoryChunk &chunk, const QString &blocks, const QByteArray &state);
    [[nodiscard]] QString folderOf(const HistoryChunk &chunk) const;
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    [[nodiscard]] bool isWhole(const HistoryChunk &chunk) const;
    void removeOtherVersions(const QString &root) const;

    QString m_folder;
    std::unique_ptr<FileLock> m_lock;
};

/// Hard-links (else copies) every block in one folder into another: blocks never change.
Result<void> linkBlocks(const QString &from, const QString &to);

} // namespace spillway::demo
