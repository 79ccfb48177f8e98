// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/autoscalers.h"
#include "kube/jsonreader.h"
#include "kube/plainkinds.h"
#include "kube/pod.h"
#include "kube/workloads.h"

/// \file Private to this folder: one readField() a kind, for the members of the object beside
/// apiVersion, kind and metadata; and readers of what several kinds have.

namespace spillway::kube {

void readMeta(json::Value value, ObjectMeta &meta, json::Strings &strings, bool managedFields);
[[nodiscard]] Texts readTexts(json::Value value, json::Strings &strings);
[[nodiscard]] std::optional<EpochMs> readTime(json::Value value);
[[nodiscard]] QList<Condition> readConditions(json::Value value, json::Strings &strings);
[[nodiscard]] QList<Container> readContainers(json::Value value, json::Strings &strings);

using Key = std::string_view;

/// The spec twice: its bytes, for specHash(), and its fields.
template<typename Reader>
[[nodiscard]] QByteArray readSpec(json::Value value, const Reader &readSpecField)
{
    const QByteArray spec = json::raw(value);
    const Result<void> done =
        json::readJson(spec, [&](json::Value &again) { json::eachField(again, readSpecField); });
    if (!done.ok()) {
        throw json::ContentProblem{{}, done.error().why};
    }
    return spec;
}

void readField(Key key, json::Value value, Deployment &to, json::Strings &strings);
void readField(Key key, json::Value value, StatefulSet &to, json::Strings &strings);
void readField(Key key, json::Value value, Scale &to, json::Strings &strings);
void readField(Key key, json::Value value, Pod &to, json::Strings &strings);
void readField(Key key, json::Value value, HorizontalPodAutoscaler &to, json::Strings &strings);
void readField(Key key, json::Value value, ScaledObject &to, json::Strings &strings);
void readField(Key key, json::Value value, CronJob &to, json::Strings &strings);
void readField(Key key, json::Value value, ConfigMap &to, json::Strings &strings);
void readField(Key key, json::Value value, ServiceAccount &to, json::Strings &strings);
void readField(Key key, json::Value value, Role &to, json::Strings &strings);
void readField(Key key, json::Value value, RoleBinding &to, json::Strings &strings);
void readField(Key key, json::Value value, Event &to, json::Strings &strings);
void readField(Key key, json::Value value, DestinationRule &to, json::Strings &strings);
void readField(Key key, json::Value value, PrometheusRule &to, json::Strings &strings);

} // namespace spillway::kube
