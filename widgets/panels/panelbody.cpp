// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelbody.h"

#include <QPainter>

namespace spillway {

PanelBody::PanelBody(QWidget *parent)
    : QWidget(parent)
{}

PanelBody::~PanelBody() = default;

void PanelBody::setTimeCursor(TimeCursor *cursor)
{
    Q_UNUSED(cursor)
}

void PanelBody::setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second)
{
    Q_UNUSED(zone)
    Q_UNUSED(second)
}

void PanelBody::setRowNames(const QMap<QString, QString> &names)
{
    Q_UNUSED(names)
}

void PanelBody::renderTo(QPainter *painter, const QSize &size)
{
    painter->save();
    if (!this->size().isEmpty()) {
        const qreal scale =
            std::min(qreal(size.width()) / width(), qreal(size.height()) / height());
        painter->scale(scale, scale);
    }
    render(painter, QPoint{}, QRegion{}, QWidget::DrawChildren);
    painter->restore();
}

} // namespace spillway
