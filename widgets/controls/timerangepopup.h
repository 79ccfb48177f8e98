// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timeselection.h"

#include <QFrame>

class QCalendarWidget;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace spillway {

/// The panel under the time range picker: quick ranges, two lines of free text with a calendar, and
/// what they mean in both time zones. Enter applies, Escape closes.
class TimeRangePopup : public QFrame
{
    Q_OBJECT

public:
    explicit TimeRangePopup(QWidget *parent = nullptr);

    /// What is shown when the popup opens; now is the server's.
    void setSelection(const TimeSelection &selection, EpochMs now);
    /// second may be invalid: then one zone is shown.
    void setZones(const QTimeZone &zone, const QTimeZone &second);
    void setLocale(const QLocale &locale);

    /// The text lines as they stand, or why they are no range.
    [[nodiscard]] Result<TimeSelection> typed() const;
    [[nodiscard]] QLineEdit *fromEdit() const { return m_from; }
    [[nodiscard]] QLineEdit *toEdit() const { return m_to; }
    /// The explanation under the lines: both ends in both zones, or the error.
    [[nodiscard]] QString explanation() const;

Q_SIGNALS:
    void chosen(const spillway::TimeSelection &selection);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeQuickList();
    [[nodiscard]] QWidget *makeAbsolute();
    void fillQuickList();
    void apply();
    void explain();
    void takeDate(const QDate &date);
    void retranslate();
    [[nodiscard]] QString written(const TimePoint &point) const;
    [[nodiscard]] QString endTexts(EpochMs time) const;

    TimeSelection m_selection;
    EpochMs m_now = 0;
    QTimeZone m_zone = QTimeZone::utc();
    QTimeZone m_second;
    QListWidget *m_quick;
    QLabel *m_quickTitle;
    QLabel *m_fromLabel;
    QLabel *m_toLabel;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QCalendarWidget *m_calendar;
    QLabel *m_explanation;
    QPushButton *m_freeze;
    QPushButton *m_apply;
    bool m_calendarSetsTo = false; ///< the next click in the calendar is the end
};

} // namespace spillway
