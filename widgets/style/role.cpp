// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/role.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace spillway {

namespace {

void change(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) != value) {
        widget->setProperty(name, value);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace

void setRole(QWidget *widget, const QString &role)
{
    change(widget, "role", role);
}

void setPrimary(QWidget *button, bool primary)
{
    change(button, "primary", primary);
}

} // namespace spillway
