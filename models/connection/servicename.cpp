// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/servicename.h"

#include <QRegularExpression>

namespace spillway {

using namespace Qt::StringLiterals;

std::optional<ServiceName> ServiceName::fromString(const QString &text)
{
    // Names are DNS labels; that of a port has at most 15 characters.
    static const QRegularExpression form(u"\\A([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)/"
                                         u"(?:(https?):)?([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)"
                                         u":([0-9]{1,5}|[a-z0-9](?:[-a-z0-9]{0,13}[a-z0-9])?)"
                                         u"(?:/([-._~A-Za-z0-9/]*))?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    ServiceName service{match.captured(1), match.captured(2), match.captured(3), match.captured(4),
                        match.captured(5)};
    bool isNumber = false;
    const int number = service.port.toInt(&isNumber);
    constexpr int lastPort = 65'535;
    if (isNumber && (number < 1 || number > lastPort)) {
        return std::nullopt;
    }
    const QStringList steps = service.path.split(u'/');
    if (steps.contains("."_L1) || steps.contains(".."_L1)) {
        return std::nullopt; // would lead out of the service
    }
    while (service.path.endsWith(u'/')) {
        service.path.chop(1);
    }
    return service;
}

} // namespace spillway
