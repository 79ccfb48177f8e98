// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace spillway {

/// What a column of a table asks for, in device-independent pixels. A natural width of 0 = hidden.
struct ColumnWish
{
    int natural = 0; ///< its header and its texts in full
    int least = 0;   ///< it may be cut down to this; not below natural: never
    int weight = 1;  ///< its share of what room is left over, times its natural width
};

/// Widths that fill `room` to the pixel. If there is too little, the widest columns are cut first,
/// all to the same width and none below its least; if that is not enough, the sum exceeds room and
/// the table has to scroll.
[[nodiscard]] std::vector<int> columnWidths(const std::vector<ColumnWish> &wishes, int room);

} // namespace spillway
