// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"

#include <QStringList>

#include <cmath>
#include <utility>

namespace spillway {

namespace {

constexpr EpochMs shortestRange = 1000;
constexpr std::size_t mostZooms = 100;

} // namespace

TimeCursor::TimeCursor(QObject *parent)
    : QObject(parent)
{}

void TimeCursor::setTime(std::optional<EpochMs> time)
{
    if (m_pinned || time == m_time) {
        return;
    }
    m_time = time;
    Q_EMIT timeChanged();
}

void TimeCursor::setPinned(bool pinned)
{
    if (pinned == m_pinned) {
        return;
    }
    m_pinned = pinned;
    Q_EMIT pinnedChanged(pinned);
}

void TimeCursor::moveTo(EpochMs time)
{
    if (m_time == time) {
        return;
    }
    m_time = time;
    Q_EMIT timeChanged();
}

void TimeCursor::setMarks(std::vector<TimeMark> marks)
{
    if (marks != m_marks) {
        m_marks = std::move(marks);
        Q_EMIT marksChanged();
    }
}

QString TimeCursor::marksAt(EpochMs time, EpochMs reach) const
{
    QStringList texts;
    for (const TimeMark &mark : m_marks) {
        if (std::abs(mark.time - time) <= reach) {
            texts << mark.text;
        }
    }
    return texts.join(QStringLiteral(" · "));
}

void TimeCursor::zoomTo(const TimeRange &range, const TimeRange &current, Gesture gesture)
{
    TimeRange wanted = range;
    if (wanted.to < wanted.from) {
        std::swap(wanted.from, wanted.to);
    }
    if (wanted.to - wanted.from < shortestRange) {
        const EpochMs middle = wanted.from + (wanted.to - wanted.from) / 2;
        wanted = {middle - shortestRange / 2, middle + shortestRange / 2};
    }
    if (wanted == current) {
        return;
    }
    if (m_zooms.empty() || gesture == Gesture::New) {
        if (m_zooms.size() >= mostZooms) {
            m_zooms.erase(m_zooms.begin() + 1); // the first one leads back to the page's range
        }
        m_zooms.push_back(current);
    }
    Q_EMIT rangeRequested(wanted);
}

void TimeCursor::undoZoom()
{
    if (m_zooms.empty()) {
        return;
    }
    const TimeRange back = m_zooms.back();
    m_zooms.pop_back();
    Q_EMIT rangeRequested(back);
}

void TimeCursor::clearZooms()
{
    m_zooms.clear();
}

} // namespace spillway
