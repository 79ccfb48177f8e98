// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QJsonObject>

#include <array>

class QLabel;

namespace spillway {

class KubeConnection;

/// How long the pods of one component took to start, as the cluster tells it: how many starts were
/// seen, from scheduled to ready, and each step. One line above the panels; hidden if the workspace
/// has no cluster. Watches the cluster only while it is active.
class ColdStartStrip : public QFrame
{
    Q_OBJECT
public:
    /// The connection must outlive it; component: a name of the workspace's components.
    ColdStartStrip(KubeConnection &kube, QString component, QWidget *parent = nullptr);
    ~ColdStartStrip() override;

    void setActive(bool active);
    /// It waits for no first answer.
    [[nodiscard]] bool isSettled() const;
    /// {"state", "starts", "p50_seconds", "p95_seconds"}; of scheduled to ready.
    [[nodiscard]] QJsonObject summary() const;
    /// What is read, in one line.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// isSettled() may have become true.
    void refreshed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Step
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };
    enum { Serving, Scheduled, Initialised, Image, Started, Ready, StepCount };

    QWidget *makeStep(Step *step);
    void refresh();
    void showSteps();
    void setNote(const QString &note);
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString seenText() const;

    KubeConnection &m_kube;
    QString m_component;
    QLabel *m_title;
    QLabel *m_seen;
    QLabel *m_note; ///< in place of the steps
    QWidget *m_stepRow;
    std::array<Step, StepCount> m_steps;
};

} // namespace spillway
