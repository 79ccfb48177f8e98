// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/capabilities.h"

#include "core/duration.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>
#include <map>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

Backend backendOf(const ProbeFacts &facts)
{
    // VictoriaMetrics claims to be Prometheus 2.24.0: what it understands gives it away.
    if (facts.understandsMetricsQl) {
        return Backend::VictoriaMetrics;
    }
    if (!facts.buildInfo) {
        return Backend::Unknown;
    }
    const QString application = facts.buildInfo->application;
    if (application.contains("mimir"_L1, Qt::CaseInsensitive) ||
        application.contains("cortex"_L1, Qt::CaseInsensitive)) {
        return Backend::Mimir;
    }
    const QVersionNumber version = QVersionNumber::fromString(facts.buildInfo->version);
    if (version.isNull()) {
        return Backend::Unknown;
    }
    // Thanos has not reached 1.0; no Prometheus before 2 has this endpoint.
    return version.majorVersion() == 0 ? Backend::Thanos : Backend::Prometheus;
}

bool hasFeature(const ProbeFacts &facts, QLatin1String feature)
{
    return facts.flags && facts.flags->value(u"enable-feature"_s).split(u',').contains(feature);
}

void describePrometheus(const ProbeFacts &facts, Capabilities &found)
{
    const QVersionNumber version = QVersionNumber::fromString(found.version);
    found.rules = found.metadata = found.notes = true;
    found.exemplars = hasFeature(facts, "exemplar-storage"_L1);
    found.limitParameter = version >= QVersionNumber(3, 2);
    found.nativeHistograms = version >= QVersionNumber(2, 40);
}

void describeThanos(Capabilities &found)
{
    found.rules = found.metadata = found.notes = found.exemplars = true;
    found.nativeHistograms = QVersionNumber::fromString(found.version) >= QVersionNumber(0, 32);
}

void describeMimir(Capabilities &found)
{
    found.rules = found.metadata = found.notes = found.exemplars = true;
    found.nativeHistograms = QVersionNumber::fromString(found.version) >= QVersionNumber(2, 7);
}

void describeVictoriaMetrics(Capabilities &found)
{
    found.version.clear(); // the "2.24.0" of buildinfo is a placeholder
    found.dropsNan = true;
    found.fillsLastPoints = true;
    found.maxPoints = 30'000;
}

} // namespace

QString backendName(Backend backend)
{
    switch (backend) {
    case Backend::Prometheus:
        return u"Prometheus"_s;
    case Backend::Thanos:
        return u"Thanos"_s;
    case Backend::Mimir:
        return u"Mimir"_s;
    case Backend::VictoriaMetrics:
        return u"VictoriaMetrics"_s;
    case Backend::Unknown:
        break;
    }
    return u"Prometheus API"_s;
}

ClockOffset clockOffset(EpochMs sent, EpochMs received, EpochMs server,
                        std::chrono::milliseconds resolution)
{
    // Earliest: it looked right before we received; latest: right after we sent.
    const EpochMs earliest = server - received;
    const EpochMs latest = server + resolution.count() - sent;
    return {.offset = std::chrono::milliseconds{(earliest + latest) / 2},
            .uncertainty = std::chrono::milliseconds{(latest - earliest + 1) / 2}};
}

ScrapeIntervals scrapeIntervals(const TargetList &targets)
{
    ScrapeIntervals found;
    std::map<std::chrono::milliseconds, int> counts;
    for (const Target &target : targets) {
        if (target.scrapeInterval <= 0ms) {
            continue;
        }
        ++counts[target.scrapeInterval];
        const std::string_view job = target.labels.value("job");
        auto &slowest =
            found.byJob[QString::fromUtf8(job.data(), static_cast<qsizetype>(job.size()))];
        slowest = std::max(slowest, target.scrapeInterval);
    }
    const auto common =
        std::max_element(counts.begin(), counts.end(), [&](const auto &a, const auto &b) {
            return a.second < b.second || (a.second == b.second && a.first < b.first);
        });
    if (common != counts.end()) {
        found.overall = common->first;
    }
    return found;
}

Capabilities capabilitiesFrom(const ProbeFacts &facts)
{
    Capabilities found;
    found.backend = backendOf(facts);
    found.version = facts.buildInfo ? facts.buildInfo->version : QString{};
    found.targets = facts.targets.has_value();
    switch (found.backend) {
    case Backend::Prometheus:
        describePrometheus(facts, found);
        break;
    case Backend::Thanos:
        describeThanos(found);
        break;
    case Backend::Mimir:
        describeMimir(found);
        break;
    case Backend::VictoriaMetrics:
        describeVictoriaMetrics(found);
        break;
    case Backend::Unknown:
        break;
    }
    if (facts.flags) {
        const auto lookback = parseDuration(facts.flags->value(u"query.lookback-delta"_s));
        if (lookback && *lookback > 0ms) {
            found.lookbackDelta = *lookback;
        }
    }
    if (facts.targets) {
        found.scrapeIntervals = scrapeIntervals(*facts.targets);
    }
    const auto surest = std::min_element(
        facts.clocks.cbegin(), facts.clocks.cend(),
        [](const ClockOffset &a, const ClockOffset &b) { return a.uncertainty < b.uncertainty; });
    if (surest != facts.clocks.cend()) {
        found.clockOffset = *surest;
    }
    return found;
}

QString Capabilities::title() const
{
    return version.isEmpty() ? backendName(backend)
                             : QString{backendName(backend) + u' ' + version};
}

QStringList Capabilities::limitations() const
{
    QStringList list;
    if (!rules) {
        list.append(Text::tr(
            "Rules and alerts are a placeholder: an empty list does not mean that all is well."));
    }
    if (!exemplars) {
        list.append(Text::tr("There are no exemplars."));
    }
    if (!targets) {
        list.append(
            Text::tr("The scrape targets are not known, so the scrape interval is assumed."));
    }
    if (!metadata) {
        list.append(Text::tr(
            "There is no metadata: types and units of metrics are guessed from their names."));
    }
    if (!nativeHistograms) {
        list.append(Text::tr("Native histograms are not supported."));
    }
    if (!notes) {
        list.append(Text::tr("Answers carry no warnings."));
    }
    if (dropsNan) {
        list.append(Text::tr("Points that are NaN are left out."));
    }
    if (fillsLastPoints) {
        list.append(Text::tr("The newest 30 seconds may repeat older values."));
    }
    return list;
}

QList<QPair<QString, QString>> Capabilities::queryParameters() const
{
    if (backend == Backend::Thanos) {
        // Its defaults differ between versions and flags.
        return {{u"dedup"_s, u"true"_s}, {u"partial_response"_s, u"true"_s}};
    }
    return {};
}

} // namespace spillway
