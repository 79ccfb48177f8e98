// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/journal.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace spillway {

/// A push of this machine that was killed or stopped half-way: says so, and offers to go on or to
/// take it back. Hidden while there is none. GUI thread.
class InterruptedPushBar : public QFrame
{
    Q_OBJECT
public:
    explicit InterruptedPushBar(QWidget *parent = nullptr);

    /// The first one is offered.
    void setPushes(std::vector<JournalEntry> pushes);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *undoButton() const { return m_undo; }
    void retranslate();

Q_SIGNALS:
    void resumeRequested(const QString &journalFile);
    void undoRequested(const spillway::PushRecord &push);

private:
    std::vector<JournalEntry> m_pushes;
    QLabel *m_text;
    QPushButton *m_resume;
    QPushButton *m_undo;
};

} // namespace spillway
