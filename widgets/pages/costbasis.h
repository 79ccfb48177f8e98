// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/costbodies.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace spillway {

struct Panel;

/// What the four figures of a cost page say.
struct CostFigures
{
    const CostReport &now;
    const CostReport &month;
    TimeRange calendarMonth;
    QTimeZone zone;
    std::optional<double> forecast;
    std::optional<double> budget;
    QString currency;
    QLocale locale;
};
[[nodiscard]] CostFigureBody::Figure rateFigure(const CostFigures &figures);
[[nodiscard]] CostFigureBody::Figure toDateFigure(const CostFigures &figures);
/// A straight line, and says so.
[[nodiscard]] CostFigureBody::Figure forecastFigure(const CostFigures &figures);
/// Warning if the forecast is over the budget, critical if what was spent is.
[[nodiscard]] CostFigureBody::Figure budgetFigure(const CostFigures &figures);

/// What is charged at which prices, from where they are, and what is not included.
[[nodiscard]] QString costBasis(const CostPrices &prices, const PriceTable &tokens,
                                const QLocale &locale);

/// Title, description and unit of a panel of the cost page, by its id, translated.
void describeCostPanel(Panel *panel, const QString &currency);

} // namespace spillway
