// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/wallheader.h"

#include "style/tabulartext.h"
#include "style/theme.h"
#include "style/tone.h"

#include <QDateTime>
#include <QPainter>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WallHeader::WallHeader(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(64);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &WallHeader::tick);
}

void WallHeader::setTitle(const QString &workspace, const QString &page)
{
    m_workspace = workspace;
    m_page = page;
    setAccessibleName(page);
    update();
}

void WallHeader::setTrouble(const QString &text)
{
    m_trouble = text;
    update();
}

void WallHeader::setClock(const Clock *clock)
{
    m_clock = clock;
    update();
}

void WallHeader::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void WallHeader::setRotation(std::chrono::seconds interval)
{
    m_interval = interval;
    m_left = interval;
    update();
}

QString WallHeader::clockText() const
{
    const EpochMs now = m_clock != nullptr ? m_clock->now() : SystemClock{}.now();
    return QDateTime::fromMSecsSinceEpoch(now, m_zone).toString(u"HH:mm:ss"_s);
}

void WallHeader::tick()
{
    if (m_interval.count() > 0 && --m_left <= 0s) {
        m_left = m_interval;
        Q_EMIT nextPageRequested();
    }
    update();
}

void WallHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.window);
    QFont big = font();
    big.setPixelSize(36);
    QFont title = font();
    title.setPixelSize(26);
    title.setWeight(QFont::DemiBold);
    QFont small = font();
    small.setPixelSize(15);
    const int middle = height() / 2;

    painter.setFont(big);
    painter.setPen(colors.text);
    const QString clock = clockText();
    const qreal clockWidth = tabularWidth(QFontMetricsF(big), clock);
    const qreal clockLeft = width() - spacing::xl - clockWidth;
    drawTabular(painter, clockLeft, middle + 13, clock);
    painter.setFont(small);
    painter.setPen(colors.textMuted);
    const EpochMs now = m_clock != nullptr ? m_clock->now() : SystemClock{}.now();
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(now, m_zone);
    const QString zone = m_zone.abbreviation(there);
    const QString date = there.toString(u"yyyy-MM-dd"_s);
    const QRectF dateRect(clockLeft - 140, 0, 128, height());
    painter.drawText(dateRect, Qt::AlignRight | Qt::AlignVCenter, date + u'\n' + zone);

    painter.setFont(title);
    painter.setPen(colors.text);
    qreal x = spacing::xl;
    const int baseline = middle + 9;
    painter.drawText(QPointF(x, baseline), m_page);
    x += QFontMetricsF(title).horizontalAdvance(m_page) + spacing::l;
    painter.setFont(small);
    painter.setPen(colors.textMuted);
    QString side = m_workspace;
    if (m_interval.count() > 0) {
        side = tr("%1, next page in %2 s").arg(m_workspace).arg(m_left.count());
    }
    painter.drawText(QPointF(x, baseline), side);
    x += QFontMetricsF(small).horizontalAdvance(side) + spacing::xl;
    if (!m_trouble.isEmpty()) {
        drawTone(painter, QRectF(x, middle - 8, 16, 16), Tone::Critical, colors);
        painter.setPen(colors.critical);
        painter.drawText(QRectF(x + 24, 0, dateRect.left() - x - 24, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_trouble);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.hairline);
}

void WallHeader::showEvent(QShowEvent *event)
{
    m_left = m_interval;
    m_tick.start();
    QWidget::showEvent(event);
}

void WallHeader::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

} // namespace spillway
