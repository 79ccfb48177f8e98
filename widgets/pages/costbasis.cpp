// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costbasis.h"

#include "core/unit.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CostBasis)
};

constexpr double wholeFrom = 1000;

QString money(double amount, const CostFigures &figures)
{
    const int decimals = amount >= wholeFrom ? 0 : 2;
    return formatValue(amount, {Unit::Currency, figures.currency, decimals}, figures.locale);
}

QString percent(double share, const QLocale &locale)
{
    return formatValue(share, {Unit::PercentUnit}, locale);
}

QString price(double amount, const QString &currency, const QLocale &locale)
{
    constexpr double tiny = 0.001;
    return amount < tiny ? formatValue(amount, {Unit::Currency, currency, 6}, locale)
                         : formatValue(amount, {Unit::Currency, currency}, locale);
}

QString coverageLine(const CostFigures &figures)
{
    if (figures.month.coverage > 0.995) {
        return {};
    }
    return Text::tr("data for %1 of that time")
        .arg(percent(figures.month.coverage, figures.locale));
}

QString machinePrices(const CostPrices &prices, const QLocale &locale)
{
    const auto text = [&](std::optional<double> amount) {
        return amount ? price(*amount, prices.currency, locale) : Text::tr("no price");
    };
    return Text::tr("CPU %1 a core hour, memory %2 a GiB hour, at the larger of request and use.")
        .arg(text(prices.perCpuCoreHour), text(prices.perMemoryGibHour));
}

QString requestPrices(const CostPrices &prices, const QLocale &locale)
{
    QStringList parts;
    for (auto one = prices.perRequest.begin(); one != prices.perRequest.end(); ++one) {
        const QString amount = price(one.value(), prices.currency, locale);
        parts << (one.key() == CostPrices::anyComponent
                      ? Text::tr("%1 each").arg(amount)
                      : Text::tr("%1 %2 each").arg(one.key(), amount));
    }
    return parts.isEmpty() ? Text::tr("Requests have no price in this workspace.")
                           : Text::tr("Requests: %1.").arg(parts.join(Text::tr(", ")));
}

QString tokenPrices(const CostPrices &prices, const PriceTable &tokens, const QLocale &locale)
{
    QStringList parts;
    if (tokens.enteredOn().isValid()) {
        parts << Text::tr("Tokens: %1 (%2); check them against your contract.")
                     .arg(tokens.source(), tokens.enteredOn().toString(Qt::ISODate));
    } else {
        parts << Text::tr("Tokens: %1; check them against your contract.").arg(tokens.source());
    }
    if (tokens.currency() != prices.currency && prices.tokenExchange) {
        parts << Text::tr("%1 is converted at %2, the workspace's rate.")
                     .arg(tokens.currency(), price(*prices.tokenExchange, prices.currency, locale));
    }
    parts << Text::tr("Cached tokens are not charged as input again.");
    return parts.join(u' ');
}

} // namespace

CostFigureBody::Figure rateFigure(const CostFigures &figures)
{
    CostFigureBody::Figure figure;
    const std::optional<double> rate = figures.now.perHour();
    figure.value =
        rate ? formatValue(*rate, {Unit::CurrencyPerHour, figures.currency, 2}, figures.locale)
             : u"–"_s;
    const auto unknown =
        std::count_if(figures.now.rows.begin(), figures.now.rows.end(), [](const CostRow &row) {
            return row.kind != CostRow::Kind::Unpriced && !row.currentPerHour;
        });
    if (rate) {
        figure.lines << Text::tr("%1 a day at this rate").arg(money(*rate * 24, figures));
    }
    if (unknown > 0) {
        figure.lines << Text::tr("without %n row(s) that ended", nullptr,
                                 static_cast<int>(unknown));
    }
    return figure;
}

CostFigureBody::Figure toDateFigure(const CostFigures &figures)
{
    CostFigureBody::Figure figure;
    figure.value = money(figures.month.total(), figures);
    const QDateTime start =
        QDateTime::fromMSecsSinceEpoch(figures.calendarMonth.from, figures.zone);
    figure.lines << Text::tr("since %1, %2")
                        .arg(start.date().toString(Qt::ISODate),
                             QString::fromLatin1(figures.zone.id()));
    figure.lines << coverageLine(figures);
    figure.lines.removeAll(QString{});
    return figure;
}

CostFigureBody::Figure forecastFigure(const CostFigures &figures)
{
    CostFigureBody::Figure figure;
    if (!figures.forecast) {
        figure.value = u"–"_s;
        figure.lines << Text::tr("less than an hour of data so far");
        return figure;
    }
    figure.value = money(*figures.forecast, figures);
    figure.lines << Text::tr("a straight line through the month to date");
    if (!coverageLine(figures).isEmpty()) {
        figure.lines << Text::tr("time without data is taken to cost the same");
    }
    return figure;
}

CostFigureBody::Figure budgetFigure(const CostFigures &figures)
{
    CostFigureBody::Figure figure;
    if (!figures.budget || *figures.budget <= 0) {
        figure.value = u"–"_s;
        figure.lines << Text::tr("the workspace has no budget for a month");
        return figure;
    }
    const double spent = figures.month.total() / *figures.budget;
    figure.value = percent(spent, figures.locale);
    figure.share = spent;
    figure.lines << Text::tr("of %1 a month").arg(money(*figures.budget, figures));
    if (figures.forecast) {
        figure.expected = *figures.forecast / *figures.budget;
        figure.lines << Text::tr("forecast %1").arg(percent(*figure.expected, figures.locale));
    }
    if (spent > 1) {
        figure.tone = Tone::Critical;
    } else if (figure.expected.value_or(0) > 1) {
        figure.tone = Tone::Warning;
    }
    return figure;
}

QString costBasis(const CostPrices &prices, const PriceTable &tokens, const QLocale &locale)
{
    return QStringList{machinePrices(prices, locale), requestPrices(prices, locale),
                       tokenPrices(prices, tokens, locale),
                       Text::tr("Not included: idle nodes, storage, network and taxes.")}
        .join(u' ');
}

void describeCostPanel(Panel *panel, const QString &currency)
{
    const auto set = [panel](const QString &title, const QString &description) {
        panel->title = title;
        panel->description = description;
    };
    panel->unit = {Unit::Currency, currency, 2};
    if (panel->id == "rate"_L1) {
        panel->unit.unit = Unit::CurrencyPerHour;
        set(Text::tr("Cost rate"), Text::tr("What the system costs an hour, now."));
    } else if (panel->id == "to-date"_L1) {
        set(Text::tr("Month to date"), Text::tr("Time without data costs nothing here."));
    } else if (panel->id == "forecast"_L1) {
        set(Text::tr("Forecast to month end"),
            Text::tr("Linear: the month to date, divided by the part of the month that has data."));
    } else if (panel->id == "budget"_L1) {
        set(Text::tr("Budget"), Text::tr("Spent of the month's budget; the mark is the forecast."));
    } else if (panel->id == "breakdown"_L1) {
        panel->kind = PanelKind::Table;
        set(Text::tr("Breakdown"),
            Text::tr("Requests and tokens are divided among the tags of their component's pods."));
    } else if (panel->id == "spent-on"_L1) {
        set(Text::tr("What it is spent on, month to date (%1)").arg(currency), {});
    } else if (panel->id == "trend"_L1) {
        panel->kind = PanelKind::TimeSeries;
        panel->style = DrawStyle::StackedArea;
        panel->min = 0;
        panel->unit.unit = Unit::CurrencyPerHour;
        panel->unit.decimals.reset();
        set(Text::tr("Cost rate over the selected time"), {});
    } else if (panel->id == "tokens"_L1) {
        panel->kind = PanelKind::Table;
        panel->unit = {Unit::Tokens};
        set(Text::tr("Tokens by model, month to date"),
            Text::tr("Input counts what was read from the cache too, if the provider does so."));
    }
}

} // namespace spillway
