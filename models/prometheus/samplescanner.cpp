// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/samplescanner.h"

#include <array>
#include <bit>
#include <cfloat>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace spillway {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Eight bytes that are all digits. The trick needs a little-endian machine.
bool areEightDigits(std::uint64_t bytes)
{
    const std::uint64_t high = bytes & 0xF0F0F0F0F0F0F0F0U;
    const std::uint64_t carried = ((bytes + 0x0606060606060606U) & 0xF0F0F0F0F0F0F0F0U) >> 4U;
    return (high | carried) == 0x3333333333333333U;
}

/// The number eight digits stand for: pairs, then fours, then all eight at once.
std::uint64_t eightDigits(std::uint64_t bytes)
{
    bytes -= 0x3030303030303030U;
    bytes = bytes * 10 + (bytes >> 8U);
    const std::uint64_t low = (bytes & 0x000000FF000000FFU) * 0x000F424000000064U;
    const std::uint64_t high = ((bytes >> 16U) & 0x000000FF000000FFU) * 0x0000271000000001U;
    return (low + high) >> 32U;
}

/// Appends the digits at at to number, which wraps round silently: the caller counts them.
inline const char *readDigits(const char *at, std::uint64_t &number)
{
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        while (areEightDigits(bytes)) {
            number = number * 100'000'000 + eightDigits(bytes);
            at += sizeof bytes;
            std::memcpy(&bytes, at, sizeof bytes);
        }
    }
    while (isDigit(*at)) {
        number = number * 10 + static_cast<std::uint64_t>(*at - '0');
        ++at;
    }
    return at;
}

constexpr std::array<double, 23> exactPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// digits / 10^decimals rounded correctly, or false if this cannot be told cheaply. digits has at
/// most 18 digits.
inline bool divideExactly(std::uint64_t digits, std::ptrdiff_t decimals, double &value)
{
    if (decimals >= static_cast<std::ptrdiff_t>(exactPowers.size())) {
        return false;
    }
    const double power = exactPowers[static_cast<std::size_t>(decimals)];
    const auto signedDigits = static_cast<std::int64_t>(digits);
    if (digits <= (std::uint64_t{1} << 53U)) {
        // Both are exact, so IEEE division rounds once (Clinger's fast path).
        value = static_cast<double>(signedDigits) / power;
        return true;
    }
    if constexpr (LDBL_MANT_DIG == 64 && std::endian::native == std::endian::little) {
        // x87 division rounds once to 64 bits. Rounding that again to 53 bits is only wrong if the
        // 11 bits cut off are exactly a half, where the first rounding hides on which side it was.
        const long double quotient =
            static_cast<long double>(signedDigits) / static_cast<long double>(power);
        std::uint64_t mantissa = 0;
        std::memcpy(&mantissa, &quotient, sizeof mantissa);
        if ((mantissa & 0x7FFU) != 0x400U) {
            value = static_cast<double>(quotient);
            return true;
        }
    }
    return false;
}

/// The value up to the closing quote at at; nullptr if it is not a plain finite number.
inline const char *scanValue(const char *at, const char *end, double &value)
{
    const char *const begin = at;
    const bool negative = *at == '-';
    at += negative ? 1 : 0;
    std::uint64_t digits = 0;
    const char *const integers = at;
    at = readDigits(at, digits);
    std::ptrdiff_t count = at - integers;
    if (count == 0) {
        return nullptr;
    }
    std::ptrdiff_t decimals = 0;
    if (*at == '.') {
        const char *const fraction = ++at;
        at = readDigits(at, digits);
        decimals = at - fraction;
        count += decimals;
    }
    if (*at == '"' && count <= 18 && divideExactly(digits, decimals, value)) {
        value = negative ? -value : value;
        return at;
    }
    const auto [after, status] = std::from_chars(begin, end, value);
    return status == std::errc{} ? after : nullptr;
}

/// NaN and infinities, up to the closing quote; nullptr if it is none.
const char *scanSpecial(const char *at, double &value)
{
    const auto is = [at](std::string_view word) {
        return std::strncmp(at, word.data(), word.size()) == 0;
    };
    if (is("NaN\"")) {
        value = std::numeric_limits<double>::quiet_NaN();
        return at + 3;
    }
    if (is("+Inf\"") || is("-Inf\"")) {
        value = *at == '+' ? std::numeric_limits<double>::infinity()
                           : -std::numeric_limits<double>::infinity();
        return at + 4;
    }
    return nullptr;
}

/// Seconds with at most three decimals, in milliseconds; nullptr if it is something else.
inline const char *scanTime(const char *at, EpochMs &time)
{
    const bool negative = *at == '-';
    at += negative ? 1 : 0;
    const char *const integers = at;
    std::uint64_t number = 0;
    at = readDigits(at, number);
    if (at == integers || at - integers > 15 || (*integers == '0' && at - integers > 1)) {
        return nullptr;
    }
    std::ptrdiff_t decimals = 0;
    if (*at == '.') {
        const char *const fraction = ++at;
        at = readDigits(at, number);
        decimals = at - fraction;
        if (decimals == 0 || decimals > 3) {
            return nullptr;
        }
    }
    constexpr std::array<std::int64_t, 4> scale{1000, 100, 10, 1};
    time = static_cast<EpochMs>(number) * scale[static_cast<std::size_t>(decimals)];
    time = negative ? -time : time;
    return at;
}

} // namespace

std::optional<double> parseSampleValue(std::string_view text)
{
    if (text == "NaN") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (text == "+Inf" || text == "Inf") {
        return std::numeric_limits<double>::infinity();
    }
    if (text == "-Inf") {
        return -std::numeric_limits<double>::infinity();
    }
    const bool signedNumber = !text.empty() && (text.front() == '+' || text.front() == '-');
    const std::string_view digits = text.substr(signedNumber ? 1 : 0);
    if (digits.empty() || !(isDigit(digits.front()) || digits.front() == '.')) {
        return {}; // from_chars would take other spellings of nan and inf
    }
    double value = 0;
    const char *const end = digits.data() + digits.size();
    const auto [after, status] = std::from_chars(digits.data(), end, value);
    if (status != std::errc{} || after != end) {
        return {};
    }
    return text.front() == '-' ? -value : value;
}

std::optional<EpochMs> parseSampleTime(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const char *const end = digits.data() + digits.size();
    std::int64_t seconds = 0;
    const auto [point, status] = std::from_chars(digits.data(), end, seconds);
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 1000 - 1;
    if (digits.empty() || !isDigit(digits.front()) || status != std::errc{} || seconds > limit) {
        return {};
    }
    std::int64_t millis = 0;
    const char *at = point;
    if (at != end && *at == '.') {
        int place = 100;
        for (++at; at != end && isDigit(*at); ++at, place /= 10) {
            millis += (*at - '0') * place;
            if (place == 0) {
                millis += at == point + 4 && *at >= '5' ? 1 : 0;
            }
        }
    }
    if (at != end) {
        // An exponent: no server writes one, yet it is valid JSON.
        const std::optional<double> value = parseSampleValue(digits);
        if (!value || *value > static_cast<double>(limit)) {
            return {};
        }
        const auto rounded = static_cast<EpochMs>(std::llround(*value * 1000));
        return negative ? -rounded : rounded;
    }
    const EpochMs time = seconds * 1000 + millis;
    return negative ? -time : time;
}

const char *scanSamples(const char *at, const char *end, std::vector<ScannedSample> &samples)
{
    if (*at != '[') {
        return nullptr;
    }
    ++at;
    ScannedSample sample{};
    while (true) {
        if (*at != '[') {
            return nullptr;
        }
        at = scanTime(at + 1, sample.time);
        if (at == nullptr || at[0] != ',' || at[1] != '"') {
            return nullptr;
        }
        at += 2;
        const char *const value = at;
        at = scanValue(value, end, sample.value);
        if (at == nullptr) {
            at = scanSpecial(value, sample.value);
        }
        if (at == nullptr || at[0] != '"' || at[1] != ']') {
            return nullptr;
        }
        samples.push_back(sample);
        at += 2;
        if (*at == ']') {
            return at + 1;
        }
        if (*at != ',') {
            return nullptr;
        }
        ++at;
    }
}

} // namespace spillway
