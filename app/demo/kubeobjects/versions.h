// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"

#include <QJsonObject>
#include <QString>

namespace spillway::demo {

/// An object of one version as another version of its type writes it. HorizontalPodAutoscalers keep
/// in annotations what autoscaling/v1 has no fields for; custom resources only change apiVersion.
[[nodiscard]] QJsonObject convertObject(const ResourceType &type, const QJsonObject &object,
                                        const QString &from, const QString &to);
/// The zero value of the kind, as an object that is about to be created starts.
[[nodiscard]] QJsonObject emptyObject(const ResourceType &type, const QString &version);

/// An event of core/v1 (the stored form) as events.k8s.io/v1 shows it, and back.
[[nodiscard]] QJsonObject toNewEvent(const QJsonObject &core);
[[nodiscard]] QJsonObject toCoreEvent(const QJsonObject &event);

} // namespace spillway::demo
