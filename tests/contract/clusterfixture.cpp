// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/clusterfixture.h"

#include "kube/kubecall.h"
#include "kube/kubeconfigloader.h"
#include "kubeserver/kubeapiserver.h"
#include "kubeserver/serverstate.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>

namespace spillway::contract {

using namespace Qt::StringLiterals;
using kube::KubeRequest;
using Method = HttpRequest::Method;

namespace {

constexpr auto kubeconfigVariable = "SPILLWAY_CONTRACT_KUBECONFIG";
constexpr auto jsonType = "application/json";
constexpr auto applyType = "application/apply-patch+yaml";
constexpr auto runLabel = "spillway.dev/contract"_L1;

const kube::Resource namespaces{{}, u"v1"_s, u"Namespace"_s, u"namespaces"_s, false};
const kube::Resource definitions{u"apiextensions.k8s.io"_s, u"v1"_s, u"CustomResourceDefinition"_s,
                                 u"customresourcedefinitions"_s, false};

Error problem(const QString &what, const QString &why)
{
    return {.code = ErrorCode::Internal, .what = what, .why = why};
}

Result<QByteArray> definitionOf(kube::Kind kind)
{
    const kube::KindFacts &facts = kube::factsOf(kind);
    const QString path = QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds/") + facts.group + u'_' +
                         facts.plural + u".yaml"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{.code = ErrorCode::File, .what = path, .why = file.errorString()};
    }
    return file.readAll();
}

} // namespace

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject jsonOf(const Answer<HttpResponse> &answer)
{
    return answer.result ? QJsonDocument::fromJson(answer.result->body).object() : QJsonObject{};
}

QJsonValue valueAt(const QJsonObject &object, const QStringList &path)
{
    QJsonValue value = object;
    for (const QString &key : path) {
        value = value.toObject().value(key);
    }
    return value;
}

KubeRequest foreignRequest(Method method, const QString &path, const QByteArray &body,
                           const QByteArray &type, const QString &manager)
{
    KubeRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.contentType = type;
    request.onlyReads = false;
    request.isApply = type == applyType;
    request.what = path;
    if (!manager.isEmpty()) {
        request.query.append({u"fieldManager"_s, manager});
    }
    return request;
}

Session::Session(KubeTarget target)
    : m_logins(userExecSetup(), m_clock)
    , m_access(std::move(target), m_logins, ExecPolicy::fromWords({}), m_clock)
    , m_client(m_http, m_access)
    , m_writer(m_client)
    , m_window(m_access.contextName(), false, m_clock)
{}

Answer<HttpResponse> Session::send(const KubeRequest &request)
{
    auto *const call = new KubeCall(m_client.link(), request);
    call->start();
    return answerOf<HttpResponse>(call);
}

Answer<ApplyPreview> Session::preview(const kube::ApplyRequest &apply)
{
    return answerOf<ApplyPreview>(m_client.preview(apply, nullptr));
}

Answer<kube::AccessVerdict> Session::canI(const kube::AccessQuestion &question)
{
    return answerOf<kube::AccessVerdict>(m_client.canI(question, nullptr));
}

Result<kube::Discovery> Session::discover()
{
    const std::unique_ptr<KubeDiscoveryReply> reply(m_client.discover(nullptr));
    if (!finished(*reply)) {
        return problem(u"Discovery did not end"_s, {});
    }
    return reply->result();
}

WriteOutcome Session::outcomeOf(KubeWrite *write)
{
    const std::unique_ptr<KubeWrite> owner(write);
    if (!finished(*owner)) {
        WriteOutcome none;
        none.error = problem(u"A write did not end"_s, {});
        return none;
    }
    return owner->outcome();
}

WriteOutcome Session::apply(const kube::ApplyRequest &apply)
{
    return outcomeOf(m_writer.apply(*m_window.open(), apply, nullptr));
}

WriteOutcome Session::create(const kube::CreateRequest &create)
{
    return outcomeOf(m_writer.create(*m_window.open(), create, nullptr));
}

WriteOutcome Session::remove(const kube::DeleteRequest &request)
{
    return outcomeOf(m_writer.remove(*m_window.open(), request, nullptr));
}

WriteOutcome Session::scale(const kube::ScaleRequest &request)
{
    return outcomeOf(m_writer.scale(*m_window.open(), request, nullptr));
}

ClusterFixture::ClusterFixture()
    : m_ns(u"spillway-contract-%1"_s.arg(QRandomGenerator::global()->generate(), 8, 16, '0'_L1))
{}

ClusterFixture::~ClusterFixture()
{
    const Result<void> closed = close();
    if (!closed.ok()) {
        qWarning("%s", qPrintable(closed.error().sentence()));
    }
}

Result<std::unique_ptr<ClusterFixture>> ClusterFixture::open()
{
    std::unique_ptr<ClusterFixture> fixture(new ClusterFixture);
    const QString given = qEnvironmentVariable(kubeconfigVariable);
    const Result<void> ready =
        given.isEmpty() ? fixture->startOwnServer() : fixture->connectTo(given);
    if (!ready.ok()) {
        return ready.error();
    }
    const Result<void> made = fixture->makeNamespace();
    if (!made.ok()) {
        return made.error();
    }
    return fixture;
}

Result<void> ClusterFixture::startOwnServer()
{
    auto started = demo::KubeApiServer::start({});
    if (!started) {
        return started.error();
    }
    m_server = std::move(*started);
    const QString path = m_folder.filePath(u"kubeconfig"_s);
    const Result<void> written = m_server->writeKubeconfig(path, u"admin"_s, u"default"_s);
    return written.ok() ? connectTo(path) : written;
}

Result<void> ClusterFixture::connectTo(const QString &kubeconfig)
{
    KubeconfigSources sources;
    sources.explicitFile = kubeconfig;
    const KubeResolution found = resolveKube(loadKubeconfig(sources), {}, {});
    if (!found.target) {
        return found.error();
    }
    m_target = *found.target;
    m_admin = std::make_unique<Session>(m_target);
    return {};
}

Result<void> ClusterFixture::makeNamespace()
{
    const QString path = kube::resourcePath(namespaces, {}, m_ns);
    m_leftovers.append(path);
    const QJsonObject meta{{"name"_L1, m_ns}, {"labels"_L1, QJsonObject{{runLabel, m_ns}}}};
    const Answer<HttpResponse> made = m_admin->send(foreignRequest(
        Method::Patch, path,
        bytesOf({{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Namespace"_L1}, {"metadata"_L1, meta}}),
        applyType, u"spillway-contract"_s));
    return made.result ? Result<void>{} : made.result.error();
}

QString ClusterFixture::ownGroup() const
{
    return m_ns + u".spillway.dev"_s;
}

kube::ObjectRef ClusterFixture::ref(kube::Kind kind, const QString &name) const
{
    return {kube::bestResource(kind), m_ns, name};
}

std::unique_ptr<Session> ClusterFixture::as(const QString &token) const
{
    KubeTarget target = m_target;
    target.user = {};
    target.user.token = token;
    return std::make_unique<Session>(target);
}

Result<std::unique_ptr<Session>> ClusterFixture::asServiceAccount(const QString &name)
{
    const kube::ObjectRef account = ref(kube::Kind::ServiceAccount, name);
    const WriteOutcome made =
        m_admin->apply({account, bytesOf({{"apiVersion"_L1, "v1"_L1},
                                          {"kind"_L1, "ServiceAccount"_L1},
                                          {"metadata"_L1, QJsonObject{{"name"_L1, name}}}})});
    if (made.state != WriteOutcome::State::Done) {
        return made.error.value_or(Error{});
    }
    const QJsonObject spec{{"expirationSeconds"_L1, 3600}};
    const Answer<HttpResponse> issued = m_admin->send(
        foreignRequest(Method::Post, kube::resourcePath(account.resource, m_ns, name, u"token"_s),
                       bytesOf({{"apiVersion"_L1, "authentication.k8s.io/v1"_L1},
                                {"kind"_L1, "TokenRequest"_L1},
                                {"spec"_L1, spec}}),
                       jsonType, {}));
    if (!issued.result) {
        return issued.result.error();
    }
    return as(valueAt(jsonOf(issued), {u"status"_s, u"token"_s}).toString());
}

Result<void> ClusterFixture::install(kube::Kind kind)
{
    const Result<QByteArray> manifest = definitionOf(kind);
    if (!manifest) {
        return manifest.error();
    }
    return install(kube::bestResource(kind), *manifest);
}

Result<kube::Discovery> ClusterFixture::installPolicyKinds()
{
    using kube::Kind;
    for (const Kind kind : {Kind::ScaledObject, Kind::PrometheusRule, Kind::DestinationRule}) {
        const Result<void> installed = install(kind);
        if (!installed.ok()) {
            return installed.error();
        }
    }
    return m_admin->discover();
}

QString ClusterFixture::crdPath(const kube::Resource &resource) const
{
    return kube::resourcePath(definitions, {}, resource.qualifiedName());
}

Result<void> ClusterFixture::install(const kube::Resource &resource, const QByteArray &manifest)
{
    const QString path = crdPath(resource);
    const Answer<HttpResponse> present = m_admin->send(kube::rawRequest(path));
    if (!present.result) {
        m_leftovers.append(path);
        const Answer<HttpResponse> made = m_admin->send(
            foreignRequest(Method::Patch, path, manifest, applyType, u"spillway-contract"_s));
        if (!made.result) {
            return made.result.error();
        }
    }
    const bool ready = QTest::qWaitFor(
        [&] {
            const auto page = m_admin->list<QJsonObject>({resource, m_ns, {}, {}, 1});
            const auto served = m_admin->discover();
            return page.result.ok() && served.ok() &&
                   served->find(resource.apiVersion(), resource.kind).ok();
        },
        static_cast<int>(limit.count()));
    return ready ? Result<void>{} : problem(u"Not established in time"_s, path);
}

void ClusterFixture::forgetHistory()
{
    if (m_server) {
        m_server->state().store.compact();
    }
}

bool ClusterFixture::isGone(const QString &path)
{
    const Answer<HttpResponse> answer = m_admin->send(kube::rawRequest(path));
    return !answer.result && answer.result.error().httpStatus == 404;
}

Result<void> ClusterFixture::close()
{
    QStringList still;
    while (m_admin && !m_leftovers.isEmpty()) {
        const QString path = m_leftovers.takeLast();
        const Answer<HttpResponse> asked =
            m_admin->send(foreignRequest(Method::Delete, path, "{}", jsonType, {}));
        const bool gone =
            QTest::qWaitFor([&] { return isGone(path); }, static_cast<int>(limit.count()));
        if (!gone) {
            still.append(asked.result ? path
                                      : QString{path + u": "_s + asked.result.error().sentence()});
        }
    }
    return still.isEmpty() ? Result<void>{}
                           : problem(u"Could not remove what the run made"_s, still.join(u", "_s));
}

void ContractTest::initTestCase()
{
    auto opened = ClusterFixture::open();
    QVERIFY_RESULT(opened);
    m_cluster = std::move(*opened);
    QVERIFY_RESULT(prepare());
}

void ContractTest::cleanupTestCase()
{
    if (m_cluster) {
        QVERIFY_RESULT(m_cluster->close());
    }
    m_cluster.reset();
}

} // namespace spillway::contract
