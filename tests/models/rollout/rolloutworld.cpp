// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/rolloutworld.h"

#include "kube/kubeconfigloader.h"
#include "rollout/createlock.h"

#include <QJsonDocument>
#include <QSignalSpy>

#include <algorithm>

namespace spillway {

using namespace std::chrono_literals;

namespace {

constexpr int limit = 60'000;
const QString console = u"spillway"_s;
const QString schedule = u"spillway-schedule"_s;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QString metaText(const QJsonObject &object, const QString &key)
{
    return object.value("metadata"_L1).toObject().value(key).toString();
}

demo::ObjectPlace placeOf(const kube::ObjectRef &ref)
{
    return {ref.resource.group, ref.resource.plural, ref.ns, ref.name, {}};
}

QJsonObject manifest(const QString &apiVersion, const QString &kind, const QString &name)
{
    return {
        {u"apiVersion"_s, apiVersion},
        {u"kind"_s, kind},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, name},
                     {u"labels"_s, QJsonObject{{u"app.kubernetes.io/managed-by"_s, u"spillway"_s},
                                               {u"spillway.dev/policy"_s, u"shop"_s}}}}}};
}

/// Bounds alone, as the schedule applies them; without them it lets go.
QByteArray boundsBody(const QString &name, const QJsonObject &bounds)
{
    return bytesOf({{u"apiVersion"_s, u"autoscaling/v2"_s},
                    {u"kind"_s, u"HorizontalPodAutoscaler"_s},
                    {u"metadata"_s, QJsonObject{{u"name"_s, name}}},
                    {u"spec"_s, bounds}});
}

/// Gives everything up.
QByteArray nothingBody(const QString &name)
{
    return bytesOf({{u"apiVersion"_s, u"autoscaling/v2"_s},
                    {u"kind"_s, u"HorizontalPodAutoscaler"_s},
                    {u"metadata"_s, QJsonObject{{u"name"_s, name}}}});
}

QJsonObject bounds(int min, int max)
{
    return {{u"minReplicas"_s, min}, {u"maxReplicas"_s, max}};
}

QByteArray accountBody(const QString &name)
{
    return bytesOf(manifest(u"v1"_s, u"ServiceAccount"_s, name));
}

/// Without what differs in each run.
QJsonObject comparable(QJsonObject object)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    QStringList entries;
    for (const QJsonValue &value : meta.value("managedFields"_L1).toArray()) {
        QJsonObject entry = value.toObject();
        entry.remove("time"_L1);
        entries.append(QString::fromUtf8(bytesOf(entry)));
    }
    entries.sort();
    for (const auto key : {"uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1, "namespace"_L1,
                           "generation"_L1}) {
        meta.remove(key);
    }
    meta.insert("managedFields"_L1, QJsonArray::fromStringList(entries));
    object.insert("metadata"_L1, meta);
    object.remove("status"_L1);
    return object;
}

} // namespace

std::unique_ptr<Console> Console::open(const QString &kubeconfig, bool isProtected)
{
    KubeconfigSources sources;
    sources.explicitFile = kubeconfig;
    const KubeResolution found =
        resolveKube(loadKubeconfig(sources), inClusterPlace(sources.environment), {});
    if (!found.target) {
        qWarning("%s", qPrintable(found.error().sentence()));
        return nullptr;
    }
    return std::unique_ptr<Console>(new Console(*found.target, isProtected));
}

Console::Console(KubeTarget target, bool isProtected)
    : m_logins(userExecSetup(), m_clock)
    , m_access(std::move(target), m_logins, ExecPolicy::fromWords({}), m_clock)
    , m_client(m_http, m_access)
    , m_window(m_access.contextName(), isProtected, m_clock)
{
    m_client.setRandom([] { return 0.0; });
}

WriteTicket Console::ticket()
{
    return *m_window.open(contextName());
}

bool Console::apply(const kube::ObjectRef &object, const QByteArray &body, const QString &manager)
{
    KubeWriter writer(m_client);
    const std::unique_ptr<KubeWrite> write(
        writer.apply(ticket(), {.object = object, .body = body, .fieldManager = manager}, nullptr));
    QSignalSpy done(write.get(), &KubeWrite::finished);
    const bool ok = done.wait(limit) && write->outcome().state == WriteOutcome::State::Done;
    if (!ok && write->outcome().error) {
        qWarning("%s", qPrintable(write->outcome().error->sentence()));
    }
    return ok;
}

bool Console::run(Push &push)
{
    push.setReadBackDelays({0ms, 0ms});
    QSignalSpy done(&push, &Push::finished);
    push.start();
    return done.wait(limit) && done.count() == 1;
}

std::unique_ptr<Push> Console::push(const Plan &plan, const PushInput &input)
{
    auto push = std::make_unique<Push>(m_client, ticket(), plan, input);
    run(*push);
    return push;
}

std::unique_ptr<Push> Console::resume(const QString &journal)
{
    Result<std::unique_ptr<Journal>> opened = Journal::open(journal);
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().sentence()));
        return nullptr;
    }
    auto push = std::make_unique<Push>(m_client, ticket(), std::move(*opened));
    run(*push);
    return push;
}

Result<Plan> Console::undo(const PushRecord &record, const QSet<QString> &takeOver)
{
    Undo undo(m_client, {.push = record, .now = m_clock.now(), .takeOver = takeOver});
    QSignalSpy done(&undo, &Undo::finished);
    return done.wait(limit) ? undo.takeResult() : Result<Plan>{Error{}};
}

std::vector<Revision> Console::revisions(const QString &nameSpace)
{
    const std::unique_ptr<KubeList<kube::ConfigMap>> list(
        m_client.list<kube::ConfigMap>(revisionQuery(nameSpace, {}), nullptr));
    QSignalSpy done(list.get(), &KubeReply::finished);
    return done.wait(limit) && list->result() ? readRevisions(list->result()->items)
                                              : std::vector<Revision>{};
}

QString RolloutWorld::newNamespace()
{
    const QString name = u"shop-%1"_s.arg(++m_namespaces);
    const QJsonObject made{{u"apiVersion"_s, u"v1"_s},
                           {u"kind"_s, u"Namespace"_s},
                           {u"metadata"_s, QJsonObject{{u"name"_s, name}}}};
    return server().client(u"test"_s).create(made).ok() ? name : QString{};
}

bool RolloutWorld::settle(const QString &ns)
{
    const auto apply = [this, &ns](const QString &manager, const QByteArray &body) {
        QJsonObject object = jsonOf(body);
        QJsonObject meta = object.value("metadata"_L1).toObject();
        meta.insert("namespace"_L1, ns);
        object.insert("metadata"_L1, meta);
        const demo::CallResult applied = server().client(manager).apply(object);
        if (!applied.ok()) {
            qWarning("%s", qPrintable(applied.message()));
        }
        return applied.ok();
    };
    const QJsonObject note{{u"annotations"_s, QJsonObject{{u"note"_s, u"of kubectl"_s}}}};
    return apply(console, hpaBody(u"rag"_s, 70, bounds(2, 10))) &&
           apply(console, mapBody(u"settings"_s, u"old"_s)) &&
           apply(console, mapBody(u"leftover"_s, u"x"_s)) &&
           apply(console, hpaBody(u"llm"_s, 50, bounds(1, 5))) &&
           apply(schedule, boundsBody(u"llm"_s, bounds(1, 5))) &&
           apply(console, hpaBody(u"llm"_s, 50, {})) &&
           patch(refTo(kube::Kind::HorizontalPodAutoscaler, ns, u"rag"_s), {{u"metadata"_s, note}},
                 u"kubectl"_s)
               .ok();
}

Plan RolloutWorld::plan(Console &user, const QString &ns)
{
    const kube::ObjectRef rag = refTo(kube::Kind::HorizontalPodAutoscaler, ns, u"rag"_s);
    const kube::ObjectRef llm = refTo(kube::Kind::HorizontalPodAutoscaler, ns, u"llm"_s);
    const kube::ObjectRef dialog = refTo(kube::Kind::HorizontalPodAutoscaler, ns, u"dialog"_s);
    const kube::ObjectRef timeline = refTo(kube::Kind::ConfigMap, ns, u"timeline"_s);
    const kube::ObjectRef settings = refTo(kube::Kind::ConfigMap, ns, u"settings"_s);
    const kube::ObjectRef leftover = refTo(kube::Kind::ConfigMap, ns, u"leftover"_s);
    const kube::ObjectRef runner = refTo(kube::Kind::ServiceAccount, ns, u"runner"_s);
    std::vector<PlanStep> steps{
        stepTo(*this, timeline, mapBody(u"timeline"_s, u"rows"_s)),
        stepTo(*this, rag, boundsBody(u"rag"_s, bounds(2, 10)), schedule, nothingBody(u"rag"_s)),
        stepTo(*this, rag, hpaBody(u"rag"_s, 60, {}), console,
               hpaBody(u"rag"_s, 70, bounds(2, 10))),
        stepTo(*this, dialog, hpaBody(u"dialog"_s, 80, bounds(3, 9))),
        stepTo(*this, settings, mapBody(u"settings"_s, u"new"_s), console,
               mapBody(u"settings"_s, u"old"_s)),
        stepTo(*this, runner, accountBody(u"runner"_s)),
        stepTo(*this, leftover, {}, console, mapBody(u"leftover"_s, u"x"_s)),
        stepTo(*this, llm, {}, console, hpaBody(u"llm"_s, 50, {})),
    };
    steps[1].action = PlanStep::Action::Attach;
    return planOf(user, ns, std::move(steps));
}

QJsonObject RolloutWorld::snapshot(const QString &ns)
{
    using kube::Kind;
    QJsonObject all;
    for (const Kind kind : {Kind::HorizontalPodAutoscaler, Kind::ConfigMap, Kind::ServiceAccount,
                            Kind::Role, Kind::RoleBinding, Kind::CronJob}) {
        const kube::Resource resource = kube::bestResource(kind);
        const QList<QJsonObject> objects =
            server().client(u"test"_s).list({resource.group, resource.plural, ns, {}, {}});
        for (const QJsonObject &each : objects) {
            const QString name = metaText(each, u"name"_s);
            if (!name.startsWith(u"spillway-revision-"_s)) {
                all.insert(resource.plural + u'/' + name, comparable(each));
            }
        }
    }
    return all;
}

QJsonObject RolloutWorld::object(const kube::ObjectRef &ref)
{
    const demo::CallResult found = server().client(u"test"_s).get(placeOf(ref));
    return found.ok() ? found.document : QJsonObject{};
}

demo::CallResult RolloutWorld::patch(const kube::ObjectRef &ref, const QJsonObject &patch,
                                     const QString &manager)
{
    return server().client(manager).mergePatch(placeOf(ref), patch);
}

demo::CallResult RolloutWorld::remove(const kube::ObjectRef &ref)
{
    return server().client(u"test"_s).remove(placeOf(ref));
}

int RolloutWorld::count(const QString &ns, const QString &plural, const QString &group)
{
    return static_cast<int>(server().client(u"test"_s).list({group, plural, ns, {}, {}}).size());
}

void RolloutWorld::fault(const QString &line)
{
    const Result<demo::Fault> fault = demo::Fault::parse(line);
    if (fault) {
        server().faults().add(*fault);
    } else {
        qFatal("%s", qPrintable(fault.error().sentence()));
    }
}

kube::ObjectRef refTo(kube::Kind kind, const QString &ns, const QString &name)
{
    return {kube::bestResource(kind), ns, name};
}

QByteArray hpaBody(const QString &name, int cpu, const QJsonObject &boundsOf)
{
    const QJsonObject metric{
        {u"type"_s, u"Resource"_s},
        {u"resource"_s, QJsonObject{{u"name"_s, u"cpu"_s},
                                    {u"target"_s, QJsonObject{{u"type"_s, u"Utilization"_s},
                                                              {u"averageUtilization"_s, cpu}}}}}};
    QJsonObject spec = boundsOf;
    spec.insert(u"scaleTargetRef"_s, QJsonObject{{u"apiVersion"_s, u"apps/v1"_s},
                                                 {u"kind"_s, u"Deployment"_s},
                                                 {u"name"_s, name}});
    spec.insert(u"metrics"_s, QJsonArray{metric});
    QJsonObject hpa = manifest(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, name);
    hpa.insert(u"spec"_s, spec);
    return bytesOf(hpa);
}

QByteArray mapBody(const QString &name, const QString &value)
{
    QJsonObject map = manifest(u"v1"_s, u"ConfigMap"_s, name);
    map.insert(u"data"_s, QJsonObject{{u"value"_s, value}});
    return bytesOf(map);
}

PlanStep stepTo(RolloutWorld &world, const kube::ObjectRef &ref, const QByteArray &body,
                const QString &manager, const QByteArray &before)
{
    const QJsonObject live = world.object(ref);
    PlanStep step;
    step.object = ref;
    step.manager = manager;
    step.uid = metaText(live, u"uid"_s);
    step.resourceVersion = metaText(live, u"resourceVersion"_s);
    step.before = jsonOf(before);
    step.action = body.isEmpty()   ? PlanStep::Action::Delete
                  : live.isEmpty() ? PlanStep::Action::Create
                                   : PlanStep::Action::Update;
    if (!body.isEmpty()) {
        step.body =
            *kube::withLock(body, step.uid, live.isEmpty() ? QString{notThereVersion} : QString{});
    }
    step.hash = stepHash(step);
    return step;
}

Plan planOf(const Console &user, const QString &ns, std::vector<PlanStep> steps, int liveRevision)
{
    Plan plan;
    plan.target = {user.contextName(), user.server(), u"admin"_s, ns};
    plan.policy = u"shop"_s;
    plan.policyText = "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\n"
                      "metadata: {name: shop, namespace: " +
                      ns.toUtf8() + "}\nspec: {}\n";
    plan.madeAt = 1'700'000'000'000;
    plan.liveRevision = liveRevision;
    plan.steps = std::move(steps);
    plan.hash = planHash(plan);
    return plan;
}

} // namespace spillway
