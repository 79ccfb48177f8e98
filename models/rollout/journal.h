// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/pushrecord.h"

#include <QFuture>

#include <memory>

/// \file The journal of a push: a file of JSON lines that is only ever appended to. It says before
/// each request what is about to be sent, and after it what became of it; all of it is on the disk
/// (sync()) before a request is sent. So after a kill or a power cut at any moment it is known what
/// was sent for certain, what perhaps, and how it was before. One file a push, readable by its
/// owner only; it holds what the plan holds and no credentials.

namespace spillway {

/// The file of one push, open for writing: nobody else can have it open meanwhile. Any one thread;
/// what a call has written outlives a kill, and after sync() a power cut too. Errors: File;
/// Conflict if another process writes it.
class Journal
{
public:
    /// Begins one for a push in which nothing was sent yet. The folder is made if it is missing.
    /// The file has its name from the first sync() on.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> create(const QString &folder,
                                                                 const PushRecord &record);
    /// Goes on with one. What a kill left of a last line is cut off.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &file);
    /// Somebody has it open: this process or another one.
    [[nodiscard]] static bool isHeld(const QString &file);
    /// Closes the file; what it says stays.
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const PushRecord &record() const { return m_record; }

    /// The number of a step, or this for the revision.
    static constexpr int claim = -1;
    /// `last`: the object that a delete is about to take away.
    [[nodiscard]] Result<void> sending(int step, const QJsonObject &last = {});
    [[nodiscard]] Result<void> done(int step, const QString &uid);
    /// A delete that was not needed: somebody else had done it before.
    [[nodiscard]] Result<void> gone(int step);
    [[nodiscard]] Result<void> refused(int step, const Error &error);
    /// The answer was lost, and reading back did not settle it.
    [[nodiscard]] Result<void> unknown(int step, const Error &error);
    [[nodiscard]] Result<void> ended(PushRecord::End end);

    /// Waits on another thread until the disk has all that was written. The future has the reason
    /// why not, or an empty text. Not again before it has ended.
    [[nodiscard]] QFuture<QString> sync();
    /// For who cannot send after all.
    [[nodiscard]] Error unsynced(const QString &why) const;

    /// Takes the file away: nothing of its push was written to the cluster.
    [[nodiscard]] Result<void> discard();

private:
    Journal(QString file, int descriptor, PushRecord record);
    [[nodiscard]] Result<void> append(const QJsonObject &line);

    QString m_file;
    int m_descriptor;
    PushRecord m_record;
    bool m_isBroken = false;
    bool m_isNew = false; ///< and has no name yet
};

/// Reads one, without locking it. A torn last line is as if it was not there. Errors: File,
/// InvalidDocument with the line, UnsupportedVersion.
[[nodiscard]] Result<PushRecord> readJournal(const QString &file);

struct JournalEntry
{
    QString file;
    PushRecord record;
};
/// All that can be read, the newest first; those that cannot are among the problems.
struct JournalList
{
    std::vector<JournalEntry> entries;
    std::vector<Error> problems;
};
[[nodiscard]] JournalList listJournals(const QString &folder);

/// Where the console and spillwayctl both keep them.
[[nodiscard]] QString defaultJournalFolder();

} // namespace spillway
