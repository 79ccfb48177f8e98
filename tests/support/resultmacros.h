// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QTest>

/// Fails with the error's sentence if a Result is not ok.
#define QVERIFY_RESULT(result)                                                                     \
    do {                                                                                           \
        const auto &spillwayResult = (result);                                                     \
        QVERIFY2(spillwayResult.ok(),                                                              \
                 spillwayResult.ok() ? "" : qPrintable(spillwayResult.error().sentence()));        \
    } while (false)

/// Fails unless a Result failed with this code.
#define QVERIFY_ERROR(result, errorCode)                                                           \
    do {                                                                                           \
        const auto &spillwayResult = (result);                                                     \
        QVERIFY2(!spillwayResult.ok(), "expected an error, got a value");                          \
        QCOMPARE(spillway::errorCodeName(spillwayResult.error().code),                             \
                 spillway::errorCodeName(errorCode));                                              \
    } while (false)
