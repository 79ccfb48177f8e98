// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/importcommand.h"

#include "policy/manifest.h"
#include "rollout/importer.h"
#include "spillwayctl/clusterargument.h"
#include "spillwayctl/command.h"
#include "spillwayctl/kubesession.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

struct ImportOptions : KubeArgument
{
    std::string name;
    std::string output;
    bool overwrite = false;
    bool json = false;
};

/// What is read, and which objects of it.
struct Wanted
{
    kube::Kind kind;
    bool onlyOurs; ///< others are of no use, and may be many
};

constexpr std::array wanted{Wanted{kube::Kind::HorizontalPodAutoscaler, false},
                            Wanted{kube::Kind::ScaledObject, false},
                            Wanted{kube::Kind::ConfigMap, true},
                            Wanted{kube::Kind::CronJob, false},
                            Wanted{kube::Kind::DestinationRule, false},
                            Wanted{kube::Kind::PrometheusRule, false},
                            Wanted{kube::Kind::Deployment, false},
                            Wanted{kube::Kind::StatefulSet, false}};

/// What was found, and what the cluster kept to itself.
struct Found
{
    std::vector<QJsonObject> objects;
    std::vector<ImportNote> notes;
    std::optional<Error> lastError;
    QByteArray roles; ///< that would allow what was refused
};

void noteUnread(Found &found, const QString &kind, const QString &text)
{
    found.notes.push_back({u"not-read"_s, kind, {}, text});
}

/// Items of lists of built-in kinds do not say what they are.
void add(Found &found, const kube::Resource &resource, std::vector<QJsonObject> items)
{
    for (QJsonObject &item : items) {
        item.insert(u"apiVersion"_s, resource.apiVersion());
        item.insert(u"kind"_s, resource.kind);
        found.objects.push_back(std::move(item));
    }
}

void readKind(KubeSession &session, const kube::Discovery &discovery, const Wanted &what,
              Found &found)
{
    const kube::KindFacts &facts = kube::factsOf(what.kind);
    const Result<kube::ServedResource> served = discovery.find(what.kind);
    if (!served) {
        // A cluster without KEDA has no ScaledObjects; one that does not answer for them may.
        for (const QString &group : discovery.failed.keys()) {
            if (group.startsWith(facts.group + u'/')) {
                noteUnread(found, facts.name, discovery.failed.value(group));
            }
        }
        return;
    }
    kube::ListQuery query{.resource = served->resource, .ns = session.nameSpace()};
    if (what.onlyOurs) {
        query.labelSelector = managedByLabel + u"=spillway"_s;
    }
    const std::unique_ptr<KubeList<QJsonObject>> reply(
        session.client().list<QJsonObject>(query, nullptr));
    auto listed = session.await(reply.get());
    if (listed) {
        add(found, served->resource, std::move(listed->items));
        return;
    }
    noteUnread(found, facts.name, listed.error().why);
    found.lastError = listed.error();
    if (const QString &role = reply->detail().neededRole; !role.isEmpty()) {
        found.roles += "---\n" + role.toUtf8();
    }
}

QByteArray notesJson(const std::vector<ImportNote> &notes)
{
    QJsonArray list;
    for (const ImportNote &note : notes) {
        list.append(QJsonObject{{u"id"_s, note.id},
                                {u"object"_s, note.object},
                                {u"path"_s, note.path},
                                {u"text"_s, note.text}});
    }
    return jsonLine(list);
}

void tellNotes(const std::vector<ImportNote> &notes, bool json)
{
    if (json) {
        print(stderr, notesJson(notes));
        return;
    }
    for (const ImportNote &note : notes) {
        const QString place =
            note.path.isEmpty() ? note.object : QString{note.object + u' ' + note.path};
        say(u"note: %1: %2 [%3]"_s.arg(place, note.text, note.id));
    }
}

Result<void> save(const QString &path, const QByteArray &text, bool overwrite)
{
    if (!overwrite && QFile::exists(path)) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("Cannot write the policy"),
                     .where = path,
                     .why = Text::tr("the file is there already"),
                     .advice = Text::tr("Give another name, or --overwrite.")};
    }
    return writeBytes(path, text);
}

int runImport(const ImportOptions &options)
{
    const Result<std::unique_ptr<KubeSession>> session = KubeSession::open(options.session());
    if (!session) {
        return explain(session.error());
    }
    const Result<kube::Discovery> discovery = (*session)->discover();
    if (!discovery) {
        return explain(discovery.error());
    }
    Found found;
    for (const Wanted &what : wanted) {
        readKind(**session, *discovery, what, found);
    }
    if (found.objects.empty() && found.lastError) {
        const int code = explain(*found.lastError);
        print(stderr, found.roles);
        return code;
    }
    Result<ImportedPolicy> imported =
        importPolicy({(*session)->nameSpace(), QString::fromStdString(options.name),
                      std::move(found.objects), SystemClock().now()});
    if (!imported) {
        tellNotes(found.notes, options.json);
        return explain(imported.error());
    }
    imported->notes.insert(imported->notes.begin(), found.notes.begin(), found.notes.end());
    if (options.output.empty() || options.output == "-") {
        const int written = answer(imported->text);
        tellNotes(imported->notes, options.json);
        return written;
    }
    const Result<void> saved =
        save(QString::fromStdString(options.output), imported->text, options.overwrite);
    if (!saved) {
        return explain(saved.error());
    }
    tellNotes(imported->notes, options.json);
    return ExitOk;
}

} // namespace

void addImportCommand(CLI::App &app, CommandLine &line)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App *const command = app.add_subcommand(
        "import", "Write a policy of what a namespace has: HPAs, ScaledObjects, DestinationRules");
    addKubeOptions(*command, *options);
    command->add_option("--name", options->name, "Name of the policy, if it is not the only one")
        ->type_name("NAME");
    command->add_option("-o,--output", options->output, "Write it there instead of to stdout")
        ->type_name("FILE");
    command->add_flag("--overwrite", options->overwrite, "Also over a file that is there");
    command->add_flag("--json", options->json, "Notes on stderr as JSON on one line");
    command->footer("What a policy cannot say is told on stderr, field by field.");
    command->callback([options, &line] { line.run = [options] { return runImport(*options); }; });
}

} // namespace spillway
