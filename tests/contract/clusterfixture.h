// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubecontextaccess.h"
#include "kube/kubewriter.h"
#include "net/httpclient.h"
#include "support/resultmacros.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace spillway::demo {
class KubeApiServer;
}

namespace spillway::contract {

/// How long anything may take; real clusters are slow to start and to clean up.
constexpr std::chrono::milliseconds limit{60'000};

/// An answer of any call, decoded or not.
template<typename T>
struct Answer
{
    Result<T> result = Error{};
    kube::StatusDetail detail;
    QStringList warnings;
};

/// Waits until a reply of the adapter has finished. False = it has not.
template<typename Reply>
[[nodiscard]] bool finished(Reply &reply)
{
    QSignalSpy done(&reply, &Reply::finished);
    return done.wait(static_cast<int>(limit.count()));
}

/// Waits for a reply and takes its answer.
template<typename T, typename Reply>
[[nodiscard]] Answer<T> answerOf(Reply *reply)
{
    const std::unique_ptr<Reply> owner(reply);
    if (!finished(*owner)) {
        return {Error{.code = ErrorCode::Internal, .what = QStringLiteral("A call did not end")}};
    }
    return {owner->takeResult(), owner->detail(), owner->warnings()};
}

[[nodiscard]] QByteArray bytesOf(const QJsonObject &object);
[[nodiscard]] QJsonObject jsonOf(const Answer<HttpResponse> &answer);
/// A value by a path such as {"spec", "minReplicas"}.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QStringList &path);

/// What another client sends: kubectl, a controller, the console of somebody else.
[[nodiscard]] kube::KubeRequest foreignRequest(HttpRequest::Method method, const QString &path,
                                               const QByteArray &body, const QByteArray &type,
                                               const QString &manager);

/// One identity at the cluster: the adapter as the console puts it together, with calls that wait.
/// GUI thread.
class Session
{
public:
    explicit Session(KubeTarget target);

    [[nodiscard]] KubeClient &client() { return m_client; }
    [[nodiscard]] KubeWriter &writer() { return m_writer; }
    [[nodiscard]] WriteWindow &window() { return m_window; }
    [[nodiscard]] KubeContextAccess &access() { return m_access; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// Any request, undecoded.
    [[nodiscard]] Answer<HttpResponse> send(const kube::KubeRequest &request);
    template<typename T>
    [[nodiscard]] Answer<T> get(const kube::ObjectRef &object)
    {
        return answerOf<T>(m_client.get<T>(object, nullptr));
    }
    template<typename T>
    [[nodiscard]] Answer<kube::ListPage<T>> list(const kube::ListQuery &query)
    {
        return answerOf<kube::ListPage<T>>(m_client.list<T>(query, nullptr));
    }
    [[nodiscard]] Answer<ApplyPreview> preview(const kube::ApplyRequest &apply);
    [[nodiscard]] Answer<kube::AccessVerdict> canI(const kube::AccessQuestion &question);
    [[nodiscard]] Result<kube::Discovery> discover();

    [[nodiscard]] WriteOutcome apply(const kube::ApplyRequest &apply);
    [[nodiscard]] WriteOutcome create(const kube::CreateRequest &create);
    [[nodiscard]] WriteOutcome remove(const kube::DeleteRequest &request);
    [[nodiscard]] WriteOutcome scale(const kube::ScaleRequest &request);

private:
    [[nodiscard]] static WriteOutcome outcomeOf(KubeWrite *write);

    SystemClock m_clock;
    HttpClient m_http;
    ExecLogins m_logins;
    KubeContextAccess m_access;
    KubeClient m_client;
    KubeWriter m_writer;
    WriteWindow m_window;
};

/// A cluster to test against: the one of SPILLWAY_CONTRACT_KUBECONFIG, or our own API server in
/// this process. It works in a namespace of its own, and takes away what it made, also after a
/// failure. See README.md.
class ClusterFixture
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ClusterFixture>> open();
    ~ClusterFixture();

    /// Administrator of the cluster.
    [[nodiscard]] Session &admin() { return *m_admin; }
    [[nodiscard]] const KubeTarget &target() const { return m_target; }
    /// The namespace of this run.
    [[nodiscard]] const QString &ns() const { return m_ns; }
    /// A group for definitions of this run alone.
    [[nodiscard]] QString ownGroup() const;
    [[nodiscard]] kube::ObjectRef ref(kube::Kind kind, const QString &name) const;

    /// Somebody else with that token; empty = nobody.
    [[nodiscard]] std::unique_ptr<Session> as(const QString &token) const;
    /// A ServiceAccount of the run's namespace, and a session with a token of it.
    [[nodiscard]] Result<std::unique_ptr<Session>> asServiceAccount(const QString &name);

    /// Makes a custom resource definition of tests/data/wire/crds, unless the cluster has it, and
    /// waits until its objects can be listed.
    [[nodiscard]] Result<void> install(kube::Kind kind);
    /// The same for any definition; `manifest` is YAML or JSON.
    [[nodiscard]] Result<void> install(const kube::Resource &resource, const QByteArray &manifest);
    /// Those of all custom kinds that a policy writes; what is served then.
    [[nodiscard]] Result<kube::Discovery> installPolicyKinds();
    [[nodiscard]] QString crdPath(const kube::Resource &resource) const;
    /// As etcd does every few minutes: versions from before are too old from here on. A cluster
    /// of somebody's does it in its own time, so no test may need it.
    void forgetHistory();
    /// An object at the cluster scope, to be removed at the end.
    void removeAtTheEnd(const QString &path) { m_leftovers.append(path); }

    /// Removes everything. An error names what is still there.
    [[nodiscard]] Result<void> close();

private:
    ClusterFixture();
    [[nodiscard]] Result<void> startOwnServer();
    [[nodiscard]] Result<void> connectTo(const QString &kubeconfig);
    [[nodiscard]] Result<void> makeNamespace();
    [[nodiscard]] bool isGone(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<demo::KubeApiServer> m_server;
    KubeTarget m_target;
    std::unique_ptr<Session> m_admin;
    QString m_ns;
    QStringList m_leftovers; ///< paths, removed from the last to the first
};

/// Base of the test classes: one cluster for all functions of a program.
class ContractTest : public QObject
{
    Q_OBJECT
protected:
    [[nodiscard]] ClusterFixture &cluster() { return *m_cluster; }
    [[nodiscard]] Session &admin() { return m_cluster->admin(); }
    [[nodiscard]] const QString &ns() const { return m_cluster->ns(); }
    /// What a class needs beyond the namespace.
    [[nodiscard]] virtual Result<void> prepare() { return {}; }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

private:
    std::unique_ptr<ClusterFixture> m_cluster;
};

} // namespace spillway::contract

Q_DECLARE_METATYPE(spillway::kube::Refusal)
Q_DECLARE_METATYPE(spillway::WriteOutcome::State)

/// Fails unless a write was done and read back, with what was said instead.
#define VERIFY_DONE(outcome)                                                                       \
    do {                                                                                           \
        const auto &spillwayOutcome = (outcome);                                                   \
        QVERIFY2(spillwayOutcome.state == spillway::WriteOutcome::State::Done,                     \
                 spillwayOutcome.error ? qPrintable(spillwayOutcome.error->sentence()) : "");      \
    } while (false)

/// Fails unless a write was refused for that reason, and with that code.
#define VERIFY_REFUSED(outcome, why, errorCode)                                                    \
    do {                                                                                           \
        const auto &spillwayOutcome = (outcome);                                                   \
        QCOMPARE(spillwayOutcome.state, spillway::WriteOutcome::State::Refused);                   \
        QVERIFY(spillwayOutcome.error);                                                            \
        QVERIFY2(spillwayOutcome.detail.refusal == (why),                                          \
                 qPrintable(spillwayOutcome.error->sentence()));                                   \
        QCOMPARE(spillway::errorCodeName(spillwayOutcome.error->code),                             \
                 spillway::errorCodeName(errorCode));                                              \
    } while (false)
