// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace spillway::demo {

/// Whether an Accept-Encoding header (RFC 9110 12.5.3) names gzip as the real server looks for it:
/// by its name, without weights.
[[nodiscard]] bool acceptsGzip(const QByteArray &acceptEncoding);

/// The gzip form of a body that the real server would compress, which are those above 128 KiB
/// (k8s.io/apiserver, responsewriters/writers.go); nothing for others. Thread-safe.
[[nodiscard]] std::optional<QByteArray> gzipIfLarge(const QByteArray &body);

} // namespace spillway::demo
