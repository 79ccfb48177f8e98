// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelveil.h"

#include "style/theme.h"

#include <QPainter>

namespace spillway {

PanelVeil::PanelVeil(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void PanelVeil::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QColor color = themeColors(palette()).surface;
    color.setAlphaF(0.5F);
    QPainter{this}.fillRect(rect(), color);
}

} // namespace spillway
