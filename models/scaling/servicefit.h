// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scaling/fitline.h"
#include "scaling/servicemodel.h"
#include "scaling/timegrid.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace spillway {

/// Why a step says nothing about what a component can do. Flags.
enum UnfitReason : std::uint8_t {
    Fit = 0,
    UnfitGap = 1,       ///< a value that is needed is not known
    UnfitThrottled = 2, ///< the provider answered 429
    UnfitAtMaximum = 4, ///< the autoscaler was not free to scale
    UnfitBreaker = 8,   ///< a breaker was open
};

/// What was recorded of one component, one value a step of one grid; NaN = unknown. A column that
/// was not recorded is empty.
struct ServiceHistory
{
    GridColumn requests;            ///< a second, all replicas
    GridColumn ready;               ///< replicas
    GridColumn cores;               ///< used, all replicas
    GridColumn p50;                 ///< seconds
    GridColumn p95;                 ///< seconds
    GridColumn rejected;            ///< 429s a second
    GridColumn maxReplicas;         ///< of the autoscaler
    GridColumn breakerOpen;         ///< above 0: open
    std::vector<double> coldStarts; ///< seconds from created to ready, one a pod
    double requestedCores = 0;      ///< of one replica
    double limitCores = 0;          ///< of one replica; 0: none
    int concurrency = 0;            ///< of a queue worker; 0: none
};

/// One mark a step.
[[nodiscard]] std::vector<std::uint8_t> markUnfit(const ServiceHistory &history);

/// A model with how far it can be trusted.
struct ServiceFit
{
    ServiceModel model;
    FitQuality cores;   ///< cores a replica against requests a replica
    FitQuality latency; ///< p50 against the waiting term
    std::vector<std::uint8_t> marks;
    double fitShare = 0; ///< steps that took part
    /// 0..1: fitShare x (1 - the relative error of each curve that was fitted), times 0.5 for each
    /// thing that had to be assumed.
    double confidence = 0;
    QStringList assumptions; ///< translated sentences
};

/// Fits capacity, utilisation, latency and cold start. Never fails: what the history does not tell
/// keeps the value of `fallback`, is named in assumptions and halves the confidence.
[[nodiscard]] ServiceFit fitService(const ServiceHistory &history,
                                    const ServiceModel &fallback = {});

} // namespace spillway
