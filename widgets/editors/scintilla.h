// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// \file Private to this folder. QScintilla's headers are written with Qt's keywords, which the
/// rest of the program does without.

// NOLINTBEGIN(cppcoreguidelines-macro-usage)
#define signals Q_SIGNALS
#define slots Q_SLOTS
// NOLINTEND(cppcoreguidelines-macro-usage)
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
