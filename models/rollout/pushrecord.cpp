// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/pushrecord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

constexpr int changesVersion = 1;
constexpr qsizetype packedAbove = 128 * 1024;
constexpr std::array endNames{"none"_L1, "stopped"_L1, "complete"_L1, "undone"_L1};

QJsonObject objectToJson(const kube::ObjectRef &object)
{
    return {{"group"_L1, object.resource.group},
            {"version"_L1, object.resource.version},
            {"kind"_L1, object.resource.kind},
            {"plural"_L1, object.resource.plural},
            {"namespaced"_L1, object.resource.namespaced},
            {"namespace"_L1, object.ns},
            {"name"_L1, object.name}};
}

kube::ObjectRef objectFromJson(const QJsonObject &json)
{
    return {{json.value("group"_L1).toString(), json.value("version"_L1).toString(),
             json.value("kind"_L1).toString(), json.value("plural"_L1).toString(),
             json.value("namespaced"_L1).toBool(true)},
            json.value("namespace"_L1).toString(),
            json.value("name"_L1).toString()};
}

QJsonObject changeToJson(const FieldChange &change)
{
    QJsonObject json{{"path"_L1, change.path}};
    if (!change.before.isUndefined()) {
        json.insert("before"_L1, change.before);
    }
    if (!change.after.isUndefined()) {
        json.insert("after"_L1, change.after);
    }
    if (!change.owners.isEmpty()) {
        json.insert("owners"_L1, QJsonArray::fromStringList(change.owners));
    }
    if (!change.source.isEmpty()) {
        json.insert("source"_L1, change.source);
    }
    return json;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue text : array.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

FieldChange changeFromJson(const QJsonObject &json)
{
    return {json.value("path"_L1).toString(), json.value("before"_L1), json.value("after"_L1),
            textsOf(json.value("owners"_L1)), json.value("source"_L1).toString()};
}

Error wrong(const QString &why)
{
    return {.code = ErrorCode::WrongContent,
            .what = Text::tr("The record of a push cannot be understood"),
            .why = why};
}

} // namespace

std::size_t PushRecord::stepsDone() const
{
    return static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [](const PushedStep &each) {
            return each.state == PushedStep::State::Done;
        }));
}

Plan PushRecord::plan() const
{
    Plan plan;
    plan.target = target;
    plan.policy = policy;
    plan.policyText = policyText;
    plan.madeAt = madeAt;
    plan.liveRevision = revision - 1;
    plan.steps.reserve(steps.size());
    std::transform(steps.begin(), steps.end(), std::back_inserter(plan.steps),
                   [](const PushedStep &each) { return each.step; });
    plan.hash = planHash(plan);
    return plan;
}

QJsonObject stepToJson(const PlanStep &step)
{
    QJsonArray changes;
    for (const FieldChange &change : step.changes) {
        changes.append(changeToJson(change));
    }
    QJsonObject sources;
    for (auto source = step.sources.begin(); source != step.sources.end(); ++source) {
        sources.insert(source.key(), source.value());
    }
    return {{"action"_L1, planActionName(step.action)},
            {"object"_L1, objectToJson(step.object)},
            {"component"_L1, step.component},
            {"manager"_L1, step.manager},
            {"body"_L1, QString::fromUtf8(step.body)},
            {"force"_L1, step.force},
            {"hash"_L1, QString::fromLatin1(step.hash)},
            {"uid"_L1, step.uid},
            {"resourceVersion"_L1, step.resourceVersion},
            {"changes"_L1, changes},
            {"before"_L1, step.before},
            {"sources"_L1, sources}};
}

Result<PlanStep> stepFromJson(const QJsonObject &json)
{
    const std::optional<PlanStep::Action> action =
        planActionFromName(json.value("action"_L1).toString());
    if (!action) {
        return wrong(
            Text::tr("“%1” is not what a step does").arg(json.value("action"_L1).toString()));
    }
    PlanStep step;
    step.action = *action;
    step.object = objectFromJson(json.value("object"_L1).toObject());
    if (step.object.name.isEmpty() || step.object.resource.plural.isEmpty()) {
        return wrong(Text::tr("the object of a step is missing"));
    }
    step.component = json.value("component"_L1).toString();
    step.manager = json.value("manager"_L1).toString();
    step.body = json.value("body"_L1).toString().toUtf8();
    step.force = json.value("force"_L1).toBool();
    step.hash = json.value("hash"_L1).toString().toLatin1();
    step.uid = json.value("uid"_L1).toString();
    step.resourceVersion = json.value("resourceVersion"_L1).toString();
    for (const QJsonValue change : json.value("changes"_L1).toArray()) {
        step.changes.push_back(changeFromJson(change.toObject()));
    }
    step.before = json.value("before"_L1).toObject();
    const QJsonObject sources = json.value("sources"_L1).toObject();
    for (auto source = sources.begin(); source != sources.end(); ++source) {
        step.sources.insert(source.key(), source.value().toString());
    }
    return step;
}

QLatin1String pushEndName(PushRecord::End end)
{
    return endNames.at(static_cast<std::size_t>(end));
}

std::optional<PushRecord::End> pushEndFromName(const QString &name)
{
    const auto *const found = std::find(endNames.begin(), endNames.end(), name);
    if (found == endNames.end()) {
        return std::nullopt;
    }
    return static_cast<PushRecord::End>(found - endNames.begin());
}

QJsonObject changesOfSteps(const std::vector<PlanStep> &steps)
{
    QJsonArray list;
    for (const PlanStep &step : steps) {
        list.append(stepToJson(step));
    }
    const QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (text.size() <= packedAbove) {
        return {{"version"_L1, changesVersion}, {"steps"_L1, list}};
    }
    return {{"version"_L1, changesVersion},
            {"packed"_L1, QString::fromLatin1(qCompress(text).toBase64())}};
}

Result<std::vector<PlanStep>> stepsOfChanges(const QJsonObject &changes)
{
    if (const int version = changes.value("version"_L1).toInt(); version != changesVersion) {
        return Error{.code = ErrorCode::UnsupportedVersion,
                     .what = Text::tr("The changes of a revision cannot be understood"),
                     .why = Text::tr("they are of version %1, this program knows %2")
                                .arg(version)
                                .arg(changesVersion),
                     .advice = Text::tr("Update Spillway.")};
    }
    QJsonArray list = changes.value("steps"_L1).toArray();
    if (changes.contains("packed"_L1)) {
        const QByteArray text =
            qUncompress(QByteArray::fromBase64(changes.value("packed"_L1).toString().toLatin1()));
        list = QJsonDocument::fromJson(text).array();
    }
    std::vector<PlanStep> steps;
    for (const QJsonValue each : std::as_const(list)) {
        Result<PlanStep> step = stepFromJson(each.toObject());
        if (!step) {
            return step.error();
        }
        steps.push_back(std::move(*step));
    }
    return steps;
}

} // namespace spillway
