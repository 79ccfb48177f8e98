// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/accessreview.h"
#include "kube/kubediscovery.h"
#include "kube/objectmeta.h"
#include "policy/policy.h"
#include "rollout/revisions.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace spillway {

struct Manifest;

/// An object as it was read. A value.
struct LiveObject
{
    kube::ObjectRef ref;
    QJsonObject object;

    [[nodiscard]] QString uid() const;
    [[nodiscard]] QString resourceVersion() const;
    [[nodiscard]] QString label(QLatin1String key) const;
    /// All of metadata, managedFields included.
    [[nodiscard]] kube::ObjectMeta meta() const;
    friend bool operator==(const LiveObject &, const LiveObject &) = default;
};

/// Kind and name of an object that a policy wants, before it is known what the cluster serves.
struct WantedObject
{
    QString apiVersion;
    QString kind;
    QString name;
    friend bool operator==(const WantedObject &, const WantedObject &) = default;
};

/// What compilePolicy() would write, by name, in its order; targets only if their pods get labels.
/// Pure.
[[nodiscard]] std::vector<WantedObject> wantedObjects(const Policy &policy);

/// The workload that a component scales.
struct LiveTarget
{
    QString component;
    std::optional<LiveObject> object; ///< none: it does not exist
    bool checked = false;             ///< false: it could not be read, see LiveState::unchecked
    friend bool operator==(const LiveTarget &, const LiveTarget &) = default;
};

/// A part that could not be read and that a plan can be made without.
struct UncheckedPart
{
    enum class Part : std::uint8_t {
        Identity,
        Autoscalers, ///< those of others on the same targets
        Leftovers,   ///< objects that the policy no longer has
        Targets,
        DisruptionBudgets,
        Quotas,
        Rights,
        Version, ///< of the cluster: the rules of the newest one are taken
    };
    Part part = Part::Identity;
    Error error;
    friend bool operator==(const UncheckedPart &, const UncheckedPart &) = default;
};

/// A right that is missing, and the Role that would give it.
struct MissingPermission
{
    kube::AccessQuestion question;
    QString role; ///< YAML
    friend bool operator==(const MissingPermission &, const MissingPermission &) = default;
};

/// What a plan needs to know about the cluster, as it was when it was read. A value.
struct LiveState
{
    enum class Namespace : std::uint8_t { Unknown, Active, Terminating, Missing };

    kube::Discovery discovery;
    kube::Identity identity; ///< empty if it could not be learnt
    Namespace nameSpace = Namespace::Unknown;
    /// What the policy would write, and what carries its labels; each once. Revisions are not among
    /// them.
    std::vector<LiveObject> objects;
    std::vector<LiveObject> autoscalers; ///< all HPAs and ScaledObjects of the namespace
    std::vector<LiveTarget> targets;     ///< one a component with an engine, in their order
    std::vector<LiveObject> disruptionBudgets;
    std::vector<LiveObject> quotas;
    int newestRevision = 0; ///< 0: there is none
    /// How the push of the newest one ended. None: it is under way, or it was killed.
    PushRecord::End newestEnd = PushRecord::End::Complete;
    std::optional<Revision> unfinished; ///< the newest, if it is not complete and could be read
    std::vector<UncheckedPart> unchecked;
    std::vector<MissingPermission> missing;

    /// Null if it is not there.
    [[nodiscard]] const LiveObject *find(const kube::ObjectRef &ref) const;
    /// The reference of a manifest's object; Unsupported if the cluster does not serve its kind.
    [[nodiscard]] Result<kube::ObjectRef> refOf(const Manifest &manifest) const;
};

} // namespace spillway
