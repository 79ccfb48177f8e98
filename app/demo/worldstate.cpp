// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/worldstate.h"

#include "demo/noise.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace spillway::demo {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::WorldState)
};

constexpr quint32 magic = 0x53504C57; // "SPLW"
constexpr quint32 mostPods = 10000;   // a damaged file must not allocate the machine

/// One list of the fields for both directions: they cannot drift apart.
class Archive
{
public:
    Archive(QDataStream &stream, bool saving)
        : m_stream(stream)
        , m_saving(saving)
    {}

    template<typename... Fields>
    void operator()(Fields &...fields)
    {
        (field(fields), ...);
    }

    void pods(std::vector<Pod> &all)
    {
        auto count = static_cast<quint32>(all.size());
        field(count);
        if (!m_saving) {
            if (count > mostPods) {
                m_stream.setStatus(QDataStream::ReadCorruptData);
                return;
            }
            all.resize(count);
        }
        for (Pod &pod : all) {
            (*this)(pod.component, pod.ordinal, pod.created, pod.scheduled, pod.ready,
                    pod.cpuSeconds, pod.memoryBytes);
        }
    }

private:
    template<typename T>
    void number(T &value)
    {
        if (m_saving) {
            m_stream << value;
        } else {
            m_stream >> value;
        }
    }
    void field(double &value) { number(value); }
    void field(qint32 &value) { number(value); }
    void field(quint32 &value) { number(value); }
    void field(std::int64_t &value)
    {
        auto wide = static_cast<qint64>(value);
        number(wide);
        value = wide;
    }
    void field(std::uint64_t &value)
    {
        auto wide = static_cast<quint64>(value);
        number(wide);
        value = wide;
    }
    template<typename T>
    requires std::is_enum_v<T>
    void field(T &value)
    {
        auto byte = static_cast<quint8>(value);
        number(byte);
        value = static_cast<T>(byte);
    }
    template<typename T, std::size_t N>
    void field(std::array<T, N> &values)
    {
        for (T &value : values) {
            field(value);
        }
    }
    void field(Distribution &value) { (*this)(value.cumulative, value.sum, value.count); }
    void field(AutoscalerMemory &value) { field(value.proposals); }
    void field(Breaker &value)
    {
        (*this)(value.mode, value.windowCalls, value.windowFailures, value.since);
    }
    void field(ComponentState &c)
    {
        (*this)(c.minReplicas, c.maxReplicas, c.specReplicas, c.desiredReplicas, c.podsMade,
                c.memory, c.requestsPerSecond, c.backlog, c.latencySeconds, c.coresUsed,
                c.responses, c.duration);
    }
    void field(ToolState &t)
    {
        (*this)(t.calls, t.failures, t.recentCalls, t.recentFailures, t.duration, t.breaker);
    }
    void field(ModelState &m)
    {
        (*this)(m.backlog, m.requestsLeft, m.tokensLeft, m.backOff, m.responses, m.tokens);
    }
    void field(RedisState &r)
    {
        (*this)(r.sessionKeys, r.pressureBytes, r.usedBytes, r.peakBytes, r.evicted, r.clients,
                r.commands, r.hits, r.misses, r.hitRate);
    }

    QDataStream &m_stream;
    bool m_saving;
};

void archive(Archive &fields, WorldState &state)
{
    fields(state.seed, state.second, state.turns, state.turnsPerSecond, state.activeSessions,
           state.inFlight, state.generateSeconds, state.queueReady, state.retrieveSeconds,
           state.components, state.tools, state.models, state.stages, state.redis);
    fields.pods(state.pods);
}

/// Kubernetes' alphabet for generated names: no vowels, nothing that looks like another.
std::string safeLetters(std::uint64_t hash, int length)
{
    constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz2456789";
    std::string text;
    for (int i = 0; i < length; ++i) {
        text += alphabet.at(hash % alphabet.size());
        hash /= alphabet.size();
    }
    return text;
}

} // namespace

int WorldState::readyPods(Component component) const
{
    return static_cast<int>(std::count_if(pods.begin(), pods.end(), [&](const Pod &pod) {
        return pod.component == component && pod.isReady(second);
    }));
}

int WorldState::podCount(Component component) const
{
    return static_cast<int>(std::count_if(
        pods.begin(), pods.end(), [&](const Pod &pod) { return pod.component == component; }));
}

std::string replicaSetName(std::uint64_t seed, Component component)
{
    return std::string(componentNames.at(index(component))) + '-' +
           safeLetters(hashOf(seed, 5000 + index(component), 0), 10);
}

std::string podName(std::uint64_t seed, Component component, std::uint32_t ordinal)
{
    return replicaSetName(seed, component) + '-' +
           safeLetters(hashOf(seed, 6000 + index(component), ordinal), 5);
}

std::string nameOfPod(std::uint64_t seed, const Pod &pod)
{
    return pod.name.empty() ? podName(seed, pod.component, pod.ordinal) : pod.name;
}

QByteArray saveState(const WorldState &state)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << static_cast<qint32>(generatorVersion);
    WorldState copy = state;
    Archive fields(stream, true);
    archive(fields, copy);
    return bytes;
}

Result<WorldState> loadState(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint32 version = 0;
    stream >> mark >> version;
    WorldState state;
    if (mark == magic && version == generatorVersion) {
        Archive fields(stream, false);
        archive(fields, state);
        if (stream.status() == QDataStream::Ok && stream.atEnd()) {
            return state;
        }
    }
    return Error{.code = ErrorCode::InvalidDocument,
                 .what = Text::tr("Cannot use the saved state of the demo"),
                 .where = {},
                 .why = Text::tr("It is damaged or of another version."),
                 .advice = {},
                 .position = {}};
}

} // namespace spillway::demo
