// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/overrideargument.h"

#include "core/duration.h"
#include "policy/policyfields.h"
#include "spillwayctl/optionerror.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

using Mode = PolicyOverride::Mode;

/// In the order of the enum.
constexpr std::array modes{"forced-open", "disabled",   "metrics-only",
                           "tune",        "rate-limit", "degrade"};

/// "half-open" -> "HALF_OPEN", as it stands in the ConfigMap.
QString storedName(const std::string &typed)
{
    return QString::fromStdString(typed).toUpper().replace(u'-', u'_');
}

const PolicyFieldRow *breakerSetting(const QString &name)
{
    const PolicyShape *shape = &policyShape();
    for (const QLatin1String key : {"spec"_L1, "components"_L1, "breakers"_L1}) {
        const PolicyFieldRow *const row = shape->find(key);
        if (row == nullptr || row->shape == nullptr) {
            return nullptr;
        }
        shape = row->shape;
    }
    const QByteArray latin = name.toLatin1();
    const PolicyFieldRow *const row = shape->find(QLatin1String(latin));
    // What it is called and what the mesh does cannot be tuned.
    return row == nullptr || row->required || row->shape != nullptr ? nullptr : row;
}

bool fits(const PolicyFieldRow &row, const QString &value)
{
    bool isNumber = false;
    switch (row.type) {
    case PolicyType::Integer: {
        const qint64 number = value.toLongLong(&isNumber);
        return isNumber && number >= row.min && number <= row.max;
    }
    case PolicyType::Number: {
        const double number = value.toDouble(&isNumber);
        return isNumber && number >= static_cast<double>(row.min) &&
               number <= static_cast<double>(row.max);
    }
    case PolicyType::Duration:
        return parseDuration(value).ok();
    case PolicyType::Boolean:
        return value == "true"_L1 || value == "false"_L1;
    case PolicyType::Choice:
        return std::find(row.choices.begin(), row.choices.end(), value) != row.choices.end();
    default:
        return !value.isEmpty();
    }
}

/// Who reads an override passes over a setting that it does not know: a typing error would look
/// as if it held.
void readTune(const OverrideArgument &argument, PolicyOverride &one, QStringList &problems)
{
    for (const std::string &each : argument.tune) {
        const QString text = QString::fromStdString(each);
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.left(std::max<qsizetype>(equals, 0)).trimmed();
        const QString value = text.sliced(equals + 1).trimmed();
        const PolicyFieldRow *const row = breakerSetting(name);
        if (equals < 1) {
            problems.append(Text::tr("“%1” is not NAME=VALUE").arg(text));
        } else if (row == nullptr) {
            problems.append(Text::tr("a breaker has no setting “%1”").arg(name));
        } else if (!fits(*row, value)) {
            problems.append(Text::tr("“%1” does not fit %2").arg(value, name));
        } else {
            one.tune.insert(name, value);
        }
    }
}

void readEnd(const OverrideArgument &argument, PolicyOverride &one, EpochMs now,
             QStringList &problems)
{
    const QString until = QString::fromStdString(argument.until);
    const QString span = QString::fromStdString(argument.span);
    EpochMs end = 0;
    if (!argument.until.empty()) {
        const Result<EpochMs> time = parseTimeArgument(until, now);
        if (!time) {
            problems.append(Text::tr("“%1” is not a time such as 2026-11-23T14:00:00Z").arg(until));
            return;
        }
        end = *time;
    } else if (!argument.span.empty()) {
        const Result<std::chrono::milliseconds> length = parseSpanArgument(span);
        if (!length) {
            problems.append(Text::tr("“%1” is not a duration such as 30m").arg(span));
            return;
        }
        end = now + length->count();
    } else {
        return;
    }
    if (end <= now) {
        problems.append(Text::tr("its end is over"));
    }
    // Stored to the second.
    one.until = QDateTime::fromSecsSinceEpoch(end / 1000, QTimeZone::utc());
}

/// Options that another mode has: who gives them means something that would not be done.
void checkOptions(const OverrideArgument &argument, Mode mode, QStringList &problems)
{
    const auto check = [&](bool isGiven, Mode of, const QString &option) {
        if (isGiven && mode != of) {
            problems.append(Text::tr("%1 does not go with this mode").arg(option));
        }
    };
    check(argument.rpm.has_value(), Mode::RateLimit, u"--rpm"_s);
    check(argument.tpm.has_value(), Mode::RateLimit, u"--tpm"_s);
    check(!argument.degradeTo.empty(), Mode::Degrade, u"--to"_s);
    check(!argument.tune.empty(), Mode::Tune, u"--tune"_s);
    for (const std::optional<double> &limit : {argument.rpm, argument.tpm}) {
        if (limit && !std::isfinite(*limit)) {
            problems.append(Text::tr("a limit must be a number"));
        }
    }
}

} // namespace

void addOverrideOptions(CLI::App &command, OverrideArgument &argument)
{
    command.add_option("--service", argument.service, "Which service it is for")
        ->required()
        ->type_name("NAME");
    command.add_option("--breaker", argument.breaker, "Of the first four modes: which breaker")
        ->type_name("NAME");
    command.add_option("--mode", argument.mode, "What it does")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>{modes.begin(), modes.end()}));
    CLI::Option *const until =
        command.add_option("--until", argument.until, "When it ends: RFC 3339, or now+2h")
            ->type_name("TIME");
    command
        .add_option("--for", argument.span, "Instead of --until: how long it holds, such as 30m")
        ->type_name("DURATION")
        ->excludes(until);
    command.add_option("--then", argument.then, "What a breaker is afterwards; else it decides")
        ->check(CLI::IsMember({"half-open", "closed"}));
    command.add_option("--rpm", argument.rpm, "Of rate-limit: requests a minute")
        ->type_name("NUMBER");
    command.add_option("--tpm", argument.tpm, "Of rate-limit: tokens a minute")
        ->type_name("NUMBER");
    command.add_option("--to", argument.degradeTo, "Of degrade: what is answered instead")
        ->check(CLI::IsMember({"cached-answer", "human-handoff", "queue"}));
    command
        .add_option("--tune", argument.tune,
                    "Of tune: a setting by the names of a policy, such as waitInOpen=10s; may be "
                    "repeated")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->take_all();
    command.add_option("--reason", argument.reason, "Why; kept with it")
        ->required()
        ->type_name("TEXT");
    command.add_option("--by", argument.by, "Who decided it; else whom the cluster takes us for")
        ->type_name("NAME");
    command.add_option("--ticket", argument.ticket, "Where it is written down")->type_name("TEXT");
    command
        .add_option("--id", argument.id,
                    "Of one that it takes the place of; else a new one is made")
        ->type_name("ID");
}

Result<PolicyOverride> overrideOf(const OverrideArgument &argument, EpochMs now)
{
    PolicyOverride one;
    QStringList problems;
    one.id = QString::fromStdString(argument.id);
    one.service = QString::fromStdString(argument.service);
    one.breaker = QString::fromStdString(argument.breaker);
    one.then = storedName(argument.then);
    one.rpm = argument.rpm;
    one.tpm = argument.tpm;
    one.degradeTo = QString::fromStdString(argument.degradeTo);
    one.reason = QString::fromStdString(argument.reason);
    one.by = QString::fromStdString(argument.by);
    one.ticket = QString::fromStdString(argument.ticket);
    const auto mode = std::find(modes.begin(), modes.end(), argument.mode);
    if (mode == modes.end()) {
        problems.append(
            Text::tr("there is no mode “%1”").arg(QString::fromStdString(argument.mode)));
    } else {
        one.mode = static_cast<Mode>(mode - modes.begin());
        checkOptions(argument, one.mode, problems);
    }
    const qsizetype before = problems.size();
    readEnd(argument, one, now, problems);
    const bool isEndWrong = problems.size() > before;
    readTune(argument, one, problems);
    PolicyOverride complete = one;
    complete.id = one.id.isEmpty() ? u"-"_s : one.id;
    complete.by = one.by.isEmpty() ? u"-"_s : one.by;
    if (isEndWrong) {
        complete.until = QDateTime::fromMSecsSinceEpoch(now, QTimeZone::utc()); // told already
    }
    QString advice;
    for (const Error &problem : validateOverride(complete)) {
        problems.append(problem.why);
        advice = advice.isEmpty() ? problem.advice : advice;
    }
    if (problems.isEmpty()) {
        return one;
    }
    Error error = badOption(Text::tr("The override cannot be set"), problems.join(u"; "_s));
    error.advice = advice;
    return error;
}

} // namespace spillway
