// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spillway {

/// Makes charts speak to assistive technology: role chart, the panel's title as name, the walked
/// sample as value. Called by the first chart; calling it again does nothing.
void installChartAccessibility();

} // namespace spillway
