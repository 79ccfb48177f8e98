// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/workload.h"

#include "demo/noise.h"

#include <algorithm>

namespace spillway::demo {

namespace {

constexpr std::int64_t shanghaiOffset = 8 * 3600; // no daylight saving there since 1991
constexpr std::int64_t day = 86400;
constexpr double peakTurnsPerSecond = 30;

// Channels of the noise; tools and models add their index.
enum Channel : std::uint64_t {
    FastTraffic = 1,
    SlowTraffic = 2,
    DayTraffic = 3,
    CampaignPick = 10,
    CampaignStart = 11,
    CampaignSize = 12,
    BrownoutPick = 20,
    BrownoutStart = 21,
    ToolPick = 100,
    ToolStart = 110,
    ToolLength = 120,
    ModelSlowness = 200,
    JitterBase = 1000,
};

struct Bump
{
    double hour;
    double width;
    double weight;
};

// Morning and afternoon with lunch between them, then people at home.
constexpr std::array<Bump, 3> businessDay{
    {{10.5, 1.5, 0.76}, {15.5, 1.8, 0.70}, {20.5, 1.7, 0.88}}};
constexpr std::array<Bump, 3> weekendDay{{{11.5, 2.2, 0.34}, {16.0, 2.2, 0.30}, {20.5, 2.0, 0.55}}};
constexpr double nightFloor = 0.08;

std::int64_t localDay(std::int64_t second)
{
    return (second + shanghaiOffset) / day;
}

bool isWeekend(std::int64_t dayNumber)
{
    const std::int64_t weekday = (dayNumber + 4) % 7; // 1970-01-01 was a Thursday; 0 = Sunday
    return weekday == 0 || weekday == 6;
}

double bumpsOfDay(std::int64_t dayNumber, double hour)
{
    double sum = 0;
    for (const Bump &bump : isWeekend(dayNumber) ? weekendDay : businessDay) {
        const double x = (hour - bump.hour) / bump.width;
        sum += bump.weight * std::exp(-0.5 * x * x);
    }
    return sum;
}

/// 0 outside [from, from + length), 1 inside, with ramps so that no rate has an edge.
double plateau(double second, double from, double length, double ramp)
{
    const double inside = std::min(second - from, from + length - second);
    return std::clamp(inside / ramp, 0.0, 1.0);
}

} // namespace

double Workload::rhythm(std::int64_t second)
{
    const std::int64_t today = localDay(second);
    const double hour = static_cast<double>((second + shanghaiOffset) % day) / 3600.0;
    // The neighbours' evening and morning reach over midnight: without them the curve would jump.
    return nightFloor + bumpsOfDay(today - 1, hour + 24) + bumpsOfDay(today, hour) +
           bumpsOfDay(today + 1, hour - 24);
}

double Workload::campaign(std::int64_t second) const
{
    const std::int64_t today = localDay(second);
    if (uniformOf(m_seed, CampaignPick, today) > 0.3) {
        return 1;
    }
    const double start = (10 + 10 * uniformOf(m_seed, CampaignStart, today)) * 3600;
    const double size = 0.5 + 0.9 * uniformOf(m_seed, CampaignSize, today);
    const auto inDay = static_cast<double>((second + shanghaiOffset) % day);
    return 1 + size * plateau(inDay, start, 35 * 60, 240);
}

double Workload::turnsPerSecond(std::int64_t second) const
{
    const double noise = 1 + 0.05 * smoothNoise(m_seed, FastTraffic, second, 120) +
                         0.07 * smoothNoise(m_seed, SlowTraffic, second, 2400) +
                         0.05 * smoothNoise(m_seed, DayTraffic, second, 5 * day / 4);
    return peakTurnsPerSecond * rhythm(second) * campaign(second) * noise;
}

double Workload::toolFailure(std::size_t tool, std::int64_t second) const
{
    constexpr std::array<double, toolCount> usual{0.008, 0.004, 0.015, 0.02};
    const std::int64_t today = localDay(second);
    const double base = usual.at(tool);
    if (uniformOf(m_seed, ToolPick + tool, today) > 0.28) {
        return base;
    }
    const double start = (8 + 14 * uniformOf(m_seed, ToolStart + tool, today)) * 3600;
    const double length = (5 + 9 * uniformOf(m_seed, ToolLength + tool, today)) * 60;
    const auto inDay = static_cast<double>((second + shanghaiOffset) % day);
    return std::max(base, 0.8 * plateau(inDay, start, length, 20));
}

double Workload::llmFailure(std::int64_t second) const
{
    constexpr double usual = 0.002;
    const std::int64_t today = localDay(second);
    if (uniformOf(m_seed, BrownoutPick, today) > 0.2) {
        return usual;
    }
    const double start = (9 + 12 * uniformOf(m_seed, BrownoutStart, today)) * 3600;
    const auto inDay = static_cast<double>((second + shanghaiOffset) % day);
    return std::max(usual, 0.3 * plateau(inDay, start, 6 * 60, 40));
}

double Workload::llmSlowness(std::size_t model, std::int64_t second) const
{
    const double noise = 0.14 * smoothNoise(m_seed, ModelSlowness + model, second, 900) +
                         0.06 * smoothNoise(m_seed, ModelSlowness + 10 + model, second, 75);
    return (1 + noise) * (1 + 0.12 * rhythm(second)) * (llmFailure(second) > 0.02 ? 1.7 : 1.0);
}

double Workload::jitter(std::uint64_t channel, std::int64_t second, double spread) const
{
    return 1 + spread * (2 * uniformOf(m_seed, JitterBase + channel, second / stepSeconds) - 1);
}

} // namespace spillway::demo
