// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/journal.h"

#include "rollout/journalformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

constexpr qint64 largestJournal = 256LL * 1024 * 1024;
constexpr auto unready = ".new"_L1;

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
}

Error fileError(const QString &what, const QString &file, const QString &why)
{
    return {.code = ErrorCode::File, .what = what, .where = file, .why = why};
}

Error cannotWrite(const QString &file, const QString &why)
{
    Error error = fileError(Text::tr("The journal of the push cannot be written"), file, why);
    error.advice = Text::tr("Nothing more was sent. Check the permissions and the free space.");
    return error;
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.constData() + written,
                                      static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR) {
            return false;
        }
        written += std::max<ssize_t>(count, 0);
    }
    return true;
}

/// A new or vanished name is on the disk only with its folder.
bool syncFolder(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

QString folderOf(const QString &file)
{
    return QFileInfo(file).absolutePath();
}

/// Made for its owner only; one that is there stays as it is.
bool makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir()) {
        return true;
    }
    const QString parent = QFileInfo(QDir::cleanPath(folder)).absolutePath();
    return QDir().mkpath(parent) &&
           (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) == 0 || errno == EEXIST);
}

/// Only for ourselves; a look of isHeld() is waited for, it takes no time.
bool lockAlone(int descriptor)
{
    constexpr int mostTries = 1000;
    for (int i = 0; i < mostTries; ++i) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            return true;
        }
        if (::flock(descriptor, LOCK_SH | LOCK_NB) != 0) {
            return false; // somebody writes it
        }
        ::flock(descriptor, LOCK_UN);
        std::this_thread::yield();
    }
    return false;
}

QString fileName(const PushRecord &record)
{
    static const QRegularExpression strange(u"[^A-Za-z0-9.-]+"_s);
    constexpr qsizetype longest = 60;
    constexpr qsizetype idDigits = 8;
    const auto clean = [](QString text) { return text.replace(strange, u"-"_s).left(longest); };
    return clean(record.target.nameSpace) + u'.' + clean(record.policy) + u'.' +
           QString::number(record.revision) + u'.' + clean(record.id).left(idDigits) +
           journalSuffix;
}

/// `begun`: the file has this name still. By a descriptor of its own: one that is shared would keep
/// the lock although the journal is gone.
QString bringToDisk(const QString &begun, const QString &file)
{
    const QByteArray name = QFile::encodeName(begun.isEmpty() ? file : begun);
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return systemReason();
    }
    bool isThere = ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (isThere && !begun.isEmpty()) {
        isThere = ::rename(QFile::encodeName(begun).constData(),
                           QFile::encodeName(file).constData()) == 0 &&
                  syncFolder(folderOf(file)) && syncFolder(folderOf(folderOf(file)));
    }
    return isThere ? QString{} : systemReason();
}

Result<JournalText> readFile(const QString &path)
{
    QFile file(path);
    const QString what = Text::tr("The journal of a push cannot be read");
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(what, path, file.errorString());
    }
    if (file.size() > largestJournal) {
        return fileError(what, path, Text::tr("a journal is not that large"));
    }
    Result<JournalText> text = parseJournal(file.readAll());
    if (!text) {
        Error error = text.error();
        error.where = path;
        if (error.position) {
            error.position->file = path;
        }
        return error;
    }
    return text;
}

} // namespace

Journal::Journal(QString file, int descriptor, PushRecord record)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
    , m_record(std::move(record))
{}

Journal::~Journal()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &folder, const PushRecord &record)
{
    const QString file = QDir(folder).absoluteFilePath(fileName(record));
    if (!makeFolder(folder)) {
        return cannotWrite(folder, systemReason());
    }
    // Under another name until the disk has it: a journal never lacks its plan.
    const QString begun = file + unready;
    const int descriptor =
        ::open(QFile::encodeName(begun).constData(),
               O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return cannotWrite(file, systemReason());
    }
    std::unique_ptr<Journal> journal(new Journal(file, descriptor, record));
    journal->m_isNew = true;
    if (!lockAlone(descriptor) || !writeAll(descriptor, journalHead(record))) {
        const QString why = systemReason();
        QFile::remove(begun);
        return cannotWrite(file, why);
    }
    return journal;
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &file)
{
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return cannotWrite(file, systemReason());
    }
    std::unique_ptr<Journal> journal(new Journal(file, descriptor, {}));
    if (!lockAlone(descriptor)) {
        return Error{.code = ErrorCode::Conflict,
                     .what = Text::tr("The push cannot be continued"),
                     .where = file,
                     .why = Text::tr("another process is carrying it out"),
                     .advice = Text::tr("Wait until it has ended.")};
    }
    Result<JournalText> text = readFile(file);
    if (!text) {
        return text.error();
    }
    if (::ftruncate(descriptor, text->size) != 0) {
        return cannotWrite(file, systemReason());
    }
    journal->m_record = std::move(text->record);
    return journal;
}

bool Journal::isHeld(const QString &file)
{
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool isFree = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    ::close(descriptor);
    return !isFree;
}

Result<void> Journal::append(const QJsonObject &line)
{
    QJsonObject timed = line;
    timed.insert("at"_L1, SystemClock().now());
    const off_t size = ::lseek(m_descriptor, 0, SEEK_END);
    if (m_isBroken || size < 0) {
        return cannotWrite(m_file, Text::tr("an earlier line could not be written"));
    }
    if (!writeAll(m_descriptor, journalLine(timed))) {
        const QString why = systemReason();
        m_isBroken = ::ftruncate(m_descriptor, size) != 0; // half a line in the middle is no JSON
        return cannotWrite(m_file, why);
    }
    if (!takeJournalLine(m_record, timed)) {
        return Error{.code = ErrorCode::Internal, .what = Text::tr("The push has no such step")};
    }
    return {};
}

Result<void> Journal::sending(int step, const QJsonObject &last)
{
    QJsonObject line{{"sending"_L1, step}};
    if (!last.isEmpty()) {
        line.insert("last"_L1, last);
    }
    return append(line);
}

Result<void> Journal::done(int step, const QString &uid)
{
    return append({{"done"_L1, step}, {"uid"_L1, uid}});
}

Result<void> Journal::gone(int step)
{
    return append({{"done"_L1, step}, {"uid"_L1, QString{}}, {"gone"_L1, true}});
}

Result<void> Journal::refused(int step, const Error &error)
{
    return append({{"refused"_L1, step}, {"error"_L1, journalError(error)}});
}

Result<void> Journal::unknown(int step, const Error &error)
{
    return append({{"unknown"_L1, step}, {"error"_L1, journalError(error)}});
}

Result<void> Journal::ended(PushRecord::End end)
{
    return append({{"end"_L1, pushEndName(end)}});
}

QFuture<QString> Journal::sync()
{
    const QString begun = std::exchange(m_isNew, false) ? QString{m_file + unready} : QString{};
    return QtConcurrent::run([begun, file = m_file] { return bringToDisk(begun, file); });
}

Error Journal::unsynced(const QString &why) const
{
    return cannotWrite(m_file, why);
}

Result<void> Journal::discard()
{
    if (m_isNew) { // it has no name yet
        QFile::remove(m_file + unready);
        return {};
    }
    if (!QFile::remove(m_file) || !syncFolder(folderOf(m_file))) {
        return fileError(Text::tr("The journal of a push that wrote nothing stays"), m_file,
                         systemReason());
    }
    return {};
}

Result<PushRecord> readJournal(const QString &file)
{
    Result<JournalText> text = readFile(file);
    return text ? Result<PushRecord>{std::move(text->record)} : Result<PushRecord>{text.error()};
}

JournalList listJournals(const QString &folder)
{
    JournalList list;
    const QDir place(folder);
    const QStringList names = place.entryList({u'*' + journalSuffix}, QDir::Files);
    for (const QString &name : names) {
        const QString file = place.absoluteFilePath(name);
        Result<PushRecord> record = readJournal(file);
        if (record) {
            list.entries.push_back({file, std::move(*record)});
        } else {
            list.problems.push_back(record.error());
        }
    }
    std::stable_sort(list.entries.begin(), list.entries.end(),
                     [](const JournalEntry &a, const JournalEntry &b) {
                         return a.record.startedAt > b.record.startedAt;
                     });
    return list;
}

QString defaultJournalFolder()
{
    // Not the application's own: the console and spillwayctl go on with each other's pushes.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/spillway/journal"_s;
}

} // namespace spillway
