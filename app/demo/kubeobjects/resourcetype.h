// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/openapischema.h"
#include "kubeobjects/apistatus.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace spillway::demo {

/// One kind of object that the server stores: names, versions and traits. Immutable once made.
struct ResourceType
{
    QString group;          ///< empty for core
    QStringList versions;   ///< served, most preferred first
    QString storageVersion; ///< the form in which the store keeps objects
    QString kind;
    QString listKind;
    QString plural;
    QString singular;
    QString storageKey; ///< what the store files the objects under; two types of events share one
    QStringList shortNames;
    QStringList categories;
    bool namespaced = true;
    bool hasStatus = false;
    bool hasScale = false;
    bool hasGeneration = false;
    bool custom = false;                  ///< of a CustomResourceDefinition
    std::map<QString, SchemaPtr> schemas; ///< by version
    QJsonObject crd;                      ///< the definition of a custom resource

    [[nodiscard]] ApiResourceName name() const { return {group, plural, kind}; }
    [[nodiscard]] QString apiVersion(const QString &version) const;
    [[nodiscard]] SchemaPtr schema(const QString &version) const;
};

using ResourceTypePtr = std::shared_ptr<const ResourceType>;

/// The kinds that are built in: core, apps, autoscaling, batch, coordination, events, policy, rbac,
/// discovery, admissionregistration, apiregistration and apiextensions, as far as the console and
/// kubectl meet them. Events are two types (core and events.k8s.io) with one storageKey.
[[nodiscard]] const std::vector<ResourceTypePtr> &builtInTypes();

/// The type that an established CustomResourceDefinition (stored form) adds. Null if its schema
/// cannot be understood.
[[nodiscard]] ResourceTypePtr customType(const QJsonObject &crd);

/// Null if there is none.
[[nodiscard]] ResourceTypePtr findBuiltIn(const QString &group, const QString &plural);

} // namespace spillway::demo
