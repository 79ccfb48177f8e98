// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardwriter.h"

#include "core/duration.h"
#include "core/yamlwriter.h"
#include "dashboards/dashboardreader.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

void optionalText(YamlWriter &out, QLatin1String key, const QString &value)
{
    if (!value.isEmpty()) {
        out.text(key, value);
    }
}

void optionalTrue(YamlWriter &out, QLatin1String key, bool value)
{
    if (value) {
        out.boolean(key, true);
    }
}

template<typename Enum>
QString nameOf(std::span<const QLatin1String> names, Enum value)
{
    return QString{names[static_cast<std::size_t>(value)]};
}

void writeQueries(YamlWriter &out, const std::vector<QuerySpec> &queries)
{
    if (queries.empty()) {
        return;
    }
    out.openList("queries"_L1);
    for (const QuerySpec &query : queries) {
        out.openItem();
        out.text("id"_L1, query.id);
        out.text("expr"_L1, query.expr);
        optionalText(out, "legend"_L1, query.legend);
        optionalTrue(out, "instant"_L1, query.instant);
        if (query.offset.count() != 0) {
            out.text("offset"_L1, formatDuration(query.offset));
        }
        out.close();
    }
    out.close();
}

void writeThresholds(YamlWriter &out, const std::vector<Threshold> &thresholds)
{
    if (thresholds.empty()) {
        return;
    }
    out.openList("thresholds"_L1);
    for (const Threshold &threshold : thresholds) {
        out.openItem();
        out.number("value"_L1, threshold.value);
        out.text("severity"_L1, nameOf(dashboardnames::severities(), threshold.severity));
        optionalText(out, "label"_L1, threshold.label);
        out.close();
    }
    out.close();
}

void writeValueNames(YamlWriter &out, const std::vector<ValueName> &names)
{
    if (names.empty()) {
        return;
    }
    out.openList("valueNames"_L1);
    for (const ValueName &name : names) {
        out.openItem();
        out.number("value"_L1, name.value);
        out.text("text"_L1, name.text);
        out.text("severity"_L1, nameOf(dashboardnames::severities(), name.severity));
        out.close();
    }
    out.close();
}

void writePlace(YamlWriter &out, GridRect rect)
{
    out.openMap("place"_L1);
    out.integer("column"_L1, rect.column);
    out.integer("row"_L1, rect.row);
    out.integer("columns"_L1, rect.columns);
    out.integer("rows"_L1, rect.rows);
    out.close();
}

void writeUnit(YamlWriter &out, const UnitSpec &unit)
{
    if (unit.unit != Unit::None) {
        out.text("unit"_L1, QString{unitName(unit.unit)});
    }
    optionalText(out, "currency"_L1, unit.currency);
    if (unit.decimals) {
        out.integer("decimals"_L1, *unit.decimals);
    }
}

void writeColumns(YamlWriter &out, const std::vector<MatrixColumn> &columns)
{
    if (columns.empty()) {
        return;
    }
    out.openList("columns"_L1);
    for (const MatrixColumn &column : columns) {
        out.openItem();
        out.text("query"_L1, column.query);
        optionalText(out, "title"_L1, column.title);
        writeUnit(out, column.unit);
        optionalText(out, "advice"_L1, column.advice);
        if (column.rank != 0) {
            out.integer("rank"_L1, column.rank);
        }
        writeThresholds(out, column.thresholds);
        out.close();
    }
    out.close();
}

void writePanel(YamlWriter &out, const Panel &panel)
{
    out.openItem();
    out.text("id"_L1, panel.id);
    optionalText(out, "title"_L1, panel.title);
    optionalText(out, "description"_L1, panel.description);
    out.text("kind"_L1, nameOf(dashboardnames::panelKinds(), panel.kind));
    writePlace(out, panel.rect);
    writeUnit(out, panel.unit);
    if (panel.style != DrawStyle::Line) {
        out.text("style"_L1, nameOf(dashboardnames::drawStyles(), panel.style));
    }
    if (panel.reduce != Reduce::Last) {
        out.text("reduce"_L1, nameOf(dashboardnames::reductions(), panel.reduce));
    }
    optionalTrue(out, "logAxis"_L1, panel.logAxis);
    if (panel.min) {
        out.number("min"_L1, *panel.min);
    }
    if (panel.max) {
        out.number("max"_L1, *panel.max);
    }
    if (panel.topN > 0) {
        out.integer("topN"_L1, panel.topN);
    }
    optionalTrue(out, "compareLastWeek"_L1, panel.compareLastWeek);
    optionalText(out, "text"_L1, panel.text);
    writeQueries(out, panel.queries);
    writeThresholds(out, panel.thresholds);
    writeValueNames(out, panel.valueNames);
    writeColumns(out, panel.columns);
    out.close();
}

void writeVariable(YamlWriter &out, const Variable &variable)
{
    out.openItem();
    out.text("name"_L1, variable.name);
    optionalText(out, "label"_L1, variable.label);
    out.text("kind"_L1, nameOf(dashboardnames::variableKinds(), variable.kind));
    if (!variable.values.isEmpty()) {
        out.texts("values"_L1, variable.values);
    }
    optionalText(out, "metric"_L1, variable.metric);
    optionalText(out, "labelName"_L1, variable.labelName);
    optionalTrue(out, "multi"_L1, variable.multi);
    optionalTrue(out, "includeAll"_L1, variable.includeAll);
    optionalText(out, "current"_L1, variable.current);
    out.close();
}

} // namespace

QByteArray writeDashboard(const Dashboard &dashboard)
{
    YamlWriter out;
    out.text("apiVersion"_L1, u"spillway.dev/v1"_s);
    out.text("kind"_L1, u"Dashboard"_s);
    out.integer("formatVersion"_L1, dashboardFormatVersion);
    out.openMap("metadata"_L1);
    out.text("id"_L1, dashboard.id);
    out.text("title"_L1, dashboard.title);
    optionalText(out, "description"_L1, dashboard.description);
    out.close();
    out.openMap("spec"_L1);
    if (!dashboard.variables.empty()) {
        out.openList("variables"_L1);
        for (const Variable &variable : dashboard.variables) {
            writeVariable(out, variable);
        }
        out.close();
    }
    out.openList("panels"_L1);
    for (const Panel &panel : dashboard.panels) {
        writePanel(out, panel);
    }
    out.close();
    out.close();
    return out.bytes();
}

} // namespace spillway
