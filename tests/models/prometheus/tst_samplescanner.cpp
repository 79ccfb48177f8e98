// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/samplescanner.h"

#include <QTest>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <string>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

std::uint64_t bits(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// Scans one array that stands in a buffer of its own, as the decoder's padded body does.
const char *scan(const std::string &text, std::vector<ScannedSample> &samples)
{
    static std::string buffer;
    buffer = text;
    buffer.reserve(text.size() + 64);
    const char *const after = scanSamples(buffer.data(), buffer.data() + buffer.size(), samples);
    return after;
}

bool scans(const std::string &text)
{
    std::vector<ScannedSample> samples;
    return scan(text, samples) != nullptr;
}

double scannedValue(const std::string &number)
{
    std::vector<ScannedSample> samples;
    scan("[[1,\"" + number + "\"]]", samples);
    return samples.empty() ? std::numeric_limits<double>::quiet_NaN() : samples.front().value;
}

double reference(const std::string &number)
{
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
}

std::string shortest(double value)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

} // namespace

class TestSampleScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreExact_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("whole") << u"1435781451"_s << qint64{1435781451000};
        QTest::newRow("three decimals") << u"1435781451.781"_s << qint64{1435781451781};
        QTest::newRow("one decimal") << u"1435781451.7"_s << qint64{1435781451700};
        QTest::newRow("two decimals") << u"0.07"_s << qint64{70};
        QTest::newRow("rounded up") << u"1.0005"_s << qint64{1001};
        QTest::newRow("rounded down") << u"1.00049999"_s << qint64{1000};
        QTest::newRow("negative") << u"-1.5"_s << qint64{-1500};
        QTest::newRow("exponent") << u"1.5e3"_s << qint64{1500000};
        QTest::newRow("a double would miss it")
            << u"9007199254740.993"_s << qint64{9007199254740993};
    }
    void timesAreExact()
    {
        QFETCH(QString, text);
        QFETCH(qint64, expected);
        const auto time = parseSampleTime(text.toStdString());
        QVERIFY(time.has_value());
        QCOMPARE(*time, expected);
    }

    void badTimes()
    {
        for (const std::string_view text :
             {"", "-", "abc", "+1", "1.2.3", "\"1\"", "99999999999999999999", "null", "1e300"}) {
            QVERIFY2(!parseSampleTime(text), std::string{text}.c_str());
        }
    }

    void specialValues()
    {
        QVERIFY(std::isnan(*parseSampleValue("NaN")));
        QCOMPARE(*parseSampleValue("+Inf"), std::numeric_limits<double>::infinity());
        QCOMPARE(*parseSampleValue("-Inf"), -std::numeric_limits<double>::infinity());
        QCOMPARE(bits(*parseSampleValue("-0")), bits(-0.0));
        QCOMPARE(*parseSampleValue("1e-07"), 1e-07);
        for (const std::string_view text :
             {"", "nan", "infinity", "1,5", "0x10", "1.5 ", " 1", "1e", "--1", "+-1", "1e999"}) {
            QVERIFY2(!parseSampleValue(text), std::string{text}.c_str());
        }
    }

    void scansWhatServersWrite()
    {
        std::vector<ScannedSample> samples;
        QVERIFY(scan("[[1700000000,\"1\"],[1700000015.25,\"NaN\"],[1700000030.5,\"+Inf\"],"
                     "[1700000045,\"-Inf\"],[1700000060,\"-1.5e-07\"]]",
                     samples));
        QCOMPARE(samples.size(), std::size_t{5});
        QCOMPARE(samples[1].time, qint64{1700000015250});
        QVERIFY(std::isnan(samples[1].value));
        QCOMPARE(samples[2].time, qint64{1700000030500});
        QCOMPARE(samples[3].value, -std::numeric_limits<double>::infinity());
        QCOMPARE(samples[4].value, -1.5e-07);
    }

    void leavesTheRestToTheParser()
    {
        for (const char *text : {"",
                                 "[",
                                 "[]",
                                 "[[",
                                 "[[1",
                                 "[[1,",
                                 "[[1,\"",
                                 "[[1,\"2",
                                 "[[1,\"2\"",
                                 "[[1,\"2\"]",
                                 "[[1,\"2\"],",
                                 "[[1,\"2\"],]",
                                 "[[1,2]]",
                                 "[ [1,\"2\"]]",
                                 "[[1, \"2\"]]",
                                 "[[01,\"2\"]]",
                                 "[[1.,\"2\"]]",
                                 "[[1.2345,\"2\"]]",
                                 "[[1e3,\"2\"]]",
                                 "[[1,\"\"]]",
                                 "[[1,\"2x\"]]",
                                 "[[1,\"nan\"]]",
                                 "[[1,\"1e999\"]]",
                                 "[[1,\"2\",3]]",
                                 "[[\"1\",\"2\"]]",
                                 "[[1,\"NaN\\u0000\"]]",
                                 "{}"}) {
            QVERIFY2(!scans(text), text);
        }
    }

    void cutAnywhereIsNoArray()
    {
        const std::string whole =
            "[[1700000000.123,\"0.12345678901234567\"],[1700000015,\"+Inf\"]]";
        QVERIFY(scans(whole));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            QVERIFY2(!scans(whole.substr(0, length)), whole.substr(0, length).c_str());
        }
    }

    void valuesAreBitIdenticalToFromChars()
    {
        std::mt19937_64 random(20261123);
        std::uniform_int_distribution<int> digits(1, 22);
        std::uniform_int_distribution<int> digit('0', '9');
        for (int round = 0; round < 200'000; ++round) {
            std::string number = round % 3 == 0 ? "-" : "";
            const int count = digits(random);
            const int point = digits(random) % (count + 1);
            for (int at = 0; at < count; ++at) {
                if (at == point && at > 0) {
                    number += '.';
                }
                number += static_cast<char>(digit(random));
            }
            QVERIFY2(bits(scannedValue(number)) == bits(reference(number)), number.c_str());
        }
    }

    void shortestFormsOfRandomDoublesComeBack()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 200'000; ++round) {
            const auto any = std::bit_cast<double>(random());
            const double unit = static_cast<double>(random() >> 11U) * 0x1p-53;
            for (const double value : {any, unit, unit * 1e6, std::round(unit * 1e12)}) {
                if (std::isfinite(value)) {
                    const std::string text = shortest(value);
                    QVERIFY2(bits(scannedValue(text)) == bits(value), text.c_str());
                }
            }
        }
    }

    void halfwayCasesRoundToEven()
    {
        // Exactly between two doubles, and one digit beside: double rounding would go wrong here.
        for (const char *text :
             {"9007199254740993", "9007199254740993.0", "9007199254740992.9", "9007199254740993.1",
              "900719925474099.3", "90071992547409.930", "4503599627370497.5", "4503599627370496.5",
              "2251799813685248.25", "2251799813685249.75", "0.500000000000000166",
              "0.500000000000000167", "1.00000000000000011", "1.00000000000000033",
              "123456789012345678", "999999999999999999"}) {
            QVERIFY2(bits(scannedValue(text)) == bits(reference(text)), text);
        }
    }

    void randomGarbageNeverRunsAway()
    {
        std::mt19937 random(99);
        constexpr std::string_view alphabet = "[[[]],,\"\"0123456789..-+eNaIf {}:\\";
        std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
        for (int round = 0; round < 50'000; ++round) {
            std::string text = round % 2 == 0 ? "[[1,\"" : "[[1,\"2\"],";
            for (int at = 0; at < 30; ++at) {
                text += alphabet[pick(random)];
            }
            std::vector<ScannedSample> samples;
            text.reserve(text.size() + 64);
            const char *const after = scanSamples(text.data(), text.data() + text.size(), samples);
            QVERIFY(after == nullptr ||
                    (after > text.data() && after <= text.data() + text.size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestSampleScanner)
#include "tst_samplescanner.moc"
