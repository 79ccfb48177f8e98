// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace spillway {

struct CommandLine;

/// `spillwayctl override set | clear | list`: what people decided for a while, in the ConfigMap
/// that the watched system obeys.
void addOverrideCommand(CLI::App &app, CommandLine &line);

} // namespace spillway
