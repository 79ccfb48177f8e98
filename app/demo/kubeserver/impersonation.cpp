// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/impersonation.h"

#include <QUrl>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Wanted
{
    UserInfo user;
    bool any = false;
};

Wanted wantedUser(const ApiRequest &request)
{
    Wanted wanted;
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header) {
        const QString value = QString::fromUtf8(header.value());
        const QByteArray &key = header.key();
        if (key == "impersonate-user") {
            wanted.user.name = value;
        } else if (key == "impersonate-group") {
            wanted.user.groups.prepend(value); // a QMultiMap gives the latest first
        } else if (key == "impersonate-uid") {
            wanted.user.uid = value;
        } else if (key.startsWith("impersonate-extra-")) {
            const QByteArray name = key.mid(qsizetype(sizeof "impersonate-extra-") - 1);
            wanted.user.extra[QString::fromUtf8(QByteArray::fromPercentEncoding(name))].prepend(
                value);
        } else {
            continue;
        }
        wanted.any = true;
    }
    return wanted;
}

/// Namespace and name of "system:serviceaccount:namespace:name"; empty for other users.
QStringList accountOf(const QString &user)
{
    const QStringList parts = user.split(u':');
    const bool account = parts.size() == 4 && parts.at(0) == "system"_L1 &&
                         parts.at(1) == "serviceaccount"_L1 && !parts.at(2).isEmpty() &&
                         !parts.at(3).isEmpty();
    return account ? parts.mid(2) : QStringList();
}

std::vector<AccessQuestion> questionsOf(const UserInfo &user)
{
    std::vector<AccessQuestion> questions;
    const auto add = [&questions](const QString &group, const QString &resource,
                                  const QString &name, const QString &subresource = {}) {
        AccessQuestion question;
        question.verb = u"impersonate"_s;
        question.group = group;
        question.resource = resource;
        question.subresource = subresource;
        question.name = name;
        questions.push_back(question);
    };
    if (const QStringList account = accountOf(user.name); !account.isEmpty()) {
        add({}, u"serviceaccounts"_s, account.at(1));
        questions.back().nameSpace = account.at(0);
    } else {
        add({}, u"users"_s, user.name);
    }
    for (const QString &group : user.groups) {
        add({}, u"groups"_s, group);
    }
    for (auto extra = user.extra.begin(); extra != user.extra.end(); ++extra) {
        for (const QString &value : *extra) {
            add(u"authentication.k8s.io"_s, u"userextras"_s, value, extra.key());
        }
    }
    if (!user.uid.isEmpty()) {
        add(u"authentication.k8s.io"_s, u"uids"_s, user.uid);
    }
    return questions;
}

/// The groups that follow from a name: those of a service account unless others are named, and
/// whether it was authenticated unless the groups say so.
void addImpliedGroups(UserInfo &user)
{
    const QString authenticated = u"system:authenticated"_s;
    const QString unauthenticated = u"system:unauthenticated"_s;
    const QStringList account = accountOf(user.name);
    if (user.groups.isEmpty() && !account.isEmpty()) {
        user.groups = {u"system:serviceaccounts"_s,
                       QString(u"system:serviceaccounts:"_s + account.at(0))};
    }
    if (user.isAnonymous()) {
        if (!user.groups.contains(unauthenticated)) {
            user.groups.append(unauthenticated);
        }
    } else if (!user.groups.contains(authenticated) && !user.groups.contains(unauthenticated)) {
        user.groups.append(authenticated);
    }
}

bool hasImpersonationRule(const ServerState &state, const UserInfo &user)
{
    const std::vector<PolicyRule> rules = state.rbac.rulesFor(user, {});
    return std::any_of(rules.begin(), rules.end(), [](const PolicyRule &rule) {
        return rule.verbs.contains(u"impersonate"_s);
    });
}

/// Somebody without any such right is told in the words of the newer, constrained impersonation.
ApiStatus refusalOf(const ServerState &state, const ApiRequest &request,
                    const AccessQuestion &asked)
{
    if (hasImpersonationRule(state, request.user) || !request.isResource) {
        return forbidden({asked.group, asked.resource, {}}, asked.name,
                         asked.refusal(request.user));
    }
    AccessQuestion constrained;
    constrained.verb = u"impersonate-on:user-info:"_s + request.verb;
    constrained.group = request.group;
    constrained.resource = request.resource;
    constrained.subresource = request.subresource;
    constrained.nameSpace = request.nameSpace;
    return forbidden({request.group, request.resource, {}}, request.name,
                     constrained.refusal(request.user));
}

} // namespace

std::optional<ApiAnswer> impersonate(const ServerState &state, ApiRequest &request)
{
    Wanted wanted = wantedUser(request);
    if (!wanted.any) {
        return std::nullopt;
    }
    if (wanted.user.name.isEmpty()) {
        QStringList quoted;
        for (const QString &group : wanted.user.groups) {
            quoted.append(u'"' + group + u'"');
        }
        return ApiAnswer::refusal(badRequest(
            u"requested &user.DefaultInfo{Name:\"\", UID:\"%1\", Groups:[]string{%2}, Extra:map[string][]string(nil)} without impersonating a user name"_s
                .arg(wanted.user.uid, quoted.join(u", "_s))));
    }
    for (const AccessQuestion &question : questionsOf(wanted.user)) {
        if (!state.rbac.allows(request.user, question)) {
            return ApiAnswer::refusal(refusalOf(state, request, question));
        }
    }
    request.user = wanted.user;
    addImpliedGroups(request.user);
    return std::nullopt;
}

} // namespace spillway::demo
