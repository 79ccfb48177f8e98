// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "itemmodels/policyanalysis.h"
#include "itemmodels/policydrafts.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace spillway {

/// A policy file being edited: its text, whether it is saved, what others did to the file
/// meanwhile, and what is wrong with it. The text is read on the pool once it has been left alone
/// for a moment; a result that comes too late is dropped. GUI thread.
class PolicyDocument final : public QObject
{
    Q_OBJECT
public:
    /// What happened to the file outside of this program.
    enum class Outside {
        Same,
        Changed, ///< it holds something else than what was opened or saved
        Gone,
    };
    Q_ENUM(Outside)

    static constexpr std::chrono::milliseconds quietTime{200};
    static constexpr qsizetype mostBytes = YamlLimits{}.bytes;

    /// The clock tells from when on timelines are shown; it must outlive the document.
    explicit PolicyDocument(const Clock &clock, QObject *parent = nullptr);
    ~PolicyDocument() override;

    /// Edits that are not saved are kept there, and come back when the same policy is opened or
    /// begun again. `untitled` stands for policies without a file.
    void setDrafts(PolicyDrafts drafts, const QString &untitled);
    /// Edits of another day came back with the text; until it is saved, reloaded or replaced.
    [[nodiscard]] bool isRestored() const { return m_restored; }
    /// There are edits of a policy without a file.
    [[nodiscard]] bool hasUntitledDraft() const;
    void openUntitledDraft();

    /// There is a text, of a file or not saved yet.
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Error File or TooLarge; then nothing changes. Edits that are not saved are lost: ask first.
    Result<void> open(const QString &file);
    /// A text without a file.
    void begin(const QByteArray &text);
    void close();

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// An edit; UTF-8.
    void setText(const QByteArray &text);
    [[nodiscard]] const QString &file() const { return m_file; } ///< absolute; empty: none
    [[nodiscard]] QString name() const; ///< of the file without its folder, or "untitled"
    [[nodiscard]] bool isModified() const { return m_modified; }

    /// Conflict if the file has changed outside: reload(), or keepOurs() and save again. File if it
    /// cannot be written; InvalidInput without a file.
    Result<void> save();
    Result<void> saveAs(const QString &file);

    [[nodiscard]] Outside outside() const { return m_outside; }
    /// Takes what is in the file; edits are lost. Errors as in open().
    Result<void> reload();
    /// What is in the file now is known; the next save() overwrites it.
    void keepOurs();

    /// p95 from scheduled to ready by component, for leadTime: measured.
    void setMeasuredLeadTimes(const QMap<QString, std::chrono::seconds> &times);
    /// Of the cluster that the policy is for: findings follow its rules.
    void setKubernetesMinor(std::optional<int> minor);
    /// Of the text as it was a moment ago; null until the first.
    [[nodiscard]] const PolicyAnalysisPtr &analysis() const { return m_analysis; }
    [[nodiscard]] bool isAnalysisCurrent() const;
    /// Reads the text now, without waiting for a pause: time has passed, or calendars changed.
    void analyse();

Q_SIGNALS:
    /// The text is another one, not by setText(): opened, begun, reloaded, closed.
    void textReplaced();
    void textChanged(); ///< by whomever
    void modifiedChanged();
    void fileChanged();
    void outsideChanged();
    void analysed();

private:
    void replace(const QByteArray &text, const QByteArray &onDisk, const QString &file);
    void restore(const PolicyDrafts::Draft &draft);
    void keepDraft();
    [[nodiscard]] QString draftKey() const;
    void updateModified();
    void setOutside(Outside outside);
    void watch();
    void lookAtFile();
    Result<void> write(const QString &file);

    const Clock &m_clock;
    bool m_open = false;
    bool m_modified = false;
    QByteArray m_text;
    QByteArray m_onDisk; ///< the contents of the file that we know of
    QByteArray m_seen;   ///< what is in the file if it is something else
    QString m_file;
    Outside m_outside = Outside::Same;
    QMap<QString, std::chrono::seconds> m_leadTimes;
    std::optional<int> m_kubernetesMinor;
    PolicyAnalysisPtr m_analysis;
    quint64 m_generation = 0; ///< of the last analysis that was begun
    bool m_analysing = false;
    PolicyDrafts m_drafts;
    QString m_untitled;
    bool m_restored = false;
    QTimer m_quiet;
    QTimer m_look;
    QFileSystemWatcher m_watcher;
};

} // namespace spillway
