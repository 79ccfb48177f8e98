// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubereply.h"
#include "kube/openapischema.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QMap>
#include <QPointer>

namespace spillway {

/// The schemas that manifests for one cluster are checked against. Kinds of Kubernetes itself: the
/// shipped documents, parsed on the pool when first asked for. Custom resources: what the cluster
/// says of them (/openapi/v3, each group and version kept by the hash in its address), and if it
/// cannot be asked, what is shipped; fact() tells which. GUI thread.
/// https://kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3
class KubeSchemas final : public QObject
{
    Q_OBJECT
public:
    enum class Origin : std::uint8_t {
        Unknown, ///< nobody knows the kind, or it was not asked for: not checked
        Shipped,
        Cluster,
    };
    /// What a kind is checked against.
    struct Fact
    {
        Origin origin = Origin::Unknown;
        std::optional<Error> problem; ///< why the cluster's own schema is not used
        friend bool operator==(const Fact &, const Fact &) = default;
    };
    struct Limits
    {
        std::chrono::milliseconds patience{5'000}; ///< a write is not held up longer by a question
        std::chrono::milliseconds fresh{60'000};   ///< how long the list of documents is believed
    };
    using Found = std::function<void(const SchemaPtr &schema)>;

    explicit KubeSchemas(std::shared_ptr<KubeLink> link, QObject *parent = nullptr);
    ~KubeSchemas() override;
    void setLimits(Limits limits) { m_limits = limits; }

    /// Calls `found` once, also from inside the call, with the typed tree of a kind, null if nobody
    /// knows it. Never if `context` goes first.
    void find(const kube::Resource &kind, QObject *context, Found found);
    [[nodiscard]] Fact fact(const kube::Resource &kind) const;

Q_SIGNALS:
    /// A fact is another.
    void changed();

private:
    /// What the cluster says of one group and version.
    struct Document
    {
        QString url;
        QPointer<KubeReply> reply; ///< while it is read
        OpenApiSchema schema;
        std::optional<Error> problem;
    };
    struct Wanted
    {
        KindName kind;
        QPointer<QObject> context;
        Found found;
    };
    using Urls = QMap<QString, QString>; ///< "apis/keda.sh/v1alpha1" -> address

    void load();
    /// Serves all for whom it is settled.
    void settle();
    /// Nothing while a question is open.
    [[nodiscard]] std::optional<SchemaPtr> lookUp(const KindName &kind);
    [[nodiscard]] std::optional<SchemaPtr> lookUpCustom(const KindName &kind);
    [[nodiscard]] SchemaPtr shipped(const KindName &kind, std::optional<Error> problem);
    void note(const KindName &kind, Fact fact);
    void askIndex();
    void askDocument(const QString &path, const QString &url);
    /// Gives the question up when patience ends; `expired` learns why.
    void limit(KubeReply *reply, std::function<void(Error)> expired);

    std::shared_ptr<KubeLink> m_link;
    Limits m_limits;
    QFutureWatcher<void> m_loading;
    bool m_loadAsked = false;
    std::vector<Wanted> m_waiting;
    Urls m_urls;
    std::optional<Error> m_indexProblem;
    QElapsedTimer m_indexAge; ///< since the index was answered; invalid = to be asked
    QPointer<KubeReply> m_index;
    std::map<QString, Document> m_documents;
    std::map<KindName, Fact> m_facts;
    bool m_hasNews = false;
};

namespace kube {

/// The addresses of an answer of /openapi/v3. WrongContent if it is none.
[[nodiscard]] Result<QMap<QString, QString>> decodeSchemaIndex(const QByteArray &json);

} // namespace kube

} // namespace spillway
