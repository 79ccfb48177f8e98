// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "metrics/labelset.h"
#include "metrics/queryresult.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

/// \file Values of the endpoints that are not queries. All texts come from the monitored programs
/// and are untrusted. Times are 0 if the server sent none.

namespace spillway {

struct SeriesAnswer
{
    std::vector<LabelSet> series;
    DataNotes notes;
};

/// Label names or label values.
struct NamesAnswer
{
    QStringList names;
    DataNotes notes;
};

struct MetadataEntry
{
    QString metric;
    QString type; ///< counter, gauge, histogram, gaugehistogram, summary, info, stateset, unknown
    QString help;
    QString unit;
    friend bool operator==(const MetadataEntry &, const MetadataEntry &) = default;
};
using MetadataList = std::vector<MetadataEntry>; ///< a metric may have several entries

struct Alert
{
    LabelSet labels;
    LabelSet annotations;
    QString state; ///< pending, firing
    EpochMs activeAt = 0;
    double value = 0;
};
using AlertList = std::vector<Alert>;

struct Rule
{
    bool alerting = false;
    QString name;
    QString query;
    LabelSet labels;
    LabelSet annotations;
    std::chrono::milliseconds duration{0}; ///< "for" of an alerting rule
    QString state;                         ///< of an alerting rule: inactive, pending, firing
    QString health;                        ///< ok, err, unknown
    QString lastError;
    EpochMs lastEvaluation = 0;
    AlertList alerts;
};

struct RuleGroup
{
    QString name;
    QString file;
    std::chrono::milliseconds interval{0};
    std::vector<Rule> rules;
};
using RuleGroups = std::vector<RuleGroup>;

struct Target
{
    LabelSet labels;
    QString scrapePool;
    QString scrapeUrl;
    QString health; ///< up, down, unknown
    QString lastError;
    EpochMs lastScrape = 0;
    std::chrono::milliseconds lastScrapeDuration{0};
    std::chrono::milliseconds scrapeInterval{0}; ///< 0 = the server does not say
    std::chrono::milliseconds scrapeTimeout{0};
};
using TargetList = std::vector<Target>; ///< the active ones

struct BuildInfo
{
    QString version;
    QString revision;
    QString application; ///< Mimir: "Grafana Mimir"; else empty
};

using ServerFlags = QMap<QString, QString>;

struct RuntimeInfo
{
    EpochMs startTime = 0;
    EpochMs serverTime = 0; ///< Prometheus 3.2 and newer
    QString storageRetention;
    qint64 timeSeriesCount = 0;
};

struct Exemplar
{
    LabelSet labels; ///< trace_id and the like
    double value = 0;
    EpochMs time = 0;
};

struct ExemplarSeries
{
    LabelSet labels;
    std::vector<Exemplar> exemplars;
};
using ExemplarList = std::vector<ExemplarSeries>;

} // namespace spillway
