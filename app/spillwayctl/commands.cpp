// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/command.h"
#include "spillwayctl/completion.h"
#include "spillwayctl/democommand.h"
#include "spillwayctl/historycommand.h"
#include "spillwayctl/importcommand.h"
#include "spillwayctl/kubecommand.h"
#include "spillwayctl/optimisecommand.h"
#include "spillwayctl/overridecommand.h"
#include "spillwayctl/plancommand.h"
#include "spillwayctl/policycommand.h"
#include "spillwayctl/policytextcommand.h"
#include "spillwayctl/pushcommand.h"
#include "spillwayctl/querycommand.h"
#include "spillwayctl/simulatecommand.h"
#include "spillwayctl/timelinecommand.h"

#include <CLI/App.hpp>

#include <array>

namespace spillway {

namespace {

using AddCommand = void (*)(CLI::App &, CommandLine &);

// In the order of --help.
constexpr std::array<AddCommand, 14> table{
    addPolicyCommands,  addPolicyTextCommands, addImportCommand,   addPlanCommand,
    addPushCommands,    addHistoryCommands,    addOverrideCommand, addSimulateCommand,
    addOptimiseCommand, addTimelineCommand,    addQueryCommands,   addKubeCommand,
    addDemoCommand,     addCompletionCommand};

} // namespace

void addCommands(CLI::App &app, CommandLine &line)
{
    for (const AddCommand add : table) {
        add(app, line);
    }
}

} // namespace spillway
