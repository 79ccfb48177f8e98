// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace spillway::demo {

/// A key that stands twice in one object of a body. Parsers keep the last and say nothing.
struct RepeatedKey
{
    QString path; ///< spec.maxReplicas
    QString key;  ///< maxReplicas
    int line = 0; ///< from 1
};

/// The bytes of a request as a value, with what a parser would hide.
struct Body
{
    QJsonValue value;
    std::vector<RepeatedKey> repeated;
    QString error; ///< empty, or why it cannot be read, in the words of the Go parsers
};

[[nodiscard]] Body readJson(const QByteArray &bytes);
/// JSON or YAML 1.1, the first document only.
[[nodiscard]] Body readYaml(const QByteArray &bytes);

} // namespace spillway::demo
