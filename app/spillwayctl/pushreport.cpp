// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/pushreport.h"

#include "spillwayctl/planreport.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

using State = StepResult::State;

constexpr std::array stateNames{"waiting"_L1,   "running"_L1, "reading-back"_L1, "done"_L1,
                                "unchanged"_L1, "refused"_L1, "unknown"_L1,      "not-tried"_L1};

QString outcomeText(PushRecord::End end)
{
    switch (end) {
    case PushRecord::End::Complete:
        return Text::tr("complete");
    case PushRecord::End::Stopped:
        return Text::tr("stopped");
    case PushRecord::End::Undone:
        return Text::tr("undone");
    case PushRecord::End::None:
        break;
    }
    return Text::tr("unfinished");
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject json{{"code"_L1, errorCodeName(error.code)}, {"text"_L1, error.sentence()}};
    if (error.position && error.position->line > 0) {
        json.insert("line"_L1, error.position->line);
    }
    return json;
}

QJsonObject revisionJson(const Revision &revision)
{
    return {{"policy"_L1, revision.policy},
            {"revision"_L1, revision.number},
            {"author"_L1, revision.author},
            {"reason"_L1, revision.reason},
            {"time"_L1, utcText(revision.time)},
            {"outcome"_L1, pushEndName(revision.outcome)},
            {"text"_L1, QString::fromUtf8(revision.policyText)}};
}

QJsonArray reversionsJson(const std::vector<Reversion> &reversions)
{
    QJsonArray json;
    for (const Reversion &each : reversions) {
        json.append(QJsonObject{{"object"_L1, each.object.toString()},
                                {"field"_L1, each.field},
                                {"manager"_L1, each.manager},
                                {"putBack"_L1, each.putBack},
                                {"afterSeconds"_L1, static_cast<double>(each.after.count()) / 1000},
                                {"text"_L1, each.toString()}});
    }
    return json;
}

/// That nothing was put back counts only if it could be seen to the end.
QJsonObject watchJson(const RevertReport &watch)
{
    QJsonObject json{{"known"_L1, watch.isComplete && watch.seenAt && !watch.trouble}};
    if (watch.seenAt) {
        json.insert("seenAt"_L1, utcText(*watch.seenAt));
    }
    if (watch.trouble) {
        json.insert("error"_L1, errorJson(*watch.trouble));
    }
    return json;
}

QJsonArray changesJson(const std::vector<FieldChange> &changes)
{
    QJsonArray json;
    for (const FieldChange &change : changes) {
        QJsonObject one{{"path"_L1, change.path}};
        if (!change.before.isUndefined()) {
            one.insert("before"_L1, change.before);
        }
        if (!change.after.isUndefined()) {
            one.insert("after"_L1, change.after);
        }
        json.append(one);
    }
    return json;
}

QByteArray changeLines(const std::vector<FieldChange> &changes)
{
    QByteArray text;
    for (const FieldChange &change : changes) {
        const auto value = [](const QJsonValue &one) {
            return one.isUndefined() ? u"-"_s : shortValue(one);
        };
        text += QString{u"    %1: %2 -> %3\n"_s}
                    .arg(printable(change.path), value(change.before), value(change.after))
                    .toUtf8();
    }
    return text;
}

/// What can be done about a push that did not go through.
QString adviceOf(const Push &push)
{
    const bool isOpen = !push.journalFile().isEmpty();
    return isOpen
               ? Text::tr("Go on with “spillwayctl resume %1”, or go back with “spillwayctl undo "
                          "%1”.")
                     .arg(push.journalFile())
               : QString{};
}

QByteArray line(const QString &text)
{
    return printable(text).toUtf8() + '\n';
}

} // namespace

QLatin1String stepStateName(State state)
{
    return stateNames.at(static_cast<std::size_t>(state));
}

QString stepLine(const PlanStep &step, const StepResult &result)
{
    const QString what = planActionName(step.action) + u' ' + step.object.toString();
    switch (result.state) {
    case State::Done:
        return Text::tr("done: %1").arg(what);
    case State::Unchanged:
        return Text::tr("unchanged: %1").arg(what);
    case State::Refused:
        return Text::tr("refused: %1").arg(what);
    case State::Unknown:
        return Text::tr("not known whether done: %1").arg(what);
    case State::Waiting:
    case State::Running:
    case State::ReadingBack:
    case State::NotTried:
        break;
    }
    return {};
}

QByteArray pushText(const Push &push)
{
    QByteArray text;
    const auto count = [&push](State state) {
        return std::count_if(push.steps().begin(), push.steps().end(),
                             [state](const StepResult &each) { return each.state == state; });
    };
    if (push.result() && push.plan().isEmpty()) {
        return line(Text::tr("Nothing to do."));
    }
    const auto changed = static_cast<int>(count(State::Done));
    text += push.result() ? line(Text::tr("Revision %1: %n object(s) changed.", nullptr, changed)
                                     .arg(*push.result()))
                          : line(Text::tr("Not pushed as a whole: %n step(s) of %1 done.", nullptr,
                                          changed + static_cast<int>(count(State::Unchanged)))
                                     .arg(push.steps().size()));
    if (push.overtakenBy()) {
        text += line(Text::tr("First was %1. Since the plan was made this was pushed:")
                         .arg(push.overtakenBy()->toString()));
    }
    if (push.pushedMeanwhile()) {
        text += diffText(*push.pushedMeanwhile());
    }
    for (const Error &blemish : push.blemishes()) {
        text += line(Text::tr("Note: %1").arg(blemish.sentence()));
    }
    if (!push.result()) {
        const QString advice = adviceOf(push);
        text += advice.isEmpty() ? QByteArray{} : line(advice);
    }
    return text;
}

QJsonObject pushJson(const Push &push, const RevertReport &watch)
{
    QJsonArray steps;
    for (std::size_t i = 0; i < push.steps().size(); ++i) {
        const PlanStep &planned = push.plan().steps[i];
        const StepResult &result = push.steps()[i];
        QJsonObject step{{"action"_L1, planActionName(planned.action)},
                         {"object"_L1, planned.object.toString()},
                         {"state"_L1, stepStateName(result.state)}};
        if (result.error) {
            step.insert("error"_L1, errorJson(*result.error));
        }
        if (!result.warnings.isEmpty()) {
            step.insert("warnings"_L1, QJsonArray::fromStringList(result.warnings));
        }
        steps.append(step);
    }
    QJsonArray notes;
    for (const Error &blemish : push.blemishes()) {
        notes.append(errorJson(blemish));
    }
    QJsonObject json{{"policy"_L1, push.plan().policy},
                     {"namespace"_L1, push.plan().target.nameSpace},
                     {"ok"_L1, push.result().ok()},
                     {"steps"_L1, steps},
                     {"notes"_L1, notes},
                     {"journal"_L1, push.journalFile()}};
    if (push.result()) {
        json.insert("revision"_L1, *push.result());
    } else {
        json.insert("error"_L1, errorJson(push.result().error()));
    }
    if (push.overtakenBy()) {
        json.insert("first"_L1, revisionJson(*push.overtakenBy()));
    }
    if (push.pushedMeanwhile()) {
        json.insert("meanwhile"_L1, diffJson(*push.pushedMeanwhile()));
    }
    json.insert("reversions"_L1, reversionsJson(watch.reversions));
    if (watch.isWatched) {
        json.insert("watch"_L1, watchJson(watch));
    }
    return json;
}

QByteArray historyText(const std::vector<Revision> &revisions)
{
    QList<QStringList> rows{{Text::tr("POLICY"), Text::tr("REVISION"), Text::tr("TIME"),
                             Text::tr("BY"), Text::tr("OUTCOME"), Text::tr("REASON")}};
    for (const Revision &revision : revisions) {
        rows.append({revision.policy, QString::number(revision.number), utcText(revision.time),
                     revision.author, outcomeText(revision.outcome), revision.reason});
    }
    return alignedTable(rows);
}

QJsonArray historyJson(const std::vector<Revision> &revisions)
{
    QJsonArray json;
    for (const Revision &revision : revisions) {
        json.append(revisionJson(revision));
    }
    return json;
}

QByteArray revisionText(const Revision &revision)
{
    QByteArray text = line(revision.toString());
    text += line(Text::tr("Outcome: %1").arg(outcomeText(revision.outcome)));
    for (const PlanStep &step : revision.steps) {
        text += line(u"  "_s + planActionName(step.action) + u' ' + step.object.toString());
        text += changeLines(step.changes);
    }
    return text + "---\n" + revision.policyText;
}

QByteArray diffText(const RevisionDiff &diff)
{
    QByteArray text = diff.text;
    for (const RevisionDiff::Object &object : diff.objects) {
        text += line(object.object.toString()) + changeLines(object.changes);
    }
    for (const int number : diff.missing) {
        text += line(
            Text::tr("Revision %1 is not kept any more: its values are missing here.").arg(number));
    }
    for (const int number : diff.unfinished) {
        text += line(Text::tr("The push of revision %1 is not complete: some of its values may not "
                              "be so.")
                         .arg(number));
    }
    return text;
}

QJsonObject diffJson(const RevisionDiff &diff)
{
    QJsonArray objects;
    for (const RevisionDiff::Object &object : diff.objects) {
        objects.append(QJsonObject{{"object"_L1, object.object.toString()},
                                   {"changes"_L1, changesJson(object.changes)}});
    }
    const auto numbers = [](const std::vector<int> &some) {
        QJsonArray json;
        std::copy(some.begin(), some.end(), std::back_inserter(json));
        return json;
    };
    return {{"text"_L1, QString::fromUtf8(diff.text)},
            {"objects"_L1, objects},
            {"missing"_L1, numbers(diff.missing)},
            {"unfinished"_L1, numbers(diff.unfinished)}};
}

} // namespace spillway
