// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspacestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceStore)
};

/// A workspace larger than this is none.
constexpr qint64 longestFile = 2 * 1024 * 1024;

Error fileError(ErrorCode code, const QString &what, const QString &file, const QString &why,
                const QString &advice = {})
{
    Error error;
    error.code = code;
    error.what = what;
    error.where = file;
    error.why = why;
    error.advice = advice;
    return error;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(ErrorCode::File, Text::tr("Cannot read the workspace"), path,
                         file.errorString());
    }
    return file.read(longestFile);
}

/// Letters, digits and '-', so that it is a file name everywhere and cannot leave the folder.
QString slug(const QString &name)
{
    QString out;
    for (const QChar c : name.trimmed().toLower()) {
        if (c.isLetterOrNumber()) {
            out += c;
        } else if (!out.isEmpty() && !out.endsWith(u'-')) {
            out += u'-';
        }
    }
    while (out.endsWith(u'-')) {
        out.chop(1);
    }
    out.truncate(60);
    return out.isEmpty() ? u"workspace"_s : out;
}

} // namespace

QString workspaceFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/workspaces"_s;
}

WorkspaceStore::WorkspaceStore(QString folder)
    : m_folder(folder.isEmpty() ? workspaceFolder() : std::move(folder))
{}

QStringList WorkspaceStore::list() const
{
    QStringList ids;
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({u"*.yaml"_s}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QFileInfo &file : files) {
        ids.append(file.completeBaseName());
    }
    return ids;
}

QString WorkspaceStore::fileOf(const QString &id) const
{
    return m_folder + u'/' + id + u".yaml"_s;
}

Result<WorkspaceReading> WorkspaceStore::load(const QString &id)
{
    const Result<QByteArray> bytes = readFile(fileOf(id));
    if (!bytes) {
        return bytes.error();
    }
    m_loaded.insert(id, *bytes);
    return readWorkspace(*bytes, fileOf(id));
}

QString WorkspaceStore::freeId(const QString &name) const
{
    const QString base = slug(name);
    QString id = base;
    for (int i = 2; QFile::exists(fileOf(id)); ++i) {
        id = base + u'-' + QString::number(i);
    }
    return id;
}

Result<void> WorkspaceStore::write(const QString &id, const QByteArray &bytes) const
{
    const QString what = Text::tr("Cannot save the workspace");
    if (!QDir().mkpath(m_folder)) {
        return fileError(ErrorCode::File, what, m_folder, Text::tr("the folder cannot be made"));
    }
    QSaveFile file(fileOf(id));
    // Addresses and names of production are nobody else's business.
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return fileError(ErrorCode::File, what, fileOf(id), file.errorString());
    }
    return {};
}

Result<QString> WorkspaceStore::save(const Workspace &workspace)
{
    Workspace value = workspace;
    if (value.id.isEmpty()) {
        value.id = freeId(value.name);
    }
    const QString path = fileOf(value.id);
    QByteArray previous;
    if (QFile::exists(path)) {
        const Result<QByteArray> now = readFile(path);
        if (!now) {
            return now.error();
        }
        previous = *now;
        const WorkspaceReading reading = readWorkspace(previous, path);
        if (!reading.errors.empty()) {
            Error error = reading.errors.front();
            error.what = Text::tr("The file has errors and is not overwritten");
            return error;
        }
        if (m_loaded.contains(value.id) && m_loaded.value(value.id) != previous) {
            return fileError(ErrorCode::Conflict, Text::tr("Cannot save the workspace"), path,
                             Text::tr("the file has changed since it was read"),
                             Text::tr("Open the workspace again and repeat the change."));
        }
    }
    const QByteArray bytes = writeWorkspace(value, previous);
    if (const Result<void> written = write(value.id, bytes); !written) {
        return written.error();
    }
    m_loaded.insert(value.id, bytes);
    return value.id;
}

Result<QString> WorkspaceStore::import(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        return bytes.error();
    }
    const WorkspaceReading reading = readWorkspace(*bytes, path);
    if (!reading.errors.empty()) {
        return reading.errors.front();
    }
    const QString id = freeId(reading.workspace.name);
    if (const Result<void> written = write(id, *bytes); !written) {
        return written.error();
    }
    m_loaded.insert(id, *bytes);
    return id;
}

Result<void> WorkspaceStore::remove(const QString &id)
{
    QFile file(fileOf(id));
    if (!file.remove()) {
        return fileError(ErrorCode::File, Text::tr("Cannot remove the workspace"), file.fileName(),
                         file.errorString());
    }
    m_loaded.remove(id);
    return {};
}

} // namespace spillway
