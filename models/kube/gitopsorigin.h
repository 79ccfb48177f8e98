// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/objectmeta.h"

#include <cstdint>

/// \file Who is behind an object or a field: the tool of a repository, a person, a program. From
/// what they leave in metadata (H7).

namespace spillway::kube {

enum class WriterKind : std::uint8_t {
    ArgoCd,
    Flux,
    Helm,
    Person,  ///< through a tool of people: kubectl, a console
    Program, ///< another field manager
};

/// By the name of a field manager.
[[nodiscard]] WriterKind writerKind(const QString &manager);

/// Writes again by itself what it has in a repository.
[[nodiscard]] inline bool isGitOps(WriterKind kind)
{
    return kind == WriterKind::ArgoCd || kind == WriterKind::Flux || kind == WriterKind::Helm;
}

/// The repository's tool that made an object, by the labels and annotations it leaves.
struct GitOpsOrigin
{
    WriterKind kind = WriterKind::ArgoCd;
    QString name; ///< of the Argo CD application, Flux object or Helm release; may be empty
    friend bool operator==(const GitOpsOrigin &, const GitOpsOrigin &) = default;
};
[[nodiscard]] std::optional<GitOpsOrigin> gitOpsOrigin(const ObjectMeta &object);

} // namespace spillway::kube
