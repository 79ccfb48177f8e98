// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/typeregistry.h"

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

ResourceTypePtr TypeTable::find(const QString &group, const QString &plural) const
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const ResourceTypePtr &type) {
        return type->group == group && type->plural == plural;
    });
    return found == types.end() ? nullptr : *found;
}

ResourceTypePtr TypeTable::find(const QString &group, const QString &version,
                                const QString &plural) const
{
    const ResourceTypePtr type = find(group, plural);
    return type && type->versions.contains(version) ? type : nullptr;
}

ResourceTypePtr TypeTable::findKind(const QString &group, const QString &kind) const
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const ResourceTypePtr &type) {
        return type->group == group && type->kind == kind;
    });
    return found == types.end() ? nullptr : *found;
}

QStringList TypeTable::groups() const
{
    QStringList groups;
    const auto add = [&groups](const QString &group) {
        if (!group.isEmpty() && !groups.contains(group)) {
            groups.append(group);
        }
    };
    for (const ResourceTypePtr &type : types) {
        if (!type->custom) {
            add(type->group);
        }
    }
    for (const QuestionResource &question : questionResources()) {
        add(question.group);
    }
    for (const ResourceTypePtr &type : types) {
        add(type->group);
    }
    return groups;
}

QStringList TypeTable::versions(const QString &group) const
{
    QStringList versions;
    for (const ResourceTypePtr &type : types) {
        if (type->group == group) {
            for (const QString &version : type->versions) {
                if (!versions.contains(version)) {
                    versions.append(version);
                }
            }
        }
    }
    const auto &questions = questionResources();
    const bool asks =
        std::any_of(questions.begin(), questions.end(),
                    [&](const QuestionResource &each) { return each.group == group; });
    return versions.isEmpty() && asks ? QStringList{u"v1"_s} : versions;
}

bool TypeTable::isCustom(const QString &group) const
{
    return std::any_of(types.begin(), types.end(), [&](const ResourceTypePtr &type) {
        return type->group == group && type->custom;
    });
}

TypeRegistry::TypeRegistry()
{
    auto table = std::make_shared<TypeTable>();
    table->types = builtInTypes();
    m_table = table;
}

TypeTablePtr TypeRegistry::table() const
{
    const std::lock_guard lock(m_mutex);
    return m_table;
}

void TypeRegistry::setCustom(const QString &crdName, const ResourceTypePtr &type)
{
    const std::lock_guard lock(m_mutex);
    if (type) {
        m_custom[crdName] = type;
    } else {
        m_custom.erase(crdName);
    }
    auto table = std::make_shared<TypeTable>();
    table->types = builtInTypes();
    std::vector<ResourceTypePtr> custom;
    for (const auto &entry : m_custom) {
        custom.push_back(entry.second);
    }
    std::sort(custom.begin(), custom.end(), [](const ResourceTypePtr &a, const ResourceTypePtr &b) {
        return std::pair(a->group, a->plural) < std::pair(b->group, b->plural);
    });
    table->types.insert(table->types.end(), custom.begin(), custom.end());
    m_table = table;
}

const std::vector<QuestionResource> &questionResources()
{
    static const std::vector<QuestionResource> questions{
        {u"authentication.k8s.io"_s, u"selfsubjectreviews"_s, u"SelfSubjectReview"_s, false},
        {u"authorization.k8s.io"_s, u"localsubjectaccessreviews"_s, u"LocalSubjectAccessReview"_s,
         true},
        {u"authorization.k8s.io"_s, u"selfsubjectaccessreviews"_s, u"SelfSubjectAccessReview"_s,
         false},
        {u"authorization.k8s.io"_s, u"selfsubjectrulesreviews"_s, u"SelfSubjectRulesReview"_s,
         false},
        {u"authorization.k8s.io"_s, u"subjectaccessreviews"_s, u"SubjectAccessReview"_s, false},
    };
    return questions;
}

QString storageKeyOf(const QString &group, const QString &plural)
{
    const ResourceTypePtr type = findBuiltIn(group, plural);
    return type ? type->storageKey : QString();
}

} // namespace spillway::demo
