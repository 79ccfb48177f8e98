// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/secretstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace spillway {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

const QString service = u"spillway"_s;
/// A locked keychain may ask the person; a broken one never answers.
constexpr auto keychainPatience = 60s;
constexpr qint64 longestSecret = 64 * 1024;

Error secretError(ErrorCode code, const QString &where, const QString &why)
{
    Error error;
    error.code = code;
    error.what = Text::tr("Cannot get the password or token");
    error.where = where;
    error.why = why;
    error.advice = Text::tr("Enter it again in the settings of the workspace, or let passwordFrom "
                            "name an environment variable (env:NAME) or a file (file:PATH).");
    return error;
}

QString keychainTrouble(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return Text::tr("the keychain has no entry for this workspace");
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Text::tr("the keychain refuses access");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Text::tr("this desktop has no keychain service");
    default:
        return Text::tr("the keychain failed");
    }
}

/// Starts a job whose end `take` turns into the answer.
template<typename T, typename Job, typename Take>
Answer<T> *start(Job *job, const QString &key, QObject *parent, Take take)
{
    auto *answer = new Answer<T>(parent);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    const QString where = Text::tr("keychain entry %1").arg(key);
    QObject::connect(job, &QKeychain::Job::finished, answer, [answer, job, where, take] {
        if (job->error() == QKeychain::NoError) {
            answer->finish(take(job));
            return;
        }
        const bool missing = job->error() == QKeychain::EntryNotFound;
        answer->finish(secretError(missing ? ErrorCode::NotFound : ErrorCode::Unsupported, where,
                                   keychainTrouble(*job)));
    });
    QTimer::singleShot(keychainPatience, answer, [answer, where] {
        answer->finish(
            secretError(ErrorCode::Timeout, where, Text::tr("the keychain does not answer")));
    });
    job->start();
    return answer;
}

Result<QString> secretOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return secretError(ErrorCode::File, path, file.errorString());
    }
    QByteArray bytes = file.read(longestSecret);
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) {
        bytes.chop(1);
    }
    if (bytes.isEmpty()) {
        return secretError(ErrorCode::File, path, Text::tr("the file is empty"));
    }
    return QString::fromUtf8(bytes);
}

Result<QString> secretOfEnvironment(const QString &name)
{
    const QString value = qEnvironmentVariable(name.toUtf8().constData());
    if (value.isEmpty()) {
        return secretError(ErrorCode::NotFound, Text::tr("environment variable %1").arg(name),
                           Text::tr("it is not set"));
    }
    return value;
}

SecretAnswer *laterSecret(const Result<QString> &result, QObject *parent)
{
    auto *answer = new SecretAnswer(parent);
    QTimer::singleShot(0ms, answer, [answer, result] { answer->finish(result); });
    return answer;
}

} // namespace

SecretStore::~SecretStore() = default;

SecretAnswer *KeychainSecretStore::read(const QString &key, QObject *parent)
{
    return start<QString>(new QKeychain::ReadPasswordJob(service), key, parent,
                          [](QKeychain::ReadPasswordJob *job) { return job->textData(); });
}

SecretDone *KeychainSecretStore::write(const QString &key, const QString &secret, QObject *parent)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(secret);
    return start<bool>(job, key, parent, [](QKeychain::WritePasswordJob *) { return true; });
}

SecretDone *KeychainSecretStore::remove(const QString &key, QObject *parent)
{
    return start<bool>(new QKeychain::DeletePasswordJob(service), key, parent,
                       [](QKeychain::DeletePasswordJob *) { return true; });
}

QString secretKey(const Workspace &workspace)
{
    return u"workspace/"_s + (workspace.id.isEmpty() ? workspace.name : workspace.id);
}

bool needsSecret(const WorkspaceAuth &auth)
{
    return auth.kind == AuthKind::Basic || auth.kind == AuthKind::Bearer;
}

SecretAnswer *readSecret(const Workspace &workspace, SecretStore &store, QObject *parent)
{
    const SecretRef &ref = workspace.prometheus.auth.secret;
    switch (ref.kind) {
    case SecretRef::Kind::Environment:
        return laterSecret(secretOfEnvironment(ref.name), parent);
    case SecretRef::Kind::File:
        return laterSecret(secretOfFile(ref.name), parent);
    case SecretRef::Kind::Keychain:
        break;
    }
    return store.read(secretKey(workspace), parent);
}

} // namespace spillway
