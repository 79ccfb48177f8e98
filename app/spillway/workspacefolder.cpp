// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/workspacefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFolder)
};

constexpr qint64 largestFile = 4 * 1024 * 1024;

Error fileError(const QString &what, const QString &file, const QString &why)
{
    Error error;
    error.code = ErrorCode::File;
    error.what = what;
    error.where = file;
    error.why = why;
    return error;
}

Result<QByteArray> readFile(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        return fileError(Text::tr("The workspace cannot be opened"), file, in.errorString());
    }
    if (in.size() > largestFile) {
        return fileError(Text::tr("The workspace cannot be opened"), file,
                         Text::tr("a workspace file is not that large"));
    }
    return in.readAll();
}

} // namespace

WorkspaceFolder::WorkspaceFolder(QString folder)
    : m_store(std::move(folder))
{}

void WorkspaceFolder::take(const QString &id)
{
    Entry entry{m_store.fileOf(id), {}, true};
    if (auto reading = m_store.load(id)) {
        entry.reading = *reading;
    } else {
        entry.reading.errors.push_back(reading.error());
    }
    entry.reading.workspace.id = id;
    m_entries.insert(id, entry);
}

void WorkspaceFolder::reload()
{
    m_entries.removeIf(
        [](const std::pair<const QString &, Entry &> &one) { return one.second.stored; });
    const QStringList ids = m_store.list();
    for (const QString &id : ids) {
        take(id);
    }
}

const WorkspaceFolder::Entry *WorkspaceFolder::find(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? nullptr : &*found;
}

std::vector<Error> WorkspaceFolder::problems() const
{
    std::vector<Error> problems;
    for (const Entry &entry : m_entries) {
        problems.insert(problems.end(), entry.reading.errors.begin(), entry.reading.errors.end());
        problems.insert(problems.end(), entry.reading.warnings.begin(),
                        entry.reading.warnings.end());
    }
    return problems;
}

QString WorkspaceFolder::freeId(const QString &wanted) const
{
    QString id = wanted;
    for (int n = 2; m_entries.contains(id); ++n) {
        id = u"%1-%2"_s.arg(wanted).arg(n);
    }
    return id;
}

Result<QString> WorkspaceFolder::open(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it.value().stored && QFileInfo(it.value().file).absoluteFilePath() == path) {
            return it.key();
        }
    }
    auto bytes = readFile(path);
    if (!bytes) {
        return bytes.error();
    }
    Entry entry{path, readWorkspace(*bytes, path), false};
    if (!entry.reading.usable()) {
        return entry.reading.errors.empty()
                   ? fileError(Text::tr("The workspace cannot be opened"), path,
                               Text::tr("it has no address of Prometheus"))
                   : entry.reading.errors.front();
    }
    entry.reading.workspace.id = freeId(QFileInfo(path).completeBaseName());
    const QString id = entry.reading.workspace.id;
    m_entries.insert(id, entry);
    return id;
}

QString WorkspaceFolder::openBytes(const QString &id, const QByteArray &yaml)
{
    Entry entry{{}, readWorkspace(yaml, id + u".yaml"_s), false};
    entry.reading.workspace.id = id;
    m_entries.insert(id, entry);
    return id;
}

Result<QString> WorkspaceFolder::save(const Workspace &workspace)
{
    Workspace saved = workspace;
    const Entry *known = find(workspace.id);
    if (known == nullptr || !known->stored) {
        saved.id.clear();
    }
    const auto id = m_store.save(saved);
    if (id) {
        take(*id);
    }
    return id;
}

} // namespace spillway
