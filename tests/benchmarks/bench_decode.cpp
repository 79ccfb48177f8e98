// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querydecoder.h"

#include <QFile>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <random>

namespace {

using namespace spillway;

constexpr int seriesCount = 100;
constexpr int samplesPerSeries = 10'000;

QByteArray shortest(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end - text.data()};
}

/// A range answer of 1 M samples of random gauges, written the way Prometheus does: 34 MB.
QByteArray makeDocument()
{
    std::mt19937_64 random(20261123);
    std::uniform_real_distribution<double> gauge(0, 1);
    QByteArray text = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    text.reserve(36 * 1024 * 1024);
    for (int series = 0; series < seriesCount; ++series) {
        text += series > 0 ? "," : "";
        text +=
            R"({"metric":{"__name__":"rag_request_duration_seconds","namespace":"kotaemon","pod":"rag-worker-)";
        text += QByteArray::number(series) + R"("},"values":[)";
        for (int sample = 0; sample < samplesPerSeries; ++sample) {
            text +=
                (sample > 0 ? ",[" : "[") + QByteArray::number(1'700'000'000 + sample * 15) + ",\"";
            text += shortest(gauge(random)) + "\"]";
        }
        text += "]}";
    }
    return text + "]}}";
}

/// The file named by SPILLWAY_DECODE_DOCUMENT, which is written if it is not there: the peer reads
/// the same one. Without the variable the document stays in memory.
QByteArray document()
{
    QFile file(qEnvironmentVariable("SPILLWAY_DECODE_DOCUMENT"));
    if (!file.fileName().isEmpty() && file.open(QIODevice::ReadOnly)) {
        return file.readAll();
    }
    const QByteArray text = makeDocument();
    if (!file.fileName().isEmpty() && file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    return text;
}

qint64 heldBytes(const QueryResult &result)
{
    qint64 bytes = 0;
    for (const SeriesPtr &series : result.series) {
        bytes += static_cast<qint64>(sizeof(Series) + series->times.capacity() * sizeof(EpochMs) +
                                     series->values.capacity() * sizeof(double));
    }
    return bytes;
}

ApiAnswer answerWith(const QByteArray &body)
{
    ApiAnswer answer;
    answer.contentType = "application/json";
    answer.body = body;
    answer.body.reserve(body.size() + 64); // as HttpResponse has it
    return answer;
}

void decode(benchmark::State &state)
{
    const ApiAnswer answer = answerWith(document());
    qint64 samples = 0;
    qint64 held = 0;
    for ([[maybe_unused]] auto one : state) {
        Result<QueryResult> result = decodeQueryResult(answer);
        if (!result.ok()) {
            state.SkipWithError("the document was not understood");
            return;
        }
        samples = result->sampleCount();
        held = heldBytes(*result);
        benchmark::DoNotOptimize(result);
    }
    state.SetBytesProcessed(state.iterations() * answer.body.size());
    state.counters["samples"] = static_cast<double>(samples);
    state.counters["held_bytes_per_sample"] =
        static_cast<double>(held) / static_cast<double>(std::max<qint64>(1, samples));
}

} // namespace

BENCHMARK(decode)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1)->Repetitions(15);

BENCHMARK_MAIN();
