// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curlloop.h"

#include "net/httptransfer.h"

#include <QPointer>
#include <QSocketNotifier>

#include <curl/curl.h>

#include <csignal>

namespace spillway {

namespace {

/// libcurl wants one global initialisation before the first handle. With CURLOPT_NOSIGNAL it leaves
/// SIGPIPE to the program: OpenSSL's last words to a peer that is gone would end it.
/// https://curl.se/libcurl/c/CURLOPT_NOSIGNAL.html
void initialiseCurl()
{
    static const CURLcode once = [] {
        std::signal(SIGPIPE, SIG_IGN);
        return curl_global_init(CURL_GLOBAL_DEFAULT);
    }();
    Q_ASSERT(once == CURLE_OK);
    Q_UNUSED(once)
}

} // namespace

CurlLoop::Watch::~Watch() = default;

CurlLoop::CurlLoop(QObject *parent)
    : QObject(parent)
{
    initialiseCurl();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlLoop::~CurlLoop()
{
    m_timer.stop();
    for (const auto &[easy, transfer] : m_transfers) {
        curl_multi_remove_handle(m_multi, easy);
    }
    curl_multi_cleanup(m_multi);
}

void CurlLoop::start(CURL *easy, HttpTransfer *transfer)
{
    m_transfers[easy] = transfer;
    curl_multi_add_handle(m_multi, easy);
}

void CurlLoop::stop(CURL *easy)
{
    if (m_transfers.erase(easy) > 0) {
        curl_multi_remove_handle(m_multi, easy);
    }
}

int CurlLoop::socketChanged(CURL *easy, int socket, int what, void *self, void *)
{
    Q_UNUSED(easy)
    static_cast<CurlLoop *>(self)->watch(socket, what);
    return 0;
}

int CurlLoop::timerChanged(CURLM *multi, long timeoutMs, void *self)
{
    Q_UNUSED(multi)
    QTimer &timer = static_cast<CurlLoop *>(self)->m_timer;
    if (timeoutMs < 0) {
        timer.stop();
    } else {
        // Even 0 goes through the event loop: libcurl must not be entered again from its callback.
        timer.start(std::chrono::milliseconds{timeoutMs});
    }
    return 0;
}

void CurlLoop::watch(int socket, int what)
{
    const auto known = m_watches.find(socket);
    if (known != m_watches.end()) {
        for (QSocketNotifier *notifier : {known->second->read.get(), known->second->write.get()}) {
            if (notifier != nullptr) {
                notifier->setEnabled(false);
            }
        }
        m_retired.push_back(std::move(known->second));
        m_watches.erase(known);
    }
    if (what == CURL_POLL_REMOVE) {
        return;
    }
    auto watch = std::make_unique<Watch>();
    if ((what & CURL_POLL_IN) != 0) {
        watch->read = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
        connect(watch->read.get(), &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_IN); });
    }
    if ((what & CURL_POLL_OUT) != 0) {
        watch->write = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Write);
        connect(watch->write.get(), &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_OUT); });
    }
    m_watches.emplace(socket, std::move(watch));
}

void CurlLoop::act(int socket, int events)
{
    if (m_acting) {
        return; // a nested event loop in a slot: the level-triggered notifier comes again
    }
    m_acting = true;
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    collectEnded();
    m_acting = false;
    // The retired notifiers may include the one whose signal we are in.
    if (!m_retired.empty()) {
        QMetaObject::invokeMethod(this, &CurlLoop::finishAction, Qt::QueuedConnection);
    }
    const QPointer<CurlLoop> alive(this);
    ++m_telling;
    Q_EMIT progressed();
    if (alive) {
        --m_telling;
    }
}

void CurlLoop::finishAction()
{
    m_retired.clear();
}

void CurlLoop::collectEnded()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        CURL *easy = message->easy_handle;
        const CURLcode code = message->data.result;
        const auto found = m_transfers.find(easy);
        if (found != m_transfers.end()) {
            HttpTransfer *transfer = found->second;
            m_transfers.erase(found);
            curl_multi_remove_handle(m_multi, easy);
            transfer->ended(code);
        }
    }
}

} // namespace spillway
