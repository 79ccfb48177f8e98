// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/command.h"
#include "spillwayctl/democommand.h"
#include "spillwayctl/querycommand.h"

#include <CLI/App.hpp>

#include <array>

namespace spillway {

namespace {

using AddCommand = void (*)(CLI::App &, CommandLine &);

// In the order of --help.
constexpr std::array<AddCommand, 2> table{addQueryCommands, addDemoCommand};

} // namespace

void addCommands(CLI::App &app, CommandLine &line)
{
    for (const AddCommand add : table) {
        add(app, line);
    }
}

} // namespace spillway
