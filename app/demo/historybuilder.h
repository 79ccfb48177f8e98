// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "demo/historycache.h"
#include "demo/worldstate.h"

#include <QObject>
#include <QSemaphore>
#include <QString>

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

class QProcess;
class QThread;

namespace spillway::demo {

/// Makes the blocks of the past: a worker thread simulates and writes text, promtool children turn
/// it into blocks, what is cached is only linked. Lives on the main thread, ends in exactly one of
/// finished() and failed(); deleting it cancels.
class HistoryBuilder : public QObject
{
    Q_OBJECT
public:
    /// Blocks go to dataFolder, work files to workFolder. Cache and clock must outlive
    /// it.
    HistoryBuilder(HistoryCache &cache, const Clock &clock, QString workFolder, QString dataFolder,
                   QObject *parent = nullptr);
    ~HistoryBuilder() override;

    /// History of the seed's world from that second since the epoch until now: first what can be
    /// kept, then the rest up to the moment at which that is done.
    void start(std::uint64_t seed, std::int64_t from);

    [[nodiscard]] static QString promtoolProgram();

Q_SIGNALS:
    void progress(double fraction);
    /// The state at the end, from which the live world goes on.
    void finished(const spillway::demo::WorldState &state);
    void failed(const spillway::Error &error);

private:
    struct ChunkText
    {
        HistoryChunk chunk;
        QString path;
        QByteArray state;
    };
    void launch(std::optional<WorldState> state, std::vector<HistoryChunk> chunks);
    [[nodiscard]] std::int64_t now() const;
    void work(WorldState state, const std::vector<HistoryChunk> &chunks);
    void post(ChunkText text);
    void runNext();
    void run(const ChunkText &text);
    void blockMade(const ChunkText &text, QProcess *process);
    void continueIfDone();
    void fail(const Error &error);

    HistoryCache &m_cache;
    const Clock &m_clock;
    QString m_workFolder;
    QString m_dataFolder;
    std::unique_ptr<QThread> m_worker;
    std::atomic_bool m_cancelled = false;
    QSemaphore m_room; ///< how many texts may lie on the disk at once
    std::deque<ChunkText> m_waiting;
    int m_running = 0;
    std::int64_t m_secondsWanted = 0;
    std::int64_t m_secondsDone = 0;
    WorldState m_last;
    std::uint64_t m_seed = 0;
    std::int64_t m_from = 0;
    bool m_isLastPart = false;
    bool m_ended = false;
};

} // namespace spillway::demo
