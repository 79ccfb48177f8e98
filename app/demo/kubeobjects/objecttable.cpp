// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/objecttable.h"

#include "kubeobjects/jsontools.h"
#include "kubeobjects/tablecells.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

const QJsonObject &shippedColumns()
{
    static const QJsonObject columns = [] {
        QFile file(u":/kube/columns.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }();
    return columns;
}

QJsonArray customColumns(const ResourceType &type, const QString &version)
{
    for (const QJsonValue candidate : type.crd["spec"_L1]["versions"_L1].toArray()) {
        if (candidate["name"_L1].toString() == version) {
            return candidate["additionalPrinterColumns"_L1].toArray();
        }
    }
    return {};
}

QJsonObject nameColumn()
{
    return shippedColumns()[QString()].toArray().at(0).toObject();
}

/// The values of a JSONPath as printer columns use it: names, and one filter on a list.
QJsonValue atJsonPath(const QJsonValue &root, const QString &path)
{
    static const QRegularExpression part(
        u"\\.([A-Za-z0-9_-]+)|\\[\\?\\(@\\.(\\w+)==\"([^\"]*)\"\\)\\]"_s);
    QJsonValue value = root;
    for (auto it = part.globalMatch(path); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (!match.captured(1).isEmpty()) {
            value = value[match.captured(1)];
            continue;
        }
        QJsonValue found{QJsonValue::Undefined};
        for (const QJsonValue item : value.toArray()) {
            if (found.isUndefined() && item[match.captured(2)].toString() == match.captured(3)) {
                found = item;
            }
        }
        value = found;
    }
    return value;
}

QJsonValue customCell(const QJsonObject &column, const QJsonObject &object, const QDateTime &now)
{
    const QJsonValue value = atJsonPath(object, column["jsonPath"_L1].toString());
    if (value.isUndefined() || value.isNull()) {
        return QJsonValue::Null;
    }
    if (column["type"_L1].toString() == "date"_L1) {
        return ageSince(value.toString(), now);
    }
    return value.isObject() || value.isArray() ? QJsonValue(goJson(value)) : value;
}

} // namespace

QJsonArray tableColumns(const ResourceType &type, const QString &version)
{
    if (!type.custom) {
        const QJsonObject &shipped = shippedColumns();
        return shipped.contains(type.kind) ? shipped[type.kind].toArray()
                                           : shipped[QString()].toArray();
    }
    QJsonArray columns{nameColumn()};
    const QJsonArray written = customColumns(type, version);
    for (const QJsonValue value : written) {
        const QString path = value["jsonPath"_L1].toString();
        columns.append(
            QJsonObject{{"name"_L1, value["name"_L1]},
                        {"type"_L1, value["type"_L1]},
                        {"format"_L1, value["format"_L1].toString()},
                        {"description"_L1,
                         value["description"_L1].toString(
                             u"Custom resource definition column (in JSONPath format): "_s + path)},
                        {"priority"_L1, value["priority"_L1].toInt()}});
    }
    if (written.isEmpty()) {
        QJsonObject age = shippedColumns()[QString()].toArray().at(1).toObject();
        age["type"_L1] = "date"_L1;
        columns.append(age);
    }
    return columns;
}

QJsonArray tableCells(const ResourceType &type, const QJsonObject &stored, const QString &version,
                      const QDateTime &now)
{
    if (!type.custom) {
        return builtInCells(type.kind, stored, now);
    }
    QJsonArray cells{textAt(stored, {u"metadata"_s, u"name"_s})};
    const QJsonArray columns = customColumns(type, version);
    for (const QJsonValue column : columns) {
        cells.append(customCell(column.toObject(), stored, now));
    }
    if (columns.isEmpty()) {
        cells.append(ageSince(textAt(stored, {u"metadata"_s, u"creationTimestamp"_s}), now));
    }
    return cells;
}

} // namespace spillway::demo
