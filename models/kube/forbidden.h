// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace spillway::kube {

/// What a 403 says was missing. The server's message is the only source of verb and namespace.
struct MissingRight
{
    QString user;
    QString verb;
    QString resource; ///< plural, with subresource: "deployments/scale"; empty for a path
    QString group;
    QString name; ///< empty = not about one object
    QString ns;   ///< empty = at the cluster scope
    QString path; ///< a URL such as /metrics

    friend bool operator==(const MissingRight &, const MissingRight &) = default;
};

/// Reads "X is forbidden: User "u" cannot VERB resource "r" in API group "g" in the namespace "n"".
/// Nothing if the message is another (quota, escalation, admission).
[[nodiscard]] std::optional<MissingRight> parseForbidden(const QString &message,
                                                         const QString &name);

/// One sentence: who lacks which verb on what.
[[nodiscard]] QString missingRightSentence(const MissingRight &right);

/// YAML of the smallest Role (ClusterRole at the cluster scope) that would allow it, or these verbs
/// in its place.
[[nodiscard]] QString roleSnippet(const MissingRight &right, const QStringList &verbs = {});

} // namespace spillway::kube
