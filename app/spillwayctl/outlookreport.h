// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyoutlook.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace spillway {

/// For people: a table of the quotas, a sentence for each that is outgrown, a table of the
/// forecasts. Empty if there is nothing of either.
[[nodiscard]] QByteArray outlookText(const PolicyOutlook &outlook, const QString &currency);
/// For programs: the objects `quotas` and `forecast` that docs/simulate.md describes.
void addOutlookJson(const PolicyOutlook &outlook, QJsonObject &object);

} // namespace spillway
