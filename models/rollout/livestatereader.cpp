// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/livestatereader.h"

#include "kube/kubeclient.h"
#include "policy/manifest.h"
#include "rollout/revisions.h"

#include <QHash>
#include <QPointer>

#include <algorithm>
#include <array>
#include <tuple>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Part = UncheckedPart::Part;
using Engine = PolicyComponent::Engine;

constexpr auto namesOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
constexpr QLatin1String revisionLabel{"spillway.dev/revision"};
/// So many workloads of a kind are read one by one; more are listed.
constexpr qsizetype fewTargets = 3;

/// Items of lists of built-in kinds do not say what they are (wire fact 55).
LiveObject liveObject(const kube::Resource &kind, QJsonObject object)
{
    object.insert("apiVersion"_L1, kind.apiVersion());
    object.insert("kind"_L1, kind.kind);
    const QJsonObject meta = object.value("metadata"_L1).toObject();
    return {{kind, meta.value("namespace"_L1).toString(), meta.value("name"_L1).toString()},
            std::move(object)};
}

bool isOfPolicy(const LiveObject &object, const QString &policy)
{
    return object.label(policyLabel) == policy && object.label(managedByLabel) == "spillway"_L1;
}

void sortObjects(std::vector<LiveObject> &objects)
{
    std::sort(objects.begin(), objects.end(), [](const LiveObject &one, const LiveObject &other) {
        const kube::Resource &left = one.ref.resource;
        const kube::Resource &right = other.ref.resource;
        return std::tie(left.group, left.kind, one.ref.name) <
               std::tie(right.group, right.kind, other.ref.name);
    });
}

/// Objects of ours beside autoscalers and ConfigMaps, which are read another way.
constexpr std::array labelledKinds{
    kube::Kind::CronJob,     kube::Kind::ServiceAccount,  kube::Kind::Role,
    kube::Kind::RoleBinding, kube::Kind::DestinationRule, kube::Kind::PrometheusRule};

} // namespace

class LiveStateReader::Private
{
public:
    Private(KubeClient &asked, const Policy &policy, LiveStateReader *owner)
        : client(asked)
        , name(policy.name)
        , ns(policy.nameSpace)
        , wanted(wantedObjects(policy))
        , q(owner)
    {
        for (const PolicyComponent &component : policy.components) {
            if (component.engine != Engine::None) {
                state.targets.push_back({component.name, {}, false});
                targets.push_back(component.target);
            }
        }
    }

    void askWhatIsServed();

    KubeClient &client;
    QString name;
    QString ns;
    std::vector<WantedObject> wanted;
    std::vector<PolicyObject> targets; ///< one a row of state.targets
    LiveState state;
    Result<LiveState> result = Error{};

private:
    using Next = void (Private::*)();

    /// Of a reply of scope: `take` gets the answer; after the last one the next phase begins.
    template<typename Reply, typename Take>
    void ask(Reply *reply, Take take)
    {
        ++open;
        ++total;
        QObject::connect(reply, &Reply::finished, scope.get(), [this, reply, take] {
            take(*reply);
            reply->deleteLater();
            answered();
        });
    }
    void answered();
    void fail(const Error &error);
    void refuse(const KubeReply &reply, const Error &error);
    void leaveOut(Part part, const Error &error) { state.unchecked.push_back({part, error}); }

    void readAll();
    void readMissing();
    void finish();

    void readNamespace();
    void readAutoscalers(kube::Kind kind);
    void readLabelled(kube::Kind kind);
    void readNames();
    void readTargets();
    void listTargets(const kube::Resource &kind, const std::vector<std::size_t> &rows);
    void readTarget(const kube::Resource &kind, std::size_t row);
    void readAdvice(const QString &apiVersion, const QString &kind, Part part,
                    std::vector<LiveObject> LiveState::*to);
    void readUnfinished();
    void readObject(const kube::ObjectRef &ref);
    void add(const LiveObject &object);
    void takeNames(const Result<HttpResponse> &answer);
    [[nodiscard]] bool isWanted(const LiveObject &object) const;

    std::unique_ptr<QObject> scope = std::make_unique<QObject>(); ///< of the replies; null: ended
    Next next = nullptr;
    int open = 0;
    int done = 0;
    int total = 0;
    std::optional<Error> forbidden; ///< the first; its Roles are those of all
    QStringList roles;
    QList<kube::Resource> listed;     ///< kinds of which all of ours were seen
    QList<kube::ObjectRef> leftovers; ///< ConfigMaps of which only names are known
    LiveStateReader *q;
};

void LiveStateReader::Private::answered()
{
    ++done;
    --open;
    const QPointer<LiveStateReader> alive(q);
    Q_EMIT q->progress(done, total);
    if (!alive || open > 0 || !scope) {
        return;
    }
    if (forbidden) {
        forbidden->advice += u'\n' + roles.join(u"---\n"_s);
        fail(*forbidden);
    } else {
        (this->*next)();
    }
}

void LiveStateReader::Private::fail(const Error &error)
{
    if (!scope) {
        return;
    }
    scope.release()->deleteLater(); // one of its slots is running
    result = error;
    Q_EMIT q->finished();
}

/// Rights that are missing are told together.
void LiveStateReader::Private::refuse(const KubeReply &reply, const Error &error)
{
    const kube::StatusDetail &detail = reply.detail();
    if (detail.refusal != kube::Refusal::Forbidden) {
        fail(error);
        return;
    }
    if (!forbidden) {
        forbidden = error;
    }
    if (!detail.neededRole.isEmpty() && !roles.contains(detail.neededRole)) {
        roles.append(detail.neededRole);
    }
}

void LiveStateReader::Private::askWhatIsServed()
{
    next = &Private::readAll;
    ask(client.discover(scope.get()), [this](KubeDiscoveryReply &reply) {
        if (reply.result()) {
            state.discovery = *reply.result();
        } else {
            fail(reply.result().error());
        }
    });
    ask(client.whoAmI(scope.get()), [this](KubeAnswer<kube::Identity> &reply) {
        if (reply.result()) {
            state.identity = *reply.result();
        } else {
            leaveOut(Part::Identity, reply.result().error());
        }
    });
}

void LiveStateReader::Private::readAll()
{
    next = &Private::readMissing;
    readNamespace();
    readAutoscalers(kube::Kind::HorizontalPodAutoscaler);
    readAutoscalers(kube::Kind::ScaledObject);
    for (const kube::Kind kind : labelledKinds) {
        readLabelled(kind);
    }
    readNames();
    readTargets();
    readAdvice(u"policy/v1"_s, u"PodDisruptionBudget"_s, Part::DisruptionBudgets,
               &LiveState::disruptionBudgets);
    readAdvice(u"v1"_s, u"ResourceQuota"_s, Part::Quotas, &LiveState::quotas);
}

/// Only to say the obvious reason first; the dry runs find it too.
void LiveStateReader::Private::readNamespace()
{
    const kube::Resource kind{{}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false};
    ask(client.get<QJsonObject>({kind, {}, ns}, scope.get()),
        [this](KubeAnswer<QJsonObject> &reply) {
            using State = LiveState::Namespace;
            if (reply.result()) {
                const QString phase =
                    reply.result()->value("status"_L1).toObject().value("phase"_L1).toString();
                state.nameSpace = phase == "Terminating"_L1 ? State::Terminating : State::Active;
            } else if (reply.result().error().code == ErrorCode::NotFound) {
                state.nameSpace = State::Missing;
            }
        });
}

/// All of the namespace: there may be a second one on a target.
void LiveStateReader::Private::readAutoscalers(kube::Kind kind)
{
    const Result<kube::ServedResource> served = state.discovery.find(kind);
    if (!served) {
        return;
    }
    const kube::Resource resource = served->resource;
    ask(client.list<QJsonObject>({.resource = resource, .ns = ns}, scope.get()),
        [this, resource](KubeList<QJsonObject> &reply) {
            if (!reply.result()) {
                if (reply.detail().refusal == kube::Refusal::Forbidden) {
                    leaveOut(Part::Autoscalers, reply.result().error());
                } else {
                    fail(reply.result().error());
                }
                return;
            }
            listed.append(resource);
            for (const QJsonObject &item : reply.result()->items) {
                state.autoscalers.push_back(liveObject(resource, item));
                const LiveObject &object = state.autoscalers.back();
                if (isOfPolicy(object, name) || isWanted(object)) {
                    add(object);
                }
            }
        });
}

void LiveStateReader::Private::readLabelled(kube::Kind kind)
{
    const Result<kube::ServedResource> served = state.discovery.find(kind);
    if (!served) {
        return;
    }
    const kube::Resource resource = served->resource;
    const kube::ListQuery query{
        .resource = resource, .ns = ns, .labelSelector = policyLabel + u'=' + name};
    ask(client.list<QJsonObject>(query, scope.get()),
        [this, resource](KubeList<QJsonObject> &reply) {
            if (reply.result()) {
                for (const QJsonObject &item : reply.result()->items) {
                    add(liveObject(resource, item));
                }
            } else if (reply.detail().refusal == kube::Refusal::Forbidden) {
                leaveOut(Part::Leftovers, reply.result().error());
            } else {
                fail(reply.result().error());
            }
        });
}

/// Of ConfigMaps the names alone: revisions hold whole policies.
void LiveStateReader::Private::readNames()
{
    const Result<kube::ServedResource> served = state.discovery.find(kube::Kind::ConfigMap);
    if (!served) {
        fail(served.error());
        return;
    }
    kube::KubeRequest request = kube::listRequest({.resource = served->resource,
                                                   .ns = ns,
                                                   .labelSelector = policyLabel + u'=' + name,
                                                   .pageSize = 0});
    request.accept = namesOnly;
    ask(client.fetch(request, scope.get()), [this](KubeAnswer<HttpResponse> &reply) {
        if (reply.result()) {
            takeNames(reply.result());
        } else {
            refuse(reply, reply.result().error()); // the number of the next revision hangs on it
        }
    });
    for (const WantedObject &one : wanted) {
        if (one.apiVersion == "v1"_L1 && one.kind == "ConfigMap"_L1) {
            readObject({served->resource, ns, one.name});
        }
    }
}

void LiveStateReader::Private::takeNames(const Result<HttpResponse> &answer)
{
    const auto page = kube::decodeList<QJsonObject>(answer->body);
    if (!page) {
        fail(page.error());
        return;
    }
    const kube::Resource kind = kube::bestResource(kube::Kind::ConfigMap);
    for (const QJsonObject &item : page->items) {
        const LiveObject object = liveObject(kind, item);
        const int revision = object.label(revisionLabel).toInt();
        if (revision > state.newestRevision) {
            state.newestRevision = revision;
            state.newestEnd = pushEndFromName(object.meta().annotations.value(outcomeAnnotation))
                                  .value_or(PushRecord::End::None);
        }
        if (revision == 0 && isOfPolicy(object, name) && !isWanted(object)) {
            leftovers.append(object.ref);
        }
    }
}

void LiveStateReader::Private::readTargets()
{
    QMap<QString, std::vector<std::size_t>> byKind;
    for (std::size_t row = 0; row < targets.size(); ++row) {
        byKind[targets[row].apiVersion + u' ' + targets[row].kind].push_back(row);
    }
    for (const std::vector<std::size_t> &rows : std::as_const(byKind)) {
        const PolicyObject &first = targets[rows.front()];
        const Result<kube::ServedResource> served =
            state.discovery.find(first.apiVersion, first.kind);
        if (!served) {
            for (const std::size_t row : rows) {
                state.targets[row].checked = true; // a kind that is not there has no objects
            }
        } else if (static_cast<qsizetype>(rows.size()) > fewTargets) {
            listTargets(served->resource, rows);
        } else {
            for (const std::size_t row : rows) {
                readTarget(served->resource, row);
            }
        }
    }
}

void LiveStateReader::Private::listTargets(const kube::Resource &kind,
                                           const std::vector<std::size_t> &rows)
{
    ask(client.list<QJsonObject>({.resource = kind, .ns = ns}, scope.get()),
        [this, kind, rows](KubeList<QJsonObject> &reply) {
            if (!reply.result()) {
                for (const std::size_t row : rows) {
                    readTarget(kind, row); // perhaps single names are allowed
                }
                return;
            }
            QHash<QString, QJsonObject> found;
            for (const QJsonObject &item : reply.result()->items) {
                found.insert(item.value("metadata"_L1).toObject().value("name"_L1).toString(),
                             item);
            }
            for (const std::size_t row : rows) {
                state.targets[row].checked = true;
                if (const auto item = found.constFind(targets[row].name); item != found.cend()) {
                    state.targets[row].object = liveObject(kind, *item);
                }
            }
        });
}

void LiveStateReader::Private::readTarget(const kube::Resource &kind, std::size_t row)
{
    ask(client.get<QJsonObject>({kind, ns, targets[row].name}, scope.get()),
        [this, kind, row](KubeAnswer<QJsonObject> &reply) {
            LiveTarget &target = state.targets[row];
            target.checked =
                reply.result() || reply.detail().refusal == kube::Refusal::ObjectMissing;
            if (reply.result()) {
                target.object = liveObject(kind, *reply.result());
            } else if (!target.checked) {
                leaveOut(Part::Targets, reply.result().error());
            }
        });
}

void LiveStateReader::Private::readAdvice(const QString &apiVersion, const QString &kind, Part part,
                                          std::vector<LiveObject> LiveState::*to)
{
    const Result<kube::ServedResource> served = state.discovery.find(apiVersion, kind);
    if (!served) {
        return;
    }
    const kube::Resource resource = served->resource;
    ask(client.list<QJsonObject>({.resource = resource, .ns = ns}, scope.get()),
        [this, resource, part, to](KubeList<QJsonObject> &reply) {
            if (!reply.result()) {
                leaveOut(part, reply.result().error());
                return;
            }
            for (const QJsonObject &item : reply.result()->items) {
                (state.*to).push_back(liveObject(resource, item));
            }
        });
}

/// What no list has shown: objects without our labels, and those that may only be read by name.
void LiveStateReader::Private::readMissing()
{
    next = &Private::finish;
    for (const LiveTarget &target : state.targets) {
        if (target.object && isWanted(*target.object)) {
            add(*target.object);
        }
    }
    for (const WantedObject &one : wanted) {
        const Result<kube::ServedResource> served = state.discovery.find(one.apiVersion, one.kind);
        if (!served || listed.contains(served->resource) ||
            served->resource == kube::bestResource(kube::Kind::ConfigMap)) {
            continue;
        }
        const kube::ObjectRef ref{served->resource, ns, one.name};
        if (state.find(ref) == nullptr) {
            readObject(ref);
        }
    }
    for (const kube::ObjectRef &ref : std::as_const(leftovers)) {
        readObject(ref);
    }
    readUnfinished();
    if (open == 0) {
        finish();
    }
}

/// Who pushes, or pushed. Without an answer that is not said.
void LiveStateReader::Private::readUnfinished()
{
    using End = PushRecord::End;
    if (state.newestRevision == 0 || state.newestEnd == End::Complete ||
        state.newestEnd == End::Undone) {
        return;
    }
    ask(client.get<kube::ConfigMap>(revisionRef(ns, name, state.newestRevision), scope.get()),
        [this](KubeAnswer<kube::ConfigMap> &reply) {
            if (!reply.result()) {
                return;
            }
            if (Result<Revision> read = readRevision(*reply.result())) {
                state.unfinished = *std::move(read);
            }
        });
}

void LiveStateReader::Private::readObject(const kube::ObjectRef &ref)
{
    ask(client.get<QJsonObject>(ref, scope.get()), [this, ref](KubeAnswer<QJsonObject> &reply) {
        if (reply.result()) {
            add(liveObject(ref.resource, *reply.result()));
        } else if (reply.detail().refusal != kube::Refusal::ObjectMissing) {
            refuse(reply, reply.result().error());
        }
    });
}

void LiveStateReader::Private::add(const LiveObject &object)
{
    if (state.find(object.ref) == nullptr) {
        state.objects.push_back(object);
    }
}

bool LiveStateReader::Private::isWanted(const LiveObject &object) const
{
    const WantedObject same{object.ref.resource.apiVersion(), object.ref.resource.kind,
                            object.ref.name};
    return std::find(wanted.begin(), wanted.end(), same) != wanted.end();
}

/// Answers come in any order; equal clusters make equal plans, with equal hashes.
void LiveStateReader::Private::finish()
{
    sortObjects(state.objects);
    sortObjects(state.autoscalers);
    result = std::move(state);
    Q_EMIT q->finished();
}

LiveStateReader::LiveStateReader(KubeClient &client, const Policy &policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(client, policy, this))
{
    d->askWhatIsServed();
}

LiveStateReader::~LiveStateReader() = default;

const Result<LiveState> &LiveStateReader::result() const
{
    return d->result;
}

Result<LiveState> LiveStateReader::takeResult()
{
    return std::move(d->result);
}

} // namespace spillway
