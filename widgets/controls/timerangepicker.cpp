// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/timerangepicker.h"

#include "controls/timerangepopup.h"
#include "style/themeicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

TimeRangePicker::TimeRangePicker(QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton(this))
    , m_range(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_wider(new QToolButton(this))
    , m_popup(new TimeRangePopup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (QToolButton *button : {m_back, m_range, m_forward, m_wider}) {
        layout->addWidget(button);
    }
    m_range->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_range->setObjectName(u"timeRange"_s);
    connect(m_back, &QToolButton::clicked, this, &TimeRangePicker::moveBack);
    connect(m_range, &QToolButton::clicked, this, &TimeRangePicker::openPopup);
    connect(m_forward, &QToolButton::clicked, this, &TimeRangePicker::moveForward);
    connect(m_wider, &QToolButton::clicked, this, &TimeRangePicker::zoomOut);
    connect(m_popup, &TimeRangePopup::chosen, this, [this](const TimeSelection &selection) {
        m_popup->hide();
        choose(selection);
    });
    updateTexts();
}

void TimeRangePicker::setSelection(const TimeSelection &selection)
{
    m_selection = selection;
    updateTexts();
}

void TimeRangePicker::setZones(const QTimeZone &zone, const QTimeZone &second)
{
    m_zone = zone;
    m_second = second;
    m_popup->setZones(zone, second);
    updateTexts();
}

QString TimeRangePicker::text() const
{
    return m_range->text();
}

void TimeRangePicker::openPopup()
{
    m_popup->setLocale(locale());
    m_popup->setSelection(m_selection, now());
    m_popup->adjustSize();
    QPoint place = m_range->mapToGlobal(QPoint(0, m_range->height() + 4));
    if (const QScreen *there = screen()) {
        const QRect area = there->availableGeometry();
        place.setX(std::clamp(place.x(), area.left(),
                              std::max(area.left(), area.right() - m_popup->width())));
    }
    m_popup->move(place);
    m_popup->show();
}

void TimeRangePicker::moveBack()
{
    choose(m_selection.panned(-0.5, now(), m_zone));
}

void TimeRangePicker::moveForward()
{
    choose(m_selection.panned(0.5, now(), m_zone));
}

void TimeRangePicker::zoomOut()
{
    choose(m_selection.zoomed(2, now(), m_zone));
}

void TimeRangePicker::toggleFrozen()
{
    choose(m_selection.isRelative() ? m_selection.frozen(now(), m_zone)
                                    : m_selection.following(now(), m_zone));
}

void TimeRangePicker::choose(const TimeSelection &selection)
{
    if (selection == m_selection) {
        return;
    }
    setSelection(selection);
    Q_EMIT selectionChanged(selection);
}

EpochMs TimeRangePicker::now() const
{
    return m_clock != nullptr ? m_clock->now() : SystemClock{}.now();
}

void TimeRangePicker::updateTexts()
{
    m_range->setText(m_selection.title(m_zone, locale()));
    m_range->setIcon(themeIcon(m_selection.isRelative() ? u"clock" : u"lock"));
    m_range->setToolTip(tr("Time range, in %1").arg(timeZoneTitle(m_zone, now())));
    m_range->setAccessibleName(tr("Time range: %1").arg(m_range->text()));
    const auto label = [](QToolButton *button, QStringView icon, const QString &text) {
        button->setIcon(themeIcon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    label(m_back, u"chevron-left", tr("Earlier"));
    label(m_forward, u"chevron-right", tr("Later"));
    label(m_wider, u"zoom-out", tr("Wider range"));
    m_forward->setEnabled(m_selection.to != TimePoint{});
}

void TimeRangePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
