// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unit.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cmath>
#include <span>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Unit)
};

/// One step of a scale: values of at least factor are divided by it and get the prefix.
struct Prefix
{
    double factor;
    const char16_t *text;
};

constexpr std::array siPrefixes{Prefix{1e15, u"P"}, Prefix{1e12, u"T"}, Prefix{1e9, u"G"},
                                Prefix{1e6, u"M"},  Prefix{1e3, u"k"},  Prefix{1, u""}};
constexpr std::array iecPrefixes{
    Prefix{1125899906842624.0, u"Pi"}, Prefix{1099511627776.0, u"Ti"}, Prefix{1073741824.0, u"Gi"},
    Prefix{1048576.0, u"Mi"},          Prefix{1024.0, u"Ki"},          Prefix{1, u""}};
constexpr std::array timePrefixes{Prefix{86400, u"d"}, Prefix{3600, u"h"},  Prefix{60, u"min"},
                                  Prefix{1, u"s"},     Prefix{1e-3, u"ms"}, Prefix{1e-6, u"µs"},
                                  Prefix{1e-9, u"ns"}};
constexpr std::array corePrefixes{Prefix{1, u""}, Prefix{1e-3, u"m"}};
constexpr std::array noPrefix{Prefix{1, u""}};

enum class Place { After, Before };

struct Row
{
    Unit unit;
    QLatin1String name;
    const char *title;
    std::span<const Prefix> prefixes;
    const char16_t *suffix; ///< after the prefix
    double multiply;        ///< from the stored value to the base of the prefixes
    Place place = Place::After;
};

constexpr std::array rows{
    Row{Unit::None, "none"_L1, QT_TRANSLATE_NOOP("Unit", "plain number"), noPrefix, u"", 1},
    Row{Unit::Short, "short"_L1, QT_TRANSLATE_NOOP("Unit", "number with SI prefix"), siPrefixes,
        u"", 1},
    Row{Unit::Percent, "percent"_L1, QT_TRANSLATE_NOOP("Unit", "per cent (0 to 100)"), noPrefix,
        u"%", 1},
    Row{Unit::PercentUnit, "percentunit"_L1, QT_TRANSLATE_NOOP("Unit", "per cent (0 to 1)"),
        noPrefix, u"%", 100},
    Row{Unit::Seconds, "seconds"_L1, QT_TRANSLATE_NOOP("Unit", "seconds"), timePrefixes, u"", 1},
    Row{Unit::Milliseconds, "milliseconds"_L1, QT_TRANSLATE_NOOP("Unit", "milliseconds"),
        timePrefixes, u"", 1e-3},
    Row{Unit::Bytes, "bytes"_L1, QT_TRANSLATE_NOOP("Unit", "bytes (IEC)"), iecPrefixes, u"B", 1},
    Row{Unit::BytesSi, "bytes-si"_L1, QT_TRANSLATE_NOOP("Unit", "bytes (SI)"), siPrefixes, u"B", 1},
    Row{Unit::BytesPerSecond, "bytes/s"_L1, QT_TRANSLATE_NOOP("Unit", "bytes a second"),
        iecPrefixes, u"B/s", 1},
    Row{Unit::PerSecond, "events/s"_L1, QT_TRANSLATE_NOOP("Unit", "events a second"), siPrefixes,
        u"/s", 1},
    Row{Unit::RequestsPerSecond, "requests/s"_L1, QT_TRANSLATE_NOOP("Unit", "requests a second"),
        siPrefixes, u"req/s", 1},
    Row{Unit::PerMinute, "events/min"_L1, QT_TRANSLATE_NOOP("Unit", "events a minute"), siPrefixes,
        u"/min", 1},
    Row{Unit::Tokens, "tokens"_L1, QT_TRANSLATE_NOOP("Unit", "tokens"), siPrefixes, u"tok", 1},
    Row{Unit::TokensPerSecond, "tokens/s"_L1, QT_TRANSLATE_NOOP("Unit", "tokens a second"),
        siPrefixes, u"tok/s", 1},
    Row{Unit::TokensPerMinute, "tokens/min"_L1, QT_TRANSLATE_NOOP("Unit", "tokens a minute"),
        siPrefixes, u"tok/min", 1},
    Row{Unit::Cores, "cores"_L1, QT_TRANSLATE_NOOP("Unit", "CPU cores"), corePrefixes, u"", 1},
    Row{Unit::Replicas, "replicas"_L1, QT_TRANSLATE_NOOP("Unit", "replicas"), noPrefix, u"", 1},
    Row{Unit::Currency, "currency"_L1, QT_TRANSLATE_NOOP("Unit", "money"), noPrefix, u"", 1,
        Place::Before},
    Row{Unit::CurrencyPerHour, "currency/h"_L1, QT_TRANSLATE_NOOP("Unit", "money an hour"),
        noPrefix, u"/h", 1, Place::Before},
    Row{Unit::CurrencyPerMonth, "currency/month"_L1, QT_TRANSLATE_NOOP("Unit", "money a month"),
        noPrefix, u"/mo", 1, Place::Before},
    Row{Unit::DateTime, "datetime"_L1, QT_TRANSLATE_NOOP("Unit", "date and time"), noPrefix, u"",
        1},
    Row{Unit::Boolean, "boolean"_L1, QT_TRANSLATE_NOOP("Unit", "yes or no"), noPrefix, u"", 1},
};
static_assert(rows.size() == static_cast<std::size_t>(Unit::Boolean) + 1);

const Row &rowOf(Unit unit)
{
    return rows.at(static_cast<std::size_t>(unit));
}

/// The largest prefix that is not above magnitude; the smallest one if all are.
const Prefix &prefixFor(const Row &row, double magnitude)
{
    for (const Prefix &prefix : row.prefixes) {
        if (magnitude >= prefix.factor) {
            return prefix;
        }
    }
    // Zero has no magnitude of its own: show it in the base unit.
    if (magnitude == 0) {
        for (const Prefix &prefix : row.prefixes) {
            if (prefix.factor == 1) {
                return prefix;
            }
        }
    }
    return row.prefixes.back();
}

/// The prefix that all ticks of an axis share. Ticks of a clock are whole numbers of it ("15 s, 30
/// s, 45 s" rather than "0.25 min"), so there the step decides.
const Prefix &axisPrefix(const Row &row, double magnitude, double step)
{
    const Prefix &largest = prefixFor(row, magnitude);
    if (row.prefixes.data() != timePrefixes.data() || largest.factor <= 1 || !(step > 0)) {
        return largest;
    }
    for (const Prefix &prefix : row.prefixes) {
        const double steps = step / prefix.factor;
        const bool whole = std::abs(steps - std::round(steps)) < 1e-6 * steps;
        if (prefix.factor <= largest.factor && (prefix.factor <= 1 || (steps >= 1 && whole))) {
            return prefix;
        }
    }
    return largest;
}

QString currencySymbol(const QString &code)
{
    static constexpr std::array<std::pair<QLatin1String, const char16_t *>, 5> symbols{{
        {"CNY"_L1, u"¥"},
        {"USD"_L1, u"$"},
        {"EUR"_L1, u"€"},
        {"GBP"_L1, u"£"},
        {"JPY"_L1, u"JP¥"},
    }};
    for (const auto &[name, symbol] : symbols) {
        if (code == name) {
            return QString::fromUtf16(symbol);
        }
    }
    return code.isEmpty() ? u"¤"_s : QString{code + QChar::Nbsp};
}

int decimalsFor(double scaled, const UnitSpec &spec)
{
    if (spec.decimals) {
        return *spec.decimals;
    }
    if (spec.unit == Unit::Replicas && scaled == std::round(scaled)) {
        return 0;
    }
    const bool money = rowOf(spec.unit).place == Place::Before;
    const double magnitude = std::abs(scaled);
    if (magnitude >= 100 || (magnitude == 0 && !money)) {
        return 0;
    }
    if (money) {
        return magnitude != 0 && magnitude < 0.1 ? 4 : 2;
    }
    const int digitsBeforePoint = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return std::min(9, 3 - digitsBeforePoint);
}

QString plainNumber(double value, int decimals, bool trimZeros, const QLocale &locale)
{
    const bool roundsToZero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    QString text = locale.toString(roundsToZero ? 0.0 : value, 'f', decimals); // no "-0.00"
    if (trimZeros && decimals > 0) {
        const QString point = locale.decimalPoint();
        const QString zero = locale.zeroDigit();
        while (text.endsWith(zero)) {
            text.chop(zero.size());
        }
        if (text.endsWith(point)) {
            text.chop(point.size());
        }
    }
    return text;
}

QString notANumber(double value)
{
    return std::isnan(value) ? u"NaN"_s : value > 0 ? u"+Inf"_s : u"-Inf"_s;
}

} // namespace

QLatin1String unitName(Unit unit)
{
    return rowOf(unit).name;
}

std::optional<Unit> unitFromName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == row.name) {
            return row.unit;
        }
    }
    return std::nullopt;
}

QString unitTitle(Unit unit)
{
    return Text::tr(rowOf(unit).title);
}

QString formatValue(double value, const UnitSpec &unit, const QLocale &locale)
{
    if (!std::isfinite(value)) {
        return notANumber(value);
    }
    const Row &row = rowOf(unit.unit);
    if (unit.unit == Unit::Boolean) {
        return value == 0 ? Text::tr("no") : Text::tr("yes");
    }
    if (unit.unit == Unit::DateTime) {
        const auto ms = static_cast<qint64>(value * 1000);
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    }
    const double base = value * row.multiply;
    const Prefix &prefix = prefixFor(row, std::abs(base));
    const double scaled = base / prefix.factor;
    const bool money = row.place == Place::Before;
    const QString number =
        plainNumber(scaled, decimalsFor(scaled, unit), !unit.decimals && !money, locale);
    const QString suffix = QString::fromUtf16(prefix.text) + QString::fromUtf16(row.suffix);
    if (money) {
        return currencySymbol(unit.currency) + number + suffix;
    }
    return suffix.isEmpty() ? number : QString{number + QChar::Nbsp + suffix};
}

AxisFormat::AxisFormat(double maxMagnitude, double step, const UnitSpec &unit,
                       const QLocale &locale)
    : m_locale(locale)
{
    const Row &row = rowOf(unit.unit);
    const Prefix &prefix =
        axisPrefix(row, std::abs(maxMagnitude) * row.multiply, std::abs(step) * row.multiply);
    m_divisor = prefix.factor / row.multiply;
    m_suffixFirst = row.place == Place::Before;
    m_suffix = QString::fromUtf16(prefix.text) + QString::fromUtf16(row.suffix);
    if (m_suffixFirst) {
        m_suffix = currencySymbol(unit.currency);
    }
    // Enough decimals to tell two neighbouring ticks apart, no more.
    const double scaledStep = std::abs(step) / m_divisor;
    while (m_decimals < 9 && scaledStep > 0) {
        const double shifted = scaledStep * std::pow(10.0, m_decimals);
        if (std::abs(shifted - std::round(shifted)) < 1e-6 * std::max(1.0, shifted)) {
            break;
        }
        ++m_decimals;
    }
}

QString AxisFormat::text(double value) const
{
    if (!std::isfinite(value)) {
        return notANumber(value);
    }
    const double scaled = value / m_divisor;
    if (std::abs(scaled) < 0.5 * std::pow(10.0, -m_decimals)) {
        return m_locale.toString(0); // nothing is nothing in every unit; no "-0", no "0.00"
    }
    const QString number = m_locale.toString(scaled, 'f', m_decimals);
    if (m_suffixFirst) {
        return m_suffix + number;
    }
    return m_suffix.isEmpty() ? number : QString{number + QChar::Nbsp + m_suffix};
}

double niceStep(double span, int maxTicks, Unit unit)
{
    const Row &row = rowOf(unit);
    const double raw = span / std::max(1, maxTicks);
    if (!(raw > 0) || !std::isfinite(raw)) {
        return 1;
    }
    // Bytes: powers of two. Time above a second: the clock's own divisions.
    double base = 1;
    if (row.prefixes.data() == iecPrefixes.data()) {
        // Powers of two all the way: 256 MiB, 512 MiB, 1 GiB; never 500 MiB, which is no round
        // number of GiB.
        return std::exp2(std::ceil(std::log2(raw) - 1e-9));
    } else if (row.prefixes.data() == timePrefixes.data() && raw * row.multiply >= 1) {
        static constexpr std::array clockSteps{1.0,    2.0,    5.0,     10.0,    15.0,    30.0,
                                               60.0,   120.0,  300.0,   600.0,   900.0,   1800.0,
                                               3600.0, 7200.0, 14400.0, 21600.0, 43200.0, 86400.0};
        for (const double step : clockSteps) {
            if (step >= raw * row.multiply) {
                return step / row.multiply;
            }
        }
        base = 86400 / row.multiply;
    }
    const double power = std::pow(10.0, std::floor(std::log10(raw / base)));
    for (const double nice : {1.0, 2.0, 5.0, 10.0}) {
        if (nice * power * base >= raw * (1 - 1e-9)) {
            return nice * power * base;
        }
    }
    return 10 * power * base;
}

} // namespace spillway
