// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/kubecommand.h"

#include "spillwayctl/clusterargument.h"
#include "spillwayctl/command.h"
#include "spillwayctl/kubesession.h"
#include "spillwayctl/kubetables.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

/// Everything that can stand on the command line of these subcommands.
struct KubeOptions : ClusterArgument
{
    std::string verb;
    std::string kind;
    std::string name;
    std::string selector;
    bool everywhere = false;
    bool json = false;
};

using OptionsPtr = std::shared_ptr<KubeOptions>;
using Action = int (*)(KubeSession &session, const KubeOptions &options);

/// A refusal with what would help: the role that is missing.
int explainRefusal(const Error &error, const kube::StatusDetail &detail)
{
    const int code = explain(error);
    if (!detail.neededRole.isEmpty()) {
        print(stderr, detail.neededRole.toUtf8());
    }
    return code;
}

/// Runs a reply to its end; the answer is given to show, a refusal is explained.
template<typename Reply, typename Show>
int showAnswer(KubeSession &session, Reply *reply, Show show)
{
    const std::unique_ptr<Reply> owner(reply);
    const auto result = session.await(reply);
    return result ? show(*result) : explainRefusal(result.error(), reply->detail());
}

int whoAmI(KubeSession &session, const KubeOptions &options)
{
    return showAnswer(session, session.client().whoAmI(nullptr), [&](const kube::Identity &who) {
        if (options.json) {
            QJsonObject extra;
            for (auto it = who.extra.cbegin(); it != who.extra.cend(); ++it) {
                extra.insert(it.key(), QJsonArray::fromStringList(*it));
            }
            return answerJson(QJsonObject({{"context"_L1, session.access().contextName()},
                                           {"server"_L1, session.access().server().toString()},
                                           {"user"_L1, who.user},
                                           {"uid"_L1, who.uid},
                                           {"groups"_L1, QJsonArray::fromStringList(who.groups)},
                                           {"extra"_L1, extra}}));
        }
        return answer(alignedTable({{u"CONTEXT"_s, session.access().contextName()},
                                    {u"SERVER"_s, session.access().server().toString()},
                                    {u"USER"_s, who.user},
                                    {u"GROUPS"_s, who.groups.join(u", "_s)}}));
    });
}

/// "deployments.apps/scale", "hpa", "pods": whose group and plural, by what the cluster serves.
Result<kube::AccessQuestion> questionOf(KubeSession &session, const KubeOptions &options)
{
    const QString text = QString::fromStdString(options.kind);
    const qsizetype slash = text.indexOf(u'/');
    const Result<kube::Discovery> found = session.discover();
    if (!found) {
        return found.error();
    }
    const Result<kube::ServedResource> served =
        found->findText(slash < 0 ? text : text.first(slash));
    if (!served) {
        return served.error();
    }
    const bool namespaced = served->resource.namespaced && !options.everywhere;
    return kube::AccessQuestion{QString::fromStdString(options.verb),
                                served->resource.group,
                                served->resource.plural,
                                slash < 0 ? QString{} : text.sliced(slash + 1),
                                namespaced ? session.nameSpace() : QString{},
                                QString::fromStdString(options.name)};
}

int canI(KubeSession &session, const KubeOptions &options)
{
    const Result<kube::AccessQuestion> question = questionOf(session, options);
    if (!question) {
        return explain(question.error());
    }
    return showAnswer(session, session.client().canI(*question, nullptr),
                      [&](const kube::AccessVerdict &verdict) {
                          const int written =
                              options.json
                                  ? answerJson(QJsonObject({{"allowed"_L1, verdict.allowed},
                                                            {"denied"_L1, verdict.denied},
                                                            {"reason"_L1, verdict.reason},
                                                            {"question"_L1, question->toString()}}))
                                  : answer(verdict.allowed ? "yes\n" : "no\n");
                          if (written != ExitOk || verdict.allowed) {
                              return written;
                          }
                          say(Text::tr("spillwayctl: not allowed: %1").arg(question->toString()));
                          return int{ExitError};
                      });
}

Result<kube::Resource> resourceOf(KubeSession &session, const KubeOptions &options)
{
    const Result<kube::Discovery> found = session.discover();
    if (!found) {
        return found.error();
    }
    const Result<kube::ServedResource> served =
        found->findText(QString::fromStdString(options.kind));
    return served ? Result<kube::Resource>{served->resource}
                  : Result<kube::Resource>{served.error()};
}

int answerObjects(const kube::Resource &resource, const std::vector<QJsonObject> &objects,
                  bool withNamespace)
{
    const auto rows = objectRows(resource, objects, withNamespace, SystemClock().now());
    return rows ? answer(alignedTable(*rows)) : explain(rows.error());
}

int get(KubeSession &session, const KubeOptions &options)
{
    const Result<kube::Resource> resource = resourceOf(session, options);
    if (!resource) {
        return explain(resource.error());
    }
    const QString ns = resource->namespaced ? session.nameSpace() : QString{};
    if (!options.name.empty()) {
        return showAnswer(session,
                          session.client().get<QJsonObject>(
                              {*resource, ns, QString::fromStdString(options.name)}, nullptr),
                          [&](const QJsonObject &object) {
                              return options.json ? answerJson(object)
                                                  : answerObjects(*resource, {object}, false);
                          });
    }
    const kube::ListQuery query{.resource = *resource,
                                .ns = options.everywhere ? QString{} : ns,
                                .labelSelector = QString::fromStdString(options.selector)};
    return showAnswer(session, session.client().list<QJsonObject>(query, nullptr),
                      [&](const kube::ListPage<QJsonObject> &page) {
                          if (!options.json) {
                              return answerObjects(*resource, page.items, options.everywhere);
                          }
                          QJsonArray items;
                          for (const QJsonObject &object : page.items) {
                              items.append(object);
                          }
                          return answerJson(items);
                      });
}

int owners(KubeSession &session, const KubeOptions &options)
{
    const Result<kube::Resource> resource = resourceOf(session, options);
    if (!resource) {
        return explain(resource.error());
    }
    const kube::ObjectRef object{*resource, resource->namespaced ? session.nameSpace() : QString{},
                                 QString::fromStdString(options.name)};
    return showAnswer(
        session, session.client().get<QJsonObject>(object, nullptr), [&](const QJsonObject &found) {
            return options.json ? answerJson(ownerJson(found))
                                : answer(alignedTable(ownerRows(found, SystemClock().now())));
        });
}

int events(KubeSession &session, const KubeOptions &options)
{
    kube::ListQuery query{.resource = kube::bestResource(kube::Kind::Event),
                          .ns = options.everywhere ? QString{} : session.nameSpace()};
    if (!options.kind.empty()) {
        const Result<kube::Resource> about = resourceOf(session, options);
        if (!about) {
            return explain(about.error());
        }
        query.fieldSelector = u"regarding.kind="_s + about->kind;
        if (!options.name.empty()) {
            query.fieldSelector += u",regarding.name="_s + QString::fromStdString(options.name);
        }
    }
    return showAnswer(
        session, session.client().list<kube::Event>(query, nullptr),
        [&](const kube::ListPage<kube::Event> &page) {
            return options.json ? answerJson(eventJson(page.items))
                                : answer(alignedTable(eventRows(page.items, SystemClock().now())));
        });
}

int run(Action action, const KubeOptions &options)
{
    ClusterArgument cluster = options;
    cluster.anyNamespace = options.everywhere || action == whoAmI;
    const Result<ClusterChoice> choice = readClusterArgument(cluster);
    if (!choice) {
        return explain(choice.error());
    }
    const Result<std::unique_ptr<KubeSession>> session = KubeSession::open(choice->session);
    return session ? action(**session, options) : explain(session.error());
}

CLI::App *addAction(CLI::App &kube, CommandLine &line, const char *name, const char *help,
                    Action action, const OptionsPtr &options)
{
    CLI::App *const command = kube.add_subcommand(name, help);
    addClusterOptions(*command, *options);
    command->add_flag("--json", options->json, "JSON on one line");
    command->callback([action, options, &line] {
        line.run = [action, options] { return run(action, *options); };
    });
    return command;
}

constexpr const char *kindHelp = "hpa, deployments, scaledobjects.keda.sh, or any kind served";
constexpr const char *everywhereHelp = "In all namespaces";

} // namespace

void addKubeCommand(CLI::App &app, CommandLine &line)
{
    CLI::App *const kube =
        app.add_subcommand("kube", "Ask a Kubernetes cluster; nothing is written");
    kube->require_subcommand(1);
    const auto make = [] { return std::make_shared<KubeOptions>(); };

    addAction(*kube, line, "whoami", "Whom the cluster takes us for", whoAmI, make());

    OptionsPtr options = make();
    CLI::App *command = addAction(
        *kube, line, "can-i", "Whether we may do something; exit status 1 if not", canI, options);
    command->add_option("verb", options->verb, "get, list, watch, patch, create, delete")
        ->required();
    command->add_option("kind", options->kind, "Such as hpa or deployments/scale")->required();
    command->add_option("name", options->name, "Of one object");
    command->add_flag("-A,--all-namespaces", options->everywhere, everywhereHelp);

    options = make();
    command = addAction(*kube, line, "get", "List objects, or show one", get, options);
    command->add_option("kind", options->kind, kindHelp)->required();
    command->add_option("name", options->name, "Of one object");
    command->add_option("-l,--selector", options->selector, "Labels")->type_name("SELECTOR");
    command->add_flag("-A,--all-namespaces", options->everywhere, everywhereHelp);

    options = make();
    command = addAction(*kube, line, "owners", "Which manager owns which field of an object",
                        owners, options);
    command->add_option("kind", options->kind, kindHelp)->required();
    command->add_option("name", options->name, "Of the object")->required();

    options = make();
    command = addAction(*kube, line, "events", "What happened, oldest first", events, options);
    command->add_option("kind", options->kind, kindHelp);
    command->add_option("name", options->name, "Of one object");
    command->add_flag("-A,--all-namespaces", options->everywhere, everywhereHelp);
}

} // namespace spillway
