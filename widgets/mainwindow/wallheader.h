// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

namespace spillway {

/// What wall mode shows instead of the bars, to be read from across a room: page, connection and a
/// big clock with the server's time. Counts down to the next page while rotating.
class WallHeader : public QWidget
{
    Q_OBJECT

public:
    explicit WallHeader(QWidget *parent = nullptr);

    void setTitle(const QString &workspace, const QString &page);
    /// Why numbers may not be trusted ("Cannot reach the server"); empty = all is well.
    void setTrouble(const QString &text);
    /// The server's clock, or null for this machine's.
    void setClock(const Clock *clock);
    void setZone(const QTimeZone &zone);
    /// 0 = stays on the page.
    void setRotation(std::chrono::seconds interval);
    [[nodiscard]] bool isRotating() const { return m_interval.count() > 0; }
    [[nodiscard]] QString clockText() const;

Q_SIGNALS:
    void nextPageRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tick();

    QString m_workspace;
    QString m_page;
    QString m_trouble;
    const Clock *m_clock = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
    std::chrono::seconds m_interval{0};
    std::chrono::seconds m_left{0};
    QTimer m_tick;
};

} // namespace spillway
