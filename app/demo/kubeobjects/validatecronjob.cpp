// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/jsontools.h"
#include "kubeobjects/validation.h"

#include <QFileInfo>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

struct CronField
{
    int min;
    int max;
    const char *names; ///< three letters each, from min on; empty if there are none
};

constexpr std::array cronFields{CronField{0, 59, ""}, CronField{0, 23, ""}, CronField{1, 31, ""},
                                CronField{1, 12, "janfebmaraprmayjunjulaugsepoctnovdec"},
                                CronField{0, 6, "sunmontuewedthufrisat"}};

/// One number or name of a field.
std::optional<int> number(const QString &text, const CronField &field, QString &problem)
{
    const QString names = QString::fromLatin1(field.names);
    const qsizetype at = text.size() == 3 ? names.indexOf(text.toLower()) : -1;
    if (at >= 0 && at % 3 == 0) {
        return field.min + static_cast<int>(at / 3);
    }
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok) {
        problem = u"failed to parse int from %1: strconv.Atoi: parsing %2: invalid syntax"_s.arg(
            text, goQuoted(text));
        return std::nullopt;
    }
    if (value < 0) {
        problem = u"negative number (%1) not allowed: %2"_s.arg(value).arg(text);
        return std::nullopt;
    }
    return value;
}

QString rangeProblem(const QString &part, const CronField &field)
{
    QString problem;
    const QStringList stepParts = part.split(u'/');
    const QStringList ends = stepParts[0].split(u'-');
    int from = field.min;
    int to = field.max;
    const bool any = ends[0] == "*"_L1 || ends[0] == "?"_L1;
    if (!any) {
        const std::optional<int> first = number(ends[0], field, problem);
        if (!first) {
            return problem;
        }
        from = *first;
        to = *first;
        if (ends.size() == 2) {
            const std::optional<int> last = number(ends[1], field, problem);
            if (!last) {
                return problem;
            }
            to = *last;
        } else if (ends.size() > 2) {
            return u"too many hyphens: "_s + part;
        }
    }
    int step = 1;
    if (stepParts.size() == 2) {
        const std::optional<int> every = number(stepParts[1], field, problem);
        if (!every) {
            return problem;
        }
        step = *every;
        to = ends.size() == 1 ? field.max : to;
    } else if (stepParts.size() > 2) {
        return u"too many slashes: "_s + part;
    }
    if (from < field.min) {
        return u"beginning of range (%1) below minimum (%2): %3"_s.arg(from).arg(field.min).arg(
            part);
    }
    if (to > field.max) {
        return u"end of range (%1) above maximum (%2): %3"_s.arg(to).arg(field.max).arg(part);
    }
    if (from > to) {
        return u"beginning of range (%1) beyond end of range (%2): %3"_s.arg(from).arg(to).arg(
            part);
    }
    return step == 0 ? u"step of range should be a positive number: "_s + part : QString();
}

QString descriptorProblem(const QString &schedule)
{
    static const QStringList known{u"@yearly"_s, u"@annually"_s, u"@monthly"_s, u"@weekly"_s,
                                   u"@daily"_s,  u"@midnight"_s, u"@hourly"_s};
    const bool every =
        schedule.startsWith("@every "_L1) && schedule.size() > 7 && schedule[7].isDigit();
    return known.contains(schedule) || every ? QString()
                                             : u"unrecognized descriptor: "_s + schedule;
}

void checkTimeZone(FieldErrors &errors, const QJsonValue &value)
{
    if (!value.isString()) {
        return;
    }
    const QString path = u"spec.timeZone"_s;
    const QString zone = value.toString();
    if (zone.isEmpty()) {
        errors.invalid(path, zone, u"timeZone must be nil or non-empty string"_s);
        return;
    }
    if (zone.compare("Local"_L1, Qt::CaseInsensitive) == 0) {
        errors.invalid(path, zone,
                       u"timeZone must be an explicit time zone as defined in "
                       "https://www.iana.org/time-zones"_s);
    }
    // QTimeZone would take "UTC+2"; the server looks for a file of this very name.
    const bool leavesFolder = zone.contains(".."_L1) || zone.startsWith(u'/');
    const bool exists = QFileInfo(u"/usr/share/zoneinfo/"_s + zone).isFile();
    if (zone != "Local"_L1 && (leavesFolder || !exists)) {
        errors.invalid(path, zone, u"unknown time zone "_s + zone);
    }
}

void checkNotNegative(FieldErrors &errors, const QJsonObject &spec, QLatin1String key)
{
    if (spec[key].toInteger() < 0) {
        errors.invalid(u"spec."_s + key, spec[key], u"must be greater than or equal to 0"_s);
    }
}

} // namespace

QString cronProblem(const QString &schedule)
{
    if (schedule.startsWith(u'@')) {
        return descriptorProblem(schedule);
    }
    const QStringList fields = schedule.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5) {
        return u"expected exactly 5 fields, found %1: [%2]"_s.arg(fields.size())
            .arg(fields.join(u' '));
    }
    for (std::size_t i = 0; i < cronFields.size(); ++i) {
        for (const QString &part : fields[static_cast<qsizetype>(i)].split(u',')) {
            if (QString problem = rangeProblem(part, cronFields.at(i)); !problem.isEmpty()) {
                return problem;
            }
        }
    }
    return {};
}

void validateCronJob(FieldErrors &errors, const QJsonObject &object)
{
    const QJsonObject spec = object["spec"_L1].toObject();
    const QString schedule = spec["schedule"_L1].toString();
    if (schedule.isEmpty()) {
        errors.required(u"spec.schedule"_s);
    } else if (schedule.contains("TZ"_L1)) {
        errors.invalid(u"spec.schedule"_s, schedule,
                       u"cannot use TZ or CRON_TZ in schedule, use timeZone field instead"_s);
    } else if (const QString problem = cronProblem(schedule); !problem.isEmpty()) {
        errors.invalid(u"spec.schedule"_s, schedule, problem);
    }
    checkNotNegative(errors, spec, "startingDeadlineSeconds"_L1);
    checkTimeZone(errors, spec["timeZone"_L1]);
    static const QStringList policies{u"Allow"_s, u"Forbid"_s, u"Replace"_s};
    if (const QString policy = spec["concurrencyPolicy"_L1].toString();
        !policies.contains(policy)) {
        errors.unsupported(u"spec.concurrencyPolicy"_s, policy, policies);
    }
    const QString path = u"spec.jobTemplate.spec.template.spec"_s;
    const QJsonObject pod = objectAt(spec, {u"jobTemplate"_s, u"spec"_s, u"template"_s, u"spec"_s});
    validatePodSpec(errors, pod, path);
    const QString restart = pod["restartPolicy"_L1].toString();
    if (restart == "Always"_L1 || restart.isEmpty()) {
        errors.required(path + ".restartPolicy"_L1, u"valid values: \"OnFailure\", \"Never\""_s);
    }
    checkNotNegative(errors, spec, "successfulJobsHistoryLimit"_L1);
    checkNotNegative(errors, spec, "failedJobsHistoryLimit"_L1);
    const QString name = textAt(object, {u"metadata"_s, u"name"_s});
    if (name.size() > 52) {
        errors.invalid(u"metadata.name"_s, name, u"must be no more than 52 characters"_s);
    }
}

} // namespace spillway::demo
