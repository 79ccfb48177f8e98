// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/overridecommand.h"

#include "kube/writewindow.h"
#include "rollout/overridestore.h"
#include "spillwayctl/clusterargument.h"
#include "spillwayctl/command.h"
#include "spillwayctl/confirmation.h"
#include "spillwayctl/generationquery.h"
#include "spillwayctl/overrideargument.h"
#include "spillwayctl/overridereport.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/terminal.h"
#include "spillwayctl/workspaceargument.h"

#include <QCoreApplication>
#include <QJsonArray>

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

/// Everything that can stand on the command line of these subcommands.
struct OverrideOptions
{
    ClusterArgument cluster;
    OverrideArgument set;
    WorkspaceArgument metrics;
    std::vector<std::string> ids;
    std::string reason;
    std::string by;
    bool json = false;
};

using OptionsPtr = std::shared_ptr<OverrideOptions>;

/// A cluster with its overrides for the time of one command.
class OverrideSession
{
public:
    static Result<std::unique_ptr<OverrideSession>> open(const ClusterArgument &argument)
    {
        const Result<ClusterChoice> choice = readClusterArgument(argument);
        if (!choice) {
            return choice.error();
        }
        Result<std::unique_ptr<KubeSession>> session = KubeSession::open(choice->session);
        if (!session) {
            return session.error();
        }
        return std::unique_ptr<OverrideSession>(
            new OverrideSession(std::move(session).value(), choice->isProtected, argument.yes));
    }

    [[nodiscard]] QString nameSpace() const { return m_kube->nameSpace(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// The one who was named, else whom the cluster takes us for.
    Result<QString> author(const std::string &named)
    {
        if (!named.empty()) {
            return QString::fromStdString(named);
        }
        const std::unique_ptr<KubeAnswer<kube::Identity>> reply(m_kube->client().whoAmI(nullptr));
        Result<kube::Identity> who = m_kube->await(reply.get());
        if (who) {
            return who->user;
        }
        Error error = who.error();
        error.advice = error.advice.isEmpty() ? Text::tr("Say who with --by.") : error.advice;
        return error;
    }

    Result<OverrideSet> read() { return await(m_store.read(nullptr)); }

    /// Asks whether it is meant, and opens the write window.
    Result<WriteTicket> allow(const QString &what)
    {
        const QString context = m_window.contextName();
        const Result<void> meant = confirm(what, context, m_window.isProtected(), m_yes);
        return meant ? m_window.open(context) : Result<WriteTicket>{meant.error()};
    }

    Result<OverrideSet> set(const WriteTicket &ticket, const PolicyOverride &one)
    {
        return await(m_store.set(ticket, one, nullptr));
    }
    Result<OverrideSet> clear(const WriteTicket &ticket, const QString &id, const QString &by,
                              const QString &reason)
    {
        return await(m_store.clear(ticket, id, by, reason, nullptr));
    }
    /// Of the last one that was set or cleared.
    [[nodiscard]] const QString &id() const { return m_id; }

private:
    OverrideSession(std::unique_ptr<KubeSession> kube, bool isProtected, bool yes)
        : m_kube(std::move(kube))
        , m_window(m_kube->access().contextName(), isProtected, m_clock)
        , m_store(m_kube->client(), m_kube->nameSpace(), m_clock)
        , m_yes(yes)
    {}

    Result<OverrideSet> await(OverrideReply *reply)
    {
        const std::unique_ptr<OverrideReply> owner(reply);
        Result<OverrideSet> result = m_kube->await(reply);
        m_id = reply->id();
        if (const QStringList others = reply->takenOverFrom(); result && !others.isEmpty()) {
            say(Text::tr("note: edits by %1 were kept, and are Spillway's from now on")
                    .arg(others.join(u", "_s)));
        }
        return result;
    }

    SystemClock m_clock;
    std::unique_ptr<KubeSession> m_kube;
    WriteWindow m_window;
    OverrideStore m_store;
    QString m_id;
    bool m_yes;
};

const PolicyOverride *find(const OverrideSet &set, const QString &id)
{
    const auto one = std::find_if(set.overrides.begin(), set.overrides.end(),
                                  [&id](const PolicyOverride &each) { return each.id == id; });
    return one == set.overrides.end() ? nullptr : &*one;
}

int answerSet(const OverrideSession &session, const OverrideSet &set, bool json)
{
    if (json) {
        return answerJson({{u"id"_s, session.id()}, {u"generation"_s, set.generation}});
    }
    const PolicyOverride *const one = find(set, session.id());
    const QString text = Text::tr("%1: %2; generation %3")
                             .arg(session.id(), one != nullptr ? overrideSentence(*one) : QString{})
                             .arg(set.generation);
    return answer(printable(text).toUtf8() + '\n');
}

int runSet(const OverrideOptions &options)
{
    Result<PolicyOverride> one = overrideOf(options.set, SystemClock().now());
    if (!one) {
        return explain(one.error());
    }
    const Result<std::unique_ptr<OverrideSession>> opened = OverrideSession::open(options.cluster);
    if (!opened) {
        return explain(opened.error());
    }
    OverrideSession &session = **opened;
    const Result<QString> by = session.author(options.set.by);
    if (!by) {
        return explain(by.error());
    }
    one->by = *by;
    const Result<WriteTicket> ticket = session.allow(
        Text::tr("Set %1 in the namespace %2").arg(overrideSentence(*one), session.nameSpace()));
    if (!ticket) {
        return explain(ticket.error());
    }
    const Result<OverrideSet> after = session.set(*ticket, *one);
    return after ? answerSet(session, *after, options.json) : explain(after.error());
}

/// What is to be cleared; NotFound if one of them is not there, before anything is written.
Result<QStringList> wantedIds(const OverrideOptions &options, const OverrideSet &set)
{
    QStringList ids;
    QStringList unknown;
    for (const std::string &each : options.ids) {
        const QString id = QString::fromStdString(each);
        (find(set, id) != nullptr ? ids : unknown).append(id);
    }
    ids.removeDuplicates();
    if (unknown.isEmpty()) {
        return ids;
    }
    return Error{.code = ErrorCode::NotFound,
                 .what = Text::tr("Nothing was cleared"),
                 .why = Text::tr("there is no override %1").arg(unknown.join(u", "_s)),
                 .advice = Text::tr("See \"override list\".")};
}

Result<WriteTicket> allowClear(OverrideSession &session, const OverrideSet &set,
                               const QStringList &ids)
{
    QStringList lines;
    for (const QString &id : ids) {
        lines.append(u"%1: %2"_s.arg(id, overrideSentence(*find(set, id))));
    }
    return session.allow(
        Text::tr("Clear %1 in the namespace %2").arg(lines.join(u"; "_s), session.nameSpace()));
}

int answerCleared(const QStringList &cleared, qint64 generation, bool json)
{
    if (json) {
        return answerJson(
            {{u"cleared"_s, QJsonArray::fromStringList(cleared)}, {u"generation"_s, generation}});
    }
    const QString text =
        Text::tr("Cleared %1; generation %2").arg(cleared.join(u", "_s)).arg(generation);
    return answer(printable(text).toUtf8() + '\n');
}

int runClear(const OverrideOptions &options)
{
    const Result<std::unique_ptr<OverrideSession>> opened = OverrideSession::open(options.cluster);
    if (!opened) {
        return explain(opened.error());
    }
    OverrideSession &session = **opened;
    const Result<OverrideSet> before = session.read();
    if (!before) {
        return explain(before.error());
    }
    const Result<QStringList> ids = wantedIds(options, *before);
    const Result<QString> by = ids ? session.author(options.by) : Result<QString>{ids.error()};
    if (!by) {
        return explain(by.error());
    }
    const Result<WriteTicket> ticket = allowClear(session, *before, *ids);
    if (!ticket) {
        return explain(ticket.error());
    }
    QStringList cleared;
    qint64 generation = before->generation;
    std::optional<Error> trouble;
    for (const QString &id : *ids) {
        const Result<OverrideSet> after =
            session.clear(*ticket, id, *by, QString::fromStdString(options.reason));
        if (!after) {
            trouble = after.error();
            break;
        }
        cleared.append(id);
        generation = after->generation;
    }
    // What was done is told also if the rest failed.
    const int code =
        cleared.isEmpty() ? int{ExitOk} : answerCleared(cleared, generation, options.json);
    return trouble ? explain(*trouble) : code;
}

/// Nobody is asked if no server is named.
Result<std::optional<OverrideAcknowledgement>>
acknowledgement(const OverrideOptions &options, const QString &nameSpace, qint64 generation)
{
    WorkspaceArgument server = options.metrics;
    server.file = options.cluster.workspace;
    if (!server.given()) {
        return std::optional<OverrideAcknowledgement>{};
    }
    const Result<Workspace> workspace = readWorkspaceArgument(server);
    if (!workspace) {
        return workspace.error();
    }
    const Result<QueryResult> answer = queryGenerations(*workspace);
    if (!answer) {
        return answer.error();
    }
    return std::optional{acknowledgementOf(generation, consumersOf(*answer, nameSpace))};
}

QByteArray acknowledgementText(const OverrideAcknowledgement &told)
{
    const QString text =
        told.missing.isEmpty()
            ? told.toString()
            : Text::tr("%1; not yet: %2").arg(told.toString(), told.missing.join(u", "_s));
    return printable(text).toUtf8() + '\n';
}

int runList(const OverrideOptions &options)
{
    const Result<std::unique_ptr<OverrideSession>> opened = OverrideSession::open(options.cluster);
    if (!opened) {
        return explain(opened.error());
    }
    OverrideSession &session = **opened;
    const Result<OverrideSet> set = session.read();
    if (!set) {
        return explain(set.error());
    }
    const Result<std::optional<OverrideAcknowledgement>> told =
        acknowledgement(options, session.nameSpace(), set->generation);
    const EpochMs now = session.clock().now();
    int code = ExitOk;
    if (options.json) {
        QJsonObject json = overridesJson(*set, session.nameSpace(), now);
        if (told && *told) {
            json.insert(u"acknowledgement"_s, acknowledgementJson(**told));
        }
        code = answerJson(json);
    } else {
        QByteArray text = overridesText(*set, session.nameSpace(), now);
        if (told && *told) {
            text += acknowledgementText(**told);
        }
        code = answer(text);
    }
    // The overrides are worth seeing also if the metrics are away.
    return told ? code : explain(told.error());
}

using Action = int (*)(const OverrideOptions &options);

CLI::App *addAction(CLI::App &parent, CommandLine &line, const char *name, const char *help,
                    Action action, const OptionsPtr &options)
{
    CLI::App *const command = parent.add_subcommand(name, help);
    addClusterOptions(*command, options->cluster);
    command->add_flag("--json", options->json, "JSON on one line");
    command->callback(
        [action, options, &line] { line.run = [action, options] { return action(*options); }; });
    return command;
}

constexpr const char *exits =
    "Exit status: 0 done; 1 it failed or was not confirmed, the reason is on stderr; 2 wrong "
    "command line, or nobody to ask and no --yes.";

} // namespace

void addOverrideCommand(CLI::App &app, CommandLine &line)
{
    CLI::App *const parent = app.add_subcommand(
        "override", "What people decided for a while: forced breakers, limits, degraded services");
    parent->require_subcommand(1);
    parent->footer(exits);

    auto options = std::make_shared<OverrideOptions>();
    CLI::App *command = addAction(*parent, line, "set", "Set one, until its end", runSet, options);
    addConsentOptions(*command, options->cluster.yes, options->cluster.isProtected);
    addOverrideOptions(*command, options->set);
    command->footer(exits);

    options = std::make_shared<OverrideOptions>();
    command = addAction(*parent, line, "clear", "End some before their time", runClear, options);
    addConsentOptions(*command, options->cluster.yes, options->cluster.isProtected);
    command->add_option("id", options->ids, "As list shows them")->required()->type_name("ID");
    command->add_option("--reason", options->reason, "Why; kept with the event")->type_name("TEXT");
    command->add_option("--by", options->by, "Who decided it; else whom the cluster takes us for")
        ->type_name("NAME");
    command->footer(exits);

    options = std::make_shared<OverrideOptions>();
    command = addAction(*parent, line, "list",
                        "Show them and, with --prometheus, how many pods obey", runList, options);
    addServerOptions(*command, options->metrics);
    command->footer("Exit status: 0 done; 1 it failed, the reason is on stderr; 2 wrong command "
                    "line.");
}

} // namespace spillway
