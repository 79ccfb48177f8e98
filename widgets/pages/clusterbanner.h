// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/tone.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace spillway {

class Clock;
class KubeConnection;

/// Which cluster this is, whom it takes us for, how old the picture is, and whether changes are
/// allowed. Always there, so that nobody acts on the wrong cluster.
class ClusterBanner : public QFrame
{
    Q_OBJECT
public:
    /// Both must outlive it.
    ClusterBanner(KubeConnection &kube, const Clock &clock, QWidget *parent = nullptr);

    /// What has changed is shown; call it each second too, for the age and the countdown.
    void refresh();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *lockButton() const { return m_lock; }

Q_SIGNALS:
    void unlockRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateState();
    void updateWriting();

    KubeConnection &m_kube;
    const Clock &m_clock;
    QLabel *m_mark;
    QLabel *m_state;
    QLabel *m_cluster;
    QLabel *m_identity;
    QLabel *m_writeMark;
    QLabel *m_writing;
    QPushButton *m_lock;
};

} // namespace spillway
