// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/rbac.h"

#include "kubeserver/objectstore.h"
#include "kubeserver/typeregistry.h"

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QString storageKey(QLatin1String plural)
{
    return storageKeyOf(u"rbac.authorization.k8s.io"_s, plural);
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray()) {
        list.append(value.toString());
    }
    return list;
}

bool matchesAny(const QStringList &patterns, const QString &value)
{
    return patterns.contains(u"*"_s) || patterns.contains(value);
}

bool resourceMatches(const QStringList &resources, const AccessQuestion &question)
{
    if (question.subresource.isEmpty()) {
        return matchesAny(resources, question.resource);
    }
    return matchesAny(resources, question.resource + u'/' + question.subresource) ||
           resources.contains(u"*/"_s + question.subresource);
}

bool pathMatches(const QStringList &patterns, const QString &path)
{
    return std::any_of(patterns.begin(), patterns.end(), [&path](const QString &pattern) {
        return pattern == path || (pattern.endsWith(u'*') && path.startsWith(pattern.chopped(1)));
    });
}

/// 'User "x"', if this subject of a binding means the user; else empty.
QString subjectText(const QJsonObject &subject, const UserInfo &user,
                    const QString &bindingNameSpace)
{
    const QString kind = subject["kind"_L1].toString();
    const QString name = subject["name"_L1].toString();
    if (kind == "User"_L1) {
        return name == user.name ? u"User \"%1\""_s.arg(name) : QString();
    }
    if (kind == "Group"_L1) {
        return user.groups.contains(name) ? u"Group \"%1\""_s.arg(name) : QString();
    }
    QString nameSpace = subject["namespace"_L1].toString();
    if (nameSpace.isEmpty()) {
        nameSpace = bindingNameSpace;
    }
    const bool same = user.name == u"system:serviceaccount:%1:%2"_s.arg(nameSpace, name);
    return same ? u"ServiceAccount \"%1/%2\""_s.arg(name, nameSpace) : QString();
}

QString goList(const QStringList &values)
{
    QStringList quoted;
    for (const QString &value : values) {
        quoted.append(u'"' + value + u'"');
    }
    return u'[' + quoted.join(u", "_s) + u']';
}

void insertList(QJsonObject &object, const QString &key, const QStringList &values)
{
    if (!values.isEmpty()) {
        object.insert(key, QJsonArray::fromStringList(values));
    }
}

} // namespace

QString AccessQuestion::refusal(const UserInfo &user) const
{
    if (!path.isEmpty()) {
        return u"User \"%1\" cannot %2 path \"%3\""_s.arg(user.name, verb, path);
    }
    const QString full = subresource.isEmpty() ? resource : resource + u'/' + subresource;
    const QString where = nameSpace.isEmpty() ? u"at the cluster scope"_s
                                              : u"in the namespace \"%1\""_s.arg(nameSpace);
    return u"User \"%1\" cannot %2 resource \"%3\" in API group \"%4\" %5"_s.arg(
        user.name, verb, full, group, where);
}

AccessQuestion AccessQuestion::fromAttributes(const QJsonObject &spec)
{
    AccessQuestion question;
    if (spec.contains("nonResourceAttributes"_L1)) {
        question.verb = spec["nonResourceAttributes"_L1]["verb"_L1].toString();
        question.path = spec["nonResourceAttributes"_L1]["path"_L1].toString();
        return question;
    }
    const QJsonValue attributes = spec["resourceAttributes"_L1];
    question.verb = attributes["verb"_L1].toString();
    question.group = attributes["group"_L1].toString();
    question.resource = attributes["resource"_L1].toString();
    question.subresource = attributes["subresource"_L1].toString();
    question.nameSpace = attributes["namespace"_L1].toString();
    question.name = attributes["name"_L1].toString();
    return question;
}

PolicyRule PolicyRule::fromJson(const QJsonObject &rule)
{
    return {texts(rule["verbs"_L1]), texts(rule["apiGroups"_L1]), texts(rule["resources"_L1]),
            texts(rule["resourceNames"_L1]), texts(rule["nonResourceURLs"_L1])};
}

QJsonObject PolicyRule::toJson() const
{
    QJsonObject rule;
    insertList(rule, u"verbs"_s, verbs);
    insertList(rule, u"apiGroups"_s, apiGroups);
    insertList(rule, u"resources"_s, resources);
    insertList(rule, u"resourceNames"_s, resourceNames);
    insertList(rule, u"nonResourceURLs"_s, nonResourceUrls);
    return rule;
}

bool PolicyRule::allows(const AccessQuestion &question) const
{
    if (!matchesAny(verbs, question.verb)) {
        return false;
    }
    if (!question.path.isEmpty()) {
        return pathMatches(nonResourceUrls, question.path);
    }
    return matchesAny(apiGroups, question.group) && resourceMatches(resources, question) &&
           (resourceNames.isEmpty() || resourceNames.contains(question.name));
}

QString PolicyRule::toText() const
{
    QStringList parts;
    const auto add = [&parts](const QString &label, const QStringList &values) {
        if (!values.isEmpty()) {
            parts.append(label + u':' + goList(values));
        }
    };
    add(u"APIGroups"_s, apiGroups);
    add(u"Resources"_s, resources);
    add(u"ResourceNames"_s, resourceNames);
    add(u"NonResourceURLs"_s, nonResourceUrls);
    add(u"Verbs"_s, verbs);
    return u'{' + parts.join(u", "_s) + u'}';
}

std::vector<PolicyRule> policyRules(const QJsonArray &rules)
{
    std::vector<PolicyRule> parsed;
    for (const QJsonValue rule : rules) {
        parsed.push_back(PolicyRule::fromJson(rule.toObject()));
    }
    return parsed;
}

RbacAuthorizer::RbacAuthorizer(const ObjectStore &store)
    : m_store(store)
{}

std::vector<PolicyRule> RbacAuthorizer::rulesOf(const QJsonObject &roleRef,
                                                const QString &nameSpace) const
{
    const bool wide = roleRef["kind"_L1].toString() == "ClusterRole"_L1;
    const QString key =
        ObjectStore::keyOf(wide ? QString() : nameSpace, roleRef["name"_L1].toString());
    const auto role = m_store.get(storageKey(wide ? "clusterroles"_L1 : "roles"_L1), key);
    return role ? policyRules((*role)["rules"_L1].toArray()) : std::vector<PolicyRule>();
}

void RbacAuthorizer::addGrants(std::vector<Grant> &grants, const UserInfo &user,
                               const QString &kind, const QString &nameSpace) const
{
    const bool wide = nameSpace.isEmpty();
    const ObjectStore::Objects bindings =
        m_store.snapshot(storageKey(wide ? "clusterrolebindings"_L1 : "rolebindings"_L1)).objects;
    const QString prefix = wide ? QString() : nameSpace + u'/';
    const auto end = bindings.constEnd();
    std::vector<Grant> found;
    for (auto binding = bindings.lowerBound(prefix);
         binding != end && binding.key().startsWith(prefix); ++binding) {
        for (const QJsonValue subject : (*binding)["subjects"_L1].toArray()) {
            const QString who = subjectText(subject.toObject(), user, nameSpace);
            if (who.isEmpty()) {
                continue;
            }
            const QJsonObject roleRef = (*binding)["roleRef"_L1].toObject();
            const QString name = (*binding)["metadata"_L1]["name"_L1].toString();
            found.push_back({u"RBAC: allowed by %1 \"%2\" of %3 \"%4\" to %5"_s.arg(
                                 kind, wide ? name : name + u'/' + nameSpace,
                                 roleRef["kind"_L1].toString(), roleRef["name"_L1].toString(), who),
                             rulesOf(roleRef, nameSpace)});
            break;
        }
    }
    // The server's own bindings come last in the alphabet and first in its answers.
    if (wide) {
        std::reverse(found.begin(), found.end());
    }
    std::move(found.begin(), found.end(), std::back_inserter(grants));
}

std::vector<RbacAuthorizer::Grant> RbacAuthorizer::grantsFor(const UserInfo &user,
                                                             const QString &nameSpace) const
{
    std::vector<Grant> grants;
    addGrants(grants, user, u"ClusterRoleBinding"_s, {});
    if (!nameSpace.isEmpty()) {
        addGrants(grants, user, u"RoleBinding"_s, nameSpace);
    }
    return grants;
}

RbacAuthorizer::Decision RbacAuthorizer::decide(const UserInfo &user,
                                                const AccessQuestion &question) const
{
    if (user.isMaster()) {
        return {true, {}};
    }
    for (const Grant &grant : grantsFor(user, question.nameSpace)) {
        for (const PolicyRule &rule : grant.rules) {
            if (rule.allows(question)) {
                return {true, grant.reason};
            }
        }
    }
    return {};
}

std::vector<PolicyRule> RbacAuthorizer::rulesFor(const UserInfo &user,
                                                 const QString &nameSpace) const
{
    std::vector<PolicyRule> rules;
    for (const Grant &grant : grantsFor(user, nameSpace)) {
        rules.insert(rules.end(), grant.rules.begin(), grant.rules.end());
    }
    return rules;
}

namespace {

/// A wildcard is only held by somebody who holds the wildcard.
bool holds(const std::vector<PolicyRule> &rules, const AccessQuestion &question)
{
    return std::any_of(rules.begin(), rules.end(),
                       [&question](const PolicyRule &rule) { return rule.allows(question); });
}

/// The parts of one granted rule, one verb on one resource (or path) each, that are not held.
void addMissing(QStringList &missing, const std::vector<PolicyRule> &held, const PolicyRule &rule,
                const QString &verb)
{
    for (const QString &url : rule.nonResourceUrls) {
        AccessQuestion question;
        question.verb = verb;
        question.path = url;
        if (!holds(held, question)) {
            missing.append(PolicyRule{{verb}, {}, {}, {}, {url}}.toText());
        }
    }
    const QStringList names =
        rule.resourceNames.isEmpty() ? QStringList{QString()} : rule.resourceNames;
    for (const QString &group : rule.apiGroups) {
        for (const QString &resource : rule.resources) {
            for (const QString &name : names) {
                AccessQuestion question;
                question.verb = verb;
                question.group = group;
                question.resource = resource.section(u'/', 0, 0);
                question.subresource = resource.section(u'/', 1);
                question.name = name;
                if (!holds(held, question)) {
                    const QStringList named = name.isEmpty() ? QStringList() : QStringList{name};
                    missing.append(PolicyRule{{verb}, {group}, {resource}, named, {}}.toText());
                }
            }
        }
    }
}

} // namespace

QStringList RbacAuthorizer::notHeld(const UserInfo &user, const QString &nameSpace,
                                    const std::vector<PolicyRule> &granted) const
{
    QStringList missing;
    if (user.isMaster()) {
        return missing;
    }
    const std::vector<PolicyRule> held = rulesFor(user, nameSpace);
    for (const PolicyRule &rule : granted) {
        for (const QString &verb : rule.verbs) {
            addMissing(missing, held, rule, verb);
        }
    }
    missing.sort();
    return missing;
}

} // namespace spillway::demo
