// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

WorkspaceComponent component(const QString &name, const QString &title,
                             const QString &kind = u"Deployment"_s)
{
    WorkspaceComponent one;
    one.name = name;
    one.title = title;
    one.kind = kind;
    one.workload = name;
    one.jobs = {name};
    return one;
}

} // namespace

QString SecretRef::toString() const
{
    switch (kind) {
    case Kind::Environment:
        return u"env:"_s + name;
    case Kind::File:
        return u"file:"_s + name;
    case Kind::Keychain:
        break;
    }
    return u"keychain"_s;
}

std::optional<SecretRef> SecretRef::fromString(const QString &text)
{
    if (text == "keychain"_L1) {
        return SecretRef{};
    }
    if (text.startsWith("env:"_L1) && text.size() > 4) {
        return SecretRef{Kind::Environment, text.sliced(4)};
    }
    if (text.startsWith("file:"_L1) && text.size() > 5) {
        return SecretRef{Kind::File, text.sliced(5)};
    }
    return std::nullopt;
}

std::vector<WorkspaceComponent> defaultComponents()
{
    return {
        component(u"dialog-manager"_s, Text::tr("Dialog manager")),
        component(u"rag-worker"_s, Text::tr("RAG worker")),
        component(u"llm-consumer"_s, Text::tr("LLM consumer")),
        component(u"tool-router"_s, Text::tr("Tool router")),
        component(u"redis"_s, Text::tr("Redis session store"), u"StatefulSet"_s),
        component(u"rabbitmq"_s, Text::tr("Generation queue"), u"StatefulSet"_s),
    };
}

QStringList namespacesOf(const Workspace &workspace)
{
    QStringList names = workspace.namespaces;
    for (const WorkspaceComponent &component : workspace.components) {
        if (!names.isEmpty() && !component.ns.isEmpty()) {
            names << component.ns;
        }
    }
    names.removeDuplicates();
    return names;
}

Workspace workspaceForUrl(const QString &name, const QUrl &url)
{
    Workspace workspace;
    workspace.name = name;
    workspace.prometheus.url = url;
    workspace.components = defaultComponents();
    return workspace;
}

} // namespace spillway
