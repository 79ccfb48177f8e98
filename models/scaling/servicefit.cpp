// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/servicefit.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServiceFit)
};

constexpr std::size_t fewestPoints = 20;

double valueAt(const GridColumn &column, std::size_t index)
{
    return index < column.size() ? column[index] : std::numeric_limits<double>::quiet_NaN();
}

class Fitter
{
public:
    Fitter(const ServiceHistory &history, const ServiceModel &fallback)
        : m_history(history)
    {
        m_fit.model = fallback;
        m_fit.marks = markUnfit(history);
    }

    ServiceFit run()
    {
        const auto fit = std::count(m_fit.marks.begin(), m_fit.marks.end(), Fit);
        m_fit.fitShare = m_fit.marks.empty()
                             ? 0
                             : static_cast<double>(fit) / static_cast<double>(m_fit.marks.size());
        m_fit.confidence = m_fit.fitShare;
        if (m_history.requestedCores > 0) {
            m_fit.model.requestedCores = m_history.requestedCores;
        }
        m_fit.model.concurrency = std::max(m_history.concurrency, m_fit.model.concurrency);
        fitCores();
        fitLatency();
        fitSpread();
        fitColdStart();
        return std::move(m_fit);
    }

private:
    void assume(const QString &sentence)
    {
        m_fit.assumptions.append(sentence);
        m_fit.confidence *= 0.5;
    }

    void trust(const FitQuality &quality) { m_fit.confidence *= 1 - quality.relativeError; }

    void fitCores()
    {
        std::vector<double> load;
        std::vector<double> cores;
        double busiest = 0;
        for (std::size_t i = 0; i < m_fit.marks.size(); ++i) {
            if (m_fit.marks[i] != Fit || !(m_history.ready[i] > 0)) {
                continue;
            }
            load.push_back(m_history.requests[i] / m_history.ready[i]);
            cores.push_back(valueAt(m_history.cores, i) / m_history.ready[i]);
            busiest = std::max(busiest, load.back());
        }
        const FittedLine line = fitLine(load, cores);
        m_fit.cores = line.quality;
        ServiceModel &model = m_fit.model;
        if (line.quality.points < fewestPoints || line.slope <= 0) {
            if (model.concurrency == 0) {
                model.requestsPerReplica = std::max(model.requestsPerReplica, busiest);
                assume(Text::tr("Processor use does not follow the requests; the capacity of a "
                                "replica is an assumption."));
            }
            return;
        }
        trust(line.quality);
        model.coresPerRequest = line.slope;
        model.idleCores = std::max(0.0, line.intercept);
        const double limit =
            m_history.limitCores > 0 ? m_history.limitCores : m_history.requestedCores;
        if (limit > model.idleCores) {
            model.requestsPerReplica = (limit - model.idleCores) / line.slope;
            model.startingCores = model.idleCores;
        } else {
            model.requestsPerReplica = std::max(busiest, 1e-9);
            assume(Text::tr("There is no processor limit; the capacity of a replica is the most "
                            "that one has done."));
        }
    }

    void fitLatency()
    {
        std::vector<double> wait;
        std::vector<double> seconds;
        const double capacity = m_fit.model.requestsPerReplica;
        for (std::size_t i = 0; i < m_fit.marks.size(); ++i) {
            const double ready = valueAt(m_history.ready, i);
            if (m_fit.marks[i] != Fit || !(ready > 0)) {
                continue;
            }
            const double rho = m_history.requests[i] / (ready * capacity);
            // Close to saturation a backlog makes the latency, not the curve.
            if (rho < 0.95) {
                wait.push_back(waitFactor(rho, static_cast<int>(ready)));
                seconds.push_back(valueAt(m_history.p50, i));
            }
        }
        const bool worker = m_fit.model.concurrency > 0;
        const FittedLine line =
            fitLine(worker ? std::vector<double>(wait.size(), 0) : wait, seconds);
        m_fit.latency = line.quality;
        if (line.quality.points < fewestPoints || !(line.intercept > 0)) {
            assume(
                Text::tr("Latency does not follow the utilisation; its curve is an assumption."));
            return;
        }
        trust(line.quality);
        m_fit.model.unloadedSeconds = line.intercept;
        m_fit.model.burstiness = worker ? 0 : std::max(0.0, line.slope / line.intercept);
    }

    void fitSpread()
    {
        std::vector<double> spreads;
        for (std::size_t i = 0; i < m_fit.marks.size(); ++i) {
            const double p50 = valueAt(m_history.p50, i);
            const double p95 = valueAt(m_history.p95, i);
            if (m_fit.marks[i] == Fit && p50 > 0 && p95 >= p50 && std::isfinite(p95)) {
                spreads.push_back(std::log(p95 / p50) / std::log(tailRatio(1)));
            }
        }
        if (spreads.size() >= fewestPoints) {
            m_fit.model.latencySpread = medianOf(std::move(spreads));
        } else {
            assume(Text::tr("The spread of the latency is an assumption."));
        }
    }

    void fitColdStart()
    {
        const ColdStart measured(m_history.coldStarts);
        if (measured.isKnown()) {
            m_fit.model.coldStart = measured;
        } else {
            assume(Text::tr("No pod was seen starting; the cold start is an assumption."));
        }
    }

    const ServiceHistory &m_history;
    ServiceFit m_fit;
};

} // namespace

std::vector<std::uint8_t> markUnfit(const ServiceHistory &history)
{
    std::vector<std::uint8_t> marks(history.requests.size(), Fit);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double ready = valueAt(history.ready, i);
        unsigned mark = Fit;
        mark |= std::isfinite(history.requests[i]) && std::isfinite(ready) ? Fit : UnfitGap;
        mark |= valueAt(history.rejected, i) > 0 ? UnfitThrottled : Fit;
        mark |= ready >= valueAt(history.maxReplicas, i) ? UnfitAtMaximum : Fit;
        mark |= valueAt(history.breakerOpen, i) > 0 ? UnfitBreaker : Fit;
        marks[i] = static_cast<std::uint8_t>(mark);
    }
    return marks;
}

ServiceFit fitService(const ServiceHistory &history, const ServiceModel &fallback)
{
    return Fitter(history, fallback).run();
}

} // namespace spillway
