// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/userinfo.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace spillway::demo {

struct ServerState;

/// Where an object is. A value.
struct ObjectPlace
{
    QString group;
    QString plural;
    QString nameSpace;
    QString name;
    QString subresource;
};

/// How a call within the process ended: the answer's code and document (the object, or a Status).
struct CallResult
{
    int status = 0;
    QJsonObject document;

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    [[nodiscard]] QString message() const; ///< of a Status
};

/// The API server without HTTP, for the controllers of the demo: the same validation, ownership and
/// history, as a user of the system who may do anything. Calls take well under a millisecond.
/// Every method from any thread; the state must live longer.
class ClusterClient
{
public:
    /// `name` is both user and field manager, such as "horizontal-pod-autoscaler".
    ClusterClient(ServerState &state, const QString &name);

    [[nodiscard]] CallResult get(const ObjectPlace &place) const;
    [[nodiscard]] QList<QJsonObject> list(const ObjectPlace &place,
                                          const QString &labelSelector = {}) const;
    CallResult create(const QJsonObject &object) const;
    /// PUT; a resourceVersion in the object is a lock.
    CallResult update(const QJsonObject &object, const QString &subresource = {}) const;
    /// Server-side apply, with force.
    CallResult apply(const QJsonObject &object, const QString &subresource = {}) const;
    CallResult mergePatch(const ObjectPlace &place, const QJsonObject &patch) const;
    /// `propagation`: Background, Foreground, Orphan or empty.
    CallResult remove(const ObjectPlace &place, const QString &propagation = {}) const;
    /// Without the grace that a pod has, as a kubelet does once its containers have ended.
    CallResult removeNow(const ObjectPlace &place) const;

    /// The place of an object by its kind; the plural is empty if the kind is not served.
    [[nodiscard]] ObjectPlace placeOf(const QJsonObject &object) const;

private:
    [[nodiscard]] CallResult call(const QByteArray &method, const ObjectPlace &place,
                                  const QByteArray &contentType, const QByteArray &body,
                                  const QString &query = {}) const;

    ServerState &m_state;
    UserInfo m_user;
    QString m_name;
};

} // namespace spillway::demo
