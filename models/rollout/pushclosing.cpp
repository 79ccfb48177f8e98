// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/pushclosing.h"

#include "rollout/revisions.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

kube::ObjectReference referenceOf(const PlanStep &step, const QJsonObject &object)
{
    const kube::Resource &resource = step.object.resource;
    return {.apiVersion = resource.apiVersion(),
            .kind = resource.kind,
            .ns = step.object.ns,
            .name = step.object.name,
            .uid = object.value("metadata"_L1).toObject().value("uid"_L1).toString()};
}

QString actionOf(PlanStep::Action action)
{
    switch (action) {
    case PlanStep::Action::Create:
        return u"Create"_s;
    case PlanStep::Action::Delete:
        return u"Delete"_s;
    case PlanStep::Action::Attach:
        return u"AttachSchedule"_s;
    case PlanStep::Action::Detach:
        return u"DetachSchedule"_s;
    case PlanStep::Action::Update:
        break;
    }
    return u"Update"_s;
}

} // namespace

PushClosing::PushClosing(KubeClient &client, WriteTicket ticket, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_writer(client)
    , m_ticket(std::move(ticket))
    , m_clock(clock)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &PushClosing::finish);
}

void PushClosing::note(const PlanStep &step, const QJsonObject &object, const PushRecord &push)
{
    // Read by people and machines of all tongues: not translated.
    QString text =
        u"Revision %1 of policy %2 by %3"_s.arg(push.revision).arg(push.policy, push.author);
    if (!push.reason.isEmpty()) {
        text += u": "_s + push.reason;
    }
    const kube::EventNote note{.regarding = referenceOf(step, object),
                               .reason = u"PolicyPushed"_s,
                               .action = actionOf(step.action),
                               .note = text,
                               .time = m_clock.now()};
    opened();
    auto *const answer = m_writer.createEvent(m_ticket, note, this);
    connect(answer, &KubeReply::finished, this, [this, answer] {
        answer->deleteLater();
        answered(answer->result() ? nullptr : &answer->result().error());
    });
}

void PushClosing::begin()
{
    m_closing = true;
    m_patience.start(patience);
    opened(); // until all has begun
    QMetaObject::invokeMethod(
        this, [this] { answered(nullptr); }, Qt::QueuedConnection);
}

void PushClosing::closeUndone(const PushRecord &push, const QString &undone)
{
    begin();
    mark(revisionRef(push.target.nameSpace, push.policy, push.undoes), undone,
         PushRecord::End::Undone);
}

void PushClosing::close(const PushRecord &push, PushRecord::End end, const QString &undone)
{
    begin();
    mark(revisionRef(push.target.nameSpace, push.policy, push.revision), push.id, end);
    if (end == PushRecord::End::Complete) {
        if (push.undoes > 0) {
            mark(revisionRef(push.target.nameSpace, push.policy, push.undoes), undone,
                 PushRecord::End::Undone);
        }
        opened();
        auto *const list =
            m_client.list<kube::ConfigMap>(revisionQuery(push.target.nameSpace, push.policy), this);
        connect(list, &KubeReply::finished, this, [this, list, push] {
            list->deleteLater();
            if (list->result()) {
                listed(push, *list->result());
            }
            answered(list->result() ? nullptr : &list->result().error());
        });
    }
}

void PushClosing::mark(const kube::ObjectRef &ref, const QString &id, PushRecord::End end)
{
    // By its uid, which is asked for: a mark must not make a revision that is gone.
    opened();
    auto *const answer = m_client.get<kube::ConfigMap>(ref, this);
    connect(answer, &KubeReply::finished, this, [this, answer, ref, id, end] {
        answer->deleteLater();
        if (answer->result()) {
            const kube::ObjectMeta &meta = answer->result()->meta;
            if (id.isEmpty() || meta.annotations.value(pushIdAnnotation) == id) {
                follow(m_writer.apply(m_ticket, outcomeRequest(ref, meta.uid, end), this));
            }
        }
        answered(answer->result() ? nullptr : &answer->result().error());
    });
}

void PushClosing::listed(const PushRecord &push, const kube::ListPage<kube::ConfigMap> &page)
{
    for (const kube::DeleteRequest &old : revisionsToPrune(page.items)) {
        follow(m_writer.remove(m_ticket, old, this));
    }
    const std::vector<Revision> revisions = readRevisions(page.items);
    if (!revisions.empty() && revisions.front().number > push.revision) {
        m_blemishes.push_back({.code = ErrorCode::Conflict,
                               .what = tr("Another push was made meanwhile"),
                               .why = revisions.front().toString(),
                               .advice = tr("Plan again to see what is so now.")});
    }
}

void PushClosing::follow(KubeWrite *write)
{
    opened();
    connect(write, &KubeWrite::finished, this, [this, write] {
        write->deleteLater();
        const std::optional<Error> &error = write->outcome().error;
        answered(error ? &*error : nullptr);
    });
}

void PushClosing::answered(const Error *error)
{
    const auto isLike = [error](const Error &each) {
        return each.code == error->code && each.httpStatus == error->httpStatus;
    };
    if (error != nullptr && std::none_of(m_blemishes.begin(), m_blemishes.end(), isLike)) {
        m_blemishes.push_back(*error);
    }
    --m_open;
    if (m_closing && m_open == 0) {
        finish();
    }
}

void PushClosing::finish()
{
    if (!m_finished) {
        m_finished = true;
        m_patience.stop();
        Q_EMIT finished();
    }
}

} // namespace spillway
