// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/llmqueue.h"

#include <algorithm>
#include <cmath>

namespace spillway::demo {

namespace {

constexpr double dt = stepSeconds;
constexpr double jobsPerTurn = 0.3; // the rest is answered from the semantic cache
constexpr double concurrencyPerPod = 4;
constexpr double longestQueue = 20000; // the broker's max-length; more is refused
constexpr double quotaWindow = 10;     // seconds of quota that may be saved up
constexpr double outageSeconds = 9;    // until a consumer gives up on a dead provider
constexpr std::array<double, modelCount> modelShare{0.19, 0.45, 0.36};
constexpr std::array<double, modelCount> modelSeconds{1.3, 1.6, 2.1};
constexpr std::array<double, modelCount> inputTokens{620, 730, 560};
constexpr std::array<double, modelCount> outputTokens{150, 170, 140};
constexpr double cachedShare = 0.3; // of the input

struct Totals
{
    double answered = 0;
    double failed = 0;
    double rejected = 0;
};

void refillQuota(ModelState &model, const ModelQuota &quota)
{
    const auto refill = [](double left, double perMinute) {
        return std::min(left + perMinute / 60 * dt, perMinute / 60 * quotaWindow);
    };
    model.requestsLeft = refill(model.requestsLeft, quota.requestsPerMinute);
    model.tokensLeft = refill(model.tokensLeft, quota.tokensPerMinute);
}

double totalBacklog(const WorldState &state)
{
    double sum = 0;
    for (const ModelState &model : state.models) {
        sum += model.backlog;
    }
    return sum;
}

/// The model's share of the consumers meets the model's quota.
void callModel(ModelState &model, std::size_t m, double wanted, double failure, double jitter,
               Totals &totals)
{
    const double tokens = (inputTokens.at(m) + outputTokens.at(m)) * jitter;
    const double admitted = std::min({wanted, model.requestsLeft, model.tokensLeft / tokens});
    const double rejected = wanted - admitted;
    const double attempts = rejected / (1 + model.backOff);
    model.backOff = rejected > 0 ? std::min(6.0, model.backOff * 1.1 + 0.2) : model.backOff * 0.7;
    model.requestsLeft -= admitted;
    model.tokensLeft -= admitted * tokens;

    const double failed = admitted * failure;
    const double answered = admitted - failed;
    constexpr double givenUp = 0.15; // of the failed; the others are delivered again
    model.backlog = std::max(0.0, model.backlog - answered - failed * givenUp);
    model.responses[0] += answered;
    model.responses[1] += attempts;
    model.responses[2] += failed;
    model.tokens[0] += answered * inputTokens.at(m) * jitter;
    model.tokens[1] += answered * outputTokens.at(m) * jitter;
    model.tokens[2] += answered * inputTokens.at(m) * jitter * cachedShare;
    totals.answered += answered;
    totals.failed += failed;
    totals.rejected += attempts;
}

double meanCallSeconds(const WorldState &state, const Workload &workload, double failure)
{
    double seconds = 0;
    for (std::size_t m = 0; m < modelCount; ++m) {
        seconds += modelShare.at(m) * modelSeconds.at(m) * workload.llmSlowness(m, state.second);
    }
    return seconds * (1 - failure) + outageSeconds * failure;
}

void countConsumer(WorldState &state, const Totals &totals, double callSeconds)
{
    ComponentState &c = state.components.at(index(Component::LlmConsumer));
    const double attempts = totals.answered + totals.failed + totals.rejected;
    c.requestsPerSecond = attempts / dt;
    c.coresUsed = c.requestsPerSecond *
                  componentShapes.at(index(Component::LlmConsumer)).coreSecondsPerRequest;
    c.latencySeconds = callSeconds;
    c.responses[0] += totals.answered;
    c.responses[2] += totals.failed;
    c.responses[3] += totals.rejected;
    c.duration.observe(requestBounds, attempts, callSeconds, 0.5);
}

/// The share of jobs that still needs a model.
double neededShare(Fallback fallback)
{
    switch (fallback) {
    case Fallback::CachedAnswer:
        return 0.25; // there is no old answer to every question
    case Fallback::HumanHandoff:
        return 0.1;
    case Fallback::None:
    case Fallback::Queue:
        break;
    }
    return 1;
}

/// Consumers answer what waits without asking a model, as fast as they get through it.
void drain(WorldState &state, Fallback fallback)
{
    constexpr double share = 0.2; // of the waiting, a step
    for (ModelState &model : state.models) {
        model.backlog *= 1 - share * (1 - neededShare(fallback));
    }
}

/// How much of what they could ask the consumers may ask.
double allowedShare(const WorldState &state, double share, const Orders &orders)
{
    double requests = 0;
    double tokens = 0;
    for (std::size_t m = 0; m < modelCount; ++m) {
        const double wanted = state.models.at(m).backlog * share;
        requests += wanted;
        tokens += wanted * (inputTokens.at(m) + outputTokens.at(m));
    }
    const auto part = [](const std::optional<double> &perMinute, double wanted) {
        return perMinute && wanted > 0 ? std::min(1.0, *perMinute / 60 * dt / wanted) : 1.0;
    };
    return std::min(part(orders.requestsPerMinute, requests), part(orders.tokensPerMinute, tokens));
}

} // namespace

void stepLlm(WorldState &state, const Workload &workload, bool outage, const Orders &orders)
{
    const double failure = outage ? 0.98 : workload.llmFailure(state.second);
    const double callSeconds = meanCallSeconds(state, workload, failure);
    const double room = std::max(0.0, longestQueue - totalBacklog(state));
    const double needed = neededShare(orders.dialogs) * neededShare(orders.consumers);
    const double jobs = std::min(room, state.turnsPerSecond * jobsPerTurn * dt * needed);
    drain(state, orders.consumers);
    for (std::size_t m = 0; m < modelCount; ++m) {
        state.models.at(m).backlog += jobs * modelShare.at(m);
        refillQuota(state.models.at(m), modelQuotas.at(m));
    }
    const double backlog = totalBacklog(state);
    const int pods = state.readyPods(Component::LlmConsumer);
    const double slots = concurrencyPerPod * pods;
    const double capacity = slots * dt / callSeconds;
    const double possible = backlog > 0 ? std::min(1.0, capacity / backlog) : 0;
    const double share = possible * allowedShare(state, possible, orders);

    Totals totals;
    for (std::size_t m = 0; m < modelCount; ++m) {
        ModelState &model = state.models.at(m);
        const double jitter = workload.jitter(20 + m, state.second, 0.1);
        callModel(model, m, model.backlog * share, failure, jitter, totals);
    }
    const double throughput = std::max(totals.answered / dt, 0.05);
    const double busy = std::min(1.0, backlog / std::max(capacity, 1e-9));
    // Even an unsaturated queue holds a few messages at the moment the broker counts them.
    const double passing = slots > 0 ? std::pow(busy, std::sqrt(2 * (slots + 1))) * slots * 0.6 : 0;
    const double left = totalBacklog(state);
    state.queueReady = left + passing;
    state.inFlight = std::min(slots, (totals.answered + totals.failed) / dt * callSeconds);
    state.generateSeconds = callSeconds + std::min(120.0, left / throughput);
    countConsumer(state, totals, callSeconds);
    state.stages[1].observe(ragBounds, totals.answered, state.generateSeconds, 0.5);
    state.stages[2].observe(ragBounds, totals.answered,
                            state.generateSeconds + state.retrieveSeconds + 0.05, 0.5);
}

} // namespace spillway::demo
