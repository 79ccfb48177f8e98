// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace spillway {

/// Something that may stand at a place of a policy file.
struct PolicyProposal
{
    QString text;   ///< what is looked for and shown: "averageUtilization"
    QString insert; ///< what is put there: "averageUtilization: "
    QString help;   ///< from the table of fields; English, as the format is; may be empty
    bool required = false;
    friend bool operator==(const PolicyProposal &, const PolicyProposal &) = default;
};

/// What fits at a place. Proposals are those for the whole place, whatever of the word is there.
struct PolicyCompletion
{
    qsizetype start = 0; ///< byte offset of the word that is being typed
    std::vector<PolicyProposal> proposals;
};

/// Keys and values that fit at a byte offset of a text that need not be a whole document: the keys
/// of the map around it that are not there yet, or the names that the value of a key may have.
/// Names of components and events come from `known`, the last policy that could be read. Pure.
[[nodiscard]] PolicyCompletion completePolicy(QByteArrayView text, qsizetype position,
                                              const Policy &known = {});

} // namespace spillway
