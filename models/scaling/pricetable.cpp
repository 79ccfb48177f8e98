// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/pricetable.h"

#include "core/yamldocument.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PriceTable)
};

std::optional<PicoMoney> perToken(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = map.find(key);
    const std::optional<double> price = field ? field->toDouble() : std::nullopt;
    if (!price) {
        return std::nullopt;
    }
    // One unit a token would be absurd: the file most likely gives prices per 1,000 or million.
    if (*price < 0 || *price >= 0.1) {
        field->fail(Text::tr("a price from 0 to 0.1 a token is expected"),
                    Text::tr("Prices are per single token: 0.5 a million is 0.0000005."));
        return std::nullopt;
    }
    return std::llround(*price * 1e12);
}

QDate readDay(const YamlField &field)
{
    const QDate day = QDate::fromString(field.toString().value_or(QString{}), Qt::ISODate);
    if (!day.isValid()) {
        field.fail(Text::tr("a day such as 2026-01-31 is expected"));
    }
    return day;
}

ModelPrice readRow(const YamlField &field)
{
    YamlMap map = field.toMap();
    ModelPrice row;
    row.model = map.requiredString("model"_L1);
    if (const auto day = map.require("valid_from"_L1)) {
        row.validFrom = readDay(*day);
    }
    static_cast<void>(map.require("input_cost_per_token"_L1));
    static_cast<void>(map.require("output_cost_per_token"_L1));
    row.input = perToken(map, "input_cost_per_token"_L1).value_or(0);
    row.output = perToken(map, "output_cost_per_token"_L1).value_or(0);
    row.cached = perToken(map, "cache_read_input_token_cost"_L1).value_or(row.input);
    row.cachedInInput = map.boolean("cached_in_input"_L1, true);
    map.finish();
    return row;
}

bool earlier(const ModelPrice &a, const ModelPrice &b)
{
    return a.model != b.model ? a.model < b.model : a.validFrom < b.validFrom;
}

} // namespace

PicoMoney ModelPrice::of(TokenDirection direction) const
{
    switch (direction) {
    case TokenDirection::Input:
        return input;
    case TokenDirection::Output:
        return output;
    case TokenDirection::Cached:
        return cached;
    }
    return 0;
}

PriceTable::Reading PriceTable::read(QByteArrayView bytes, const QString &file)
{
    Reading reading;
    const Result<YamlDocument> document = YamlDocument::parse(bytes, file);
    if (!document) {
        reading.problems.push_back(document.error());
        return reading;
    }
    YamlMap map = YamlField(*document, reading.problems).toMap();
    reading.table.m_source = map.string("source"_L1);
    if (const auto day = map.find("entered_on"_L1)) {
        reading.table.m_enteredOn = readDay(*day);
    }
    reading.table.m_currency = map.requiredString("currency"_L1);
    for (const YamlField &field : map.list("models"_L1)) {
        const std::size_t before = reading.problems.size();
        ModelPrice row = readRow(field);
        if (reading.problems.size() == before) {
            reading.table.m_rows.push_back(std::move(row));
        }
    }
    map.finish();
    std::stable_sort(reading.table.m_rows.begin(), reading.table.m_rows.end(), earlier);
    return reading;
}

std::optional<ModelPrice> PriceTable::priceAt(const QString &model, EpochMs time) const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).date();
    std::optional<ModelPrice> found;
    for (const ModelPrice &row : m_rows) {
        if (row.model == model && row.validFrom <= day) {
            found = row;
        }
    }
    return found;
}

} // namespace spillway
