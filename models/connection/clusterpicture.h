// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/clusterrows.h"
#include "connection/workspace.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace spillway {

namespace kube {
struct Deployment;
struct Event;
struct Pod;
struct StatefulSet;
} // namespace kube

/// The objects of the namespaces in view put together: which autoscaler and which pods belong to
/// which workload, who owns the number, what happened. Fed one object at a time, in any order; no
/// I/O. Pods are matched through the names of their controllers, so no ReplicaSet need be read.
class ClusterPicture
{
public:
    explicit ClusterPicture(std::vector<WorkspaceComponent> components = {});
    ~ClusterPicture();

    /// Key: "NAMESPACE/NAME"; null = the object is gone.
    void set(const QString &key, const std::shared_ptr<const kube::Deployment> &object);
    void set(const QString &key, const std::shared_ptr<const kube::StatefulSet> &object);
    void set(const QString &key,
             const std::shared_ptr<const kube::HorizontalPodAutoscaler> &object);
    void set(const QString &key, const std::shared_ptr<const kube::ScaledObject> &object);
    void set(const QString &key, const std::shared_ptr<const kube::Pod> &object);
    void set(const QString &key, const std::shared_ptr<const kube::Event> &object);

    /// Brings the rows of workloads up to date; call it after a batch of set(). True if anything
    /// has changed since the last time.
    bool settle();

    /// By key.
    [[nodiscard]] const QHash<QString, WorkloadRow> &workloads() const { return m_rows; }
    /// Of one workload (its key), or of all if empty. In no order.
    [[nodiscard]] std::vector<PodRow> pods(const QString &workload = {}) const;
    [[nodiscard]] std::vector<EventRow> events(const QString &workload = {}) const;
    /// Of a workload and its autoscalers; of all, only those that say that something is wrong.
    [[nodiscard]] std::vector<ConditionRow> conditions(const QString &workload = {}) const;
    /// All starts of a workload's pods that were seen, of those that are gone the last 200.
    [[nodiscard]] StartSummary starts(const QString &workload) const;
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty() && m_pods.isEmpty(); }
    [[nodiscard]] qsizetype podCount() const { return m_pods.size(); }
    /// The row that runs a component of the workspace, or null.
    [[nodiscard]] const WorkloadRow *ofComponent(const QString &component) const;

private:
    /// What rows are made from, whichever kind it is.
    struct Workload;
    struct PodEntry
    {
        PodRow row;
        /// As it was when it first got ready: later changes of its conditions are no starts.
        std::optional<PodPhases> start;
    };

    template<typename T>
    void setWorkload(const QString &kind, const QString &key,
                     const std::shared_ptr<const T> &object);
    /// Autoscalers of one kind, by their own key and by that of their target.
    template<typename T>
    struct Scalers
    {
        QHash<QString, std::shared_ptr<const T>> objects;
        QHash<QString, QSet<QString>> ofTarget;
    };
    template<typename T>
    void setScaler(Scalers<T> *all, const QString &key, const std::shared_ptr<const T> &object);
    void makeRow(const QString &key);
    void countStarts(WorkloadRow *row) const;
    [[nodiscard]] std::vector<PodPhases> startsOf(const QString &workload) const;
    /// The start of a pod that is gone.
    void remember(const QString &key, const PodEntry &pod);
    void notePull(const QString &key, const kube::Event &event);
    [[nodiscard]] QString componentOf(const WorkloadRow &row) const;
    [[nodiscard]] WorkloadScalers scalersOf(const QString &key) const;
    [[nodiscard]] QString workloadOf(const kube::Event &event) const;
    void addConditions(const QString &workload, bool onlyWrong,
                       std::vector<ConditionRow> *rows) const;

    std::vector<WorkspaceComponent> m_components;
    QHash<QString, std::shared_ptr<const Workload>> m_workloads; ///< by key of the row
    Scalers<kube::HorizontalPodAutoscaler> m_hpas;
    Scalers<kube::ScaledObject> m_scaledObjects;
    QHash<QString, PodEntry> m_pods;
    QHash<QString, QSet<QString>> m_podsOf;              ///< keys of pods by key of their workload
    QHash<QString, std::vector<PodPhases>> m_pastStarts; ///< by key of their workload
    QHash<QString, std::chrono::milliseconds> m_pulls;   ///< of images, by key of the pod
    QHash<QString, std::shared_ptr<const kube::Event>> m_events;
    QHash<QString, WorkloadRow> m_rows;
    QSet<QString> m_stale;       ///< workloads whose row is to be made anew
    QSet<QString> m_staleStarts; ///< workloads of which only pods have changed
    bool m_changed = false;
};

} // namespace spillway
