// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/goscalars.h"

#include "kubeobjects/jsontools.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

using Kind = SchemaNode::Kind;
__extension__ using Wide = __int128; // thousand millionths of what 64 bits count

constexpr auto quantityRule = "quantities must match the regular expression "
                              "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"_L1;

/// A quantity in thousand millionths, and how it was written.
struct ParsedQuantity
{
    enum class Format : std::uint8_t { Decimal, Exponent, Binary };
    Wide nano = 0;
    Format format = Format::Decimal;
    bool ok = false;
};

constexpr std::array decimalSuffixes{"n"_L1, "u"_L1, "m"_L1, ""_L1,  "k"_L1,
                                     "M"_L1, "G"_L1, "T"_L1, "P"_L1, "E"_L1};
constexpr std::array binarySuffixes{""_L1, "Ki"_L1, "Mi"_L1, "Gi"_L1, "Ti"_L1, "Pi"_L1, "Ei"_L1};

/// Digits with a point as a whole number of 10^-9, times 10^tens.
std::optional<Wide> scaledDigits(const QString &digits, int tens)
{
    const qsizetype point = digits.indexOf(u'.');
    QString whole = digits;
    int exponent = tens + 9;
    if (point >= 0) {
        exponent -= static_cast<int>(digits.size() - point - 1);
        whole.remove(point, 1);
    }
    Wide value = 0;
    for (const QChar c : std::as_const(whole)) {
        if (value > std::numeric_limits<qint64>::max()) {
            return std::nullopt;
        }
        value = value * 10 + c.digitValue();
    }
    for (; exponent > 0; --exponent) {
        if (value > std::numeric_limits<Wide>::max() / 10) {
            return std::nullopt;
        }
        value *= 10;
    }
    for (; exponent < 0; ++exponent) {
        value = (value + 9) / 10; // what is smaller than the smallest unit is rounded up
    }
    return value;
}

ParsedQuantity parse(const QString &text)
{
    static const QRegularExpression form(
        u"^([+-]?)([0-9]+\\.?[0-9]*|\\.[0-9]+)(|[numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const QString suffix = match.captured(3);
    ParsedQuantity parsed;
    int tens = 0;
    int steps = 0;
    if (suffix.endsWith(u'i')) {
        parsed.format = ParsedQuantity::Format::Binary;
        steps = static_cast<int>(std::find(binarySuffixes.begin(), binarySuffixes.end(), suffix) -
                                 binarySuffixes.begin());
    } else if (suffix.size() > 1) {
        parsed.format = ParsedQuantity::Format::Exponent;
        tens = suffix.mid(1).toInt();
    } else {
        tens = static_cast<int>(std::find(decimalSuffixes.begin(), decimalSuffixes.end(), suffix) -
                                decimalSuffixes.begin()) *
                   3 -
               9;
    }
    std::optional<Wide> value = scaledDigits(match.captured(2), tens);
    for (int i = 0; value && i < steps; ++i) {
        *value *= 1024;
    }
    if (!value) {
        return {};
    }
    parsed.nano = match.captured(1) == "-"_L1 ? -*value : *value;
    parsed.ok = true;
    return parsed;
}

QString wideText(Wide value)
{
    const bool negative = value < 0;
    QString text;
    for (Wide left = negative ? -value : value; left > 0; left /= 10) {
        text.prepend(QChar(u'0' + static_cast<int>(left % 10)));
    }
    return negative ? u'-' + text : text;
}

QString timeError(const QString &text, bool micro)
{
    const QString layout =
        micro ? u"2006-01-02T15:04:05.000000Z07:00"_s : u"2006-01-02T15:04:05Z07:00"_s;
    static const QRegularExpression seconds(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"_s);
    const QRegularExpressionMatch match = seconds.match(text);
    const QString rest = match.hasMatch() ? text.mid(match.capturedLength()) : text;
    const QString wanted = match.hasMatch() ? (micro ? u".000000"_s : u"Z07:00"_s) : u"2006"_s;
    return u"parsing time %1 as %2: cannot parse %3 as %4"_s.arg(goQuoted(text), goQuoted(layout),
                                                                 goQuoted(rest), goQuoted(wanted));
}

ScalarRead readTime(const QString &text, bool micro)
{
    static const QRegularExpression whole(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$"_s);
    const QRegularExpressionMatch match = whole.match(text);
    const QString fraction = match.captured(1);
    const bool formed = match.hasMatch() && (!micro || fraction.size() == 7);
    const QDateTime time = QDateTime::fromString(text.left(19), u"yyyy-MM-ddTHH:mm:ss"_s);
    if (!formed || !time.isValid()) {
        return {.error = timeError(text, micro)};
    }
    QDateTime utc(time.date(), time.time(), Qt::UTC);
    const QString zone = match.captured(2);
    if (zone != "Z"_L1) {
        const qint64 minutes = zone.mid(1, 2).toLongLong() * 60 + zone.mid(4, 2).toLongLong();
        utc = utc.addSecs((zone[0] == u'-' ? 60 : -60) * minutes);
    }
    const QString shown = utc.toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    return {.value = QString(shown + (micro ? fraction : QString()) + u'Z')};
}

ScalarRead readInteger(const SchemaNode &schema, const QJsonValue &value, DecodeMode mode)
{
    if (!value.isDouble()) {
        return {.mismatch = true};
    }
    const bool narrow = schema.bits == 32;
    if (!isWhole(value)) {
        if (mode == DecodeMode::Json) {
            return {.mismatch = true};
        }
        return {.error = u"cannot convert float64 to %1"_s.arg(narrow ? u"int32"_s : u"int64"_s)};
    }
    const qint64 number = value.toInteger();
    const bool fits = number >= std::numeric_limits<qint32>::min() &&
                      number <= std::numeric_limits<qint32>::max();
    if (narrow && !fits) {
        if (mode == DecodeMode::Json) {
            return {.mismatch = true};
        }
        return {.value = static_cast<qint32>(number)}; // cut without a word, as the server does
    }
    return {.value = value};
}

ScalarRead readBytes(const QString &text)
{
    const QByteArray bytes = text.toLatin1();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const bool allowed = letter || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
                             (c == '=' && i >= bytes.size() - 2);
        if (!allowed) {
            return {.error =
                        u"error decoding from json: illegal base64 data at input byte %1"_s.arg(i)};
        }
    }
    if (bytes.size() % 4 != 0) {
        return {.error = u"error decoding from json: illegal base64 data at input byte %1"_s.arg(
                    bytes.size() - bytes.size() % 4)};
    }
    return {.value = text};
}

ScalarRead readQuantity(const QJsonValue &value)
{
    if (!value.isString() && !value.isDouble()) {
        return {.mismatch = true};
    }
    const QString text = value.isDouble() ? goJson(value) : value.toString();
    const QString canonical = canonicalQuantity(text);
    if (canonical.isEmpty()) {
        return {.error = quantityRule};
    }
    return {.value = canonical};
}

} // namespace

QString canonicalQuantity(const QString &text)
{
    const ParsedQuantity parsed = parse(text);
    if (!parsed.ok) {
        return {};
    }
    if (parsed.nano == 0) {
        return u"0"_s;
    }
    constexpr Wide one = 1'000'000'000;
    Wide number = parsed.nano;
    const Wide size = number < 0 ? -number : number;
    if (parsed.format == ParsedQuantity::Format::Binary && size >= 1024 * one) {
        number = (number + (number > 0 ? one - 1 : 0)) / one;
        std::size_t step = 0;
        for (; number % 1024 == 0 && step + 1 < binarySuffixes.size(); ++step) {
            number /= 1024;
        }
        return wideText(number) + binarySuffixes.at(step);
    }
    std::size_t step = 0;
    for (; number % 1000 == 0 && step + 1 < decimalSuffixes.size(); ++step) {
        number /= 1000;
    }
    const int exponent = static_cast<int>(step) * 3 - 9;
    if (parsed.format == ParsedQuantity::Format::Exponent) {
        return wideText(number) + (exponent == 0 ? QString() : u'e' + QString::number(exponent));
    }
    return wideText(number) + decimalSuffixes.at(step);
}

ScalarRead readScalar(const SchemaNode &schema, const QJsonValue &value, DecodeMode mode)
{
    switch (schema.kind) {
    case Kind::String:
        return value.isString() ? ScalarRead{.value = value} : ScalarRead{.mismatch = true};
    case Kind::Boolean:
        return value.isBool() ? ScalarRead{.value = value} : ScalarRead{.mismatch = true};
    case Kind::Integer:
        return readInteger(schema, value, mode);
    case Kind::Number:
        return value.isDouble() ? ScalarRead{.value = value} : ScalarRead{.mismatch = true};
    case Kind::Quantity:
        return readQuantity(value);
    case Kind::IntOrString:
        return value.isString() || isWhole(value) ? ScalarRead{.value = value}
                                                  : ScalarRead{.mismatch = true};
    case Kind::Time:
    case Kind::MicroTime:
        return value.isString() ? readTime(value.toString(), schema.kind == Kind::MicroTime)
                                : ScalarRead{.mismatch = true};
    case Kind::Bytes:
        return value.isString() ? readBytes(value.toString()) : ScalarRead{.mismatch = true};
    default:
        return {.value = value};
    }
}

QString jsonTypeName(const QJsonValue &value, const SchemaNode &wanted)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    default:
        break;
    }
    const bool number = wanted.kind == Kind::Integer || wanted.kind == Kind::Number;
    return number ? u"number "_s + goJson(value) : u"number"_s;
}

QString goTypeOf(const SchemaNode &schema)
{
    switch (schema.kind) {
    case Kind::Integer:
        return schema.bits == 64 ? u"int64"_s : u"int32"_s;
    case Kind::Number:
        return u"float64"_s;
    case Kind::Boolean:
        return u"bool"_s;
    case Kind::Map:
        return u"map[string]"_s + goTypeOf(*schema.element);
    case Kind::List:
        return u"[]"_s + goTypeOf(*schema.element);
    case Kind::Struct:
        return schema.name.section(u'.', -2);
    case Kind::Bytes:
        return u"[]uint8"_s;
    default:
        return u"string"_s;
    }
}

} // namespace spillway::demo
