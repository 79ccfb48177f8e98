// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

namespace spillway {

/// What a number means. Data, not code: the table in unit.cpp has one row for each.
enum class Unit {
    None,              ///< a plain number
    Short,             ///< SI prefixes: 1.2 k, 3 M
    Percent,           ///< 0..100
    PercentUnit,       ///< 0..1 shown as 0..100 %
    Seconds,           ///< ns .. d chosen by size
    Milliseconds,      ///< the same, the value being in ms
    Bytes,             ///< IEC: KiB, MiB
    BytesSi,           ///< kB, MB
    BytesPerSecond,    ///< IEC
    PerSecond,         ///< events a second
    RequestsPerSecond, ///< req/s
    PerMinute,         ///< events a minute
    Tokens,            ///< SI, "tok"
    TokensPerSecond,
    TokensPerMinute,
    Cores,    ///< CPU cores, "m" below one
    Replicas, ///< whole numbers
    Currency, ///< amount in UnitSpec::currency
    CurrencyPerHour,
    CurrencyPerMonth,
    DateTime, ///< seconds since the epoch
    Boolean,  ///< 0 no, else yes
};

/// A unit with what it needs to be shown.
struct UnitSpec
{
    Unit unit = Unit::None;
    QString currency;              ///< ISO 4217 code for the currency units
    std::optional<int> decimals{}; ///< fixed number of decimals; none = three significant digits

    friend bool operator==(const UnitSpec &, const UnitSpec &) = default;
};

/// The name used in files ("requests/s", "seconds", "bytes", "percentunit", ...), and back.
[[nodiscard]] QLatin1String unitName(Unit unit);
[[nodiscard]] std::optional<Unit> unitFromName(QStringView name);
/// For people, translated: "requests a second".
[[nodiscard]] QString unitTitle(Unit unit);

/// One value as text: "1.25 s", "3.4 GiB", "12 %", "¥ 1,204". NaN is "NaN", infinities
/// "+Inf"/"-Inf": never a number. The space before the unit is U+00A0 or U+202F so that it does not
/// break.
[[nodiscard]] QString formatValue(double value, const UnitSpec &unit,
                                  const QLocale &locale = QLocale::c());

/// How all ticks of one axis are written: one prefix and one number of decimals for the axis,
/// chosen from its largest magnitude and its step, so that ticks are distinct and line up.
class AxisFormat
{
public:
    AxisFormat(double maxMagnitude, double step, const UnitSpec &unit,
               const QLocale &locale = QLocale::c());
    [[nodiscard]] QString text(double value) const;

private:
    double m_divisor = 1;
    int m_decimals = 0;
    QString m_suffix;
    bool m_suffixFirst = false;
    QLocale m_locale;
};

/// A "nice" step (1, 2, 5 x 10^n; powers of two for IEC bytes; 1 2 5 10 15 30 for seconds and
/// minutes) so that span/step is at most maxTicks. span > 0, maxTicks >= 1.
[[nodiscard]] double niceStep(double span, int maxTicks, Unit unit);

} // namespace spillway
