// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/pushrecord.h"

#include <QJsonDocument>

namespace spillway {

/// A push of `steps` config maps "map-0", "map-1", ..., of which nothing was sent yet.
inline PushRecord samplePush(int steps, int revision = 3)
{
    using namespace Qt::StringLiterals;
    PushRecord push;
    push.id = u"0c1d2e3f-aaaa-bbbb-cccc-000000000001"_s;
    push.target = {u"prod"_s, u"https://cluster.example"_s, u"oncall"_s, u"shop"_s};
    push.policy = u"shop"_s;
    push.policyText = "apiVersion: spillway.dev/v1\n";
    push.author = u"oncall"_s;
    push.reason = u"sale"_s;
    push.startedAt = 1'700'000'000'000;
    push.madeAt = 1'699'999'999'000;
    push.revision = revision;
    for (int i = 0; i < steps; ++i) {
        PlanStep step;
        step.action = i % 2 == 0 ? PlanStep::Action::Update : PlanStep::Action::Delete;
        step.object = {kube::bestResource(kube::Kind::ConfigMap), u"shop"_s, u"map-%1"_s.arg(i)};
        step.component = u"rag"_s;
        step.manager = u"spillway"_s;
        step.body =
            i % 2 == 0 ? QByteArray(R"({"kind":"ConfigMap","data":{"ü":"1"}})") : QByteArray{};
        step.uid = u"u%1"_s.arg(i);
        step.resourceVersion = u"17"_s;
        step.before = {{u"kind"_s, u"ConfigMap"_s}};
        step.changes = {{u".data.value"_s, u"old"_s, QJsonValue::Undefined, {u"spillway"_s}, {}},
                        {u".data.other"_s, QJsonValue::Undefined, 5, {}, u"spec.x"_s}};
        step.sources = {{u"data"_s, u"spec.components"_s}};
        step.hash = stepHash(step);
        push.steps.push_back({.step = step});
    }
    return push;
}

/// Everything a record says, to be compared.
inline QByteArray textOf(const PushRecord &push)
{
    QByteArray text =
        push.id.toUtf8() + ' ' + push.target.context.toUtf8() + ' ' + push.target.server.toUtf8() +
        ' ' + push.policyText + ' ' + push.author.toUtf8() + ' ' + push.reason.toUtf8() + ' ' +
        QByteArray::number(push.startedAt) + ' ' + QByteArray::number(push.madeAt) + ' ' +
        QByteArray::number(push.revision) + ' ' + QByteArray::number(push.undoes) + ' ' +
        push.undoneJournal.toUtf8() + " claim " + QByteArray::number(static_cast<int>(push.claim)) +
        " end " + pushEndName(push.end).data() + '\n';
    for (const PushedStep &each : push.steps) {
        text += QByteArray::number(static_cast<int>(each.state)) + ' ' + each.uid.toUtf8() + ' ' +
                (each.error ? each.error->sentence().toUtf8() : QByteArray{}) + ' ' +
                QJsonDocument(each.last).toJson(QJsonDocument::Compact) +
                QJsonDocument(stepToJson(each.step)).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

} // namespace spillway
