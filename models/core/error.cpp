// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <QStringList>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

QString DocumentPosition::toString() const
{
    QString text = file;
    if (line > 0) {
        text += (text.isEmpty() ? u""_s : u":"_s) + QString::number(line);
        if (column > 0) {
            text += u':' + QString::number(column);
        }
    }
    if (!path.isEmpty()) {
        text += (text.isEmpty() ? u""_s : u" "_s) + path;
    }
    return text;
}

QString Error::sentence() const
{
    QString place = where;
    if (position) {
        const QString at = position->toString();
        if (!at.isEmpty()) {
            place = at;
        }
    }
    QString text = what;
    if (!place.isEmpty()) {
        text += text.isEmpty() ? place : u" (%1)"_s.arg(place);
    }
    if (!why.isEmpty()) {
        text += text.isEmpty() ? why : u": %1"_s.arg(why);
    }
    if (!text.isEmpty() && !text.endsWith(u'.') && !text.endsWith(u'。')) {
        text += u'.';
    }
    return advice.isEmpty() ? text : QString{text + u' ' + advice};
}

QLatin1String errorCodeName(ErrorCode code)
{
    static constexpr std::array names{
        "cancelled"_L1,
        "timeout"_L1,
        "unreachable"_L1,
        "interrupted"_L1,
        "tls"_L1,
        "proxy"_L1,
        "too-large"_L1,
        "protocol"_L1,
        "wrong-content"_L1,
        "bad-request"_L1,
        "unauthorized"_L1,
        "forbidden"_L1,
        "not-found"_L1,
        "conflict"_L1,
        "too-expensive"_L1,
        "rate-limited"_L1,
        "server-error"_L1,
        "server-unavailable"_L1,
        "invalid-input"_L1,
        "invalid-document"_L1,
        "unsupported-version"_L1,
        "file"_L1,
        "unsupported"_L1,
        "internal"_L1,
    };
    static_assert(names.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    return names.at(static_cast<std::size_t>(code));
}

} // namespace spillway
