// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/command.h"
#include "spillwayctl/completion.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTranslator>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <memory>

namespace {

/// How people call it: kubectl starts its plugin "spillway" by the name kubectl-spillway.
std::string calledName(const char *path)
{
    const QString file = QFileInfo(QString::fromLocal8Bit(path)).fileName();
    return file == QLatin1String("kubectl-spillway") ? "kubectl spillway" : "spillwayctl";
}

/// A flag that may have a value is --watch[=LENGTH], not --watch{10m}.
class HelpFormatter : public CLI::Formatter
{
public:
    std::string make_option_name(const CLI::Option *option, bool isPositional) const override
    {
        const std::string name = CLI::Formatter::make_option_name(option, isPositional);
        const auto value = name.find('{');
        return value == std::string::npos ? name : name.substr(0, value) + "[=LENGTH]";
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spillwayctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPILLWAY_VERSION));
    // Scripts read this program, so it speaks English everywhere; its plural forms are in a file.
    QTranslator plurals;
    if (plurals.load(QStringLiteral(":/i18n/spillway_en"))) {
        QCoreApplication::installTranslator(&plurals);
    }

    CLI::App app{"Spillway without a window: queries and tools for scripts and pipelines"};
    app.name(calledName(argc > 0 ? argv[0] : ""));
    app.set_version_flag("--version", "spillwayctl " SPILLWAY_VERSION);
    app.formatter(std::make_shared<HelpFormatter>()); // of the commands too
    app.require_subcommand(1);
    app.footer("Exit status: 0 done; 1 it failed, the reason is on stderr; 2 wrong command line.");

    spillway::CommandLine line;
    spillway::addCommands(app, line);
    if (argc > 1 && argv[1] == std::string("__complete")) {
        return spillway::runComplete(app, {argv + 2, argv + argc});
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? spillway::ExitOk : spillway::ExitUsage;
    }
    return line.run ? line.run() : spillway::ExitUsage;
}
