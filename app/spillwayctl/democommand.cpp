// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/democommand.h"

#include "spillwayctl/command.h"
#include "spillwayctl/demosession.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
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
};

// A signal handler may only do very little: it writes a byte, the event loop does the rest.
std::array<int, 2> signalPipe{-1, -1};

void noteSignal(int /*number*/)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

void catchSignals(DemoSession &session)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // the signals then end the process as they always do, and the children with it
    }
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &session);
    QObject::connect(notifier, &QSocketNotifier::activated, &session, [&session, notifier] {
        notifier->setEnabled(false);
        session.quit(ExitOk);
    });
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr);
}

int runDemo(const DemoCommandOptions &given)
{
    DemoSession::Settings settings;
    settings.options.seed = given.seed;
    settings.options.prometheusPort = given.port;
    if (given.noHistory) {
        settings.options.history = std::chrono::seconds(0);
    }
    settings.json = given.json;
    settings.workspaceFile = QString::fromStdString(given.workspace);
    DemoSession session(settings);
    catchSignals(session);
    session.start();
    return QCoreApplication::exec();
}

} // namespace

void addDemoCommand(CLI::App &app, CommandLine &line)
{
    auto options = std::make_shared<DemoCommandOptions>();
    CLI::App *command = app.add_subcommand(
        "demo", "Run the demo system alone: simulator, exporter and a real Prometheus");
    command->add_option("--seed", options->seed, "Which world; the same seed shows the same");
    command->add_option("--prometheus-port", options->port, "Port on 127.0.0.1; 0 = any");
    command->add_option("--workspace", options->workspace, "Write a workspace file for it there");
    command->add_flag("--no-history", options->noHistory, "Start without the past eight days");
    command->add_flag("--json", options->json, "One JSON object a line");
    command->footer("Reads commands from standard input; type help. Ends with quit, end of input "
                    "or Ctrl-C.");
    command->callback([options, &line] { line.run = [options] { return runDemo(*options); }; });
}

} // namespace spillway
