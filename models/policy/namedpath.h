// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace spillway {

/// A field path as people write it, in which items of lists are called by their name (or tool) as
/// well as by their number, as those of the program are: "spec.components[rag-worker].replicas.max"
/// becomes "spec.components[0].replicas.max". Errors: those of YamlDocument::parse(), NotFound if a
/// list has no item of that name.
[[nodiscard]] Result<QString> indexedPath(const QByteArray &text, const QString &path);

} // namespace spillway
