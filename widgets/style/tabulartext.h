// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QFontMetricsF;
class QPainter;

namespace spillway {

/// Text whose digits all take the same width, so that a changing number does not dance. (Font
/// features for this came with Qt 6.7; most fonts already do it and then nothing changes.)
[[nodiscard]] qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);

/// Draws one line with its base line at y, starting at x, in the painter's font and pen.
void drawTabular(QPainter &painter, qreal x, qreal y, const QString &text);

} // namespace spillway
