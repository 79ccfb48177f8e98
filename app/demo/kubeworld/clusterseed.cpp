// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/clusterseed.h"

#include "kubeobjects/bodyreader.h"
#include "kubeserver/serverstate.h"
#include "kubeworld/clusterjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <optional>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::ClusterSeed)
};

const QString manager = QStringLiteral("kube-controller-manager");

Error cannotSeed(const QString &where, const QString &why)
{
    return Error{.code = ErrorCode::Internal,
                 .what = Text::tr("Cannot fill the cluster of the demo"),
                 .where = where,
                 .why = why,
                 .advice = {},
                 .position = {}};
}

Result<std::vector<QJsonObject>> documentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return cannotSeed(path, file.errorString());
    }
    std::vector<QJsonObject> documents;
    for (const QString &text : QString::fromUtf8(file.readAll()).split(u"\n---\n"_s)) {
        const Body body = readYaml(text.toUtf8());
        if (!body.error.isEmpty()) {
            return cannotSeed(path, body.error);
        }
        if (body.value.isObject()) {
            documents.push_back(body.value.toObject());
        }
    }
    return documents;
}

/// Fills through the API and then puts back the time at which an object was made.
class Seeder
{
public:
    Seeder(ServerState &state, ClusterWriter &writer, PodKeeper &keeper)
        : m_state(state)
        , m_writer(writer)
        , m_keeper(keeper)
    {}

    [[nodiscard]] Result<QJsonObject> make(const QString &by, const QJsonObject &object)
    {
        const QJsonObject made =
            m_writer.carryOut({ClusterPlan::Change::Kind::Create, by, {}, object});
        if (made.isEmpty()) {
            return cannotSeed(object["kind"_L1].toString() + u' ' + nameOf(object),
                              Text::tr("The API server refused it."));
        }
        return made;
    }

    [[nodiscard]] Result<void> history(const QJsonObject &deployment, const WorkloadSeed &seed)
    {
        std::int64_t oldest = 0;
        for (const WorkloadSeed::PodSeed &pod : seed.pods) {
            oldest = oldest == 0 ? pod.times.created : std::min(oldest, pod.times.created);
        }
        const Result<QJsonObject> set = make(manager, replicaSet(deployment, seed));
        if (!set) {
            return set.error();
        }
        if (oldest > 0) {
            backdate(u"apps"_s, u"deployments"_s, deployment, oldest);
            backdate(u"apps"_s, u"replicasets"_s, *set, oldest);
        }
        for (const WorkloadSeed::PodSeed &pod : seed.pods) {
            const Result<QJsonObject> made = make(manager, podOf(*set, pod.name));
            if (!made) {
                return made.error();
            }
            backdate({}, u"pods"_s, *made, pod.times.created);
            m_keeper.adopt(uidOf(*made), pod.times);
        }
        return {};
    }

    /// The pods of a StatefulSet, all from that second.
    [[nodiscard]] Result<void> numberedPods(const QJsonObject &set, std::int64_t since)
    {
        backdate(u"apps"_s, u"statefulsets"_s, set, since);
        const qint64 count = set["spec"_L1]["replicas"_L1].toInteger(1);
        std::int64_t second = since;
        for (qint64 i = 0; i < count; ++i) {
            const Result<QJsonObject> made =
                make(manager, podOf(set, nameOf(set) + u'-' + QString::number(i)));
            if (!made) {
                return made.error();
            }
            backdate({}, u"pods"_s, *made, second);
            const PodTimes times{second, second + 1, second + 6, second + 14};
            m_keeper.adopt(uidOf(*made), times);
            second = times.ready; // one after the other
        }
        return {};
    }

private:
    static QJsonObject replicaSet(const QJsonObject &deployment, const WorkloadSeed &seed)
    {
        const QString hash = seed.replicaSet.section(u'-', -1);
        QJsonObject shape = deployment["spec"_L1]["template"_L1].toObject();
        QJsonObject metadata = shape["metadata"_L1].toObject();
        QJsonObject labels = metadata["labels"_L1].toObject();
        QJsonObject matched = deployment["spec"_L1]["selector"_L1]["matchLabels"_L1].toObject();
        for (QJsonObject *each : {&labels, &matched}) {
            each->insert(u"pod-template-hash"_s, hash);
        }
        metadata.insert(u"labels"_s, labels);
        shape.insert(u"metadata"_s, metadata);
        const QJsonObject spec{{u"replicas"_s, seed.replicas},
                               {u"template"_s, shape},
                               {u"selector"_s, QJsonObject{{u"matchLabels"_s, matched}}}};
        const QJsonObject annotations{{u"deployment.kubernetes.io/revision"_s, u"1"_s}};
        return {{u"apiVersion"_s, u"apps/v1"_s},
                {u"kind"_s, u"ReplicaSet"_s},
                {u"metadata"_s, QJsonObject{{u"name"_s, seed.replicaSet},
                                            {u"namespace"_s, namespaceOf(deployment)},
                                            {u"labels"_s, labels},
                                            {u"annotations"_s, annotations},
                                            {u"ownerReferences"_s, controlledBy(deployment)}}},
                {u"spec"_s, spec}};
    }

    static QJsonObject podOf(const QJsonObject &set, const QString &name)
    {
        const QJsonObject shape = set["spec"_L1]["template"_L1].toObject();
        return {
            {u"apiVersion"_s, u"v1"_s},
            {u"kind"_s, u"Pod"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                        {u"namespace"_s, namespaceOf(set)},
                                        {u"generateName"_s, QString(nameOf(set) + u'-')},
                                        {u"labels"_s, shape["metadata"_L1]["labels"_L1]},
                                        {u"annotations"_s, shape["metadata"_L1]["annotations"_L1]},
                                        {u"ownerReferences"_s, controlledBy(set)}}},
            {u"spec"_s, shape["spec"_L1]}};
    }

    void backdate(const QString &group, const QString &plural, const QJsonObject &object,
                  std::int64_t second)
    {
        const QString storageKey = storageKeyOf(group, plural);
        std::optional<QJsonObject> stored = m_state.store.get(storageKey, keyOf(object));
        if (stored) {
            QJsonObject metadata = (*stored)["metadata"_L1].toObject();
            metadata.insert(u"creationTimestamp"_s, timeText(second));
            stored->insert(u"metadata"_s, metadata);
            // Nobody else writes yet.
            (void)m_state.store.put(storageKey, keyOf(object), *stored,
                                    metadata["resourceVersion"_L1].toString());
        }
    }

    ServerState &m_state;
    ClusterWriter &m_writer;
    PodKeeper &m_keeper;
};

/// When the oldest pod was made; none: nothing has run yet.
std::optional<std::int64_t> firstSecond(const std::map<QString, WorkloadSeed> &workloads)
{
    std::optional<std::int64_t> first;
    for (const auto &[name, seed] : workloads) {
        for (const WorkloadSeed::PodSeed &pod : seed.pods) {
            first = std::min(first.value_or(pod.times.created), pod.times.created);
        }
    }
    return first;
}

} // namespace

Result<std::vector<QJsonObject>> seedObjects()
{
    return documentsOf(u":/demo/cluster.yaml"_s);
}

Result<std::vector<QJsonObject>> seedDefinitions()
{
    std::vector<QJsonObject> all;
    const QDir folder(u":/kube/crds"_s);
    for (const QString &name : folder.entryList()) {
        const Result<std::vector<QJsonObject>> found = documentsOf(folder.filePath(name));
        if (!found) {
            return found.error();
        }
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

Result<void> seedCluster(ServerState &state, ClusterWriter &writer, PodKeeper &keeper,
                         const std::map<QString, WorkloadSeed> &workloads)
{
    const auto definitions = seedDefinitions();
    const auto objects = seedObjects();
    if (!definitions || !objects) {
        return definitions ? objects.error() : definitions.error();
    }
    Seeder seeder(state, writer, keeper);
    const std::optional<std::int64_t> past = firstSecond(workloads);
    for (const QJsonObject &definition : *definitions) {
        if (const auto made = seeder.make(u"demo-setup"_s, definition); !made) {
            return made.error();
        }
    }
    for (QJsonObject object : *objects) {
        const auto seed = workloads.find(nameOf(object));
        const bool runs =
            object["kind"_L1].toString() == "Deployment"_L1 && seed != workloads.end();
        if (runs) {
            QJsonObject spec = object["spec"_L1].toObject();
            spec.insert(u"replicas"_s, seed->second.replicas);
            object.insert(u"spec"_s, spec);
        }
        const auto made = seeder.make(u"demo-setup"_s, object);
        if (!made) {
            return made.error();
        }
        if (runs) {
            if (const Result<void> history = seeder.history(*made, seed->second); !history) {
                return history;
            }
        } else if (past && object["kind"_L1].toString() == "StatefulSet"_L1) {
            if (const Result<void> pods = seeder.numberedPods(*made, *past); !pods) {
                return pods;
            }
        }
    }
    return {};
}

} // namespace spillway::demo
