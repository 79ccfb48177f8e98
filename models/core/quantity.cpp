// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"

#include <QCoreApplication>

#include <array>
#include <limits>
#include <optional>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Quantity)
};

__extension__ using Wide = __int128; // mantissa x 1000 x 2^60 needs more than 64 bits

/// value = mantissa x 2^twos x 10^tens
struct Parsed
{
    Wide mantissa = 0;
    int twos = 0;
    int tens = 0;
};

struct Suffix
{
    QLatin1String text;
    int twos;
    int tens;
};

constexpr std::array suffixes{
    Suffix{"n"_L1, 0, -9},  Suffix{"u"_L1, 0, -6},  Suffix{"m"_L1, 0, -3},  Suffix{""_L1, 0, 0},
    Suffix{"k"_L1, 0, 3},   Suffix{"M"_L1, 0, 6},   Suffix{"G"_L1, 0, 9},   Suffix{"T"_L1, 0, 12},
    Suffix{"P"_L1, 0, 15},  Suffix{"E"_L1, 0, 18},  Suffix{"Ki"_L1, 10, 0}, Suffix{"Mi"_L1, 20, 0},
    Suffix{"Gi"_L1, 30, 0}, Suffix{"Ti"_L1, 40, 0}, Suffix{"Pi"_L1, 50, 0}, Suffix{"Ei"_L1, 60, 0},
};

Error badQuantity(QStringView text, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("“%1” is not a quantity").arg(text),
                 .why = why,
                 .advice = Text::tr("Write it as 500m, 2, 1.5k, 512Mi or 1e3.")};
}

bool readSuffix(QStringView rest, Parsed &parsed)
{
    for (const Suffix &suffix : suffixes) {
        if (rest == suffix.text) {
            parsed.twos = suffix.twos;
            parsed.tens += suffix.tens;
            return true;
        }
    }
    if (rest.size() >= 2 && (rest.front() == u'e' || rest.front() == u'E')) {
        bool ok = false;
        const int exponent = rest.sliced(1).toInt(&ok);
        parsed.tens += exponent;
        return ok && exponent >= -40 && exponent <= 40;
    }
    return false;
}

/// Digits, an optional point, digits, then the suffix. At most 30 significant digits.
std::optional<Parsed> readNumber(QStringView text)
{
    Parsed parsed;
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+')) {
        text = text.sliced(1);
    }
    qsizetype at = 0;
    int digits = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        if (c == u'.' && !point) {
            point = true;
        } else if (c >= u'0' && c <= u'9' && digits < 30) {
            parsed.mantissa = parsed.mantissa * 10 + (c - u'0');
            digits += parsed.mantissa != 0 || point ? 1 : 0;
            parsed.tens -= point ? 1 : 0;
        } else {
            break;
        }
    }
    const bool anyDigit = at > (point ? 1 : 0);
    if (!anyDigit || !readSuffix(text.sliced(at), parsed)) {
        return std::nullopt;
    }
    parsed.mantissa = negative ? -parsed.mantissa : parsed.mantissa;
    return parsed;
}

struct Scaled
{
    std::optional<std::int64_t> value; ///< none if it does not fit
    bool exact = true;
};

/// parsed x 10^places as a whole number, rounded away from zero.
Scaled scale(const Parsed &parsed, int places)
{
    Wide value = parsed.mantissa;
    int tens = parsed.tens + places;
    // Divide early where that is exact: it keeps large binary suffixes inside 128 bits.
    while (tens < 0 && value % 10 == 0 && value != 0) {
        value /= 10;
        ++tens;
    }
    if (__builtin_mul_overflow(value, Wide{1} << parsed.twos, &value)) {
        return {};
    }
    for (; tens > 0; --tens) {
        if (__builtin_mul_overflow(value, Wide{10}, &value)) {
            return {};
        }
    }
    bool rest = false;
    for (; tens < 0; ++tens) {
        rest = rest || value % 10 != 0;
        value /= 10;
    }
    if (rest) {
        value += parsed.mantissa < 0 ? -1 : 1;
    }
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        return {};
    }
    return {static_cast<std::int64_t>(value), !rest};
}

} // namespace

Result<Quantity> parseQuantity(QStringView text)
{
    const std::optional<Parsed> parsed = readNumber(text);
    if (!parsed) {
        return badQuantity(
            text, text.isEmpty() ? Text::tr("it is empty")
                                 : Text::tr("a decimal number with one known suffix is expected"));
    }
    const Scaled milli = scale(*parsed, 3);
    if (!milli.value) {
        return badQuantity(text, Text::tr("it is too large"));
    }
    const Scaled micro = scale(*parsed, 6);
    const std::int64_t saturated = parsed->mantissa < 0 ? std::numeric_limits<std::int64_t>::min()
                                                        : std::numeric_limits<std::int64_t>::max();
    return Quantity{*milli.value, micro.value.value_or(saturated), milli.exact};
}

} // namespace spillway
