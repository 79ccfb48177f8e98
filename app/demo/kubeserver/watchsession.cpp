// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/watchsession.h"

#include "kubeserver/apianswer.h"

#include <QJsonDocument>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds bookmarkInterval{60};
constexpr std::chrono::seconds lastBookmark{2}; // before the end
constexpr std::size_t batch = 256;
constexpr std::chrono::seconds longest =
    std::chrono::hours(24 * 365); // the clock counts no further

} // namespace

WatchSession::WatchSession(const ObjectStore &store, Setup setup)
    : m_store(store)
    , m_setup(std::move(setup))
    , m_told(m_setup.from)
    , m_end(Clock::now() + std::clamp(m_setup.timeout, std::chrono::seconds(0), longest))
    , m_nextBookmark(std::min(Clock::now() + bookmarkInterval, m_end - lastBookmark))
{}

bool WatchSession::matches(const QJsonObject &object) const
{
    return m_setup.labels.matches(object) &&
           m_setup.fields.matches(*m_setup.presentation.type, object);
}

void WatchSession::addLine(QByteArray &lines, QLatin1String type, const QJsonObject &object)
{
    lines += QJsonDocument(QJsonObject{{u"type"_s, type}, {u"object"_s, object}})
                 .toJson(QJsonDocument::Compact);
    lines += '\n';
}

void WatchSession::addEvent(QByteArray &lines, QLatin1String type, const QJsonObject &stored)
{
    m_setup.presentation.now = QDateTime::currentDateTimeUtc();
    addLine(lines, type, m_setup.presentation.event(stored, !m_columnsTold));
    m_columnsTold = true;
}

void WatchSession::addBookmark(QByteArray &lines)
{
    addLine(lines, "BOOKMARK"_L1, m_setup.presentation.bookmark(m_told, false));
    const auto last = m_end - lastBookmark;
    const auto now = Clock::now();
    m_nextBookmark = now >= last ? m_end : std::min(now + bookmarkInterval, last);
}

QByteArray WatchSession::initialLines()
{
    QByteArray lines;
    const ObjectStore::Snapshot snapshot = m_store.snapshot(m_setup.presentation.type->storageKey);
    m_told = snapshot.revision;
    for (auto object = snapshot.objects.lowerBound(m_setup.keyPrefix);
         object != snapshot.objects.end() && object.key().startsWith(m_setup.keyPrefix); ++object) {
        if (matches(*object)) {
            addEvent(lines, "ADDED"_L1, *object);
        }
    }
    if (m_setup.bookmarks) {
        addLine(lines, "BOOKMARK"_L1, m_setup.presentation.bookmark(m_told, true));
    }
    return lines;
}

void WatchSession::addChange(QByteArray &lines, const StoreChange &change)
{
    if (!change.key.startsWith(m_setup.keyPrefix)) {
        return;
    }
    const bool before = change.kind != StoreChange::Kind::Added && matches(change.previous);
    const bool now = change.kind != StoreChange::Kind::Deleted && matches(change.object);
    if (now) {
        addEvent(lines, before ? "MODIFIED"_L1 : "ADDED"_L1, change.object);
    } else if (before) {
        // What leaves the selection is told as it was when it last belonged to it.
        QJsonObject last =
            change.kind == StoreChange::Kind::Deleted ? change.object : change.previous;
        QJsonObject metadata = last["metadata"_L1].toObject();
        metadata.insert(u"resourceVersion"_s, QString::number(change.revision));
        last.insert(u"metadata"_s, metadata);
        addEvent(lines, "DELETED"_L1, last);
    }
}

WatchSession::Piece WatchSession::endTooOld()
{
    Piece piece;
    const QString message =
        u"too old resource version: %1 (%2)"_s.arg(m_told).arg(m_store.oldestRevision());
    addLine(piece.lines, "ERROR"_L1, expired(message).toJson());
    piece.ended = true;
    return piece;
}

WatchSession::Piece WatchSession::next(std::chrono::milliseconds limit)
{
    if (m_setup.stale && m_setup.stale()) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_end - Clock::now());
        (void)m_store.waitForChange(m_store.revision(), std::min(limit, left));
        return {{}, Clock::now() >= m_end};
    }
    if (!m_started) {
        m_started = true;
        if (m_setup.initial) {
            return {initialLines(), false};
        }
    }
    const auto now = Clock::now();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end - now);
    const auto toBookmark = std::chrono::ceil<std::chrono::milliseconds>(m_nextBookmark - now);
    const auto wait = std::min({limit, left, m_setup.bookmarks ? toBookmark : limit});
    if (wait.count() > 0) {
        (void)m_store.waitForChange(m_told, wait);
    }
    if (m_setup.stale && m_setup.stale()) {
        return {{}, Clock::now() >= m_end}; // since a moment ago
    }
    const ObjectStore::Changes found =
        m_store.changesAfter(m_setup.presentation.type->storageKey, m_told, batch);
    if (found.compacted) {
        return endTooOld();
    }
    Piece piece;
    for (const StoreChange &change : found.changes) {
        addChange(piece.lines, change);
    }
    m_told = found.revision;
    if (m_setup.bookmarks && Clock::now() >= m_nextBookmark) {
        addBookmark(piece.lines);
    }
    piece.ended = Clock::now() >= m_end || (m_setup.served && !m_setup.served());
    return piece;
}

} // namespace spillway::demo
