// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Damaged policy files: each is either read, and then compiles, writes and reads back, or every
// problem has a place and a sentence. Edits change one value or refuse.
#include "fuzz/mutator.h"
#include "policy/compiler.h"
#include "policy/overrides.h"
#include "policy/policyfindings.h"
#include "policy/policyparser.h"
#include "policy/policytext.h"
#include "policy/policywriter.h"

#include <QFile>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs now = 1'793'491'200'000;

QByteArrayList words()
{
    return {"&a",       "*a",         "!!binary",
            "<<: *a",   "\t",         "\0",
            "- ",       ": ",         "{",
            "}",        "[",          "]",
            "|\n",      "'",          "\"",
            "#",        "\xff",       "null",
            "~",        "---\n",      "0",
            "-1",       "1e309",      "99999999999999999999",
            "Mon-",     "2026-02-30", "24:00",
            "\r\n",     "%1",         "engine: keda",
            "cron",     "min: ",      "\xef\xbb\xbf",
            "name: web"};
}

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/policy/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

class TestFuzzPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents()
    {
        Mutator mutator({sample(u"example.yaml"_s), sample(u"full.yaml"_s),
                         sample(u"golden/hpa-cpu.yaml"_s), sample(u"golden/keda-kafka.yaml"_s)},
                        words(), 21);
        int read = 0;
        for (int i = 0; i < 1500; ++i) {
            const QByteArray bytes = mutator.next();
            const PolicyReading reading = parsePolicy(bytes, u"f.yaml"_s);
            for (const Error &problem : reading.problems) {
                QVERIFY2(problem.position && !problem.why.isEmpty() && !problem.what.isEmpty(),
                         bytes.constData());
            }
            if (!reading.ok()) {
                continue;
            }
            ++read;
            const QByteArray written = writePolicy(reading.policy);
            const PolicyReading again = parsePolicy(written, u"w.yaml"_s);
            QVERIFY2(again.ok(), written.constData());
            QCOMPARE(writePolicy(again.policy), written);
            CompileOptions options;
            options.now = now;
            const Compiled compiled = compilePolicy(reading.policy, options);
            QVERIFY2(!compiled.problems.empty() || !compiled.manifests.empty(), bytes.constData());
        }
        QVERIFY(read > 20); // else the damage is too great to say anything
    }

    void edits()
    {
        Mutator mutator({sample(u"golden/schedule-both-engines.yaml"_s),
                         sample(u"golden/hpa-behavior-full.yaml"_s)},
                        words(), 22);
        for (int i = 0; i < 400; ++i) {
            const QByteArray bytes = mutator.next();
            for (const QString &path :
                 {u"spec.components[0].replicas.max"_s, u"spec.components[0].new.key"_s,
                  u"spec.components[0].metrics[0]"_s}) {
                const auto set = setYamlValue(bytes, path, u"7"_s);
                const auto removed = removeYamlValue(bytes, path);
                const auto inserted = insertYamlItem(bytes, path, 1, u"{a: b}"_s);
                for (const auto *result : {&set, &removed, &inserted}) {
                    QVERIFY2(result->ok() || !result->error().why.isEmpty(), bytes.constData());
                }
            }
        }
    }

    void overrides()
    {
        Mutator mutator({"- {id: o-17, target: {service: r, breaker: b}, mode: FORCED_OPEN, until: "
                         "2026-11-22T12:00:00Z, then: CLOSED, reason: x, by: y}\n",
                         "- id: a\n  target: {service: s}\n  mode: RATE_LIMIT\n  rpm: 12\n  until: "
                         "2026-11-22T12:00:00Z\n  reason: r\n  by: b\n"},
                        words(), 23);
        for (int i = 0; i < 3000; ++i) {
            const QByteArray bytes = mutator.next();
            const QJsonObject data{{u"overrides.yaml"_s, QString::fromUtf8(bytes)}};
            const auto set = parseOverrides(data);
            QVERIFY2(set.ok() || !set.error().why.isEmpty(), bytes.constData());
            if (set.ok()) {
                const QJsonObject again =
                    overridesManifest(u"n"_s, *set).object.value("data"_L1).toObject();
                const auto read = parseOverrides(again);
                QVERIFY2(read.ok() && *read == *set, bytes.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzPolicy)
#include "tst_fuzzpolicy.moc"
