// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policywriter.h"

#include "core/duration.h"
#include "core/yamlwriter.h"
#include "policy/policychecker.h"
#include "policy/policymigration.h"
#include "policy/policywriterparts.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace policywriter {

void writeText(YamlWriter &out, QLatin1String key, const QString &value, const QString &unless)
{
    if (value != unless) {
        out.text(key, value);
    }
}

void writeCount(YamlWriter &out, QLatin1String key, std::optional<qint64> value)
{
    if (value) {
        out.integer(key, *value);
    }
}

void writeNumber(YamlWriter &out, QLatin1String key, std::optional<double> value)
{
    if (value) {
        out.number(key, *value);
    }
}

void writeTrue(YamlWriter &out, QLatin1String key, bool value)
{
    if (value) {
        out.boolean(key, true);
    }
}

void writeDuration(YamlWriter &out, QLatin1String key,
                   std::optional<std::chrono::milliseconds> value)
{
    if (value) {
        out.text(key, formatDuration(*value));
    }
}

void writeTexts(YamlWriter &out, QLatin1String key, const PolicyTexts &texts)
{
    if (texts.isEmpty()) {
        return;
    }
    out.openMap(key);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        out.entry(text.key(), text.value());
    }
    out.close();
}

void writeAuthentication(YamlWriter &out, const PolicyAuthentication &authentication)
{
    if (authentication.name.isEmpty()) {
        return;
    }
    out.openMap("authentication"_L1);
    out.text("name"_L1, authentication.name);
    writeText(out, "kind"_L1, authentication.kind, PolicyAuthentication{}.kind);
    out.close();
}

} // namespace policywriter

using namespace policywriter;

namespace {

void writeHolidays(YamlWriter &out, const Policy &policy)
{
    if (policy.holidays.empty() && policy.calendars.empty()) {
        return;
    }
    out.openList("holidays"_L1);
    for (const DateSpan &span : policy.holidays) {
        const QString first = span.first.toString(Qt::ISODate);
        out.item(span.first == span.last ? first
                                         : QString{first + u'/' + span.last.toString(Qt::ISODate)});
    }
    for (const PolicyCalendar &calendar : policy.calendars) {
        out.openItem();
        out.text("calendar"_L1, calendar.file);
        out.close();
    }
    out.close();
}

void writeSettings(YamlWriter &out, const Policy &policy)
{
    const Policy defaults;
    writeText(out, "timezone"_L1, policy.timezone, defaults.timezone);
    writeText(out, "currency"_L1, policy.currency, defaults.currency);
    writeHolidays(out, policy);
    if (!policy.prometheus.serverAddress.isEmpty()) {
        out.openMap("prometheus"_L1);
        out.text("serverAddress"_L1, policy.prometheus.serverAddress);
        writeAuthentication(out, policy.prometheus.authentication);
        out.close();
    }
    const PolicyScheduleSettings &settings = policy.schedule;
    if (settings == defaults.schedule) {
        return;
    }
    out.openMap("schedule"_L1);
    writeText(out, "image"_L1, settings.image, defaults.schedule.image);
    if (!settings.imagePullSecrets.isEmpty()) {
        out.texts("imagePullSecrets"_L1, settings.imagePullSecrets);
    }
    if (settings.everyMinutes != defaults.schedule.everyMinutes) {
        out.integer("everyMinutes"_L1, settings.everyMinutes);
    }
    writeTrue(out, "forceConflicts"_L1, settings.forceConflicts);
    writeTexts(out, "nodeSelector"_L1, settings.nodeSelector);
    out.close();
}

void writeAlert(YamlWriter &out, const PolicyAlert &alert)
{
    out.openItem();
    out.text("name"_L1, alert.name);
    out.text("expr"_L1, alert.expr);
    writeDuration(out, "for"_L1, alert.holdFor);
    writeDuration(out, "keepFiringFor"_L1, alert.keepFiringFor);
    writeTexts(out, "labels"_L1, alert.labels);
    writeTexts(out, "annotations"_L1, alert.annotations);
    out.close();
}

void writeAssertion(YamlWriter &out, const PolicyAssertion &assertion)
{
    const PolicyAssertion defaults;
    out.openItem();
    if (assertion.kind == PolicyAssertion::Kind::Cost) {
        out.text("month"_L1, u"cost"_s);
    }
    writeText(out, "at"_L1, assertion.at, {});
    writeText(out, "event"_L1, assertion.event, {});
    writeText(out, "component"_L1, assertion.component, {});
    if (!assertion.given.isEmpty()) {
        out.openMap("given"_L1);
        for (auto load = assertion.given.begin(); load != assertion.given.end(); ++load) {
            out.entry(load.key(), load.value());
        }
        out.close();
    }
    writeCount(out, "startReplicas"_L1, assertion.startReplicas);
    if (assertion.after != defaults.after) {
        writeDuration(out, "after"_L1, assertion.after);
    }
    out.text("expect"_L1, assertion.expect);
    out.close();
}

} // namespace

QByteArray writePolicy(const Policy &policy)
{
    YamlWriter out;
    out.text("apiVersion"_L1, policyApiVersion);
    out.text("kind"_L1, policyKind);
    out.openMap("metadata"_L1);
    out.text("name"_L1, policy.name);
    out.text("namespace"_L1, policy.nameSpace);
    writeTexts(out, "labels"_L1, policy.labels);
    out.close();
    out.openMap("spec"_L1);
    writeSettings(out, policy);
    out.openList("components"_L1);
    for (const PolicyComponent &component : policy.components) {
        writeComponent(out, component);
    }
    out.close();
    if (!policy.alerts.empty()) {
        out.openList("alerts"_L1);
        for (const PolicyAlert &alert : policy.alerts) {
            writeAlert(out, alert);
        }
        out.close();
    }
    if (!policy.assertions.empty()) {
        out.openList("assertions"_L1);
        for (const PolicyAssertion &assertion : policy.assertions) {
            writeAssertion(out, assertion);
        }
        out.close();
    }
    out.close();
    return out.bytes();
}

} // namespace spillway
