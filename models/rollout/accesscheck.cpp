// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/accesscheck.h"

#include "kube/forbidden.h"
#include "kube/kubeclient.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

kube::AccessQuestion ofKind(kube::AccessQuestion question)
{
    question.name.clear();
    return question;
}

QString roleFor(const kube::AccessQuestion &question)
{
    const QString resource = question.subresource.isEmpty()
                                 ? question.resource
                                 : QString{question.resource + u'/' + question.subresource};
    return kube::roleSnippet({.verb = question.verb,
                              .resource = resource,
                              .group = question.group,
                              .name = question.name,
                              .ns = question.ns});
}

} // namespace

AccessCheck::AccessCheck(KubeClient &client, QList<kube::AccessQuestion> questions, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_questions(std::move(questions))
{
    askForKinds();
}

void AccessCheck::askForKinds()
{
    QList<kube::AccessQuestion> kinds;
    for (const kube::AccessQuestion &question : std::as_const(m_questions)) {
        if (const kube::AccessQuestion kind = ofKind(question); !kinds.contains(kind)) {
            kinds.append(kind);
        }
    }
    for (const kube::AccessQuestion &kind : std::as_const(kinds)) {
        ask(kind);
    }
    if (m_open == 0) {
        QMetaObject::invokeMethod(this, &AccessCheck::finished, Qt::QueuedConnection);
    }
}

void AccessCheck::askByName()
{
    m_byName = true;
    const QList<kube::AccessQuestion> denied = std::exchange(m_denied, {});
    for (const kube::AccessQuestion &question : std::as_const(m_questions)) {
        if (!denied.contains(ofKind(question))) {
            continue;
        }
        if (question.name.isEmpty()) {
            m_denied.append(question);
        } else {
            ask(question);
        }
    }
}

void AccessCheck::ask(const kube::AccessQuestion &question)
{
    ++m_open;
    auto *const reply = m_client.canI(question, this);
    connect(reply, &KubeReply::finished, this, [this, reply, question] {
        if (!reply->result()) {
            m_problem = reply->result().error();
        } else if (!reply->result()->allowed) {
            m_denied.append(question);
        }
        reply->deleteLater();
        --m_open;
        answered();
    });
}

void AccessCheck::answered()
{
    if (m_open > 0) {
        return;
    }
    if (!m_byName && !m_denied.isEmpty()) {
        askByName();
        if (m_open > 0) {
            return;
        }
    }
    for (const kube::AccessQuestion &question : std::as_const(m_denied)) {
        m_missing.push_back({question, roleFor(question)});
    }
    Q_EMIT finished();
}

QList<kube::AccessQuestion> planQuestions(const std::vector<kube::ObjectRef> &applied,
                                          const std::vector<kube::ObjectRef> &deleted,
                                          const QString &nameSpace)
{
    QList<kube::AccessQuestion> questions = kube::pushQuestions({applied.begin(), applied.end()});
    questions.removeIf(
        [](const kube::AccessQuestion &question) { return question.subresource == "scale"_L1; });
    for (const kube::ObjectRef &ref : deleted) {
        const kube::Resource &kind = ref.resource;
        questions.append({u"delete"_s, kind.group, kind.plural, {}, ref.ns, ref.name});
    }
    for (const kube::AccessQuestion &always :
         {kube::AccessQuestion{u"create"_s, {}, u"configmaps"_s, {}, nameSpace, {}},
          kube::AccessQuestion{u"create"_s, u"events.k8s.io"_s, u"events"_s, {}, nameSpace, {}}}) {
        if (!questions.contains(always)) {
            questions.append(always);
        }
    }
    return questions;
}

} // namespace spillway
