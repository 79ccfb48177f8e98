// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct UnitOfTime
{
    QLatin1String name;
    qint64 ms;
};

constexpr std::array unitsOfTime{
    UnitOfTime{"y"_L1, 365LL * 24 * 3600 * 1000},
    UnitOfTime{"w"_L1, 7LL * 24 * 3600 * 1000},
    UnitOfTime{"d"_L1, 24LL * 3600 * 1000},
    UnitOfTime{"h"_L1, 3600LL * 1000},
    UnitOfTime{"m"_L1, 60LL * 1000},
    UnitOfTime{"s"_L1, 1000},
    UnitOfTime{"ms"_L1, 1},
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Duration)
};

Error badDuration(QStringView text, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("“%1” is not a duration").arg(text),
                 .where = {},
                 .why = why,
                 .advice = Text::tr("Write it as 90s, 5m, 1h30m or 2w."),
                 .position = {},
                 .retryAfter = {}};
}

/// Reads digits at the front of text; -1 if there are none or too many.
qint64 takeNumber(QStringView &text)
{
    qsizetype digits = 0;
    qint64 value = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9') {
        if (value > (std::numeric_limits<qint64>::max() - 9) / 10) {
            return -1;
        }
        value = value * 10 + (text[digits].unicode() - u'0');
        ++digits;
    }
    text = text.sliced(digits);
    return digits == 0 ? -1 : value;
}

} // namespace

Result<std::chrono::milliseconds> parseDuration(QStringView text)
{
    if (text == u"0") {
        return std::chrono::milliseconds{0};
    }
    if (text.isEmpty()) {
        return badDuration(text, Text::tr("it is empty"));
    }
    QStringView rest = text;
    qint64 total = 0;
    std::size_t next = 0; // units before this one are used up
    while (!rest.isEmpty()) {
        const qint64 number = takeNumber(rest);
        if (number < 0) {
            return badDuration(text, Text::tr("a number is expected before each unit"));
        }
        qsizetype letters = 0;
        while (letters < rest.size() && rest[letters].isLetter()) {
            ++letters;
        }
        const QStringView name = rest.first(letters);
        std::size_t unit = next;
        while (unit < unitsOfTime.size() && name != unitsOfTime.at(unit).name) {
            ++unit;
        }
        if (unit == unitsOfTime.size()) {
            return badDuration(
                text, Text::tr("units are y, w, d, h, m, s and ms, largest first, each once"));
        }
        const qint64 ms = unitsOfTime.at(unit).ms;
        if (number > (std::numeric_limits<qint64>::max() - total) / ms) {
            return badDuration(text, Text::tr("it is too long"));
        }
        total += number * ms;
        next = unit + 1;
        rest = rest.sliced(letters);
    }
    return std::chrono::milliseconds{total};
}

QString formatDuration(std::chrono::milliseconds duration)
{
    qint64 left = duration.count();
    if (left <= 0) {
        return u"0"_s;
    }
    QString text;
    for (const UnitOfTime &unit : unitsOfTime) {
        // Years and weeks only when nothing is left over: "10d" reads better than "1w3d".
        if (unit.ms >= 7LL * 24 * 3600 * 1000 && left % unit.ms != 0) {
            continue;
        }
        if (left >= unit.ms) {
            text += QString::number(left / unit.ms) + unit.name;
            left %= unit.ms;
        }
    }
    return text;
}

QString humanDuration(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    const qint64 seconds = ms / 1000;
    if (ms < 1000) {
        return Text::tr("%1 ms").arg(ms);
    }
    if (seconds < 60) {
        return Text::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        const QString minutes = Text::tr("%1 min").arg(seconds / 60);
        const bool precise = seconds < 600 && seconds % 60 != 0;
        return precise ? QString{minutes + u' ' + Text::tr("%1 s").arg(seconds % 60)} : minutes;
    }
    if (seconds < 24LL * 3600) {
        const QString hours = Text::tr("%1 h").arg(seconds / 3600);
        const qint64 minutes = seconds % 3600 / 60;
        return minutes != 0 ? QString{hours + u' ' + Text::tr("%1 min").arg(minutes)} : hours;
    }
    const QString days = Text::tr("%1 d").arg(seconds / (24LL * 3600));
    const qint64 hours = seconds % (24LL * 3600) / 3600;
    return hours != 0 ? QString{days + u' ' + Text::tr("%1 h").arg(hours)} : days;
}

} // namespace spillway
