// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/presenter.h"

#include "kubeobjects/objectengine.h"
#include "kubeobjects/objecttable.h"
#include "kubeserver/yamltext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;
using Shape = AcceptedForm::Shape;

QJsonObject Presentation::partial(const QJsonObject &stored) const
{
    return {{u"kind"_s, u"PartialObjectMetadata"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, stored["metadata"_L1]}};
}

QJsonObject Presentation::table(const QList<QJsonObject> &stored, const QJsonObject &metadata,
                                bool withColumns) const
{
    QJsonArray rows;
    for (const QJsonObject &object : stored) {
        QJsonValue shown = partial(object);
        if (includeObject == "None"_L1) {
            shown = QJsonValue();
        } else if (includeObject == "Object"_L1) {
            shown = presentObject(*type, object, version);
        }
        rows.append(QJsonObject{{u"cells"_s, tableCells(*type, object, version, now)},
                                {u"object"_s, shown}});
    }
    return {{u"kind"_s, u"Table"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, metadata},
            {u"columnDefinitions"_s,
             withColumns ? QJsonValue(tableColumns(*type, version)) : QJsonValue()},
            {u"rows"_s, rows}};
}

QJsonObject Presentation::single(const QJsonObject &stored) const
{
    switch (shape) {
    case Shape::PartialMetadata:
        return partial(stored);
    case Shape::Table:
        return table({stored},
                     {{u"resourceVersion"_s, stored["metadata"_L1]["resourceVersion"_L1]}}, true);
    default:
        return presentObject(*type, stored, version);
    }
}

QJsonObject Presentation::event(const QJsonObject &stored, bool first) const
{
    if (shape == Shape::Table) {
        return table({stored},
                     {{u"resourceVersion"_s, stored["metadata"_L1]["resourceVersion"_L1]}}, first);
    }
    return single(stored);
}

QJsonObject Presentation::list(const QList<QJsonObject> &stored, const ListFacts &facts) const
{
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(facts.revision)}};
    if (!facts.continueToken.isEmpty() || (type->custom && shape == Shape::Object)) {
        metadata.insert(u"continue"_s, facts.continueToken);
    }
    if (facts.remaining >= 0) {
        metadata.insert(u"remainingItemCount"_s, facts.remaining);
    }
    if (shape == Shape::Table) {
        return table(stored, metadata, true);
    }
    const bool partials = shape == Shape::PartialMetadataList;
    QJsonArray items;
    for (const QJsonObject &object : stored) {
        QJsonObject item = partials ? partial(object) : presentObject(*type, object, version);
        if (!partials && !type->custom) {
            item.remove("kind"_L1);
            item.remove("apiVersion"_L1);
        }
        items.append(item);
    }
    return {{u"kind"_s, partials ? u"PartialObjectMetadataList"_s : type->listKind},
            {u"apiVersion"_s, partials ? u"meta.k8s.io/v1"_s : type->apiVersion(version)},
            {u"metadata"_s, metadata},
            {u"items"_s, items}};
}

QJsonObject Presentation::bookmark(quint64 revision, bool initialEnd) const
{
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(revision)}};
    if (initialEnd) {
        metadata.insert(u"annotations"_s, QJsonObject{{u"k8s.io/initial-events-end"_s, u"true"_s}});
    }
    const QJsonObject bare{{u"kind"_s, type->kind},
                           {u"apiVersion"_s, type->apiVersion(type->storageVersion)},
                           {u"metadata"_s, metadata}};
    if (shape == Shape::PartialMetadata) {
        return partial(bare);
    }
    if (shape == Shape::Table) {
        return table({bare}, {{u"resourceVersion"_s, metadata["resourceVersion"_L1]}}, false);
    }
    return presentObject(*type, bare, version);
}

QByteArray encodeDocument(const QJsonObject &document, const AcceptedForm &form)
{
    if (form.encoding == AcceptedForm::Encoding::Yaml) {
        return yamlText(document).toUtf8();
    }
    if (form.pretty) {
        return QJsonDocument(document).toJson(QJsonDocument::Indented);
    }
    return QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace spillway::demo
