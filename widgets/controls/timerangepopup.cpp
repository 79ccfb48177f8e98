// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/timerangepopup.h"

#include "core/duration.h"
#include "style/theme.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

TimeRangePopup::TimeRangePopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_quick(new QListWidget(this))
    , m_quickTitle(new QLabel(this))
    , m_fromLabel(new QLabel(this))
    , m_toLabel(new QLabel(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_calendar(new QCalendarWidget(this))
    , m_explanation(new QLabel(this))
    , m_freeze(new QPushButton(this))
    , m_apply(new QPushButton(this))
{
    setObjectName(u"popover"_s);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::m, spacing::m, spacing::m);
    layout->setSpacing(spacing::l);
    layout->addWidget(makeAbsolute(), 1);
    layout->addWidget(makeQuickList());
    connect(m_quick, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT chosen(quickTimeSelections().at(item->data(Qt::UserRole).toUInt()));
    });
    connect(m_quick, &QListWidget::itemClicked, m_quick, &QListWidget::itemActivated);
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::textChanged, this, &TimeRangePopup::explain);
        connect(edit, &QLineEdit::returnPressed, this, &TimeRangePopup::apply);
    }
    connect(m_calendar, &QCalendarWidget::clicked, this, &TimeRangePopup::takeDate);
    connect(m_apply, &QPushButton::clicked, this, &TimeRangePopup::apply);
    connect(m_freeze, &QPushButton::clicked, this, [this] {
        if (const auto selection = typed(); selection) {
            Q_EMIT chosen(selection->isRelative() ? selection->frozen(m_now, m_zone)
                                                  : selection->following(m_now, m_zone));
        }
    });
    retranslate();
}

QWidget *TimeRangePopup::makeQuickList()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    m_quickTitle->setFont(themeFont(FontRole::Title, font()));
    layout->addWidget(m_quickTitle);
    layout->addWidget(m_quick, 1);
    m_quick->setFixedWidth(190);
    m_quick->setFrameShape(QFrame::NoFrame);
    m_quick->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_quick->setUniformItemSizes(true);
    return side;
}

QWidget *TimeRangePopup::makeAbsolute()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::s);
    form->setVerticalSpacing(spacing::s);
    form->addRow(m_fromLabel, m_from);
    form->addRow(m_toLabel, m_to);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    layout->addLayout(form);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setMinimumHeight(3 * m_explanation->fontMetrics().lineSpacing());
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_explanation);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setGridVisible(false);
    m_calendar->setMinimumSize(300, 210);
    layout->addWidget(m_calendar, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_freeze);
    buttons->addStretch(1);
    buttons->addWidget(m_apply);
    m_apply->setDefault(true);
    layout->addLayout(buttons);
    return side;
}

void TimeRangePopup::setSelection(const TimeSelection &selection, EpochMs now)
{
    m_selection = selection;
    m_now = now;
    m_calendarSetsTo = false;
    const QSignalBlocker fromBlocker(m_from);
    const QSignalBlocker toBlocker(m_to);
    m_from->setText(written(selection.from));
    m_to->setText(written(selection.to));
    const TimeRange range = selection.resolve(now, m_zone);
    m_calendar->setMaximumDate(QDateTime::fromMSecsSinceEpoch(now, m_zone).date());
    m_calendar->setSelectedDate(QDateTime::fromMSecsSinceEpoch(range.from, m_zone).date());
    fillQuickList();
    explain();
    m_from->setFocus();
    m_from->selectAll();
}

void TimeRangePopup::setZones(const QTimeZone &zone, const QTimeZone &second)
{
    m_zone = zone;
    m_second = second;
    explain();
}

void TimeRangePopup::setLocale(const QLocale &locale)
{
    QFrame::setLocale(locale);
    m_calendar->setLocale(locale);
    fillQuickList();
}

Result<TimeSelection> TimeRangePopup::typed() const
{
    const QString to = m_to->text().trimmed();
    const QString both = m_from->text().trimmed() + u" to "_s + (to.isEmpty() ? u"now"_s : to);
    return parseTimeSelection(both, m_zone);
}

QString TimeRangePopup::explanation() const
{
    return m_explanation->text();
}

void TimeRangePopup::fillQuickList()
{
    m_quick->clear();
    const auto &list = quickTimeSelections();
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto *item = new QListWidgetItem(list.at(i).title(m_zone, locale()), m_quick);
        item->setData(Qt::UserRole, static_cast<uint>(i));
        if (list.at(i) == m_selection) {
            m_quick->setCurrentItem(item);
        }
    }
}

void TimeRangePopup::apply()
{
    if (const auto selection = typed(); selection) {
        Q_EMIT chosen(*selection);
    }
}

void TimeRangePopup::explain()
{
    const auto selection = typed();
    m_apply->setEnabled(selection.ok());
    m_freeze->setEnabled(selection.ok());
    QPalette colors = palette();
    if (!selection) {
        colors.setColor(QPalette::WindowText, themeColors(palette()).critical);
        m_explanation->setPalette(colors);
        m_explanation->setText(selection.error().sentence());
        return;
    }
    const TimeRange range = selection->resolve(m_now, m_zone);
    colors.setColor(QPalette::WindowText, themeColors(palette()).textMuted);
    m_explanation->setPalette(colors);
    m_explanation->setText(
        tr("%1\n%2\n%3")
            .arg(endTexts(range.from), endTexts(range.to), humanDuration(range.length())));
    m_freeze->setText(selection->isRelative() ? tr("Freeze") : tr("Follow now"));
    m_freeze->setToolTip(selection->isRelative() ? tr("Turn this into the fixed times shown above")
                                                 : tr("The same length, up to now"));
}

void TimeRangePopup::takeDate(const QDate &date)
{
    // The first click starts a range of that day, the second ends it there.
    const QString end = date.addDays(1).toString(u"yyyy-MM-dd 00:00"_s);
    if (!m_calendarSetsTo) {
        m_from->setText(date.toString(u"yyyy-MM-dd 00:00"_s));
    }
    m_to->setText(end);
    m_calendarSetsTo = !m_calendarSetsTo;
}

QString TimeRangePopup::written(const TimePoint &point) const
{
    if (point.relative) {
        return point.toString();
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(point.fixed, m_zone);
    return time.toString(point.fixed % 60000 == 0 ? u"yyyy-MM-dd HH:mm"_s
                                                  : u"yyyy-MM-dd HH:mm:ss"_s);
}

QString TimeRangePopup::endTexts(EpochMs time) const
{
    const auto in = [this, time](const QTimeZone &zone) {
        const QDateTime there = QDateTime::fromMSecsSinceEpoch(time, zone);
        return tr("%1 %2").arg(locale().toString(there, u"ddd yyyy-MM-dd HH:mm:ss"_s),
                               zone.abbreviation(there));
    };
    return m_second.isValid() && m_second != m_zone ? tr("%1 · %2").arg(in(m_zone), in(m_second))
                                                    : in(m_zone);
}

void TimeRangePopup::retranslate()
{
    m_quickTitle->setText(tr("Quick ranges"));
    m_fromLabel->setText(tr("&From"));
    m_toLabel->setText(tr("&To"));
    m_from->setPlaceholderText(tr("now-6h or 2026-11-22 09:00"));
    m_to->setPlaceholderText(tr("now"));
    m_apply->setText(tr("Apply"));
    m_quick->setAccessibleName(tr("Quick ranges"));
    m_calendar->setAccessibleName(tr("Calendar"));
    // Red weekends mean nothing here and would look like errors.
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) {
        m_calendar->setWeekdayTextFormat(day, QTextCharFormat{});
    }
    fillQuickList();
    explain();
}

void TimeRangePopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace spillway
