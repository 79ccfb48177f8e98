// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "core/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace spillway {

class PanelWidget;

/// A CSV cell. Text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a
/// return) gets an apostrophe in front, quoted as RFC 4180 says. Only text goes through here:
/// numbers are written by csvNumber() and stay numbers, negative ones too.
[[nodiscard]] QByteArray csvText(QByteArray text);
/// Shortest digits that read back as the same number; "NaN", "+Inf", "-Inf" as Prometheus writes
/// them ("+Inf" is our own constant, not text from outside, and no formula of any spreadsheet).
[[nodiscard]] QByteArray csvNumber(double value);

/// All samples of a snapshot: series,timestamp_ms,value. A series is name{a="1",b="2"}; comparison
/// series end in " offset 7d"; native histograms give rows for _count and _sum and one for each
/// bucket with its upper bound as le.
[[nodiscard]] QByteArray panelCsv(const PanelSnapshot &snapshot);

/// Frame and body at twice the resolution, and as vectors.
[[nodiscard]] QImage panelImage(PanelWidget &panel, qreal scale = 2);
[[nodiscard]] QByteArray panelSvg(PanelWidget &panel);

/// Writes a whole file or leaves the old one alone.
[[nodiscard]] Result<void> writeFile(const QString &file, const QByteArray &bytes);

} // namespace spillway
