// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/fielderrors.h"
#include "kubeobjects/resourcetype.h"

#include <QJsonObject>
#include <QString>

namespace spillway::demo {

// The checks of the API server, in its order and words. Objects are in the stored form, with
// defaults.

[[nodiscard]] FieldErrors validateMeta(const ResourceType &type, const QJsonObject &object);
/// What must not change, or not in this way. The server makes these checks twice on each update,
/// and so do the causes of its answers.
[[nodiscard]] FieldErrors validateMetaUpdate(const QJsonObject &object, const QJsonObject &old);

/// All checks of a new object; `old` is empty on create.
[[nodiscard]] FieldErrors validateObject(const ResourceType &type, const QString &version,
                                         const QJsonObject &object, const QJsonObject &old);

// Kinds with many rules, each in its own file.
void validateHpa(FieldErrors &errors, const QJsonObject &object);
void validateCronJob(FieldErrors &errors, const QJsonObject &object);
void validateWorkload(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old);
void validatePodSpec(FieldErrors &errors, const QJsonObject &spec, const QString &path);
void validateDefinition(FieldErrors &errors, const QJsonObject &object);
void validateConfigMap(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old);
void validateRules(FieldErrors &errors, const QJsonObject &object);
void validateRoleBinding(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old);
void validateEvent(FieldErrors &errors, const QJsonObject &object, const QJsonObject &old);
void validateCustom(FieldErrors &errors, const ResourceType &type, const QString &version,
                    const QJsonObject &object);

/// Why a schedule is not one, in the words of the cron library of Kubernetes; empty if it is one.
[[nodiscard]] QString cronProblem(const QString &schedule);

/// Lower-case RFC 1123 subdomain.
[[nodiscard]] bool isSubdomain(const QString &name);
[[nodiscard]] QString subdomainRule();
/// Part of a label's name or value.
[[nodiscard]] bool isQualifiedPart(const QString &name);
[[nodiscard]] QString qualifiedPartRule(const QString &subject);

} // namespace spillway::demo
