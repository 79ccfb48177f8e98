// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who owns the bounds (docs/policy.md): the console while nothing is scheduled, the schedule while
// a timeline is attached. The new owner takes the live values first, then the old one lets go, so
// that no bound is ever without an owner: it would fall to its default.
#include "rollout/draftsteps.h"
#include "rollout/ownentry.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Action = PlanStep::Action;
using Phase = DraftStep::Phase;

Manifest withBounds(Manifest manifest, const std::optional<Bounds> &bounds)
{
    const BoundFields fields = boundFields(manifest.kind());
    QJsonObject spec = manifest.object.value("spec"_L1).toObject();
    spec.remove(fields.min);
    spec.remove(fields.max);
    if (bounds) {
        spec.insert(fields.min, bounds->min);
        spec.insert(fields.max, bounds->max);
    }
    manifest.object.insert("spec"_L1, spec);
    return manifest;
}

/// Who owns the two bounds of a live autoscaler.
struct BoundOwners
{
    bool scheduleHasAll = false;
    bool scheduleHasAny = false;
    bool othersHaveAny = false;
};

BoundOwners boundOwners(const QJsonObject &live)
{
    const BoundFields fields = boundFields(live.value("kind"_L1).toString());
    const kube::FieldOwners owners = fieldOwnersOf(live);
    BoundOwners found{.scheduleHasAll = true};
    for (const QString &field : {fields.min, fields.max}) {
        bool scheduled = false;
        const QList<kube::FieldOwner> ofField = kube::ownersOf(owners, u".spec."_s + field);
        for (const kube::FieldOwner &owner : ofField) {
            const bool schedule = owner.manager == scheduleManager && owner.isApply();
            scheduled = scheduled || schedule;
            found.othersHaveAny =
                found.othersHaveAny ||
                (!schedule && !(owner.manager == consoleManager && owner.isApply()));
        }
        found.scheduleHasAll = found.scheduleHasAll && scheduled;
        found.scheduleHasAny = found.scheduleHasAny || scheduled;
    }
    return found;
}

class ScalerSteps
{
public:
    explicit ScalerSteps(const ScalerWish &wish)
        : m_wish(wish)
        , m_wanted(*boundsOf(wish.manifest.object))
        , m_attached(withBounds(wish.manifest, std::nullopt))
    {}

    std::vector<DraftStep> run()
    {
        const bool scheduled = m_wish.policy.components[m_wish.component].isScheduled();
        if (m_wish.place.live == nullptr) {
            create(scheduled);
            return std::move(m_steps);
        }
        const BoundOwners owners = boundOwners(live());
        if (!scheduled) {
            if (owners.scheduleHasAny) {
                detach();
            } else {
                update(m_wish.manifest);
            }
        } else if (owners.scheduleHasAll) {
            update(m_attached);
            moveBounds();
        } else if (owners.scheduleHasAny && owners.othersHaveAny) {
            takeBounds();
        } else {
            attach(owners.scheduleHasAny ? boundsOf(live()).value_or(m_wanted) : m_wanted);
        }
        return std::move(m_steps);
    }

private:
    [[nodiscard]] const QJsonObject &live() const { return m_wish.place.live->object; }

    void create(bool scheduled)
    {
        add(Action::Create, m_wish.manifest, true);
        if (scheduled) {
            handOver(m_wish.manifest, m_wanted);
        }
    }

    /// False if it is so already.
    bool update(const Manifest &manifest, Phase phase = Phase::Scalers)
    {
        if (isAppliedAlready(live(), manifest.manager, manifest.object)) {
            return false;
        }
        add(Action::Update, manifest, true, phase);
        return true;
    }

    /// The schedule shares bounds that the console has applied, then the console lets go.
    void attach(const Bounds &bounds)
    {
        const Manifest shared = withBounds(m_wish.manifest, bounds);
        const bool first = !update(shared);
        handOver(shared, bounds, first);
    }

    void handOver(const Manifest &shared, const Bounds &bounds, bool preview = false)
    {
        const Manifest ofSchedule = boundsManifest(bounds);
        add(Action::Attach, ofSchedule, preview);
        tellOwners(m_steps.back(), ofSchedule.object, {consoleManager});
        add(Action::Update, m_attached, false);
        m_steps.back().step.before = shared.object;
        tellOwners(m_steps.back(), ofSchedule.object, {consoleManager, scheduleManager});
    }

    /// Somebody else has taken a bound away from the schedule.
    void takeBounds()
    {
        add(Action::Attach, boundsManifest(m_wanted), true);
        // A bound that only the console owned would seem to fall to its default.
        const bool owned = ownsBounds();
        if (update(m_attached)) {
            m_steps.back().preview = !owned;
        }
    }

    [[nodiscard]] bool ownsBounds() const
    {
        const BoundFields fields = boundFields(m_wish.manifest.kind());
        const QJsonObject spec = ownFields(live(), consoleManager).value("f:spec"_L1).toObject();
        return spec.contains(u"f:"_s + fields.min) || spec.contains(u"f:"_s + fields.max);
    }

    /// The new timeline holds at once, not only from the next run of the job on.
    void moveBounds()
    {
        if (m_wish.timelineMoves && boundsOf(live()) != m_wanted) {
            add(Action::Update, boundsManifest(m_wanted), true, Phase::Bounds);
        }
    }

    void detach()
    {
        const Bounds bounds = boundsOf(live()).value_or(m_wanted);
        const Manifest shared = withBounds(m_wish.manifest, bounds);
        const bool first = !update(shared, Phase::Bounds);
        add(Action::Detach, boundsManifest(std::nullopt), first, Phase::Bounds);
        tellOwners(m_steps.back(), boundsManifest(bounds).object,
                   {consoleManager, scheduleManager});
        if (bounds != m_wanted) {
            add(Action::Update, m_wish.manifest, false, Phase::Bounds);
            m_steps.back().step.before = shared.object;
            tellBounds(m_steps.back(), bounds);
        }
    }

    [[nodiscard]] Manifest boundsManifest(const std::optional<Bounds> &bounds) const
    {
        std::optional<TimelineRow> row;
        if (bounds) {
            row = TimelineRow{.min = bounds->min, .max = bounds->max};
        }
        return spillway::boundsManifest(m_wish.policy, m_wish.component, row);
    }

    void add(Action action, const Manifest &manifest, bool preview, Phase phase = Phase::Scalers)
    {
        StepPlace place = m_wish.place;
        place.phase = phase;
        DraftStep step = applyStep(action, place, manifest);
        step.step.component = m_wish.policy.components[m_wish.component].name;
        step.preview = preview;
        m_steps.push_back(std::move(step));
    }

    /// A step that only changes who owns the bounds.
    void tellOwners(DraftStep &step, const QJsonObject &object, const QStringList &owners) const
    {
        const QJsonObject spec = object.value("spec"_L1).toObject();
        for (auto field = spec.begin(); field != spec.end(); ++field) {
            step.step.changes.push_back({u".spec."_s + field.key(), field.value(), field.value(),
                                         owners,
                                         m_wish.manifest.sourceOf(u"spec."_s + field.key())});
        }
    }

    void tellBounds(DraftStep &step, const Bounds &before) const
    {
        const BoundFields fields = boundFields(m_wish.manifest.kind());
        const auto tell = [&](const QString &field, int old, int wanted) {
            if (old != wanted) {
                step.step.changes.push_back({u".spec."_s + field,
                                             old,
                                             wanted,
                                             {consoleManager},
                                             m_wish.manifest.sourceOf(u"spec."_s + field)});
            }
        };
        tell(fields.max, before.max, m_wanted.max);
        tell(fields.min, before.min, m_wanted.min);
    }

    const ScalerWish &m_wish;
    Bounds m_wanted;
    Manifest m_attached; ///< without bounds
    std::vector<DraftStep> m_steps;
};

} // namespace

BoundFields boundFields(const QString &kind)
{
    return kind == "ScaledObject"_L1 ? BoundFields{u"minReplicaCount"_s, u"maxReplicaCount"_s}
                                     : BoundFields{u"minReplicas"_s, u"maxReplicas"_s};
}

std::optional<Bounds> boundsOf(const QJsonObject &autoscaler)
{
    const BoundFields fields = boundFields(autoscaler.value("kind"_L1).toString());
    const QJsonObject spec = autoscaler.value("spec"_L1).toObject();
    const QJsonValue min = spec.value(fields.min);
    const QJsonValue max = spec.value(fields.max);
    if (!min.isDouble() || !max.isDouble()) {
        return std::nullopt;
    }
    return Bounds{min.toInt(), max.toInt()};
}

std::vector<DraftStep> scalerSteps(const ScalerWish &wish)
{
    return ScalerSteps(wish).run();
}

} // namespace spillway
