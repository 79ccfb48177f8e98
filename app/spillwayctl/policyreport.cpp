// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/policyreport.h"

#include "spillwayctl/resultwriter.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

QString severityText(PolicyFinding::Severity severity)
{
    switch (severity) {
    case PolicyFinding::Severity::Info:
        return Text::tr("note");
    case PolicyFinding::Severity::Warning:
        return Text::tr("warning");
    case PolicyFinding::Severity::Error:
        return Text::tr("error");
    }
    return {};
}

QString reasonOf(const Error &problem)
{
    return problem.why.isEmpty() ? problem.what : problem.why;
}

QJsonObject placeJson(const DocumentPosition &position)
{
    return {{u"file"_s, position.file},
            {u"line"_s, position.line},
            {u"column"_s, position.column},
            {u"path"_s, position.path}};
}

QJsonObject findingJson(const PolicyFinding &finding)
{
    QJsonObject json = placeJson(finding.position);
    json.insert(u"severity"_s, QString{severityName(finding.severity)});
    json.insert(u"id"_s, finding.id);
    json.insert(u"text"_s, finding.text);
    json.insert(u"advice"_s, finding.advice);
    json.insert(u"component"_s, finding.component);
    if (finding.at) {
        json.insert(u"at"_s, utcText(*finding.at));
    }
    return json;
}

} // namespace

QByteArray findingLine(const QString &file, const DocumentPosition &position,
                       PolicyFinding::Severity severity, const QString &text, const QString &advice,
                       const QString &id)
{
    QString place = position.file.isEmpty() ? file : position.file;
    if (position.line > 0) {
        place += u":%1:%2"_s.arg(position.line).arg(std::max(1, position.column));
    }
    QString sentence = text;
    if (!sentence.endsWith(u'.') && !sentence.endsWith(u'。')) {
        sentence += u'.';
    }
    if (!advice.isEmpty()) {
        sentence += u' ' + advice;
    }
    return printable(u"%1: %2: %3 [%4]"_s.arg(place, severityText(severity), sentence, id))
               .toUtf8() +
           '\n';
}

bool PolicyReport::ok() const
{
    return problems.empty() &&
           std::none_of(findings.begin(), findings.end(), [](const PolicyFinding &finding) {
               return finding.severity == PolicyFinding::Severity::Error;
           });
}

QByteArray reportText(const PolicyReport &report)
{
    QByteArray text;
    for (const Error &problem : report.problems) {
        const DocumentPosition position = problem.position.value_or(DocumentPosition{});
        text += findingLine(problem.where.isEmpty() ? report.file : problem.where, position,
                            PolicyFinding::Severity::Error, reasonOf(problem), problem.advice,
                            position.path.isEmpty() ? QString{errorCodeName(problem.code)}
                                                    : position.path);
    }
    for (const PolicyFinding &finding : report.findings) {
        text += findingLine(report.file, finding.position, finding.severity, finding.text,
                            finding.advice, finding.id);
    }
    return text;
}

QJsonObject reportJson(const PolicyReport &report)
{
    QJsonArray list;
    for (const Error &problem : report.problems) {
        QJsonObject json = placeJson(problem.position.value_or(DocumentPosition{}));
        json.insert(u"severity"_s, u"error"_s);
        json.insert(u"id"_s, QString{errorCodeName(problem.code)});
        json.insert(u"text"_s, reasonOf(problem));
        json.insert(u"advice"_s, problem.advice);
        list.append(json);
    }
    for (const PolicyFinding &finding : report.findings) {
        list.append(findingJson(finding));
    }
    return {{u"file"_s, report.file}, {u"ok"_s, report.ok()}, {u"findings"_s, list}};
}

QByteArray outcomesText(const std::vector<AssertionOutcome> &outcomes)
{
    using Status = AssertionOutcome::Status;
    QByteArray text;
    int counts[3]{};
    for (const AssertionOutcome &outcome : outcomes) {
        ++counts[static_cast<std::size_t>(outcome.status)];
        const QString mark = outcome.status == Status::Passed   ? Text::tr("ok")
                             : outcome.status == Status::Failed ? Text::tr("FAILED")
                                                                : Text::tr("undecided");
        QString row = mark + u"  "_s + outcome.name;
        if (outcome.status != Status::Passed) {
            row += Text::tr(" (line %1): %2").arg(outcome.position.line).arg(outcome.detail);
        }
        text += printable(row).toUtf8() + '\n';
    }
    text += Text::tr("%1 passed, %2 failed, %3 undecided")
                .arg(counts[0])
                .arg(counts[1])
                .arg(counts[2])
                .toUtf8() +
            '\n';
    return text;
}

} // namespace spillway
