// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/costreport.h"
#include "spillwayctl/fitreport.h"
#include "spillwayctl/outlookreport.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/simulationreport.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulationReport)
};

QString percent(double share, int decimals = 1)
{
    constexpr double hundred = 100;
    return QString::number(share * hundred, 'f', decimals) + u" %"_s;
}

QString seconds(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : 0) + u" s"_s;
}

QString count(double value)
{
    return QString::number(value, 'f', 0);
}

QString calibrationCell(const ComponentCalibration &calibration)
{
    if (!calibration.known) {
        return Text::tr("not known");
    }
    const QString score = QString::number(calibration.calibration.whole.score, 'f', 3);
    return calibration.saysLittle ? Text::tr("%1 (says little)").arg(score) : score;
}

QStringList row(const SimulatedPolicy &policy, const std::vector<ComponentCalibration> &calibration,
                std::size_t index)
{
    const ReplaySummary &summary = policy.summaries[index];
    const ComponentCost &cost = policy.cost.components[index];
    const PipelinePart &part = policy.pipeline.parts[index];
    QString score = u"-"_s;
    for (const ComponentCalibration &one : calibration) {
        score = one.name == summary.name ? calibrationCell(one) : score;
    }
    return {summary.name,
            u"%1 / %2 / %3"_s.arg(QString::number(summary.fewestReplicas),
                                  QString::number(summary.meanReplicas, 'f', 1),
                                  QString::number(summary.mostReplicas)),
            seconds(summary.p95),
            percent(summary.rejectedShare),
            percent(summary.lostShare),
            count(summary.longestBacklog),
            moneyText(cost.allocated),
            moneyText(cost.tokens),
            moneyText(cost.perThousand()),
            score,
            percent(part.confidence, 0),
            percent(1 - part.fit.fitShare)};
}

QByteArray componentTable(const SimulatedPolicy &policy,
                          const std::vector<ComponentCalibration> &calibration)
{
    QList<QStringList> rows{
        {Text::tr("COMPONENT"), Text::tr("REPLICAS min/mean/max"), Text::tr("P95"), Text::tr("429"),
         Text::tr("LOST"), Text::tr("BACKLOG"), Text::tr("ALLOCATED"), Text::tr("TOKENS"),
         Text::tr("PER 1000"), Text::tr("CALIBRATION"), Text::tr("CONFIDENCE"), Text::tr("UNFIT")}};
    rows.reserve(static_cast<qsizetype>(policy.summaries.size()) + 1);
    for (std::size_t i = 0; i < policy.summaries.size(); ++i) {
        rows.append(row(policy, calibration, i));
    }
    return alignedTable(rows);
}

QString costSentence(const ReplayCost &cost, const QString &currency)
{
    return Text::tr(
               "Cost in %1: allocated %2, idle %3, shared %4, tokens %5, calls %6, together %7; "
               "%8 for each 1,000 answered requests.")
               .arg(currency, moneyText(cost.all.allocated), moneyText(cost.all.idle),
                    moneyText(cost.all.shared), moneyText(cost.all.tokens),
                    moneyText(cost.all.calls), moneyText(cost.all.total()),
                    moneyText(cost.all.perThousand())) +
           u' ' +
           Text::tr("Cash for nodes: %1 (%2 node hours, at most %3 nodes).")
               .arg(moneyText(cost.cash), QString::number(cost.nodeHours, 'f', 1),
                    QString::number(cost.mostNodes));
}

void addChange(QList<QStringList> &rows, const QString &component, const QString &measure,
               double before, double after, QString (*text)(double))
{
    constexpr double nothing = 1e-12;
    const QString change =
        std::abs(before) > nothing
            ? QString{(after >= before ? u"+"_s : QString()) + percent(after / before - 1)}
            : QString();
    rows.append({component, measure, text(before), text(after), change});
}

QByteArray lineOf(const QString &text)
{
    return printable(text).toUtf8() + '\n';
}

/// Where breakers opened.
QByteArray breakerSentences(const SimulatedPolicy &policy)
{
    QByteArray text;
    for (const ReplaySummary &summary : policy.summaries) {
        if (summary.breakerTrips > 0) {
            text += lineOf(Text::tr("Breakers of %1 opened %2 times and were open for %3 of the "
                                    "time.")
                               .arg(summary.name, QString::number(summary.breakerTrips),
                                    percent(summary.breakerOpenShare)));
        }
    }
    return text;
}

QByteArray comparisonTable(const Simulation &simulation)
{
    const auto share = [](double value) { return percent(value); };
    const auto replicas = [](double value) { return QString::number(value, 'f', 1); };
    QList<QStringList> rows{{Text::tr("COMPONENT"), Text::tr("MEASURE"), Text::tr("BEFORE"),
                             Text::tr("AFTER"), Text::tr("CHANGE")}};
    for (const ReplayComparison &one :
         compareReplays(simulation.today.result, simulation.edited->result)) {
        const QString &name = one.before.name.isEmpty() ? one.after.name : one.before.name;
        addChange(rows, name, Text::tr("replicas, mean"), one.before.meanReplicas,
                  one.after.meanReplicas, replicas);
        addChange(rows, name, Text::tr("replicas, most"), one.before.mostReplicas,
                  one.after.mostReplicas, count);
        addChange(rows, name, Text::tr("p95"), one.before.p95, one.after.p95, seconds);
        addChange(rows, name, Text::tr("429"), one.before.rejectedShare, one.after.rejectedShare,
                  share);
        addChange(rows, name, Text::tr("breaker open"), one.before.breakerOpenShare,
                  one.after.breakerOpenShare, share);
        addChange(rows, name, Text::tr("lost"), one.before.lostShare, one.after.lostShare, share);
        addChange(rows, name, Text::tr("backlog, most"), one.before.longestBacklog,
                  one.after.longestBacklog, count);
    }
    const ReplayCost &before = simulation.today.cost;
    const ReplayCost &after = simulation.edited->cost;
    const QString all = Text::tr("all");
    addChange(rows, all, Text::tr("allocated"), before.all.allocated, after.all.allocated,
              moneyText);
    addChange(rows, all, Text::tr("cash"), before.cash, after.cash, moneyText);
    addChange(rows, all, Text::tr("tokens"), before.all.tokens, after.all.tokens, moneyText);
    addChange(rows, all, Text::tr("per 1,000 answered"), before.all.perThousand(),
              after.all.perThousand(), moneyText);
    return alignedTable(rows);
}

QStringList doubtsOf(const SimulatedPolicy &policy)
{
    QStringList sentences;
    for (const PipelinePart &part : policy.pipeline.parts) {
        for (const QString &sentence : part.assumptions) {
            sentences << u"%1: %2"_s.arg(part.name, sentence);
        }
    }
    return sentences + policy.pipeline.leftOut + policy.notes;
}

/// A replay of today's policy that does not meet the record.
QStringList calibrationDoubts(const std::vector<ComponentCalibration> &calibration)
{
    constexpr double believable = 0.9;
    QStringList sentences;
    for (const ComponentCalibration &one : calibration) {
        const CalibrationScore &whole = one.calibration.whole;
        if (one.known && whole.fitShare > 0 && whole.score < believable) {
            sentences << Text::tr("%1: today's policy, replayed, is off by %2 of the recorded "
                                  "replica hours (%3 of the time could be compared).")
                             .arg(one.name, percent(1 - whole.score, 0),
                                  percent(whole.fitShare, 0));
        }
    }
    return sentences;
}

QByteArray doubtList(const QString &head, const QStringList &sentences)
{
    QByteArray text;
    if (!sentences.isEmpty()) {
        text = '\n' + (head.isEmpty() ? QByteArray() : lineOf(head));
        for (const QString &sentence : sentences) {
            text += lineOf(u"- "_s + sentence);
        }
    }
    return text;
}

/// What each of the policies has to be believed with, apart from each other.
QByteArray doubts(const Simulation &simulation)
{
    const QStringList record = calibrationDoubts(simulation.calibration) + simulation.notes;
    const QStringList today = doubtsOf(simulation.today);
    if (!simulation.edited) {
        return doubtList({}, today + record);
    }
    return doubtList(Text::tr("About the record:"), record) +
           doubtList(Text::tr("About today's policy:"), today) +
           doubtList(Text::tr("About the edited policy (confidence %1):")
                         .arg(percent(simulation.edited->confidence(), 0)),
                     doubtsOf(*simulation.edited));
}

QByteArray explanations(const std::vector<ExplainedDecision> &explained)
{
    QByteArray text;
    for (const ExplainedDecision &one : explained) {
        text += '\n' + lineOf(u"%1 %2: %3"_s.arg(one.component, utcText(one.decision.time),
                                                 one.sentences.join(u' ')));
    }
    return text;
}

/// A table that stands apart; nothing if it is empty.
QByteArray apart(const QByteArray &table)
{
    return table.isEmpty() ? table : QByteArray('\n' + table);
}

} // namespace

QByteArray simulationText(const SimulationReport &report)
{
    const Simulation &simulation = report.simulation;
    const TimeGrid &grid = simulation.today.result.grid;
    QByteArray text =
        lineOf(Text::tr("%1 to %2, traffic x %3, confidence %4")
                   .arg(utcText(grid.from), utcText(grid.time(grid.count)),
                        QString::number(report.growth), percent(simulation.today.confidence(), 0)));
    if (report.controller != HpaController{}) {
        text += lineOf(Text::tr("Decided as Kubernetes 1.%1 does, with a tolerance of %2.")
                           .arg(report.controller.kubernetesMinor)
                           .arg(report.controller.tolerance));
    }
    text += componentTable(simulation.today, simulation.calibration);
    text += breakerSentences(simulation.today);
    text += lineOf(costSentence(simulation.today.cost, report.currency));
    text += apart(calibrationText(simulation.calibration, report.recorded));
    text += apart(fitText(simulation.today.pipeline.parts));
    text += apart(tagText(report.tags));
    text += outlookText(report.today, report.currency);
    if (simulation.edited) {
        text += '\n' + comparisonTable(simulation);
        text += breakerSentences(*simulation.edited);
        text += lineOf(costSentence(simulation.edited->cost, report.currency));
        text += apart(tagText(report.editedTags));
        text += report.edited ? outlookText(*report.edited, report.currency) : QByteArray();
    }
    return text + explanations(report.explained) + doubts(simulation);
}

} // namespace spillway
