// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;

namespace spillway {

class DiffView;
class PolicyDocument;
class PolicyRollout;
class RevisionModel;
class RowTable;
struct Revision;

/// What was pushed of the policy before: who, when, why, how it ended; what each push changed, and
/// its text back into the editor. Read when it is shown first. GUI thread.
class RevisionsView : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive it.
    RevisionsView(PolicyDocument &document, PolicyRollout &rollout, const Clock &clock,
                  QWidget *parent = nullptr);
    ~RevisionsView() override;

    /// Reads them, if there is a cluster and a policy.
    void read();
    void tick();
    void retranslate();
    [[nodiscard]] RowTable *table() const { return m_table; }
    [[nodiscard]] DiffView *diff() const { return m_diff; }
    [[nodiscard]] QComboBox *against() const { return m_against; }
    [[nodiscard]] QPushButton *rollBackButton() const { return m_rollBack; }
    [[nodiscard]] QString text() const; ///< what is said in place of rows

Q_SIGNALS:
    /// The text of a revision is wanted in the editor.
    void rollBackRequested(const QByteArray &text, int number);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Against { Before, Editor, Live };

    void build();
    void refresh();
    void showDiff();
    [[nodiscard]] const Revision *selected() const;
    [[nodiscard]] const Revision *find(int number) const;
    [[nodiscard]] QString policy() const;
    [[nodiscard]] QByteArray difference(const Revision &revision) const;

    PolicyDocument &m_document;
    PolicyRollout &m_rollout;
    const Clock &m_clock;
    RevisionModel *m_model;
    QString m_newest; ///< key of the newest row, as it was last
    QLabel *m_note;
    QSplitter *m_splitter;
    RowTable *m_table;
    QLabel *m_diffTitle;
    QComboBox *m_against;
    QPushButton *m_rollBack;
    DiffView *m_diff;
};

} // namespace spillway
