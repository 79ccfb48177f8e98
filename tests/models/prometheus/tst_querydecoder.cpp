// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querydecoder.h"
#include "support/resultmacros.h"

#include <QTest>

#include <charconv>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <thread>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

ApiAnswer json(const QByteArray &body, int status = 200)
{
    ApiAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.contentType = "application/json; charset=utf-8";
    answer.where = u"http://prometheus.example/api/v1/query_range"_s;
    return answer;
}

QByteArray matrix(const QByteArray &result)
{
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + result +
           "]}}";
}

Result<QueryResult> decodeMatrix(const QByteArray &result)
{
    return decodeQueryResult(json(matrix(result)));
}

/// A series as random data and as text, with or without the white space that makes the decoder
/// take its slow lane.
struct Sample
{
    Series series;
    QByteArray text;
};

QByteArray number(double value)
{
    if (std::isnan(value)) {
        return "NaN";
    }
    if (std::isinf(value)) {
        return value > 0 ? "+Inf" : "-Inf";
    }
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return QByteArray(text.data(), end - text.data());
}

Sample randomSeries(std::mt19937_64 &random, int index)
{
    Sample sample;
    sample.series.labels = LabelSet{
        {"__name__", "m"}, {"i", std::to_string(index)}, {"odd", "a\"b\\\n,\"values\":[["}};
    const bool spaced = random() % 4 == 0;
    const QByteArray gap = spaced ? QByteArray(" \n\t") : QByteArray();
    QByteArray pairs;
    EpochMs time = 1'700'000'000'000 + static_cast<EpochMs>(random() % 1000);
    const auto count = static_cast<int>(random() % 50);
    for (int at = 0; at < count; ++at) {
        const std::uint64_t kind = random() % 10;
        const double value = kind == 0   ? std::numeric_limits<double>::quiet_NaN()
                             : kind == 1 ? std::numeric_limits<double>::infinity()
                             : kind == 2 ? -std::numeric_limits<double>::infinity()
                             : kind == 3 ? static_cast<double>(random() % 1000)
                                         : std::ldexp(static_cast<double>(random() >> 11U), -40);
        sample.series.times.push_back(time);
        sample.series.values.push_back(value);
        QByteArray seconds = QByteArray::number(time / 1000);
        if (time % 1000 != 0) {
            seconds += '.' + QByteArray::number(time % 1000).rightJustified(3, '0');
        }
        pairs +=
            (at > 0 ? "," + gap : gap) + '[' + gap + seconds + gap + ",\"" + number(value) + "\"]";
        time += 1 + static_cast<EpochMs>(random() % 30000);
    }
    // The odd value holds a quote, a backslash, a line feed and what looks like samples.
    const QByteArray metric = "\"metric\":{\"__name__\":\"m\",\"i\":\"" +
                              QByteArray::number(index) +
                              "\",\"odd\":\"a\\\"b\\\\\\n,\\\"values\\\":[[\"}";
    const QByteArray values = "\"values\":" + gap + "[" + pairs + "]";
    sample.text =
        random() % 2 == 0 ? '{' + metric + ',' + values + '}' : '{' + values + ',' + metric + '}';
    return sample;
}

} // namespace

class TestQueryDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matrixBecomesColumns()
    {
        const auto result = decodeMatrix(
            "{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"values\":[[1435781430.781,\"1\"],["
            "1435781445.781,\"NaN\"],"
            "[1435781460.781,\"+Inf\"],[1435781475.781,\"-Inf\"],[1435781490.781,\"1e-07\"]]},"
            "{\"metric\":{},\"values\":[[1,\"0.25\"]]}");
        QVERIFY_RESULT(result);
        QCOMPARE(result->type, QueryResult::Type::Matrix);
        QCOMPARE(result->series.size(), std::size_t{2});
        const Series &up = *result->series[0];
        QCOMPARE(up.labels.toString(), std::string("up{job=\"a\"}"));
        QCOMPARE(up.times, (std::vector<EpochMs>{1435781430781, 1435781445781, 1435781460781,
                                                 1435781475781, 1435781490781}));
        QVERIFY(std::isnan(up.values[1]));
        QCOMPARE(up.values[2], std::numeric_limits<double>::infinity());
        QCOMPARE(up.values[3], -std::numeric_limits<double>::infinity());
        QCOMPARE(up.values[4], 1e-07);
        QCOMPARE(result->series[1]->times.front(), qint64{1000});
        QVERIFY(result->notes.isEmpty());
        QVERIFY(result->bytes > 0);
    }

    void vectorScalarStringAndEmpty()
    {
        const auto vector = decodeQueryResult(
            json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                 "{\"metric\":{\"a\":\"b\"},\"value\":[1.5,\"2\"]}]}}"));
        QVERIFY_RESULT(vector);
        QCOMPARE(vector->type, QueryResult::Type::Vector);
        QCOMPARE(vector->series.front()->times.front(), qint64{1500});
        const auto scalar = decodeQueryResult(json(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[2,\"3\"]}}"));
        QVERIFY_RESULT(scalar);
        QCOMPARE(scalar->type, QueryResult::Type::Scalar);
        QCOMPARE(scalar->series.front()->values.front(), 3.0);
        const auto text = decodeQueryResult(json("{\"status\":\"success\",\"data\":{\"resultType\":"
                                                 "\"string\",\"result\":[2,\"h\u00e9\"]}}"));
        QVERIFY_RESULT(text);
        QCOMPARE(text->text, u"h\u00e9"_s);
        for (const char *empty : {"[]", "null"}) {
            const auto none =
                decodeQueryResult(json(QByteArray("{\"status\":\"success\",\"data\":{\"result\":") +
                                       empty + ",\"resultType\":\"matrix\"}}"));
            QVERIFY_RESULT(none);
            QVERIFY(none->series.empty());
        }
    }

    void nativeHistogramsBesideFloats()
    {
        const auto result = decodeMatrix("{\"metric\":{\"__name__\":\"h\"},\"values\":[[1,\"5\"]],"
                                         "\"histograms\":[[2,{\"count\":\"10.5\",\"sum\":\"+Inf\","
                                         "\"buckets\":[[3,\"-Inf\",\"0.03\",\"1\"],[0,\"0.03\",\"+"
                                         "Inf\",\"9.5\"]]}],[3,{\"count\":\"0\",\"sum\":\"0\"}]]}");
        QVERIFY_RESULT(result);
        const Series &series = *result->series.front();
        QCOMPARE(series.values, std::vector<double>{5});
        QCOMPARE(series.histograms.size(), std::size_t{2});
        const HistogramSample &first = series.histograms.front();
        QCOMPARE(first.time, qint64{2000});
        QCOMPARE(first.count, 10.5);
        QCOMPARE(first.buckets.front().bounds, HistogramBucket::Bounds::BothClosed);
        QCOMPARE(first.buckets.front().lower, -std::numeric_limits<double>::infinity());
        QCOMPARE(first.buckets.back().count, 9.5);
        QVERIFY(series.histograms.back().buckets.empty());
    }

    void instantHistogram()
    {
        const auto result = decodeQueryResult(
            json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                 "{\"metric\":{},\"histogram\":[1.5,{\"count\":\"1\",\"sum\":\"2\",\"buckets\":[[2,"
                 "\"1\",\"2\",\"1\"]]}]}]}}"));
        QVERIFY_RESULT(result);
        QCOMPARE(result->series.front()->histograms.front().sum, 2.0);
        QCOMPARE(result->sampleCount(), qint64{1});
    }

    void unorderedAndRepeatedSamplesAreNormalised()
    {
        const auto result = decodeMatrix(
            "{\"metric\":{},\"values\":[[30,\"3\"],[10,\"1\"],[20,\"2\"],[20,\"4\"]]}");
        QVERIFY_RESULT(result);
        QCOMPARE(result->series.front()->times, (std::vector<EpochMs>{10000, 20000, 30000}));
        QCOMPARE(result->series.front()->values, (std::vector<double>{1, 4, 3}));
    }

    void notesAreFourSeparateFacts()
    {
        ApiAnswer answer = json(
            "{\"status\":\"success\",\"isPartial\":true,\"data\":{\"resultType\":\"matrix\","
            "\"result\":[]},"
            "\"stats\":{\"seriesFetched\":\"7\"},"
            "\"warnings\":[\"PromQL warning: bucket label\",\"results truncated due to limit\","
            "\"PromQL info: metric might not be a counter\"],\"infos\":[\"PromQL info: x\"]}");
        const auto result = decodeQueryResult(answer);
        QVERIFY_RESULT(result);
        QCOMPARE(result->notes.warnings.size(), 2);
        QCOMPARE(result->notes.infos.size(), 2);
        QVERIFY(result->notes.partial);
        QVERIFY(result->notes.truncated);
    }

    void thanosMarksPartialAnswersByAHeader()
    {
        ApiAnswer answer =
            json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                 "\"warnings\":[\"receive series from Addr: store-1: unavailable\"]}");
        QVERIFY(!decodeQueryResult(answer)->notes.partial);
        answer.cacheControl = "no-store";
        QVERIFY(decodeQueryResult(answer)->notes.partial);
    }

    void bodiesWithoutPaddingAreCopied()
    {
        const QByteArray text = matrix("{\"metric\":{},\"values\":[[1,\"1\"]]}");
        const auto result =
            decodeQueryResult(json(QByteArray::fromRawData(text.constData(), text.size())));
        QVERIFY_RESULT(result);
        QCOMPARE(result->sampleCount(), qint64{1});
    }

    void emptyBodyOfA204IsNoData()
    {
        ApiAnswer answer;
        answer.status = 204;
        const auto result = decodeQueryResult(answer);
        QVERIFY_RESULT(result);
        QVERIFY(result->series.empty());
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good =
            matrix("{\"metric\":{\"a\":\"b\"},\"values\":[[1,\"1\"],[2,\"2\"]]}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x00\xff\x80 nonsense", 12);
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("other object") << QByteArray("{\"hello\":1}");
        QTest::newRow("no data") << QByteArray("{\"status\":\"success\"}");
        QTest::newRow("null data") << QByteArray("{\"status\":\"success\",\"data\":null}");
        QTest::newRow("unknown type")
            << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"x\",\"result\":[]}}");
        QTest::newRow("trailing garbage") << good + "{}";
        QTest::newRow("bad value") << matrix("{\"metric\":{},\"values\":[[1,\"abc\"]]}");
        QTest::newRow("bad time") << matrix("{\"metric\":{},\"values\":[[\"x\",\"1\"]]}");
        QTest::newRow("three in a pair") << matrix("{\"metric\":{},\"values\":[[1,\"1\",2]]}");
        QTest::newRow("one in a pair") << matrix("{\"metric\":{},\"values\":[[1]]}");
        QTest::newRow("numbers for pairs") << matrix("{\"metric\":{},\"values\":[0]}");
        QTest::newRow("numbers beside pairs")
            << matrix("{\"metric\":{},\"values\":[0]},{\"metric\":{},\"values\":[[1,\"1\"]]}");
        QTest::newRow("samples elsewhere") << matrix(
            "{\"metric\":{},\"x\":{\"y\":1,\"values\":[[1,\"1\"]]},\"values\":[[1,\"z\"]]}");
        QTest::newRow("bad UTF-8")
            << matrix("{\"metric\":{\"a\":\"\xff\xfe\"},\"values\":[[1,\"1\"]]}");
        QTest::newRow("bad bucket rule")
            << matrix("{\"metric\":{},\"histograms\":[[1,{\"buckets\":[[9,\"1\",\"2\",\"3\"]]}]]}");
        for (qsizetype length = 1; length < good.size(); length += 3) {
            QTest::addRow("cut at %d", int(length)) << good.left(length);
        }
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void malformed()
    {
        QFETCH(QByteArray, body);
        const auto result = decodeQueryResult(json(body));
        QVERIFY_ERROR(result, ErrorCode::WrongContent);
        QVERIFY(!result.error().why.isEmpty());
        QVERIFY(!result.error().advice.isEmpty());
    }

    void unknownMembersWithSamplesAreSkipped()
    {
        const auto result = decodeMatrix(
            "{\"metric\":{},\"x\":{\"y\":1,\"values\":[[9,\"9\"]]},\"values\":[[1,\"1\"]]}");
        QVERIFY_RESULT(result);
        QCOMPARE(result->series.front()->times, std::vector<EpochMs>{1000});
    }

    void hundredMegabytesOfGarbageAreAnError()
    {
        QByteArray body(100 * 1024 * 1024, 'x');
        QVERIFY_ERROR(decodeQueryResult(json(body)), ErrorCode::WrongContent);
        const QByteArray head = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\","
                                "\"result\":[{\"metric\":{},\"values\":[[1,\"";
        body.replace(0, head.size(), head);
        QVERIFY_ERROR(decodeQueryResult(json(body)), ErrorCode::WrongContent);
    }

    void randomDocumentsComeBackBitByBit()
    {
        std::mt19937_64 random(42);
        for (int round = 0; round < 300; ++round) {
            std::vector<Series> expected;
            QByteArray text;
            const auto count = static_cast<int>(random() % 6);
            for (int index = 0; index < count; ++index) {
                Sample sample = randomSeries(random, index);
                text += (index > 0 ? "," : "") + sample.text;
                expected.push_back(std::move(sample.series));
            }
            const auto result = decodeMatrix(text);
            QVERIFY_RESULT(result);
            QCOMPARE(result->series.size(), expected.size());
            for (std::size_t at = 0; at < expected.size(); ++at) {
                QVERIFY2(result->series[at]->sameData(expected[at]), text.constData());
            }
        }
    }

    void damagedDocumentsNeverCrash()
    {
        std::mt19937_64 random(4711);
        for (int round = 0; round < 3000; ++round) {
            QByteArray text =
                matrix(randomSeries(random, 1).text + ',' + randomSeries(random, 2).text);
            for (std::uint64_t hits = 1 + random() % 4; hits > 0; --hits) {
                const auto at =
                    static_cast<qsizetype>(random() % static_cast<std::uint64_t>(text.size()));
                if (random() % 3 == 0) {
                    text.remove(at, static_cast<qsizetype>(random() % 8));
                } else {
                    text[at] = static_cast<char>(random());
                }
            }
            const auto result = decodeQueryResult(json(text));
            QVERIFY(result.ok() || result.error().code == ErrorCode::WrongContent ||
                    result.error().code == ErrorCode::BadRequest);
        }
    }

    void heldMemoryIsSixteenBytesASample()
    {
        QByteArray pairs;
        for (int at = 0; at < 1025; ++at) {
            pairs += (at > 0 ? ",[" : "[") + QByteArray::number(1'700'000'000 + at) + ",\"0.5\"]";
        }
        for (const QByteArray &gap : {QByteArray(), QByteArray(" ")}) {
            const auto result = decodeMatrix("{\"metric\":{},\"values\":[" + gap + pairs + "]}");
            QVERIFY_RESULT(result);
            QCOMPARE(result->series.front()->times.capacity(), std::size_t{1025});
            QCOMPARE(result->series.front()->values.capacity(), std::size_t{1025});
        }
    }

    void threadsDoNotDisturbEachOther()
    {
        std::mt19937_64 random(5);
        const QByteArray text = matrix(randomSeries(random, 1).text);
        const auto expected = decodeQueryResult(json(text));
        QVERIFY_RESULT(expected);
        std::array<bool, 4> same{};
        std::vector<std::thread> threads;
        for (bool &one : same) {
            threads.emplace_back([&one, &text, &expected] {
                one = true;
                for (int round = 0; round < 200; ++round) {
                    const auto result = decodeQueryResult(json(text));
                    one = one && result.ok() &&
                          result->series.front()->sameData(*expected->series.front());
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(std::all_of(same.begin(), same.end(), [](bool one) { return one; }));
    }
};

QTEST_GUILESS_MAIN(TestQueryDecoder)
#include "tst_querydecoder.moc"
