// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/accept.h"

#include <QList>
#include <QMap>

#include <algorithm>

namespace spillway::demo {

namespace {

struct Entry
{
    QByteArray type;
    QMap<QByteArray, QByteArray> parameters;
    double quality = 1;
};

QList<Entry> entriesOf(const QByteArray &accept)
{
    QList<Entry> entries;
    for (const QByteArray &text : accept.split(',')) {
        const QList<QByteArray> parts = text.split(';');
        Entry entry;
        entry.type = parts.value(0).trimmed().toLower();
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const QByteArray part = parts.at(i).trimmed();
            const qsizetype equals = part.indexOf('=');
            if (equals > 0) {
                entry.parameters.insert(part.left(equals), part.mid(equals + 1));
            }
        }
        if (entry.parameters.contains("q")) {
            entry.quality = entry.parameters.value("q").toDouble();
        }
        if (!entry.type.isEmpty()) {
            entries.append(entry);
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.quality > b.quality; });
    return entries;
}

std::optional<AcceptedForm::Shape> shapeOf(const Entry &entry, const AcceptRules &rules)
{
    using Shape = AcceptedForm::Shape;
    const QByteArray as = entry.parameters.value("as");
    const QByteArray group = entry.parameters.value("g");
    const QByteArray version = entry.parameters.value("v");
    if (as.isEmpty()) {
        return Shape::Object;
    }
    if (group == "apidiscovery.k8s.io") {
        const bool served = rules.discovery && as == "APIGroupDiscoveryList" && version == "v2";
        return served ? std::optional(Shape::Discovery) : std::nullopt;
    }
    if (!rules.shapes || group != "meta.k8s.io" || (version != "v1" && version != "v1beta1")) {
        return std::nullopt;
    }
    if (as == "Table") {
        return Shape::Table;
    }
    if (as == "PartialObjectMetadata") {
        return Shape::PartialMetadata;
    }
    return as == "PartialObjectMetadataList" ? std::optional(Shape::PartialMetadataList)
                                             : std::nullopt;
}

bool isJson(const QByteArray &type)
{
    return type == "application/json" || type == "*/*" || type == "application/*";
}

} // namespace

std::optional<AcceptedForm> chooseForm(const QByteArray &accept, const AcceptRules &rules)
{
    const QList<Entry> entries = entriesOf(accept);
    if (entries.isEmpty()) {
        return AcceptedForm();
    }
    for (const Entry &entry : entries) {
        const bool yaml = rules.yaml && entry.type == "application/yaml";
        const std::optional<AcceptedForm::Shape> shape = shapeOf(entry, rules);
        if ((yaml || isJson(entry.type)) && shape) {
            return AcceptedForm{yaml ? AcceptedForm::Encoding::Yaml : AcceptedForm::Encoding::Json,
                                *shape, false};
        }
    }
    return std::nullopt;
}

bool namesServedType(const QByteArray &accept)
{
    const QList<Entry> entries = entriesOf(accept);
    return std::any_of(entries.begin(), entries.end(), [](const Entry &entry) {
        return isJson(entry.type) || entry.type == "application/yaml" ||
               entry.type == "application/vnd.kubernetes.protobuf";
    });
}

} // namespace spillway::demo
