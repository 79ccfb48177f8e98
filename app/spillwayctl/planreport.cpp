// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/planreport.h"

#include "spillwayctl/policyreport.h"
#include "spillwayctl/resultwriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

using Action = PlanStep::Action;

char markOf(Action action)
{
    switch (action) {
    case Action::Create:
        return '+';
    case Action::Delete:
        return '-';
    case Action::Attach:
    case Action::Detach:
        return '=';
    case Action::Update:
        break;
    }
    return '~';
}

/// How many lines of a text are not in the other.
qsizetype linesOnlyIn(const QString &text, const QString &other)
{
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    const QStringList known = other.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : known) {
        lines.removeOne(line);
    }
    return lines.size();
}

bool isLong(const QJsonValue &value)
{
    return value.toString().contains(u'\n');
}

/// "10 -> 12", "10" of what is new, "12 (was given up)".
QString changeText(const FieldChange &change)
{
    if (isLong(change.before) && isLong(change.after) && change.before != change.after) {
        return Text::tr("%1 lines less, %2 more")
            .arg(linesOnlyIn(change.before.toString(), change.after.toString()))
            .arg(linesOnlyIn(change.after.toString(), change.before.toString()));
    }
    if (change.before == change.after) {
        return Text::tr("%1, only its owner changes").arg(shortValue(change.after));
    }
    if (change.before.isUndefined()) {
        return shortValue(change.after);
    }
    return shortValue(change.before) + u" -> "_s +
           (change.after.isUndefined() ? Text::tr("nothing") : shortValue(change.after));
}

QString changeLine(const FieldChange &change)
{
    QString line = change.path + u": "_s + changeText(change);
    if (!change.owners.isEmpty()) {
        line += u"  ("_s + change.owners.join(u", "_s) + u')';
    }
    return line;
}

QByteArray indented(const QString &text)
{
    QByteArray lines;
    const QStringList parts = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        lines += "    " + printable(part).toUtf8() + '\n';
    }
    return lines;
}

QString stepTitle(const PlanStep &step)
{
    QString title = planActionName(step.action) + u' ' + step.object.toString();
    if (step.manager != "spillway"_L1) {
        title += Text::tr(" as %1").arg(step.manager);
    }
    return step.force ? title + Text::tr(", taking fields over") : title;
}

QByteArray stepText(const PlanStep &step)
{
    QByteArray text = markOf(step.action) + (' ' + printable(stepTitle(step)).toUtf8()) + '\n';
    if (step.action != Action::Delete) {
        for (const FieldChange &change : step.changes) {
            text += "    " + printable(changeLine(change)).toUtf8() + '\n';
        }
    }
    for (const QString &warning : step.warnings) {
        text += indented(Text::tr("the server warns: %1").arg(warning));
    }
    if (step.refused) {
        text += indented(Text::tr("refused: %1").arg(step.refused->sentence()));
    }
    return text;
}

QByteArray findingText(const PlanFinding &finding, const QString &file)
{
    const bool block = finding.advice.contains(u'\n');
    return findingLine(file, finding.position, finding.severity, finding.text,
                       block ? QString{} : finding.advice, finding.id) +
           (block ? indented(finding.advice) : QByteArray{});
}

QString targetText(const Plan &plan)
{
    const PlanTarget &target = plan.target;
    return plan.liveRevision == 0
               ? Text::tr("Plan of “%1” for namespace %2 of %3 (%4), which has no revision of it")
                     .arg(plan.policy, target.nameSpace, target.context, target.server)
               : Text::tr("Plan of “%1” for namespace %2 of %3 (%4), which has revision %5")
                     .arg(plan.policy, target.nameSpace, target.context, target.server)
                     .arg(plan.liveRevision);
}

QJsonObject positionJson(const DocumentPosition &position)
{
    return {{u"file"_s, position.file},
            {u"line"_s, position.line},
            {u"column"_s, position.column},
            {u"path"_s, position.path}};
}

QJsonObject refJson(const kube::ObjectRef &ref)
{
    return {{u"apiVersion"_s, ref.resource.apiVersion()},
            {u"kind"_s, ref.resource.kind},
            {u"namespace"_s, ref.ns},
            {u"name"_s, ref.name},
            {u"text"_s, ref.toString()}};
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject json = positionJson(error.position.value_or(DocumentPosition{}));
    json.insert(u"code"_s, QString{errorCodeName(error.code)});
    json.insert(u"what"_s, error.what);
    json.insert(u"why"_s, error.why);
    json.insert(u"advice"_s, error.advice);
    return json;
}

QJsonObject changeJson(const FieldChange &change)
{
    QJsonObject json{{u"path"_s, change.path},
                     {u"owners"_s, QJsonArray::fromStringList(change.owners)},
                     {u"source"_s, change.source}};
    if (!change.before.isUndefined()) {
        json.insert(u"before"_s, change.before);
    }
    if (!change.after.isUndefined()) {
        json.insert(u"after"_s, change.after);
    }
    return json;
}

QJsonObject stepJson(const PlanStep &step)
{
    QJsonArray changes;
    for (const FieldChange &change : step.changes) {
        changes.append(changeJson(change));
    }
    QJsonObject json{{u"action"_s, QString{planActionName(step.action)}},
                     {u"object"_s, refJson(step.object)},
                     {u"component"_s, step.component},
                     {u"manager"_s, step.manager},
                     {u"force"_s, step.force},
                     {u"hash"_s, QString::fromLatin1(step.hash)},
                     {u"uid"_s, step.uid},
                     {u"resourceVersion"_s, step.resourceVersion},
                     {u"changes"_s, changes},
                     {u"warnings"_s, QJsonArray::fromStringList(step.warnings)}};
    if (!step.body.isEmpty()) {
        json.insert(u"body"_s, QString::fromUtf8(step.body));
    }
    if (step.refused) {
        json.insert(u"refused"_s, errorJson(*step.refused));
    }
    return json;
}

QJsonObject findingJson(const PlanFinding &finding)
{
    QJsonObject json = positionJson(finding.position);
    json.insert(u"id"_s, finding.id);
    json.insert(u"severity"_s, QString{severityName(finding.severity)});
    json.insert(u"object"_s, finding.object);
    json.insert(u"component"_s, finding.component);
    json.insert(u"text"_s, finding.text);
    json.insert(u"advice"_s, finding.advice);
    return json;
}

/// Text of others in a table of Markdown: nothing in it is markup.
QString cell(const QString &text)
{
    QString plain = printable(text).toHtmlEscaped();
    for (const QChar mark : u"\\`*_{}[]#|~"_s) {
        plain.replace(mark, u'\\' + QString(mark));
    }
    return plain;
}

QString severityMark(PlanFinding::Severity severity)
{
    switch (severity) {
    case PlanFinding::Severity::Error:
        return Text::tr("**error**");
    case PlanFinding::Severity::Warning:
        return Text::tr("warning");
    case PlanFinding::Severity::Info:
        break;
    }
    return Text::tr("note");
}

QByteArray findingsMarkdown(const Plan &plan)
{
    if (plan.findings.empty()) {
        return {};
    }
    QString text = u"| | %1 | id |\n|---|---|---|\n"_s.arg(Text::tr("finding"));
    for (const PlanFinding &finding : plan.findings) {
        const QString place = finding.position.line > 0
                                  ? Text::tr(" (line %1)").arg(finding.position.line)
                                  : QString{};
        const bool block = finding.advice.contains(u'\n');
        text += u"| %1 | %2 | %3 |\n"_s.arg(
            severityMark(finding.severity),
            cell(finding.text + place +
                 (block || finding.advice.isEmpty() ? QString{} : u". "_s + finding.advice)),
            cell(finding.id));
    }
    return text.toUtf8() + '\n';
}

QByteArray stepMarkdown(const PlanStep &step)
{
    QByteArray text =
        "<details><summary>" + cell(stepTitle(step)).toUtf8() + "</summary>\n\n```diff\n";
    for (const FieldChange &change : step.changes) {
        const QString path = printable(change.path.isEmpty() ? u"."_s : change.path);
        const bool same = change.before == change.after;
        if (!change.before.isUndefined() && !same) {
            text += QString{u"- "_s + path + u": "_s + shortValue(change.before)}.toUtf8() + '\n';
        }
        if (!change.after.isUndefined()) {
            text += QString{(same ? u"  "_s : u"+ "_s) + path + u": "_s + shortValue(change.after)}
                        .toUtf8() +
                    '\n';
        }
    }
    text += "```\n";
    if (step.refused) {
        text += '\n' + cell(Text::tr("refused: %1").arg(step.refused->sentence())).toUtf8() + '\n';
    }
    return text + "\n</details>\n\n";
}

} // namespace

QString shortValue(const QJsonValue &value)
{
    constexpr qsizetype longest = 80;
    const QString text = value.toString();
    if (const qsizetype lines = text.count(u'\n'); lines > 0) {
        return Text::tr("text of %n line(s)", nullptr, static_cast<int>(lines));
    }
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString plain = printable(QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2)));
    return plain.size() <= longest ? plain : QString{plain.first(longest - 1) + u'…'};
}

QString planSummary(const Plan &plan)
{
    if (plan.isEmpty()) {
        return Text::tr("Nothing to do; %n object(s) are as the policy says.", nullptr,
                        static_cast<int>(plan.unchanged.size()));
    }
    QStringList created;
    QStringList changed;
    QStringList deleted;
    for (const PlanStep &step : plan.steps) {
        const QString object = step.object.toString();
        if (step.action == Action::Create) {
            created.append(object);
        } else if (step.action == Action::Delete) {
            deleted.append(object);
        } else if (!created.contains(object) && !changed.contains(object)) {
            changed.append(object);
        }
    }
    return Text::tr("%1 to create, %2 to change, %3 to delete; %4 unchanged.")
        .arg(created.size())
        .arg(changed.size())
        .arg(deleted.size())
        .arg(plan.unchanged.size());
}

QByteArray planText(const Plan &plan, const QString &file)
{
    QByteArray text = printable(targetText(plan)).toUtf8() + "\n\n";
    for (const PlanStep &step : plan.steps) {
        text += stepText(step);
    }
    if (!plan.steps.empty()) {
        text += '\n';
    }
    for (const PlanFinding &finding : plan.findings) {
        text += findingText(finding, file);
    }
    if (!plan.findings.empty()) {
        text += '\n';
    }
    text += planSummary(plan).toUtf8() + '\n';
    if (plan.isBlocked()) {
        text += Text::tr("It cannot be pushed as it is.").toUtf8() + '\n';
    }
    return text;
}

QJsonObject planJson(const Plan &plan)
{
    QJsonArray steps;
    for (const PlanStep &step : plan.steps) {
        steps.append(stepJson(step));
    }
    QJsonArray unchanged;
    for (const kube::ObjectRef &ref : plan.unchanged) {
        unchanged.append(refJson(ref));
    }
    QJsonArray findings;
    for (const PlanFinding &finding : plan.findings) {
        findings.append(findingJson(finding));
    }
    return {{u"policy"_s, plan.policy},
            {u"context"_s, plan.target.context},
            {u"server"_s, plan.target.server},
            {u"user"_s, plan.target.user},
            {u"namespace"_s, plan.target.nameSpace},
            {u"liveRevision"_s, plan.liveRevision},
            {u"hash"_s, QString::fromLatin1(plan.hash)},
            {u"empty"_s, plan.isEmpty()},
            {u"blocked"_s, plan.isBlocked()},
            {u"steps"_s, steps},
            {u"unchanged"_s, unchanged},
            {u"findings"_s, findings}};
}

QByteArray planMarkdown(const Plan &plan)
{
    QByteArray text =
        "### " + cell(targetText(plan)).toUtf8() + "\n\n**" + planSummary(plan).toUtf8() + "**\n\n";
    if (plan.isBlocked()) {
        text += Text::tr("It cannot be pushed as it is.").toUtf8() + "\n\n";
    }
    text += findingsMarkdown(plan);
    for (const PlanStep &step : plan.steps) {
        text += stepMarkdown(step);
    }
    return text;
}

} // namespace spillway
