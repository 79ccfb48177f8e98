// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/resourcetype.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace spillway::demo {

/// What is served at one moment: built-in kinds, and those of CustomResourceDefinitions.
/// Immutable, shared between threads.
struct TypeTable
{
    std::vector<ResourceTypePtr> types; ///< built-in first, then custom by group and plural

    [[nodiscard]] ResourceTypePtr find(const QString &group, const QString &plural) const;
    /// Null if the version is not served.
    [[nodiscard]] ResourceTypePtr find(const QString &group, const QString &version,
                                       const QString &plural) const;
    [[nodiscard]] ResourceTypePtr findKind(const QString &group, const QString &kind) const;
    [[nodiscard]] QStringList groups() const; ///< in the order of discovery; without core
    /// Most preferred first; empty if there is no such group.
    [[nodiscard]] QStringList versions(const QString &group) const;
    [[nodiscard]] bool isCustom(const QString &group) const;
};
using TypeTablePtr = std::shared_ptr<const TypeTable>;

/// The kinds that the server serves now. Every method from any thread.
class TypeRegistry
{
public:
    TypeRegistry();

    [[nodiscard]] TypeTablePtr table() const;
    /// Of the CustomResourceDefinition of that name; null takes it away.
    void setCustom(const QString &crdName, const ResourceTypePtr &type);

private:
    mutable std::mutex m_mutex;
    std::map<QString, ResourceTypePtr> m_custom;
    TypeTablePtr m_table;
};

/// Groups whose resources are questions rather than objects: nothing of them is stored.
/// name, kind and whether it is asked within a namespace.
struct QuestionResource
{
    QString group;
    QString plural;
    QString kind;
    bool namespaced = false;
};
[[nodiscard]] const std::vector<QuestionResource> &questionResources();

/// Where the store files a built-in kind.
[[nodiscard]] QString storageKeyOf(const QString &group, const QString &plural);

} // namespace spillway::demo
