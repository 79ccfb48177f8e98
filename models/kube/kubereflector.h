// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubedecoder.h"
#include "kube/kubewatch.h"

#include <QHash>

namespace spillway {

/// The objects of a query, kept up to date: list, then watch, again and again (see KubeWatch). The
/// picture is replaced in one step after each list, so that nothing flickers and what is gone
/// vanishes. GUI thread.
template<typename T>
class KubeReflector final : public KubeWatch
{
public:
    using Object = std::shared_ptr<const T>;

    KubeReflector(KubeClient &client, kube::ListQuery query, const Clock &clock,
                  QObject *parent = nullptr)
        : KubeWatch(client, std::move(query), clock, parent)
    {}

    /// By "namespace/name".
    [[nodiscard]] const QHash<QString, Object> &objects() const { return m_objects; }
    [[nodiscard]] Object find(const QString &ns, const QString &name) const
    {
        return m_objects.value(objectKey(ns, name));
    }

protected:
    using Objects = QHash<QString, Object>;

    /// Compares with the picture of now, so that replace() need not. While a list is under way
    /// that picture does not change.
    PageDecoder pageDecoder() const override
    {
        return [known = m_objects](const QByteArray &json) -> Result<DecodedPage> {
            Result<kube::ListPage<T>> page = kube::decodeList<T>(json);
            if (!page) {
                return page.error();
            }
            auto objects = std::make_shared<Objects>();
            objects->reserve(static_cast<qsizetype>(page->items.size()));
            for (T &item : page->items) {
                const QString key = keyOf(item);
                const auto before = known.constFind(key);
                // Who compares pointers sees no change.
                objects->insert(key, before != known.constEnd() && **before == item
                                         ? *before
                                         : std::make_shared<const T>(std::move(item)));
            }
            return DecodedPage{objects, page->resourceVersion, page->continueToken};
        };
    }
    void beginReplacement() override { m_next.clear(); }
    void addToReplacement(const std::shared_ptr<void> &objects) override
    {
        auto &page = *std::static_pointer_cast<Objects>(objects);
        if (m_next.isEmpty()) {
            m_next = std::move(page);
        } else {
            m_next.insert(page);
        }
    }
    QSet<QString> replace() override
    {
        QSet<QString> keys;
        for (auto it = m_objects.cbegin(); it != m_objects.cend(); ++it) {
            if (!m_next.contains(it.key())) {
                keys.insert(it.key());
            }
        }
        for (auto it = m_next.cbegin(); it != m_next.cend(); ++it) {
            if (m_objects.value(it.key()) != *it) {
                keys.insert(it.key());
            }
        }
        m_objects.swap(m_next);
        releaseLater(std::make_shared<Objects>(std::exchange(m_next, {})));
        return keys;
    }
    Result<Changed> change(ChangeType type, const QByteArray &json) override
    {
        Result<T> object = kube::decodeObject<T>(json);
        if (!object) {
            return object.error();
        }
        Changed changed{keyOf(*object), versionOf(*object)};
        if (type == ChangeType::Removed) {
            m_objects.remove(changed.key);
        } else {
            m_objects.insert(changed.key, std::make_shared<const T>(std::move(*object)));
        }
        return changed;
    }

private:
    [[nodiscard]] static QString keyOf(const T &object)
    {
        if constexpr (std::is_same_v<T, QJsonObject>) {
            const QJsonObject meta = object.value(QLatin1String("metadata")).toObject();
            return objectKey(meta.value(QLatin1String("namespace")).toString(),
                             meta.value(QLatin1String("name")).toString());
        } else {
            return objectKey(object.meta.ns, object.meta.name);
        }
    }

    [[nodiscard]] static QString versionOf(const T &object)
    {
        if constexpr (std::is_same_v<T, QJsonObject>) {
            return object.value(QLatin1String("metadata"))
                .toObject()
                .value(QLatin1String("resourceVersion"))
                .toString();
        } else {
            return object.meta.resourceVersion;
        }
    }

    Objects m_objects;
    Objects m_next;
};

} // namespace spillway
