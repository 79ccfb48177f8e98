// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardreader.h"

#include "core/yamldocument.h"
#include "dashboards/dashboardmigration.h"
#include "dashboards/gridlayout.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DashboardReader)
};

template<typename Enum>
Enum choice(YamlMap &map, QLatin1String key, std::span<const QLatin1String> names, Enum fallback)
{
    const std::optional<YamlField> field = map.find(key);
    if (!field) {
        return fallback;
    }
    const std::optional<std::size_t> index = field->toChoice(names);
    return index ? static_cast<Enum>(*index) : fallback;
}

int integer(YamlMap &map, QLatin1String key, int fallback, int min, int max)
{
    const std::optional<YamlField> field = map.find(key);
    return field ? static_cast<int>(field->toInt(min, max).value_or(fallback)) : fallback;
}

std::optional<double> optionalNumber(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = map.find(key);
    return field ? field->toDouble() : std::nullopt;
}

GridRect readPlace(const YamlField &field)
{
    YamlMap map = field.toMap();
    GridRect rect;
    rect.column = integer(map, "column"_L1, rect.column, 0, gridColumns - 1);
    rect.row = integer(map, "row"_L1, rect.row, 0, gridMaxRow);
    rect.columns = integer(map, "columns"_L1, rect.columns, 1, gridColumns);
    rect.rows = integer(map, "rows"_L1, rect.rows, 1, gridMaxRows);
    map.finish();
    if (rect.column + rect.columns > gridColumns) {
        field.fail(Text::tr("the panel ends at column %1, the grid has %2 columns")
                       .arg(rect.column + rect.columns)
                       .arg(gridColumns));
    }
    return rect;
}

QuerySpec readQuery(const YamlField &field, std::size_t index)
{
    YamlMap map = field.toMap();
    QuerySpec query;
    query.id = map.string("id"_L1, QString{QChar(u'A' + static_cast<int>(index % 26))});
    query.expr = map.requiredString("expr"_L1);
    query.legend = map.string("legend"_L1);
    query.instant = map.boolean("instant"_L1, false);
    if (const auto offset = map.find("offset"_L1)) {
        query.offset = offset->toDuration().value_or(std::chrono::milliseconds{0});
    }
    map.finish();
    return query;
}

Threshold readThreshold(const YamlField &field)
{
    YamlMap map = field.toMap();
    Threshold threshold;
    if (const auto value = map.require("value"_L1)) {
        threshold.value = value->toDouble().value_or(0);
    }
    threshold.severity =
        choice(map, "severity"_L1, dashboardnames::severities(), threshold.severity);
    threshold.label = map.string("label"_L1);
    map.finish();
    return threshold;
}

ValueName readValueName(const YamlField &field)
{
    YamlMap map = field.toMap();
    ValueName name;
    if (const auto value = map.require("value"_L1)) {
        name.value = value->toDouble().value_or(0);
    }
    name.text = map.requiredString("text"_L1);
    name.severity = choice(map, "severity"_L1, dashboardnames::severities(), name.severity);
    map.finish();
    return name;
}

QStringList unitNames()
{
    QStringList names;
    names.reserve(static_cast<int>(Unit::Boolean) + 1);
    for (int unit = 0; unit <= static_cast<int>(Unit::Boolean); ++unit) {
        names << QString{unitName(static_cast<Unit>(unit))};
    }
    return names;
}

UnitSpec readUnit(YamlMap &map)
{
    UnitSpec unit;
    if (const auto field = map.find("unit"_L1)) {
        const QString name = field->toString().value_or(QString{unitName(Unit::None)});
        if (const std::optional<Unit> known = unitFromName(name)) {
            unit.unit = *known;
        } else {
            const QString nearest = nearestName(name, unitNames());
            field->fail(Text::tr("“%1” is not a unit").arg(name),
                        nearest.isEmpty()
                            ? Text::tr("Known units: %1.").arg(unitNames().join(u", "_s))
                            : Text::tr("Did you mean “%1”?").arg(nearest));
        }
    }
    unit.currency = map.string("currency"_L1);
    if (const auto decimals = map.find("decimals"_L1)) {
        if (const auto count = decimals->toInt(0, 12)) {
            unit.decimals = static_cast<int>(*count);
        }
    }
    return unit;
}

MatrixColumn readColumn(const YamlField &field, const QSet<QString> &queryIds)
{
    YamlMap map = field.toMap();
    MatrixColumn column;
    if (const auto query = map.require("query"_L1)) {
        column.query = query->toString().value_or(QString{});
        if (!queryIds.contains(column.query)) {
            query->fail(Text::tr("the panel has no query “%1”").arg(column.query));
        }
    }
    column.title = map.string("title"_L1);
    column.unit = readUnit(map);
    column.advice = map.string("advice"_L1);
    if (const auto rank = map.find("rank"_L1)) {
        constexpr int highest = 99;
        column.rank = static_cast<int>(rank->toInt(0, highest).value_or(0));
    }
    for (const YamlField &threshold : map.list("thresholds"_L1)) {
        column.thresholds.push_back(readThreshold(threshold));
    }
    map.finish();
    return column;
}

void readPanelLists(YamlMap &map, Panel &panel)
{
    QSet<QString> ids;
    for (const YamlField &field : map.list("queries"_L1)) {
        panel.queries.push_back(readQuery(field, panel.queries.size()));
        if (ids.contains(panel.queries.back().id)) {
            field.fail(
                Text::tr("two queries of the panel have the id “%1”").arg(panel.queries.back().id));
        }
        ids.insert(panel.queries.back().id);
    }
    for (const YamlField &field : map.list("thresholds"_L1)) {
        panel.thresholds.push_back(readThreshold(field));
    }
    for (const YamlField &field : map.list("valueNames"_L1)) {
        panel.valueNames.push_back(readValueName(field));
    }
    for (const YamlField &field : map.list("columns"_L1)) {
        panel.columns.push_back(readColumn(field, ids));
    }
}

Panel readPanel(const YamlField &field)
{
    YamlMap map = field.toMap();
    Panel panel;
    panel.id = map.requiredString("id"_L1);
    panel.title = map.string("title"_L1);
    panel.description = map.string("description"_L1);
    panel.kind = choice(map, "kind"_L1, dashboardnames::panelKinds(), panel.kind);
    if (const auto place = map.require("place"_L1)) {
        panel.rect = readPlace(*place);
    }
    panel.unit = readUnit(map);
    panel.style = choice(map, "style"_L1, dashboardnames::drawStyles(), panel.style);
    panel.reduce = choice(map, "reduce"_L1, dashboardnames::reductions(), panel.reduce);
    panel.logAxis = map.boolean("logAxis"_L1, false);
    panel.min = optionalNumber(map, "min"_L1);
    panel.max = optionalNumber(map, "max"_L1);
    if (panel.min && panel.max && *panel.min >= *panel.max) {
        field.fail(Text::tr("min must be less than max"));
    }
    panel.topN = integer(map, "topN"_L1, 0, 0, 1000);
    panel.compareLastWeek = map.boolean("compareLastWeek"_L1, false);
    panel.text = map.string("text"_L1);
    readPanelLists(map, panel);
    map.finish();
    if (panel.kind != PanelKind::Text && panel.queries.empty() &&
        field.value().kind == YamlValue::Kind::Map) {
        field.fail(Text::tr("the panel has no queries"));
    }
    return panel;
}

bool isVariableName(const QString &name)
{
    const auto word = [](QChar c) {
        return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
    };
    return !name.isEmpty() && !name.front().isDigit() && !name.startsWith("__"_L1) &&
           std::all_of(name.begin(), name.end(), word);
}

Variable readVariable(const YamlField &field)
{
    YamlMap map = field.toMap();
    Variable variable;
    if (const auto name = map.require("name"_L1)) {
        variable.name = name->toString().value_or(QString{});
        if (!isVariableName(variable.name)) {
            name->fail(Text::tr("“%1” is not a name of a variable").arg(variable.name),
                       Text::tr("Use letters, digits and _, not starting with a digit or __."));
        }
    }
    variable.label = map.string("label"_L1);
    variable.kind = choice(map, "kind"_L1, dashboardnames::variableKinds(), variable.kind);
    if (const auto values = map.find("values"_L1)) {
        variable.values = values->toStringList();
    }
    variable.metric = map.string("metric"_L1);
    variable.labelName = map.string("labelName"_L1);
    variable.multi = map.boolean("multi"_L1, false);
    variable.includeAll = map.boolean("includeAll"_L1, false);
    variable.current = map.string("current"_L1);
    map.finish();
    return variable;
}

/// Reads one item; keeps it only if that brought no new problem and its name is new.
template<typename Item, typename Read>
void readItems(YamlMap &spec, QLatin1String key, YamlProblems &problems, QString Item::*name,
               std::vector<Item> &items, Read read)
{
    for (const YamlField &field : spec.list(key)) {
        const std::size_t before = problems.size();
        Item item = read(field);
        const bool repeated = std::any_of(items.begin(), items.end(), [&](const Item &other) {
            return other.*name == item.*name;
        });
        if (repeated) {
            field.fail(Text::tr("“%1” is used twice").arg(item.*name),
                       Text::tr("Give each a name of its own."));
        }
        if (problems.size() == before) {
            items.push_back(std::move(item));
        }
    }
}

void readHead(YamlMap &map, DashboardReading &reading)
{
    if (const auto version = map.require("apiVersion"_L1)) {
        if (version->toString().value_or(QString{}) != u"spillway.dev/v1") {
            version->fail(Text::tr("“spillway.dev/v1” is expected"));
        }
    }
    if (const auto kind = map.require("kind"_L1)) {
        if (kind->toString().value_or(QString{}) != u"Dashboard") {
            kind->fail(Text::tr("“Dashboard” is expected"));
        }
    }
    static_cast<void>(map.find("formatVersion"_L1)); // judged by formatVersionOf()
    if (const auto field = map.require("metadata"_L1)) {
        YamlMap metadata = field->toMap();
        reading.dashboard.id = metadata.requiredString("id"_L1);
        reading.dashboard.title = metadata.string("title"_L1, reading.dashboard.id);
        reading.dashboard.description = metadata.string("description"_L1);
        metadata.finish();
    }
}

} // namespace

DashboardReading readDashboard(QByteArrayView bytes, const QString &file)
{
    DashboardReading reading;
    Result<YamlDocument> parsed = YamlDocument::parse(bytes, file);
    if (!parsed) {
        reading.problems.push_back(parsed.error());
        return reading;
    }
    const Result<int> version = dashboardFormatVersionOf(*parsed);
    if (!version) {
        reading.problems.push_back(version.error());
        return reading;
    }
    reading.formatVersion = *version;
    const YamlDocument document = migrateDashboard(*std::move(parsed), *version);
    YamlMap map = YamlField(document, reading.problems).toMap();
    readHead(map, reading);
    if (const auto field = map.require("spec"_L1)) {
        YamlMap spec = field->toMap();
        reading.usable = field->value().kind == YamlValue::Kind::Map;
        readItems(spec, "variables"_L1, reading.problems, &Variable::name,
                  reading.dashboard.variables, readVariable);
        readItems(spec, "panels"_L1, reading.problems, &Panel::id, reading.dashboard.panels,
                  readPanel);
        spec.finish();
    }
    map.finish();
    return reading;
}

namespace dashboardnames {

std::span<const QLatin1String> panelKinds()
{
    static constexpr std::array names{"time-series"_L1, "heatmap"_L1, "stat"_L1,
                                      "gauge"_L1,       "table"_L1,   "state-timeline"_L1,
                                      "text"_L1,        "matrix"_L1};
    return names;
}

std::span<const QLatin1String> drawStyles()
{
    static constexpr std::array names{"line"_L1, "area"_L1, "stacked-area"_L1, "band"_L1,
                                      "points"_L1};
    return names;
}

std::span<const QLatin1String> severities()
{
    static constexpr std::array names{"ok"_L1, "warning"_L1, "critical"_L1};
    return names;
}

std::span<const QLatin1String> reductions()
{
    static constexpr std::array names{"last"_L1, "mean"_L1, "max"_L1, "min"_L1, "sum"_L1};
    return names;
}

std::span<const QLatin1String> variableKinds()
{
    static constexpr std::array names{"custom"_L1, "label-values"_L1, "constant"_L1};
    return names;
}

} // namespace dashboardnames

} // namespace spillway
