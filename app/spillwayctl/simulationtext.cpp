// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/fitreport.h"
#include "spillwayctl/outlookreport.h"
#include "spillwayctl/resultwriter.h"
#include "spillwayctl/simulationreport.h"

#include <QCoreApplication>
#include <QDateTime>

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

QString money(double value)
{
    constexpr double tiny = 0.01; // of a request, usually
    return value > 0 && value < tiny ? QString::number(value, 'g', 2)
                                     : QString::number(value, 'f', value < 10 ? 3 : 2);
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
            money(cost.allocated),
            money(cost.tokens),
            money(cost.perThousand()),
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
               .arg(currency, money(cost.all.allocated), money(cost.all.idle),
                    money(cost.all.shared), money(cost.all.tokens), money(cost.all.calls),
                    money(cost.all.total()), money(cost.all.perThousand())) +
           u' ' +
           Text::tr("Cash for nodes: %1 (%2 node hours, at most %3 nodes).")
               .arg(money(cost.cash), QString::number(cost.nodeHours, 'f', 1),
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
        addChange(rows, name, Text::tr("lost"), one.before.lostShare, one.after.lostShare, share);
        addChange(rows, name, Text::tr("backlog, most"), one.before.longestBacklog,
                  one.after.longestBacklog, count);
    }
    const ReplayCost &before = simulation.today.cost;
    const ReplayCost &after = simulation.edited->cost;
    const QString all = Text::tr("all");
    addChange(rows, all, Text::tr("allocated"), before.all.allocated, after.all.allocated, money);
    addChange(rows, all, Text::tr("cash"), before.cash, after.cash, money);
    addChange(rows, all, Text::tr("tokens"), before.all.tokens, after.all.tokens, money);
    addChange(rows, all, Text::tr("per 1,000 answered"), before.all.perThousand(),
              after.all.perThousand(), money);
    return alignedTable(rows);
}

QByteArray lineOf(const QString &text)
{
    return printable(text).toUtf8() + '\n';
}

QByteArray doubts(const SimulationReport &report)
{
    QByteArray text;
    const Simulation &simulation = report.simulation;
    for (const PipelinePart &part : simulation.today.pipeline.parts) {
        for (const QString &sentence : part.assumptions) {
            text += lineOf(u"- %1: %2"_s.arg(part.name, sentence));
        }
    }
    for (const QString &sentence : simulation.today.pipeline.leftOut + simulation.notes) {
        text += lineOf(u"- "_s + sentence);
    }
    return text;
}

} // namespace

QByteArray simulationText(const SimulationReport &report)
{
    const Simulation &simulation = report.simulation;
    const TimeGrid &grid = simulation.today.result.grid;
    const auto utc = [](EpochMs time) {
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
    };
    QByteArray text =
        lineOf(Text::tr("%1 to %2, traffic x %3, confidence %4")
                   .arg(utc(grid.from), utc(grid.time(grid.count)), QString::number(report.growth),
                        percent(simulation.confidence(), 0)));
    text += componentTable(simulation.today, simulation.calibration);
    text += lineOf(costSentence(simulation.today.cost, report.currency));
    if (const QByteArray fits = fitText(simulation.today.pipeline.parts); !fits.isEmpty()) {
        text += '\n' + fits;
    }
    text += outlookText(report.today, report.currency);
    if (simulation.edited) {
        text += '\n' + comparisonTable(simulation);
        text += lineOf(costSentence(simulation.edited->cost, report.currency));
        text += report.edited ? outlookText(*report.edited, report.currency) : QByteArray();
    }
    for (const ExplainedDecision &one : report.explained) {
        text += '\n' + lineOf(u"%1 %2: %3"_s.arg(one.component, utc(one.decision.time),
                                                 one.sentences.join(u' ')));
    }
    const QByteArray assumptions = doubts(report);
    return assumptions.isEmpty() ? text : QByteArray(text + '\n' + assumptions);
}

} // namespace spillway
