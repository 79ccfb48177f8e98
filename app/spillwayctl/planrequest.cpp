// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/planrequest.h"

#include "spillwayctl/optionerror.h"
#include "spillwayctl/policyfile.h"
#include "spillwayctl/policyreport.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"

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

void addLeadTimeOption(CLI::App &command, std::vector<std::string> &leadTimes)
{
    command
        .add_option("--lead-time", leadTimes,
                    "How much earlier the floors of a component with \"leadTime: measured\" rise, "
                    "such as web=90s, in steps of 30s. If not given that of the timeline in the "
                    "cluster is kept; may be repeated")
        ->allow_extra_args(false)
        ->type_name("COMPONENT=LENGTH");
}

Result<QMap<QString, std::chrono::seconds>> leadTimesOf(const std::vector<std::string> &texts,
                                                        const Policy &policy)
{
    QMap<QString, std::chrono::seconds> times;
    for (const std::string &each : texts) {
        const QString text = QString::fromStdString(each);
        const QString what = Text::tr("Cannot use the lead time “%1”").arg(text);
        const qsizetype equals = text.indexOf(u'=');
        const auto length = parseSpanArgument(QStringView{text}.sliced(equals + 1));
        if (equals < 1 || !length) {
            return badOption(what, Text::tr("it is not like web=90s"));
        }
        const QString name = text.first(equals);
        const PolicyComponent *const component = policy.find(name);
        if (component == nullptr || !component->coldStart.leadTimeMeasured) {
            return badOption(
                what,
                Text::tr("the policy has no component “%1” with leadTime: measured").arg(name));
        }
        times.insert(name, std::chrono::ceil<std::chrono::seconds>(*length));
    }
    return times;
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
    auto leadTimes = leadTimesOf(arguments.leadTimes, file->reading.policy);
    if (!leadTimes) {
        return leadTimes.error();
    }
    PlanInput input{.reading = std::move(file->reading),
                    .text = std::move(file->text),
                    .context = std::move(file->context),
                    .leadTimes = *std::move(leadTimes),
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
