// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace spillway {

/// Certificates made by the openssl program for this run, as NAME.crt and NAME.key in a folder that
/// is removed afterwards. A step that fails fails the test.
class TestCertificates
{
public:
    [[nodiscard]] QString path(const QString &file) const { return m_dir.filePath(file); }
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    [[nodiscard]] QByteArray read(const QString &file) const;

    void makeCa(const QString &name);
    /// `names` such as "IP:127.0.0.1,DNS:kube.internal"; NAME is the common name.
    void makeLeaf(const QString &name, const QString &names,
                  const QString &ca = QStringLiteral("ca"));
    /// NAME.locked.key: the key of NAME behind a password.
    void lockKey(const QString &name);

    /// For a server with that certificate; clientCa: clients are asked for a certificate of it.
    [[nodiscard]] QSslConfiguration server(const QString &name, const QString &clientCa = {}) const;

private:
    void openssl(const QStringList &arguments) const;

    QTemporaryDir m_dir;
};

/// Writes a file, replacing it at once as tools that rotate certificates do.
void replaceFile(const QString &path, const QByteArray &bytes);

} // namespace spillway
