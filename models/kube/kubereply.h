// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kube/kuberequest.h"
#include "kube/manifestcheck.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace spillway {

class HttpClient;
class KubeAccess;
class KubeCall;

/// How replies reach the server; owned by KubeClient, shared by its replies.
struct KubeLink
{
    HttpClient &http;
    KubeAccess &access;
    std::function<double()> random; ///< jitter of retries, in [0, 1)
};

/// One question to the API. GUI thread. finished() is emitted exactly once, never from inside the
/// call that made the reply; deleting the reply cancels and is always allowed, also in a slot of
/// finished().
class KubeReply : public QObject
{
    Q_OBJECT
public:
    ~KubeReply() override;
    [[nodiscard]] bool isFinished() const { return m_finished; }

    /// What a refusal said beyond the error; only once finished, empty after a success.
    [[nodiscard]] const kube::StatusDetail &detail() const { return m_detail; }
    /// Warning headers of the server, without doubles.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

Q_SIGNALS:
    void finished();

protected:
    explicit KubeReply(std::shared_ptr<KubeLink> link, QObject *parent);

    /// Stores a result; called on the reply's thread. True = finished, false = more was asked for.
    using Deliver = std::function<bool()>;
    /// Bytes to a result; called on any thread, must not touch the reply: it may be gone.
    using Decode = std::function<Deliver(const HttpResponse &)>;
    /// Sends, then decodes: on a pool thread if the body is large.
    void start(kube::KubeRequest request, Decode decode);
    /// Ends it from the event loop without asking the server.
    void failLater(kube::StatusError error);
    /// A refusal; true = it is dealt with and more was asked for.
    virtual bool recover(const kube::StatusError &error);
    virtual void fail(Error error) = 0;

private:
    void onCallFinished();
    void decodeOnPool(HttpResponse response);
    void deliver(const Deliver &deliver);
    void finish();

    std::shared_ptr<KubeLink> m_link;
    std::unique_ptr<KubeCall> m_call;
    Decode m_decode;
    kube::StatusDetail m_detail;
    QStringList m_warnings;
    bool m_finished = false;
};

/// A KubeReply with its value. Made by KubeClient.
template<typename T>
class KubeAnswer final : public KubeReply
{
public:
    using Decoder = std::function<Result<T>(const HttpResponse &)>;

    KubeAnswer(std::shared_ptr<KubeLink> link, kube::KubeRequest request, Decoder decoder,
               QObject *parent)
        : KubeReply(std::move(link), parent)
    {
        ask(std::move(request), std::move(decoder));
    }
    /// Sent only if the gate lets it through.
    KubeAnswer(std::shared_ptr<KubeLink> link, const kube::ManifestGate &gate,
               kube::KubeRequest request, Decoder decoder, QObject *parent)
        : KubeReply(std::move(link), parent)
    {
        gate(this, [this, request = std::move(request),
                    decoder = std::move(decoder)](std::optional<kube::StatusError> refused) {
            if (refused) {
                failLater(std::move(*refused));
            } else {
                ask(request, decoder);
            }
        });
    }
    /// Refused before anything was sent.
    KubeAnswer(std::shared_ptr<KubeLink> link, kube::StatusError refused, QObject *parent)
        : KubeReply(std::move(link), parent)
    {
        failLater(std::move(refused));
    }

    /// Only once finished.
    [[nodiscard]] const Result<T> &result() const { return m_result; }
    /// Moves the result out; once.
    [[nodiscard]] Result<T> takeResult() { return std::move(m_result); }

protected:
    void fail(Error error) override { m_result = std::move(error); }

private:
    void ask(kube::KubeRequest request, Decoder decoder)
    {
        start(std::move(request), [this, decoder = std::move(decoder)](const HttpResponse &answer) {
            auto result = std::make_shared<Result<T>>(decoder(answer));
            return Deliver{[this, result] {
                m_result = std::move(*result);
                return true;
            }};
        });
    }

    Result<T> m_result = Error{};
};

} // namespace spillway
