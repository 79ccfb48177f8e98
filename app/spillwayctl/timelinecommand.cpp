// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/timelinecommand.h"

#include "core/duration.h"
#include "policy/policyscaling.h"
#include "spillwayctl/command.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/policyargument.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <memory>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

struct TimelineOptions
{
    std::string policy;
    std::string from = "now";
    std::string to; ///< empty: the console's horizon
    std::string zone;
    std::string component;
    std::string leadTime;
    bool csv = false;
    bool json = false;

    [[nodiscard]] OutputFormat format() const
    {
        return json ? OutputFormat::Json : csv ? OutputFormat::Csv : OutputFormat::Table;
    }
};

struct Row
{
    QString component;
    TimelineRow row;
};

QString textOf(EpochMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).toString(Qt::ISODate);
}

QByteArray write(const std::vector<Row> &rows, const QTimeZone &zone, bool local,
                 OutputFormat format)
{
    QList<QStringList> table{{u"FROM"_s, u"TO"_s, u"COMPONENT"_s, u"MIN"_s, u"MAX"_s, u"WHY"_s}};
    QJsonArray list;
    QByteArray csv = local ? "from,to,local_from,local_to,component,min,max,why\n"
                           : "from,to,component,min,max,why\n";
    if (local) {
        table.front().insert(2, u"LOCAL FROM"_s);
    }
    table.reserve(static_cast<qsizetype>(rows.size()) + 1);
    for (const Row &one : rows) {
        const QString from = utcText(one.row.from);
        const QString to = utcText(one.row.to);
        const QString why = one.row.why.join(u" + "_s);
        QStringList cells{from,
                          to,
                          one.component,
                          QString::number(one.row.min),
                          QString::number(one.row.max),
                          why.isEmpty() ? Text::tr("base") : why};
        QJsonObject object{{u"from"_s, from},
                           {u"to"_s, to},
                           {u"component"_s, one.component},
                           {u"min"_s, one.row.min},
                           {u"max"_s, one.row.max},
                           {u"why"_s, QJsonArray::fromStringList(one.row.why)}};
        csv += from.toUtf8() + ',' + to.toUtf8() + ',';
        if (local) {
            cells.insert(2, textOf(one.row.from, zone));
            object.insert(u"local_from"_s, textOf(one.row.from, zone));
            object.insert(u"local_to"_s, textOf(one.row.to, zone));
            csv +=
                textOf(one.row.from, zone).toUtf8() + ',' + textOf(one.row.to, zone).toUtf8() + ',';
        }
        csv += csvCell(one.component.toUtf8()) + ',' + QByteArray::number(one.row.min) + ',' +
               QByteArray::number(one.row.max) + ',' + csvCell(why.toUtf8()) + '\n';
        table.append(cells);
        list.append(object);
    }
    switch (format) {
    case OutputFormat::Csv:
        return csv;
    case OutputFormat::Json:
        return jsonLine(list);
    case OutputFormat::Table:
        break;
    }
    return alignedTable(table);
}

Result<TimeRange> rangeOf(const TimelineOptions &options)
{
    const EpochMs now = SystemClock().now();
    const auto from = parseTimeArgument(QString::fromStdString(options.from), now);
    if (!from) {
        return from.error();
    }
    TimeRange range{*from, *from + std::chrono::milliseconds(timelineHorizon).count()};
    if (!options.to.empty()) {
        const auto to = parseTimeArgument(QString::fromStdString(options.to), now);
        if (!to) {
            return to.error();
        }
        range.to = *to;
    }
    if (!range.isValid()) {
        return badOption(Text::tr("Cannot use the range"),
                         Text::tr("the end must be after the start"));
    }
    return range;
}

/// The problems of all components, then the rows by time.
Result<std::vector<Row>> rowsOf(const PolicyArgument &argument, const PolicyContext &context,
                                TimeRange range, const QString &only)
{
    std::vector<Row> rows;
    std::vector<Error> problems;
    bool found = only.isEmpty();
    for (const PolicyComponent &component : argument.policy.components) {
        found = found || component.name == only;
        if (component.engine == PolicyComponent::Engine::None ||
            (!only.isEmpty() && component.name != only)) {
            continue;
        }
        Timeline timeline = resolveSchedule(scheduleOf(argument.policy, component, context), range);
        for (Error &problem : timeline.problems) {
            problems.push_back(placed(std::move(problem), argument.positions));
        }
        for (TimelineRow &row : timeline.rows) {
            rows.push_back({component.name, std::move(row)});
        }
    }
    if (!found) {
        return badOption(Text::tr("Cannot show the component \"%1\"").arg(only),
                         Text::tr("the policy has none of that name"));
    }
    for (std::size_t i = 0; i + 1 < problems.size(); ++i) {
        say(u"spillwayctl: "_s + problems[i].sentence());
    }
    if (!problems.empty()) {
        return problems.back();
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row &a, const Row &b) { return a.row.from < b.row.from; });
    return rows;
}

int runTimeline(const TimelineOptions &options)
{
    const QTimeZone zone = options.zone.empty()
                               ? QTimeZone::utc()
                               : QTimeZone(QByteArray::fromStdString(options.zone));
    if (!zone.isValid()) {
        return explain(badOption(
            Text::tr("Cannot use the zone \"%1\"").arg(QString::fromStdString(options.zone)),
            Text::tr("expected an IANA name such as Asia/Shanghai")));
    }
    const Result<TimeRange> range = rangeOf(options);
    if (!range) {
        return explain(range.error());
    }
    const Result<PolicyArgument> argument =
        readPolicyArgument(QString::fromStdString(options.policy), *range);
    if (!argument) {
        return explain(argument.error());
    }
    PolicyContext context{.calendarDays = argument->calendarDays};
    if (!options.leadTime.empty()) {
        const auto span = parseSpanArgument(QString::fromStdString(options.leadTime));
        if (!span) {
            return explain(span.error());
        }
        for (const PolicyComponent &component : argument->policy.components) {
            context.measuredLeadTimes.insert(component.name,
                                             std::chrono::ceil<std::chrono::seconds>(*span));
        }
    }
    const Result<std::vector<Row>> rows =
        rowsOf(*argument, context, *range, QString::fromStdString(options.component));
    return rows ? answer(write(*rows, zone, !options.zone.empty(), options.format()))
                : explain(rows.error());
}

} // namespace

void addTimelineCommand(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<TimelineOptions>();
    CLI::App *const command =
        app.add_subcommand("timeline", "Bounds of a policy over time: who decides them and why");
    command->add_option("--policy", options->policy, "Policy file")->required()->type_name("FILE");
    command->add_option("--from", options->from, "RFC 3339, unix seconds, or now-1h")
        ->capture_default_str()
        ->type_name("TIME");
    command->add_option("--to", options->to, "The same; 400 days after the start if not given")
        ->type_name("TIME");
    command->add_option("--zone", options->zone, "Show local times of this IANA zone beside UTC")
        ->type_name("ZONE");
    command->add_option("--component", options->component, "Only this one")->type_name("NAME");
    command
        ->add_option("--lead-time", options->leadTime,
                     "What \"leadTime: measured\" stands for; 60 s if not given")
        ->type_name("DURATION");
    CLI::Option *const csv = command->add_flag(
        "--csv", options->csv, "CSV with the columns from,to,component,min,max,why");
    csv->excludes(command->add_flag("--json", options->json, "JSON on one line"));
    command->callback([options, &line] { line.run = [options] { return runTimeline(*options); }; });
}

} // namespace spillway
