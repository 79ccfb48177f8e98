// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policydrafts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

// The first line is "spillway-draft 1 <hash>"; the text follows.
const QByteArray head = "spillway-draft 1 ";

} // namespace

PolicyDrafts::PolicyDrafts(QString folder)
    : m_folder(std::move(folder))
{}

QByteArray PolicyDrafts::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QString PolicyDrafts::fileOf(const QString &key) const
{
    return m_folder + u'/' + QString::fromLatin1(hashOf(key.toUtf8()).first(32)) + u".draft"_s;
}

void PolicyDrafts::keep(const QString &key, const Draft &draft) const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder)) {
        return;
    }
    QSaveFile file(fileOf(key));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(head + draft.baseHash + '\n' + draft.text);
        file.commit();
    }
}

std::optional<PolicyDrafts::Draft> PolicyDrafts::find(const QString &key) const
{
    QFile file(fileOf(key));
    if (m_folder.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.readAll();
    const qsizetype end = bytes.indexOf('\n');
    if (!bytes.startsWith(head) || end < 0) {
        return std::nullopt;
    }
    return Draft{.text = bytes.sliced(end + 1),
                 .baseHash = bytes.sliced(head.size(), end - head.size())};
}

void PolicyDrafts::drop(const QString &key) const
{
    if (!m_folder.isEmpty()) {
        QFile::remove(fileOf(key));
    }
}

} // namespace spillway
