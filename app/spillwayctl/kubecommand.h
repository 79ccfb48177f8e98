// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl kube whoami | can-i | get | owners | events`: questions to a Kubernetes cluster,
/// reached by a kubeconfig as kubectl reaches it. Nothing here writes.
void addKubeCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
