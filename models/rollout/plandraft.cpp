// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/plandraft.h"

#include "rollout/autoscalers.h"
#include "rollout/createlock.h"
#include "rollout/draftsteps.h"
#include "rollout/fielddiff.h"
#include "rollout/ownentry.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Action = PlanStep::Action;
using Phase = DraftStep::Phase;
using Engine = PolicyComponent::Engine;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString componentOf(const QJsonObject &object)
{
    return object.value("metadata"_L1)
        .toObject()
        .value("labels"_L1)
        .toObject()
        .value(componentLabel)
        .toString();
}

/// What depends on others goes before them.
int pruneRank(const QString &kind)
{
    constexpr std::array order{"CronJob"_L1,       "HorizontalPodAutoscaler"_L1,
                               "ScaledObject"_L1,  "ConfigMap"_L1,
                               "RoleBinding"_L1,   "Role"_L1,
                               "ServiceAccount"_L1};
    return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

/// Objects that others made carry our labels too: KEDA copies those of a ScaledObject to its HPA.
bool hasController(const LiveObject &object)
{
    return object.object.value("metadata"_L1).toObject().contains("ownerReferences"_L1);
}

class Draft
{
public:
    Draft(const PlanInput &input, const LiveState &live)
        : m_input(input)
        , m_policy(input.reading.policy)
        , m_live(live)
    {}

    Result<PlanDraft> run()
    {
        const Result<void> compiled = compile();
        if (!compiled.ok()) {
            return compiled.error();
        }
        prune();
        replaceRivals();
        for (const Manifest &manifest : m_draft.manifests) {
            const Result<kube::ObjectRef> ref = m_live.refOf(manifest);
            if (ref) {
                want(manifest, *ref);
            }
        }
        std::stable_sort(m_draft.steps.begin(), m_draft.steps.end(),
                         [](const DraftStep &a, const DraftStep &b) { return a.phase < b.phase; });
        return std::move(m_draft);
    }

private:
    [[nodiscard]] const LiveObject *scheduleObject(const QString &apiVersion, const QString &kind)
    {
        Manifest named;
        named.object = {{"apiVersion"_L1, apiVersion},
                        {"kind"_L1, kind},
                        {"metadata"_L1, QJsonObject{{"name"_L1, scheduleName(m_policy)},
                                                    {"namespace"_L1, m_policy.nameSpace}}}};
        const Result<kube::ObjectRef> ref = m_live.refOf(named);
        return ref ? m_live.find(*ref) : nullptr;
    }

    Result<void> compile()
    {
        m_timeline = scheduleObject(u"v1"_s, u"ConfigMap"_s);
        const CompileOptions options{
            .now = m_input.now,
            .timelineStart =
                m_timeline == nullptr ? std::nullopt : timelineStartOf(m_timeline->object),
            .context = m_input.context,
            .prometheusOperator =
                m_live.discovery.find(u"monitoring.coreos.com/v1"_s, u"PrometheusRule"_s).ok(),
            .istio = m_live.discovery.find(u"networking.istio.io/v1"_s, u"DestinationRule"_s).ok()};
        CompiledPlan plan = compileForPlan(
            m_input, options, m_timeline == nullptr ? QJsonObject{} : m_timeline->object);
        if (!plan.compiled.problems.empty()) {
            Error error = plan.compiled.problems.front();
            if (error.position) {
                error.position = m_input.reading.positions.of(error.position->path);
            }
            error.code = ErrorCode::InvalidDocument;
            return error;
        }
        m_draft.manifests = std::move(plan.compiled.manifests);
        m_draft.leadTimes = std::move(plan.leadTimes);
        m_draft.keptLeadTimes = std::move(plan.kept);
        return {};
    }

    void want(const Manifest &manifest, const kube::ObjectRef &ref)
    {
        StepPlace place{ref, m_live.find(ref), m_input.takeOver.contains(ref.toString()),
                        Phase::Others};
        if (!manifest.owned && place.live == nullptr) {
            return; // a workload that is not there
        }
        const std::size_t before = m_draft.steps.size();
        if (isAutoscaler(ref.resource.kind)) {
            wantScaler(manifest, place);
        } else {
            place.phase =
                manifest.name() == scheduleName(m_policy) ? Phase::Schedule : Phase::Others;
            wantObject(manifest, place);
        }
        if (m_draft.steps.size() == before) {
            m_draft.unchanged.push_back(ref);
        }
    }

    void wantObject(const Manifest &manifest, const StepPlace &place)
    {
        if (place.live == nullptr) {
            m_draft.steps.push_back(applyStep(Action::Create, place, manifest));
        } else if (!isAppliedAlready(place.live->object, manifest.manager, manifest.object)) {
            m_draft.steps.push_back(applyStep(Action::Update, place, manifest));
        }
    }

    void wantScaler(const Manifest &manifest, const StepPlace &place)
    {
        const std::size_t component = componentIndex(componentOf(manifest.object));
        std::vector<DraftStep> steps =
            scalerSteps({m_policy, component, manifest, place,
                         timelineMoves(m_policy.components[component].name)});
        for (DraftStep &step : steps) {
            // Admission refuses a second autoscaler while the first one is there.
            step.preview = step.preview && !m_freed.contains(workloadOf(manifest.object));
            m_draft.steps.push_back(std::move(step));
        }
    }

    [[nodiscard]] std::size_t componentIndex(const QString &name) const
    {
        const auto found =
            std::find_if(m_policy.components.begin(), m_policy.components.end(),
                         [&name](const PolicyComponent &one) { return one.name == name; });
        return static_cast<std::size_t>(found - m_policy.components.begin());
    }

    /// A job that somebody has stopped is not done the work of.
    [[nodiscard]] bool timelineMoves(const QString &component)
    {
        const LiveObject *const job = scheduleObject(u"batch/v1"_s, u"CronJob"_s);
        if (job != nullptr && job->object["spec"_L1]["suspend"_L1].toBool()) {
            return false;
        }
        const QString key = u"timeline."_s + component;
        const auto manifest = std::find_if(
            m_draft.manifests.begin(), m_draft.manifests.end(), [this](const Manifest &one) {
                return one.kind() == "ConfigMap"_L1 && one.name() == scheduleName(m_policy);
            });
        return manifest != m_draft.manifests.end() &&
               (m_timeline == nullptr ||
                m_timeline->object["data"_L1][key] != manifest->object["data"_L1][key]);
    }

    [[nodiscard]] bool isWanted(const LiveObject &object) const
    {
        return std::any_of(m_draft.manifests.begin(), m_draft.manifests.end(),
                           [&object](const Manifest &manifest) {
                               return manifest.name() == object.ref.name &&
                                      manifest.kind() == object.ref.resource.kind;
                           });
    }

    [[nodiscard]] bool isInTheWay(const LiveObject &object) const
    {
        return isAutoscaler(object.ref.resource.kind) &&
               std::any_of(m_draft.manifests.begin(), m_draft.manifests.end(),
                           [&object](const Manifest &manifest) {
                               return isAutoscaler(manifest.kind()) &&
                                      workloadOf(manifest.object) == workloadOf(object.object);
                           });
    }

    /// Only what carries our labels and was applied by us.
    void prune()
    {
        std::vector<const LiveObject *> gone;
        for (const LiveObject &object : m_live.objects) {
            if (object.label(policyLabel) != m_policy.name || hasController(object) ||
                isWanted(object)) {
                continue;
            }
            if (ownFields(object.object, consoleManager).isEmpty()) {
                m_draft.strays.push_back(object.ref);
            } else {
                gone.push_back(&object);
            }
        }
        std::stable_sort(gone.begin(), gone.end(), [](const LiveObject *a, const LiveObject *b) {
            return pruneRank(a->ref.resource.kind) < pruneRank(b->ref.resource.kind);
        });
        for (const LiveObject *const object : gone) {
            Phase phase = Phase::Leftovers;
            if (object->ref.resource.kind == "CronJob"_L1) {
                phase = Phase::StopSchedule;
            } else if (isInTheWay(*object)) {
                phase = Phase::FreeTargets;
                m_freed.append(workloadOf(object->object));
            }
            m_draft.steps.push_back(deleteStep(*object, phase));
        }
    }

    /// Autoscalers of others on our targets, where the user said that ours take their place.
    void replaceRivals()
    {
        for (const LiveObject &object : m_live.autoscalers) {
            if (m_input.takeOver.contains(object.ref.toString()) && isInTheWay(object) &&
                !hasController(object) && !isWanted(object) &&
                object.label(policyLabel) != m_policy.name) {
                m_freed.append(workloadOf(object.object));
                m_draft.steps.push_back(deleteStep(object, Phase::FreeTargets));
            }
        }
    }

    const PlanInput &m_input;
    const Policy &m_policy;
    const LiveState &m_live;
    const LiveObject *m_timeline = nullptr; ///< ConfigMap of the schedule as it is
    QStringList m_freed;                    ///< workloads whose autoscaler goes first
    PlanDraft m_draft;
};

/// All that a person or a tool wrote, so that the object can be made again.
QJsonObject writtenPart(QJsonObject object)
{
    QJsonObject metadata;
    const QJsonObject live = object["metadata"_L1].toObject();
    for (const QLatin1String key : {"name"_L1, "namespace"_L1, "labels"_L1, "annotations"_L1}) {
        if (live.contains(key)) {
            metadata[key] = live[key];
        }
    }
    object["metadata"_L1] = metadata;
    object.remove("status"_L1);
    return object;
}

} // namespace

DraftStep applyStep(Action action, const StepPlace &place, const Manifest &manifest)
{
    const QString uid = place.live == nullptr ? QString{} : place.live->uid();
    const QJsonObject live = place.live == nullptr ? QJsonObject{} : place.live->object;
    DraftStep draft{.phase = place.phase, .manifest = manifest, .live = live};
    PlanStep &step = draft.step;
    step.action = action;
    step.object = place.ref;
    step.component = componentOf(manifest.object);
    step.manager = manifest.manager;
    step.body = bytesOf(manifest.object);
    if (place.live != nullptr) {
        step.body = *kube::withLock(step.body, uid, {});
        step.force =
            place.takeOver && !foreignFields(live, manifest.manager, manifest.object).empty();
        step.before =
            ownedBody(live, manifest.manager, step.force ? manifest.object : QJsonObject{});
        step.uid = uid;
        step.resourceVersion = place.live->resourceVersion();
    } else if (action == Action::Create) { // never over what somebody makes in between
        step.body = *kube::withLock(step.body, {}, notThereVersion);
    } else { // of an object that an earlier step makes
        QJsonObject nothing = manifest.object;
        nothing.remove("spec"_L1);
        step.before = nothing;
    }
    step.hash = stepHash(step);
    step.sources = manifest.sources;
    return draft;
}

namespace {

/// Who wrote it, without those who tell its state.
QStringList writersOf(const QJsonObject &object)
{
    QStringList writers;
    const QList<kube::ManagedFieldsEntry> entries = managedFieldsOf(object);
    for (const kube::ManagedFieldsEntry &entry : entries) {
        if (entry.subresource.isEmpty() && !writers.contains(entry.manager)) {
            writers.append(entry.manager);
        }
    }
    writers.sort();
    return writers;
}

} // namespace

DraftStep deleteStep(const LiveObject &object, Phase phase)
{
    DraftStep draft{.phase = phase, .live = object.object, .preview = false};
    PlanStep &step = draft.step;
    step.action = Action::Delete;
    step.object = object.ref;
    step.component = object.label(componentLabel);
    step.manager = consoleManager;
    step.uid = object.uid();
    step.resourceVersion = object.resourceVersion();
    step.before = ownFields(object.object, consoleManager).isEmpty()
                      ? writtenPart(object.object)
                      : ownedBody(object.object, consoleManager);
    step.hash = stepHash(step);
    step.changes.push_back(
        {{}, step.before, QJsonValue{QJsonValue::Undefined}, writersOf(object.object), {}});
    return draft;
}

Result<PlanDraft> draftPlan(const PlanInput &input, const LiveState &live)
{
    return Draft(input, live).run();
}

} // namespace spillway
