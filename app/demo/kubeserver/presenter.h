// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"
#include "kubeserver/accept.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace spillway::demo {

/// How objects of one kind go out: the version of the URL and the shape that the client accepts.
/// A value, made for each request.
struct Presentation
{
    ResourceTypePtr type;
    QString version;
    AcceptedForm::Shape shape = AcceptedForm::Shape::Object;
    QString includeObject; ///< of tables: "", None, Metadata or Object
    QDateTime now;

    /// One object as the answer of get and of writes.
    [[nodiscard]] QJsonObject single(const QJsonObject &stored) const;
    /// One object as a watch tells it; tables name their columns only in the first event.
    [[nodiscard]] QJsonObject event(const QJsonObject &stored, bool first) const;

    struct ListFacts
    {
        quint64 revision = 0;
        QString continueToken;
        qint64 remaining = -1; ///< not told if negative
    };
    [[nodiscard]] QJsonObject list(const QList<QJsonObject> &stored, const ListFacts &facts) const;
    /// The empty object of a bookmark.
    [[nodiscard]] QJsonObject bookmark(quint64 revision, bool initialEnd) const;

private:
    [[nodiscard]] QJsonObject partial(const QJsonObject &stored) const;
    [[nodiscard]] QJsonObject table(const QList<QJsonObject> &stored, const QJsonObject &metadata,
                                    bool withColumns) const;
};

/// A document as bytes: compact or indented JSON, or YAML with sorted keys.
[[nodiscard]] QByteArray encodeDocument(const QJsonObject &document, const AcceptedForm &form);

} // namespace spillway::demo
