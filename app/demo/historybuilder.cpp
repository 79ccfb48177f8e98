// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/historybuilder.h"

#include "demo/childprocess.h"
#include "demo/historywriter.h"
#include "demo/simulator.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

int parallelRuns()
{
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

} // namespace

HistoryBuilder::HistoryBuilder(HistoryCache &cache, const Clock &clock, QString workFolder,
                               QString dataFolder, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_clock(clock)
    , m_workFolder(std::move(workFolder))
    , m_dataFolder(std::move(dataFolder))
    , m_room(parallelRuns() + 2)
{}

HistoryBuilder::~HistoryBuilder()
{
    m_ended = true;
    m_cancelled = true;
    m_room.release();
    if (m_worker) {
        m_worker->wait();
    }
    const QList<QProcess *> processes = findChildren<QProcess *>();
    for (QProcess *process : processes) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
}

QString HistoryBuilder::promtoolProgram()
{
    return QStandardPaths::findExecutable(u"promtool"_s);
}

std::int64_t HistoryBuilder::now() const
{
    return m_clock.now() / 1000 / stepSeconds * stepSeconds;
}

void HistoryBuilder::start(std::uint64_t seed, std::int64_t from)
{
    m_seed = seed;
    m_from = from;
    const std::vector<HistoryChunk> cached = m_cache.usableChunks(from);
    for (const HistoryChunk &chunk : cached) {
        const Result<void> linked = linkBlocks(m_cache.folderOf(chunk), m_dataFolder);
        if (!linked) {
            fail(linked.error());
            return;
        }
    }
    std::optional<WorldState> state;
    if (!cached.empty()) {
        state = m_cache.stateAfter(cached.back());
    }
    std::vector<HistoryChunk> missing = planChunks(state ? state->second : from, now());
    if (!missing.empty() && !missing.back().cacheable) {
        missing.pop_back();
    }
    launch(std::move(state), std::move(missing));
}

void HistoryBuilder::launch(std::optional<WorldState> state, std::vector<HistoryChunk> chunks)
{
    m_secondsWanted = 0;
    m_secondsDone = 0;
    for (const HistoryChunk &chunk : chunks) {
        m_secondsWanted += chunk.to - chunk.from;
    }
    if (chunks.empty()) {
        if (state) {
            m_last = *state;
        }
        QMetaObject::invokeMethod(this, &HistoryBuilder::continueIfDone, Qt::QueuedConnection);
        return;
    }
    if (m_worker) {
        m_worker->wait(); // it has posted its last chunk, so it is ending
    }
    m_worker.reset(QThread::create([this, state = std::move(state), all = std::move(chunks)] {
        work(state ? *state : Simulator::settledAt(m_seed, m_from), all);
    }));
    m_worker->start();
}

/// On the worker thread; talks to the rest by post() and fail() only.
void HistoryBuilder::work(WorldState state, const std::vector<HistoryChunk> &chunks)
{
    const HpaFormula formula;
    Simulator simulator(std::move(state), formula);
    for (const HistoryChunk &chunk : chunks) {
        HistoryWriter writer(chunk.from, chunk.to,
                             chunk.cacheable ? HistoryWriter::End::Open
                                             : HistoryWriter::End::Sampled);
        writer.add(simulator.state());
        while (simulator.state().second + stepSeconds <= chunk.to && !m_cancelled) {
            simulator.step();
            writer.add(simulator.state());
        }
        m_room.acquire();
        if (m_cancelled) {
            return;
        }
        ChunkText text{chunk, u"%1/%2.txt"_s.arg(m_workFolder).arg(chunk.from), {}};
        const Result<void> written = writer.write(text.path, m_cancelled);
        if (!written) {
            QMetaObject::invokeMethod(
                this, [this, error = written.error()] { fail(error); }, Qt::QueuedConnection);
            return;
        }
        text.state = saveState(simulator.state());
        const WorldState last = simulator.state();
        QMetaObject::invokeMethod(
            this,
            [this, text, last] {
                m_last = last;
                post(text);
            },
            Qt::QueuedConnection);
    }
}

void HistoryBuilder::post(ChunkText text)
{
    m_waiting.push_back(std::move(text));
    runNext();
}

void HistoryBuilder::runNext()
{
    while (!m_ended && m_running < parallelRuns() && !m_waiting.empty()) {
        const ChunkText text = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        run(text);
    }
}

void HistoryBuilder::run(const ChunkText &text)
{
    auto *process = new QProcess(this);
    bindToParent(*process);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setProgram(promtoolProgram());
    // Longer blocks than the default 2 h: promtool reads the whole input once for each block.
    process->setArguments({u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, u"-q"_s,
                           u"--max-block-duration=24h"_s, text.path, text.path + u".blocks"_s});
    connect(process, &QProcess::finished, this,
            [this, text, process] { blockMade(text, process); });
    connect(process, &QProcess::errorOccurred, this,
            [this, text, process](QProcess::ProcessError e) {
                if (e == QProcess::FailedToStart) {
                    blockMade(text, process); // finished() does not come then
                }
            });
    process->start();
}

void HistoryBuilder::blockMade(const ChunkText &text, QProcess *process)
{
    --m_running;
    const bool good = process->error() != QProcess::FailedToStart &&
                      process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    const QString said = QString::fromUtf8(process->readAll()).trimmed();
    process->deleteLater();
    if (m_ended) {
        return;
    }
    if (!good) {
        fail(Error{.code = ErrorCode::Internal,
                   .what = tr("Cannot make the demo's history"),
                   .where = u"promtool"_s,
                   .why = said.isEmpty() ? process->errorString() : said,
                   .advice = tr("Install the package prometheus, and check the free space."),
                   .position = {}});
        return;
    }
    QFile::remove(text.path);
    m_room.release();
    const QString blocks = text.path + u".blocks"_s;
    Result<void> linked = linkBlocks(blocks, m_dataFolder);
    if (!linked) {
        fail(linked.error());
        return;
    }
    if (text.chunk.cacheable && m_cache.isUsable()) {
        // Not kept is not failed: the next start takes longer, that is all.
        (void)m_cache.keep(text.chunk, blocks, text.state);
    }
    QDir(blocks).removeRecursively();
    m_secondsDone += text.chunk.to - text.chunk.from;
    if (!m_isLastPart) {
        Q_EMIT progress(static_cast<double>(m_secondsDone) / static_cast<double>(m_secondsWanted));
    }
    continueIfDone();
    runNext();
}

void HistoryBuilder::continueIfDone()
{
    if (m_ended || m_secondsDone < m_secondsWanted) {
        return;
    }
    if (m_isLastPart) {
        m_ended = true;
        Q_EMIT finished(m_last);
        return;
    }
    m_isLastPart = true;
    const bool isFresh = m_last.second == 0;
    launch(isFresh ? std::nullopt : std::optional(m_last),
           planChunks(isFresh ? m_from : m_last.second, now()));
}

void HistoryBuilder::fail(const Error &error)
{
    if (!m_ended) {
        m_ended = true;
        m_cancelled = true;
        m_room.release();
        Q_EMIT failed(error);
    }
}

} // namespace spillway::demo
