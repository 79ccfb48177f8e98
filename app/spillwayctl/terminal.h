// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace spillway {

/// False if not all of it could be written (a full disk, a closed pipe).
bool print(std::FILE *stream, const QByteArray &text);

/// One line on stderr, without what would draw on the terminal: parts of it come from servers and
/// files.
void say(const QString &text);

/// Says why it failed; the ExitCode for it.
[[nodiscard]] int explain(const Error &error);

/// JSON on one line, as --json gives it.
[[nodiscard]] QByteArray jsonLine(const QJsonObject &object);
[[nodiscard]] QByteArray jsonLine(const QJsonArray &list);

/// Writes what a subcommand answers to stdout; the ExitCode. Half an answer must not look like one.
[[nodiscard]] int answer(const QByteArray &text);
[[nodiscard]] int answerJson(const QJsonObject &object);
[[nodiscard]] int answerJson(const QJsonArray &list);

} // namespace spillway
