// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spillway {

/// Untrusted text made fit for one line: line breaks and tabs become spaces, control characters and
/// direction overrides (which could reorder what stands beside it) are dropped, and what is longer
/// than `longest` characters is cut. The result is still plain text.
[[nodiscard]] QString plainLine(const QString &text, qsizetype longest = 400);

/// Text for setToolTip(), which takes what looks like HTML for HTML: shown word for word, with its
/// line breaks. Empty stays empty.
[[nodiscard]] QString plainTip(const QString &text);

} // namespace spillway
