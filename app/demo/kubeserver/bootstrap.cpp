// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/bootstrap.h"

#include "kubeserver/objectstore.h"
#include "kubeserver/rbac.h"
#include "kubeserver/typeregistry.h"

#include <QDateTime>
#include <QUuid>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto rbac = "rbac.authorization.k8s.io"_L1;

QJsonObject metadata(const QString &name)
{
    return {{u"name"_s, name},
            {u"uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
            {u"creationTimestamp"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

/// The server itself owns the label by which selectors find a namespace.
QJsonObject ownerOfNameLabel(const QJsonValue &time)
{
    const QJsonObject labels{{u"."_s, QJsonObject()},
                             {u"f:kubernetes.io/metadata.name"_s, QJsonObject()}};
    const QJsonObject fields{{u"f:metadata"_s, QJsonObject{{u"f:labels"_s, labels}}}};
    return {{u"manager"_s, u"kube-apiserver"_s}, {u"operation"_s, u"Update"_s},
            {u"apiVersion"_s, u"v1"_s},          {u"time"_s, time},
            {u"fieldsType"_s, u"FieldsV1"_s},    {u"fieldsV1"_s, fields}};
}

void storeNamespace(ObjectStore &store, const QString &name)
{
    QJsonObject meta = metadata(name);
    meta.insert(u"labels"_s, QJsonObject{{u"kubernetes.io/metadata.name"_s, name}});
    meta.insert(u"managedFields"_s, QJsonArray{ownerOfNameLabel(meta["creationTimestamp"_L1])});
    const QJsonObject object{
        {u"kind"_s, u"Namespace"_s},
        {u"apiVersion"_s, u"v1"_s},
        {u"metadata"_s, meta},
        {u"spec"_s, QJsonObject{{u"finalizers"_s, QJsonArray{u"kubernetes"_s}}}},
        {u"status"_s, QJsonObject{{u"phase"_s, u"Active"_s}}}};
    store.put(storageKeyOf({}, u"namespaces"_s), name, object, {});
}

/// A ClusterRole and a ClusterRoleBinding of the same name for some groups.
void storeRole(ObjectStore &store, const QString &name, const std::vector<PolicyRule> &rules,
               const QStringList &groups)
{
    QJsonArray shown;
    for (const PolicyRule &rule : rules) {
        shown.append(rule.toJson());
    }
    const QString apiVersion = rbac + "/v1"_L1;
    store.put(storageKeyOf(rbac, u"clusterroles"_s), name,
              {{u"kind"_s, u"ClusterRole"_s},
               {u"apiVersion"_s, apiVersion},
               {u"metadata"_s, metadata(name)},
               {u"rules"_s, shown}},
              {});
    if (groups.isEmpty()) {
        return;
    }
    QJsonArray subjects;
    for (const QString &group : groups) {
        subjects.append(
            QJsonObject{{u"kind"_s, u"Group"_s}, {u"apiGroup"_s, rbac}, {u"name"_s, group}});
    }
    store.put(
        storageKeyOf(rbac, u"clusterrolebindings"_s), name,
        {{u"kind"_s, u"ClusterRoleBinding"_s},
         {u"apiVersion"_s, apiVersion},
         {u"metadata"_s, metadata(name)},
         {u"roleRef"_s,
          QJsonObject{{u"apiGroup"_s, rbac}, {u"kind"_s, u"ClusterRole"_s}, {u"name"_s, name}}},
         {u"subjects"_s, subjects}},
        {});
}

PolicyRule everything(const QStringList &verbs)
{
    return {verbs, {u"*"_s}, {u"*"_s}, {}, {}};
}

} // namespace

void storeBootstrapObjects(ObjectStore &store)
{
    for (const QString &name :
         {u"default"_s, u"kube-system"_s, u"kube-public"_s, u"kube-node-lease"_s}) {
        storeNamespace(store, name);
    }
    const QStringList everyone{u"system:authenticated"_s, u"system:unauthenticated"_s};
    const QStringList health{u"/healthz"_s, u"/livez"_s, u"/readyz"_s, u"/version"_s,
                             u"/version/"_s};
    const QStringList create{u"create"_s};
    storeRole(store, u"cluster-admin"_s, {everything({u"*"_s}), {{u"*"_s}, {}, {}, {}, {u"*"_s}}},
              {u"system:masters"_s});
    storeRole(store, u"system:basic-user"_s,
              {{create,
                {u"authorization.k8s.io"_s},
                {u"selfsubjectaccessreviews"_s, u"selfsubjectrulesreviews"_s},
                {},
                {}},
               {create, {u"authentication.k8s.io"_s}, {u"selfsubjectreviews"_s}, {}, {}}},
              {u"system:authenticated"_s});
    storeRole(store, u"system:discovery"_s,
              {{{u"get"_s},
                {},
                {},
                {},
                {u"/api"_s, u"/api/*"_s, u"/apis"_s, u"/apis/*"_s, u"/healthz"_s, u"/livez"_s,
                 u"/openapi"_s, u"/openapi/*"_s, u"/readyz"_s, u"/version"_s, u"/version/"_s}}},
              {u"system:authenticated"_s});
    storeRole(store, u"system:public-info-viewer"_s, {{{u"get"_s}, {}, {}, {}, health}}, everyone);
    storeRole(store, u"system:service-account-issuer-discovery"_s,
              {{{u"get"_s}, {}, {}, {}, {u"/.well-known"_s, u"/.well-known/*"_s}}},
              {u"system:serviceaccounts"_s, u"system:authenticated"_s});
    const QStringList read{u"get"_s, u"list"_s, u"watch"_s};
    storeRole(store, u"admin"_s, {everything({u"*"_s})}, {});
    storeRole(store, u"edit"_s,
              {{{u"*"_s},
                {QString(), u"apps"_s, u"autoscaling"_s, u"batch"_s, u"policy"_s},
                {u"*"_s},
                {},
                {}}},
              {});
    storeRole(store, u"view"_s, {everything(read)}, {});
}

} // namespace spillway::demo
