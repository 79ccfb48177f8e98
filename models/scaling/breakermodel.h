// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <deque>

namespace spillway {

/// States of a circuit breaker as resilience4j numbers them in its metrics.
enum class BreakerMode : std::uint8_t { Closed, Open, HalfOpen, ForcedOpen, Disabled, MetricsOnly };

/// Settings by resilience4j's names and with its defaults.
/// https://resilience4j.readme.io/docs/circuitbreaker
struct BreakerSpec
{
    enum class Window : std::uint8_t { Count, Time };
    QString name;
    Window window = Window::Count;
    double windowSize = 100; ///< calls, or seconds
    double minimumCalls = 100;
    double failureRateThreshold = 50; ///< per cent
    double slowRateThreshold = 100;   ///< per cent
    double slowCallSeconds = 60;
    double waitInOpenSeconds = 60;
    double permittedInHalfOpen = 10;
    bool automaticHalfOpen = false; ///< without it the next call after the wait does it
    BreakerMode initialMode = BreakerMode::Closed; ///< the forced modes stay for ever
    friend bool operator==(const BreakerSpec &, const BreakerSpec &) = default;
};

/// resilience4j's state machine over flows instead of single calls: it changes state at the end of
/// a step at the earliest. Deterministic. Any one thread.
class BreakerModel
{
public:
    explicit BreakerModel(BreakerSpec spec);

    [[nodiscard]] BreakerMode mode() const { return m_mode; }
    [[nodiscard]] const BreakerSpec &spec() const { return m_spec; }
    /// How many of the wanted calls are let through; `now` in seconds, at the start of the step.
    [[nodiscard]] double permit(double wanted, double now);
    /// What became of the calls that were let through; `now` at the end of the step.
    void record(double calls, double failures, double slow, double now);

private:
    struct Bucket
    {
        double time = 0;
        double calls = 0;
        double failures = 0;
        double slow = 0;
    };

    void enter(BreakerMode mode, double now);
    void forget(double now);
    [[nodiscard]] bool isAboveThreshold() const;

    BreakerSpec m_spec;
    std::deque<Bucket> m_buckets;
    Bucket m_sum;
    BreakerMode m_mode;
    double m_since = 0;
};

} // namespace spillway
