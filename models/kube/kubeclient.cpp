// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Old servers show each metric twice in a dry run (S14).
bool hasDoubledMetrics(const QJsonObject &object)
{
    const QJsonArray metrics = object.value("spec"_L1).toObject().value("metrics"_L1).toArray();
    for (qsizetype i = 0; i < metrics.size(); ++i) {
        for (qsizetype j = i + 1; j < metrics.size(); ++j) {
            if (metrics.at(i) == metrics.at(j)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

KubeClient::KubeClient(HttpClient &http, KubeAccess &access)
    : m_link(std::make_shared<KubeLink>(
          KubeLink{http, access, [] { return QRandomGenerator::global()->generateDouble(); }}))
    , m_schemas(std::make_unique<KubeSchemas>(m_link))
{}

KubeClient::~KubeClient() = default;

KubeAccess &KubeClient::access() const
{
    return m_link->access;
}

kube::ManifestGate KubeClient::gate(const kube::ObjectRef &object, const QByteArray &body,
                                    ManifestValidator::Extent extent) const
{
    return [schemas = m_schemas.get(), object, body,
            extent](QObject *context, std::function<void(std::optional<kube::StatusError>)> done) {
        const auto check = [object, body, extent, done = std::move(done)](const SchemaPtr &schema) {
            kube::StatusError refused;
            const Result<QJsonObject> manifest =
                kube::checkedManifest(object, body, schema.get(), extent, refused.detail.causes);
            if (manifest) {
                done(std::nullopt);
                return;
            }
            refused.error = manifest.error();
            refused.detail.refusal = kube::Refusal::Invalid;
            done(std::move(refused));
        };
        schemas->find(object.resource, context, check);
    };
}

void KubeClient::setRandom(std::function<double()> random)
{
    m_link->random = std::move(random);
}

KubeAnswer<kube::Scale> *KubeClient::scale(const kube::ObjectRef &object, QObject *parent)
{
    return new KubeAnswer<kube::Scale>(
        m_link, kube::scaleGetRequest(object),
        [](const HttpResponse &answer) { return kube::decodeObject<kube::Scale>(answer.body); },
        parent);
}

KubeAnswer<ApplyPreview> *KubeClient::preview(const kube::ApplyRequest &apply, QObject *parent)
{
    const auto decode = [hash = kube::requestHash(apply),
                         body = apply.body](const HttpResponse &answer) -> Result<ApplyPreview> {
        Result<QJsonObject> object = kube::decodeObject<QJsonObject>(answer.body);
        if (!object) {
            return object.error();
        }
        const bool doubled = hasDoubledMetrics(*object) &&
                             !hasDoubledMetrics(QJsonDocument::fromJson(body).object());
        return ApplyPreview{std::move(*object), answer.status == 201, doubled, hash};
    };
    return new KubeAnswer<ApplyPreview>(
        m_link, gate(apply.object, apply.body, ManifestValidator::Extent::Partial),
        kube::applyRequest(apply, true), decode, parent);
}

KubeDiscoveryReply *KubeClient::discover(QObject *parent)
{
    return new KubeDiscoveryReply(m_link, parent);
}

KubeAnswer<kube::ServerVersion> *KubeClient::version(QObject *parent)
{
    return new KubeAnswer<kube::ServerVersion>(
        m_link, kube::versionRequest(),
        [](const HttpResponse &answer) { return kube::decodeVersion(answer.body); }, parent);
}

KubeAnswer<kube::Identity> *KubeClient::whoAmI(QObject *parent)
{
    return new KubeAnswer<kube::Identity>(
        m_link, kube::selfReviewRequest(),
        [](const HttpResponse &answer) { return kube::decodeSelfReview(answer.body); }, parent);
}

KubeAnswer<kube::AccessVerdict> *KubeClient::canI(const kube::AccessQuestion &question,
                                                  QObject *parent)
{
    return new KubeAnswer<kube::AccessVerdict>(
        m_link, kube::accessReviewRequest(question),
        [](const HttpResponse &answer) { return kube::decodeAccessReview(answer.body); }, parent);
}

KubeAnswer<kube::RulesReview> *KubeClient::rules(const QString &ns, QObject *parent)
{
    return new KubeAnswer<kube::RulesReview>(
        m_link, kube::rulesReviewRequest(ns),
        [](const HttpResponse &answer) { return kube::decodeRulesReview(answer.body); }, parent);
}

KubeAnswer<HttpResponse> *KubeClient::fetch(const kube::KubeRequest &request, QObject *parent)
{
    // Whatever it looks like, it changes nothing.
    kube::KubeRequest read = request;
    read.method = HttpRequest::Method::Get;
    read.body.clear();
    return new KubeAnswer<HttpResponse>(
        m_link, std::move(read),
        [](const HttpResponse &answer) -> Result<HttpResponse> { return answer; }, parent);
}

} // namespace spillway
