// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/admission.h"

#include "kubeserver/apianswer.h"
#include "kubeserver/selectors.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;
using Operation = AdmissionView::Operation;

namespace {

QString randomSuffix()
{
    // The alphabet of Kubernetes: no vowels, so that no words come up.
    constexpr QStringView alphabet = u"bcdfghjklmnpqrstvwxz2456789";
    QString suffix;
    for (int i = 0; i < 5; ++i) {
        suffix += alphabet.at(QRandomGenerator::global()->bounded(int(alphabet.size())));
    }
    return suffix;
}

std::optional<ApiStatus> checkNamespace(const ServerState &state, const ResourceType &type,
                                        const AdmissionView &view)
{
    if (view.operation != Operation::Create || !type.namespaced) {
        return std::nullopt;
    }
    const auto found = state.store.get(storageKeyOf({}, u"namespaces"_s), view.nameSpace);
    if (!found) {
        return notFound({{}, u"namespaces"_s, u"Namespace"_s}, view.nameSpace);
    }
    if (!(*found)["metadata"_L1].toObject().contains("deletionTimestamp"_L1)) {
        return std::nullopt;
    }
    ApiStatus status = forbidden(
        type.name(), view.name,
        u"unable to create new content in namespace %1 because it is being terminated"_s.arg(
            view.nameSpace));
    status.causes = {{u"NamespaceTerminating"_s,
                      u"namespace %1 is being terminated"_s.arg(view.nameSpace),
                      u"metadata.namespace"_s}};
    return status;
}

QString quotedGroups(const QStringList &groups)
{
    QStringList quoted;
    for (const QString &group : groups) {
        quoted.append(u'"' + group + u'"');
    }
    return quoted.join(u' ');
}

/// Nobody may write a role, or bind one, that holds more than he does.
std::optional<ApiStatus> checkEscalation(const ServerState &state, const ApiRequest &request,
                                         const ResourceType &type, const AdmissionView &view)
{
    if (type.group != "rbac.authorization.k8s.io"_L1 || request.user.isMaster()) {
        return std::nullopt;
    }
    const bool binding = type.plural.endsWith("bindings"_L1);
    AccessQuestion question;
    question.verb = binding ? u"bind"_s : u"escalate"_s;
    question.group = type.group;
    question.resource =
        binding ? (view.object["roleRef"_L1]["kind"_L1].toString() == "Role"_L1 ? u"roles"_s
                                                                                : u"clusterroles"_s)
                : type.plural;
    question.nameSpace = view.nameSpace;
    question.name = binding ? view.object["roleRef"_L1]["name"_L1].toString() : view.name;
    if (state.rbac.allows(request.user, question)) {
        return std::nullopt;
    }
    const std::vector<PolicyRule> rules =
        binding ? state.rbac.rulesOf(view.object["roleRef"_L1].toObject(), view.nameSpace)
                : policyRules(view.object["rules"_L1].toArray());
    const QStringList missing = state.rbac.notHeld(request.user, view.nameSpace, rules);
    if (missing.isEmpty()) {
        return std::nullopt;
    }
    return forbidden(
        type.name(), view.name,
        u"user \"%1\" (groups=[%2]) is attempting to grant RBAC permissions not currently held:\n%3"_s
            .arg(request.user.name, quotedGroups(request.user.groups), missing.join(u'\n')));
}

std::optional<ApiStatus> checkCreateVerb(const ServerState &state, const ApiRequest &request,
                                         const ResourceType &type, const AdmissionView &view)
{
    if (view.operation != Operation::Create || request.verb == "create"_L1) {
        return std::nullopt;
    }
    AccessQuestion question;
    question.verb = u"create"_s;
    question.group = type.group;
    question.resource = type.plural;
    question.nameSpace = type.namespaced ? view.nameSpace : QString();
    question.name = view.name;
    if (state.rbac.allows(request.user, question)) {
        return std::nullopt;
    }
    return forbidden(type.name(), view.name, question.refusal(request.user));
}

QString countKey(const ResourceType &type)
{
    return type.group.isEmpty() ? u"count/"_s + type.plural
                                : u"count/%1.%2"_s.arg(type.plural, type.group);
}

std::optional<ApiStatus> checkQuota(const ServerState &state, const ResourceType &type,
                                    const AdmissionView &view)
{
    if (view.operation != Operation::Create || !type.namespaced) {
        return std::nullopt;
    }
    const QString key = countKey(type);
    const auto quotas = state.store.snapshot(storageKeyOf({}, u"resourcequotas"_s)).objects;
    const QString prefix = view.nameSpace + u'/';
    for (auto quota = quotas.lowerBound(prefix);
         quota != quotas.end() && quota.key().startsWith(prefix); ++quota) {
        const QJsonObject status = (*quota)["status"_L1].toObject();
        const QJsonValue hard = status["hard"_L1][key];
        const QString used = status["used"_L1][key].toString(u"0"_s);
        if (hard.isString() && used.toLongLong() + 1 > hard.toString().toLongLong()) {
            return forbidden(
                type.name(), view.name,
                u"exceeded quota: %1, requested: %2=1, used: %2=%3, limited: %2=%4"_s.arg(
                    (*quota)["metadata"_L1]["name"_L1].toString(), key, used, hard.toString()));
        }
    }
    return std::nullopt;
}

bool listNames(const QJsonValue &list, const QString &value)
{
    const QJsonArray array = list.toArray();
    return array.contains(QJsonValue(value)) || array.contains(QJsonValue(u"*"_s));
}

bool webhookWants(const ServerState &state, const QJsonObject &webhook, const ResourceType &type,
                  const AdmissionView &view)
{
    const QString operation = view.operation == Operation::Create   ? u"CREATE"_s
                              : view.operation == Operation::Update ? u"UPDATE"_s
                                                                    : u"DELETE"_s;
    const QString resource =
        view.subresource.isEmpty() ? type.plural : type.plural + u'/' + view.subresource;
    const QJsonArray rules = webhook["rules"_L1].toArray();
    const bool matches = std::any_of(rules.begin(), rules.end(), [&](const QJsonValue &rule) {
        return listNames(rule["apiGroups"_L1], type.group) &&
               listNames(rule["apiVersions"_L1], view.version) &&
               listNames(rule["operations"_L1], operation) &&
               listNames(rule["resources"_L1], resource);
    });
    if (!matches || !type.namespaced) {
        return matches;
    }
    const auto nameSpace = state.store.get(storageKeyOf({}, u"namespaces"_s), view.nameSpace);
    return LabelSelector::fromObject(webhook["namespaceSelector"_L1].toObject())
        .matches(nameSpace.value_or(QJsonObject()));
}

/// No webhook runs in the demo: one that is configured cannot be reached.
std::optional<ApiStatus> checkWebhooks(const ServerState &state, const ResourceType &type,
                                       const AdmissionView &view)
{
    const QString key =
        storageKeyOf(u"admissionregistration.k8s.io"_s, u"validatingwebhookconfigurations"_s);
    for (const QJsonObject &configuration : state.store.snapshot(key).objects) {
        for (const QJsonValue value : configuration["webhooks"_L1].toArray()) {
            const QJsonObject webhook = value.toObject();
            if (webhook["failurePolicy"_L1].toString() == "Ignore"_L1 ||
                !webhookWants(state, webhook, type, view)) {
                continue;
            }
            const QJsonValue service = webhook["clientConfig"_L1]["service"_L1];
            return internalError(
                u"failed calling webhook \"%1\": failed to call webhook: Post \"https://%2.%3.svc:%4%5?timeout=%6s\": service \"%2\" not found"_s
                    .arg(webhook["name"_L1].toString(), service["name"_L1].toString(),
                         service["namespace"_L1].toString())
                    .arg(service["port"_L1].toInteger(443))
                    .arg(service["path"_L1].toString())
                    .arg(webhook["timeoutSeconds"_L1].toInteger(10)));
        }
    }
    return std::nullopt;
}

std::optional<ApiStatus> checkInjected(ServerState &state, const ApiRequest &request)
{
    if (state.faults.take(Fault::Kind::WebhookDown, request)) {
        return internalError(
            u"failed calling webhook \"demo.spillway\": failed to call webhook: Post "
            u"\"https://demo.kotaemon.svc:443/validate?timeout=10s\": context deadline exceeded"_s);
    }
    if (state.faults.take(Fault::Kind::WebhookRefusal, request)) {
        ApiStatus status;
        status.code = 403;
        status.reason = u"Forbidden"_s;
        status.message =
            u"admission webhook \"demo.spillway\" denied the request: refused by a switch of the demo"_s;
        status.hasDetails = false;
        return status;
    }
    return std::nullopt;
}

} // namespace

WriteContext makeWriteContext(ServerState &state, const ApiRequest &request,
                              const ResourceType &type)
{
    WriteContext context;
    context.now = ServerState::now();
    context.newUid = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    context.suffix = &randomSuffix;
    context.admit = [&state, &request, &type](const AdmissionView &view) {
        const auto refusal = checkNamespace(state, type, view);
        return refusal ? refusal : checkEscalation(state, request, type, view);
    };
    context.authorize = [&state, &request, &type](const AdmissionView &view) {
        return checkCreateVerb(state, request, type, view);
    };
    context.validate = [&state, &request,
                        &type](const AdmissionView &view) -> std::optional<ApiStatus> {
        if (auto injected = checkInjected(state, request)) {
            return injected;
        }
        if (auto refusal = checkWebhooks(state, type, view)) {
            return refusal;
        }
        return checkQuota(state, type, view);
    };
    return context;
}

} // namespace spillway::demo
