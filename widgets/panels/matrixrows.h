// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelvalues.h"

#include <QMap>

namespace spillway {

/// What a matrix knows of one component: a value a column, none where its query has no such series.
struct MatrixRow
{
    QString name;
    std::vector<std::optional<PanelValue>> cells;
    Tone tone = Tone::Neutral; ///< of the worst cell
};

/// The columns as drawn: those of the panel, or one for each query.
[[nodiscard]] std::vector<MatrixColumn> matrixColumns(const Panel &panel);

/// Rows in the order in which their names first come, column by column. Series of one component
/// may have different names: `names` says whose they are.
[[nodiscard]] std::vector<MatrixRow> matrixRows(const Panel &panel, const PanelSnapshot &snapshot,
                                                const QLocale &locale,
                                                const QMap<QString, QString> &names = {});

/// The headline: where to look first, and what helps there. The worst cell leads; of equals one
/// with advice (a cause), of these the lowest rank, then one of an earlier column.
struct MatrixVerdict
{
    Tone tone = Tone::Neutral;
    QString headline; ///< plain text, one line
    QString advice;   ///< of the leading cell's column; may be empty
    int others = 0;   ///< further cells over a threshold
    std::size_t row = 0;
    std::size_t column = 0; ///< of the leading cell, if tone is Warning or Critical
};

/// What is not known to be so now (kept data, no answer) is never called well.
[[nodiscard]] MatrixVerdict matrixVerdict(const std::vector<MatrixColumn> &columns,
                                          const std::vector<MatrixRow> &rows, PanelState state);

/// A change as it fits under a value: "+12 %", "×50", "new"; empty if it says nothing.
[[nodiscard]] QString shortChange(Change change, const QLocale &locale);

} // namespace spillway
