// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/historywriter.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace spillway::demo {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::HistoryWriter)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t blockBytes = 1U << 20U;

std::string seriesText(std::string_view name, Job job, Labels labels, const Label *extra)
{
    const JobInfo &target = jobs.at(static_cast<std::size_t>(job));
    std::string text(name);
    text += '{';
    const auto append = [&text](std::string_view key, std::string_view value) {
        text.append(key).append("=\"").append(value).append("\",");
    };
    bool hasNamespace = false;
    for (const Label &label : labels) {
        append(label.first, label.second);
        hasNamespace = hasNamespace || label.first == "namespace";
    }
    if (extra) {
        append(extra->first, extra->second);
    }
    append("job", target.name);
    append("instance", target.instance);
    if (!hasNamespace) {
        append("namespace", kubeNamespace);
    }
    text.back() = '}';
    text += ' ';
    return text;
}

} // namespace

/// First sight of a group of series: makes their columns.
class HistoryWriter::HeaderSink final : public MetricSink
{
public:
    explicit HeaderSink(HistoryWriter &writer)
        : m_writer(writer)
    {}

    void value(Job job, Family family, Labels labels, double /*value*/) override
    {
        add(seriesText(info(family).name, job, labels, nullptr), info(family).density);
    }

    void histogram(Job job, Family family, Labels labels, const Distribution & /*distribution*/,
                   std::span<const double> bounds) override
    {
        const std::string name(info(family).name);
        for (const double bound : bounds) {
            const std::string text = numberText(bound);
            const Label le{"le", text};
            add(seriesText(name + "_bucket", job, labels, &le), info(family).density);
        }
        const Label infinity{"le", "+Inf"};
        add(seriesText(name + "_bucket", job, labels, &infinity), info(family).density);
        add(seriesText(name + "_count", job, labels, nullptr), info(family).density);
        add(seriesText(name + "_sum", job, labels, nullptr), info(family).density);
    }

    void add(std::string series, Density density)
    {
        Column column;
        column.series = std::move(series);
        column.density = density;
        column.values.assign(m_writer.m_rows, none);
        m_writer.m_columns.push_back(std::move(column));
    }

private:
    HistoryWriter &m_writer;
};

/// Fills one row of columns that follow each other.
class HistoryWriter::ValueSink final : public MetricSink
{
public:
    ValueSink(HistoryWriter &writer, std::size_t row, std::size_t column)
        : m_writer(writer)
        , m_row(row)
        , m_column(column)
    {}

    void value(Job /*job*/, Family /*family*/, Labels /*labels*/, double value) override
    {
        put(value);
    }

    void histogram(Job /*job*/, Family /*family*/, Labels /*labels*/,
                   const Distribution &distribution, std::span<const double> bounds) override
    {
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            put(std::floor(distribution.cumulative.at(i)));
        }
        put(std::floor(distribution.count));
        put(std::floor(distribution.count));
        put(std::round(distribution.sum * 1000) / 1000);
    }

private:
    void put(double value) { m_writer.m_columns.at(m_column++).values.at(m_row) = value; }

    HistoryWriter &m_writer;
    std::size_t m_row;
    std::size_t m_column;
};

HistoryWriter::HistoryWriter(std::int64_t from, std::int64_t to, End end)
{
    const std::int64_t first = (from + rowSeconds - 1) / rowSeconds * rowSeconds;
    for (std::int64_t time = first; time < to; time += rowSeconds) {
        m_times.push_back(time);
    }
    if (end == End::Sampled) {
        m_times.push_back(to);
    }
    m_rows = m_times.size();
    m_stamps.reserve(m_rows);
    for (const std::int64_t time : m_times) {
        m_stamps.push_back(' ' + std::to_string(time) + '\n');
    }
}

void HistoryWriter::add(const WorldState &state)
{
    if (m_next >= m_rows || state.second != m_times[m_next]) {
        return;
    }
    const std::size_t row = m_next++;
    if (m_columns.empty()) {
        HeaderSink header(*this);
        visitFixed(state, header);
    }
    ValueSink fixed(*this, row, 0);
    visitFixed(state, fixed);
    for (const Pod &pod : state.pods) {
        const auto [place, isNew] =
            m_podColumns.try_emplace({pod.component, pod.ordinal}, m_columns.size());
        if (isNew) {
            HeaderSink header(*this);
            visitPod(state, pod, header);
        }
        ValueSink values(*this, row, place->second);
        visitPod(state, pod, values);
    }
}

bool HistoryWriter::isWanted(const Column &column, std::size_t row, double before)
{
    constexpr std::size_t mediumRows = 2;
    constexpr std::size_t sparseRows = 8; // 240 s, less than the lookback of 300 s
    const double value = column.values[row];
    if (std::isnan(value)) {
        return false;
    }
    switch (column.density) {
    case Density::Fine:
        return true;
    case Density::Medium:
        return row % mediumRows == 0 || row + 1 == column.values.size();
    case Density::Sparse:
        break;
    }
    return row % sparseRows == 0 || row + 1 == column.values.size() || !(value == before);
}

void HistoryWriter::appendColumn(const Column &column, std::string &text) const
{
    double before = none;
    std::array<char, 32> number{};
    for (std::size_t row = 0; row < m_rows; ++row) {
        const double value = column.values[row];
        if (isWanted(column, row, before)) {
            char *end = std::to_chars(number.data(), number.data() + number.size(), value).ptr;
            text.append(column.series).append(number.data(), end).append(m_stamps[row]);
        }
        before = value;
    }
}

Result<void> HistoryWriter::write(const QString &path, const std::atomic_bool &cancelled) const
{
    const auto failure = [&](ErrorCode code, const QString &why) {
        return Error{.code = code,
                     .what = Text::tr("Cannot write the demo's history"),
                     .where = path,
                     .why = why,
                     .advice = {},
                     .position = {}};
    };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        return failure(ErrorCode::File, file.errorString());
    }
    std::string text;
    text.reserve(2 * blockBytes);
    const auto flush = [&] {
        const auto size = static_cast<qint64>(text.size());
        const bool written = file.write(text.data(), size) == size;
        text.clear();
        return written;
    };
    for (const Column &column : m_columns) {
        appendColumn(column, text);
        if (cancelled) {
            return failure(ErrorCode::Cancelled, Text::tr("It was cancelled."));
        }
        if (text.size() > blockBytes && !flush()) {
            return failure(ErrorCode::File, file.errorString());
        }
    }
    for (const JobInfo &job : jobs) { // Prometheus' own series of a target
        Column up;
        up.series = "up{job=\"" + std::string(job.name) + "\",instance=\"" +
                    std::string(job.instance) + "\",namespace=\"" + std::string(kubeNamespace) +
                    "\"} ";
        up.density = Density::Sparse;
        up.values.assign(m_rows, 1);
        appendColumn(up, text);
    }
    text += "# EOF\n";
    return flush() ? Result<void>() : Result<void>(failure(ErrorCode::File, file.errorString()));
}

} // namespace spillway::demo
