// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyparser.h"
#include "rollout/importparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString dataOf(const QJsonObject &configMap, QLatin1String key)
{
    return configMap.value("data"_L1).toObject().value(key).toString();
}

QJsonObject podSpecOf(const QJsonObject &cronJob)
{
    QJsonObject part = cronJob.value("spec"_L1).toObject();
    for (const QLatin1String key : {"jobTemplate"_L1, "spec"_L1, "template"_L1, "spec"_L1}) {
        part = part.value(key).toObject();
    }
    return part;
}

/// The smallest step whose minutes are all there; edges add minutes of their own.
int everyMinutesOf(const QString &cron, int fallback)
{
    QSet<int> minutes;
    for (const QString &minute : cron.section(u' ', 0, 0).split(u',')) {
        bool ok = false;
        minutes.insert(minute.toInt(&ok));
        if (!ok) {
            return fallback;
        }
    }
    constexpr int hour = 60;
    constexpr int longest = 30;
    for (int step = 1; step <= longest; ++step) {
        int minute = 0;
        while (minute < hour && minutes.contains(minute)) {
            minute += step;
        }
        if (minute >= hour) {
            return step;
        }
    }
    return fallback;
}

QString wordsOf(const QJsonObject &cronJob)
{
    QString words;
    for (const QJsonValue container : podSpecOf(cronJob).value("containers"_L1).toArray()) {
        for (const QLatin1String key : {"command"_L1, "args"_L1}) {
            for (const QJsonValue word : container.toObject().value(key).toArray()) {
                words += word.toString() + u' ';
            }
        }
    }
    return words;
}

} // namespace

std::vector<PolicyComponent> importSettings(const QJsonObject &configMap, const ImportScope &scope)
{
    // A service has the keys of a component, but for its name.
    QString text = u"apiVersion: spillway.dev/v1\nkind: ScalingPolicy\n"
                   "metadata: {name: settings, namespace: settings}\nspec:\n  components:\n"_s;
    const QString written = dataOf(configMap, "settings.yaml"_L1);
    for (const QString &line : written.split(u'\n')) {
        const bool starts = line.startsWith(u"- service: "_s);
        text += u"    "_s + (starts ? QString{u"- name: "_s + line.sliced(11)} : line) + u'\n';
    }
    const PolicyReading reading = parsePolicy(text.toUtf8(), scope.object());
    if (!reading.ok()) {
        scope.note("omitted"_L1, u"data.settings.yaml"_s,
                   Text::tr("The settings cannot be read: %1.").arg(reading.problems.front().why));
        return {};
    }
    return reading.policy.components;
}

QMap<QString, ScheduleBounds> importBaseBounds(const QJsonObject &configMap)
{
    QMap<QString, ScheduleBounds> bounds;
    for (const QString &line : dataOf(configMap, "targets"_L1).split(u'\n')) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        bool hasFloor = false;
        bool hasCap = false;
        const int floor = words.value(3).toInt(&hasFloor);
        const int cap = words.value(4).toInt(&hasCap);
        if (hasFloor && hasCap) {
            bounds.insert(words.front(), {floor, cap});
        }
    }
    return bounds;
}

PolicyScheduleSettings importScheduleSettings(const QJsonObject &cronJob,
                                              const QJsonObject &configMap)
{
    PolicyScheduleSettings settings;
    const QJsonObject pod = podSpecOf(cronJob);
    const QJsonObject container = pod.value("containers"_L1).toArray().at(0).toObject();
    settings.image = container.value("image"_L1).toString(settings.image);
    for (const QJsonValue secret : pod.value("imagePullSecrets"_L1).toArray()) {
        settings.imagePullSecrets << secret.toObject().value("name"_L1).toString();
    }
    const QJsonObject nodes = pod.value("nodeSelector"_L1).toObject();
    for (auto label = nodes.constBegin(); label != nodes.constEnd(); ++label) {
        settings.nodeSelector.insert(label.key(), label.value().toString());
    }
    const QString cron = cronJob.value("spec"_L1).toObject().value("schedule"_L1).toString();
    settings.everyMinutes = everyMinutesOf(cron, settings.everyMinutes);
    settings.forceConflicts =
        dataOf(configMap, "settings"_L1).split(u'\n').contains(u"force=yes"_s);
    return settings;
}

QString scheduleLikeness(const QJsonObject &cronJob)
{
    static const QRegularExpression writes(
        u"\\b(?:kubectl|oc)\\b[^;&|]*?\\b(scale|patch|autoscale|apply|annotate|edit|replace)\\b"_s);
    static const QRegularExpression names(
        u"scaledobject|horizontalpodautoscaler|\\bhpa\\b|/scale\\b|downscaler"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString words = wordsOf(cronJob);
    if (const QRegularExpressionMatch match = writes.match(words); match.hasMatch()) {
        return Text::tr("it runs kubectl %1").arg(match.captured(1));
    }
    return names.match(words).hasMatch() ? Text::tr("its command speaks of autoscalers")
                                         : QString{};
}

} // namespace spillway
