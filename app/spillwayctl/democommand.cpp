// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/democommand.h"

#include "spillwayctl/command.h"
#include "spillwayctl/demosession.h"
#include "spillwayctl/interrupt.h"

#include <QCoreApplication>

#include <CLI/App.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace spillway {

namespace {

struct DemoCommandOptions
{
    std::uint64_t seed = demo::DemoOptions().seed;
    std::uint16_t port = 0;
    bool noHistory = false;
    bool json = false;
    std::string workspace;
    std::string kubeconfig;
    bool noCluster = false;
};

int runDemo(const DemoCommandOptions &given)
{
    DemoSession::Settings settings;
    settings.options.seed = given.seed;
    settings.options.prometheusPort = given.port;
    if (given.noHistory) {
        settings.options.history = std::chrono::seconds(0);
    }
    settings.options.cluster = !given.noCluster;
    settings.kubeconfigFile = QString::fromStdString(given.kubeconfig);
    settings.json = given.json;
    settings.workspaceFile = QString::fromStdString(given.workspace);
    DemoSession session(settings);
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::caught, &session,
                     [&session] { session.quit(ExitOk); });
    session.start();
    return QCoreApplication::exec();
}

} // namespace

void addDemoCommand(CLI::App &app, CommandLine &line)
{
    auto options = std::make_shared<DemoCommandOptions>();
    CLI::App *command = app.add_subcommand(
        "demo", "Run the demo system alone: simulator, exporter, a real Prometheus and a cluster");
    command->add_option("--seed", options->seed, "Which world; the same seed shows the same");
    command->add_option("--prometheus-port", options->port, "Port on 127.0.0.1; 0 = any");
    command->add_option("--workspace", options->workspace, "Write a workspace file for it there");
    CLI::Option *kubeconfig = command->add_option("--kubeconfig-out", options->kubeconfig,
                                                  "Write a kubeconfig for its cluster there");
    command->add_flag("--no-cluster", options->noCluster, "Without a Kubernetes API server")
        ->excludes(kubeconfig);
    command->add_flag("--no-history", options->noHistory, "Start without the past eight days");
    command->add_flag("--json", options->json, "One JSON object a line");
    command->footer("Reads commands from standard input; type help. Ends with quit, end of input "
                    "or Ctrl-C.");
    command->callback([options, &line] { line.run = [options] { return runDemo(*options); }; });
}

} // namespace spillway
