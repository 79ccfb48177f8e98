// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/optimisereport.h"

#include "scaling/optimiserexplain.h"
#include "spillwayctl/resultwriter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OptimiserReport)
};

QString termName(SloTerm term)
{
    static constexpr std::array names{"p95"_L1, "429"_L1, "backlog-age"_L1};
    return names.at(static_cast<std::size_t>(term));
}

/// What a point has otherwise than today's policy.
QStringList changes(const OptimiserProblem &problem, const EvaluatedPolicy &policy)
{
    QStringList changed;
    for (std::size_t i = 0; i < problem.axes.size(); ++i) {
        if (!problem.today || policy.values[i] != (*problem.today)[i]) {
            changed << u"%1=%2"_s.arg(problem.axes[i].id, QString::number(policy.values[i]));
        }
    }
    return changed;
}

QStringList cells(const OptimiserProblem &problem, const EvaluatedPolicy &policy,
                  const QString &mark)
{
    constexpr double hundred = 100;
    const PolicyOutcome &outcome = policy.outcome;
    const QStringList changed = changes(problem, policy);
    return {mark,
            QString::number(outcome.cost, 'f', 2),
            QString::number(outcome.p95Seconds, 'f', 2) + u" s"_s,
            QString::number(outcome.share429 * hundred, 'f', 2) + u" %"_s,
            QString::number(outcome.backlogAgeSeconds, 'f', 0) + u" s"_s,
            policy.holds ? Text::tr("yes") : Text::tr("no"),
            changed.isEmpty() ? Text::tr("as today") : changed.join(u' ')};
}

QJsonObject policyJson(const OptimiserProblem &problem, const EvaluatedPolicy &policy)
{
    QJsonObject values;
    for (std::size_t i = 0; i < problem.axes.size(); ++i) {
        values.insert(problem.axes[i].id, policy.values[i]);
    }
    return {{u"values"_s, values},
            {u"cost"_s, policy.outcome.cost},
            {u"p95_seconds"_s, policy.outcome.p95Seconds},
            {u"share_429"_s, policy.outcome.share429},
            {u"backlog_age_seconds"_s, policy.outcome.backlogAgeSeconds},
            {u"holds"_s, policy.holds},
            {u"violation"_s, policy.violation}};
}

QJsonObject reasonJson(const FrontReason &reason)
{
    QJsonArray broken;
    for (const SloTerm term : reason.broken) {
        broken.append(termName(term));
    }
    QJsonObject object{{u"cheapest"_s, reason.cheapest},
                       {u"fastest"_s, reason.fastest},
                       {u"fewest_429"_s, reason.fewest429},
                       {u"nearest_miss"_s, reason.nearestMiss},
                       {u"broken"_s, broken},
                       {u"sentences"_s, QJsonArray::fromStringList(reason.sentences)}};
    if (reason.binding) {
        object.insert(u"binding"_s, termName(*reason.binding));
        object.insert(u"margin"_s, reason.margin);
    }
    return object;
}

} // namespace

QByteArray optimiserText(const OptimiserProblem &problem, const OptimiserResult &result,
                         const QString &currency)
{
    const std::vector<FrontReason> reasons = explainFront(problem, result, currency);
    QByteArray text = printable(summariseSearch(problem, result, currency)).toUtf8() + "\n\n";
    QList<QStringList> rows{{Text::tr("POINT"), Text::tr("COST %1").arg(currency), Text::tr("P95"),
                             Text::tr("429"), Text::tr("OLDEST"), Text::tr("HOLDS"),
                             Text::tr("CHANGES")}};
    rows.reserve(static_cast<qsizetype>(result.front.size()) + 2);
    if (result.today) {
        rows.append(cells(problem, *result.today, Text::tr("today")));
    }
    for (std::size_t i = 0; i < result.front.size(); ++i) {
        rows.append(
            cells(problem, result.front[i],
                  result.best == i ? Text::tr("%1 best").arg(i + 1) : QString::number(i + 1)));
    }
    text += alignedTable(rows) + '\n';
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        text += printable(u"%1: %2"_s.arg(QString::number(i + 1), reasons[i].sentences.join(u' ')))
                    .toUtf8() +
                '\n';
    }
    return text;
}

QJsonObject optimiserJson(const OptimiserProblem &problem, const OptimiserResult &result,
                          const QString &currency)
{
    const std::vector<FrontReason> reasons = explainFront(problem, result, currency);
    QJsonArray front;
    for (std::size_t i = 0; i < result.front.size(); ++i) {
        QJsonObject point = policyJson(problem, result.front[i]);
        point.insert(u"why"_s, reasonJson(reasons.at(i)));
        front.append(point);
    }
    QJsonObject object{{u"front"_s, front},
                       {u"currency"_s, currency},
                       {u"summary"_s, summariseSearch(problem, result, currency)},
                       {u"evaluated"_s, static_cast<qint64>(result.evaluated.size())},
                       {u"failed"_s, result.failed},
                       {u"exhaustive"_s, result.exhaustive},
                       {u"cancelled"_s, result.cancelled}};
    object.insert(u"today"_s,
                  result.today ? QJsonValue(policyJson(problem, *result.today)) : QJsonValue());
    object.insert(u"best"_s,
                  result.best ? QJsonValue(static_cast<qint64>(*result.best)) : QJsonValue());
    object.insert(u"nearest_miss"_s, result.nearestMiss
                                         ? QJsonValue(static_cast<qint64>(*result.nearestMiss))
                                         : QJsonValue());
    return object;
}

} // namespace spillway
