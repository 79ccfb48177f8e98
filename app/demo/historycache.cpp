// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/historycache.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::HistoryCache)
};

constexpr std::int64_t longChunk = std::int64_t{18} * 3600;
constexpr std::int64_t shortChunk = std::int64_t{2} * 3600;

QString versionFolder()
{
    return u"v%1"_s.arg(generatorVersion);
}

Error fileError(const QString &where, const QString &why)
{
    return Error{.code = ErrorCode::File,
                 .what = Text::tr("Cannot keep the demo's history"),
                 .where = where,
                 .why = why,
                 .advice = {},
                 .position = {}};
}

std::optional<HistoryChunk> chunkOfFolder(const QString &name)
{
    const qsizetype dash = name.indexOf(u'-');
    bool fromOk = false;
    bool toOk = false;
    const qint64 from = QStringView(name).left(dash).toLongLong(&fromOk);
    const qint64 to = QStringView(name).mid(dash + 1).toLongLong(&toOk);
    if (dash <= 0 || !fromOk || !toOk || to <= from) {
        return std::nullopt;
    }
    return HistoryChunk{from, to, true};
}

/// One line a file below the folders in it: its size and its name. What is cut or gone shows.
QByteArray manifestOf(const QString &folder)
{
    QList<QByteArray> lines;
    const QDir base(folder);
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = base.relativeFilePath(path);
        if (relative.contains(u'/')) {
            lines.append(QByteArray::number(files.fileInfo().size()) + ' ' + relative.toUtf8() +
                         '\n');
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return fileError(path, file.errorString());
    }
    return {};
}

} // namespace

std::vector<HistoryChunk> planChunks(std::int64_t from, std::int64_t now)
{
    std::vector<HistoryChunk> chunks;
    std::int64_t at = from;
    while (at < now) {
        const std::int64_t longEnd = (at / longChunk + 1) * longChunk;
        const std::int64_t shortEnd = (at / shortChunk + 1) * shortChunk;
        if (longEnd <= now) {
            chunks.push_back({at, longEnd, true});
            at = longEnd;
        } else if (shortEnd <= now) {
            chunks.push_back({at, shortEnd, true});
            at = shortEnd;
        } else {
            chunks.push_back({at, now, false});
            at = now;
        }
    }
    return chunks;
}

HistoryCache::HistoryCache(const QString &root, std::uint64_t seed, std::chrono::seconds span)
    : m_folder(root + u'/' + versionFolder() + u"-seed%1-%2h"_s.arg(seed).arg(span.count() / 3600))
{
    if (QDir().mkpath(m_folder)) {
        m_lock = FileLock::tryLock(m_folder + u"/lock"_s);
    }
    if (m_lock) {
        removeOtherVersions(root);
    }
}

void HistoryCache::removeOtherVersions(const QString &root) const
{
    const QDir folder(root);
    const QStringList names = folder.entryList({u"v*-seed*"_s}, QDir::Dirs);
    for (const QString &name : names) {
        if (!name.startsWith(versionFolder() + u'-')) {
            const QString path = folder.filePath(name);
            if (const auto lock = FileLock::tryLock(path + u"/lock"_s)) {
                QDir(path).removeRecursively();
            }
        }
    }
}

QString HistoryCache::folderOf(const HistoryChunk &chunk) const
{
    return m_folder + u"/%1-%2"_s.arg(chunk.from).arg(chunk.to);
}

std::vector<HistoryChunk> HistoryCache::usableChunks(std::int64_t from)
{
    if (!m_lock) {
        return {};
    }
    const QStringList names = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::vector<HistoryChunk> all;
    for (const QString &name : names) {
        const std::optional<HistoryChunk> chunk = chunkOfFolder(name);
        if (chunk && chunk->to > from && isWhole(*chunk) && stateAfter(*chunk)) {
            all.push_back(*chunk);
        } else {
            QDir(m_folder + u'/' + name).removeRecursively();
        }
    }
    std::sort(all.begin(), all.end(),
              [](const HistoryChunk &a, const HistoryChunk &b) { return a.from < b.from; });
    const auto gap = std::adjacent_find(
        all.begin(), all.end(),
        [](const HistoryChunk &a, const HistoryChunk &b) { return a.to != b.from; });
    const bool reachesBack = !all.empty() && all.front().from <= from;
    if (reachesBack && gap == all.end()) {
        return all;
    }
    for (const HistoryChunk &chunk : all) {
        QDir(folderOf(chunk)).removeRecursively();
    }
    return {};
}

bool HistoryCache::isWhole(const HistoryChunk &chunk) const
{
    const QString folder = folderOf(chunk);
    QFile file(folder + u"/manifest"_s);
    return file.open(QIODevice::ReadOnly) && file.readAll() == manifestOf(folder);
}

std::optional<WorldState> HistoryCache::stateAfter(const HistoryChunk &chunk) const
{
    QFile file(folderOf(chunk) + u"/state"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    Result<WorldState> state = loadState(file.readAll());
    if (!state || state->second != chunk.to) {
        return std::nullopt;
    }
    return std::move(state).value();
}

Result<void> HistoryCache::keep(const HistoryChunk &chunk, const QString &blocks,
                                const QByteArray &state)
{
    for (const auto &[name, bytes] :
         {std::pair{u"/state"_s, state}, std::pair{u"/manifest"_s, manifestOf(blocks)}}) {
        if (Result<void> written = writeFile(blocks + name, bytes); !written) {
            return written;
        }
    }
    QDir(folderOf(chunk)).removeRecursively();
    if (!QDir().rename(blocks, folderOf(chunk))) {
        return fileError(folderOf(chunk), Text::tr("It cannot be moved there."));
    }
    return {};
}

Result<void> linkBlocks(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    const QDir source(from);
    const QDir target(to);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = source.relativeFilePath(path);
        const QString copy = target.filePath(relative);
        if (!relative.contains(u'/')) {
            continue; // the saved state beside the blocks
        }
        if (!QDir().mkpath(QFileInfo(copy).path())) {
            return fileError(copy, Text::tr("Its folder cannot be made."));
        }
        const bool linked =
            ::link(QFile::encodeName(path).constData(), QFile::encodeName(copy).constData()) == 0;
        if (!linked && !QFile::copy(path, copy)) {
            return fileError(copy, Text::tr("It cannot be copied there."));
        }
    }
    return {};
}

} // namespace spillway::demo
