// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core.h"

#include <QtGui/QtGui>
#include <QtWidgets/QtWidgets>
