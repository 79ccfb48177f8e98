// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartoptions.h"
#include "charts/chartseries.h"

#include <QFont>
#include <QRect>

#include <optional>

class QPainter;

namespace spillway {

/// The value of a sample in words, and whether the counter restarted before it.
[[nodiscard]] QString sampleText(const ChartSeries &series, std::size_t sample,
                                 const ChartOptions &options);

/// What the tooltip says at one time. All text is plain.
struct TooltipContent
{
    struct Row
    {
        std::size_t series = 0;
        QString name;
        QString value;
        double number = 0;
        bool nearest = false;
    };
    QString heading;       ///< time and zone, and the second zone if there is one
    std::vector<Row> rows; ///< largest value first, values that are not numbers last
    int more = 0;          ///< rows left out
    /// Of the stacked series shown: each row tells its own value, while its line runs on top of
    /// those below. Empty if nothing is stacked.
    QString total;
};

struct TooltipRequest
{
    EpochMs time = 0;
    EpochMs step = 0; ///< samples further away than one step are not told
    TimeRange range;
    int maxRows = 12;
    std::optional<std::size_t> nearest{}; ///< series to highlight; never left out
};

[[nodiscard]] TooltipContent tooltipContent(const ChartSeriesList &series,
                                            const std::vector<bool> &visible,
                                            const TooltipRequest &request,
                                            const ChartOptions &options);

/// Size of the box, and the box itself.
[[nodiscard]] QSize tooltipSize(const TooltipContent &content, const QFont &font);
void paintTooltip(QPainter *painter, const QRect &box, const TooltipContent &content,
                  const ChartSeriesList &series, const ChartPalette &palette, const QFont &font);

/// A piece of a line with a series' colour, dash and marker, centred in a box: for tooltip and
/// legend.
void paintSwatch(QPainter *painter, const QRectF &box, const SeriesLook &look, bool overlay);

} // namespace spillway
