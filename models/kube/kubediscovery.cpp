// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubediscovery.h"

#include "kube/jsonreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array) {
        texts.append(item.toString());
    }
    return texts;
}

/// The JSON object of that kind, or an Error.
Result<QJsonObject> objectOf(const QByteArray &json, QLatin1String kind)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value("kind"_L1).toString() != kind) {
        return json::wrongContent(Text::tr("there is no %1 in it").arg(kind));
    }
    return object;
}

void addGroupVersion(const QString &group, const QString &version, Discovery &to)
{
    auto found = std::find_if(to.groups.begin(), to.groups.end(),
                              [&group](const ServedGroup &one) { return one.name == group; });
    if (found == to.groups.end()) {
        to.groups.append({group, {}});
        found = std::prev(to.groups.end());
    }
    found->versions.append(version);
}

ServedResource aggregatedResource(const QJsonObject &json, const QString &group,
                                  const QString &version)
{
    ServedResource served;
    served.resource = {
        group, version, json.value("responseKind"_L1).toObject().value("kind"_L1).toString(),
        json.value("resource"_L1).toString(), json.value("scope"_L1).toString() == "Namespaced"_L1};
    served.verbs = textsOf(json.value("verbs"_L1));
    const QJsonArray subresources = json.value("subresources"_L1).toArray();
    for (const QJsonValue subresource : subresources) {
        served.subresources.append(subresource.toObject().value("subresource"_L1).toString());
    }
    return served;
}

void readVersion(const QJsonObject &version, const QString &group, Discovery &to)
{
    const QString name = version.value("version"_L1).toString();
    addGroupVersion(group, name, to);
    const QJsonArray resources = version.value("resources"_L1).toArray();
    if (version.value("freshness"_L1).toString() == "Stale"_L1 && resources.isEmpty()) {
        to.failed.insert(group.isEmpty() ? name : QString{group + u'/' + name},
                         Text::tr("the server behind this group does not answer"));
    }
    for (const QJsonValue resource : resources) {
        ServedResource served = aggregatedResource(resource.toObject(), group, name);
        if (!served.resource.kind.isEmpty()) {
            to.resources.append(std::move(served));
        }
    }
}

bool isCalled(const Resource &resource, const QString &text)
{
    const QString lower = text.toLower();
    return lower == resource.plural || lower == resource.kind.toLower() ||
           lower == resource.qualifiedName();
}

} // namespace

Result<ServedResource> Discovery::find(Kind kind) const
{
    const KindFacts &facts = factsOf(kind);
    const auto group =
        std::find_if(groups.cbegin(), groups.cend(),
                     [&facts](const ServedGroup &one) { return one.name == facts.group; });
    const QStringList versions = group == groups.cend() ? QStringList{} : group->versions;
    for (const QString &version : versions) { // as the server prefers them
        const bool understood =
            std::any_of(facts.versions.begin(), facts.versions.end(),
                        [&version](QLatin1String one) { return version == one; });
        const auto found =
            std::find_if(resources.cbegin(), resources.cend(), [&](const ServedResource &one) {
                return one.resource.group == facts.group && one.resource.version == version &&
                       one.resource.kind == facts.name;
            });
        if (understood && found != resources.cend()) {
            return *found;
        }
    }
    Error error{.code = ErrorCode::Unsupported,
                .what = Text::tr("The cluster does not serve %1").arg(facts.name),
                .advice = Text::tr("Check that its custom resource definition is installed.")};
    if (failed.contains(QString{facts.group} + u'/' + facts.versions.front())) {
        error.why = Text::tr("the server behind this group does not answer");
    } else if (!versions.isEmpty()) {
        error.why = Text::tr("it has %1 in %2, and Spillway needs %3")
                        .arg(facts.group, versions.join(u", "_s), facts.versions.front());
        error.advice = Text::tr("Another version would lose fields; nothing is written.");
    }
    return error;
}

Result<ServedResource> Discovery::find(const QString &apiVersion, const QString &kind) const
{
    const auto found =
        std::find_if(resources.cbegin(), resources.cend(), [&](const ServedResource &one) {
            return one.resource.kind == kind && one.resource.apiVersion() == apiVersion;
        });
    if (found != resources.cend()) {
        return *found;
    }
    return Error{.code = ErrorCode::Unsupported,
                 .what = Text::tr("The cluster does not serve %1").arg(kind),
                 .why = failed.value(apiVersion, Text::tr("it is not in %1").arg(apiVersion))};
}

Result<ServedResource> Discovery::findText(const QString &text) const
{
    const Result<Kind> known = kindFromText(text);
    if (known && has(*known)) {
        return find(*known);
    }
    for (const ServedGroup &group : groups) {
        for (const QString &version : group.versions) {
            for (const ServedResource &one : resources) {
                if (one.resource.group == group.name && one.resource.version == version &&
                    isCalled(one.resource, text)) {
                    return one;
                }
            }
        }
    }
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("The cluster does not serve \"%1\"").arg(text)};
}

bool isAggregated(const HttpResponse &response)
{
    const QByteArray type = response.header("content-type");
    return type.contains("as=APIGroupDiscoveryList");
}

Result<void> readAggregated(const QByteArray &json, Discovery &to)
{
    const Result<QJsonObject> list = objectOf(json, "APIGroupDiscoveryList"_L1);
    if (!list) {
        return list.error();
    }
    to.aggregated = true;
    const QJsonArray groups = list->value("items"_L1).toArray();
    for (const QJsonValue value : groups) {
        const QJsonObject group = value.toObject();
        const QString name = group.value("metadata"_L1).toObject().value("name"_L1).toString();
        const QJsonArray versions = group.value("versions"_L1).toArray();
        for (const QJsonValue version : versions) {
            readVersion(version.toObject(), name, to);
        }
    }
    return {};
}

Result<QStringList> readLegacyGroups(const QByteArray &json, Discovery &to)
{
    QStringList groupVersions;
    const QJsonObject core = QJsonDocument::fromJson(json).object();
    if (core.value("kind"_L1).toString() == "APIVersions"_L1) {
        groupVersions = textsOf(core.value("versions"_L1));
        for (const QString &version : std::as_const(groupVersions)) {
            addGroupVersion({}, version, to);
        }
        return groupVersions;
    }
    const Result<QJsonObject> list = objectOf(json, "APIGroupList"_L1);
    if (!list) {
        return list.error();
    }
    const QJsonArray groups = list->value("groups"_L1).toArray();
    for (const QJsonValue value : groups) {
        const QJsonObject group = value.toObject();
        const QString name = group.value("name"_L1).toString();
        const QString preferred =
            group.value("preferredVersion"_L1).toObject().value("version"_L1).toString();
        QStringList versions;
        const QJsonArray served = group.value("versions"_L1).toArray();
        for (const QJsonValue one : served) {
            versions.append(one.toObject().value("version"_L1).toString());
        }
        if (versions.removeAll(preferred) > 0) {
            versions.prepend(preferred);
        }
        for (const QString &version : std::as_const(versions)) {
            addGroupVersion(name, version, to);
            groupVersions.append(name + u'/' + version);
        }
    }
    return groupVersions;
}

Result<void> readLegacyResources(const QByteArray &json, const QString &groupVersion, Discovery &to)
{
    const Result<QJsonObject> list = objectOf(json, "APIResourceList"_L1);
    if (!list) {
        return list.error();
    }
    const qsizetype slash = groupVersion.indexOf(u'/');
    const QString group = slash < 0 ? QString{} : groupVersion.first(slash);
    const QString version = groupVersion.sliced(slash + 1);
    QMap<QString, QStringList> subresources;
    const qsizetype first = to.resources.size();
    const QJsonArray resources = list->value("resources"_L1).toArray();
    for (const QJsonValue value : resources) {
        const QJsonObject one = value.toObject();
        const QString name = one.value("name"_L1).toString();
        const qsizetype part = name.indexOf(u'/');
        if (part >= 0) {
            subresources[name.first(part)].append(name.sliced(part + 1));
            continue;
        }
        ServedResource served;
        served.resource = {group, version, one.value("kind"_L1).toString(), name,
                           one.value("namespaced"_L1).toBool()};
        served.verbs = textsOf(one.value("verbs"_L1));
        to.resources.append(std::move(served));
    }
    for (qsizetype i = first; i < to.resources.size(); ++i) {
        to.resources[i].subresources = subresources.value(to.resources[i].resource.plural);
    }
    return {};
}

Result<ServerVersion> decodeVersion(const QByteArray &json)
{
    const QJsonObject version = QJsonDocument::fromJson(json).object();
    const QString text = version.value("gitVersion"_L1).toString();
    if (text.isEmpty()) {
        return json::wrongContent(Text::tr("there is no gitVersion in it"));
    }
    QString minor = version.value("minor"_L1).toString();
    while (!minor.isEmpty() && !minor.back().isDigit()) {
        minor.chop(1); // "27+" of a patched server
    }
    return ServerVersion{text, version.value("major"_L1).toString().toInt(), minor.toInt(),
                         version.value("platform"_L1).toString()};
}

} // namespace spillway::kube
