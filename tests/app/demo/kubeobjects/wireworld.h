// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/objectengine.h"
#include "wirelog.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace spillway::test {

/// The store of an API server with nothing but the pure functions: sends recorded writes through
/// them and tells where the answers differ. Uids, versions and generated names are those of the
/// recording, so that later exchanges fit.
class WireWorld
{
public:
    /// Nothing if the exchange is none that the functions answer (reads, reviews, rights).
    [[nodiscard]] std::optional<QStringList> replay(const WireExchange &exchange);
    void clear();

private:
    using Key = QString;
    [[nodiscard]] demo::ResourceTypePtr typeOf(const WireExchange &exchange) const;
    [[nodiscard]] Key keyOf(const demo::ResourceType &type, const QString &nameSpace,
                            const QString &name) const;
    [[nodiscard]] std::optional<QJsonObject> find(const Key &key) const;
    [[nodiscard]] demo::WriteContext contextOf(const WireExchange &exchange);
    [[nodiscard]] std::optional<demo::ApiStatus>
    checkNamespace(const demo::ResourceType &type, const demo::AdmissionView &view) const;
    [[nodiscard]] QStringList write(const demo::ResourceType &type, const WireExchange &exchange);
    [[nodiscard]] QStringList remove(const demo::ResourceType &type, const WireExchange &exchange);
    void keep(const demo::ResourceType &type, const Key &key, QJsonObject object,
              const WireExchange &exchange, bool differs);

    std::map<Key, QJsonObject> m_objects;
    std::map<QString, demo::ResourceTypePtr> m_custom;
};

} // namespace spillway::test
