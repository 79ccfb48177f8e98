// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace spillway {

class KubeConnection;

/// Asks for the name of a protected context before changes are allowed for ten minutes: typing it
/// is what makes one look at where one is.
class UnlockDialog : public QDialog
{
    Q_OBJECT
public:
    /// Opens the write window when accepted. The connection must outlive it.
    explicit UnlockDialog(KubeConnection &kube, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *typedName() const { return m_name; }
    [[nodiscard]] QDialogButtonBox *buttons() const { return m_buttons; }

    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();

    KubeConnection &m_kube;
    QLabel *m_question;
    QLineEdit *m_name;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace spillway
