// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "style/tone.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace spillway {

/// How the connection is doing, in words; plain text, translated by who makes it.
struct ConnectionStatus
{
    Tone tone = Tone::Neutral;
    QString state;     ///< "Connected", "Cannot reach the server"
    QString detail;    ///< the whole error, for the tooltip
    QString backend;   ///< "Prometheus 2.42.0"
    QStringList lacks; ///< what the backend cannot do
    std::chrono::milliseconds clockOffset{0};
    EpochMs lastData = 0; ///< server time; 0 = none yet
    friend bool operator==(const ConnectionStatus &, const ConnectionStatus &) = default;
};

/// The line at the bottom: connection, backend and its limits, clock offset, age of the data, and a
/// passing message at the left.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setStatus(const ConnectionStatus &status);
    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    /// The server's; must outlive this or be set anew. Null: no ages.
    void setClock(const Clock *clock);
    void setProblems(int count);
    /// Shown for 8 s.
    void showMessage(const QString &text);
    /// All that is shown, for tests.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void problemsRequested();
    /// What the backend cannot do is to be shown in full.
    void limitsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateTexts();
    void updateBackend();
    void updateAge();

    ConnectionStatus m_status;
    const Clock *m_clock = nullptr;
    int m_problems = 0;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_message;
    QLabel *m_problemsLabel;
    QLabel *m_backend;
    QLabel *m_offset;
    QLabel *m_age;
    QTimer m_tick;
    QTimer m_messageEnd;
};

} // namespace spillway
