// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeaccess.h"
#include "support/faultserver.h"

#include <QUrlQuery>

namespace spillway {

/// One request as an API server sees it.
struct ClusterRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QByteArray head;
    QByteArray body;

    [[nodiscard]] static ClusterRequest parse(const QByteArray &raw)
    {
        ClusterRequest request;
        const qsizetype end = raw.indexOf("\r\n\r\n");
        request.head = raw.first(end);
        request.body = raw.sliced(end + 4);
        const QList<QByteArray> words = request.head.left(request.head.indexOf('\r')).split(' ');
        request.method = words.value(0);
        const QUrl url = QUrl::fromEncoded(words.value(1));
        request.path = url.path();
        request.query = QUrlQuery(url);
        return request;
    }
    [[nodiscard]] bool has(const QString &key) const { return query.hasQueryItem(key); }
    [[nodiscard]] QString value(const QString &key) const
    {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    }
};

/// An API server that does what the test's function says. Empty = the connection is cut.
class ScriptedCluster
{
public:
    using Script = std::function<QByteArray(const ClusterRequest &request)>;

    explicit ScriptedCluster(Script script)
        : server([this, script = std::move(script)](QTcpSocket &socket, const QByteArray &raw) {
            const ClusterRequest request = ClusterRequest::parse(raw);
            requests.append(request);
            const QByteArray answer = script(request);
            last = &socket;
            if (answer.isEmpty()) {
                socket.abort();
                return;
            }
            socket.write(answer);
        })
    {}

    [[nodiscard]] static QByteArray json(const QByteArray &body,
                                         const QByteArray &status = "200 OK",
                                         const QByteArray &headers = {})
    {
        return FaultServer::response(status, body, "Content-Type: application/json\r\n" + headers);
    }
    /// The start of a watch; lines follow by chunk().
    [[nodiscard]] static QByteArray stream()
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
               "Transfer-Encoding: chunked\r\n\r\n";
    }
    [[nodiscard]] static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }
    [[nodiscard]] qsizetype count(const QByteArray &method, const QString &key = {}) const
    {
        return std::count_if(requests.cbegin(), requests.cend(), [&](const ClusterRequest &one) {
            return one.method == method && (key.isEmpty() || one.has(key));
        });
    }

    QList<ClusterRequest> requests;
    QPointer<QTcpSocket> last; ///< of the last answer
    FaultServer server;
};

/// Access without credentials, or whatever the test sets.
class FakeAccess final : public KubeAccess
{
public:
    explicit FakeAccess(const ScriptedCluster &cluster)
        : m_server(cluster.server.url(QString{}))
    {}

    [[nodiscard]] QUrl server() const override { return m_server; }
    [[nodiscard]] QString contextName() const override { return QStringLiteral("test"); }
    [[nodiscard]] QString defaultNamespace() const override { return QStringLiteral("shop"); }
    void settings(QObject *context, std::function<void(Result<HttpSettingsPtr>)> done) override
    {
        ++asked;
        if (!later) {
            done(next);
            return;
        }
        QMetaObject::invokeMethod(
            context, [this, done] { done(next); }, Qt::QueuedConnection);
    }
    void refused() override
    {
        ++refusals;
        if (renewed) {
            next = renewed;
        }
    }

    [[nodiscard]] static HttpSettingsPtr token(const QString &secret)
    {
        auto settings = std::make_shared<HttpSettings>();
        settings->auth.kind = HttpAuth::Kind::Bearer;
        settings->auth.secret = secret;
        return settings;
    }

    Result<HttpSettingsPtr> next = HttpSettingsPtr{};
    HttpSettingsPtr renewed;
    bool later = false;
    int asked = 0;
    int refusals = 0;

private:
    QUrl m_server;
};

} // namespace spillway
