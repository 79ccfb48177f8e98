// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubetarget.h"

#include <QStringList>

namespace spillway {

/// What a user reads of the problems, in their order.
[[nodiscard]] inline QStringList sentences(const KubeResolution &resolution)
{
    QStringList texts;
    for (const Error &problem : resolution.problems) {
        texts << problem.sentence();
    }
    return texts;
}

} // namespace spillway
