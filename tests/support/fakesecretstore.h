// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/secretstore.h"

#include <QHash>
#include <QTimer>

namespace spillway {

/// A keychain in memory, for tests. Link Spillway::connection.
class FakeSecretStore final : public SecretStore
{
public:
    QHash<QString, QString> secrets;
    int reads = 0;

    SecretAnswer *read(const QString &key, QObject *parent) override
    {
        ++reads;
        auto *answer = new SecretAnswer(parent);
        QTimer::singleShot(0, answer, [this, answer, key] {
            if (secrets.contains(key)) {
                answer->finish(secrets.value(key));
                return;
            }
            Error error;
            error.code = ErrorCode::NotFound;
            error.what = QStringLiteral("no such entry");
            answer->finish(error);
        });
        return answer;
    }
    SecretDone *write(const QString &key, const QString &secret, QObject *parent) override
    {
        secrets.insert(key, secret);
        return done(parent);
    }
    SecretDone *remove(const QString &key, QObject *parent) override
    {
        secrets.remove(key);
        return done(parent);
    }

private:
    static SecretDone *done(QObject *parent)
    {
        auto *answer = new SecretDone(parent);
        QTimer::singleShot(0, answer, [answer] { answer->finish(true); });
        return answer;
    }
};

} // namespace spillway
