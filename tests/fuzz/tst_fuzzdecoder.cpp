// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Damaged answers of the Prometheus API. Whatever comes, the decoder gives either a result that
// keeps its promises or an Error that says something; the sanitizers watch the rest.
#include "fuzz/mutator.h"
#include "prometheus/apidecoder.h"
#include "prometheus/querydecoder.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 6000;

QByteArray success(const QByteArray &data)
{
    return R"({"status":"success","data":)" + data + '}';
}

QByteArrayList words()
{
    return {"null",
            "true",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\u0000",
            "\\ud800",
            "\\",
            "1e999",
            "-0",
            "\"NaN\"",
            "\"+Inf\"",
            "\"-Inf\"",
            "\"0x1p3\"",
            "9223372036854775808",
            "1e-999",
            "\xff\xfe",
            "\"histogram\":[1,{}]",
            "\"values\":[]",
            "\"metric\":{}",
            R"("warnings":["w"],)",
            R"("isPartial":true,)",
            R"("status":"error",)",
            QByteArray("[").repeated(2000)};
}

ApiAnswer answerOf(const QByteArray &body)
{
    ApiAnswer answer;
    answer.body = body;
    answer.contentType = "application/json";
    answer.where = u"http://prometheus.example/api/v1/query"_s;
    return answer;
}

template<typename T>
bool explained(const Result<T> &result)
{
    return result.ok() || !(result.error().what.isEmpty() || result.error().why.isEmpty());
}

bool keepsItsPromises(const Series &series)
{
    return series.times.size() == series.values.size() &&
           std::adjacent_find(series.times.begin(), series.times.end(),
                              [](EpochMs a, EpochMs b) { return a >= b; }) == series.times.end();
}

} // namespace

class TestFuzzDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queryAnswers()
    {
        Mutator mutator(
            {success(R"({"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"a"},)"
                     R"("values":[[1700000000,"1"],[1700000015.5,"NaN"],[1700000030,"+Inf"]]},)"
                     R"({"metric":{"job":"b"},"values":[[1700000000,"2.5e-7"]]}]})"),
             success(R"({"resultType":"vector","result":[{"metric":{"a":"\u00e9\n"},)"
                     R"("value":[1700000000.123,"-17"]}]})"),
             success(R"({"resultType":"matrix","result":[{"metric":{},"histograms":[[1700000000,)"
                     R"({"count":"5","sum":"2.5","buckets":[[0,"1","2","3"],[3,"-1","1","2"]]}]],)"
                     R"("values":[[1700000015,"1"]]}]})"),
             success(R"({"resultType":"scalar","result":[1700000000,"3"]})"),
             success(R"({"resultType":"string","result":[1700000000,"text"]})"),
             R"({"status":"error","errorType":"bad_data","error":"parse error"})",
             R"({"status":"success","isPartial":true,"warnings":["slow"],"infos":["hint"],)"
             R"("data":{"resultType":"vector","result":[]}})"},
            words(), 1);
        int good = 0;
        for (int i = 0; i < rounds; ++i) {
            const QByteArray body = mutator.next();
            const Result<QueryResult> result = decodeQueryResult(answerOf(body));
            QVERIFY2(explained(result), body.constData());
            if (!result.ok()) {
                continue;
            }
            ++good;
            for (const SeriesPtr &series : result->series) {
                QVERIFY2(series != nullptr && keepsItsPromises(*series), body.constData());
            }
            // The same bytes give the same answer.
            const Result<QueryResult> again = decodeQueryResult(answerOf(body));
            QVERIFY(again.ok());
            QCOMPARE(again->sampleCount(), result->sampleCount());
        }
        // If nothing ever decodes, the mutations only test the first bracket.
        QVERIFY(good > rounds / 100);
        QVERIFY(good < rounds);
    }

    void otherAnswers()
    {
        const QByteArray alert = R"({"labels":{"alertname":"x"},"annotations":{},"state":"firing",)"
                                 R"("activeAt":"2026-11-22T09:00:00.5Z","value":"1e+00"})";
        Mutator mutator(
            {success(R"([{"__name__":"up","job":"a"},{"__name__":"up"}])"), success(R"(["a","b"])"),
             success(R"({"up":[{"type":"gauge","help":"h","unit":""}]})"),
             success(R"({"groups":[{"name":"g","file":"f","interval":15,"rules":[)"
                     R"({"type":"alerting","name":"x","query":"up","duration":60,"labels":{},)"
                     R"("annotations":{},"state":"firing","health":"ok","alerts":[)" +
                     alert + R"(],"lastEvaluation":"2026-11-22T09:00:00Z"}]}]})"),
             success(R"({"alerts":[)" + alert + "]}"),
             success(R"({"activeTargets":[{"labels":{"job":"a"},"scrapePool":"a","scrapeUrl":)"
                     R"("http://a/metrics","health":"up","lastError":"","lastScrape":)"
                     R"("2026-11-22T09:00:00Z","lastScrapeDuration":0.01,"scrapeInterval":"15s",)"
                     R"("scrapeTimeout":"10s"}]})"),
             success(R"({"version":"2.42.0","revision":"abc","application":"Grafana Mimir"})"),
             success(R"({"storage.tsdb.retention.time":"15d"})"),
             success(R"({"startTime":"2026-11-22T09:00:00Z","storageRetention":"15d",)"
                     R"("timeSeriesCount":5})"),
             success(R"([{"seriesLabels":{"a":"b"},"exemplars":[{"labels":{"trace_id":"1"},)"
                     R"("value":"0.5","timestamp":1700000000.5}]}])")},
            words(), 2);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray body = mutator.next();
            const ApiAnswer answer = answerOf(body);
            const bool fine =
                explained(decodeSeries(answer)) && explained(decodeNames(answer)) &&
                explained(decodeMetadata(answer)) && explained(decodeRules(answer)) &&
                explained(decodeAlerts(answer)) && explained(decodeTargets(answer)) &&
                explained(decodeBuildInfo(answer)) && explained(decodeFlags(answer)) &&
                explained(decodeRuntimeInfo(answer)) && explained(decodeExemplars(answer));
            QVERIFY2(fine, body.constData());
        }
    }

    /// A cut answer is the commonest damage of all, so every cut is tried.
    void everyCut()
    {
        const QByteArray whole =
            success(R"({"resultType":"matrix","result":[{"metric":{"__name__":"up"},"values":)"
                    R"([[1700000000,"1"],[1700000015,"2"]]}]})");
        QVERIFY(decodeQueryResult(answerOf(whole)).ok());
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto result = decodeQueryResult(answerOf(whole.first(length)));
            QVERIFY2(!result.ok(), whole.first(length).constData());
            QCOMPARE(errorCodeName(result.error().code), errorCodeName(ErrorCode::WrongContent));
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzDecoder)
#include "tst_fuzzdecoder.moc"
