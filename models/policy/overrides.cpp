// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/overrides.h"

#include "core/yamldocument.h"
#include "core/yamlwriter.h"
#include "policy/policyfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Mode = PolicyOverride::Mode;

constexpr std::array modeNames{"FORCED_OPEN"_L1, "DISABLED"_L1,   "METRICS_ONLY"_L1,
                               "TUNE"_L1,        "RATE_LIMIT"_L1, "DEGRADE"_L1};
constexpr std::array thenNames{"HALF_OPEN"_L1, "CLOSED"_L1};

bool isOfBreaker(Mode mode)
{
    return mode != Mode::RateLimit && mode != Mode::Degrade;
}

void complain(std::vector<Error> &problems, const QString &why, const QString &advice = {})
{
    problems.push_back({.code = ErrorCode::InvalidInput,
                        .what = Text::tr("The override cannot be set"),
                        .why = why,
                        .advice = advice});
}

template<std::size_t N>
bool isOneOf(const QString &text, const std::array<QLatin1String, N> &names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

void checkMode(const PolicyOverride &one, std::vector<Error> &problems)
{
    if (isOfBreaker(one.mode) == one.breaker.isEmpty()) {
        complain(problems, isOfBreaker(one.mode)
                               ? Text::tr("the name of the breaker is missing")
                               : Text::tr("this mode is about a service, not about a breaker"));
    }
    if (one.mode == Mode::RateLimit && !one.rpm && !one.tpm) {
        complain(problems, Text::tr("no limit is given"), Text::tr("Give rpm, tpm or both."));
    }
    if ((one.rpm && *one.rpm <= 0) || (one.tpm && *one.tpm <= 0)) {
        complain(problems, Text::tr("a limit must be above zero"));
    }
    const auto &degradations = policynames::degradations;
    if (one.mode == Mode::Degrade &&
        std::find(degradations.begin(), degradations.end(), one.degradeTo) == degradations.end()) {
        complain(problems, Text::tr("“%1” is not what a service can degrade to").arg(one.degradeTo),
                 Text::tr("Use cached-answer, human-handoff or queue."));
    }
    if (one.mode == Mode::Tune && one.tune.isEmpty()) {
        complain(problems, Text::tr("no setting is given"));
    }
    if (!one.then.isEmpty() && !isOneOf(one.then, thenNames)) {
        complain(problems, Text::tr("“%1” is not a state to end in").arg(one.then),
                 Text::tr("Use HALF_OPEN or CLOSED."));
    }
    if (one.mode == Mode::MetricsOnly && one.then == u"HALF_OPEN") {
        complain(problems, Text::tr("a breaker cannot go from METRICS_ONLY to HALF_OPEN"),
                 Text::tr("Use CLOSED."));
    }
}

void writeOverride(YamlWriter &out, const PolicyOverride &one)
{
    out.openItem();
    out.text("id"_L1, one.id);
    out.openMap("target"_L1);
    out.text("service"_L1, one.service);
    if (!one.breaker.isEmpty()) {
        out.text("breaker"_L1, one.breaker);
    }
    out.close();
    out.text("mode"_L1, overrideModeName(one.mode));
    if (one.rpm) {
        out.number("rpm"_L1, *one.rpm);
    }
    if (one.tpm) {
        out.number("tpm"_L1, *one.tpm);
    }
    if (!one.degradeTo.isEmpty()) {
        out.text("to"_L1, one.degradeTo);
    }
    if (!one.tune.isEmpty()) {
        out.openMap("tune"_L1);
        for (auto setting = one.tune.begin(); setting != one.tune.end(); ++setting) {
            out.entry(setting.key(), setting.value());
        }
        out.close();
    }
    out.text("until"_L1, one.until.toUTC().toString(Qt::ISODate));
    if (!one.then.isEmpty()) {
        out.text("then"_L1, one.then);
    }
    out.text("reason"_L1, one.reason);
    out.text("by"_L1, one.by);
    if (!one.ticket.isEmpty()) {
        out.text("ticket"_L1, one.ticket);
    }
    out.close();
}

std::optional<double> number(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = map.find(key);
    return field ? field->toDouble() : std::nullopt;
}

PolicyOverride readOverride(const YamlField &field)
{
    YamlMap map = field.toMap();
    PolicyOverride one;
    one.id = map.requiredString("id"_L1);
    if (const auto target = map.require("target"_L1)) {
        YamlMap places = target->toMap();
        one.service = places.requiredString("service"_L1);
        one.breaker = places.string("breaker"_L1);
        places.finish();
    }
    if (const auto mode = map.require("mode"_L1)) {
        one.mode = static_cast<Mode>(mode->toChoice(modeNames).value_or(0));
    }
    if (const auto until = map.require("until"_L1)) {
        one.until = QDateTime::fromString(until->toString().value_or(QString{}), Qt::ISODate);
        if (!one.until.isValid()) {
            until->fail(Text::tr("“%1” is not a time").arg(until->value().text));
        } else if (one.until.timeSpec() == Qt::LocalTime) {
            until->fail(Text::tr("“%1” has no time zone").arg(until->value().text),
                        Text::tr("Add Z or an offset, as in 2026-11-12T02:00:00+08:00."));
        }
    }
    one.then = map.string("then"_L1);
    one.rpm = number(map, "rpm"_L1);
    one.tpm = number(map, "tpm"_L1);
    one.degradeTo = map.string("to"_L1);
    if (const auto tune = map.find("tune"_L1)) {
        for (const auto &[key, value] : tune->toMap().all()) {
            one.tune.insert(key, value.toString().value_or(QString{}));
        }
    }
    one.reason = map.requiredString("reason"_L1);
    one.by = map.requiredString("by"_L1);
    one.ticket = map.string("ticket"_L1);
    map.finish();
    return one;
}

} // namespace

QLatin1String overrideModeName(PolicyOverride::Mode mode)
{
    return modeNames.at(static_cast<std::size_t>(mode));
}

std::vector<Error> validateOverride(const PolicyOverride &one)
{
    std::vector<Error> problems;
    const std::pair<QString, QString> mandatory[]{{one.id, Text::tr("the id is missing")},
                                                  {one.service, Text::tr("the service is missing")},
                                                  {one.reason, Text::tr("the reason is missing")},
                                                  {one.by, Text::tr("the author is missing")}};
    for (const auto &[text, why] : mandatory) {
        if (text.trimmed().isEmpty()) {
            complain(problems, why);
        }
    }
    if (!one.until.isValid()) {
        complain(problems, Text::tr("the end is missing"),
                 Text::tr("Every override ends; give the time at which it does."));
    }
    checkMode(one, problems);
    return problems;
}

Result<OverrideSet> parseOverrides(const QJsonObject &data)
{
    if (const QString schema = data.value("schema"_L1).toString(u"1"_s); schema != u"1") {
        return Error{.code = ErrorCode::UnsupportedVersion,
                     .what = Text::tr("The overrides are of another version of Spillway"),
                     .where = overridesName,
                     .why = Text::tr("their schema is %1, this program knows 1").arg(schema),
                     .advice = Text::tr("Update Spillway. Nothing was changed.")};
    }
    OverrideSet set;
    bool isNumber = false;
    const QString generation = data.value("generation"_L1).toString(u"0"_s);
    set.generation = generation.toLongLong(&isNumber);
    if (!isNumber || set.generation < 0) {
        return Error{
            .code = ErrorCode::InvalidDocument,
            .what = Text::tr("The overrides cannot be read"),
            .where = overridesName,
            .why = Text::tr("their generation is “%1”, which is not a number").arg(generation)};
    }
    const QByteArray text = data.value("overrides.yaml"_L1).toString().toUtf8();
    if (text.trimmed().isEmpty()) {
        return set;
    }
    const Result<YamlDocument> document = YamlDocument::parse(text, overridesName);
    if (!document) {
        return document.error();
    }
    YamlProblems problems;
    for (const YamlField &field : YamlField(*document, problems).toList()) {
        set.overrides.push_back(readOverride(field));
    }
    if (!problems.empty()) {
        return problems.front();
    }
    return set;
}

Manifest overridesManifest(const QString &nameSpace, const OverrideSet &set)
{
    YamlWriter out;
    for (const PolicyOverride &one : set.overrides) {
        writeOverride(out, one);
    }
    const QByteArray text = set.overrides.empty() ? QByteArray("[]\n") : out.bytes();
    Manifest manifest;
    manifest.object = {
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"ConfigMap"_s},
        {u"metadata"_s,
         QJsonObject{{u"name"_s, QString{overridesName}},
                     {u"namespace"_s, nameSpace},
                     {u"labels"_s, QJsonObject{{QString{managedByLabel}, u"spillway"_s}}}}},
        {u"data"_s, QJsonObject{{u"schema"_s, u"1"_s},
                                {u"generation"_s, QString::number(set.generation)},
                                {u"overrides.yaml"_s, QString::fromUtf8(text)}}}};
    return manifest;
}

OverrideSet withoutExpired(OverrideSet set, const QDateTime &now)
{
    std::erase_if(set.overrides, [&](const PolicyOverride &one) { return one.until <= now; });
    return set;
}

} // namespace spillway
