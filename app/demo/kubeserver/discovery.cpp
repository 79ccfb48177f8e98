// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/discovery.h"

#include "kubeserver/accept.h"
#include "kubeserver/discoverydocs.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto aggregatedType =
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

QJsonObject versionDocument()
{
    return {{u"major"_s, u"1"_s},
            {u"minor"_s, u"36"_s},
            {u"emulationMajor"_s, u"1"_s},
            {u"emulationMinor"_s, u"36"_s},
            {u"minCompatibilityMajor"_s, u"1"_s},
            {u"minCompatibilityMinor"_s, u"35"_s},
            {u"gitVersion"_s, u"v1.36.2"_s},
            {u"gitCommit"_s, u"spillway-demo"_s},
            {u"gitTreeState"_s, u"clean"_s},
            {u"buildDate"_s, u"1970-01-01T00:00:00Z"_s},
            {u"goVersion"_s, u"none"_s},
            {u"compiler"_s, u"gcc"_s},
            {u"platform"_s, u"linux/amd64"_s}};
}

/// A document that the client may know already.
ApiAnswer tagged(const QJsonObject &document, const ApiRequest &request)
{
    ApiAnswer answer;
    answer.rawType = aggregatedType;
    answer.raw = QJsonDocument(document).toJson(QJsonDocument::Compact);
    const QByteArray digest =
        QCryptographicHash::hash(answer.raw, QCryptographicHash::Sha512).toHex().toUpper();
    const QByteArray tag = '"' + digest + '"';
    if (request.header("if-none-match") == tag) {
        answer.status = 304;
        answer.raw.clear();
    }
    answer.headers = {{"Etag", tag}, {"Vary", "Accept"}};
    return answer;
}

ApiAnswer rootDocument(const ServerState &state, const ApiRequest &request, bool core)
{
    const auto form = chooseForm(request.header("accept"), {.shapes = false, .discovery = true});
    if (!form) {
        return ApiAnswer::refusal(notAcceptable(
            u"only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf"_s));
    }
    const TypeTablePtr table = state.types.table();
    if (form->shape == AcceptedForm::Shape::Discovery) {
        return tagged(core ? aggregatedCore(*table)
                           : aggregatedGroups(*table, unservedAggregates(state)),
                      request);
    }
    return ApiAnswer::object(core ? legacyCoreVersions()
                                  : legacyGroups(*table, unservedAggregates(state)));
}

ApiAnswer groupDocument(const ServerState &state, const QString &group)
{
    const TypeTablePtr table = state.types.table();
    if (table->versions(group).isEmpty()) {
        return ApiAnswer::noSuchPath();
    }
    QJsonObject document = legacyGroup(*table, group);
    document.insert(u"kind"_s, u"APIGroup"_s);
    document.insert(u"apiVersion"_s, u"v1"_s);
    return ApiAnswer::object(document);
}

ApiAnswer versionResources(const ServerState &state, const QString &group, const QString &version)
{
    const TypeTablePtr table = state.types.table();
    const QStringList versions = table->versions(group);
    if (isUnservedAggregate(state, group, version)) {
        return ApiAnswer::text(503, "service unavailable\n");
    }
    if (versions.isEmpty() || (table->isCustom(group) && !versions.contains(version))) {
        return ApiAnswer::noSuchPath();
    }
    if (!versions.contains(version)) {
        return ApiAnswer::refusal(unknownResource());
    }
    return ApiAnswer::object(legacyResources(*table, group, version));
}

ApiAnswer healthAnswer(const ApiRequest &request)
{
    QByteArray body = "ok";
    if (request.query.hasQueryItem(u"verbose"_s)) {
        body = "[+]ping ok\n[+]log ok\n" + request.path.mid(1).toUtf8() + " check passed\n";
    }
    return ApiAnswer::text(200, body);
}

} // namespace

bool isUnservedAggregate(const ServerState &state, const QString &group, const QString &version)
{
    return unservedAggregates(state).contains({group, version});
}

std::optional<ApiAnswer> answerDiscovery(const ServerState &state, const ApiRequest &request)
{
    QString path = request.path;
    if (path.size() > 1 && path.endsWith(u'/')) {
        path.chop(1);
    }
    const QStringList parts = path.mid(1).split(u'/');
    const bool health = path == "/healthz"_L1 || path == "/livez"_L1 || path == "/readyz"_L1;
    const bool api = parts.at(0) == "api"_L1 && parts.size() <= 2;
    const bool apis = parts.at(0) == "apis"_L1 && parts.size() <= 3 &&
                      (parts.size() == 1 || !parts.at(1).isEmpty()); // the core group is not there
    if (!health && !api && !apis && path != "/version"_L1 && path != "/"_L1) {
        return std::nullopt;
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return ApiAnswer::refusal(methodNotAllowed());
    }
    if (health) {
        return healthAnswer(request);
    }
    if (path == "/version"_L1) {
        return ApiAnswer::object(versionDocument());
    }
    if (path == "/"_L1) {
        return ApiAnswer::object({{u"paths"_s, servedPaths(*state.types.table())}});
    }
    if (parts.size() == 1) {
        return rootDocument(state, request, api);
    }
    if (api) {
        return versionResources(state, {}, parts.at(1));
    }
    return parts.size() == 2 ? groupDocument(state, parts.at(1))
                             : versionResources(state, parts.at(1), parts.at(2));
}

} // namespace spillway::demo
