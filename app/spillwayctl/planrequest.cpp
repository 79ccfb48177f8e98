// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/planrequest.h"

#include "spillwayctl/policyfile.h"
#include "spillwayctl/policyreport.h"
#include "spillwayctl/terminal.h"

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

} // namespace

void addTakeOverOption(CLI::App &command, std::vector<std::string> &takeOver)
{
    command
        .add_option("--take-over", takeOver,
                    "Take fields of this object over from their owners, or let the policy's "
                    "autoscaler replace it, such as "
                    "\"horizontalpodautoscalers.autoscaling shop/web\"; may be repeated")
        ->type_name("OBJECT");
}

QSet<QString> takeOverOf(const std::vector<std::string> &objects)
{
    QSet<QString> names;
    for (const std::string &object : objects) {
        names.insert(QString::fromStdString(object));
    }
    return names;
}

Result<PlanInput> readPlanInput(const PlanArguments &arguments, EpochMs now)
{
    const QString path = QString::fromStdString(arguments.file);
    Result<PolicyFile> file = readPolicyFile(path, now);
    if (!file) {
        return file.error();
    }
    if (!file->reading.ok()) {
        say(QString::fromUtf8(reportText({path, file->reading.problems, {}})).trimmed());
        return Error{.code = ErrorCode::InvalidDocument,
                     .what = Text::tr("The policy has problems"),
                     .where = path};
    }
    PlanInput input{.reading = std::move(file->reading),
                    .text = std::move(file->text),
                    .context = std::move(file->context),
                    .now = now,
                    .takeOver = takeOverOf(arguments.takeOver)};
    if (!arguments.nameSpace.empty()) {
        input.reading.policy.nameSpace = QString::fromStdString(arguments.nameSpace);
    }
    return input;
}

Result<Plan> makePlan(KubeSession &session, PlanInput input)
{
    Planner planner(session.client(), std::move(input));
    KubeSession::run(planner);
    return planner.takeResult();
}

void tellUnknownObjects(const std::vector<std::string> &takeOver, const Plan &plan)
{
    for (const QString &name : takeOverOf(takeOver)) {
        const bool known =
            std::any_of(plan.steps.begin(), plan.steps.end(),
                        [&name](const PlanStep &step) { return step.object.toString() == name; });
        if (!known) {
            say(Text::tr("warning: nothing of the plan is called “%1”").arg(name));
        }
    }
}

} // namespace spillway
