// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Go's integer arithmetic, against 128-bit arithmetic cut by hand. Under UBSan: none of it may
// overflow in the sense of C++.
#include "scaling/wraparound.h"

#include <QTest>

#include <array>
#include <random>

using namespace spillway;

namespace {

__extension__ using Wide = __int128;

constexpr auto min64 = std::numeric_limits<std::int64_t>::min();
constexpr auto max64 = std::numeric_limits<std::int64_t>::max();
constexpr auto min32 = std::numeric_limits<std::int32_t>::min();
constexpr auto max32 = std::numeric_limits<std::int32_t>::max();

/// value modulo 2^64 (or 2^32), as a signed number.
std::int64_t cut(Wide value, int bits)
{
    const Wide modulus = Wide{1} << bits;
    Wide rest = value % modulus;
    if (rest < 0) {
        rest += modulus;
    }
    if (rest >= modulus / 2) {
        rest -= modulus;
    }
    return static_cast<std::int64_t>(rest);
}

constexpr std::array corners{min64,
                             min64 + 1,
                             std::int64_t{min32} - 1,
                             std::int64_t{min32},
                             std::int64_t{-1000},
                             std::int64_t{-1},
                             std::int64_t{0},
                             std::int64_t{1},
                             std::int64_t{1000},
                             std::int64_t{max32},
                             std::int64_t{max32} + 1,
                             max64 - 1,
                             max64};

} // namespace

class TestWraparound : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cornersEqualWideArithmetic()
    {
        for (const std::int64_t a : corners) {
            for (const std::int64_t b : corners) {
                compare(a, b);
            }
        }
    }

    void randomNumbersEqualWideArithmetic()
    {
        std::mt19937_64 random{20261123};
        for (int i = 0; i < 20'000; ++i) {
            // Small and large magnitudes alike.
            const auto a = static_cast<std::int64_t>(random()) >> (random() % 64);
            const auto b = static_cast<std::int64_t>(random()) >> (random() % 64);
            compare(a, b);
        }
    }

    void doublesBecomeWhatAmd64Makes_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("expected");
        QTest::newRow("towards zero, positive") << 2.999 << 2;
        QTest::newRow("towards zero, negative") << -2.999 << -2;
        QTest::newRow("almost one") << 0.9999999999 << 0;
        QTest::newRow("the largest") << 2147483647.0 << max32;
        QTest::newRow("a fraction above the largest") << 2147483647.9 << max32;
        QTest::newRow("one too many") << 2147483648.0 << min32;
        QTest::newRow("the smallest") << -2147483648.0 << min32;
        QTest::newRow("a fraction below the smallest") << -2147483648.9 << min32;
        QTest::newRow("one too few") << -2147483649.0 << min32;
        QTest::newRow("huge") << 1e300 << min32;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << min32;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << min32;
    }

    void doublesBecomeWhatAmd64Makes()
    {
        QFETCH(double, value);
        QTEST(int{wrap::toInt32(value)}, "expected");
    }

private:
    static void compare(std::int64_t a, std::int64_t b)
    {
        QCOMPARE(wrap::add(a, b), cut(Wide{a} + b, 64));
        QCOMPARE(wrap::multiply(a, b), cut(Wide{a} * b, 64));
        if (b != 0) {
            QCOMPARE(wrap::divide(a, b), cut(Wide{a} / b, 64));
        }
        QCOMPARE(std::int64_t{wrap::cut32(a)}, cut(a, 32));
        const auto a32 = static_cast<std::int32_t>(cut(a, 32));
        const auto b32 = static_cast<std::int32_t>(cut(b, 32));
        QCOMPARE(std::int64_t{wrap::add32(a32, b32)}, cut(Wide{a32} + b32, 32));
        QCOMPARE(std::int64_t{wrap::subtract32(a32, b32)}, cut(Wide{a32} - b32, 32));
    }
};

QTEST_GUILESS_MAIN(TestWraparound)
#include "tst_wraparound.moc"
