// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "net/curlerror.h"
#include "net/curlloop.h"
#include "net/httptransfer.h"

#include <QCoreApplication>
#include <QHash>
#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>
#include <list>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

QString hostKey(const QUrl &url)
{
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host(), QString::number(url.port()));
}

} // namespace

class HttpClient::Private
{
public:
    /// A request with the host it counts for, which stays even if it is redirected.
    struct Entry
    {
        std::unique_ptr<HttpTransfer> transfer;
        QString host;
        bool urgent = false;
        bool started = false; ///< before begin(), whose slots may remove it or start others
    };

    explicit Private(HttpClient *client)
        : q(client)
    {
        renewLoop();
    }

    void renewLoop()
    {
        loops.push_back(std::make_unique<CurlLoop>());
        QObject::connect(loops.back().get(), &CurlLoop::progressed, q, [this] { deliver(); });
        scheduleStart();
    }

    /// Not from inside a loop's own signal.
    void removeIdleLoops()
    {
        const auto isOver = [this](const std::unique_ptr<CurlLoop> &loop) {
            return loop != loops.back() && loop->isIdle();
        };
        loops.erase(std::remove_if(loops.begin(), loops.end() - 1, isOver), loops.end() - 1);
    }

    void add(HttpReply *reply)
    {
        Entry entry;
        entry.transfer = std::make_unique<HttpTransfer>(
            reply, [this] { return loops.back().get(); }, [this] { return random(); });
        entry.host = hostKey(reply->request().url);
        // A watch never ends, so it must not hold a place either.
        entry.urgent =
            reply->request().lane == HttpRequest::Lane::Urgent || reply->request().streaming;
        HttpTransfer *transfer = entry.transfer.get();
        QObject::connect(transfer, &HttpTransfer::over, q, [this, transfer] { remove(transfer); });
        QObject::connect(transfer, &HttpTransfer::connectionDoubted, q, [this](CurlLoop *doubted) {
            if (doubted == loops.back().get()) {
                renewLoop();
            }
        });
        entries.push_back(std::move(entry));
        transfer->arm();
        ++totals.requests;
        scheduleStart();
    }

    void remove(HttpTransfer *transfer)
    {
        const auto found =
            std::find_if(entries.begin(), entries.end(), [transfer](const Entry &entry) {
                return entry.transfer.get() == transfer;
            });
        if (found == entries.end()) {
            return;
        }
        totals.bytesReceived += transfer->bytesReceived();
        totals.failures += transfer->hasFailed() ? 1 : 0;
        if (found->started && !found->urgent) {
            --underWay[found->host];
        }
        retired.push_back(std::move(found->transfer)); // it is in the middle of a call of its own
        entries.erase(found);
        scheduleStart();
    }

    void deliver()
    {
        // Slots may add and remove entries, and delete the client.
        const QPointer<HttpClient> alive(q);
        std::vector<QPointer<HttpTransfer>> all;
        all.reserve(entries.size());
        for (const Entry &entry : entries) {
            all.emplace_back(entry.transfer.get());
        }
        for (const QPointer<HttpTransfer> &transfer : all) {
            if (alive && transfer) {
                transfer->deliver();
            }
        }
    }

    void scheduleStart()
    {
        if (!startScheduled) {
            startScheduled = true;
            QMetaObject::invokeMethod(
                q, [this] { startWaiting(); }, Qt::QueuedConnection);
        }
    }

    void startWaiting()
    {
        startScheduled = false;
        retired.clear();
        removeIdleLoops();
        const QPointer<HttpClient> alive(q);
        std::vector<QPointer<HttpTransfer>> next;
        for (Entry &entry : entries) {
            if (entry.started) {
                continue;
            }
            int &count = underWay[entry.host];
            if (!entry.urgent && count >= maxPerHost) {
                continue;
            }
            count += entry.urgent ? 0 : 1;
            entry.started = true;
            next.emplace_back(entry.transfer.get());
        }
        for (const QPointer<HttpTransfer> &transfer : next) {
            if (alive && transfer) {
                transfer->begin();
            }
        }
    }

    HttpClient *q;
    std::vector<std::unique_ptr<CurlLoop>>
        loops;                ///< the last one takes new requests, the others end what they have
    std::list<Entry> entries; ///< in the order of sending
    std::vector<std::unique_ptr<HttpTransfer>>
        retired; ///< over; deleted by the event loop's next turn
    QHash<QString, int> underWay;
    std::function<double()> random = [] { return QRandomGenerator::global()->generateDouble(); };
    Totals totals;
    int maxPerHost = 8;
    bool startScheduled = false;
    bool closing = false;
};

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{}

HttpClient::~HttpClient()
{
    // Every reply still ends, once.
    d->closing = true;
    while (!d->entries.empty()) {
        d->entries.front().transfer->cancel();
    }
}

HttpReply *HttpClient::send(HttpRequest request, QObject *parent)
{
    auto *reply = new HttpReply(std::move(request), parent);
    const QString url = displayUrl(reply->request().url);
    if (reply->request().isValid() && !d->closing) {
        d->add(reply);
        return reply;
    }
    const Error error = d->closing ? cancelledError(url)
                                   : requestError(url, Text::tr("this is not an HTTP address"));
    QMetaObject::invokeMethod(
        reply, [reply, error] { reply->finish(error); }, Qt::QueuedConnection);
    return reply;
}

void HttpClient::setMaxPerHost(int count)
{
    d->maxPerHost = std::max(1, count);
    d->scheduleStart();
}

void HttpClient::dropConnections()
{
    d->renewLoop();
}

void HttpClient::setRandom(std::function<double()> random)
{
    d->random = std::move(random);
}

HttpClient::Totals HttpClient::totals() const
{
    return d->totals;
}

} // namespace spillway
