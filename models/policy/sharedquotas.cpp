// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/sharedquotas.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Severity = PolicyFinding::Severity;

constexpr double minute = 60;

/// Calls a minute of all the replicas that are of use, if they are busy.
double busiestRate(const PolicyComponent &component)
{
    const PolicyQuota &quota = *component.quota;
    const double latency = std::chrono::duration<double>(*quota.latency).count();
    const int concurrency = std::max(1, quota.concurrencyPerReplica);
    const double most = component.engine == PolicyComponent::Engine::None
                            ? 1
                            : static_cast<double>(component.highestCap());
    const double alone =
        quotaReach(quota.spec, quota.tokensPerRequest.value_or(TokenUse{}), latency, concurrency, 0)
            .requestsPerMinute;
    return latency > 0 ? std::min(alone, most * concurrency / latency * minute) : alone;
}

/// What is left of each limit where they disagree.
double smallest(double a, double b)
{
    return a > 0 && b > 0 ? std::min(a, b) : std::max(a, b);
}

/// One model that several components call.
class Shared
{
public:
    Shared(const Policy &policy, const PolicyPositions &positions, const QStringList &names)
        : m_policy(policy)
        , m_positions(positions)
        , m_names(names)
        , m_quota(policy.find(names.front())->quota->spec)
    {
        for (const QString &name : names) {
            const QuotaSpec &one = policy.find(name)->quota->spec;
            m_quota.requestsPerMinute = smallest(m_quota.requestsPerMinute, one.requestsPerMinute);
            m_quota.tokensPerMinute = smallest(m_quota.tokensPerMinute, one.tokensPerMinute);
            m_quota.inputTokensPerMinute =
                smallest(m_quota.inputTokensPerMinute, one.inputTokensPerMinute);
            m_quota.outputTokensPerMinute =
                smallest(m_quota.outputTokensPerMinute, one.outputTokensPerMinute);
        }
    }

    void look(std::vector<PolicyFinding> &findings) const
    {
        const auto all = [this](auto holds) {
            return std::all_of(m_names.begin(), m_names.end(), [&](const QString &name) {
                return holds(*m_policy.find(name)->quota);
            });
        };
        const PolicyQuota &first = *m_policy.find(m_names.front())->quota;
        if (!all([&first](const PolicyQuota &one) { return one.spec == first.spec; })) {
            add(findings, "quota-differs"_L1, Severity::Warning,
                Text::tr("%1 call %2, but do not give the same quota for it").arg(list(), model()),
                Text::tr("Write the same quota for each; the provider counts them together."));
        }
        if (!all([](const PolicyQuota &one) { return one.canBeJudged(); })) {
            add(findings, "quota-shared"_L1, Severity::Info,
                Text::tr("%1 share the quota of %2; whether their maxima fit into it together "
                         "cannot be judged")
                    .arg(list(), model()),
                Text::tr("Write tokensPerRequest and latency."));
            return;
        }
        constexpr double hair = 1e-9;
        if (const double asked = load(); asked > 1 + hair) {
            constexpr double hundred = 100;
            add(findings, "quota-shared-maximum"_L1, Severity::Warning,
                Text::tr("%1 share the quota of %2: at their useful maxima they ask for %3 % of it "
                         "together; what is above gets 429")
                    .arg(list(), model(), QString::number(asked * hundred, 'f', 0)),
                Text::tr("Lower their maxima until they fit, or give each a part of the quota of "
                         "its own."));
        }
    }

private:
    /// The largest share of a limit that they ask for together.
    [[nodiscard]] double load() const
    {
        std::array<double, 4> asked{};
        for (const QString &name : m_names) {
            const PolicyComponent &component = *m_policy.find(name);
            const TokenUse use = component.quota->tokensPerRequest.value_or(TokenUse{});
            const double rate = busiestRate(component);
            const std::array<double, 4> each{1, countedTokens(component.quota->spec, use),
                                             countedInput(component.quota->spec, use),
                                             countedOutput(component.quota->spec, use)};
            for (std::size_t i = 0; i < each.size(); ++i) {
                asked.at(i) += each.at(i) > 0 ? rate * each.at(i) : 0;
            }
        }
        const std::array<double, 4> limits{m_quota.requestsPerMinute, m_quota.tokensPerMinute,
                                           m_quota.inputTokensPerMinute,
                                           m_quota.outputTokensPerMinute};
        double most = 0;
        for (std::size_t i = 0; i < limits.size(); ++i) {
            most = limits.at(i) > 0 ? std::max(most, asked.at(i) / limits.at(i)) : most;
        }
        return most;
    }

    /// “a” (8 replicas), “b” (5 replicas)
    [[nodiscard]] QString list() const
    {
        QStringList parts;
        for (const QString &name : m_names) {
            const PolicyComponent &component = *m_policy.find(name);
            parts << (component.engine == PolicyComponent::Engine::None
                          ? u"“%1”"_s.arg(name)
                          : Text::tr("“%1” (up to %2)").arg(name).arg(component.highestCap()));
        }
        return parts.join(u", "_s);
    }

    [[nodiscard]] const QString &model() const { return m_quota.model; }

    void add(std::vector<PolicyFinding> &findings, QLatin1String id, Severity severity,
             const QString &text, const QString &advice) const
    {
        const QString &last = m_names.back();
        std::size_t index = 0;
        while (m_policy.components[index].name != last) {
            ++index;
        }
        findings.push_back({id, severity, last, text, advice, std::nullopt,
                            m_positions.of(u"spec.components[%1].quota"_s.arg(index))});
    }

    const Policy &m_policy;
    const PolicyPositions &m_positions;
    const QStringList &m_names;
    QuotaSpec m_quota;
};

} // namespace

std::vector<QStringList> quotaSharers(const Policy &policy)
{
    std::vector<QStringList> sharers;
    QStringList models;
    for (const PolicyComponent &component : policy.components) {
        if (!component.quota) {
            continue;
        }
        const qsizetype known = models.indexOf(component.quota->spec.model);
        if (known < 0) {
            models << component.quota->spec.model;
            sharers.push_back({component.name});
        } else {
            sharers[static_cast<std::size_t>(known)] << component.name;
        }
    }
    std::erase_if(sharers, [](const QStringList &names) { return names.size() < 2; });
    return sharers;
}

void findSharedQuotas(const Policy &policy, const PolicyPositions &positions,
                      std::vector<PolicyFinding> &findings)
{
    for (const QStringList &names : quotaSharers(policy)) {
        Shared(policy, positions, names).look(findings);
    }
}

} // namespace spillway
