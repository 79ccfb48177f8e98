// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/fitreport.h"

#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulationReport)
};

struct Reason
{
    UnfitReason flag = Fit;
    QLatin1String name;
};
constexpr std::array reasons{
    Reason{UnfitGap, "gap"_L1},
    Reason{UnfitThrottled, "throttled"_L1},
    Reason{UnfitAtMaximum, "at_maximum"_L1},
    Reason{UnfitBreaker, "breaker_open"_L1},
};

QString spoken(UnfitReason reason)
{
    switch (reason) {
    case UnfitGap:
        return Text::tr("not recorded");
    case UnfitThrottled:
        return Text::tr("throttled");
    case UnfitAtMaximum:
        return Text::tr("at the maximum");
    case UnfitBreaker:
        return Text::tr("breaker open");
    case Fit:
        break;
    }
    return {};
}

double shareOf(const std::vector<std::uint8_t> &marks, UnfitReason reason)
{
    const auto marked = std::count_if(marks.begin(), marks.end(),
                                      [reason](std::uint8_t mark) { return (mark & reason) != 0; });
    return marks.empty() ? 0 : static_cast<double>(marked) / static_cast<double>(marks.size());
}

QString percent(double share)
{
    constexpr double hundred = 100;
    return QString::number(share * hundred, 'f', 1) + u" %"_s;
}

/// "0.98 (±3.1 %)", or a dash for a curve that was assumed.
QString qualityCell(const FitQuality &quality)
{
    if (quality.points == 0 || !std::isfinite(quality.r2)) {
        return u"-"_s;
    }
    return u"%1 (±%2)"_s.arg(QString::number(quality.r2, 'f', 2), percent(quality.relativeError));
}

QString coldStartCell(const ColdStart &starts)
{
    constexpr double late = 0.95;
    return starts.isKnown() ? Text::tr("%1 / %2 s of %3 pods")
                                  .arg(starts.quantile(0.5), 0, 'f', 0)
                                  .arg(starts.quantile(late), 0, 'f', 0)
                                  .arg(starts.sampleCount())
                            : u"-"_s;
}

QString unfitCell(const std::vector<std::uint8_t> &marks)
{
    QStringList parts;
    for (const Reason &reason : reasons) {
        if (const double share = shareOf(marks, reason.flag); share > 0) {
            parts << spoken(reason.flag) + u' ' + percent(share);
        }
    }
    return parts.isEmpty() ? u"-"_s : parts.join(u", "_s);
}

/// "0.973", and what part of the time could not be compared.
QString scoreCell(const CalibrationScore &score, const std::vector<std::uint8_t> &marks)
{
    const QString unfit = unfitCell(marks);
    const QString text =
        score.fitShare > 0 ? QString::number(score.score, 'f', 3) : Text::tr("unknown");
    return unfit == "-"_L1 ? text : u"%1 (%2)"_s.arg(text, unfit);
}

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject qualityJson(const FitQuality &quality)
{
    return {{u"points"_s, static_cast<qint64>(quality.points)},
            {u"r2"_s, number(quality.r2)},
            {u"relative_error"_s, number(quality.relativeError)}};
}

QJsonArray reasonsJson(std::uint8_t mark)
{
    QJsonArray names;
    for (const Reason &reason : reasons) {
        if ((mark & reason.flag) != 0) {
            names.append(QString{reason.name});
        }
    }
    return names;
}

} // namespace

QByteArray fitText(const std::vector<PipelinePart> &parts)
{
    QList<QStringList> rows{{Text::tr("FITTED"), Text::tr("REQUESTS/S A REPLICA"),
                             Text::tr("PROCESSOR R2"), Text::tr("LATENCY R2"),
                             Text::tr("COLD START p50/p95"), Text::tr("SAYS NOTHING")}};
    rows.reserve(static_cast<qsizetype>(parts.size()) + 1);
    for (const PipelinePart &part : parts) {
        const ServiceFit &fit = part.fit;
        if (fit.fitShare > 0 || fit.model.coldStart.isKnown()) {
            rows.append({part.name, QString::number(fit.model.capacity(), 'g', 4),
                         qualityCell(fit.cores), qualityCell(fit.latency),
                         coldStartCell(fit.model.coldStart), unfitCell(fit.marks)});
        }
    }
    return rows.size() > 1 ? alignedTable(rows) : QByteArray();
}

std::vector<std::uint8_t> marksOf(const Calibration &calibration, const TimeGrid &grid,
                                  const CalibrationPeriod &period)
{
    const std::vector<std::uint8_t> &marks = calibration.marks;
    const std::size_t from = std::min(grid.indexOf(period.from), marks.size());
    std::size_t to = from;
    while (to < marks.size() && grid.time(to) < period.to) {
        ++to;
    }
    return {marks.begin() + static_cast<std::ptrdiff_t>(from),
            marks.begin() + static_cast<std::ptrdiff_t>(to)};
}

QByteArray calibrationText(const std::vector<ComponentCalibration> &calibration,
                           const TimeGrid &grid)
{
    std::vector<ComponentCalibration> known;
    std::copy_if(calibration.begin(), calibration.end(), std::back_inserter(known),
                 [](const ComponentCalibration &one) { return one.known; });
    if (known.empty()) {
        return {};
    }
    QStringList head{Text::tr("CALIBRATION FROM"), Text::tr("TO")};
    QStringList all{Text::tr("all"), {}};
    for (const ComponentCalibration &one : known) {
        head << one.name;
        all << scoreCell(one.calibration.whole, one.calibration.marks);
    }
    QList<QStringList> rows{head};
    for (std::size_t i = 0; i < known.front().calibration.periods.size(); ++i) {
        const CalibrationPeriod &first = known.front().calibration.periods[i];
        QStringList row{utcText(first.from), utcText(first.to)};
        for (const ComponentCalibration &one : known) {
            const CalibrationPeriod &period = one.calibration.periods.at(i); // of the same record
            row << scoreCell(period.score, marksOf(one.calibration, grid, period));
        }
        rows.append(row);
    }
    rows.append(all);
    return alignedTable(rows);
}

QJsonObject fitJson(const ServiceFit &fit)
{
    const ServiceModel &model = fit.model;
    QJsonObject object{{u"requests_per_replica"_s, number(model.capacity())},
                       {u"unloaded_seconds"_s, number(model.unloadedSeconds)},
                       {u"core_seconds_per_request"_s, number(model.coresPerRequest)},
                       {u"cores"_s, qualityJson(fit.cores)},
                       {u"latency"_s, qualityJson(fit.latency)}};
    if (model.coldStart.isKnown()) {
        constexpr double late = 0.95;
        object.insert(u"cold_start_p50_seconds"_s, model.coldStart.quantile(0.5));
        object.insert(u"cold_start_p95_seconds"_s, model.coldStart.quantile(late));
        object.insert(u"cold_start_pods"_s, static_cast<qint64>(model.coldStart.sampleCount()));
    }
    return object;
}

QJsonObject unfitJson(const std::vector<std::uint8_t> &marks)
{
    QJsonObject object;
    for (const Reason &reason : reasons) {
        object.insert(reason.name, shareOf(marks, reason.flag));
    }
    return object;
}

QJsonArray unfitPeriodsJson(const std::vector<std::uint8_t> &marks, const TimeGrid &grid)
{
    QJsonArray periods;
    const std::size_t count = std::min(marks.size(), grid.count);
    for (std::size_t from = 0; from < count;) {
        std::size_t to = from + 1;
        while (to < count && marks[to] == marks[from]) {
            ++to;
        }
        if (marks[from] != Fit) {
            periods.append(QJsonObject{{u"from"_s, utcText(grid.time(from))},
                                       {u"to"_s, utcText(grid.time(to))},
                                       {u"reasons"_s, reasonsJson(marks[from])}});
        }
        from = to;
    }
    return periods;
}

} // namespace spillway
