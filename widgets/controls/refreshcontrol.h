// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <vector>

class QMenu;
class QToolButton;

namespace spillway {

/// "Refresh now", the interval (off, 5 s .. 5 min) and pause, with the age of what is shown.
class RefreshControl : public QWidget
{
    Q_OBJECT

public:
    explicit RefreshControl(QWidget *parent = nullptr);

    /// The intervals offered; the first is 0 = off.
    [[nodiscard]] static const std::vector<std::chrono::milliseconds> &intervals();

    /// 0 = off. Other intervals than the offered ones are kept and shown.
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// The next shorter or longer interval that is offered.
    void stepInterval(int by);

    /// The server's clock, which must outlive this; null = ages are not shown.
    void setClock(const Clock *clock);
    /// Server time of the newest data; 0 = none yet.
    void setLastUpdate(EpochMs time);
    void setClockOffset(std::chrono::milliseconds offset);
    /// "Updated 12 s ago", "Paused · 3 min old"; plain text.
    [[nodiscard]] QString ageText() const;

Q_SIGNALS:
    /// These three by the user only.
    void intervalChanged(std::chrono::milliseconds interval);
    void pausedChanged(bool paused);
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(std::chrono::milliseconds interval);
    void fillMenu();
    void updateTexts();
    void updateAge();

    const Clock *m_clock = nullptr;
    std::chrono::milliseconds m_interval{30000};
    std::chrono::milliseconds m_offset{0};
    EpochMs m_lastUpdate = 0;
    bool m_paused = false;
    QToolButton *m_now;
    QToolButton *m_choice;
    QMenu *m_menu;
    QTimer m_tick;
};

} // namespace spillway
