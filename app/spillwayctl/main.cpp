// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/command.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spillwayctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPILLWAY_VERSION));

    CLI::App app{"Spillway without a window: queries and tools for scripts and pipelines"};
    app.name("spillwayctl");
    app.set_version_flag("--version", "spillwayctl " SPILLWAY_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done; 1 it failed, the reason is on stderr; 2 wrong command line.");

    spillway::CommandLine line;
    spillway::addCommands(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? spillway::ExitOk : spillway::ExitUsage;
    }
    return line.run ? line.run() : spillway::ExitUsage;
}
