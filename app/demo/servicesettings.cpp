// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/servicesettings.h"

#include "core/duration.h"
#include "core/yamldocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::ServiceSettings)
};

/// A share such as "50" per cent.
void setShare(double &share, const QString &text)
{
    bool ok = false;
    const double percent = text.toDouble(&ok);
    if (ok && percent > 0 && percent <= 100) {
        share = percent / 100;
    }
}

void setCount(double &count, const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (ok && number >= 1) {
        count = number;
    }
}

void readBreaker(const YamlField &field, ToolSettings &settings)
{
    QMap<QString, QString> texts;
    for (const auto &[key, value] : field.toMap().all()) {
        texts.insert(key, value.toString().value_or(QString{}));
    }
    if (const std::optional<std::size_t> tool = toolNamed(texts.value(u"tool"_s))) {
        settings.at(*tool) = tuned({}, texts);
    }
}

void readService(const YamlField &field, ToolSettings &settings)
{
    YamlMap map = field.toMap();
    const std::string_view router = componentNames.at(index(Component::ToolRouter));
    if (map.string("service"_L1).toStdString() == router) {
        for (const YamlField &breaker : map.list("breakers"_L1)) {
            readBreaker(breaker, settings);
        }
    }
}

} // namespace

BreakerSettings tuned(BreakerSettings settings, const QMap<QString, QString> &others)
{
    setShare(settings.failureRateThreshold, others.value(u"failureRateThreshold"_s));
    setCount(settings.minimumCalls, others.value(u"minimumCalls"_s));
    setCount(settings.permittedInHalfOpen, others.value(u"permittedInHalfOpen"_s));
    if (others.value(u"slidingWindow"_s, u"time"_s) == "time"_L1) {
        setCount(settings.windowSeconds, others.value(u"slidingWindowSize"_s));
    }
    const Result<std::chrono::milliseconds> wait = parseDuration(others.value(u"waitInOpen"_s));
    if (wait && wait->count() > 0) {
        settings.waitInOpen = std::chrono::duration_cast<std::chrono::seconds>(*wait).count();
    }
    return settings;
}

Result<ToolSettings> toolSettingsOf(const QJsonObject &data)
{
    const QString name = u"settings.yaml"_s;
    if (const QString schema = data.value("schema"_L1).toString(u"1"_s); schema != u"1") {
        return Error{.code = ErrorCode::UnsupportedVersion,
                     .what = Text::tr("The settings are of another version of Spillway"),
                     .where = name,
                     .why = Text::tr("their schema is %1, this program knows 1").arg(schema),
                     .advice = {},
                     .position = {}};
    }
    ToolSettings settings;
    const QByteArray text = data.value(name).toString().toUtf8();
    if (text.trimmed().isEmpty()) {
        return settings;
    }
    const Result<YamlDocument> document = YamlDocument::parse(text, name);
    if (!document) {
        return document.error();
    }
    YamlProblems problems;
    for (const YamlField &service : YamlField(*document, problems).toList()) {
        readService(service, settings);
    }
    if (!problems.empty()) {
        return problems.front();
    }
    return settings;
}

std::optional<std::size_t> toolNamed(const QString &name)
{
    const auto *const found = std::find(toolNames.begin(), toolNames.end(), name.toStdString());
    return found == toolNames.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - toolNames.begin())};
}

} // namespace spillway::demo
