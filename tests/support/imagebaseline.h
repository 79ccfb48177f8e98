// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace spillway {

struct ImageDifference
{
    bool sameSize = true;
    int differentPixels = 0; ///< pixels of which a channel differs by more than the tolerance
    int largest = 0;         ///< largest difference of a channel
    QImage picture;          ///< the expected picture in grey with the differences in red
};

[[nodiscard]] ImageDifference compareImages(const QImage &actual, const QImage &expected,
                                            int tolerance);

/// Compares with tests/data/baselines/<name>.png; empty = equal, else a sentence that names the
/// files: on a mismatch <name>.fail.png and <name>.diff.png are left in the working directory.
/// With SPILLWAY_UPDATE_BASELINES=1 in the environment the baseline is written instead, and the
/// sentence says so, so that such a run never passes.
[[nodiscard]] QString checkBaseline(const QImage &actual, const QString &name, int tolerance = 24,
                                    int allowedPixels = 40);

/// The program's look as far as pictures depend on it: DejaVu Sans from the file, Fusion, the
/// theme's palette and style sheet.
void applyTestLook(bool dark);

} // namespace spillway
