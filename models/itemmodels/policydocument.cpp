// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policydocument.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrent>

#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Editors write a file in several steps.
constexpr std::chrono::milliseconds writingTime{50};

} // namespace

PolicyDocument::PolicyDocument(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    m_look.setSingleShot(true);
    m_look.setInterval(writingTime);
    connect(&m_quiet, &QTimer::timeout, this, &PolicyDocument::analyse);
    connect(&m_look, &QTimer::timeout, this, &PolicyDocument::lookAtFile);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_look, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_look,
            qOverload<>(&QTimer::start));
}

PolicyDocument::~PolicyDocument()
{
    if (m_quiet.isActive()) {
        keepDraft();
    }
}

namespace {

Result<QByteArray> readFile(const QString &name)
{
    QFile file(name);
    const bool opened = file.open(QIODevice::ReadOnly);
    // One byte more than allowed shows that it is too large.
    QByteArray bytes = opened ? file.read(PolicyDocument::mostBytes + 1) : QByteArray{};
    Error error{.code = ErrorCode::File,
                .what = PolicyDocument::tr("Cannot open the policy"),
                .where = name,
                .why = file.errorString()};
    if (!opened || file.error() != QFileDevice::NoError) {
        return error;
    }
    if (bytes.size() > PolicyDocument::mostBytes) {
        error.code = ErrorCode::TooLarge;
        error.why = PolicyDocument::tr("it is larger than %1 MiB")
                        .arg(PolicyDocument::mostBytes / (1024 * 1024));
        error.advice = PolicyDocument::tr("Is it a policy? Those have some hundred lines.");
        return error;
    }
    return bytes;
}

} // namespace

Result<void> PolicyDocument::open(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes) {
        return bytes.error();
    }
    const std::optional<PolicyDrafts::Draft> draft = m_drafts.find(path);
    replace(*bytes, *bytes, path);
    if (draft && draft->text != *bytes) {
        restore(*draft);
    }
    return {};
}

void PolicyDocument::begin(const QByteArray &text)
{
    replace(text, {}, {});
}

void PolicyDocument::close()
{
    if (!m_open) {
        return;
    }
    m_drafts.drop(draftKey());
    m_open = false;
    m_restored = false;
    m_quiet.stop();
    ++m_generation; // what is under way is not wanted any more
    m_analysing = false;
    m_analysis.reset();
    m_text.clear();
    m_onDisk.clear();
    m_seen.clear();
    if (!std::exchange(m_file, {}).isEmpty()) {
        Q_EMIT fileChanged();
    }
    watch();
    setOutside(Outside::Same);
    updateModified();
    Q_EMIT textReplaced();
    Q_EMIT textChanged();
    Q_EMIT analysed();
}

void PolicyDocument::replace(const QByteArray &text, const QByteArray &onDisk, const QString &file)
{
    const bool otherFile = file != m_file;
    m_open = true;
    m_restored = false;
    m_text = text;
    m_onDisk = onDisk;
    m_seen.clear();
    m_file = file;
    watch();
    if (otherFile) {
        Q_EMIT fileChanged();
    }
    setOutside(Outside::Same);
    updateModified();
    Q_EMIT textReplaced();
    Q_EMIT textChanged();
    analyse();
}

void PolicyDocument::setDrafts(PolicyDrafts drafts, const QString &untitled)
{
    m_drafts = std::move(drafts);
    m_untitled = untitled;
}

QString PolicyDocument::draftKey() const
{
    return m_file.isEmpty() ? u"untitled:"_s + m_untitled : m_file;
}

bool PolicyDocument::hasUntitledDraft() const
{
    return m_drafts.find(u"untitled:"_s + m_untitled).has_value();
}

void PolicyDocument::openUntitledDraft()
{
    if (const auto draft = m_drafts.find(u"untitled:"_s + m_untitled)) {
        replace(draft->text, {}, {});
        m_restored = true;
    }
}

/// The edits come back; that the file is another one than the one they were made in is told.
void PolicyDocument::restore(const PolicyDrafts::Draft &draft)
{
    const QByteArray onDisk = m_onDisk;
    replace(draft.text, onDisk, m_file);
    m_restored = true;
    if (draft.baseHash != PolicyDrafts::hashOf(onDisk)) {
        m_onDisk.clear(); // what it was when the edits began nobody knows any more
        m_seen = onDisk;
        setOutside(Outside::Changed);
        updateModified();
        keepDraft(); // not as if the edits had begun in what is there now
    }
}

void PolicyDocument::keepDraft()
{
    if (!m_modified) {
        m_drafts.drop(draftKey());
    } else if (m_outside != Outside::Changed) {
        m_drafts.keep(draftKey(), {m_text, PolicyDrafts::hashOf(m_onDisk)});
    } else {
        m_drafts.keep(draftKey(), {m_text, {}}); // whatever is there now, it is not ours
    }
}

void PolicyDocument::setText(const QByteArray &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    updateModified();
    m_quiet.start();
    Q_EMIT textChanged();
}

void PolicyDocument::updateModified()
{
    const bool modified = m_open && m_text != m_onDisk;
    if (modified != std::exchange(m_modified, modified)) {
        Q_EMIT modifiedChanged();
    }
}

QString PolicyDocument::name() const
{
    return m_file.isEmpty() ? tr("untitled") : QFileInfo(m_file).fileName();
}

Result<void> PolicyDocument::write(const QString &name)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(m_text) == m_text.size() && file.commit()) {
        return {};
    }
    return Error{.code = ErrorCode::File,
                 .what = tr("Cannot save the policy"),
                 .where = name,
                 .why = file.errorString(),
                 .advice = tr("Save it under another name.")};
}

Result<void> PolicyDocument::save()
{
    if (m_file.isEmpty()) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = tr("Cannot save the policy"),
                     .why = tr("it has no file yet")};
    }
    m_look.stop();
    lookAtFile(); // a change that nobody has told us about yet
    if (m_outside == Outside::Changed) {
        return Error{.code = ErrorCode::Conflict,
                     .what = tr("The policy was not saved"),
                     .where = m_file,
                     .why = tr("another program has changed the file"),
                     .advice = tr("Take the file's text, or keep yours and save again.")};
    }
    return saveAs(m_file);
}

Result<void> PolicyDocument::saveAs(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    if (const Result<void> written = write(path); !written) {
        return written.error();
    }
    m_drafts.drop(draftKey());
    m_onDisk = m_text;
    m_seen.clear();
    m_restored = false;
    if (path != std::exchange(m_file, path)) {
        Q_EMIT fileChanged();
        analyse(); // calendars are looked for beside the file
    }
    watch();
    setOutside(Outside::Same);
    updateModified();
    return {};
}

Result<void> PolicyDocument::reload()
{
    m_drafts.drop(draftKey());
    return open(m_file);
}

void PolicyDocument::keepOurs()
{
    m_onDisk = m_seen;
    setOutside(Outside::Same);
    updateModified();
}

void PolicyDocument::setOutside(Outside outside)
{
    if (outside != std::exchange(m_outside, outside)) {
        Q_EMIT outsideChanged();
    }
}

/// A file that is replaced by another of its name falls out of the watch; its folder stays in.
void PolicyDocument::watch()
{
    const QStringList old = m_watcher.files() + m_watcher.directories();
    QStringList wanted;
    if (!m_file.isEmpty()) {
        wanted << QFileInfo(m_file).absolutePath();
        if (QFileInfo::exists(m_file)) {
            wanted << m_file;
        }
    }
    for (const QString &path : old) {
        if (!wanted.contains(path)) {
            m_watcher.removePath(path);
        }
    }
    for (const QString &path : std::as_const(wanted)) {
        if (!old.contains(path)) {
            m_watcher.addPath(path);
        }
    }
}

void PolicyDocument::lookAtFile()
{
    if (m_file.isEmpty()) {
        return;
    }
    watch();
    if (!QFileInfo::exists(m_file)) {
        m_onDisk.clear();
        m_seen.clear();
        setOutside(Outside::Gone);
        updateModified();
        return;
    }
    const Result<QByteArray> bytes = readFile(m_file);
    const QByteArray there = bytes ? *bytes : QByteArray{};
    if (bytes && (there == m_onDisk || there == m_text)) {
        m_onDisk = there;
        m_seen.clear();
        setOutside(Outside::Same);
        updateModified();
        return;
    }
    const bool news = m_seen != there;
    m_seen = there;
    if (m_outside == Outside::Changed && news) {
        Q_EMIT outsideChanged(); // again
    }
    setOutside(Outside::Changed);
}

void PolicyDocument::setMeasuredLeadTimes(const QMap<QString, std::chrono::seconds> &times)
{
    if (times != m_leadTimes) {
        m_leadTimes = times;
        m_quiet.start();
    }
}

void PolicyDocument::setKubernetesMinor(std::optional<int> minor)
{
    if (minor != m_kubernetesMinor) {
        m_kubernetesMinor = minor;
        m_quiet.start();
    }
}

bool PolicyDocument::isAnalysisCurrent() const
{
    return m_analysis && !m_analysing && !m_quiet.isActive() && m_analysis->input.text == m_text;
}

void PolicyDocument::analyse()
{
    m_quiet.stop();
    if (!m_open) {
        return;
    }
    keepDraft();
    m_analysing = true;
    const quint64 generation = ++m_generation;
    const PolicyInput input{.text = m_text,
                            .file = m_file,
                            .measuredLeadTimes = m_leadTimes,
                            .kubernetesMinor = m_kubernetesMinor,
                            .now = m_clock.now()};
    auto *const watcher = new QFutureWatcher<PolicyAnalysisPtr>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation == m_generation) {
            m_analysing = false;
            m_analysis = watcher->result();
            Q_EMIT analysed();
        }
    });
    watcher->setFuture(QtConcurrent::run([input] { return analysePolicy(input); }));
}

} // namespace spillway
