// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policycommand.h"

#include "core/clock.h"
#include "policy/policyschema.h"
#include "spillwayctl/command.h"
#include "spillwayctl/controllerargument.h"
#include "spillwayctl/policyfile.h"
#include "spillwayctl/policyreport.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/textfile.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

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

struct PolicyOptions
{
    std::vector<std::string> files;
    std::string now = "now";
    ControllerArgument controller;
    std::string junit;
    bool json = false;
    bool isStrict = false;
};

using OptionsPtr = std::shared_ptr<PolicyOptions>;

/// As of when, and by the rules of which server.
struct Terms
{
    EpochMs now = 0;
    HpaController controller;
};

Result<Terms> termsOf(const PolicyOptions &options)
{
    const Result<EpochMs> now =
        parseTimeArgument(QString::fromStdString(options.now), SystemClock().now());
    if (!now) {
        return now.error();
    }
    const Result<HpaController> controller = controllerOf(options.controller);
    return controller ? Result<Terms>{Terms{*now, *controller}} : controller.error();
}

Result<PolicyFile> readPolicy(const QString &path, const Terms &terms)
{
    Result<PolicyFile> file = readPolicyFile(path, terms.now);
    if (file) {
        file->context.controller = terms.controller;
    }
    return file;
}

Result<PolicyReport> judge(const QString &path, const Terms &terms)
{
    const Result<PolicyFile> file = readPolicy(path, terms);
    if (!file) {
        return file.error();
    }
    PolicyReport report{path, file->reading.problems, {}};
    if (report.problems.empty()) {
        report.findings =
            findInPolicy(file->reading.policy, file->reading.positions, file->context, terms.now);
    }
    return report;
}

int runValidate(const PolicyOptions &options)
{
    const Result<Terms> terms = termsOf(options);
    if (!terms) {
        return explain(terms.error());
    }
    QByteArray text;
    QJsonArray list;
    bool ok = true;
    for (const std::string &path : options.files) {
        const Result<PolicyReport> report = judge(QString::fromStdString(path), *terms);
        if (!report) {
            return explain(report.error());
        }
        ok = ok && report->ok();
        text += reportText(*report);
        list.append(reportJson(*report));
    }
    const int written = answer(options.json ? jsonLine(list) : text);
    return written == ExitOk && !ok ? ExitError : written;
}

int runTest(const PolicyOptions &options)
{
    const Result<Terms> terms = termsOf(options);
    if (!terms) {
        return explain(terms.error());
    }
    const QString path = QString::fromStdString(options.files.front());
    const Result<PolicyFile> file = readPolicy(path, *terms);
    if (!file) {
        return explain(file.error());
    }
    if (!file->reading.ok()) {
        say(QString::fromUtf8(reportText({path, file->reading.problems, {}})).trimmed());
        return ExitError;
    }
    const Policy &policy = file->reading.policy;
    std::vector<AssertionOutcome> outcomes =
        runAssertions(policy, file->reading.positions, file->context, terms->now);
    if (options.isStrict && outcomes.empty()) {
        outcomes.push_back(noAssertions(file->reading.positions));
    }
    const Undecided undecided = options.isStrict ? Undecided::IsError : Undecided::IsSkipped;
    if (!options.junit.empty()) {
        const Result<void> saved = writeBytes(QString::fromStdString(options.junit),
                                              junitXml(policy.name, outcomes, undecided));
        if (!saved) {
            return explain(saved.error());
        }
    }
    const bool failed = std::any_of(outcomes.begin(), outcomes.end(), [&](const auto &outcome) {
        using Status = AssertionOutcome::Status;
        return outcome.status == Status::Failed ||
               (options.isStrict && outcome.status == Status::Undecided);
    });
    const int written = answer(outcomesText(outcomes));
    return written == ExitOk && failed ? ExitError : written;
}

void addTerms(CLI::App &command, const OptionsPtr &options)
{
    command.add_option("--now", options->now, "Judge as of this time: RFC 3339 or unix seconds")
        ->capture_default_str()
        ->type_name("TIME");
    addControllerOptions(command, options->controller);
}

void addValidate(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<PolicyOptions>();
    CLI::App *const command = app.add_subcommand(
        "validate", "Check policy files without a cluster; exits with 1 if one has errors");
    command->add_option("file", options->files, "Policy file, or - for standard input")
        ->required()
        ->type_name("FILE");
    command->add_flag("--json", options->json, "JSON on one line");
    addTerms(*command, options);
    command->callback([options, &line] { line.run = [options] { return runValidate(*options); }; });
}

void addTest(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<PolicyOptions>();
    CLI::App *const command =
        app.add_subcommand("test", "Run the assertions of a policy; exits with 1 if one fails");
    command->add_option("file", options->files, "Policy file, or - for standard input")
        ->required()
        ->expected(1)
        ->type_name("FILE");
    command->add_option("--junit", options->junit, "Also write JUnit XML there")->type_name("FILE");
    command->add_flag("--strict", options->isStrict,
                      "Fail too if there are no assertions, or one could not be decided");
    addTerms(*command, options);
    command->callback([options, &line] { line.run = [options] { return runTest(*options); }; });
}

void addSchema(CLI::App &app, CommandLine &line)
{
    CLI::App *const command =
        app.add_subcommand("schema", "Print the JSON Schema of policy files, for editors");
    command->callback(
        [&line] { line.run = [] { return answer(QJsonDocument(policySchema()).toJson()); }; });
}

} // namespace

void addPolicyCommands(CLI::App &app, CommandLine &line)
{
    addValidate(app, line);
    addTest(app, line);
    addSchema(app, line);
}

} // namespace spillway
