// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpreply.h"

#include <QObject>

#include <functional>
#include <memory>

namespace spillway {

/// Sends HTTP requests through libcurl's multi interface inside this thread's event loop: HTTP/2
/// and keep-alive, no thread a request, no polling. Deleting the client ends all its replies with
/// Cancelled. GUI thread. https://curl.se/libcurl/c/libcurl-multi.html
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// The reply belongs to parent (null: to the caller). A request that is not valid ends with
    /// InvalidInput.
    [[nodiscard]] HttpReply *send(HttpRequest request, QObject *parent);

    /// Requests to one host (scheme, name, port) under way at once; more wait. Urgent and
    /// streaming ones do not count. Default 8.
    void setMaxPerHost(int count);

    /// No request sent from now on uses a connection made before: the identity has changed, the
    /// machine has slept, or a connection is suspected to be dead. What is under way goes on.
    void dropConnections();

    /// Source of the jitter of retries, in [0, 1); tests set it.
    void setRandom(std::function<double()> random);

    /// Since the client was made, for the console's own metrics.
    struct Totals
    {
        qint64 requests = 0;
        qint64 failures = 0;
        qint64 bytesReceived = 0; ///< after decompression
    };
    [[nodiscard]] Totals totals() const;

private:
    friend class HttpReply;
    friend class HttpTransfer;
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
