// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Replays recorded trajectories of the real HPA controller and compares each decision.
//   hpa_conformance FILE...      prints the first differences and, last, "N passed, M failed"
#include "conformance/hpatrajectory.h"

#include <QFile>
#include <QTextStream>

int main(int argc, char **argv)
{
    using namespace spillway;
    QTextStream out(stdout);
    constexpr int shownDifferences = 10;
    int passed = 0;
    int failed = 0;
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            out << file.fileName() << ": " << file.errorString() << '\n';
            return 2;
        }
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            if (line.trimmed().isEmpty()) {
                continue;
            }
            const auto trajectory = readHpaTrajectory(line);
            const QString difference =
                trajectory.ok() ? firstDifference(*trajectory) : trajectory.error().sentence();
            if (difference.isEmpty()) {
                ++passed;
            } else if (++failed <= shownDifferences) {
                out << difference << '\n';
            }
        }
    }
    out << passed << " passed, " << failed << " failed\n";
    return failed == 0 && passed > 0 ? 0 : 1;
}
