// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/connectiontester.h"

namespace spillway {

ConnectionTrial::~ConnectionTrial() = default;

ConnectionTester::~ConnectionTester() = default;

} // namespace spillway
