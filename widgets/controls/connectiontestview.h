// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/connectiontester.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace spillway {

/// The "Test connection" button and the diagnosis under it; used by the first-run page and the
/// workspace editor.
class ConnectionTestView : public QWidget
{
    Q_OBJECT

public:
    /// tester may be null (then the button is off) and must outlive the view.
    explicit ConnectionTestView(ConnectionTester *tester, QWidget *parent = nullptr);

    /// What to test when the button is pressed. Forgets the last diagnosis if anything differs.
    void setWorkspace(const Workspace &workspace, const QString &secret = {});
    void start();
    [[nodiscard]] bool isRunning() const { return !m_trial.isNull(); }
    [[nodiscard]] const std::optional<ConnectionDiagnosis> &diagnosis() const
    {
        return m_diagnosis;
    }
    /// The texts shown, for tests and screen readers.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void tested(bool ok);

protected:
    void changeEvent(QEvent *event) override;

private:
    void finish(const ConnectionDiagnosis &diagnosis);
    void showDiagnosis(const ConnectionDiagnosis &diagnosis);
    void updateTexts();

    ConnectionTester *m_tester;
    Workspace m_workspace;
    QString m_secret;
    QPointer<ConnectionTrial> m_trial;
    std::optional<ConnectionDiagnosis> m_diagnosis;
    QPushButton *m_button;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_details;
};

} // namespace spillway
