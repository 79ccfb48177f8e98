// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querydecoder.h"

#include "prometheus/apierror.h"
#include "prometheus/envelope.h"
#include "prometheus/samplecolumns.h"
#include "prometheus/samplescanner.h"

#include <QCoreApplication>

#include <array>

namespace spillway {

namespace {

using envelope::ContentProblem;
using envelope::JsonValue;
using simdjson::ondemand::json_type;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

/// Calls read(index, element) for each element and insists on their number.
template<typename Read>
void readTuple(JsonValue value, std::size_t length, const Read &read)
{
    std::size_t index = 0;
    for (auto element : value.get_array()) {
        if (index < length) {
            read(index, element.value());
        }
        ++index;
    }
    if (index != length) {
        throw ContentProblem{Text::tr("a sample has %1 parts, expected %2").arg(index).arg(length)};
    }
}

EpochMs readTime(JsonValue value)
{
    std::string_view token = value.raw_json_token();
    while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' ||
                              token.back() == '\t')) {
        token.remove_suffix(1);
    }
    const std::optional<EpochMs> time = parseSampleTime(token);
    if (!time) {
        throw ContentProblem{Text::tr("a sample's time stamp is not a number of seconds")};
    }
    return *time;
}

/// [t,"v"]
ScannedSample readSample(JsonValue pair)
{
    ScannedSample sample{};
    readTuple(pair, 2, [&](std::size_t index, JsonValue element) {
        if (index == 0) {
            sample.time = readTime(element);
        } else {
            sample.value = envelope::number(element);
        }
    });
    return sample;
}

/// [rule,"lower","upper","count"]
HistogramBucket readBucket(JsonValue tuple)
{
    HistogramBucket bucket;
    readTuple(tuple, 4, [&](std::size_t index, JsonValue element) {
        if (index == 0) {
            const std::uint64_t rule = element.get_uint64();
            if (rule > 3) {
                throw ContentProblem{Text::tr("a histogram bucket has an unknown boundary rule")};
            }
            bucket.bounds = static_cast<HistogramBucket::Bounds>(rule);
            return;
        }
        const std::array fields{&bucket.lower, &bucket.upper, &bucket.count};
        *fields.at(index - 1) = envelope::number(element);
    });
    return bucket;
}

/// [t,{"count":"..","sum":"..","buckets":[..]}]
HistogramSample readHistogram(JsonValue pair)
{
    HistogramSample sample;
    readTuple(pair, 2, [&](std::size_t index, JsonValue element) {
        if (index == 0) {
            sample.time = readTime(element);
            return;
        }
        for (auto field : element.get_object()) {
            const std::string_view key = field.unescaped_key();
            if (key == "count") {
                sample.count = envelope::number(field.value());
            } else if (key == "sum") {
                sample.sum = envelope::number(field.value());
            } else if (key == "buckets") {
                for (auto bucket : field.value().get_array()) {
                    sample.buckets.push_back(readBucket(bucket.value()));
                }
            }
        }
    });
    return sample;
}

/// Collects the series of one answer.
class ResultReader
{
public:
    explicit ResultReader(SampleColumns &columns)
        : m_columns(columns)
    {}

    /// The "data" member of a query's answer.
    void readData(JsonValue &value, QueryResult &result)
    {
        simdjson::ondemand::object object = value.get_object();
        const std::string_view typeView = object.find_field_unordered("resultType").get_string();
        const std::string type{typeView};
        JsonValue data = object.find_field_unordered("result");
        if (type == "matrix" || type == "vector") {
            result.type = type == "matrix" ? QueryResult::Type::Matrix : QueryResult::Type::Vector;
            if (!envelope::isNull(data)) {
                for (auto series : data.get_array()) {
                    result.series.push_back(readSeries(series.value()));
                }
            }
        } else if (type == "scalar") {
            result.type = QueryResult::Type::Scalar;
            const ScannedSample sample = readSample(data);
            auto series = std::make_shared<Series>();
            series->times = {sample.time};
            series->values = {sample.value};
            result.series.push_back(std::move(series));
        } else if (type == "string") {
            result.type = QueryResult::Type::String;
            readTuple(data, 2, [&](std::size_t index, JsonValue element) {
                result.text = index == 1 ? envelope::text(element) : QString{};
            });
        } else {
            throw ContentProblem{
                Text::tr("the result type \"%1\" is not known").arg(QString::fromStdString(type))};
        }
    }

private:
    SeriesPtr readSeries(JsonValue value)
    {
        auto series = std::make_shared<Series>();
        for (auto field : value.get_object()) {
            const std::string_view key = field.unescaped_key();
            if (key == "metric") {
                series->labels = envelope::labelSet(field.value());
            } else if (key == "values") {
                readValues(field.value(), *series);
            } else if (key == "value") {
                const ScannedSample sample = readSample(field.value());
                series->times.push_back(sample.time);
                series->values.push_back(sample.value);
            } else if (key == "histograms") {
                for (auto histogram : field.value().get_array()) {
                    series->histograms.push_back(readHistogram(histogram.value()));
                }
            } else if (key == "histogram") {
                series->histograms.push_back(readHistogram(field.value()));
            }
        }
        series->normalize();
        return series;
    }

    void readValues(JsonValue value, Series &series)
    {
        m_scratch.clear();
        for (auto element : value.get_array()) {
            const json_type type = element.type();
            if (type == json_type::number) {
                const std::uint64_t index = element.get_uint64();
                m_columns.take(index, series);
                continue;
            }
            m_scratch.push_back(readSample(element.value()));
        }
        appendSamples(m_scratch, series);
    }

    SampleColumns &m_columns;
    std::vector<ScannedSample> m_scratch;
};

Result<QueryResult> decodeWith(const ApiAnswer &answer, const QByteArray &body,
                               SampleColumns &columns)
{
    QueryResult result;
    result.bytes = answer.body.size();
    ResultReader reader(columns);
    Result<DataNotes> notes = envelope::readEnvelope(
        answer, body, [&](JsonValue &data) { reader.readData(data, result); });
    if (!notes) {
        return notes.error();
    }
    if (!columns.isDrained()) {
        return wrongContent(answer, Text::tr("samples are where no series is"));
    }
    result.notes = std::move(notes).value();
    return result;
}

} // namespace

Result<QueryResult> decodeQueryResult(const ApiAnswer &answer)
{
    const bool mayHaveSamples = answer.status == 200 && isJsonContent(answer.contentType);
    const QByteArray body = mayHaveSamples ? envelope::padded(answer.body) : answer.body;
    SampleColumns none;
    if (mayHaveSamples) {
        SampleColumns columns;
        const QByteArray skeleton = columns.extract(body);
        if (!columns.isDrained()) {
            Result<QueryResult> result = decodeWith(answer, skeleton, columns);
            if (result) {
                return result;
            }
            // Judge again without the short cut, so that it never decides what an error is.
        }
    }
    return decodeWith(answer, envelope::padded(body), none);
}

} // namespace spillway
