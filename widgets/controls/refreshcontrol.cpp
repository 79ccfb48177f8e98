// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/refreshcontrol.h"

#include "core/duration.h"
#include "style/themeicon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RefreshControl::RefreshControl(QWidget *parent)
    : QWidget(parent)
    , m_now(new QToolButton(this))
    , m_choice(new QToolButton(this))
    , m_menu(new QMenu(m_choice))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_now);
    layout->addWidget(m_choice);
    m_now->setObjectName(u"refreshNow"_s);
    m_choice->setObjectName(u"refreshInterval"_s);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_choice->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_choice->setMenu(m_menu);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &RefreshControl::updateAge);
    connect(m_menu, &QMenu::aboutToShow, this, &RefreshControl::fillMenu);
    connect(m_now, &QToolButton::clicked, this, &RefreshControl::refreshRequested);
    updateTexts();
}

const std::vector<std::chrono::milliseconds> &RefreshControl::intervals()
{
    static const std::vector<std::chrono::milliseconds> list{0s,  5s,   10s,  15s,
                                                             30s, 1min, 2min, 5min};
    return list;
}

void RefreshControl::setInterval(std::chrono::milliseconds interval)
{
    m_interval = std::max(interval, 0ms);
    updateTexts();
}

void RefreshControl::setPaused(bool paused)
{
    m_paused = paused;
    updateTexts();
}

void RefreshControl::stepInterval(int by)
{
    const auto &list = intervals();
    const auto here = std::lower_bound(list.begin(), list.end(), m_interval);
    const auto index =
        std::clamp<std::ptrdiff_t>(here - list.begin() + by, 0, std::ssize(list) - 1);
    choose(list.at(static_cast<std::size_t>(index)));
}

void RefreshControl::setClock(const Clock *clock)
{
    m_clock = clock;
    if (clock != nullptr) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    updateAge();
}

void RefreshControl::setLastUpdate(EpochMs time)
{
    m_lastUpdate = time;
    updateAge();
}

void RefreshControl::setClockOffset(std::chrono::milliseconds offset)
{
    m_offset = offset;
    updateAge();
}

QString RefreshControl::ageText() const
{
    if (m_clock == nullptr || m_lastUpdate == 0) {
        return tr("No data yet");
    }
    const auto age = std::chrono::milliseconds{std::max<EpochMs>(0, m_clock->now() - m_lastUpdate)};
    if (m_paused) {
        return tr("Paused, data %1 old").arg(humanDuration(age));
    }
    return age < 2s ? tr("Updated just now") : tr("Updated %1 ago").arg(humanDuration(age));
}

void RefreshControl::choose(std::chrono::milliseconds interval)
{
    if (m_paused && interval.count() > 0) {
        setPaused(false);
        Q_EMIT pausedChanged(false);
    }
    if (interval != m_interval) {
        setInterval(interval);
        Q_EMIT intervalChanged(interval);
    }
}

void RefreshControl::fillMenu()
{
    m_menu->clear();
    for (const std::chrono::milliseconds interval : intervals()) {
        QAction *action =
            m_menu->addAction(interval.count() == 0 ? tr("Off") : humanDuration(interval));
        action->setCheckable(true);
        action->setChecked(interval == m_interval);
        connect(action, &QAction::triggered, this, [this, interval] { choose(interval); });
    }
    m_menu->addSeparator();
    QAction *pause = m_menu->addAction(tr("Pause"));
    pause->setCheckable(true);
    pause->setChecked(m_paused);
    connect(pause, &QAction::triggered, this, [this](bool on) {
        setPaused(on);
        Q_EMIT pausedChanged(on);
    });
}

void RefreshControl::updateTexts()
{
    m_now->setIcon(themeIcon(u"refresh"));
    m_now->setAccessibleName(tr("Refresh now"));
    if (m_paused) {
        m_choice->setText(tr("Paused"));
    } else {
        m_choice->setText(m_interval.count() == 0 ? tr("Off") : humanDuration(m_interval));
    }
    m_choice->setAccessibleName(tr("Refresh interval"));
    m_choice->setToolTip(tr("Refresh interval"));
    updateAge();
}

void RefreshControl::updateAge()
{
    QString text = tr("Refresh now") + u'\n' + ageText();
    if (std::chrono::abs(m_offset) >= 2s) {
        text += u'\n' + (m_offset.count() > 0 ? tr("The server's clock is %1 ahead")
                                              : tr("The server's clock is %1 behind"))
                            .arg(humanDuration(std::chrono::abs(m_offset)));
    }
    if (m_now->toolTip() != text) {
        m_now->setToolTip(text);
    }
}

void RefreshControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
