// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/prometheustester.h"

#include "connection/prometheussource.h"
#include "connection/secretstore.h"
#include "core/clock.h"
#include "net/httpclient.h"

#include <QElapsedTimer>
#include <QTimer>

namespace spillway {

namespace {

/// Answers every question with the secret typed just now.
class TypedSecret final : public SecretStore
{
public:
    explicit TypedSecret(QString secret)
        : m_secret(std::move(secret))
    {}

    SecretAnswer *read(const QString &, QObject *parent) override
    {
        auto *answer = new SecretAnswer(parent);
        QTimer::singleShot(0, answer, [answer, secret = m_secret] { answer->finish(secret); });
        return answer;
    }
    SecretDone *write(const QString &, const QString &, QObject *parent) override
    {
        return done(parent);
    }
    SecretDone *remove(const QString &, QObject *parent) override { return done(parent); }

private:
    static SecretDone *done(QObject *parent)
    {
        auto *answer = new SecretDone(parent);
        QTimer::singleShot(0, answer, [answer] { answer->finish(true); });
        return answer;
    }

    QString m_secret;
};

class Trial final : public ConnectionTrial
{
public:
    Trial(const Workspace &workspace, const QString &secret, HttpClient &http, SecretStore &secrets,
          ExecLogins &logins, QObject *parent)
        : ConnectionTrial(parent)
        , m_typed(secret)
        , m_source(workspace, http, secret.isEmpty() ? secrets : m_typed, logins, m_clock)
    {
        m_elapsed.start();
        m_answer = std::unique_ptr<ProbeAnswer>(m_source.probe(nullptr));
        connect(m_answer.get(), &SourceReply::finished, this, &Trial::tell);
    }
    ~Trial() override { m_answer.reset(); }

private:
    void tell()
    {
        ConnectionDiagnosis diagnosis;
        diagnosis.elapsed = std::chrono::milliseconds{m_elapsed.elapsed()};
        const auto result = m_answer->takeResult();
        if (result) {
            diagnosis.product = result->product;
            diagnosis.version = result->version;
            diagnosis.lacks = result->lacks;
            diagnosis.clockOffset = result->clockOffset;
            diagnosis.scrapeInterval = result->scrapeInterval;
        } else {
            diagnosis.error = result.error();
        }
        Q_EMIT finished(diagnosis);
    }

    SystemClock m_clock;
    TypedSecret m_typed;
    PrometheusSource m_source;
    std::unique_ptr<ProbeAnswer> m_answer;
    QElapsedTimer m_elapsed;
};

} // namespace

PrometheusTester::PrometheusTester(HttpClient &http, SecretStore &secrets, ExecLogins &logins)
    : m_http(http)
    , m_secrets(secrets)
    , m_logins(logins)
{}

ConnectionTrial *PrometheusTester::test(const Workspace &workspace, const QString &secret,
                                        QObject *parent)
{
    Workspace tried = workspace;
    if (!secret.isEmpty()) {
        // Typed now: wherever the stored one is, this one counts.
        tried.prometheus.auth.secret = SecretRef{};
    }
    return new Trial(tried, secret, m_http, m_secrets, m_logins, parent);
}

} // namespace spillway
