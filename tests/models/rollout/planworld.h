// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../policy/policysamples.h"
#include "contract/clusterfixture.h"
#include "kube/kubeconfigloader.h"
#include "kubeserver/kubeapiserver.h"
#include "rollout/planner.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace spillway {

using namespace Qt::StringLiterals;

/// The demo's API server over TLS with the namespace "shop", a person "oncall" without rights, and
/// plans that are made and carried out against it.
class PlanWorld
{
public:
    static inline const QString ns = u"shop"_s;

    PlanWorld()
    {
        demo::KubeApiServer::Options options;
        options.users = {{u"oncall"_s, u"1001"_s, {}, {}}};
        options.controllers = false; // a namespace that is being deleted stays so
        auto started = demo::KubeApiServer::start(options);
        if (started) {
            server = std::move(*started);
            admin = session(u"admin"_s);
            works = admin && create(object(u"v1"_s, u"Namespace"_s, ns));
        }
    }

    /// A file for that user; empty if it cannot be written.
    [[nodiscard]] QString kubeconfig(const QString &user) const
    {
        const QString path = m_folder.filePath(user);
        return server->writeKubeconfig(path, user, ns) ? path : QString{};
    }
    [[nodiscard]] std::unique_ptr<contract::Session> session(const QString &user) const
    {
        KubeconfigSources sources;
        sources.explicitFile = kubeconfig(user);
        const KubeResolution found = resolveKube(loadKubeconfig(sources), {}, {});
        return found.target ? std::make_unique<contract::Session>(*found.target) : nullptr;
    }

    [[nodiscard]] static QJsonObject object(const QString &apiVersion, const QString &kind,
                                            const QString &name, const QJsonObject &spec = {})
    {
        QJsonObject meta{{u"name"_s, name}};
        if (kind != "Namespace"_L1) {
            meta.insert(u"namespace"_s, ns);
        }
        QJsonObject made{{u"apiVersion"_s, apiVersion}, {u"kind"_s, kind}, {u"metadata"_s, meta}};
        if (!spec.isEmpty()) {
            made.insert(u"spec"_s, spec);
        }
        return made;
    }
    /// By another program, whose name is the field manager.
    [[nodiscard]] bool create(const QJsonObject &made, const QString &manager = u"test"_s) const
    {
        const demo::CallResult result = server->client(manager).create(made);
        if (!result.ok()) {
            qWarning("%s", qPrintable(result.message()));
        }
        return result.ok();
    }
    [[nodiscard]] bool addDeployment(const QString &name, int replicas,
                                     const QJsonObject &requests = {{u"cpu"_s, u"500m"_s}},
                                     const QString &manager = u"test"_s) const
    {
        const QJsonObject labels{{u"app"_s, name}};
        const QJsonObject container{{u"name"_s, u"app"_s},
                                    {u"image"_s, u"registry.example/app:1"_s},
                                    {u"resources"_s, QJsonObject{{u"requests"_s, requests}}}};
        return create(object(u"apps/v1"_s, u"Deployment"_s, name,
                             {{u"replicas"_s, replicas},
                              {u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                              {u"template"_s,
                               QJsonObject{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                                           {u"spec"_s, QJsonObject{{u"containers"_s,
                                                                    QJsonArray{container}}}}}}}),
                      manager);
    }
    /// Gives "oncall" a Role with these rules.
    [[nodiscard]] bool allow(const QJsonArray &rules) const
    {
        const QString rbac = u"rbac.authorization.k8s.io/v1"_s;
        QJsonObject role = object(rbac, u"Role"_s, u"oncall"_s);
        role.insert(u"rules"_s, rules);
        QJsonObject binding = object(rbac, u"RoleBinding"_s, u"oncall"_s);
        binding.insert(u"roleRef"_s, QJsonObject{{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                                 {u"kind"_s, u"Role"_s},
                                                 {u"name"_s, u"oncall"_s}});
        binding.insert(u"subjects"_s,
                       QJsonArray{QJsonObject{{u"kind"_s, u"User"_s},
                                              {u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                              {u"name"_s, u"oncall"_s}}});
        return create(role) && create(binding);
    }
    [[nodiscard]] static QJsonObject rule(const QStringList &groups, const QStringList &resources,
                                          const QStringList &verbs, const QStringList &names = {})
    {
        QJsonObject made{{u"apiGroups"_s, QJsonArray::fromStringList(groups)},
                         {u"resources"_s, QJsonArray::fromStringList(resources)},
                         {u"verbs"_s, QJsonArray::fromStringList(verbs)}};
        if (!names.isEmpty()) {
            made.insert(u"resourceNames"_s, QJsonArray::fromStringList(names));
        }
        return made;
    }
    [[nodiscard]] demo::ObjectPlace hpa(const QString &name) const
    {
        return {u"autoscaling"_s, u"horizontalpodautoscalers"_s, ns, name, {}};
    }
    [[nodiscard]] QJsonObject live(const demo::ObjectPlace &place) const
    {
        return server->client(u"test"_s).get(place).document;
    }
    /// A definition of tests/data/wire/crds.
    [[nodiscard]] bool install(kube::Kind kind) const
    {
        const kube::KindFacts &facts = kube::factsOf(kind);
        QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds/") + facts.group + u'_' +
                   facts.plural + u".yaml"_s);
        const QString path = u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/"_s +
                             facts.plural + u'.' + facts.group;
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const auto made =
            admin->send(contract::foreignRequest(HttpRequest::Method::Patch, path, file.readAll(),
                                                 "application/apply-patch+yaml", u"test"_s));
        return made.result.ok() && QTest::qWaitFor([&] {
                   const auto served = admin->discover();
                   return served.ok() && served->has(kind);
               });
    }

    [[nodiscard]] static PlanInput input(const QByteArray &text, EpochMs now = sampleNow)
    {
        PlanInput made;
        made.reading = parsePolicy(text, u"policy.yaml"_s);
        made.text = text;
        made.now = now;
        return made;
    }
    [[nodiscard]] static Result<Plan> planWith(contract::Session &asker, const PlanInput &input)
    {
        Planner planner(asker.client(), input);
        if (!contract::finished(planner)) {
            return Error{.what = u"the plan did not end"_s};
        }
        return planner.takeResult();
    }
    [[nodiscard]] Result<Plan> plan(const QByteArray &text, EpochMs now = sampleNow) const
    {
        return planWith(*admin, input(text, now));
    }
    /// Sends what was planned; empty, or why it stopped.
    [[nodiscard]] QString push(const Plan &plan) const
    {
        for (const PlanStep &step : plan.steps) {
            const WriteOutcome outcome = step.action == PlanStep::Action::Delete
                                             ? admin->remove(deleteOf(step))
                                             : admin->apply(applyOf(step));
            if (outcome.state != WriteOutcome::State::Done) {
                return step.object.toString() + u": "_s +
                       outcome.error.value_or(Error{}).sentence();
            }
        }
        return {};
    }

    std::unique_ptr<demo::KubeApiServer> server;
    std::unique_ptr<contract::Session> admin;
    bool works = false;

private:
    QTemporaryDir m_folder;
};

/// "create horizontalpodautoscalers.autoscaling shop/demo.web", one a step.
[[nodiscard]] inline QStringList stepTexts(const Plan &plan)
{
    QStringList texts;
    for (const PlanStep &step : plan.steps) {
        texts.append(planActionName(step.action) + u' ' + step.object.toString());
    }
    return texts;
}

/// The finding of that id, or null.
[[nodiscard]] inline const PlanFinding *findingOf(const std::vector<PlanFinding> &findings,
                                                  QLatin1String id)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [id](const PlanFinding &one) { return one.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

/// For messages of tests.
[[nodiscard]] inline QString findingsText(const std::vector<PlanFinding> &findings)
{
    QStringList lines;
    for (const PlanFinding &one : findings) {
        lines.append(one.id + u": "_s + one.text);
    }
    return lines.join(u'\n');
}

} // namespace spillway
