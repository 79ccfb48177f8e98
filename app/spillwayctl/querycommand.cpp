// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/querycommand.h"

#include "prometheus/capabilityprobe.h"
#include "spillwayctl/command.h"
#include "spillwayctl/metricssession.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/timeargument.h"
#include "spillwayctl/workspaceargument.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

/// Everything that can stand on the command line of these subcommands.
struct QueryOptions
{
    WorkspaceArgument server;
    std::string expr;
    std::string time = "now";
    std::string start = "now-1h";
    std::string end = "now";
    std::string step = "60s";
    std::string match;
    bool csv = false;
    bool json = false;

    [[nodiscard]] OutputFormat format() const
    {
        return json ? OutputFormat::Json : csv ? OutputFormat::Csv : OutputFormat::Table;
    }
};

using OptionsPtr = std::shared_ptr<QueryOptions>;

void printNotes(const DataNotes &notes)
{
    for (const QString &warning : notes.warnings) {
        say(Text::tr("warning: %1").arg(warning));
    }
    for (const QString &info : notes.infos) {
        say(Text::tr("info: %1").arg(info));
    }
    if (notes.partial) {
        say(Text::tr("warning: the answer is partial: some stores did not answer"));
    }
    if (notes.truncated) {
        say(Text::tr("warning: the answer is truncated by a limit"));
    }
}

Result<std::unique_ptr<MetricsSession>> sessionOf(const QueryOptions &options)
{
    if (!options.server.given()) {
        return badOption(Text::tr("There is nobody to ask"),
                         Text::tr("give --prometheus or --workspace"));
    }
    const Result<Workspace> workspace = readWorkspaceArgument(options.server);
    return workspace ? MetricsSession::open(*workspace)
                     : Result<std::unique_ptr<MetricsSession>>{workspace.error()};
}

int show(const Result<QueryResult> &result, OutputFormat format)
{
    if (!result) {
        return explain(result.error());
    }
    printNotes(result->notes);
    return answer(writeResult(*result, format));
}

int runQuery(const QueryOptions &options)
{
    InstantQuery query{.expr = QString::fromStdString(options.expr)};
    if (options.time != "now") { // the server's now, not ours
        const auto time =
            parseTimeArgument(QString::fromStdString(options.time), SystemClock().now());
        if (!time) {
            return explain(time.error());
        }
        query.time = *time;
    }
    const auto session = sessionOf(options);
    if (!session) {
        return explain(session.error());
    }
    return show(MetricsSession::await((*session)->client().query(query, nullptr)),
                options.format());
}

int runQueryRange(const QueryOptions &options)
{
    const EpochMs now = SystemClock().now();
    const auto from = parseTimeArgument(QString::fromStdString(options.start), now);
    const auto to = parseTimeArgument(QString::fromStdString(options.end), now);
    const auto step = parseSpanArgument(QString::fromStdString(options.step));
    for (const Error *problem : {from ? nullptr : &from.error(), to ? nullptr : &to.error(),
                                 step ? nullptr : &step.error()}) {
        if (problem != nullptr) {
            return explain(*problem);
        }
    }
    if (*step <= 0ms || *to < *from) {
        return explain(
            badOption(Text::tr("Cannot use the range"),
                      Text::tr("the step must be above zero and the end not before the start")));
    }
    const auto session = sessionOf(options);
    if (!session) {
        return explain(session.error());
    }
    const RangeQuery query{
        .expr = QString::fromStdString(options.expr), .range = {*from, *to}, .step = *step};
    return show(MetricsSession::await((*session)->client().queryRange(query, nullptr)),
                options.format());
}

QByteArray writeMetrics(const QStringList &names, const QHash<QString, MetadataEntry> &known,
                        OutputFormat format)
{
    QList<QStringList> rows;
    QJsonArray list;
    QByteArray csv = "metric,type,unit,help\n";
    for (const QString &name : names) {
        const MetadataEntry entry = known.value(name);
        rows.append({name, entry.type, entry.unit, entry.help.simplified()});
        list.append(QJsonObject{{u"metric"_s, name},
                                {u"type"_s, entry.type},
                                {u"unit"_s, entry.unit},
                                {u"help"_s, entry.help}});
        csv += csvCell(name.toUtf8()) + ',' + csvCell(entry.type.toUtf8()) + ',' +
               csvCell(entry.unit.toUtf8()) + ',' + csvCell(entry.help.toUtf8()) + '\n';
    }
    if (format == OutputFormat::Json) {
        return jsonLine(list);
    }
    rows.prepend({u"METRIC"_s, u"TYPE"_s, u"UNIT"_s, u"HELP"_s});
    return format == OutputFormat::Csv ? csv : alignedTable(rows);
}

int runMetrics(const QueryOptions &options)
{
    const auto session = sessionOf(options);
    if (!session) {
        return explain(session.error());
    }
    PrometheusClient &client = (*session)->client();
    const EpochMs now = SystemClock().now();
    SeriesQuery query{.range = TimeRange{now - 3'600'000, now}};
    if (!options.match.empty()) {
        query.matchers.append(QString::fromStdString(options.match));
    }
    const Result<NamesAnswer> names =
        MetricsSession::await(client.labelValues(u"__name__"_s, query, nullptr));
    if (!names) {
        return explain(names.error());
    }
    QHash<QString, MetadataEntry> known;
    // Types are a bonus: not every backend has them.
    if (const Result<MetadataList> metadata = MetricsSession::await(client.metadata({}, nullptr))) {
        for (const MetadataEntry &entry : *metadata) {
            known.insert(entry.metric, entry);
        }
    }
    printNotes(names->notes);
    return answer(writeMetrics(names->names, known, options.format()));
}

QJsonObject probeJson(const Capabilities &found)
{
    QJsonObject object{{u"backend"_s, backendName(found.backend)},
                       {u"version"_s, found.version},
                       {u"lookback_ms"_s, static_cast<qint64>(found.lookbackDelta.count())},
                       {u"max_points"_s, found.maxPoints},
                       {u"limitations"_s, QJsonArray::fromStringList(found.limitations())}};
    if (found.clockOffset) {
        object.insert(u"clock_offset_ms"_s, static_cast<qint64>(found.clockOffset->offset.count()));
        object.insert(u"clock_uncertainty_ms"_s,
                      static_cast<qint64>(found.clockOffset->uncertainty.count()));
    }
    if (found.scrapeIntervals.overall) {
        object.insert(u"scrape_interval_ms"_s,
                      static_cast<qint64>(found.scrapeIntervals.overall->count()));
    }
    return object;
}

int runProbe(const QueryOptions &options)
{
    const auto session = sessionOf(options);
    if (!session) {
        return explain(session.error());
    }
    CapabilityProbe probe((*session)->client(), (*session)->clock(), nullptr);
    QEventLoop loop;
    QObject::connect(&probe, &CapabilityProbe::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (!probe.result()) {
        return explain(probe.result().error());
    }
    const QJsonObject facts = probeJson(*probe.result());
    if (options.json) {
        return answerJson(facts);
    }
    QList<QStringList> rows;
    for (auto at = facts.begin(); at != facts.end(); ++at) {
        if (!at.value().isArray()) {
            rows.append({at.key(), at.value().toVariant().toString()});
        }
    }
    QByteArray text = alignedTable(rows);
    for (const QString &limitation : probe.result()->limitations()) {
        text += "- " + printable(limitation).toUtf8() + '\n';
    }
    return answer(text);
}

void addConnection(CLI::App &command, const OptionsPtr &options)
{
    options->server.usualTimeout = "30s";
    addWorkspaceFileOption(command, options->server);
    addServerOptions(command, options->server);
}

void addFormat(CLI::App &command, const OptionsPtr &options, const char *csv)
{
    CLI::Option *const asCsv =
        csv != nullptr ? command.add_flag("--csv", options->csv, csv) : nullptr;
    CLI::Option *const asJson = command.add_flag("--json", options->json, "JSON on one line");
    if (asCsv != nullptr) {
        asCsv->excludes(asJson);
    }
}

constexpr const char *csvHelp = "CSV with the columns series,timestamp_ms,value";
constexpr const char *timeHelp = "RFC 3339, unix seconds, or now-1h";

void addQuery(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<QueryOptions>();
    CLI::App *const command =
        app.add_subcommand("query", "Evaluate a PromQL expression at one moment");
    addConnection(*command, options);
    addFormat(*command, options, csvHelp);
    command->add_option("--time", options->time, timeHelp)
        ->capture_default_str()
        ->type_name("TIME");
    command->add_option("expr", options->expr, "PromQL")->required();
    command->callback([options, &line] { line.run = [options] { return runQuery(*options); }; });
}

void addQueryRange(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<QueryOptions>();
    CLI::App *const command =
        app.add_subcommand("query-range", "Evaluate a PromQL expression over a range of time");
    addConnection(*command, options);
    addFormat(*command, options, csvHelp);
    command->add_option("--start", options->start, timeHelp)
        ->capture_default_str()
        ->type_name("TIME");
    command->add_option("--end", options->end, timeHelp)->capture_default_str()->type_name("TIME");
    command->add_option("--step", options->step, "Distance of the points")
        ->capture_default_str()
        ->type_name("DURATION");
    command->add_option("expr", options->expr, "PromQL")->required();
    command->callback(
        [options, &line] { line.run = [options] { return runQueryRange(*options); }; });
}

void addMetrics(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<QueryOptions>();
    CLI::App *const command =
        app.add_subcommand("metrics", "List the metrics of the last hour with type, unit and help");
    addConnection(*command, options);
    addFormat(*command, options, "CSV with the columns metric,type,unit,help");
    command
        ->add_option("--match", options->match, "Only metrics of series that this selector selects")
        ->type_name("SELECTOR");
    command->callback([options, &line] { line.run = [options] { return runMetrics(*options); }; });
}

void addProbe(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<QueryOptions>();
    CLI::App *const command =
        app.add_subcommand("probe", "Find out which server answers and what it lacks");
    addConnection(*command, options);
    addFormat(*command, options, nullptr);
    command->callback([options, &line] { line.run = [options] { return runProbe(*options); }; });
}

} // namespace

void addQueryCommands(CLI::App &app, CommandLine &line)
{
    addQuery(app, line);
    addQueryRange(app, line);
    addMetrics(app, line);
    addProbe(app, line);
}

} // namespace spillway
