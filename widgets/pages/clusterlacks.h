// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace spillway {

class KubeConnection;

/// What the picture of a cluster lacks although it is shown: lists that are refused or old, with
/// the roles that would allow them; kinds that are not served; warnings of the server. Hidden if
/// there is nothing to tell.
class ClusterLacks : public QWidget
{
    Q_OBJECT
public:
    explicit ClusterLacks(KubeConnection &kube, QWidget *parent = nullptr);

    /// `shows`: there is a picture. Call after each change of the connection.
    void refresh(bool shows);
    /// YAML of the roles that would allow what is refused; empty = nothing is.
    [[nodiscard]] const QString &roles() const { return m_roles; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    KubeConnection &m_kube;
    QLabel *m_lacks;
    QLabel *m_notes;
    QPushButton *m_copy;
    QPushButton *m_retry;
    QString m_roles;
};

} // namespace spillway
