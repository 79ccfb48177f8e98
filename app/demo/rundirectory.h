// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

namespace spillway::demo {

/// An advisory lock on a file, held until destroyed; the kernel lets go of it if the process dies.
class FileLock
{
public:
    /// nullptr if somebody else holds it, or the file cannot be made. Does not wait.
    [[nodiscard]] static std::unique_ptr<FileLock> tryLock(const QString &path);
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {}
    int m_descriptor;
};

/// A folder for one run, removed with the object. Folders of runs that were killed are recognised
/// by their free lock and removed by the next run.
class RunDirectory
{
public:
    /// Under the parent folder, which is made if needed.
    [[nodiscard]] static Result<std::unique_ptr<RunDirectory>> create(const QString &parent);
    RunDirectory(const RunDirectory &) = delete;
    RunDirectory &operator=(const RunDirectory &) = delete;
    ~RunDirectory();

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_path + u'/' + name; }
    /// Removes what killed runs left; returns how many.
    static int removeLeftovers(const QString &parent);

private:
    RunDirectory(QString path, std::unique_ptr<FileLock> lock);
    QString m_path;
    std::unique_ptr<FileLock> m_lock;
};

} // namespace spillway::demo
