// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Damaged objects of clusters. Whatever is imported reads as a policy without problems, and says
// the same when it is written again.
#include "fuzz/mutator.h"
#include "models/rollout/importsamples.h"
#include "policy/policywriter.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 1500;

QByteArrayList seeds()
{
    QByteArrayList seeds;
    for (const QString &file : QDir(importData({})).entryList({u"*.yaml"_s}, QDir::Files)) {
        if (!file.endsWith(u".policy.yaml"_s)) {
            seeds << bytesOf(importData(file));
        }
    }
    return seeds;
}

QByteArrayList words()
{
    return {"null",       "-1",           "99999999999",  "\"\"",      "[]",   "{}",
            "\"a\\n b\"", "{type: cron}", "\"\\u0000\"",  "1e400",     "天气", "spec: {}",
            "0",          "Utilization",  "AverageValue", "kind: HPA", "\x7f", "\"- x: #\""};
}

} // namespace

class TestFuzzImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objects()
    {
        Mutator mutator(seeds(), words(), 12);
        int taken = 0;
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto imported = importOf(objectsOf(bytes));
            if (!imported.ok()) {
                QVERIFY2(!imported.error().what.isEmpty() && !imported.error().why.isEmpty(),
                         bytes.constData());
                continue;
            }
            ++taken;
            const PolicyReading reading = parsePolicy(imported->text, u"x"_s);
            QVERIFY2(reading.ok(), bytes.constData());
            QVERIFY2(writePolicy(reading.policy) == imported->text, bytes.constData());
            QVERIFY2(!imported->text.contains("hunter2"), bytes.constData());
            for (const ImportNote &note : imported->notes) {
                QVERIFY2(!note.id.isEmpty() && !note.text.isEmpty(), bytes.constData());
                QVERIFY2(!note.text.contains(u"hunter2"_s), bytes.constData());
            }
        }
        QVERIFY2(taken > rounds / 10, QByteArray::number(taken).constData());
    }
};

QTEST_GUILESS_MAIN(TestFuzzImport)
#include "tst_fuzzimport.moc"
