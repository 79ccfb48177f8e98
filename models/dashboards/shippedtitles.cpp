// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/shippedtitles.h"

#include <QCoreApplication>

namespace spillway {

QString translatedTitle(const QString &text)
{
    // The texts are collected in shippedstrings.h, so that this call may take a variable.
    return text.isEmpty() ? text
                          : QCoreApplication::translate("Dashboard", text.toUtf8().constData());
}

} // namespace spillway
