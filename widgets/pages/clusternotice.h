// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace spillway {

class KubeConnection;

/// What stands in place of a cluster's tables while there is nothing to show: why, and what to do.
class ClusterNotice : public QWidget
{
    Q_OBJECT
public:
    /// The connection must outlive it.
    explicit ClusterNotice(KubeConnection &kube, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString role() const;

Q_SIGNALS:
    void editRequested();
    void retryRequested();

private:
    void say(const QString &heading, const QString &text);

    KubeConnection &m_kube;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_roleTitle;
    QPlainTextEdit *m_role;
    QPushButton *m_edit;
    QPushButton *m_retry;
    QPushButton *m_copy;
};

} // namespace spillway
