// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exists so that the precompiled header has an owner; targets reuse it.
