// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace spillway {

/// Name, version, licence and what it is made of.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    /// What a bug report needs: versions of the program, Qt, system.
    [[nodiscard]] static QString versionText();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_name;
    QLabel *m_purpose;
    QLabel *m_licence;
    QLabel *m_parts;
    QPushButton *m_copy = nullptr;
};

} // namespace spillway
