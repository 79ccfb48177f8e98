// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace spillway {

/// How well a text fits what was typed, and which of its characters did.
struct FuzzyMatch
{
    int score = 0;
    QList<qsizetype> positions;
};

/// The characters of pattern in their order anywhere in text, whatever their case; best at starts
/// of words and in runs. Spaces in pattern are ignored. None if it does not fit; an empty pattern
/// fits everything with score 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace spillway
