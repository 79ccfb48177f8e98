// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/traffictrace.h"

#include "scaling/fitline.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrafficTrace)
};

constexpr std::string_view head = "time,component,requests_per_second";
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr EpochMs longest = EpochMs{400} * 86'400'000;
constexpr double holdFactor = 1.5;
/// Of all components together, 0.8 GB: 400 days of 43 components.
constexpr std::size_t mostSteps = 100'000'000;
constexpr double mostRequests = 1e9; // a second; beyond that it is a slip, and sums overflow

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    const std::size_t last = text.find_last_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, last - first + 1);
}

QString quoted(std::string_view text)
{
    constexpr std::size_t most = 63; // of a name in Kubernetes
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), most)));
}

std::optional<double> numberIn(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::optional<EpochMs> timeIn(std::string_view text)
{
    constexpr double latestSecond = 32'503'680'000; // the year 3000
    if (const std::optional<double> seconds = numberIn(text)) {
        const bool sane = *seconds >= 0 && *seconds < latestSecond;
        return sane ? std::optional<EpochMs>(std::llround(*seconds * 1000)) : std::nullopt;
    }
    QDateTime time = QDateTime::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toMSecsSinceEpoch();
}

Error tooLarge(const QString &file, const QString &why, const QString &advice)
{
    return Error{.code = ErrorCode::TooLarge,
                 .what = Text::tr("The traffic cannot be read"),
                 .where = file,
                 .why = why,
                 .advice = advice};
}

/// Line after line; the first problem ends it.
class Reader
{
public:
    explicit Reader(QString file)
        : m_file(std::move(file))
    {}

    Result<TrafficTrace> read(std::string_view text)
    {
        if (text.starts_with("\xEF\xBB\xBF")) {
            text.remove_prefix(3);
        }
        bool headSeen = false;
        while (!text.empty() && !m_problem) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = trimmed(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            ++m_line;
            if (line.empty() || line.front() == '#') {
                continue;
            }
            if (headSeen) {
                readRow(line);
            } else if (line != head) {
                complain(Text::tr("the head must be %1").arg(quoted(head)));
            }
            headSeen = true;
        }
        if (!m_problem && m_series.isEmpty()) {
            complain(Text::tr("there are no rows"));
        }
        return m_problem ? Result<TrafficTrace>(*m_problem) : onOneGrid();
    }

private:
    void complain(const QString &why)
    {
        m_problem = Error{.code = ErrorCode::InvalidDocument,
                          .what = Text::tr("The traffic cannot be read"),
                          .why = why,
                          .advice = Text::tr("The format is described in docs/simulate.md."),
                          .position = DocumentPosition{.file = m_file, .line = m_line}};
    }

    void readRow(std::string_view line)
    {
        const std::size_t first = line.find(',');
        const std::size_t last = line.rfind(',');
        if (first == std::string_view::npos || first == last) {
            complain(Text::tr("three columns are expected"));
            return;
        }
        std::string_view name = trimmed(line.substr(first + 1, last - first - 1));
        if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
            name = name.substr(1, name.size() - 2);
        }
        const std::optional<EpochMs> time = timeIn(trimmed(line.substr(0, first)));
        if (!time) {
            complain(Text::tr("“%1” is not a time").arg(quoted(line.substr(0, first))));
        } else if (name.empty() || name.find_first_of(",\"") != std::string_view::npos) {
            complain(Text::tr("“%1” is not the name of a component").arg(quoted(name)));
        } else {
            addValue(quoted(name), *time, trimmed(line.substr(last + 1)));
        }
    }

    void addValue(const QString &name, EpochMs time, std::string_view text)
    {
        double value = unknown;
        if (!text.empty()) {
            const std::optional<double> number = numberIn(text);
            if (!number || *number < 0 || *number > mostRequests) {
                complain(Text::tr("“%1” is not a rate of requests").arg(quoted(text)));
                return;
            }
            value = *number;
        }
        Series &series = m_series[name];
        if (!series.times.empty() && series.times.back() >= time) {
            complain(Text::tr("the times of a component must rise"));
            return;
        }
        series.times.push_back(time);
        series.values.push_back(value);
    }

    /// The usual distance of the rows of a component.
    [[nodiscard]] static double usualDistance(const Series &series)
    {
        constexpr double ofOneRow = 60'000;
        std::vector<double> distances;
        for (std::size_t i = 1; i < series.times.size(); ++i) {
            distances.push_back(static_cast<double>(series.times[i] - series.times[i - 1]));
        }
        return distances.empty() ? ofOneRow : medianOf(std::move(distances));
    }

    [[nodiscard]] Result<TrafficTrace> onOneGrid()
    {
        TrafficTrace trace;
        const EpochMs step = trace.grid.step.count();
        EpochMs from = std::numeric_limits<EpochMs>::max();
        EpochMs to = 0;
        for (const Series &series : std::as_const(m_series)) {
            from = std::min(from, series.times.front());
            to = std::max(to, series.times.back() + std::llround(usualDistance(series)));
        }
        if (to - from > longest) {
            complain(Text::tr("it covers more than 400 days"));
            return *m_problem;
        }
        trace.grid.from = from / step * step;
        trace.grid.count =
            static_cast<std::size_t>(std::max<EpochMs>(1, (to - trace.grid.from) / step));
        if (trace.grid.count > mostSteps / static_cast<std::size_t>(m_series.size())) {
            return tooLarge(m_file,
                            Text::tr("its %n component(s), over that time, have more than %1 steps",
                                     nullptr, static_cast<int>(m_series.size()))
                                .arg(mostSteps),
                            Text::tr("Give fewer days or fewer components."));
        }
        for (auto series = m_series.cbegin(); series != m_series.cend(); ++series) {
            const double held =
                std::max(holdFactor * usualDistance(*series), static_cast<double>(step));
            trace.requests.insert(
                series.key(),
                onGrid(*series, trace.grid, std::chrono::milliseconds(std::llround(held))));
        }
        return trace;
    }

    QString m_file;
    int m_line = 0;
    QMap<QString, Series> m_series;
    std::optional<Error> m_problem;
};

} // namespace

Result<TrafficTrace> readTrafficTrace(QByteArrayView bytes, const QString &file)
{
    if (bytes.size() > maxTraceBytes) {
        return tooLarge(file, Text::tr("it is larger than %1 MiB").arg(maxTraceBytes >> 20),
                        Text::tr("Give fewer days, or one row a minute."));
    }
    return Reader(file).read({bytes.data(), static_cast<std::size_t>(bytes.size())});
}

} // namespace spillway
