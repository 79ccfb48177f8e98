// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworkspace.h"

namespace spillway::demo {

QByteArray demoWorkspaceYaml(const QUrl &prometheus)
{
    return "name: Demo\nprometheus:\n  url: " + prometheus.toEncoded() + "\n";
}

} // namespace spillway::demo
