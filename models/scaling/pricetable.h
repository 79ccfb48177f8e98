// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace spillway {

/// What one token costs, in units of 10^-12 of the currency: exact for any published price, and
/// sums of 10^6 tokens are whole micro-units.
using PicoMoney = qint64;

enum class TokenDirection { Input, Output, Cached };

/// The prices of one model from a day on (UTC midnight), until the next row of that model.
struct ModelPrice
{
    QString model;
    QDate validFrom;
    PicoMoney input = 0;
    PicoMoney output = 0;
    PicoMoney cached = 0; ///< cache reads; the input price if the file does not say
    /// The provider counts cache reads in `input` too (OpenAI does): they are taken out of it
    /// before it is charged. False: `input` is without them (Anthropic).
    bool cachedInInput = true;

    [[nodiscard]] PicoMoney of(TokenDirection direction) const;
    friend bool operator==(const ModelPrice &, const ModelPrice &) = default;
};

/// A dated table of token prices; field names and units (currency per token) are those of LiteLLM's
/// model_prices_and_context_window.json; `cached_in_input` is ours. Rows are never changed, only
/// added: past costs keep the price of their day.
class PriceTable
{
public:
    struct Reading;
    /// Bytes to values; broken rows are left out and listed. Any thread.
    [[nodiscard]] static Reading read(QByteArrayView bytes, const QString &file);

    [[nodiscard]] const QString &currency() const { return m_currency; }
    /// Where the prices come from and the day on which they were typed in, as the file says.
    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] QDate enteredOn() const { return m_enteredOn; } ///< null if the file does not say
    /// Sorted by model and day.
    [[nodiscard]] const std::vector<ModelPrice> &rows() const { return m_rows; }
    /// The row in force at that time; nothing if the model has no price (yet).
    [[nodiscard]] std::optional<ModelPrice> priceAt(const QString &model, EpochMs time) const;

private:
    QString m_currency;
    QString m_source;
    QDate m_enteredOn;
    std::vector<ModelPrice> m_rows;
};

struct PriceTable::Reading
{
    PriceTable table;
    std::vector<Error> problems;
};

} // namespace spillway
