// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/unit.h"
#include "metrics/queryspec.h"
#include "metrics/reduction.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace spillway {

enum class PanelKind { TimeSeries, Heatmap, Stat, Gauge, Table, StateTimeline, Text, Matrix };

/// How a time series panel draws its series.
enum class DrawStyle { Line, Area, StackedArea, Band, Points };

enum class Severity { Ok, Warning, Critical };

/// A line and a change of colour at a value.
struct Threshold
{
    double value = 0;
    Severity severity = Severity::Warning;
    QString label;
    friend bool operator==(const Threshold &, const Threshold &) = default;
};

/// A place on the dashboard's grid of 24 columns; a row is about 36 px high.
struct GridRect
{
    int column = 0;
    int row = 0;
    int columns = 8;
    int rows = 7;
    friend bool operator==(const GridRect &, const GridRect &) = default;
};

/// How a number that is one value is drawn from a series.
using Reduce = Reduction;

/// A name for a value of a state timeline or stat: 2 -> "open", critical.
struct ValueName
{
    double value = 0;
    QString text;
    Severity severity = Severity::Ok;
    friend bool operator==(const ValueName &, const ValueName &) = default;
};

/// One column of a matrix: how the values of a query are read. Rows are the names of its series.
struct MatrixColumn
{
    QString query; ///< id of the panel's query
    QString title;
    UnitSpec unit;
    std::vector<Threshold> thresholds;
    QString advice; ///< what helps when a threshold is crossed; a column with advice shows a cause,
                    ///< one without a symptom or a fact
    int rank = 0;   ///< of equally bad causes the one of the lower rank leads: what explains others
    friend bool operator==(const MatrixColumn &, const MatrixColumn &) = default;
};

struct Panel
{
    QString id; ///< unique in the dashboard; kept when the panel is moved or renamed
    QString title;
    QString description;
    PanelKind kind = PanelKind::TimeSeries;
    GridRect rect;
    std::vector<QuerySpec> queries;
    UnitSpec unit;
    DrawStyle style = DrawStyle::Line;
    Reduce reduce = Reduce::Last;
    bool logAxis = false;
    std::optional<double> min; ///< soft bounds of the value axis
    std::optional<double> max;
    int topN = 0; ///< 0 = all; else the N largest over the range and a "rest" series
    bool compareLastWeek = false; ///< overlay the same range seven days before
    std::vector<Threshold> thresholds;
    std::vector<ValueName> valueNames;
    std::vector<MatrixColumn> columns; ///< of a Matrix; none = one a query
    QString text;                      ///< of a Text panel, plain

    friend bool operator==(const Panel &, const Panel &) = default;
};

enum class VariableKind { Custom, LabelValues, Constant };

/// A drop-down above the dashboard; $name in queries is replaced by its value.
struct Variable
{
    QString name;
    QString label;
    VariableKind kind = VariableKind::Custom;
    QStringList values; ///< Custom: the choices; Constant: one
    QString metric;     ///< LabelValues: selector whose series are looked at
    QString labelName;  ///< LabelValues: the label whose values are offered
    bool multi = false;
    bool includeAll = false;
    QString current;

    friend bool operator==(const Variable &, const Variable &) = default;
};

struct Dashboard
{
    QString id;
    QString title;
    QString description;
    std::vector<Variable> variables;
    std::vector<Panel> panels;

    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};

} // namespace spillway
