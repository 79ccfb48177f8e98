// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/userinfo.h"

#include <QByteArray>
#include <QMultiMap>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace spillway::demo {

/// A request as it came over the wire, and what its path and query mean: RequestInfo of
/// k8s.io/apiserver, which is what authorization and routing speak of. A value.
struct ApiRequest
{
    QByteArray method; ///< GET, POST, ...
    QByteArray target; ///< path and query as they came
    QString path;      ///< decoded
    QUrlQuery query;
    QMultiMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QString certificateUser; ///< CN of a verified client certificate
    QStringList certificateGroups;
    QString certificateDigest;

    // What the path means.
    bool isResource = false; ///< below /api/v1 or /apis/group/version
    QString verb;            ///< get, list, watch, create, ...; the method for other paths
    QString group;
    QString version;
    QString nameSpace;
    QString resource;
    QString name;
    QString subresource;
    QString rest;     ///< what follows the subresource, with its slash; not decoded
    QString authName; ///< name, or the one name that a field selector of a list allows

    UserInfo user; ///< set by authentication

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    /// Empty if it is not there.
    [[nodiscard]] QString parameter(const QString &wanted) const;
    [[nodiscard]] bool flag(const QString &wanted) const; ///< "1", "true", ... or without a value
    [[nodiscard]] bool isDryRun() const
    {
        return parameter(QStringLiteral("dryRun")) == QLatin1String("All");
    }

    /// Fills in everything that follows from method and target.
    void interpret();

private:
    void interpretResource(const QStringList &given, const QList<QByteArray> &rawParts);
    void chooseVerb();
};

} // namespace spillway::demo
