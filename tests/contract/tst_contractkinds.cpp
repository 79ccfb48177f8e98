// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kind that the console writes: applied, read back as a value, applied again without a
// change, and listed.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"

using namespace spillway;
using namespace spillway::contract;
using kube::Kind;
using kube::ObjectRef;

namespace {

constexpr auto rbac = "rbac.authorization.k8s.io/v1";

QJsonObject roleManifest(const QString &name)
{
    const QJsonObject rule{{"apiGroups"_L1, QJsonArray{u"autoscaling"_s}},
                           {"resources"_L1, QJsonArray{u"horizontalpodautoscalers"_s}},
                           {"resourceNames"_L1, QJsonArray{u"chat-api"_s}},
                           {"verbs"_L1, QJsonArray{u"get"_s, u"patch"_s}}};
    return {{"apiVersion"_L1, QLatin1String(rbac)},
            {"kind"_L1, "Role"_L1},
            {"metadata"_L1, named(name)},
            {"rules"_L1, QJsonArray{rule}}};
}

QJsonObject bindingManifest(const QString &name, const QString &ns)
{
    const QJsonObject subject{
        {"kind"_L1, "ServiceAccount"_L1}, {"name"_L1, "schedule"_L1}, {"namespace"_L1, ns}};
    const QJsonObject role{{"apiGroup"_L1, "rbac.authorization.k8s.io"_L1},
                           {"kind"_L1, "Role"_L1},
                           {"name"_L1, "schedule"_L1}};
    return {{"apiVersion"_L1, QLatin1String(rbac)},
            {"kind"_L1, "RoleBinding"_L1},
            {"metadata"_L1, named(name)},
            {"subjects"_L1, QJsonArray{subject}},
            {"roleRef"_L1, role}};
}

QJsonObject cronJobManifest(const QString &name)
{
    QJsonObject pod = podTemplate(name);
    pod.insert("spec"_L1,
               with(with(pod.value("spec"_L1).toObject(), u"restartPolicy"_s, u"Never"_s),
                    u"serviceAccountName"_s, u"schedule"_s));
    const QJsonObject job{{"spec"_L1, QJsonObject{{"template"_L1, pod}}}};
    return withSpec("batch/v1", "CronJob", name,
                    {{"schedule"_L1, "*/5 * * * *"_L1},
                     {"timeZone"_L1, "Asia/Shanghai"_L1},
                     {"suspend"_L1, true},
                     {"concurrencyPolicy"_L1, "Forbid"_L1},
                     {"jobTemplate"_L1, job}});
}

QJsonObject prometheusRuleManifest(const QString &name)
{
    const QJsonObject alert{{"alert"_L1, "RagWorkerSlow"_L1},
                            {"expr"_L1, "vector(0) > 1"_L1},
                            {"for"_L1, "5m"_L1},
                            {"labels"_L1, QJsonObject{{"severity"_L1, "page"_L1}}}};
    const QJsonObject group{
        {"name"_L1, "slo"_L1}, {"interval"_L1, "30s"_L1}, {"rules"_L1, QJsonArray{alert}}};
    return withSpec("monitoring.coreos.com/v1", "PrometheusRule", name,
                    {{"groups"_L1, QJsonArray{group}}});
}

QJsonObject destinationRuleManifest(const QString &name, const QString &apiVersion)
{
    const QJsonObject pool{{"tcp"_L1, QJsonObject{{"maxConnections"_L1, 100}}},
                           {"http"_L1, QJsonObject{{"http1MaxPendingRequests"_L1, 20}}}};
    const QJsonObject outlier{{"consecutive5xxErrors"_L1, 5}, {"baseEjectionTime"_L1, "30s"_L1}};
    const QJsonObject policy{{"connectionPool"_L1, pool}, {"outlierDetection"_L1, outlier}};
    return withSpec(apiVersion.toLatin1().constData(), "DestinationRule", name,
                    {{"host"_L1, "vendor.contract.invalid"_L1}, {"trafficPolicy"_L1, policy}});
}

} // namespace

class TestContractKinds : public ContractTest
{
    Q_OBJECT

    Result<void> prepare() override
    {
        const Result<kube::Discovery> found = cluster().installPolicyKinds();
        if (!found) {
            return found.error();
        }
        m_served = *found;
        return {};
    }

    /// In the version that discovery says.
    [[nodiscard]] ObjectRef object(Kind kind, const QString &name)
    {
        const auto served = m_served.find(kind);
        return {served ? served->resource : kube::Resource{}, ns(), name};
    }

    /// Applies, reads back, applies once more and finds it in the list.
    template<typename T>
    [[nodiscard]] Result<T> roundTrip(const ObjectRef &ref, const QJsonObject &manifest)
    {
        const Result<T> none = Error{.code = ErrorCode::Internal, .what = ref.toString()};
        const WriteOutcome made = admin().apply({ref, bytesOf(manifest)});
        if (made.state != WriteOutcome::State::Done || !made.created) {
            return made.error.value_or(none.error());
        }
        const auto first = admin().get<T>(ref);
        const WriteOutcome again = admin().apply({ref, bytesOf(manifest)});
        if (!first.result || again.state != WriteOutcome::State::Done || again.created) {
            return first.result ? again.error.value_or(none.error()) : first.result.error();
        }
        if (specOf(again.object) != specOf(made.object)) {
            return Error{.code = ErrorCode::Internal,
                         .what = u"An apply of the same is a change"_s};
        }
        const auto page = admin().list<T>({ref.resource, ns(), {}, {}, 500});
        if (!page.result) {
            return page.result.error();
        }
        const bool listed =
            std::any_of(page.result->items.cbegin(), page.result->items.cend(),
                        [&ref](const T &item) { return item.meta.name == ref.name; });
        return listed ? first.result : none;
    }
    [[nodiscard]] static QJsonObject specOf(QJsonObject object)
    {
        object.remove("metadata"_L1);
        object.remove("status"_L1);
        return object;
    }

    kube::Discovery m_served;

private Q_SLOTS:
    void hpas()
    {
        const ObjectRef ref = object(Kind::HorizontalPodAutoscaler, u"chat-api"_s);
        const QJsonObject policy{
            {"type"_L1, "Percent"_L1}, {"value"_L1, 50}, {"periodSeconds"_L1, 60}};
        const QJsonObject down{{"stabilizationWindowSeconds"_L1, 300},
                               {"selectPolicy"_L1, "Min"_L1},
                               {"policies"_L1, QJsonArray{policy}}};
        const QJsonObject spec =
            with(with(with(hpaSpec(), u"minReplicas"_s, 2), u"maxReplicas"_s, 6), u"behavior"_s,
                 QJsonObject{{"scaleDown"_L1, down}});
        const auto read = roundTrip<kube::HorizontalPodAutoscaler>(ref, hpa(ref.name, spec));
        QVERIFY_RESULT(read);
        QCOMPARE(read->target.name, u"nobody"_s);
        QCOMPARE(read->minReplicas, std::optional{2});
        QCOMPARE(read->maxReplicas, 6);
        QCOMPARE(read->metrics.size(), 1);
        QCOMPARE(read->metrics.first().name, u"cpu"_s);
        QCOMPARE(read->scaleDown->stabilizationWindowSeconds, std::optional{300});
        QCOMPARE(read->scaleDown->policies.first().value, 50);
        QVERIFY(read->scaleUp); // any behaviour fills both directions
        QVERIFY(read->meta.created);
    }

    void scaledObjects()
    {
        const ObjectRef ref = object(Kind::ScaledObject, u"rag-worker"_s);
        const QJsonObject spec =
            with(with(scaledObjectSpec(), u"minReplicaCount"_s, 0), u"maxReplicaCount"_s, 20);
        const auto read = roundTrip<kube::ScaledObject>(ref, scaledObject(ref.name, spec));
        QVERIFY_RESULT(read);
        QCOMPARE(read->target.name, u"nobody"_s);
        QCOMPARE(read->minReplicas, std::optional{0});
        QCOMPARE(read->maxReplicas, std::optional{20});
        QCOMPARE(read->triggers.first().type, u"prometheus"_s);
        QCOMPARE(read->triggers.first().metadata.value(u"threshold"_s), u"10"_s);
        QVERIFY(read->meta.generation > 0);
    }

    void configMaps()
    {
        const ObjectRef ref = object(Kind::ConfigMap, u"overrides"_s);
        const auto read = roundTrip<kube::ConfigMap>(
            ref, configMap(named(ref.name), {{"schema"_L1, "1"_L1}, {"generation"_L1, "42"_L1}}));
        QVERIFY_RESULT(read);
        QCOMPARE(read->data, (kube::Texts{{u"schema"_s, u"1"_s}, {u"generation"_s, u"42"_s}}));
        QVERIFY(!read->immutable);
    }

    void theScheduleWithItsRights()
    {
        const ObjectRef account = object(Kind::ServiceAccount, u"schedule"_s);
        QVERIFY_RESULT(
            roundTrip<kube::ServiceAccount>(account, {{"apiVersion"_L1, "v1"_L1},
                                                      {"kind"_L1, "ServiceAccount"_L1},
                                                      {"metadata"_L1, named(account.name)}}));
        const ObjectRef roleRef = object(Kind::Role, u"schedule"_s);
        const auto role = roundTrip<kube::Role>(roleRef, roleManifest(roleRef.name));
        QVERIFY_RESULT(role);
        QCOMPARE(role->rules.size(), 1);
        QCOMPARE(role->rules.first().names, QStringList{u"chat-api"_s});
        QCOMPARE(role->rules.first().verbs, (QStringList{u"get"_s, u"patch"_s}));
        const ObjectRef bindingRef = object(Kind::RoleBinding, u"schedule"_s);
        const auto binding =
            roundTrip<kube::RoleBinding>(bindingRef, bindingManifest(bindingRef.name, ns()));
        QVERIFY_RESULT(binding);
        QCOMPARE(binding->roleName, u"schedule"_s);
        QCOMPARE(binding->subjects.first().ns, ns());
        const ObjectRef jobRef = object(Kind::CronJob, u"schedule"_s);
        const auto job = roundTrip<kube::CronJob>(jobRef, cronJobManifest(jobRef.name));
        QVERIFY_RESULT(job);
        QCOMPARE(job->schedule, u"*/5 * * * *"_s);
        QCOMPARE(job->timeZone, u"Asia/Shanghai"_s);
        QVERIFY(job->suspended);
        QCOMPARE(job->concurrencyPolicy, u"Forbid"_s);
        QCOMPARE(job->serviceAccount, u"schedule"_s);
        QCOMPARE(job->images, QStringList{u"contract.invalid/none:1"_s});
    }

    void prometheusRules()
    {
        const ObjectRef ref = object(Kind::PrometheusRule, u"slo"_s);
        const auto read = roundTrip<kube::PrometheusRule>(ref, prometheusRuleManifest(ref.name));
        QVERIFY_RESULT(read);
        QCOMPARE(read->groups.size(), 1);
        QCOMPARE(read->groups.first().interval, u"30s"_s);
        const kube::RuleEntry &rule = read->groups.first().rules.first();
        QCOMPARE(rule.alert, u"RagWorkerSlow"_s);
        QCOMPARE(rule.duration, u"5m"_s);
        QCOMPARE(rule.labels.value(u"severity"_s), u"page"_s);
    }

    void destinationRules()
    {
        const ObjectRef ref = object(Kind::DestinationRule, u"vendor"_s);
        const auto read = roundTrip<kube::DestinationRule>(
            ref, destinationRuleManifest(ref.name, ref.resource.apiVersion()));
        QVERIFY_RESULT(read);
        QCOMPARE(read->host, u"vendor.contract.invalid"_s);
        QCOMPARE(read->maxConnections, std::optional{100});
        QCOMPARE(read->http1MaxPendingRequests, std::optional{20});
        QCOMPARE(read->consecutive5xxErrors, std::optional{5});
        QCOMPARE(read->baseEjectionTime, u"30s"_s);
    }

    void deployments()
    {
        const ObjectRef ref = object(Kind::Deployment, u"api"_s);
        const auto read = roundTrip<kube::Deployment>(ref, pausedDeployment(ref.name));
        QVERIFY_RESULT(read);
        QCOMPARE(read->replicas, 1); // nobody set it: the default
        QVERIFY(read->paused);
        QCOMPARE(read->selector.value(u"app"_s), u"api"_s);
        QCOMPARE(read->containers.first().image, u"contract.invalid/none:1"_s);
        QVERIFY(read->meta.generation > 0);
    }
};

QTEST_GUILESS_MAIN(TestContractKinds)
#include "tst_contractkinds.moc"
