// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/resultwriter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QString timeText(EpochMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString seriesText(const Series &series)
{
    return QString::fromStdString(series.labels.toString());
}

QString valueString(double value)
{
    return QString::fromLatin1(valueText(value));
}

QByteArray writeCsv(const QueryResult &result)
{
    QByteArray text = "series,timestamp_ms,value\n";
    for (const SeriesPtr &series : result.series) {
        const QByteArray name = csvCell(seriesText(*series).toUtf8()) + ',';
        for (std::size_t at = 0; at < series->size(); ++at) {
            text += name + QByteArray::number(series->times[at]) + ',' +
                    valueText(series->values[at]) + '\n';
        }
        for (const HistogramSample &sample : series->histograms) {
            const QByteArray value =
                "count=" + valueText(sample.count) + " sum=" + valueText(sample.sum);
            text += name + QByteArray::number(sample.time) + ',' + csvCell(value) + '\n';
        }
    }
    return text;
}

QJsonObject jsonSeries(const Series &series)
{
    QJsonObject metric;
    for (const auto &[name, value] : series.labels.pairs()) {
        metric.insert(QString::fromStdString(name), QString::fromStdString(value));
    }
    QJsonArray values;
    for (std::size_t at = 0; at < series.size(); ++at) {
        values.append(QJsonArray{series.times[at], valueString(series.values[at])});
    }
    QJsonObject object{{u"metric"_s, metric}, {u"values"_s, values}};
    QJsonArray histograms;
    for (const HistogramSample &sample : series.histograms) {
        QJsonArray buckets;
        for (const HistogramBucket &bucket : sample.buckets) {
            buckets.append(QJsonArray{static_cast<int>(bucket.bounds), valueString(bucket.lower),
                                      valueString(bucket.upper), valueString(bucket.count)});
        }
        const QJsonObject histogram{{u"count"_s, valueString(sample.count)},
                                    {u"sum"_s, valueString(sample.sum)},
                                    {u"buckets"_s, buckets}};
        histograms.append(QJsonArray{sample.time, histogram});
    }
    if (!histograms.isEmpty()) {
        object.insert(u"histograms"_s, histograms);
    }
    return object;
}

QByteArray writeJson(const QueryResult &result)
{
    constexpr std::array types{"vector"_L1, "matrix"_L1, "scalar"_L1, "string"_L1};
    QJsonArray list;
    for (const SeriesPtr &series : result.series) {
        list.append(jsonSeries(*series));
    }
    QJsonObject object{{u"resultType"_s, types.at(static_cast<std::size_t>(result.type))},
                       {u"timeUnit"_s, u"ms"_s},
                       {u"result"_s, list},
                       {u"warnings"_s, QJsonArray::fromStringList(result.notes.warnings)},
                       {u"infos"_s, QJsonArray::fromStringList(result.notes.infos)},
                       {u"partial"_s, result.notes.partial},
                       {u"truncated"_s, result.notes.truncated}};
    if (result.type == QueryResult::Type::String) {
        object.insert(u"text"_s, result.text);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray writeTable(const QueryResult &result)
{
    if (result.type == QueryResult::Type::String) {
        return printable(result.text).toUtf8() + '\n';
    }
    QList<QStringList> rows{{u"SERIES"_s, u"TIME"_s, u"VALUE"_s}};
    for (const SeriesPtr &series : result.series) {
        const QString name = seriesText(*series);
        for (std::size_t at = 0; at < series->size(); ++at) {
            rows.append({name, timeText(series->times[at]), valueString(series->values[at])});
        }
        for (const HistogramSample &sample : series->histograms) {
            rows.append(
                {name, timeText(sample.time),
                 u"count=%1 sum=%2"_s.arg(valueString(sample.count), valueString(sample.sum))});
        }
    }
    return alignedTable(rows);
}

} // namespace

QString printable(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control) {
            character = u'\ufffd';
        }
    }
    return text;
}

QByteArray valueText(double value)
{
    if (std::isnan(value)) {
        return "NaN";
    }
    if (std::isinf(value)) {
        return value > 0 ? "+Inf" : "-Inf";
    }
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end - text.data()};
}

QByteArray csvCell(const QByteArray &text)
{
    const auto isSpecial = [](char one) {
        return one == ',' || one == '"' || one == '\n' || one == '\r';
    };
    if (std::none_of(text.begin(), text.end(), isSpecial)) {
        return text;
    }
    QByteArray quoted = text;
    quoted.replace('"', "\"\"");
    return '"' + quoted + '"';
}

QByteArray alignedTable(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    QByteArray text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const QString cell = printable(row[column]);
            const bool last = column + 1 == row.size();
            line += last ? cell : QString{cell.leftJustified(widths[column]) + u"  "_s};
        }
        text += line.toUtf8() + '\n';
    }
    return text;
}

QByteArray writeResult(const QueryResult &result, OutputFormat format)
{
    switch (format) {
    case OutputFormat::Csv:
        return writeCsv(result);
    case OutputFormat::Json:
        return writeJson(result);
    case OutputFormat::Table:
        break;
    }
    return writeTable(result);
}

} // namespace spillway
