// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/findingmodel.h"

namespace spillway {

using namespace Qt::StringLiterals;
using Severity = FindingRow::Severity;

namespace {

/// Equal findings at one place get numbers, so that keys are unique.
void number(std::vector<FindingRow> &rows)
{
    QHash<QString, int> seen;
    int order = 0;
    for (FindingRow &row : rows) {
        row.order = order++;
        const QString key = u"%1|%2|%3|%4:%5"_s.arg(row.id, row.subject, row.text)
                                .arg(row.position.line)
                                .arg(row.position.column);
        row.key = u"%1|%2"_s.arg(key).arg(seen[key]++);
    }
}

FindingRow rowOf(const Error &error, const QString &subject)
{
    FindingRow row;
    row.severity = Severity::Error;
    row.subject = subject;
    // What and where are known already: the file is open beside it.
    const bool inText = error.position && error.position->line > 0;
    row.text = inText && !error.why.isEmpty() ? error.why : error.sentence();
    if (inText || !subject.isEmpty()) {
        row.advice = inText ? error.advice : QString{};
        row.position = error.position.value_or(DocumentPosition{});
    }
    return row;
}

} // namespace

std::vector<FindingRow> findingRows(const PolicyAnalysis &analysis)
{
    std::vector<FindingRow> rows;
    for (const Error &problem : analysis.reading.problems) {
        rows.push_back(rowOf(problem, {}));
    }
    for (const PolicyFinding &finding : analysis.findings) {
        rows.push_back({.severity = finding.severity,
                        .id = finding.id,
                        .subject = finding.component,
                        .text = finding.text,
                        .advice = finding.advice,
                        .position = finding.position});
    }
    number(rows);
    return rows;
}

std::vector<FindingRow> findingRows(const Plan &plan)
{
    std::vector<FindingRow> rows;
    for (const PlanStep &step : plan.steps) {
        if (step.refused) {
            rows.push_back(rowOf(*step.refused, step.object.toString()));
        }
    }
    for (const PlanFinding &finding : plan.findings) {
        rows.push_back({.severity = finding.severity,
                        .id = finding.id,
                        .subject = finding.object.isEmpty() ? finding.component : finding.object,
                        .text = finding.text,
                        .advice = finding.advice,
                        .position = finding.position});
    }
    number(rows);
    return rows;
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Place + 1;
}

QString FindingModel::title(int column) const
{
    switch (column) {
    case Text:
        return tr("Finding");
    case Advice:
        return tr("What to do");
    default:
        return tr("Where");
    }
}

QString FindingModel::text(const FindingRow &row, int column) const
{
    switch (column) {
    case Text:
        return row.text;
    case Advice:
        return row.advice;
    default: {
        QStringList parts;
        if (row.position.line > 0) {
            parts << tr("line %1").arg(row.position.line);
        }
        if (!row.subject.isEmpty()) {
            parts << row.subject;
        }
        return parts.join(u" · "_s);
    }
    }
}

QVariant FindingModel::sortValue(const FindingRow &row, int column) const
{
    if (column != Text) {
        return text(row, column);
    }
    // One number: graver ones first, then in the order in which they came.
    constexpr qint64 many = 1'000'000;
    return (2 - static_cast<qint64>(row.severity)) * many + row.order;
}

QString FindingModel::filterText(const FindingRow &row) const
{
    return QStringList{row.text, row.advice, row.subject, row.id}.join(u' ');
}

QString FindingModel::toolTip(const FindingRow &row, int) const
{
    QStringList lines{row.text};
    if (!row.advice.isEmpty()) {
        lines << row.advice;
    }
    return lines.join(u'\n');
}

RowState FindingModel::state(const FindingRow &row, int column) const
{
    if (column != Text) {
        return RowState::Neutral;
    }
    switch (row.severity) {
    case Severity::Info:
        return RowState::Busy; // drawn as a notice
    case Severity::Warning:
        return RowState::Warning;
    case Severity::Error:
        return RowState::Bad;
    }
    return RowState::Neutral;
}

bool FindingModel::isNumber(int) const
{
    return false;
}

int FindingModel::ageColumn() const
{
    return Text;
}

} // namespace spillway
