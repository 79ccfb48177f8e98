// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/kubernetesversion.h"

#include <QRegularExpression>

namespace spillway {

std::optional<int> kubernetesMinorOf(const QString &version)
{
    static const QRegularExpression form(QStringLiteral(R"(\Av?1\.(\d{1,3})(?:[.+-].*)?\z)"));
    const QRegularExpressionMatch match = form.match(version.trimmed());
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace spillway
