// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/forbidden.h"

#include "core/yamlwriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

/// A name that Kubernetes accepts, of what the right is about.
QString roleName(const MissingRight &right)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    const QString about = right.path.isEmpty() ? right.resource : right.path;
    QString name = (u"allow-"_s + right.verb + u'-' + about).toLower().replace(others, u"-"_s);
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    return name;
}

} // namespace

std::optional<MissingRight> parseForbidden(const QString &message, const QString &name)
{
    static const QRegularExpression onResource(
        u"User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\" in API group \"([^\"]*)\"(?: (at the cluster scope)| in the namespace \"([^\"]*)\")"_s);
    static const QRegularExpression onPath(u"User \"([^\"]*)\" cannot (\\S+) path \"([^\"]*)\""_s);
    QRegularExpressionMatch match = onResource.match(message);
    if (match.hasMatch()) {
        return MissingRight{.user = match.captured(1),
                            .verb = match.captured(2),
                            .resource = match.captured(3),
                            .group = match.captured(4),
                            .name = name,
                            .ns = match.captured(6)};
    }
    match = onPath.match(message);
    if (match.hasMatch()) {
        return MissingRight{
            .user = match.captured(1), .verb = match.captured(2), .path = match.captured(3)};
    }
    return std::nullopt;
}

QString missingRightSentence(const MissingRight &right)
{
    if (!right.path.isEmpty()) {
        return Text::tr("%1 may not %2 the path %3").arg(right.user, right.verb, right.path);
    }
    const QString resource =
        right.group.isEmpty() ? right.resource : QString{right.resource + u'.' + right.group};
    const QString what = right.name.isEmpty() ? resource : QString{resource + u' ' + right.name};
    return right.ns.isEmpty()
               ? Text::tr("%1 may not %2 %3 in the whole cluster").arg(right.user, right.verb, what)
               : Text::tr("%1 may not %2 %3 in the namespace %4")
                     .arg(right.user, right.verb, what, right.ns);
}

QString roleSnippet(const MissingRight &right, const QStringList &verbs)
{
    YamlWriter yaml;
    yaml.text("apiVersion"_L1, u"rbac.authorization.k8s.io/v1"_s);
    yaml.text("kind"_L1, right.ns.isEmpty() ? u"ClusterRole"_s : u"Role"_s);
    yaml.openMap("metadata"_L1);
    yaml.text("name"_L1, roleName(right));
    if (!right.ns.isEmpty()) {
        yaml.text("namespace"_L1, right.ns);
    }
    yaml.close();
    yaml.openList("rules"_L1);
    yaml.openItem();
    if (right.path.isEmpty()) {
        yaml.texts("apiGroups"_L1, {right.group});
        yaml.texts("resources"_L1, {right.resource});
        // A create cannot be limited to a name: the server does not know it yet.
        if (!right.name.isEmpty() && right.verb != "create"_L1) {
            yaml.texts("resourceNames"_L1, {right.name});
        }
    } else {
        yaml.texts("nonResourceURLs"_L1, {right.path});
    }
    yaml.texts("verbs"_L1, verbs.isEmpty() ? QStringList{right.verb} : verbs);
    yaml.close();
    yaml.close();
    return QString::fromUtf8(yaml.bytes());
}

} // namespace spillway::kube
