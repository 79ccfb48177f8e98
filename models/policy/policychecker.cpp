// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policychecker.h"

#include "core/quantity.h"
#include "scaling/cronschedule.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestSubdomain = 253;

QString shortened(const QString &text)
{
    return text.size() > 60 ? QString{text.first(59) + u'…'} : text;
}

/// A scalar whose text has to satisfy a notation.
template<typename Accepts>
void checkNotation(const YamlField &field, Accepts accepts, const QString &why,
                   const QString &advice)
{
    const std::optional<QString> text = field.toString();
    if (text && !accepts(*text)) {
        field.fail(why.arg(shortened(*text)), advice);
    }
}

void checkName(const YamlField &field, bool subdomain)
{
    checkNotation(
        field,
        [subdomain](const QString &text) {
            return subdomain ? isDnsSubdomain(text) : isDnsLabel(text);
        },
        Text::tr("“%1” cannot be the name of an object"),
        subdomain ? Text::tr("Use lower case letters, digits, “-” and “.”, at most 253 of them, "
                             "with a letter or digit at both ends.")
                  : Text::tr("Use lower case letters, digits and “-”, at most 63 of them, with a "
                             "letter or digit at both ends."));
}

void checkNumber(const YamlField &field, const PolicyFieldRow &row)
{
    const std::optional<double> number = field.toDouble();
    if (!number) {
        return;
    }
    const bool low = *number < static_cast<double>(row.min);
    const bool high = *number > static_cast<double>(row.max);
    if (!low && !high) {
        return;
    }
    const bool open = row.max == std::numeric_limits<std::int64_t>::max();
    field.fail(open ? Text::tr("a number of at least %1 is expected, %2 was found")
                          .arg(row.min)
                          .arg(field.value().text)
                    : Text::tr("a number from %1 to %2 is expected, %3 was found")
                          .arg(row.min)
                          .arg(row.max)
                          .arg(field.value().text));
}

void checkQuantity(const YamlField &field)
{
    const std::optional<QString> text = field.toString();
    if (!text) {
        return;
    }
    const Result<Quantity> quantity = parseQuantity(*text);
    if (!quantity) {
        field.fail(Text::tr("“%1” is not a quantity").arg(shortened(*text)),
                   Text::tr("Write a number with a unit of Kubernetes, such as 500m or 2Gi."));
    } else if (quantity->milli <= 0) {
        field.fail(Text::tr("a quantity above zero is expected, %1 was found").arg(*text));
    }
}

void checkCron(const YamlField &field)
{
    const std::optional<QString> text = field.toString();
    if (!text) {
        return;
    }
    const Result<CronSchedule> cron = CronSchedule::parse(*text);
    if (!cron) {
        field.fail(cron.error().why, cron.error().advice);
    }
}

void checkZone(const YamlField &field)
{
    const std::optional<QString> text = field.toString();
    if (!text || QTimeZone::isTimeZoneIdAvailable(text->toUtf8())) {
        return;
    }
    QStringList zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        zones << QString::fromLatin1(zone);
    }
    const QString nearest = nearestName(*text, zones);
    field.fail(Text::tr("the time zone “%1” is not known").arg(shortened(*text)),
               nearest.isEmpty() ? Text::tr("Use an IANA name such as Asia/Shanghai.")
                                 : Text::tr("Did you mean “%1”?").arg(nearest));
}

void checkValue(const YamlField &field, const PolicyFieldRow &row);

void checkMap(const YamlField &field, const PolicyShape &shape)
{
    YamlMap map = field.toMap();
    for (const PolicyFieldRow &row : shape.fields) {
        const std::optional<YamlField> found =
            row.required ? map.require(row.key) : map.find(row.key);
        if (!found) {
            continue;
        }
        if (!row.list) {
            checkValue(*found, row);
            continue;
        }
        for (const YamlField &item : found->toList()) {
            checkValue(item, row);
        }
    }
    map.finish();
    const bool isMap = field.value().kind == YamlValue::Kind::Map;
    if (shape.exactlyOne && isMap && field.value().entries.size() != 1) {
        field.fail(Text::tr("exactly one kind is expected here, %1 were found")
                       .arg(field.value().entries.size()),
                   Text::tr("Write one item of the list for each kind."));
    }
}

void checkEntries(const YamlField &field, bool numbers)
{
    for (const auto &[key, value] : field.toMap().all()) {
        if (numbers) {
            (void)value.toDouble();
        } else {
            (void)value.toString();
        }
    }
}

void checkHoliday(const YamlField &field, const PolicyShape &shape)
{
    if (field.value().kind == YamlValue::Kind::Map) {
        checkMap(field, shape);
        return;
    }
    checkNotation(
        field, [](const QString &text) { return parseDates(text).has_value(); },
        Text::tr("“%1” is not a day or a range of days"),
        Text::tr("Write 2026-10-01, or 2026-10-01/2026-10-07 with the last day included."));
}

void checkTimes(const YamlField &field, PolicyType type)
{
    if (type == PolicyType::TimeOfDay) {
        checkNotation(
            field, [](const QString &text) { return parseTimeOfDay(text).has_value(); },
            Text::tr("“%1” is not a time of day"), Text::tr("Write hours and minutes: \"09:00\"."));
    } else if (type == PolicyType::LocalTime) {
        checkNotation(
            field, [](const QString &text) { return parseLocalTime(text).has_value(); },
            Text::tr("“%1” is not a date and time"),
            Text::tr("Write 2026-11-04T00:00; it is read in the policy's time zone."));
    } else {
        checkNotation(
            field, [](const QString &text) { return parseDays(text).has_value(); },
            Text::tr("“%1” is not a day of the week"),
            Text::tr("Write Mon, Tue, Wed, Thu, Fri, Sat, Sun, or a range such as Mon-Fri."));
    }
}

void checkValue(const YamlField &field, const PolicyFieldRow &row)
{
    switch (row.type) {
    case PolicyType::Text:
        if (const std::optional<QString> text = field.toString();
            text && text->trimmed().isEmpty()) {
            field.fail(Text::tr("the text is empty"));
        }
        return;
    case PolicyType::Name:
        return checkName(field, false);
    case PolicyType::Subdomain:
        return checkName(field, true);
    case PolicyType::Integer:
        (void)field.toInt(row.min, row.max);
        return;
    case PolicyType::Number:
        return checkNumber(field, row);
    case PolicyType::Boolean:
        (void)field.toBool();
        return;
    case PolicyType::LeadTime:
        if (field.value().text == u"measured") {
            return;
        }
        [[fallthrough]];
    case PolicyType::Duration:
        (void)field.toDuration();
        return;
    case PolicyType::Quantity:
        return checkQuantity(field);
    case PolicyType::Choice:
        (void)field.toChoice(row.choices);
        return;
    case PolicyType::Zone:
        return checkZone(field);
    case PolicyType::TimeOfDay:
    case PolicyType::LocalTime:
    case PolicyType::Days:
        return checkTimes(field, row.type);
    case PolicyType::Cron:
        return checkCron(field);
    case PolicyType::Holiday:
        return checkHoliday(field, *row.shape);
    case PolicyType::Texts:
    case PolicyType::Numbers:
        return checkEntries(field, row.type == PolicyType::Numbers);
    case PolicyType::Map:
        return checkMap(field, *row.shape);
    }
}

} // namespace

void checkPolicyFields(const YamlField &root, const PolicyShape &shape)
{
    checkMap(root, shape);
}

std::optional<std::chrono::minutes> parseTimeOfDay(QStringView text)
{
    static const QRegularExpression form(u"^([0-9]{1,2}):([0-9]{2})$"_s);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int hours = match.capturedView(1).toInt();
    const int minutes = match.capturedView(2).toInt();
    const bool isTime = (hours < 24 && minutes < 60) || (hours == 24 && minutes == 0);
    return isTime ? std::optional{std::chrono::minutes{hours * 60 + minutes}} : std::nullopt;
}

QString timeOfDayText(std::chrono::minutes time)
{
    const auto part = [](std::chrono::minutes::rep value) {
        return QString::number(value).rightJustified(2, u'0');
    };
    return part(time.count() / 60) + u':' + part(time.count() % 60);
}

std::optional<QDateTime> parseLocalTime(const QString &text)
{
    static const QRegularExpression form(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?$"_s);
    if (!form.match(text).hasMatch()) {
        return std::nullopt;
    }
    const QDate date = QDate::fromString(text.first(10), Qt::ISODate);
    const QTime time = QTime::fromString(text.sliced(11), Qt::ISODate);
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, time, Qt::UTC);
}

std::optional<std::bitset<7>> parseDays(const QString &text)
{
    const auto indexOf = [](const QString &name) {
        const auto &days = policynames::days;
        const auto found = std::find_if(days.begin(), days.end(), [&](QLatin1String day) {
            return name.compare(day, Qt::CaseInsensitive) == 0;
        });
        return static_cast<std::size_t>(found - days.begin());
    };
    const QStringList ends = text.split(u'-');
    const std::size_t first = indexOf(ends.first());
    const std::size_t last = indexOf(ends.last());
    constexpr std::size_t week = 7;
    if (ends.size() > 2 || first >= week || last >= week) {
        return std::nullopt;
    }
    std::bitset<week> days;
    for (std::size_t day = first;; day = (day + 1) % week) {
        days.set(day);
        if (day == last) {
            return days;
        }
    }
}

std::optional<std::pair<QDate, QDate>> parseDates(const QString &text)
{
    static const QRegularExpression form(
        u"^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}))?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QDate first = QDate::fromString(match.captured(1), Qt::ISODate);
    const QDate last =
        match.captured(2).isEmpty() ? first : QDate::fromString(match.captured(2), Qt::ISODate);
    if (!match.hasMatch() || !first.isValid() || !last.isValid() || last < first) {
        return std::nullopt;
    }
    return std::pair{first, last};
}

bool isDnsLabel(const QString &text)
{
    static const QRegularExpression form(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"_s);
    return text.size() <= longestLabel && !text.endsWith(u'\n') && form.match(text).hasMatch();
}

bool isDnsSubdomain(const QString &text)
{
    // Kubernetes limits the whole, not each label of it.
    static const QRegularExpression form(
        u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_s);
    return text.size() <= longestSubdomain && !text.endsWith(u'\n') && form.match(text).hasMatch();
}

} // namespace spillway
