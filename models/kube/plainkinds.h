// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/objectmeta.h"

/// \file Kinds of which the console needs few fields. The rest is read as QJsonObject.

namespace spillway::kube {

/// batch/v1 CronJob.
struct CronJob
{
    ObjectMeta meta;
    QString schedule;
    QString timeZone;
    bool suspended = false;
    QString concurrencyPolicy;
    QString serviceAccount;
    QStringList images;
    qint32 active = 0;
    std::optional<EpochMs> lastSuccessful;
    QByteArray spec;
    friend bool operator==(const CronJob &, const CronJob &) = default;
};

/// core/v1 ConfigMap.
struct ConfigMap
{
    ObjectMeta meta;
    Texts data;
    QStringList binaryKeys;
    bool immutable = false;
    friend bool operator==(const ConfigMap &, const ConfigMap &) = default;
};

/// core/v1 ServiceAccount.
struct ServiceAccount
{
    ObjectMeta meta;
    friend bool operator==(const ServiceAccount &, const ServiceAccount &) = default;
};

struct PolicyRule
{
    QStringList verbs;
    QStringList groups;
    QStringList resources;
    QStringList names;
    QStringList urls; ///< nonResourceURLs
    friend bool operator==(const PolicyRule &, const PolicyRule &) = default;
};

/// rbac.authorization.k8s.io/v1 Role.
struct Role
{
    ObjectMeta meta;
    QList<PolicyRule> rules;
    friend bool operator==(const Role &, const Role &) = default;
};

struct RoleSubject
{
    QString kind;
    QString name;
    QString ns;
    friend bool operator==(const RoleSubject &, const RoleSubject &) = default;
};

/// rbac.authorization.k8s.io/v1 RoleBinding. roleRef cannot be changed.
struct RoleBinding
{
    ObjectMeta meta;
    QString roleName;
    QList<RoleSubject> subjects;
    friend bool operator==(const RoleBinding &, const RoleBinding &) = default;
};

/// What an event is about.
struct ObjectReference
{
    QString apiVersion;
    QString kind;
    QString ns;
    QString name;
    QString uid;
    friend bool operator==(const ObjectReference &, const ObjectReference &) = default;
};

/// events.k8s.io/v1 Event, also from what core/v1 clients wrote.
struct Event
{
    ObjectMeta meta;
    QString type; ///< "Normal" or "Warning"
    QString reason;
    QString action;
    QString note;
    QString controller;
    ObjectReference regarding;
    std::optional<EpochMs> firstSeen;
    std::optional<EpochMs> lastSeen;
    qint32 count = 1;
    friend bool operator==(const Event &, const Event &) = default;
};

/// networking.istio.io DestinationRule, as far as circuit breakers go. Absent = not set.
struct DestinationRule
{
    ObjectMeta meta;
    QString host;
    std::optional<qint32> maxConnections;
    std::optional<qint32> http1MaxPendingRequests;
    std::optional<qint32> http2MaxRequests;
    std::optional<qint32> maxRequestsPerConnection;
    std::optional<qint32> maxRetries;
    std::optional<qint32> consecutive5xxErrors;
    std::optional<qint32> maxEjectionPercent;
    QString interval; ///< durations as written
    QString baseEjectionTime;
    QStringList subsets;
    QByteArray spec;
    friend bool operator==(const DestinationRule &, const DestinationRule &) = default;
};

struct RuleEntry
{
    QString alert;
    QString record;
    QString expr;
    QString duration; ///< "for"
    Texts labels;
    friend bool operator==(const RuleEntry &, const RuleEntry &) = default;
};

struct RuleEntryGroup
{
    QString name;
    QString interval;
    QList<RuleEntry> rules;
    friend bool operator==(const RuleEntryGroup &, const RuleEntryGroup &) = default;
};

/// monitoring.coreos.com/v1 PrometheusRule.
struct PrometheusRule
{
    ObjectMeta meta;
    QList<RuleEntryGroup> groups;
    friend bool operator==(const PrometheusRule &, const PrometheusRule &) = default;
};

} // namespace spillway::kube
