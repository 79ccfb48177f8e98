// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/controlcommand.h"

#include "core/duration.h"
#include "demo/demoworld.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::ControlCommand)
};

using Kind = ControlCommand::Kind;
constexpr std::chrono::minutes usualSpike{10};
constexpr std::chrono::minutes usualOutage{5};
constexpr double mostFactor = 100;
constexpr std::chrono::hours longest{24};

Error wrong(const QString &line, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("This command cannot be understood"),
                 .where = line,
                 .why = why,
                 .advice = Text::tr("Type help for the commands."),
                 .position = {}};
}

/// The optional duration at that place of the words.
Result<std::chrono::milliseconds> durationAt(const QStringList &words, qsizetype place,
                                             std::chrono::milliseconds usual)
{
    if (words.size() <= place) {
        return usual;
    }
    Result<std::chrono::milliseconds> duration = parseDuration(words.at(place));
    if (duration && *duration > longest) {
        return wrong(words.at(place), Text::tr("At most 24h are allowed."));
    }
    return duration;
}

/// Puts the duration, if it is one, into the command.
Result<ControlCommand> withDuration(ControlCommand command,
                                    const Result<std::chrono::milliseconds> &duration)
{
    if (!duration) {
        return duration.error();
    }
    command.duration = *duration;
    return command;
}

Result<ControlCommand> spikeCommand(const QStringList &words)
{
    bool ok = false;
    ControlCommand command{.kind = Kind::Spike, .tool = {}};
    command.factor = words.value(1).toDouble(&ok);
    if (!ok || !std::isfinite(command.factor) || command.factor < 0 ||
        command.factor > mostFactor || words.size() > 3) {
        return wrong(words.join(u' '), Text::tr("Expected: %1").arg(u"spike 5 10m"_s));
    }
    return withDuration(command, durationAt(words, 2, usualSpike));
}

Result<ControlCommand> outageCommand(const QStringList &words)
{
    const QString what = words.value(1);
    if (what == u"llm"_s && words.size() <= 3) {
        return withDuration({.kind = Kind::LlmOutage, .tool = {}},
                            durationAt(words, 2, usualOutage));
    }
    if (what == u"tool"_s && words.size() >= 3 && words.size() <= 4) {
        return withDuration({.kind = Kind::ToolOutage, .tool = words.at(2)},
                            durationAt(words, 3, usualOutage));
    }
    return wrong(words.join(u' '),
                 Text::tr("Expected: %1").arg(u"outage llm 5m | outage tool create_ticket 5m"_s));
}

Result<ControlCommand> slowCommand(const QStringList &words)
{
    if (words.size() != 2) {
        return wrong(words.join(u' '), Text::tr("Expected: %1").arg(u"slow 3s | slow off"_s));
    }
    if (words.at(1) == u"off"_s) {
        return ControlCommand{.kind = Kind::Slow, .tool = {}};
    }
    return withDuration({.kind = Kind::Slow, .tool = {}}, durationAt(words, 1, {}));
}

Result<ControlCommand> switchCommand(Kind kind, const QStringList &words, const QString &on,
                                     const QString &off)
{
    if (words.size() == 2 && (words.at(1) == on || words.at(1) == off)) {
        return ControlCommand{.kind = kind, .tool = {}, .on = words.at(1) == on};
    }
    return wrong(words.join(u' '),
                 Text::tr("Expected: %1").arg(u"%1 %2|%3"_s.arg(words.at(0), on, off)));
}

} // namespace

Result<ControlCommand> parseControl(QStringView line)
{
    const QStringList words = line.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    const QString verb = words.value(0);
    if (verb == u"spike"_s) {
        return spikeCommand(words);
    }
    if (verb == u"outage"_s) {
        return outageCommand(words);
    }
    if (verb == u"slow"_s) {
        return slowCommand(words);
    }
    if (verb == u"redis-pressure"_s) {
        return switchCommand(Kind::RedisPressure, words, u"on"_s, u"off"_s);
    }
    if (verb == u"prometheus"_s) {
        return switchCommand(Kind::Prometheus, words, u"start"_s, u"stop"_s);
    }
    const std::array<std::pair<QString, Kind>, 4> plain{{{u"calm"_s, Kind::Calm},
                                                         {u"status"_s, Kind::Status},
                                                         {u"help"_s, Kind::Help},
                                                         {u"quit"_s, Kind::Quit}}};
    for (const auto &[name, kind] : plain) {
        if (verb == name && words.size() == 1) {
            return ControlCommand{.kind = kind, .tool = {}};
        }
    }
    return wrong(line.toString().trimmed(), Text::tr("There is no such command."));
}

Result<void> applyControl(DemoWorld &world, const ControlCommand &command)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(command.duration);
    switch (command.kind) {
    case Kind::Spike:
        world.spike(command.factor, seconds);
        break;
    case Kind::LlmOutage:
        world.llmOutage(seconds);
        break;
    case Kind::ToolOutage:
        return world.toolOutage(command.tool, seconds);
    case Kind::RedisPressure:
        world.setRedisPressure(command.on);
        break;
    case Kind::Slow:
        world.setPrometheusDelay(command.duration);
        break;
    case Kind::Prometheus:
        if (command.on) {
            world.startPrometheus();
        } else {
            world.stopPrometheus();
        }
        break;
    case Kind::Calm:
        world.calm();
        break;
    case Kind::Status:
    case Kind::Help:
    case Kind::Quit:
        break;
    }
    return {};
}

QString controlHelp()
{
    return Text::tr("spike FACTOR [DURATION]        traffic times FACTOR (10m)\n"
                    "outage llm [DURATION]          the LLM provider answers 500 (5m)\n"
                    "outage tool NAME [DURATION]    calls of that tool fail (5m)\n"
                    "redis-pressure on|off          the session store fills up\n"
                    "slow DURATION|off              Prometheus answers late\n"
                    "prometheus stop|start          Prometheus is gone, and back\n"
                    "calm                           ends all of these\n"
                    "status   help   quit");
}

} // namespace spillway::demo
