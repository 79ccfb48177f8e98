// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/discoverydocs.h"

#include <algorithm>
#include <vector>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QString groupVersion(const QString &group, const QString &version)
{
    return group.isEmpty() ? version : group + u'/' + version;
}

QJsonArray verbs(const QStringList &names)
{
    return QJsonArray::fromStringList(names);
}

/// A subresource: its own kind, and the verbs it takes.
struct Subresource
{
    QString name;
    QString kind;
    QString group; ///< of its kind, if that is another one
    QString version;
    QStringList verbs;
};

std::vector<Subresource> subresourcesOf(const ResourceType &type)
{
    const QStringList change{u"get"_s, u"patch"_s, u"update"_s};
    const QStringList create{u"create"_s};
    std::vector<Subresource> found;
    if (type.group.isEmpty() && type.plural == "pods"_L1) {
        found.push_back({u"eviction"_s, u"Eviction"_s, u"policy"_s, u"v1"_s, create});
        found.push_back({u"log"_s, u"Pod"_s, {}, {}, {u"get"_s}});
    }
    if (type.group.isEmpty() && type.plural == "serviceaccounts"_L1) {
        found.push_back(
            {u"token"_s, u"TokenRequest"_s, u"authentication.k8s.io"_s, u"v1"_s, create});
    }
    if (type.group.isEmpty() && type.plural == "services"_L1) {
        found.push_back({u"proxy"_s,
                         u"ServiceProxyOptions"_s,
                         {},
                         {},
                         {u"create"_s, u"delete"_s, u"get"_s, u"patch"_s, u"update"_s}});
    }
    if (type.hasScale) {
        found.push_back({u"scale"_s, u"Scale"_s, u"autoscaling"_s, u"v1"_s, change});
    }
    if (type.hasStatus) {
        found.push_back({u"status"_s, type.kind, {}, {}, change});
    }
    return found;
}

QStringList objectVerbs(const ResourceType &type)
{
    if (type.custom) {
        return {u"delete"_s, u"deletecollection"_s, u"get"_s,    u"list"_s,
                u"patch"_s,  u"create"_s,           u"update"_s, u"watch"_s};
    }
    return {u"create"_s, u"delete"_s, u"deletecollection"_s, u"get"_s,
            u"list"_s,   u"patch"_s,  u"update"_s,           u"watch"_s};
}

void insertTexts(QJsonObject &object, const QString &key, const QStringList &values)
{
    if (!values.isEmpty()) {
        object.insert(key, QJsonArray::fromStringList(values));
    }
}

QJsonObject responseKind(const QString &group, const QString &version, const QString &kind)
{
    return {{u"group"_s, group}, {u"version"_s, version}, {u"kind"_s, kind}};
}

QJsonObject aggregatedResource(const ResourceType &type, const QString &version)
{
    QJsonObject shown{{u"resource"_s, type.plural},
                      {u"responseKind"_s, responseKind(type.group, version, type.kind)},
                      {u"scope"_s, type.namespaced ? u"Namespaced"_s : u"Cluster"_s},
                      {u"singularResource"_s, type.singular},
                      {u"verbs"_s, verbs(objectVerbs(type))}};
    insertTexts(shown, u"shortNames"_s, type.shortNames);
    insertTexts(shown, u"categories"_s, type.categories);
    QJsonArray subresources;
    for (const Subresource &each : subresourcesOf(type)) {
        subresources.append(
            QJsonObject{{u"subresource"_s, each.name},
                        {u"responseKind"_s,
                         responseKind(each.group.isEmpty() ? type.group : each.group,
                                      each.version.isEmpty() ? version : each.version, each.kind)},
                        {u"verbs"_s, verbs(each.verbs)}});
    }
    if (!subresources.isEmpty()) {
        shown.insert(u"subresources"_s, subresources);
    }
    return shown;
}

QJsonObject aggregatedVersion(const TypeTable &table, const QString &group, const QString &version)
{
    QJsonArray resources;
    for (const ResourceTypePtr &type : table.types) {
        if (type->group == group && type->versions.contains(version)) {
            resources.append(aggregatedResource(*type, version));
        }
    }
    for (const QuestionResource &question : questionResources()) {
        if (question.group == group) {
            resources.append(
                QJsonObject{{u"resource"_s, question.plural},
                            {u"responseKind"_s, responseKind(group, version, question.kind)},
                            {u"scope"_s, question.namespaced ? u"Namespaced"_s : u"Cluster"_s},
                            {u"singularResource"_s, question.kind.toLower()},
                            {u"verbs"_s, verbs({u"create"_s})}});
        }
    }
    return {{u"version"_s, version}, {u"resources"_s, resources}, {u"freshness"_s, u"Current"_s}};
}

QJsonObject aggregatedList(const QJsonArray &items)
{
    return {{u"kind"_s, u"APIGroupDiscoveryList"_s},
            {u"apiVersion"_s, u"apidiscovery.k8s.io/v2"_s},
            {u"metadata"_s, QJsonObject()},
            {u"items"_s, items}};
}

QJsonArray legacyOf(const ResourceType &type)
{
    QJsonObject shown{{u"name"_s, type.plural},
                      {u"singularName"_s, type.singular},
                      {u"namespaced"_s, type.namespaced},
                      {u"kind"_s, type.kind},
                      {u"verbs"_s, verbs(objectVerbs(type))}};
    insertTexts(shown, u"shortNames"_s, type.shortNames);
    insertTexts(shown, u"categories"_s, type.categories);
    QJsonArray list{shown};
    for (const Subresource &each : subresourcesOf(type)) {
        QJsonObject sub{{u"name"_s, QString(type.plural + u'/' + each.name)},
                        {u"singularName"_s, QString()},
                        {u"namespaced"_s, type.namespaced},
                        {u"kind"_s, each.kind},
                        {u"verbs"_s, verbs(each.verbs)}};
        if (!each.group.isEmpty()) {
            sub.insert(u"group"_s, each.group);
            sub.insert(u"version"_s, each.version);
        }
        list.append(sub);
    }
    return list;
}

} // namespace

GroupVersions unservedAggregates(const ServerState &state)
{
    GroupVersions found;
    const QString key = storageKeyOf(u"apiregistration.k8s.io"_s, u"apiservices"_s);
    for (const QJsonObject &service : state.store.snapshot(key).objects) {
        const QJsonValue spec = service["spec"_L1];
        if (spec["service"_L1].isObject()) {
            found.emplaceBack(spec["group"_L1].toString(), spec["version"_L1].toString());
        }
    }
    return found;
}

QJsonObject legacyCoreVersions()
{
    return {{u"kind"_s, u"APIVersions"_s},
            {u"versions"_s, QJsonArray{u"v1"_s}},
            {u"serverAddressByClientCIDRs"_s,
             QJsonArray{QJsonObject{{u"clientCIDR"_s, u"0.0.0.0/0"_s},
                                    {u"serverAddress"_s, u"127.0.0.1"_s}}}}};
}

QJsonObject legacyGroup(const TypeTable &table, const QString &group)
{
    QJsonArray versions;
    for (const QString &version : table.versions(group)) {
        versions.append(QJsonObject{{u"groupVersion"_s, groupVersion(group, version)},
                                    {u"version"_s, version}});
    }
    return {{u"name"_s, group}, {u"versions"_s, versions}, {u"preferredVersion"_s, versions.at(0)}};
}

QJsonObject legacyGroups(const TypeTable &table, const GroupVersions &unserved)
{
    QJsonArray groups;
    for (const QString &group : table.groups()) {
        groups.append(legacyGroup(table, group));
    }
    for (const auto &each : unserved) {
        const QJsonObject version{{u"groupVersion"_s, groupVersion(each.first, each.second)},
                                  {u"version"_s, each.second}};
        groups.append(QJsonObject{{u"name"_s, each.first},
                                  {u"versions"_s, QJsonArray{version}},
                                  {u"preferredVersion"_s, version}});
    }
    return {{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, groups}};
}

QJsonObject legacyResources(const TypeTable &table, const QString &group, const QString &version)
{
    QJsonArray resources;
    for (const ResourceTypePtr &type : table.types) {
        if (type->group == group && type->versions.contains(version)) {
            for (const QJsonValue each : legacyOf(*type)) {
                resources.append(each);
            }
        }
    }
    for (const QuestionResource &question : questionResources()) {
        if (question.group == group) {
            resources.append(QJsonObject{{u"name"_s, question.plural},
                                         {u"singularName"_s, question.kind.toLower()},
                                         {u"namespaced"_s, question.namespaced},
                                         {u"kind"_s, question.kind},
                                         {u"verbs"_s, verbs({u"create"_s})}});
        }
    }
    return {{u"kind"_s, u"APIResourceList"_s},
            {u"apiVersion"_s, u"v1"_s},
            {u"groupVersion"_s, groupVersion(group, version)},
            {u"resources"_s, resources}};
}

QJsonObject aggregatedCore(const TypeTable &table)
{
    return aggregatedList(
        {QJsonObject{{u"metadata"_s, QJsonObject()},
                     {u"versions"_s, QJsonArray{aggregatedVersion(table, {}, u"v1"_s)}}}});
}

QJsonObject aggregatedGroups(const TypeTable &table, const GroupVersions &unserved)
{
    QJsonArray items;
    for (const QString &group : table.groups()) {
        QJsonArray versions;
        for (const QString &version : table.versions(group)) {
            versions.append(aggregatedVersion(table, group, version));
        }
        items.append(QJsonObject{{u"metadata"_s, QJsonObject{{u"name"_s, group}}},
                                 {u"versions"_s, versions}});
    }
    for (const auto &each : unserved) {
        items.append(QJsonObject{
            {u"metadata"_s, QJsonObject{{u"name"_s, each.first}}},
            {u"versions"_s,
             QJsonArray{QJsonObject{{u"version"_s, each.second}, {u"freshness"_s, u"Stale"_s}}}}});
    }
    return aggregatedList(items);
}

QJsonArray servedPaths(const TypeTable &table)
{
    QStringList paths{u"/api"_s,     u"/api/v1"_s, u"/apis"_s,       u"/apis/"_s,
                      u"/healthz"_s, u"/livez"_s,  u"/openapi/v3"_s, u"/openapi/v3/"_s,
                      u"/readyz"_s,  u"/version"_s};
    for (const QString &group : table.groups()) {
        paths.append(u"/apis/"_s + group);
        for (const QString &version : table.versions(group)) {
            paths.append(u"/apis/%1/%2"_s.arg(group, version));
        }
    }
    paths.sort();
    return QJsonArray::fromStringList(paths);
}

} // namespace spillway::demo
