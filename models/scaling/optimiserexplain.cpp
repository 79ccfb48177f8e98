// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/optimiserexplain.h"

#include "core/unit.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Optimiser)
};

struct Term
{
    SloTerm term;
    double value;
    std::optional<double> limit;
};

std::array<Term, 3> termsOf(const PolicyOutcome &outcome, const PolicySlo &slo)
{
    return {Term{SloTerm::P95, outcome.p95Seconds, slo.p95Seconds},
            Term{SloTerm::Share429, outcome.share429, slo.share429},
            Term{SloTerm::BacklogAge, outcome.backlogAgeSeconds, slo.backlogAgeSeconds}};
}

std::vector<SloTerm> brokenTerms(const PolicyOutcome &outcome, const PolicySlo &slo)
{
    std::vector<SloTerm> broken;
    for (const Term &term : termsOf(outcome, slo)) {
        if (term.limit && term.value > *term.limit) {
            broken.push_back(term.term);
        }
    }
    return broken;
}

/// How far below its limit, as a share of the limit.
double marginOf(const PolicyOutcome &outcome, const PolicySlo &slo, SloTerm term)
{
    const Term one = termsOf(outcome, slo).at(static_cast<std::size_t>(term));
    return one.limit && *one.limit > 0 ? (*one.limit - one.value) / *one.limit : 0;
}

class Explainer
{
public:
    Explainer(const OptimiserProblem &problem, const OptimiserResult &result,
              const QString &currency)
        : m_problem(problem)
        , m_result(result)
        , m_money{Unit::Currency, currency, {}}
    {}

    [[nodiscard]] FrontReason explain(std::size_t index) const
    {
        const EvaluatedPolicy &point = m_result.front[index];
        FrontReason reason;
        reason.cheapest = m_result.best ? *m_result.best == index : index == 0;
        reason.fastest = isLeast(index, &PolicyOutcome::p95Seconds);
        reason.fewest429 = isLeast(index, &PolicyOutcome::share429);
        reason.nearestMiss = m_result.nearestMiss == index;
        reason.broken = brokenTerms(point.outcome, m_problem.slo);
        if (index > 0) {
            reason.cheaper = trade(index, index - 1);
        }
        if (index + 1 < m_result.front.size()) {
            reason.dearer = trade(index, index + 1);
        }
        if (point.holds) {
            reason.binding = bindingTerm(point);
        }
        if (reason.binding) {
            reason.margin = marginOf(point.outcome, m_problem.slo, *reason.binding);
        }
        reason.atRangeEnd = rangeEnds(point);
        reason.sentences = sentences(point, reason);
        return reason;
    }

    [[nodiscard]] QString money(double value) const { return formatValue(value, m_money); }
    [[nodiscard]] static QString seconds(double value)
    {
        return formatValue(value, {Unit::Seconds, {}, {}});
    }
    [[nodiscard]] static QString share(double value)
    {
        return formatValue(value, {Unit::PercentUnit, {}, {}});
    }

    /// The limits that are broken, in one sentence each.
    [[nodiscard]] QStringList brokenSentences(const EvaluatedPolicy &point) const
    {
        QStringList lines;
        for (const Term &term : termsOf(point.outcome, m_problem.slo)) {
            if (!term.limit || term.value <= *term.limit) {
                continue;
            }
            switch (term.term) {
            case SloTerm::P95:
                lines << Text::tr("Its p95 latency of %1 is above the limit of %2.")
                             .arg(seconds(term.value), seconds(*term.limit));
                break;
            case SloTerm::Share429:
                lines << Text::tr("Its share of 429s of %1 is above the limit of %2.")
                             .arg(share(term.value), share(*term.limit));
                break;
            case SloTerm::BacklogAge:
                lines << Text::tr("Its oldest message waits %1, above the limit of %2.")
                             .arg(seconds(term.value), seconds(*term.limit));
                break;
            }
        }
        return lines;
    }

private:
    /// The first of the front with the lowest value.
    [[nodiscard]] bool isLeast(std::size_t index, double PolicyOutcome::*value) const
    {
        const auto least =
            std::min_element(m_result.front.begin(), m_result.front.end(),
                             [value](const EvaluatedPolicy &a, const EvaluatedPolicy &b) {
                                 return a.outcome.*value < b.outcome.*value;
                             });
        return least - m_result.front.begin() == static_cast<std::ptrdiff_t>(index);
    }

    [[nodiscard]] FrontTrade trade(std::size_t index, std::size_t against) const
    {
        const PolicyOutcome &own = m_result.front[index].outcome;
        const PolicyOutcome &other = m_result.front[against].outcome;
        return {against, own.cost - other.cost, own.p95Seconds - other.p95Seconds,
                own.share429 - other.share429};
    }

    /// Differs on one axis only, where no value of the axis lies between.
    [[nodiscard]] bool areNeighbours(const OptimiserProblem::Values &a,
                                     const OptimiserProblem::Values &b) const
    {
        std::size_t different = 0;
        for (std::size_t axis = 0; axis < a.size(); ++axis) {
            if (a[axis] == b[axis]) {
                continue;
            }
            const std::vector<double> &grid = m_problem.axes[axis].values;
            const auto between =
                std::upper_bound(grid.begin(), grid.end(), std::min(a[axis], b[axis]));
            if (++different > 1 ||
                (between != grid.end() && *between < std::max(a[axis], b[axis]))) {
                return false;
            }
        }
        return different == 1;
    }

    /// What most of the cheaper neighbours break.
    [[nodiscard]] std::optional<SloTerm> bindingTerm(const EvaluatedPolicy &point) const
    {
        std::array<int, 3> counts{};
        for (const EvaluatedPolicy &other : m_result.evaluated) {
            if (other.outcome.cost < point.outcome.cost && !other.holds &&
                areNeighbours(point.values, other.values)) {
                for (const SloTerm term : brokenTerms(other.outcome, m_problem.slo)) {
                    ++counts.at(static_cast<std::size_t>(term));
                }
            }
        }
        const auto most = std::max_element(counts.begin(), counts.end());
        if (*most == 0) {
            return std::nullopt;
        }
        return static_cast<SloTerm>(most - counts.begin());
    }

    [[nodiscard]] std::vector<std::size_t> rangeEnds(const EvaluatedPolicy &point) const
    {
        std::vector<std::size_t> ends;
        for (std::size_t axis = 0; axis < point.values.size(); ++axis) {
            const std::vector<double> &grid = m_problem.axes[axis].values;
            const double value = point.values[axis];
            if (grid.size() > 1 && (value <= grid.front() || value >= grid.back())) {
                ends.push_back(axis);
            }
        }
        return ends;
    }

    [[nodiscard]] QStringList sentences(const EvaluatedPolicy &point,
                                        const FrontReason &reason) const
    {
        QStringList lines;
        if (reason.nearestMiss) {
            lines << Text::tr("It comes nearest to the objective.");
        }
        if (reason.cheapest && m_result.best) {
            lines << Text::tr("It is the cheapest policy that holds the objective.");
        } else if (reason.cheapest) {
            lines << Text::tr("It is the cheapest policy of all.");
        }
        if (reason.fastest) {
            lines << Text::tr("No policy that was tried has a lower p95 latency.");
        }
        if (reason.fewest429) {
            lines << Text::tr("No policy that was tried has fewer 429s.");
        }
        lines << brokenSentences(point);
        lines << tradeSentences(reason);
        if (reason.binding) {
            lines << bindingSentence(*reason.binding, reason.margin);
        }
        for (const std::size_t axis : reason.atRangeEnd) {
            lines << Text::tr("“%1” is at the end of what was tried; a wider range may do better.")
                         .arg(m_problem.axes[axis].label);
        }
        return lines;
    }

    [[nodiscard]] QStringList tradeSentences(const FrontReason &reason) const
    {
        QStringList lines;
        if (reason.cheaper) {
            const QString more = money(reason.cheaper->cost);
            if (reason.cheaper->p95Seconds < 0) {
                lines << Text::tr("For %1 more than the next cheaper one its p95 is %2 shorter.")
                             .arg(more, seconds(-reason.cheaper->p95Seconds));
            }
            if (reason.cheaper->share429 < 0) {
                lines << Text::tr("For %1 more than the next cheaper one it has %2 fewer 429s.")
                             .arg(more, points(-reason.cheaper->share429));
            }
        }
        if (reason.dearer) {
            const QString less = money(-reason.dearer->cost);
            if (reason.dearer->p95Seconds > 0) {
                lines << Text::tr("It saves %1 against the next dearer one for a p95 that is %2 "
                                  "longer.")
                             .arg(less, seconds(reason.dearer->p95Seconds));
            }
            if (reason.dearer->share429 > 0) {
                lines << Text::tr("It saves %1 against the next dearer one for %2 more 429s.")
                             .arg(less, points(reason.dearer->share429));
            }
        }
        return lines;
    }

    /// A difference of shares.
    [[nodiscard]] static QString points(double difference)
    {
        return Text::tr("%1 points").arg(formatValue(difference * 100, {Unit::None, {}, {}}));
    }

    [[nodiscard]] static QString bindingSentence(SloTerm term, double margin)
    {
        const QString room = share(margin);
        switch (term) {
        case SloTerm::P95:
            return Text::tr("Anything cheaper beside it breaks the p95 limit, to which %1 is left.")
                .arg(room);
        case SloTerm::Share429:
            return Text::tr("Anything cheaper beside it breaks the limit of 429s, to which %1 is "
                            "left.")
                .arg(room);
        case SloTerm::BacklogAge:
            return Text::tr("Anything cheaper beside it breaks the limit of waiting, to which %1 "
                            "is left.")
                .arg(room);
        }
        return {};
    }

    const OptimiserProblem &m_problem;
    const OptimiserResult &m_result;
    const UnitSpec m_money;
};

} // namespace

std::vector<FrontReason> explainFront(const OptimiserProblem &problem,
                                      const OptimiserResult &result, const QString &currency)
{
    const Explainer explainer(problem, result, currency);
    std::vector<FrontReason> reasons;
    for (std::size_t i = 0; i < result.front.size(); ++i) {
        reasons.push_back(explainer.explain(i));
    }
    return reasons;
}

QString summariseSearch(const OptimiserProblem &problem, const OptimiserResult &result,
                        const QString &currency)
{
    const Explainer explainer(problem, result, currency);
    if (result.best) {
        const double cost = result.front[*result.best].outcome.cost;
        if (result.today && result.today->outcome.cost > cost) {
            return Text::tr("The cheapest policy that holds the objective costs %1, %2 less than "
                            "today's.")
                .arg(explainer.money(cost), explainer.money(result.today->outcome.cost - cost));
        }
        return Text::tr("The cheapest policy that holds the objective costs %1.")
            .arg(explainer.money(cost));
    }
    if (result.nearestMiss) {
        const EvaluatedPolicy &nearest = result.front[*result.nearestMiss];
        return Text::tr("No policy that was tried holds the objective. The nearest costs %1. %2")
            .arg(explainer.money(nearest.outcome.cost),
                 explainer.brokenSentences(nearest).join(u' '));
    }
    return Text::tr("No policy could be judged.");
}

} // namespace spillway
