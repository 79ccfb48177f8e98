// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policyparser.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace spillway {

/// Sunday, 1 November 2026, 00:00 UTC: "now" of the policy tests.
inline constexpr EpochMs sampleNow = 1'793'491'200'000;

[[nodiscard]] inline QString policyData(const QString &name)
{
    return QStringLiteral(SPILLWAY_TEST_DATA "/policy/") + name;
}

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

/// A policy around parts of spec, each line of which is indented as in a file.
[[nodiscard]] inline QByteArray policyWith(const QByteArray &spec)
{
    return "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\n"
           "metadata: {name: demo, namespace: shop}\nspec:\n" +
           spec;
}

/// One component "web" with engine hpa and further lines.
[[nodiscard]] inline QByteArray webWith(const QByteArray &lines)
{
    return policyWith("  components:\n"
                      "    - name: web\n"
                      "      target: {name: web}\n"
                      "      engine: hpa\n"
                      "      replicas: {min: 2, max: 10}\n"
                      "      metrics:\n"
                      "        - cpu: {averageUtilization: 70}\n" +
                      lines);
}

/// Compares with a file that a person has looked at. With SPILLWAY_WRITE_GOLDEN=1 it is written
/// instead; then look at the difference before it is committed.
inline void compareGolden(const QString &path, const QByteArray &actual)
{
    if (qEnvironmentVariableIsSet("SPILLWAY_WRITE_GOLDEN")) {
        QFile file(path);
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size(),
                 qPrintable(path));
        return;
    }
    const QByteArray expected = bytesOf(path);
    if (actual != expected) {
        QFile file(QDir::temp().filePath(QFileInfo(path).fileName() + QStringLiteral(".actual")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(actual) == actual.size());
        QFAIL(qPrintable(path + QStringLiteral(" differs from ") + file.fileName()));
    }
}

} // namespace spillway
