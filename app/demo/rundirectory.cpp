// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/rundirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace spillway::demo {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::RunDirectory)
};

QString lockPath(const QString &folder)
{
    // Beside the folder, so that there is no moment in which the folder exists without its lock.
    return folder + QStringLiteral(".lock");
}

const QString prefix = QStringLiteral("run-");

} // namespace

std::unique_ptr<FileLock> FileLock::tryLock(const QString &path)
{
    // Close-on-exec: children must not hold the lock after this process has died.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return nullptr;
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return nullptr;
    }
    return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

RunDirectory::RunDirectory(QString path, std::unique_ptr<FileLock> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{}

Result<std::unique_ptr<RunDirectory>> RunDirectory::create(const QString &parent)
{
    const auto failure = [&](const QString &why) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("Cannot make the demo's folder"),
                     .where = parent,
                     .why = why,
                     .advice = Text::tr("Check the permissions and the free space."),
                     .position = {}};
    };
    if (!QDir().mkpath(parent)) {
        return failure(
            QString::fromLocal8Bit(std::strerror(errno))); // NOLINT(concurrency-mt-unsafe)
    }
    QTemporaryDir made(parent + u'/' + prefix + QStringLiteral("XXXXXX"));
    if (!made.isValid()) {
        return failure(made.errorString());
    }
    std::unique_ptr<FileLock> lock = FileLock::tryLock(lockPath(made.path()));
    if (!lock) {
        return failure(Text::tr("Its lock cannot be taken."));
    }
    made.setAutoRemove(false);
    return std::unique_ptr<RunDirectory>(new RunDirectory(made.path(), std::move(lock)));
}

RunDirectory::~RunDirectory()
{
    QDir(m_path).removeRecursively();
    QFile::remove(lockPath(m_path));
}

int RunDirectory::removeLeftovers(const QString &parent)
{
    int removed = 0;
    const QDir folder(parent);
    const QStringList names = folder.entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        // A run between making its folder and taking its lock has no lock file yet: leave it.
        if (!QFile::exists(lockPath(path))) {
            continue;
        }
        if (const std::unique_ptr<FileLock> lock = FileLock::tryLock(lockPath(path))) {
            QDir(path).removeRecursively();
            QFile::remove(lockPath(path));
            ++removed;
        }
    }
    return removed;
}

} // namespace spillway::demo
