// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubereply.h"

#include "kube/kubecall.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace spillway {

namespace {

/// Below this, decoding takes less time than the way to another thread and back is worth.
constexpr qsizetype poolThreshold = qsizetype{256} * 1024;

} // namespace

KubeReply::KubeReply(std::shared_ptr<KubeLink> link, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
{}

KubeReply::~KubeReply() = default;

void KubeReply::start(kube::KubeRequest request, Decode decode)
{
    m_decode = std::move(decode);
    m_call = std::make_unique<KubeCall>(m_link, std::move(request));
    connect(m_call.get(), &KubeCall::finished, this, &KubeReply::onCallFinished);
    m_call->start();
}

void KubeReply::failLater(kube::StatusError error)
{
    QMetaObject::invokeMethod(
        this,
        [this, error = std::move(error)] {
            m_detail = error.detail;
            fail(error.error);
            finish();
        },
        Qt::QueuedConnection);
}

bool KubeReply::recover(const kube::StatusError & /*error*/)
{
    return false;
}

void KubeReply::onCallFinished()
{
    for (const QString &warning : m_call->warnings()) {
        if (!m_warnings.contains(warning)) {
            m_warnings.append(warning);
        }
    }
    Result<HttpResponse> result = m_call->takeResult();
    if (!result) {
        const kube::StatusError error{result.error(), m_call->detail()};
        if (recover(error)) {
            return;
        }
        m_detail = error.detail;
        fail(error.error);
        finish();
        return;
    }
    if (result->body.size() > poolThreshold) {
        decodeOnPool(std::move(result).value());
        return;
    }
    deliver(m_decode(*result));
}

void KubeReply::decodeOnPool(HttpResponse response)
{
    // The watcher is ours, so a result that comes after our end is dropped with it; the worker
    // knows nothing of this object.
    auto *const watcher = new QFutureWatcher<Deliver>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const Deliver result = watcher->result();
        watcher->deleteLater();
        deliver(result);
    });
    watcher->setFuture(QtConcurrent::run(
        [decode = m_decode, response = std::move(response)] { return decode(response); }));
}

void KubeReply::deliver(const Deliver &deliver)
{
    if (deliver()) {
        finish();
    }
}

void KubeReply::finish()
{
    m_finished = true;
    Q_EMIT finished(); // a slot may delete us
}

} // namespace spillway
