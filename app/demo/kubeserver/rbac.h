// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/userinfo.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace spillway::demo {

class ObjectStore;

/// What somebody wants to do. A value.
struct AccessQuestion
{
    QString verb;
    QString group;
    QString resource;
    QString subresource;
    QString nameSpace; ///< empty: the whole cluster
    QString name;
    QString path; ///< of requests that are not about resources; then only it and verb count

    /// 'User "x" cannot list resource "pods" in API group "" in the namespace "y"'.
    [[nodiscard]] QString refusal(const UserInfo &user) const;
    static AccessQuestion fromAttributes(const QJsonObject &spec);
};

/// A rule of a Role or ClusterRole. A value.
struct PolicyRule
{
    QStringList verbs;
    QStringList apiGroups;
    QStringList resources;
    QStringList resourceNames;
    QStringList nonResourceUrls;

    static PolicyRule fromJson(const QJsonObject &rule);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool allows(const AccessQuestion &question) const;
    /// As the server spells it in its refusal of an escalation.
    [[nodiscard]] QString toText() const;
};

/// Role-based access control over the stored Role, ClusterRole, RoleBinding and
/// ClusterRoleBinding objects; nothing is cached, so that a change counts at once.
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/
/// Every method from any thread; the store must live longer.
class RbacAuthorizer
{
public:
    explicit RbacAuthorizer(const ObjectStore &store);

    struct Decision
    {
        bool allowed = false;
        QString reason; ///< which binding allows it; empty for masters and refusals
    };
    [[nodiscard]] Decision decide(const UserInfo &user, const AccessQuestion &question) const;
    [[nodiscard]] bool allows(const UserInfo &user, const AccessQuestion &question) const
    {
        return decide(user, question).allowed;
    }

    /// All rules that hold for a user in a namespace (empty: cluster-wide ones only).
    [[nodiscard]] std::vector<PolicyRule> rulesFor(const UserInfo &user,
                                                   const QString &nameSpace) const;
    /// The rules that somebody would grant without holding them.
    [[nodiscard]] QStringList notHeld(const UserInfo &user, const QString &nameSpace,
                                      const std::vector<PolicyRule> &granted) const;
    /// The rules of a roleRef.
    [[nodiscard]] std::vector<PolicyRule> rulesOf(const QJsonObject &roleRef,
                                                  const QString &nameSpace) const;

private:
    struct Grant
    {
        QString reason;
        std::vector<PolicyRule> rules;
    };
    [[nodiscard]] std::vector<Grant> grantsFor(const UserInfo &user,
                                               const QString &nameSpace) const;
    void addGrants(std::vector<Grant> &grants, const UserInfo &user, const QString &kind,
                   const QString &nameSpace) const;

    const ObjectStore &m_store;
};

[[nodiscard]] std::vector<PolicyRule> policyRules(const QJsonArray &rules);

} // namespace spillway::demo
