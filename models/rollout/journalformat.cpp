// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/journalformat.h"

#include "rollout/journal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

constexpr int journalVersion = 1;

/// Addresses may come from a file in which somebody wrote a password.
QString withoutPassword(const QString &address)
{
    return QUrl(address).toString(QUrl::RemoveUserInfo);
}

Error errorFromJson(const QJsonObject &json)
{
    Error error{.code = ErrorCode::Internal,
                .what = json.value("what"_L1).toString(),
                .where = json.value("where"_L1).toString(),
                .why = json.value("why"_L1).toString(),
                .advice = json.value("advice"_L1).toString()};
    const QString name = json.value("code"_L1).toString();
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        if (errorCodeName(static_cast<ErrorCode>(code)) == name) {
            error.code = static_cast<ErrorCode>(code);
        }
    }
    return error;
}

Result<PushRecord> readHead(const QJsonObject &json)
{
    if (const int version = json.value("journal"_L1).toInt(); version != journalVersion) {
        return Error{.code = ErrorCode::UnsupportedVersion,
                     .what = Text::tr("The journal of a push cannot be read"),
                     .why = Text::tr("it is of version %1, this program knows %2")
                                .arg(version)
                                .arg(journalVersion),
                     .advice = Text::tr("Update Spillway.")};
    }
    const QJsonObject target = json.value("target"_L1).toObject();
    PushRecord record;
    record.id = json.value("id"_L1).toString();
    record.target = {target.value("context"_L1).toString(), target.value("server"_L1).toString(),
                     target.value("user"_L1).toString(), target.value("namespace"_L1).toString()};
    record.policy = json.value("policy"_L1).toString();
    record.policyText = json.value("policyText"_L1).toString().toUtf8();
    record.author = json.value("author"_L1).toString();
    record.reason = json.value("reason"_L1).toString();
    record.startedAt = json.value("startedAt"_L1).toInteger();
    record.madeAt = json.value("madeAt"_L1).toInteger();
    record.revision = json.value("revision"_L1).toInt();
    record.undoes = json.value("undoes"_L1).toInt();
    record.undoneJournal = json.value("undoneJournal"_L1).toString();
    return record;
}

Error wrongLine(qsizetype number, const QString &why)
{
    Error error{.code = ErrorCode::InvalidDocument,
                .what = Text::tr("The journal of a push cannot be read"),
                .why = why};
    error.position = DocumentPosition{.line = static_cast<int>(number)};
    return error;
}

/// The lines as objects, without what a kill left of the last one.
Result<std::vector<QJsonObject>> linesOf(const QByteArray &bytes, qsizetype &size)
{
    std::vector<QJsonObject> lines;
    qsizetype start = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
        const QJsonDocument document = QJsonDocument::fromJson(bytes.mid(start, end - start));
        if (!document.isObject()) {
            if (end + 1 == bytes.size()) {
                break; // pages of a file are not always written in order
            }
            return wrongLine(static_cast<qsizetype>(lines.size()) + 1,
                             Text::tr("it is not a line of JSON"));
        }
        lines.push_back(document.object());
        start = end + 1;
    }
    size = start;
    return lines;
}

} // namespace

QByteArray journalLine(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray journalHead(const PushRecord &record)
{
    const QJsonObject target{{"context"_L1, record.target.context},
                             {"server"_L1, withoutPassword(record.target.server)},
                             {"user"_L1, record.target.user},
                             {"namespace"_L1, record.target.nameSpace}};
    QByteArray head = journalLine({{"journal"_L1, journalVersion},
                                   {"steps"_L1, static_cast<qint64>(record.steps.size())},
                                   {"id"_L1, record.id},
                                   {"target"_L1, target},
                                   {"policy"_L1, record.policy},
                                   {"policyText"_L1, QString::fromUtf8(record.policyText)},
                                   {"author"_L1, record.author},
                                   {"reason"_L1, record.reason},
                                   {"startedAt"_L1, record.startedAt},
                                   {"madeAt"_L1, record.madeAt},
                                   {"revision"_L1, record.revision},
                                   {"undoes"_L1, record.undoes},
                                   {"undoneJournal"_L1, record.undoneJournal}});
    for (const PushedStep &each : record.steps) {
        head += journalLine({{"step"_L1, stepToJson(each.step)}});
    }
    return head;
}

QJsonObject journalError(const Error &error)
{
    return {{"code"_L1, errorCodeName(error.code)},
            {"what"_L1, error.what},
            {"where"_L1, error.where},
            {"why"_L1, error.why},
            {"advice"_L1, error.advice}};
}

Result<PushRecord> readJournalHead(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    return document.isObject() ? readHead(document.object())
                               : wrongLine(1, Text::tr("it is not a line of JSON"));
}

PushRecord::End endOfJournalLine(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    return pushEndFromName(json.value("end"_L1).toString()).value_or(PushRecord::End::None);
}

bool takeJournalLine(PushRecord &record, const QJsonObject &json)
{
    using State = PushedStep::State;
    if (json.contains("end"_L1)) {
        const auto end = pushEndFromName(json.value("end"_L1).toString());
        record.end = end.value_or(record.end);
        return end.has_value();
    }
    const QStringList events{u"sending"_s, u"done"_s, u"refused"_s, u"unknown"_s};
    const auto event = std::find_if(events.begin(), events.end(),
                                    [&](const QString &name) { return json.contains(name); });
    const int step = event == events.end() ? -2 : json.value(*event).toInt(-2);
    if (step < Journal::claim || step >= static_cast<int>(record.steps.size())) {
        return false;
    }
    const State state = *event == events[1]   ? State::Done
                        : *event == events[2] ? State::Refused
                                              : State::Sent;
    if (step == Journal::claim) {
        record.claim = state;
        return true;
    }
    PushedStep &each = record.steps[static_cast<std::size_t>(step)];
    each.state = state;
    each.error.reset();
    if (json.contains("error"_L1)) {
        each.error = errorFromJson(json.value("error"_L1).toObject());
    }
    if (json.contains("last"_L1)) {
        each.last = json.value("last"_L1).toObject();
    }
    each.gone = json.value("gone"_L1).toBool();
    if (json.contains("uid"_L1)) {
        each.uid = json.value("uid"_L1).toString();
    }
    return true;
}

Result<JournalText> parseJournal(const QByteArray &bytes)
{
    JournalText text;
    const Result<std::vector<QJsonObject>> lines = linesOf(bytes, text.size);
    if (!lines) {
        return lines.error();
    }
    if (lines->empty()) {
        return wrongLine(1, Text::tr("it is empty"));
    }
    Result<PushRecord> record = readHead(lines->front());
    if (!record) {
        return record.error();
    }
    const qint64 steps = lines->front().value("steps"_L1).toInteger();
    if (steps < 0 || steps >= static_cast<qint64>(lines->size())) {
        return wrongLine(1, Text::tr("steps are missing"));
    }
    for (std::size_t i = 1; i < lines->size(); ++i) {
        const QJsonObject &line = (*lines)[i];
        const auto number = static_cast<qsizetype>(i) + 1;
        if (static_cast<qint64>(i) <= steps) {
            Result<PlanStep> step = stepFromJson(line.value("step"_L1).toObject());
            if (!step) {
                return wrongLine(number, step.error().why);
            }
            record->steps.push_back({.step = std::move(*step)});
        } else if (!takeJournalLine(*record, line)) {
            return wrongLine(number, Text::tr("it says nothing that is known"));
        }
    }
    text.record = std::move(*record);
    return text;
}

} // namespace spillway
