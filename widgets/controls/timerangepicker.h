// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timeselection.h"

#include <QWidget>

class QToolButton;

namespace spillway {

class TimeRangePopup;

/// Shows and changes the time range: earlier, the range itself (opens the popup), later, wider.
class TimeRangePicker : public QWidget
{
    Q_OBJECT

public:
    explicit TimeRangePicker(QWidget *parent = nullptr);

    void setSelection(const TimeSelection &selection);
    [[nodiscard]] const TimeSelection &selection() const { return m_selection; }
    /// second may be invalid.
    void setZones(const QTimeZone &zone, const QTimeZone &second);
    /// The server's clock; must outlive this. Null = this machine's.
    void setClock(const Clock *clock) { m_clock = clock; }
    [[nodiscard]] TimeRangePopup *popup() const { return m_popup; }
    [[nodiscard]] QString text() const;

    /// What the buttons and shortcuts do; each emits selectionChanged().
    void openPopup();
    void moveBack();
    void moveForward();
    void zoomOut();
    /// Relative to fixed and back.
    void toggleFrozen();

Q_SIGNALS:
    /// By the user.
    void selectionChanged(const spillway::TimeSelection &selection);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const TimeSelection &selection);
    [[nodiscard]] EpochMs now() const;
    void updateTexts();

    TimeSelection m_selection;
    QTimeZone m_zone = QTimeZone::utc();
    QTimeZone m_second;
    const Clock *m_clock = nullptr;
    QToolButton *m_back;
    QToolButton *m_range;
    QToolButton *m_forward;
    QToolButton *m_wider;
    TimeRangePopup *m_popup;
};

} // namespace spillway
