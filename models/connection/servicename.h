// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace spillway {

/// A service of a cluster as a workspace names it: "monitoring/prometheus:9090",
/// "monitoring/https:prometheus:web/prefix".
struct ServiceName
{
    QString ns;
    QString scheme; ///< "http", "https" or empty
    QString name;
    QString port; ///< number or name
    QString path; ///< without a slash in front

    [[nodiscard]] static std::optional<ServiceName> fromString(const QString &text);
    friend bool operator==(const ServiceName &, const ServiceName &) = default;
};

} // namespace spillway
