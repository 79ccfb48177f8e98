// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spillway {

/// The title, description, label or legend of a shipped dashboard in the user's language; text of
/// the user's own dashboards comes back as it is. The texts are in shippedstrings.h, which
/// resources/dashboardstrings.py writes for lupdate (a test verifies that it is current).
[[nodiscard]] QString translatedTitle(const QString &text);

} // namespace spillway
