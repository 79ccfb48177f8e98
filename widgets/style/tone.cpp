// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/tone.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tone)
};

} // namespace

QColor toneColor(Tone tone, const ThemeColors &colors)
{
    switch (tone) {
    case Tone::Neutral:
        return colors.textMuted;
    case Tone::Ok:
        return colors.ok;
    case Tone::Info:
        return colors.info;
    case Tone::Warning:
        return colors.warning;
    case Tone::Critical:
        return colors.critical;
    }
    return colors.textMuted;
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return Text::tr("not judged");
    case Tone::Ok:
        return Text::tr("ok");
    case Tone::Info:
        return Text::tr("notice");
    case Tone::Warning:
        return Text::tr("warning");
    case Tone::Critical:
        return Text::tr("critical");
    }
    return {};
}

void drawTone(QPainter &painter, const QRectF &rect, Tone tone, const ThemeColors &colors)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QPointF middle = rect.center();
    const qreal r = side / 2;
    const QColor color = toneColor(tone, colors);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (tone) {
    case Tone::Neutral:
        painter.drawRoundedRect(QRectF{middle.x() - r, middle.y() - r / 4, side, r / 2}, r / 4,
                                r / 4);
        break;
    case Tone::Ok:
        painter.drawEllipse(middle, r * 0.85, r * 0.85);
        break;
    case Tone::Info:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{color, side / 5});
        painter.drawEllipse(middle, r * 0.75, r * 0.75);
        break;
    case Tone::Warning:
        painter.drawPolygon(QPolygonF{{middle.x(), middle.y() - r},
                                      {middle.x() + r, middle.y() + r * 0.8},
                                      {middle.x() - r, middle.y() + r * 0.8}});
        break;
    case Tone::Critical:
        painter.drawPolygon(QPolygonF{{middle.x(), middle.y() - r},
                                      {middle.x() + r, middle.y()},
                                      {middle.x(), middle.y() + r},
                                      {middle.x() - r, middle.y()}});
        break;
    }
    painter.restore();
}

} // namespace spillway
