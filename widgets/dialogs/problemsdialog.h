// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace spillway {

/// The errors of workspace, dashboard and setting files: where, what, and what was expected. The
/// files stay as they are; the dialog leads to their folder.
class ProblemsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProblemsDialog(QWidget *parent = nullptr);

    void setProblems(const std::vector<Error> &problems);
    [[nodiscard]] int count() const;
    /// As copied to the clipboard: "file:line:column: sentence" a line.
    [[nodiscard]] static QString asText(const std::vector<Error> &problems);

Q_SIGNALS:
    /// The folder of the chosen problem's file.
    void openFolderRequested(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString chosenFile() const;

    QLabel *m_intro;
    QTreeWidget *m_tree;
    QPushButton *m_open = nullptr;
    QPushButton *m_copy = nullptr;
    std::vector<Error> m_problems;
};

} // namespace spillway
