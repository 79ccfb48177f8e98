// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace spillway {

/// What stands on the policy page before a policy is open: what one is, and how to begin.
class PolicyEmptyView : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyEmptyView(QWidget *parent = nullptr);

    void setRecent(const QStringList &files);
    /// Edits of a policy without a file are kept.
    void setHasDraft(bool has);
    /// Why the policy of the workspace is not open; empty: there is none.
    void setProblem(const QString &text);
    void retranslate();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *exampleButton() const { return m_example; }

Q_SIGNALS:
    void openRequested();
    void exampleRequested();
    void draftRequested();
    void fileRequested(const QString &file);

private:
    void fillRecent();

    QLabel *m_heading;
    QLabel *m_explanation;
    QLabel *m_problem;
    QPushButton *m_open;
    QPushButton *m_example;
    QPushButton *m_draft;
    QLabel *m_recentHeading;
    QVBoxLayout *m_recent;
    QStringList m_files;
};

} // namespace spillway
