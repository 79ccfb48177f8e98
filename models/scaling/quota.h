// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace spillway {

/// What a provider allows, and how it counts. Zero or less = that limit does not exist.
struct QuotaSpec
{
    enum class Counting : std::uint8_t {
        AdmissionEstimate, ///< prompt + max_tokens are taken when the call is admitted (Azure
                           ///< OpenAI)
        PostCharge,        ///< real tokens after the call; running calls are not cut (gateways)
    };
    enum class Window : std::uint8_t {
        FixedMinute, ///< counters start anew each minute
        Sliding,     ///< the last 60 s
        TokenBucket, ///< refilled steadily, up to burst
        Slices,      ///< requests are policed in slices of a few seconds; tokens by the minute
    };

    QString model;
    double requestsPerMinute = 0;
    double tokensPerMinute = 0; ///< of both directions together, see countsInput and countsOutput
    double inputTokensPerMinute = 0;
    double outputTokensPerMinute = 0;
    Counting counting = Counting::PostCharge;
    Window window = Window::FixedMinute;
    bool countsInput = true;
    bool countsOutput = true;
    bool countsCached = true; ///< input read from the provider's cache
    double burstSeconds = 60; ///< TokenBucket: how much may be saved up
    double sliceSeconds = 10; ///< Slices

    /// Tokens are limited in one way or another.
    [[nodiscard]] bool limitsTokens() const
    {
        return tokensPerMinute > 0 || inputTokensPerMinute > 0 || outputTokensPerMinute > 0;
    }
    friend bool operator==(const QuotaSpec &, const QuotaSpec &) = default;
};

/// Tokens of a mean request.
struct TokenUse
{
    double input = 0;  ///< cached included
    double cached = 0; ///< part of input
    double output = 0;
    double maxOutput = 0; ///< max_tokens of the call: what an estimate at admission takes
    friend bool operator==(const TokenUse &, const TokenUse &) = default;
};

/// What one request takes from the token quota of both directions together.
[[nodiscard]] double countedTokens(const QuotaSpec &quota, const TokenUse &use);
/// What it takes from the limit of input, and from that of output.
[[nodiscard]] double countedInput(const QuotaSpec &quota, const TokenUse &use);
[[nodiscard]] double countedOutput(const QuotaSpec &quota, const TokenUse &use);

/// How far a quota carries. Little's law over min(RPM, TPM / tokens a request), with TPM also of
/// each direction.
struct QuotaReach
{
    enum class Limit : std::uint8_t { None, Requests, Tokens, InputTokens, OutputTokens };
    Limit limit = Limit::None;
    double requestsPerMinute = 0; ///< that can be admitted; infinite without a limit
    double inFlight = 0;          ///< calls at once at that rate
    /// Replicas above this only add 429s: scaling stops helping here. None: no limit.
    std::optional<int> usefulReplicas;
    /// Share of the admissible rate that demand leaves; below 0 demand is above it.
    double headroom = 1;
};
/// latencySeconds: p95 of a call; concurrency: calls at once a replica (at least 1 is taken);
/// demandPerMinute: requests.
[[nodiscard]] QuotaReach quotaReach(const QuotaSpec &quota, const TokenUse &use,
                                    double latencySeconds, int concurrency, double demandPerMinute);

/// The provider's counters over time, as flows. Steps of equal length, each at most 60 s.
class QuotaMeter
{
public:
    /// callSeconds: how long a call runs, for what is charged afterwards.
    QuotaMeter(QuotaSpec quota, const TokenUse &use, double stepSeconds, double callSeconds);

    /// How many of the wanted requests of the step that starts at `time` are admitted; the rest is
    /// answered 429.
    [[nodiscard]] double admit(double wanted, EpochMs time);

private:
    /// Amounts counted in the past, for one of the limits.
    struct Counter
    {
        double perMinute = 0;
        double perRequest = 0;
        double used = 0;          ///< in the window, or taken from the bucket
        double pending = 0;       ///< admitted and charged later
        std::vector<double> ring; ///< Sliding: charges of the steps of the last minute
        std::size_t next = 0;
    };

    void startStep(Counter &counter, QuotaSpec::Window window, EpochMs time);
    void charge(Counter &counter, double amount);
    [[nodiscard]] double room(const Counter &counter, double lag) const;
    [[nodiscard]] double admitSlices(double wanted) const;

    QuotaSpec m_quota;
    Counter m_requests;
    std::array<Counter, 3> m_tokens; ///< of both directions, of input, of output
    double m_step;
    double m_lag; ///< share of a step's tokens that is charged only in later steps
    std::int64_t m_minute = 0;
};

} // namespace spillway
