// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/pushrecord.h"

/// \file Private to this folder: the lines of a journal. The first tells the push and how many
/// steps follow, one a line; then comes what happened: {"sending":2}, {"done":2,"uid":...}, with
/// "gone":true for a delete that somebody else had done before, {"refused":2,"error":...},
/// {"unknown":2,"error":...}, {"end":"complete"}; -1 stands for the revision. Pure.

namespace spillway {

/// One line with its end.
[[nodiscard]] QByteArray journalLine(const QJsonObject &json);
inline constexpr QLatin1String journalSuffix{".jsonl"};

/// The lines before anything has happened.
[[nodiscard]] QByteArray journalHead(const PushRecord &record);
[[nodiscard]] QJsonObject journalError(const Error &error);

/// The push of a first line, without its steps. InvalidDocument, UnsupportedVersion.
[[nodiscard]] Result<PushRecord> readJournalHead(const QByteArray &line);
/// What a line says about the end; None: nothing.
[[nodiscard]] PushRecord::End endOfJournalLine(const QByteArray &line);

/// What a line after the head says; false: nothing that is known.
[[nodiscard]] bool takeJournalLine(PushRecord &record, const QJsonObject &line);

struct JournalText
{
    PushRecord record;
    qsizetype size = 0; ///< up to the end of the last whole line
};
/// InvalidDocument with the line, UnsupportedVersion.
[[nodiscard]] Result<JournalText> parseJournal(const QByteArray &bytes);

} // namespace spillway
