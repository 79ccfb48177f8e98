// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/tone.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace spillway {

/// Something to be marked in a text.
struct EditorProblem
{
    int line = 1;   ///< from 1
    int column = 1; ///< from 1, in bytes of UTF-8
    Tone tone = Tone::Critical;
    QString text; ///< plain
    friend bool operator==(const EditorProblem &, const EditorProblem &) = default;
};

/// Something that could be put where the cursor is.
struct EditorProposal
{
    QString text;   ///< what is looked for and shown
    QString insert; ///< what is put there
    QString help;   ///< one line; may be empty
    friend bool operator==(const EditorProposal &, const EditorProposal &) = default;
};

struct EditorProposals
{
    qsizetype start = 0; ///< byte offset of the word that is being typed
    std::vector<EditorProposal> all;
};

/// Says what fits at a byte offset of a text. Called on each key while a word is typed.
using EditorCompleter = std::function<EditorProposals(const QByteArray &text, qsizetype position)>;

} // namespace spillway
