// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/bodyreader.h"
#include "models/policy/policysamples.h"
#include "rollout/importer.h"

#include <QJsonArray>

namespace spillway {

[[nodiscard]] inline QString importData(const QString &name)
{
    return QStringLiteral(SPILLWAY_TEST_DATA "/import/") + name;
}

/// Objects of a cluster, from a list in YAML.
[[nodiscard]] inline std::vector<QJsonObject> objectsOf(const QByteArray &yaml)
{
    std::vector<QJsonObject> objects;
    for (const QJsonValue object : demo::readYaml(yaml).value.toArray()) {
        objects.push_back(object.toObject());
    }
    return objects;
}

[[nodiscard]] inline Result<ImportedPolicy> importOf(std::vector<QJsonObject> objects,
                                                     const QString &name = {})
{
    return importPolicy({QStringLiteral("shop"), name, std::move(objects), sampleNow});
}

/// A line a note, in their order.
[[nodiscard]] inline QByteArray notesText(const std::vector<ImportNote> &notes)
{
    QString text;
    for (const ImportNote &note : notes) {
        text += QStringLiteral("%1 | %2 | %3 | %4\n")
                    .arg(note.id, note.object,
                         note.path.isEmpty() ? QStringLiteral("-") : note.path, note.text);
    }
    return text.toUtf8();
}

[[nodiscard]] inline bool hasNote(const ImportedPolicy &imported, const QString &id)
{
    return std::any_of(imported.notes.begin(), imported.notes.end(),
                       [&](const ImportNote &note) { return note.id == id; });
}

} // namespace spillway
