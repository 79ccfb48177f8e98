// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/plaintext.h"

#include <QRegularExpression>

namespace spillway {

using namespace Qt::StringLiterals;

QString withoutControls(const QString &text)
{
    // ECMA-48: control sequences (CSI), strings such as a window title (OSC) or a link, and the
    // short ones.
    static const QRegularExpression escapes(u"(?:\\x{1b}\\[|\\x{9b})[0-?]*[ -/]*[@-~]"
                                            "|(?:\\x{1b}[\\]PX^_]|[\\x{9d}\\x{90}])[^\\x{07}\\x{1b}"
                                            "\\x{9c}]*(?:\\x{07}|\\x{1b}\\\\|\\x{9c})?"
                                            "|\\x{1b}[ -/]*[0-~]"_s);
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).remove(escapes);
    plain.removeIf([](QChar c) {
        return c != u'\n' && c != u'\t' &&
               (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
    });
    return plain;
}

} // namespace spillway
