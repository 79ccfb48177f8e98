// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/samplecolumns.h"

#include "prometheus/envelope.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

constexpr std::string_view member = "\"values\":[[";

template<typename Project, typename Value>
void fill(const std::vector<ScannedSample> &samples, std::vector<Value> &column, Project project)
{
    const std::size_t before = column.size();
    column.resize(before + samples.size());
    std::transform(samples.begin(), samples.end(),
                   column.begin() + static_cast<std::ptrdiff_t>(before), project);
}

void split(const std::vector<ScannedSample> &samples, std::vector<EpochMs> &times,
           std::vector<double> &values)
{
    fill(samples, times, [](const ScannedSample &sample) { return sample.time; });
    fill(samples, values, [](const ScannedSample &sample) { return sample.value; });
}

} // namespace

void appendSamples(const std::vector<ScannedSample> &samples, Series &series)
{
    split(samples, series.times, series.values);
}

QByteArray SampleColumns::extract(const QByteArray &body)
{
    const std::string_view text{body.constData(), static_cast<std::size_t>(body.size())};
    const char *const end = text.data() + text.size();
    std::vector<ScannedSample> scratch;
    QByteArray skeleton;
    std::size_t copied = 0;
    const std::boyer_moore_horspool_searcher searcher(member.begin(), member.end());
    const auto find = [&](std::size_t from) {
        const auto *const found = std::search(text.begin() + from, text.end(), searcher);
        return static_cast<std::size_t>(found - text.begin());
    };
    for (std::size_t hit = find(0); hit < text.size(); hit = find(hit)) {
        const bool isMember = hit > 0 && (text[hit - 1] == ',' || text[hit - 1] == '{');
        const std::size_t array = hit + member.size() - 2;
        scratch.clear();
        const char *const after =
            isMember ? scanSamples(text.data() + array, end, scratch) : nullptr;
        if (after == nullptr) {
            hit = array;
            continue;
        }
        skeleton.append(text.data() + copied, static_cast<qsizetype>(array - copied));
        skeleton.append('[')
            .append(QByteArray::number(static_cast<qulonglong>(m_columns.size())))
            .append(']');
        Columns &columns = m_columns.emplace_back();
        split(scratch, columns.times, columns.values);
        copied = hit = static_cast<std::size_t>(after - text.data());
    }
    if (!m_columns.empty()) {
        skeleton.append(text.data() + copied, static_cast<qsizetype>(text.size() - copied));
        skeleton.reserve(skeleton.size() + qsizetype{simdjson::SIMDJSON_PADDING});
    }
    return skeleton;
}

void SampleColumns::take(std::uint64_t index, Series &series)
{
    if (index != m_next || index >= m_columns.size()) {
        throw envelope::ContentProblem{Text::tr("a sample is a number, expected a pair")};
    }
    Columns &columns = m_columns[m_next++];
    if (series.isEmpty()) {
        series.times = std::move(columns.times);
        series.values = std::move(columns.values);
        return;
    }
    series.times.insert(series.times.end(), columns.times.begin(), columns.times.end());
    series.values.insert(series.values.end(), columns.values.begin(), columns.values.end());
}

} // namespace spillway
