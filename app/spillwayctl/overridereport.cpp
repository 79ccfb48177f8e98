// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/overridereport.h"

#include "core/duration.h"
#include "spillwayctl/resultwriter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

QString targetText(const PolicyOverride &one)
{
    return one.breaker.isEmpty() ? one.service : QString{one.service + u'/' + one.breaker};
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

/// "rpm=100 tpm=4000", "waitInOpen=10s", "to=queue".
QString settingsText(const PolicyOverride &one)
{
    QStringList parts;
    if (one.rpm) {
        parts.append(u"rpm="_s + QString::fromLatin1(valueText(*one.rpm)));
    }
    if (one.tpm) {
        parts.append(u"tpm="_s + QString::fromLatin1(valueText(*one.tpm)));
    }
    if (!one.degradeTo.isEmpty()) {
        parts.append(u"to="_s + one.degradeTo);
    }
    for (auto setting = one.tune.begin(); setting != one.tune.end(); ++setting) {
        parts.append(setting.key() + u'=' + setting.value());
    }
    if (!one.then.isEmpty()) {
        parts.append(u"then="_s + one.then);
    }
    return parts.isEmpty() ? u"-"_s : parts.join(u' ');
}

QString leftText(const PolicyOverride &one, EpochMs now)
{
    const qint64 left = one.until.toMSecsSinceEpoch() - now;
    return left > 0 ? humanDuration(std::chrono::milliseconds{left}) : Text::tr("over");
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QJsonObject overrideJson(const PolicyOverride &one, EpochMs now)
{
    QJsonObject json{{u"id"_s, one.id},
                     {u"service"_s, one.service},
                     {u"mode"_s, QString{overrideModeName(one.mode)}},
                     {u"until"_s, timeText(one.until)},
                     {u"over"_s, one.until.toMSecsSinceEpoch() <= now},
                     {u"reason"_s, one.reason},
                     {u"by"_s, one.by}};
    const std::pair<QString, QString> texts[]{{u"breaker"_s, one.breaker},
                                              {u"then"_s, one.then},
                                              {u"to"_s, one.degradeTo},
                                              {u"ticket"_s, one.ticket}};
    for (const auto &[key, value] : texts) {
        if (!value.isEmpty()) {
            json.insert(key, value);
        }
    }
    if (one.rpm) {
        json.insert(u"rpm"_s, *one.rpm);
    }
    if (one.tpm) {
        json.insert(u"tpm"_s, *one.tpm);
    }
    QJsonObject tune;
    for (auto setting = one.tune.begin(); setting != one.tune.end(); ++setting) {
        tune.insert(setting.key(), setting.value());
    }
    if (!tune.isEmpty()) {
        json.insert(u"tune"_s, tune);
    }
    return json;
}

QString labelOf(const Series &series, std::string_view name)
{
    const std::string_view value = series.labels.value(name);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

QString overrideSentence(const PolicyOverride &one)
{
    const QString text = Text::tr("%1 of %2 until %3")
                             .arg(overrideModeName(one.mode), targetText(one), timeText(one.until));
    const QString settings = settingsText(one);
    return settings == "-"_L1 ? text : QString{text + u" ("_s + settings + u')'};
}

QByteArray overridesText(const OverrideSet &set, const QString &nameSpace, EpochMs now)
{
    if (set.overrides.empty()) {
        const QString none =
            Text::tr("No overrides in %1; generation %2.").arg(nameSpace).arg(set.generation);
        return printable(none).toUtf8() + '\n';
    }
    QList<QStringList> rows{{u"ID"_s, u"TARGET"_s, u"MODE"_s, u"SETTINGS"_s, u"UNTIL"_s, u"LEFT"_s,
                             u"BY"_s, u"TICKET"_s, u"REASON"_s}};
    for (const PolicyOverride &one : set.overrides) {
        rows.append({one.id, targetText(one), overrideModeName(one.mode), settingsText(one),
                     timeText(one.until), leftText(one, now), one.by, orDash(one.ticket),
                     one.reason});
    }
    const int count = static_cast<int>(set.overrides.size());
    const QString sum = Text::tr("%n override(s) in %1; generation %2.", nullptr, count)
                            .arg(nameSpace)
                            .arg(set.generation);
    return alignedTable(rows) + printable(sum).toUtf8() + '\n';
}

QJsonObject overridesJson(const OverrideSet &set, const QString &nameSpace, EpochMs now)
{
    QJsonArray overrides;
    for (const PolicyOverride &one : set.overrides) {
        overrides.append(overrideJson(one, now));
    }
    return {{u"namespace"_s, nameSpace},
            {u"generation"_s, set.generation},
            {u"overrides"_s, overrides}};
}

QJsonObject acknowledgementJson(const OverrideAcknowledgement &told)
{
    return {{u"generation"_s, told.generation},
            {u"acknowledged"_s, told.acknowledged},
            {u"asked"_s, told.asked},
            {u"complete"_s, told.isComplete()},
            {u"missing"_s, QJsonArray::fromStringList(told.missing)}};
}

std::vector<OverrideAcknowledgement::Sample> consumersOf(const QueryResult &generations,
                                                         const QString &nameSpace)
{
    std::vector<OverrideAcknowledgement::Sample> samples;
    for (const SeriesPtr &series : generations.series) {
        const QString space = labelOf(*series, "namespace");
        if (series->values.empty() || (!space.isEmpty() && space != nameSpace)) {
            continue;
        }
        const QString pod = labelOf(*series, "pod");
        samples.push_back(
            {pod.isEmpty() ? labelOf(*series, "instance") : pod, series->values.back()});
    }
    return samples;
}

} // namespace spillway
