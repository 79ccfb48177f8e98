// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "prometheus/apianswer.h"
#include "prometheus/apivalues.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace spillway {

class HttpClient;
class HttpReply;
struct HttpRequest;

/// One call of the API. GUI thread. finished() is emitted exactly once, never from inside the
/// call that made the reply; deleting the reply cancels and is always allowed, also from a slot
/// of finished().
class ApiReply : public QObject
{
    Q_OBJECT

public:
    ~ApiReply() override;
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// Decompressed bytes of the answer; 0 before it is there.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// What the Date header says about the server's clock (whole seconds), once finished.
    [[nodiscard]] std::optional<qint64> serverDate() const { return m_serverDate; }
    /// Header names and values that tell backends apart, once finished.
    [[nodiscard]] const QByteArray &serverHeader() const { return m_serverHeader; }
    /// From sending to the last byte.
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_elapsed; }

Q_SIGNALS:
    void finished();

protected:
    explicit ApiReply(QObject *parent);

    /// Sends, then calls decode(answer) - on a pool thread if the body is large - and afterwards
    /// accept() or fail() on this thread. decode returns what has to run here.
    using Deliver = std::function<void()>;
    using Decode = std::function<Deliver(const ApiAnswer &)>;
    void start(HttpClient &client, HttpRequest request, Decode decode);
    virtual void fail(Error error) = 0;

private:
    void onHttpFinished();
    void decodeOnPool(ApiAnswer answer);
    void finish(const Deliver &deliver);

    HttpReply *m_http = nullptr;
    Decode m_decode;
    QByteArray m_serverHeader;
    std::optional<qint64> m_serverDate;
    std::chrono::milliseconds m_elapsed{0};
    qint64 m_bytes = 0;
    bool m_finished = false;
};

/// An ApiReply with its value.
template<typename T>
class TypedReply final : public ApiReply
{
public:
    using Decoder = std::function<Result<T>(const ApiAnswer &)>;

    /// Made by PrometheusClient.
    TypedReply(HttpClient &client, HttpRequest request, Decoder decoder, QObject *parent)
        : ApiReply(parent)
    {
        start(client, std::move(request),
              [this, decoder = std::move(decoder)](const ApiAnswer &answer) -> Deliver {
                  // Runs on any thread and must not touch this; only the Deliver does, on our
                  // thread.
                  auto result = std::make_shared<Result<T>>(decoder(answer));
                  return [this, result] { m_result = std::move(*result); };
              });
    }

    /// Only when finished; an Internal error before.
    [[nodiscard]] const Result<T> &result() const { return m_result; }
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
