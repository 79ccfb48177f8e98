// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/kubeapiserver.h"

#include "kubeserver/bootstrap.h"
#include "kubeserver/housekeeper.h"
#include "kubeserver/httpadapter.h"
#include "kubeserver/requestpipeline.h"
#include "kubeserver/yamltext.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString adminName = QStringLiteral("admin");

Error cannotStart(const QString &why)
{
    return Error{.code = ErrorCode::Internal,
                 .what = KubeApiServer::tr("Cannot start the API server of the demo"),
                 .where = {},
                 .why = why,
                 .advice = {}};
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

KubeApiServer::KubeApiServer(CertificateAuthority authority)
    : m_authority(std::move(authority))
{}

Result<std::unique_ptr<KubeApiServer>> KubeApiServer::start(const Options &options)
{
    auto authority = CertificateAuthority::create();
    if (!authority) {
        return authority.error();
    }
    std::unique_ptr<KubeApiServer> server(new KubeApiServer(std::move(*authority)));
    if (const Result<void> opened = server->open(options); !opened) {
        return opened.error();
    }
    return server;
}

Result<void> KubeApiServer::open(const Options &options)
{
    auto admin = m_authority.issueClient(adminName, {u"system:masters"_s});
    if (!admin) {
        return admin.error();
    }
    m_admin = std::move(*admin);
    if (Result<void> set = setWrongCertificate(false); !set) {
        return set;
    }
    addUsers(options.users);
    storeBootstrapObjects(m_state.store);
    m_state.authenticator.setAccountCheck(
        [this](const QString &nameSpace, const QString &name, const QString &uid) {
            const auto account = m_state.store.get(storageKeyOf({}, u"serviceaccounts"_s),
                                                   ObjectStore::keyOf(nameSpace, name));
            return account && (*account)["metadata"_L1]["uid"_L1].toString() == uid;
        });
    addHandlers();
    m_port = quint16(m_listener.bindLoopback());
    if (m_port == 0) {
        return cannotStart(tr("no free port on 127.0.0.1"));
    }
    m_listener.start();
    if (options.controllers) {
        m_housekeeper = std::make_unique<Housekeeper>(m_state);
        m_housekeeper->start();
    }
    return {};
}

KubeApiServer::~KubeApiServer()
{
    {
        const std::lock_guard lock(m_stopMutex);
        m_stopping = true;
        m_stopped.notify_all();
    }
    m_listener.stop();
}

void KubeApiServer::addUsers(const std::vector<User> &users)
{
    m_users = users;
    m_users.push_back({adminName, {}, {u"system:masters"_s}, {}});
    for (User &user : m_users) {
        if (user.token.isEmpty()) {
            user.token = Authenticator::randomToken();
        }
        m_state.authenticator.addToken(user.token,
                                       UserInfo::authenticated(user.name, user.groups, user.uid));
    }
}

QString KubeApiServer::url() const
{
    return u"https://127.0.0.1:%1"_s.arg(m_port);
}

QByteArray KubeApiServer::token(const QString &user) const
{
    const auto found = std::find_if(m_users.begin(), m_users.end(),
                                    [&user](const User &each) { return each.name == user; });
    return found == m_users.end() ? QByteArray() : found->token;
}

Result<void> KubeApiServer::setWrongCertificate(bool wrong)
{
    auto pair = wrong ? m_authority.issueServer({u"elsewhere.example.com"_s}, {u"192.0.2.1"_s})
                      : m_authority.issueServer(
                            {u"localhost"_s, u"kubernetes"_s, u"kubernetes.default.svc"_s},
                            {u"127.0.0.1"_s});
    if (!pair) {
        return pair.error();
    }
    if (!m_listener.setCertificate(*pair, m_authority.certificate())) {
        return cannotStart(tr("OpenSSL did not take the certificate"));
    }
    return {};
}

QJsonObject KubeApiServer::credentialsOf(const QString &user) const
{
    if (user == adminName) {
        return {{u"client-certificate-data"_s, base64(m_admin.certificate)},
                {u"client-key-data"_s, base64(m_admin.key)}};
    }
    return {{u"token"_s, QString::fromLatin1(token(user))}};
}

Result<void> KubeApiServer::writeKubeconfig(const QString &path, const QString &user,
                                            const QString &nameSpace) const
{
    return writeKubeconfig(path, QStringList{user}, nameSpace);
}

Result<void> KubeApiServer::writeKubeconfig(const QString &path, const QStringList &users,
                                            const QString &nameSpace) const
{
    const QString cluster = u"spillway-demo"_s;
    QJsonArray credentials;
    QJsonArray contexts;
    for (const QString &user : users) {
        const QJsonObject content{
            {u"cluster"_s, cluster}, {u"user"_s, user}, {u"namespace"_s, nameSpace}};
        credentials.append(QJsonObject{{u"name"_s, user}, {u"user"_s, credentialsOf(user)}});
        contexts.append(
            QJsonObject{{u"name"_s, QString(user + u'@' + cluster)}, {u"context"_s, content}});
    }
    const QJsonObject reached{{u"server"_s, url()},
                              {u"certificate-authority-data"_s, base64(authority())}};
    const QJsonObject document{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Config"_s},
        {u"clusters"_s, QJsonArray{QJsonObject{{u"name"_s, cluster}, {u"cluster"_s, reached}}}},
        {u"users"_s, credentials},
        {u"contexts"_s, contexts},
        {u"current-context"_s, QString(users.value(0) + u'@' + cluster)},
    };
    QFile::remove(path);
    QFile file(path);
    const QByteArray text = yamlText(document).toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(text) != text.size() || !file.flush()) {
        return Error{.code = ErrorCode::File,
                     .what = tr("Cannot write the kubeconfig of the demo"),
                     .where = path,
                     .why = file.errorString(),
                     .advice = {}};
    }
    return {};
}

void KubeApiServer::pause(std::chrono::milliseconds length)
{
    std::unique_lock lock(m_stopMutex);
    m_stopped.wait_for(lock, length, [this] { return m_stopping; });
}

void KubeApiServer::addHandlers()
{
    const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
        serve(request, response);
    };
    const char *everything = ".*";
    m_listener.Get(everything, handler);
    m_listener.Post(everything, handler);
    m_listener.Put(everything, handler);
    m_listener.Patch(everything, handler);
    m_listener.Delete(everything, handler);
    m_listener.Options(everything, handler);
}

void KubeApiServer::serve(const httplib::Request &httpRequest, httplib::Response &response)
{
    ApiRequest request = apiRequestOf(httpRequest);
    FaultSwitches &faults = m_state.faults;
    if (const auto late = faults.take(Fault::Kind::Latency, request)) {
        pause(late->latency);
    }
    if (faults.take(Fault::Kind::CutBefore, request)) {
        TlsListener::cutConnection();
        return;
    }
    for (const Fault::Kind kind :
         {Fault::Kind::Status, Fault::Kind::Gone, Fault::Kind::LoginPage}) {
        if (const auto fault = faults.take(kind, request)) {
            writeAnswer(request, faultAnswer(*fault), response);
            return;
        }
    }
    const ApiAnswer answer = answerRequest(m_state, request);
    if (faults.take(Fault::Kind::CutAfter, request)) {
        TlsListener::cutConnection();
        return;
    }
    writeAnswer(request, answer, response);
}

} // namespace spillway::demo
