// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/tabulartext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace spillway {

namespace {

qreal digitWidth(const QFontMetricsF &metrics)
{
    qreal width = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        width = std::max(width, metrics.horizontalAdvance(QChar{digit}));
    }
    return width;
}

/// Only ASCII digits are spaced out: other scripts may be shaped.
bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Calls piece(text, width) for each digit and each run between digits.
template<typename Piece>
void forEachPiece(const QFontMetricsF &metrics, const QString &text, Piece piece)
{
    const qreal digit = digitWidth(metrics);
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        if (isDigit(text.at(at))) {
            piece(text.mid(at, 1), digit);
        } else {
            while (end < text.size() && !isDigit(text.at(end))) {
                ++end;
            }
            const QString run = text.mid(at, end - at);
            piece(run, metrics.horizontalAdvance(run));
        }
        at = end;
    }
}

} // namespace

qreal tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    forEachPiece(metrics, text, [&width](const QString &, qreal piece) { width += piece; });
    return width;
}

void drawTabular(QPainter &painter, qreal x, qreal y, const QString &text)
{
    const QFontMetricsF metrics{painter.font(), painter.device()};
    forEachPiece(metrics, text, [&](const QString &piece, qreal width) {
        const qreal slack = width - metrics.horizontalAdvance(piece);
        painter.drawText(QPointF{x + slack / 2, y}, piece);
        x += width;
    });
}

} // namespace spillway
