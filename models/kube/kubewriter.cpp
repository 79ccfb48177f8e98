// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubewriter.h"

#include "kube/createwrite.h"
#include "kube/kubeaccess.h"

namespace spillway {

using namespace std::chrono_literals;

KubeWriter::KubeWriter(KubeClient &client)
    : m_client(client)
    , m_delays{500ms, 2s, 5s}
{}

void KubeWriter::setReadBackDelays(QList<std::chrono::milliseconds> delays)
{
    m_delays = std::move(delays);
}

KubeWrite *KubeWriter::apply(const WriteTicket &ticket, const kube::ApplyRequest &apply,
                             QObject *parent)
{
    return new ApplyWrite(
        {m_client.link(), ticket, m_client.access().contextName(), m_delays}, apply,
        m_client.gate(apply.object, apply.body, ManifestValidator::Extent::Partial), parent);
}

KubeWrite *KubeWriter::create(const WriteTicket &ticket, const kube::CreateRequest &create,
                              QObject *parent)
{
    return new CreateWrite(
        {m_client.link(), ticket, m_client.access().contextName(), m_delays}, create,
        m_client.gate(create.object, create.body, ManifestValidator::Extent::Whole), parent);
}

KubeWrite *KubeWriter::remove(const WriteTicket &ticket, const kube::DeleteRequest &request,
                              QObject *parent)
{
    return new DeleteWrite({m_client.link(), ticket, m_client.access().contextName(), m_delays},
                           request, parent);
}

KubeWrite *KubeWriter::scale(const WriteTicket &ticket, const kube::ScaleRequest &request,
                             QObject *parent)
{
    return new ScaleWrite({m_client.link(), ticket, m_client.access().contextName(), m_delays},
                          request, parent);
}

KubeAnswer<QJsonObject> *KubeWriter::createEvent(const WriteTicket &ticket,
                                                 const kube::EventNote &note, QObject *parent)
{
    const Result<void> allowed = ticket.check(m_client.access().contextName());
    if (!allowed.ok()) {
        return new KubeAnswer<QJsonObject>(m_client.link(), kube::StatusError{allowed.error(), {}},
                                           parent);
    }
    return new KubeAnswer<QJsonObject>(
        m_client.link(), kube::eventRequest(note),
        [](const HttpResponse &answer) { return kube::decodeObject<QJsonObject>(answer.body); },
        parent);
}

} // namespace spillway
