// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policytextcommand.h"

#include "core/yamlwriter.h"
#include "policy/compiler.h"
#include "policy/namedpath.h"
#include "policy/policytext.h"
#include "policy/policywriter.h"
#include "spillwayctl/command.h"
#include "spillwayctl/policyargument.h"
#include "spillwayctl/policyreport.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/textfile.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

struct SetOptions
{
    std::string file;
    std::string path;
    std::string value;
    bool isText = false;
    bool dryRun = false;
};

struct WriteOptions
{
    std::string file;
    std::string out;
};

/// What a policy becomes.
using Render = QByteArray (*)(const Policy &);

/// Problems of the text after a change that it did not have before.
std::vector<Error> newProblems(const QByteArray &before, const QByteArray &after,
                               const QString &file)
{
    const std::vector<Error> known = parsePolicy(before, file).problems;
    std::vector<Error> found = parsePolicy(after, file).problems;
    const auto isKnown = [&known](const Error &problem) {
        const auto isSame = [&problem](const Error &other) {
            return other.why == problem.why && other.position && problem.position &&
                   other.position->path == problem.position->path;
        };
        return std::any_of(known.begin(), known.end(), isSame);
    };
    found.erase(std::remove_if(found.begin(), found.end(), isKnown), found.end());
    return found;
}

Result<QByteArray> changed(const QByteArray &before, const SetOptions &options)
{
    const Result<QString> path = indexedPath(before, QString::fromStdString(options.path));
    if (!path) {
        return path.error();
    }
    const QString value = QString::fromStdString(options.value);
    Result<QByteArray> after =
        setYamlValue(before, *path, options.isText ? YamlWriter::scalar(value) : value);
    if (!after) {
        return after;
    }
    const QString file = QString::fromStdString(options.file);
    const std::vector<Error> problems = newProblems(before, *after, file);
    if (problems.empty()) {
        return after;
    }
    say(QString::fromUtf8(reportText({file, problems, {}})).trimmed());
    return Error{.code = ErrorCode::InvalidDocument,
                 .what = Text::tr("The value was not set"),
                 .where = *path,
                 .why = Text::tr("no policy says this")};
}

int runSet(const SetOptions &options)
{
    const QString file = QString::fromStdString(options.file);
    const Result<QByteArray> before = readBytes(file, YamlLimits{}.bytes);
    if (!before) {
        return explain(before.error());
    }
    const Result<QByteArray> after = changed(*before, options);
    if (!after) {
        return explain(after.error());
    }
    if (options.dryRun || file == u"-") {
        return answer(*after);
    }
    const Result<void> written = *after == *before ? Result<void>() : writeBytes(file, *after);
    return written ? int{ExitOk} : explain(written.error());
}

int runWrite(const WriteOptions &options, Render render)
{
    const Result<Policy> policy = readPolicyAlone(QString::fromStdString(options.file));
    if (!policy) {
        return explain(policy.error());
    }
    const QByteArray bytes = render(*policy);
    if (options.out.empty()) {
        return answer(bytes);
    }
    const Result<void> written = writeBytes(QString::fromStdString(options.out), bytes);
    return written ? int{ExitOk} : explain(written.error());
}

void addSet(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<SetOptions>();
    CLI::App *const command = app.add_subcommand(
        "set", "Change one value of a policy file and leave every other byte as it is");
    command->add_option("file", options->file, "Policy file, or - for standard input")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("path", options->path,
                     "Where: 'spec.components[rag-worker].replicas.max'; items by number or name")
        ->required()
        ->type_name("PATH");
    command
        ->add_option("value", options->value,
                     "What: YAML on one line: 20, '[a, b]', '{min: 2}'; -- before one that begins "
                     "with -")
        ->required()
        ->type_name("VALUE");
    command->add_flag("--text", options->isText, "The value is text, whatever it looks like");
    command->add_flag("--dry-run", options->dryRun, "Write the text to standard output instead");
    command->callback([options, &line] { line.run = [options] { return runSet(*options); }; });
}

void addWrite(CLI::App &app, CommandLine &line, const std::string &name, const std::string &help,
              const std::string &file, Render render)
{
    const auto options = std::make_shared<WriteOptions>();
    CLI::App *const command = app.add_subcommand(name, help);
    command->add_option(file, options->file, "Policy file, or - for standard input")
        ->required()
        ->type_name("FILE");
    command->add_option("--out", options->out, "Write it there instead of to standard output")
        ->type_name("FILE");
    command->callback(
        [options, render, &line] { line.run = [=] { return runWrite(*options, render); }; });
}

} // namespace

void addPolicyTextCommands(CLI::App &app, CommandLine &line)
{
    addSet(app, line);
    addWrite(app, line, "export",
             "Write a policy file in its canonical form, without comments and defaults", "file",
             writePolicy);
    addWrite(app, line, "rules",
             "Write the alerts of a policy as a rule file of Prometheus, for clusters without "
             "PrometheusRule",
             "--policy", ruleFile);
}

} // namespace spillway
