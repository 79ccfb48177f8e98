// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/celrules.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Check = std::optional<CelFailure> (*)(const QJsonValue &);

std::optional<CelFailure> brokenUnless(bool kept)
{
    return kept ? std::nullopt : std::optional(CelFailure{});
}

/// A Go duration in seconds: "1.5h", "300ms", "1m30s".
std::optional<double> goDuration(const QString &text)
{
    static const QRegularExpression form(
        u"^[-+]?(([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|µs|ms|s|m|h))+$"_s);
    static const QRegularExpression part(u"([0-9.]+)(ns|us|µs|ms|s|m|h)"_s);
    static const std::map<QString, double> units{{u"ns"_s, 1e-9}, {u"us"_s, 1e-6}, {u"µs"_s, 1e-6},
                                                 {u"ms"_s, 1e-3}, {u"s"_s, 1},     {u"m"_s, 60},
                                                 {u"h"_s, 3600}};
    if (text == "0"_L1) {
        return 0;
    }
    if (!form.match(text).hasMatch()) {
        return std::nullopt;
    }
    double seconds = 0;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        seconds += match.captured(1).toDouble() * units.at(match.captured(2));
    }
    return text.startsWith(u'-') ? -seconds : seconds;
}

std::optional<CelFailure> durationAtLeastOneMillisecond(const QJsonValue &value)
{
    const std::optional<double> seconds = goDuration(value.toString());
    if (!seconds) {
        return CelFailure{
            u"type conversion error from 'string' to 'google.protobuf.Duration' evaluating rule"_s};
    }
    return brokenUnless(*seconds >= 0.001);
}

std::optional<CelFailure> replicaBounds(const QJsonValue &value)
{
    const QJsonValue min = value["minReplicaCount"_L1];
    return brokenUnless(min.isUndefined() ||
                        min.toInteger() <= value["maxReplicaCount"_L1].toInteger(100));
}

std::optional<CelFailure> keysNotEmpty(const QJsonValue &value)
{
    return brokenUnless(!value.toObject().contains(QString()));
}

std::optional<CelFailure> keysWithoutStar(const QJsonValue &value)
{
    const QStringList keys = value.toObject().keys();
    return brokenUnless(std::none_of(keys.begin(), keys.end(),
                                     [](const QString &key) { return key.contains(u'*'); }));
}

std::optional<CelFailure> withoutStar(const QJsonValue &value)
{
    return brokenUnless(!value.toString().contains(u'*'));
}

} // namespace

std::optional<CelFailure> celFailure(const QString &rule, const QJsonValue &value)
{
    static const std::map<QString, Check> rules{
        {u"duration(self) >= duration('1ms')"_s, durationAtLeastOneMillisecond},
        {u"!has(self.minReplicaCount) || self.minReplicaCount <= (has(self.maxReplicaCount) ? "
         "self.maxReplicaCount : 100)"_s,
         replicaBounds},
        {u"self.all(key, key.size() != 0)"_s, keysNotEmpty},
        {u"self.all(key, !key.contains(\"*\"))"_s, keysWithoutStar},
        {u"!self.contains(\"*\")"_s, withoutStar},
    };
    const auto found = rules.find(rule.simplified());
    return found == rules.end() ? std::nullopt : found->second(value);
}

} // namespace spillway::demo
