// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/generationquery.h"

#include "connection/prometheussource.h"
#include "connection/secretstore.h"
#include "net/httpclient.h"
#include "prometheus/prometheusclient.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

Result<QString> secretOf(const Workspace &workspace)
{
    if (!needsSecret(workspace.prometheus.auth)) {
        return QString{};
    }
    KeychainSecretStore store;
    QEventLoop loop;
    const std::unique_ptr<SecretAnswer> secret(readSecret(workspace, store, nullptr));
    QObject::connect(secret.get(), &SourceReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return secret->takeResult();
}

} // namespace

Result<QueryResult> queryGenerations(const Workspace &workspace)
{
    const Result<QString> secret = secretOf(workspace);
    if (!secret) {
        return secret.error();
    }
    const QString metric = u"breaker_override_generation"_s;
    HttpClient http;
    PrometheusClient client(http, {.url = workspace.prometheus.url,
                                   .settings = std::make_shared<const HttpSettings>(
                                       httpSettings(workspace.prometheus, *secret)),
                                   .timeout = workspace.prometheus.timeout});
    QEventLoop loop;
    const std::unique_ptr<QueryReply> reply(
        client.query({.expr = workspace.metrics.value(metric, metric)}, nullptr));
    QObject::connect(reply.get(), &ApiReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Result<QueryResult> result = reply->takeResult();
    if (result) {
        for (const QString &warning : result->notes.warnings) {
            say(Text::tr("warning: %1").arg(warning));
        }
    }
    return result;
}

} // namespace spillway
