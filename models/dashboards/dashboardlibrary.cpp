// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardlibrary.h"

#include "dashboards/dashboardwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// One byte more than the reader takes, so that it says itself that a file is too large.
constexpr qint64 maxFileBytes = 10LL * 1024 * 1024 + 1;

Error fileError(const QString &what, const QString &path, const QString &why)
{
    Error error;
    error.code = ErrorCode::File;
    error.what = what;
    error.where = path;
    error.why = why;
    return error;
}

Error conflict(const QString &what, const QString &path, const QString &why, const QString &advice)
{
    Error error = fileError(what, path, why);
    error.code = ErrorCode::Conflict;
    error.advice = advice;
    return error;
}

/// The bytes of the file; nothing if there is no such file.
Result<std::optional<QByteArray>> readBytes(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return std::optional<QByteArray>{};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(DashboardLibrary::tr("Cannot read the dashboard"), path,
                         file.errorString());
    }
    return std::optional<QByteArray>{file.read(maxFileBytes)};
}

} // namespace

bool isDashboardId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 64 && !id.startsWith(u'.') &&
           std::all_of(id.begin(), id.end(), [](QChar c) {
               return QStringView(u"-_.").contains(c) ||
                      (c.unicode() < 128 && c.isLetterOrNumber());
           });
}

DashboardLibrary::DashboardLibrary(QString shippedFolder, QString userFolder, QObject *parent)
    : QObject(parent)
    , m_shippedFolder(std::move(shippedFolder))
    , m_userFolder(std::move(userFolder))
{
    reload();
}

QString DashboardLibrary::defaultUserFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/spillway/dashboards"_s;
}

void DashboardLibrary::reload()
{
    m_entries.clear();
    readFolder(m_shippedFolder, false);
    readFolder(m_userFolder, true);
    Q_EMIT changed();
}

void DashboardLibrary::readFolder(const QString &folder, bool user)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        readFile(dir.filePath(name), user);
    }
}

void DashboardLibrary::readFile(const QString &path, bool user)
{
    Entry entry;
    entry.file = path;
    entry.userFile = user;
    const Result<std::optional<QByteArray>> bytes = readBytes(path);
    if (!bytes) {
        entry.reading.problems.push_back(bytes.error());
    } else {
        entry.loadedBytes = bytes->value_or(QByteArray{});
        entry.reading = readDashboard(entry.loadedBytes, path);
    }
    const QString &id = entry.reading.dashboard.id;
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &other) {
        return !id.isEmpty() && other.reading.dashboard.id == id;
    });
    if (same == m_entries.end()) {
        m_entries.push_back(std::move(entry));
        return;
    }
    if (same->userFile == user || !entry.reading.usable) {
        // Two files with one id: the first stays; a broken overlay does not hide the shipped one.
        if (entry.reading.usable) {
            entry.reading.problems.push_back(
                conflict(tr("A dashboard is left out"), path,
                         tr("its id “%1” is also that of %2").arg(id, same->file),
                         tr("Give it another id.")));
            entry.reading.usable = false;
        }
        entry.reading.dashboard.id.clear();
        m_entries.push_back(std::move(entry));
        return;
    }
    entry.overlays = true;
    *same = std::move(entry);
}

const DashboardLibrary::Entry *DashboardLibrary::find(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&id](const Entry &entry) {
        return entry.reading.usable && entry.reading.dashboard.id == id;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

std::vector<Error> DashboardLibrary::problems() const
{
    std::vector<Error> all;
    for (const Entry &entry : m_entries) {
        all.insert(all.end(), entry.reading.problems.begin(), entry.reading.problems.end());
    }
    return all;
}

QString DashboardLibrary::userFileOf(const QString &id) const
{
    const Entry *entry = find(id);
    return entry != nullptr && entry->userFile ? entry->file
                                               : QString{m_userFolder + u'/' + id + u".yaml"_s};
}

Result<void> DashboardLibrary::save(const Dashboard &dashboard)
{
    const QString what = tr("The dashboard was not saved");
    if (!isDashboardId(dashboard.id)) {
        Error error = fileError(what, {}, tr("“%1” cannot be its id").arg(dashboard.id));
        error.code = ErrorCode::InvalidInput;
        error.advice = tr("Use up to 64 letters, digits, “-” and “_”.");
        return error;
    }
    const QString path = userFileOf(dashboard.id);
    const Entry *entry = find(dashboard.id);
    const bool ours = entry != nullptr && entry->userFile;
    if (ours && !entry->reading.problems.empty()) {
        return conflict(what, path, tr("parts of the file could not be read and would be lost"),
                        tr("Repair the file, or save under another name."));
    }
    const Result<std::optional<QByteArray>> now = readBytes(path);
    if (!now) {
        return now.error();
    }
    const bool unchanged = now->has_value() ? ours && **now == entry->loadedBytes : !ours;
    if (!unchanged) {
        return conflict(what, path, tr("the file was changed by somebody else since it was read"),
                        tr("Reload it, save under another name, or overwrite it (the other "
                           "version is kept beside it)."));
    }
    return write(path, writeDashboard(dashboard));
}

Result<void> DashboardLibrary::saveAs(Dashboard dashboard, const QString &id)
{
    if (find(id) != nullptr || QFileInfo::exists(userFileOf(id))) {
        return conflict(tr("The dashboard was not saved"), userFileOf(id),
                        tr("there is a dashboard “%1” already").arg(id),
                        tr("Choose another name."));
    }
    dashboard.id = id;
    return save(dashboard);
}

Result<void> DashboardLibrary::overwrite(const Dashboard &dashboard)
{
    if (!isDashboardId(dashboard.id)) {
        return save(dashboard); // says what is wrong with it
    }
    const QString path = userFileOf(dashboard.id);
    const Result<std::optional<QByteArray>> now = readBytes(path);
    if (!now) {
        return now.error();
    }
    if (now->has_value()) {
        QSaveFile kept(path + u".orig"_s);
        if (!kept.open(QIODevice::WriteOnly) || kept.write(**now) != (*now)->size() ||
            !kept.commit()) {
            return fileError(tr("The dashboard was not saved"), kept.fileName(),
                             kept.errorString());
        }
    }
    return write(path, writeDashboard(dashboard));
}

Result<void> DashboardLibrary::revert(const QString &id)
{
    const Entry *entry = find(id);
    const QString what = tr("The dashboard was not reverted");
    if (entry == nullptr || !entry->userFile) {
        Error error = fileError(what, id, tr("there is no copy of your own"));
        error.code = ErrorCode::NotFound;
        return error;
    }
    const QString path = entry->file;
    const QString kept = path + u".orig"_s;
    if (QFileInfo::exists(kept) && !QFile::remove(kept)) {
        return fileError(what, kept, tr("the older copy cannot be replaced"));
    }
    QFile file(path);
    if (!file.rename(kept)) {
        return fileError(what, path, file.errorString());
    }
    reload();
    return {};
}

Result<void> DashboardLibrary::write(const QString &path, const QByteArray &bytes)
{
    const QString what = tr("The dashboard was not saved");
    if (!QDir().mkpath(m_userFolder)) {
        return fileError(what, m_userFolder, tr("the folder cannot be made"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fileError(what, path, file.errorString());
    }
    reload();
    return {};
}

} // namespace spillway
