// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigloader.h"
#include "spillwayctl/command.h"
#include "spillwayctl/completion.h"
#include "spillwayctl/terminal.h"

#include <QFile>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <array>
#include <memory>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array shells{"bash", "zsh", "fish"};

int printScript(const QString &shell)
{
    QFile file(u":/completion/spillwayctl."_s + shell);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // compiled in
    return answer(file.readAll());
}

/// Names that only this machine knows. Nothing is asked of a network.
std::vector<std::string> valuesOf(const std::string &option)
{
    std::vector<std::string> names;
    if (option == "context") {
        for (const KubeContext &context : loadKubeconfig({}).config.contexts) {
            names.push_back(context.name.toStdString());
        }
    }
    return names;
}

} // namespace

void addCompletionCommand(CLI::App &app, CommandLine &line)
{
    const auto shell = std::make_shared<std::string>();
    CLI::App *const command =
        app.add_subcommand("completion", "Print the script that completes commands in a shell");
    command->add_option("shell", *shell, "bash, zsh or fish")
        ->required()
        ->type_name("SHELL")
        ->check(CLI::IsMember({shells[0], shells[1], shells[2]}));
    command->footer("For bash: source <(spillwayctl completion bash)");
    command->callback([shell, &line] {
        line.run = [shell] { return printScript(QString::fromStdString(*shell)); };
    });
}

int runComplete(const CLI::App &root, const std::vector<std::string> &words)
{
    return answer(completionText(completeWords(root, words, valuesOf)));
}

} // namespace spillway
