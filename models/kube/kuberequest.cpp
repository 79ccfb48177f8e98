// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kuberequest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr auto applyType = "application/apply-patch+yaml";
constexpr auto jsonType = "application/json";
constexpr auto aggregatedType =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
constexpr std::chrono::seconds discoveryTimeout{32};
constexpr std::chrono::seconds listTimeout{60};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

KubeRequest readOf(const QString &path, const QString &what)
{
    KubeRequest request;
    request.path = path;
    request.what = what;
    return request;
}

KubeRequest reviewOf(const QString &path, const QByteArray &body, const QString &what)
{
    KubeRequest request = readOf(path, what);
    request.method = HttpRequest::Method::Post;
    request.contentType = jsonType;
    request.body = body;
    return request;
}

/// A change of the server, unless it is a dry run.
KubeRequest writeOf(const ObjectRef &object, const QString &subresource, bool dryRun)
{
    KubeRequest request;
    request.path = resourcePath(object.resource, object.ns, object.name, subresource);
    request.onlyReads = dryRun;
    request.urgent = !dryRun;
    if (dryRun) {
        request.query.append({u"dryRun"_s, u"All"_s});
    }
    return request;
}

void addListQuery(const ListQuery &query, KubeRequest &request)
{
    if (!query.labelSelector.isEmpty()) {
        request.query.append({u"labelSelector"_s, query.labelSelector});
    }
    if (!query.fieldSelector.isEmpty()) {
        request.query.append({u"fieldSelector"_s, query.fieldSelector});
    }
}

QString listWhat(const ListQuery &query)
{
    return query.ns.isEmpty()
               ? Text::tr("Cannot list %1").arg(query.resource.qualifiedName())
               : Text::tr("Cannot list %1 in %2").arg(query.resource.qualifiedName(), query.ns);
}

/// The prefix of generated names: what a name may hold, and no dot at the end (wire fact 52).
QString generatedPrefix(const QString &name)
{
    constexpr qsizetype longest = 200;
    QString prefix = name.toLower().left(longest);
    while (prefix.endsWith(u'.') || prefix.endsWith(u'-')) {
        prefix.chop(1);
    }
    return prefix.isEmpty() ? u"spillway-"_s : QString{prefix + u'-'};
}

/// Exactly six decimals, as the server wants.
QString microTime(EpochMs time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
    return utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"000Z"_s;
}

/// POST of a whole object.
KubeRequest postOf(const ObjectRef &object, const QString &manager, const QByteArray &body,
                   bool dryRun)
{
    KubeRequest request = writeOf({object.resource, object.ns, {}}, {}, dryRun);
    request.method = HttpRequest::Method::Post;
    request.contentType = jsonType;
    request.body = body;
    request.query.append({u"fieldManager"_s, manager});
    request.query.append({u"fieldValidation"_s, u"Strict"_s});
    request.what = Text::tr("Cannot create %1").arg(object.toString());
    return request;
}

QByteArray hashOf(const KubeRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.path.toUtf8());
    for (const auto &parameter : request.query) {
        hash.addData(QString{u'\n' + parameter.first + u'=' + parameter.second}.toUtf8());
    }
    hash.addData(QByteArrayLiteral("\n\n"));
    hash.addData(request.body);
    return hash.result().toHex();
}

Error notAnObject()
{
    return {.code = ErrorCode::InvalidInput, .what = Text::tr("The manifest is not a JSON object")};
}

} // namespace

KubeRequest getRequest(const ObjectRef &object)
{
    return readOf(resourcePath(object.resource, object.ns, object.name),
                  Text::tr("Cannot read %1").arg(object.toString()));
}

KubeRequest listRequest(const ListQuery &query, const QByteArray &continueToken)
{
    KubeRequest request = readOf(resourcePath(query.resource, query.ns), listWhat(query));
    request.timeout = listTimeout;
    addListQuery(query, request);
    if (query.pageSize > 0) {
        request.query.append({u"limit"_s, QString::number(query.pageSize)});
    }
    if (!continueToken.isEmpty()) {
        request.query.append({u"continue"_s, QString::fromUtf8(continueToken)});
    }
    return request;
}

KubeRequest applyRequest(const ApplyRequest &apply, bool dryRun)
{
    KubeRequest request = writeOf(apply.object, {}, dryRun);
    request.method = HttpRequest::Method::Patch;
    request.contentType = applyType;
    request.body = apply.body;
    request.isApply = true;
    request.query.append({u"fieldManager"_s, apply.fieldManager});
    request.query.append({u"fieldValidation"_s, u"Strict"_s});
    if (apply.force) {
        request.query.append({u"force"_s, u"true"_s});
    }
    request.what = dryRun ? Text::tr("Cannot preview %1").arg(apply.object.toString())
                          : Text::tr("Cannot apply %1").arg(apply.object.toString());
    return request;
}

KubeRequest createRequest(const CreateRequest &create)
{
    return postOf(create.object, create.fieldManager, create.body, false);
}

Result<KubeRequest> trialRequest(const CreateRequest &create)
{
    const QJsonDocument document = QJsonDocument::fromJson(create.body);
    if (!document.isObject()) {
        return notAnObject();
    }
    QJsonObject manifest = document.object();
    QJsonObject meta = manifest.value("metadata"_L1).toObject();
    meta.remove("name"_L1);
    meta.insert("generateName"_L1, generatedPrefix(create.object.name));
    manifest.insert("metadata"_L1, meta);
    return postOf(create.object, create.fieldManager, compact(manifest), true);
}

KubeRequest deleteRequest(const DeleteRequest &remove, bool dryRun)
{
    KubeRequest request = writeOf(remove.object, {}, dryRun);
    request.method = HttpRequest::Method::Delete;
    request.what = Text::tr("Cannot delete %1").arg(remove.object.toString());
    QJsonObject preconditions;
    if (!remove.uid.isEmpty()) {
        preconditions.insert("uid"_L1, remove.uid);
    }
    if (!remove.resourceVersion.isEmpty()) {
        preconditions.insert("resourceVersion"_L1, remove.resourceVersion);
    }
    QJsonObject options{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "DeleteOptions"_L1}};
    if (!preconditions.isEmpty()) {
        options.insert("preconditions"_L1, preconditions);
    }
    if (!remove.propagation.isEmpty()) {
        options.insert("propagationPolicy"_L1, remove.propagation);
    }
    request.contentType = jsonType;
    request.body = compact(options);
    return request;
}

KubeRequest scaleGetRequest(const ObjectRef &object)
{
    return readOf(resourcePath(object.resource, object.ns, object.name, u"scale"_s),
                  Text::tr("Cannot read the scale of %1").arg(object.toString()));
}

KubeRequest scalePutRequest(const ScaleRequest &scale, const QString &resourceVersion, bool dryRun)
{
    KubeRequest request = writeOf(scale.object, u"scale"_s, dryRun);
    request.method = HttpRequest::Method::Put;
    request.contentType = jsonType;
    request.query.append({u"fieldManager"_s, u"spillway"_s});
    request.what = Text::tr("Cannot scale %1").arg(scale.object.toString());
    const QJsonObject meta{{"name"_L1, scale.object.name},
                           {"namespace"_L1, scale.object.ns},
                           {"resourceVersion"_L1, resourceVersion}};
    request.body = compact({{"apiVersion"_L1, "autoscaling/v1"_L1},
                            {"kind"_L1, "Scale"_L1},
                            {"metadata"_L1, meta},
                            {"spec"_L1, QJsonObject{{"replicas"_L1, scale.replicas}}}});
    return request;
}

KubeRequest accessReviewRequest(const AccessQuestion &question)
{
    return reviewOf(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s,
                    accessReviewBody(question),
                    Text::tr("Cannot ask whether it is allowed to %1").arg(question.toString()));
}

KubeRequest rulesReviewRequest(const QString &ns)
{
    return reviewOf(u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s, rulesReviewBody(ns),
                    Text::tr("Cannot ask for the rights in %1").arg(ns));
}

KubeRequest selfReviewRequest()
{
    return reviewOf(u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s, selfReviewBody(),
                    Text::tr("Cannot ask who the cluster takes us for"));
}

KubeRequest versionRequest()
{
    return readOf(u"/version"_s, Text::tr("Cannot read the version of the cluster"));
}

KubeRequest discoveryRequest(const QString &path, bool aggregated)
{
    KubeRequest request = readOf(path, Text::tr("Cannot learn what the cluster serves"));
    request.accept = aggregated ? aggregatedType : jsonType;
    request.timeout = discoveryTimeout;
    return request;
}

KubeRequest rawRequest(const QString &path, const QList<QPair<QString, QString>> &query)
{
    KubeRequest request = readOf(path, Text::tr("Cannot read %1").arg(path));
    request.query = query;
    return request;
}

KubeRequest eventRequest(const EventNote &note)
{
    constexpr qsizetype longestNote = 1024;
    const QString ns = !note.ns.isEmpty()             ? note.ns
                       : !note.regarding.ns.isEmpty() ? note.regarding.ns
                                                      : u"default"_s;
    KubeRequest request;
    request.method = HttpRequest::Method::Post;
    request.path = resourcePath(bestResource(Kind::Event), ns);
    request.query = {{u"fieldManager"_s, u"spillway"_s}, {u"fieldValidation"_s, u"Strict"_s}};
    request.contentType = jsonType;
    request.onlyReads = false;
    request.urgent = true;
    request.what = Text::tr("Cannot write an event about %1").arg(note.regarding.name);
    const QJsonObject regarding{{"apiVersion"_L1, note.regarding.apiVersion},
                                {"kind"_L1, note.regarding.kind},
                                {"namespace"_L1, note.regarding.ns},
                                {"name"_L1, note.regarding.name},
                                {"uid"_L1, note.regarding.uid}};
    const QJsonObject meta{{"generateName"_L1, generatedPrefix(note.regarding.name)},
                           {"namespace"_L1, ns}};
    request.body = compact({{"apiVersion"_L1, "events.k8s.io/v1"_L1},
                            {"kind"_L1, "Event"_L1},
                            {"metadata"_L1, meta},
                            {"eventTime"_L1, microTime(note.time)},
                            {"reportingController"_L1, "spillway/console"_L1},
                            {"reportingInstance"_L1, "spillway"_L1},
                            {"action"_L1, note.action},
                            {"reason"_L1, note.reason},
                            {"regarding"_L1, regarding},
                            {"note"_L1, note.note.left(longestNote)},
                            {"type"_L1, note.warning ? "Warning"_L1 : "Normal"_L1}});
    return request;
}

KubeRequest watchRequest(const WatchQuery &watch)
{
    KubeRequest request =
        readOf(resourcePath(watch.list.resource, watch.list.ns),
               Text::tr("Cannot watch %1").arg(watch.list.resource.qualifiedName()));
    request.query.append({u"watch"_s, u"1"_s});
    request.query.append({u"allowWatchBookmarks"_s, u"true"_s});
    addListQuery(watch.list, request);
    if (watch.initialEvents) {
        request.query.append({u"sendInitialEvents"_s, u"true"_s});
        request.query.append({u"resourceVersionMatch"_s, u"NotOlderThan"_s});
    }
    if (!watch.resourceVersion.isEmpty()) {
        request.query.append({u"resourceVersion"_s, watch.resourceVersion});
    }
    request.query.append({u"timeoutSeconds"_s, QString::number(watch.timeout.count())});
    // The server ends it; if the connection is dead, nobody else does.
    constexpr std::chrono::seconds grace{30};
    request.timeout = watch.timeout + grace;
    return request;
}

Result<QByteArray> withLock(const QByteArray &body, const QString &uid,
                            const QString &resourceVersion)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return notAnObject();
    }
    QJsonObject manifest = document.object();
    QJsonObject meta = manifest.value("metadata"_L1).toObject();
    if (!uid.isEmpty()) {
        meta.insert("uid"_L1, uid);
    }
    if (!resourceVersion.isEmpty()) {
        meta.insert("resourceVersion"_L1, resourceVersion);
    }
    manifest.insert("metadata"_L1, meta);
    return compact(manifest);
}

QByteArray requestHash(const ApplyRequest &apply)
{
    return hashOf(applyRequest(apply, false));
}

QByteArray requestHash(const CreateRequest &create)
{
    return hashOf(createRequest(create));
}

QUrl serviceProxyUrl(const QUrl &server, const ServiceProxy &proxy)
{
    const auto encoded = [](const QString &part) {
        return QString::fromLatin1(QUrl::toPercentEncoding(part));
    };
    QString name = encoded(proxy.service);
    if (!proxy.scheme.isEmpty()) {
        name = encoded(proxy.scheme) + u':' + name;
    }
    if (!proxy.port.isEmpty() || !proxy.scheme.isEmpty()) {
        name += u':' + encoded(proxy.port); // "https:name:" = the only port
    }
    QString path = server.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    path += u"/api/v1/namespaces/"_s + encoded(proxy.ns) + u"/services/"_s + name + u"/proxy"_s;
    if (!proxy.path.isEmpty()) {
        path += u'/' + proxy.path;
    }
    QUrl url = server;
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

} // namespace spillway::kube
