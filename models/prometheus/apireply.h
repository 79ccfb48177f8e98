// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "metrics/queryresult.h"
#include "net/httprequest.h"
#include "prometheus/apianswer.h"
#include "prometheus/apivalues.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace spillway {

class EndpointAccess;
class HttpClient;
class HttpReply;

/// How a request gets to the API.
struct ApiRoute
{
    HttpClient &http;
    std::shared_ptr<EndpointAccess> access; ///< null: with the settings of the request
};

/// One call of the API. GUI thread. finished() is emitted exactly once, never from inside the
/// call that made the reply; deleting the reply cancels and is always allowed, also in a slot of
/// finished().
class ApiReply : public QObject
{
    Q_OBJECT

public:
    ~ApiReply() override;
    [[nodiscard]] bool isFinished() const { return m_finished; }

    /// The first answer header of that (lower case) name, or empty; once finished.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// From sending to the last byte; once finished.
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_elapsed; }

Q_SIGNALS:
    void finished();

protected:
    explicit ApiReply(QObject *parent);

    /// Stores a result; called on the reply's thread.
    using Deliver = std::function<void()>;
    /// Bytes to a result; called on any thread, must not touch the reply: it may be gone.
    using Decode = std::function<Deliver(const ApiAnswer &)>;
    /// Sends, then decodes: on a pool thread if the body is large.
    void start(const ApiRoute &route, HttpRequest request, Decode decode);
    virtual void fail(Error error) = 0;

private:
    void askAccess();
    void send(HttpRequest request);
    void onHttpFinished();
    [[nodiscard]] bool isRefused(const ApiAnswer &answer);
    void failLater(const Error &error);
    void decodeOnPool(ApiAnswer answer);
    void finish();

    HttpClient *m_client = nullptr;
    std::shared_ptr<EndpointAccess> m_access;
    HttpRequest m_request; ///< sent again once with renewed credentials
    bool m_renewed = false;
    HttpReply *m_http = nullptr;
    Decode m_decode;
    HttpHeaders m_headers;
    std::chrono::milliseconds m_elapsed{0};
    bool m_finished = false;
};

/// An ApiReply with its value. Made by PrometheusClient.
template<typename T>
class TypedReply final : public ApiReply
{
public:
    using Decoder = std::function<Result<T>(const ApiAnswer &)>;

    TypedReply(const ApiRoute &route, HttpRequest request, Decoder decoder, QObject *parent)
        : ApiReply(parent)
    {
        start(route, std::move(request),
              [this, decoder = std::move(decoder)](const ApiAnswer &answer) -> Deliver {
                  auto result = std::make_shared<Result<T>>(decoder(answer));
                  return [this, result] { m_result = std::move(*result); };
              });
    }

    /// Only once finished.
    [[nodiscard]] const Result<T> &result() const { return m_result; }
    /// Moves the result out; once.
    [[nodiscard]] Result<T> takeResult() { return std::move(m_result); }

protected:
    void fail(Error error) override { m_result = std::move(error); }

private:
    Result<T> m_result = Error{};
};

using QueryReply = TypedReply<QueryResult>;
using SeriesReply = TypedReply<SeriesAnswer>;
using NamesReply = TypedReply<NamesAnswer>;
using MetadataReply = TypedReply<MetadataList>;
using RulesReply = TypedReply<RuleGroups>;
using AlertsReply = TypedReply<AlertList>;
using TargetsReply = TypedReply<TargetList>;
using BuildInfoReply = TypedReply<BuildInfo>;
using FlagsReply = TypedReply<ServerFlags>;
using RuntimeInfoReply = TypedReply<RuntimeInfo>;
using ExemplarsReply = TypedReply<ExemplarList>;

} // namespace spillway
