// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plainline.h"

#include <algorithm>

namespace spillway {

namespace {

bool isDirectionControl(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e ||
           u == 0x200f || u == 0x061c;
}

} // namespace

QString plainLine(const QString &text, qsizetype longest)
{
    QString line;
    line.reserve(std::min(text.size(), longest + 1));
    for (const QChar c : text) {
        if (line.size() >= longest) {
            // Half a surrogate pair is not a character.
            if (line.back().isHighSurrogate()) {
                line.chop(1);
            }
            line += u'…';
            break;
        }
        if (c.isSpace()) {
            line += u' ';
        } else if (c.category() != QChar::Other_Control && !isDirectionControl(c)) {
            line += c;
        }
    }
    return line.simplified();
}

QString plainTip(const QString &text)
{
    return text.isEmpty() ? QString{}
                          : QStringLiteral("<qt>%1</qt>")
                                .arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

} // namespace spillway
