// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardmigration.h"

#include "dashboards/dashboardreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DashboardReader)
};

YamlEntry *findEntry(YamlValue &map, QLatin1String key)
{
    const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                    [key](const YamlEntry &entry) { return entry.key == key; });
    return found == map.entries.end() ? nullptr : &*found;
}

std::optional<YamlEntry> takeEntry(YamlValue &map, QLatin1String key)
{
    YamlEntry *entry = findEntry(map, key);
    if (entry == nullptr) {
        return std::nullopt;
    }
    YamlEntry taken = std::move(*entry);
    map.entries.erase(map.entries.begin() + (entry - map.entries.data()));
    return taken;
}

/// A value that takes the place of `like`, so that problems still point into the user's file.
YamlValue valueLike(const YamlValue &like, YamlValue::Kind kind)
{
    YamlValue value;
    value.kind = kind;
    value.line = like.line;
    value.column = like.column;
    return value;
}

void addEntry(YamlValue &map, const QString &key, YamlValue value)
{
    YamlEntry entry;
    entry.key = key;
    entry.line = value.line;
    entry.column = value.column;
    entry.value = std::move(value);
    map.entries.push_back(std::move(entry));
}

void moveInto(YamlValue &panel, QLatin1String from, YamlValue &target, const QString &to)
{
    if (std::optional<YamlEntry> entry = takeEntry(panel, from)) {
        addEntry(target, to, std::move(entry->value));
    }
}

void migrateThreshold(YamlValue &panel, QLatin1String severity, YamlValue &list)
{
    std::optional<YamlEntry> entry = takeEntry(panel, severity);
    if (!entry) {
        return;
    }
    YamlValue item = valueLike(entry->value, YamlValue::Kind::Map);
    YamlValue name = valueLike(entry->value, YamlValue::Kind::Scalar);
    name.text = severity;
    addEntry(item, u"value"_s, std::move(entry->value));
    addEntry(item, u"severity"_s, std::move(name));
    list.items.push_back(std::move(item));
}

void migratePanelFrom0(YamlValue &panel)
{
    if (panel.kind != YamlValue::Kind::Map) {
        return;
    }
    if (YamlEntry *type = findEntry(panel, "type"_L1)) {
        type->key = u"kind"_s;
    }
    if (findEntry(panel, "query"_L1) != nullptr) {
        YamlValue query = valueLike(panel, YamlValue::Kind::Map);
        moveInto(panel, "query"_L1, query, u"expr"_s);
        moveInto(panel, "legend"_L1, query, u"legend"_s);
        YamlValue list = valueLike(panel, YamlValue::Kind::List);
        list.items.push_back(std::move(query));
        addEntry(panel, u"queries"_s, std::move(list));
    }
    YamlValue thresholds = valueLike(panel, YamlValue::Kind::List);
    migrateThreshold(panel, "warning"_L1, thresholds);
    migrateThreshold(panel, "critical"_L1, thresholds);
    if (!thresholds.items.empty()) {
        addEntry(panel, u"thresholds"_s, std::move(thresholds));
    }
    YamlValue place = valueLike(panel, YamlValue::Kind::Map);
    moveInto(panel, "x"_L1, place, u"column"_s);
    moveInto(panel, "y"_L1, place, u"row"_s);
    moveInto(panel, "width"_L1, place, u"columns"_s);
    moveInto(panel, "height"_L1, place, u"rows"_s);
    addEntry(panel, u"place"_s, std::move(place));
}

} // namespace

Result<int> dashboardFormatVersionOf(const YamlDocument &document)
{
    YamlProblems problems;
    const YamlField root(document, problems);
    if (root.value().kind != YamlValue::Kind::Map) {
        return dashboardFormatVersion; // the reader says what is wrong
    }
    YamlMap map(root);
    const std::optional<YamlField> field = map.find("formatVersion"_L1);
    if (!field) {
        return dashboardFormatVersion;
    }
    problems.clear();
    const std::optional<qint64> version = field->toInt(0);
    if (!version) {
        return problems.front();
    }
    if (*version > dashboardFormatVersion) {
        Error error;
        error.code = ErrorCode::UnsupportedVersion;
        error.what = Text::tr("The dashboard is of a newer version of Spillway");
        error.where = document.file();
        error.why = Text::tr("its format is version %1, this program knows versions up to %2")
                        .arg(*version)
                        .arg(dashboardFormatVersion);
        error.advice = Text::tr("Update Spillway. The file was not changed.");
        error.position = field->position();
        return error;
    }
    return static_cast<int>(*version);
}

YamlDocument migrateDashboard(YamlDocument document, int fromVersion)
{
    if (fromVersion == 0) {
        document.edit([](YamlValue &root) {
            YamlEntry *spec = findEntry(root, "spec"_L1);
            YamlEntry *panels = spec == nullptr ? nullptr : findEntry(spec->value, "panels"_L1);
            if (panels != nullptr) {
                std::for_each(panels->value.items.begin(), panels->value.items.end(),
                              migratePanelFrom0);
            }
        });
    }
    return document;
}

} // namespace spillway
