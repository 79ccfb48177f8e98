// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeschemas.h"

#include "kube/jsonreader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTimer>
#include <QUrlQuery>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logSchemas, "spillway.kube.schema")

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KubeSchemas)
};

KindName nameOf(const kube::Resource &kind)
{
    return {kind.group, kind.version, kind.kind};
}

/// Kinds of Kubernetes itself are the same in every cluster of a version.
bool isBuiltIn(const KindName &kind)
{
    return !kind.group.contains(u'.') || kind.group.endsWith(".k8s.io"_L1);
}

QString pathOf(const KindName &kind)
{
    return (kind.group.isEmpty() ? u"api/"_s : u"apis/"_s) + kind.apiVersion();
}

/// A question that a write waits for.
kube::KubeRequest questionOf(const QString &address)
{
    const QUrl url(address);
    kube::KubeRequest request = kube::rawRequest(url.path(QUrl::FullyEncoded),
                                                 QUrlQuery(url).queryItems(QUrl::FullyDecoded));
    request.urgent = true;
    request.what = Text::tr("Cannot read the schemas of the cluster");
    return request;
}

Result<OpenApiSchema> decodeDocument(const HttpResponse &answer)
{
    OpenApiSchema schema;
    const Result<void> added = schema.add(QJsonDocument::fromJson(answer.body).object());
    if (!added.ok()) {
        return added.error();
    }
    return schema;
}

} // namespace

Result<QMap<QString, QString>> kube::decodeSchemaIndex(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    const QJsonValue paths = document.object().value("paths"_L1);
    if (!paths.isObject()) {
        return json::wrongContent(problem.error == QJsonParseError::NoError
                                      ? Text::tr("it has no list of documents")
                                      : problem.errorString());
    }
    QMap<QString, QString> urls;
    const QJsonObject entries = paths.toObject();
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        urls.insert(it.key(), it.value().toObject().value("serverRelativeURL"_L1).toString());
    }
    return urls;
}

KubeSchemas::KubeSchemas(std::shared_ptr<KubeLink> link, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
{
    connect(&m_loading, &QFutureWatcherBase::finished, this, &KubeSchemas::settle);
}

KubeSchemas::~KubeSchemas() = default;

void KubeSchemas::find(const kube::Resource &kind, QObject *context, Found found)
{
    if (m_indexAge.isValid() && m_indexAge.elapsed() >= m_limits.fresh.count()) {
        m_indexAge.invalidate();
    }
    m_waiting.push_back({nameOf(kind), context, std::move(found)});
    if (m_loadAsked && m_loading.isFinished()) {
        settle();
    } else {
        load();
    }
}

KubeSchemas::Fact KubeSchemas::fact(const kube::Resource &kind) const
{
    const auto found = m_facts.find(nameOf(kind));
    return found == m_facts.end() ? Fact{} : found->second;
}

void KubeSchemas::load()
{
    if (!m_loadAsked) {
        m_loadAsked = true;
        m_loading.setFuture(QtConcurrent::run([] { static_cast<void>(OpenApiSchema::shipped()); }));
    }
}

void KubeSchemas::settle()
{
    std::vector<std::pair<Wanted, SchemaPtr>> settled;
    for (auto wanted = m_waiting.begin(); wanted != m_waiting.end();) {
        const std::optional<SchemaPtr> schema = lookUp(wanted->kind);
        if (schema) {
            settled.emplace_back(std::move(*wanted), *schema);
            wanted = m_waiting.erase(wanted);
        } else {
            ++wanted;
        }
    }
    const bool hasNews = std::exchange(m_hasNews, false);
    const QPointer<KubeSchemas> self(this); // whoever is called may delete us
    for (const auto &[wanted, schema] : settled) {
        if (wanted.context) {
            wanted.found(schema);
        }
    }
    if (self && hasNews) {
        Q_EMIT changed();
    }
}

std::optional<SchemaPtr> KubeSchemas::lookUp(const KindName &kind)
{
    return isBuiltIn(kind) && OpenApiSchema::shipped().kind(kind) ? shipped(kind, {})
                                                                  : lookUpCustom(kind);
}

std::optional<SchemaPtr> KubeSchemas::lookUpCustom(const KindName &kind)
{
    if (m_index || !m_indexAge.isValid()) {
        askIndex();
        return std::nullopt;
    }
    if (m_indexProblem) {
        return shipped(kind, m_indexProblem);
    }
    const QString path = pathOf(kind);
    const QString url = m_urls.value(path);
    if (url.isEmpty()) {
        return shipped(kind, Error{.code = ErrorCode::Unsupported,
                                   .what = Text::tr("Cannot read the schemas of the cluster"),
                                   .why = Text::tr("it does not describe %1").arg(path)});
    }
    const Document &document = m_documents[path];
    if (document.url != url) {
        askDocument(path, url);
    }
    if (document.reply) {
        return std::nullopt;
    }
    SchemaPtr schema = document.schema.kind(kind);
    if (document.problem || !schema) {
        return shipped(kind, document.problem);
    }
    note(kind, {Origin::Cluster, {}});
    return schema;
}

SchemaPtr KubeSchemas::shipped(const KindName &kind, std::optional<Error> problem)
{
    SchemaPtr schema = OpenApiSchema::shipped().kind(kind);
    note(kind, {schema ? Origin::Shipped : Origin::Unknown, std::move(problem)});
    return schema;
}

void KubeSchemas::note(const KindName &kind, Fact fact)
{
    Fact &known = m_facts[kind];
    if (known == fact) {
        return;
    }
    if (fact.problem) {
        qCInfo(logSchemas).noquote() << fact.problem->sentence();
    }
    known = std::move(fact);
    m_hasNews = true;
}

void KubeSchemas::askIndex()
{
    if (m_index) {
        return;
    }
    auto *const reply = new KubeAnswer<Urls>(
        m_link, questionOf(u"/openapi/v3"_s),
        [](const HttpResponse &answer) { return kube::decodeSchemaIndex(answer.body); }, this);
    m_index = reply;
    const auto answered = [this](Result<Urls> urls) {
        m_index = nullptr;
        m_indexAge.start();
        m_indexProblem = urls ? std::nullopt : std::optional{urls.error()};
        m_urls = urls ? std::move(*urls) : Urls{};
        std::erase_if(m_documents, [](const auto &entry) { return entry.second.problem; });
        settle();
    };
    connect(reply, &KubeReply::finished, this, [reply, answered] {
        reply->deleteLater();
        answered(reply->takeResult());
    });
    limit(reply, answered);
}

void KubeSchemas::askDocument(const QString &path, const QString &url)
{
    auto *const reply =
        new KubeAnswer<OpenApiSchema>(m_link, questionOf(url), decodeDocument, this);
    if (const QPointer<KubeReply> old = m_documents[path].reply) {
        old->disconnect(this);
        old->deleteLater();
    }
    m_documents[path] = {url, reply, {}, {}};
    const auto answered = [this, path](Result<OpenApiSchema> schema) {
        Document &document = m_documents[path];
        document.reply = nullptr;
        if (schema) {
            document.schema = std::move(*schema);
        } else {
            document.problem = schema.error();
        }
        settle();
    };
    connect(reply, &KubeReply::finished, this, [reply, answered] {
        reply->deleteLater();
        answered(reply->takeResult());
    });
    limit(reply, answered);
}

void KubeSchemas::limit(KubeReply *reply, std::function<void(Error)> expired)
{
    auto *const timer = new QTimer(reply);
    timer->setSingleShot(true);
    timer->start(m_limits.patience);
    connect(timer, &QTimer::timeout, this, [this, reply, expired = std::move(expired)] {
        if (reply->isFinished()) {
            return;
        }
        reply->disconnect(this);
        reply->deleteLater();
        expired({.code = ErrorCode::Timeout,
                 .what = Text::tr("Cannot read the schemas of the cluster"),
                 .why = Text::tr("it did not answer in time")});
    });
}

} // namespace spillway
