// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/replicaowner.h"

#include "kube/autoscalers.h"
#include "kube/gitopsorigin.h"
#include "kube/managedfields.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using Kind = ReplicaOwner::Kind;

namespace {

Kind kindOf(kube::WriterKind writer)
{
    switch (writer) {
    case kube::WriterKind::ArgoCd:
        return Kind::ArgoCd;
    case kube::WriterKind::Flux:
        return Kind::Flux;
    case kube::WriterKind::Helm:
        return Kind::Helm;
    case kube::WriterKind::Person:
        return Kind::Person;
    case kube::WriterKind::Program:
        return Kind::Program;
    }
    return Kind::Program;
}

/// Owners of a field, the latest writer first.
QList<kube::FieldOwner> writersOf(const kube::ObjectMeta &object, const QString &path)
{
    QList<kube::FieldOwner> writers = kube::ownersOf(kube::fieldOwners(object.managedFields), path);
    std::stable_sort(writers.begin(), writers.end(),
                     [](const kube::FieldOwner &a, const kube::FieldOwner &b) {
                         return a.time.value_or(0) > b.time.value_or(0);
                     });
    return writers;
}

/// The ScaledObject that an HPA belongs to; empty for an HPA of its own (H3).
QString scaledObjectOf(const kube::HorizontalPodAutoscaler &hpa)
{
    const auto owner = std::find_if(hpa.meta.owners.cbegin(), hpa.meta.owners.cend(),
                                    [](const auto &one) { return one.kind == "ScaledObject"_L1; });
    return owner == hpa.meta.owners.cend() ? QString{} : owner->name;
}

/// The first autoscaler decides as far as the cluster lets it; the others are its rivals.
void takeAutoscalers(const WorkloadScalers &scalers, qint32 replicas, ReplicaOwner *owner)
{
    QStringList kedas;
    for (const kube::ScaledObject *scaled : scalers.scaledObjects) {
        kedas.append(scaled->meta.name);
        if (!owner->isAutoscaler()) {
            owner->kind = Kind::Keda;
            owner->name = scaled->meta.name;
            owner->stopped = scaled->isPaused();
        } else {
            owner->rivals.append(u"ScaledObject "_s + scaled->meta.name);
        }
    }
    for (const kube::HorizontalPodAutoscaler *hpa : scalers.hpas) {
        const QString keda = scaledObjectOf(*hpa);
        if (!owner->isAutoscaler()) {
            owner->kind = keda.isEmpty() ? Kind::Hpa : Kind::Keda;
            owner->name = keda.isEmpty() ? hpa->meta.name : keda;
            owner->stopped = keda.isEmpty() && replicas == 0;
            owner->since = hpa->lastScaled;
        } else if (!keda.isEmpty() && keda == owner->name) {
            owner->since = hpa->lastScaled;
        } else if (keda.isEmpty() || !kedas.contains(keda)) {
            owner->rivals.append(u"HPA "_s + hpa->meta.name);
        }
    }
}

/// Whoever still owns the number beside an autoscaler has it in a manifest and writes it again.
void addWritingRivals(const QList<kube::FieldOwner> &writers, ReplicaOwner *owner)
{
    for (const kube::FieldOwner &writer : writers) {
        if (writer.subresource.isEmpty() &&
            (writer.isApply() || kube::isGitOps(kube::writerKind(writer.manager)))) {
            owner->rivals.append(writer.manager);
        }
    }
}

} // namespace

FieldWriter lastWriter(const kube::ObjectMeta &object, const QString &path)
{
    const QList<kube::FieldOwner> writers = writersOf(object, path);
    return writers.isEmpty() ? FieldWriter{}
                             : FieldWriter{writers.first().manager, writers.first().time};
}

ReplicaOwner replicaOwner(const kube::ObjectMeta &workload, qint32 replicas,
                          const WorkloadScalers &scalers)
{
    ReplicaOwner owner;
    if (const auto origin = kube::gitOpsOrigin(workload)) {
        owner.origin = kindOf(origin->kind);
        owner.originName = origin->name;
    }
    const QList<kube::FieldOwner> writers = writersOf(workload, u".spec.replicas"_s);
    takeAutoscalers(scalers, replicas, &owner);
    if (owner.isAutoscaler()) {
        addWritingRivals(writers, &owner);
        owner.rivals.removeDuplicates();
        return owner;
    }
    if (writers.isEmpty()) {
        return owner;
    }
    const kube::FieldOwner &writer = writers.first();
    owner.kind = kindOf(kube::writerKind(writer.manager));
    owner.since = writer.time;
    owner.name = owner.kind == owner.origin && !owner.originName.isEmpty() ? owner.originName
                                                                           : writer.manager;
    return owner;
}

} // namespace spillway
