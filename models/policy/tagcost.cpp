// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/tagcost.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// OpenCost's defaults (LabelConfig).
const QStringList &commonTags()
{
    static const QStringList tags{u"team"_s, u"department"_s, u"env"_s, u"owner"_s, u"app"_s};
    return tags;
}

/// As the labels are written: a component's own before those of all objects.
QString valueOf(const Policy &policy, const QString &component, const QString &tag)
{
    const PolicyComponent *const written = policy.find(component);
    const QString own = written != nullptr ? written->cost.tags.value(tag) : QString();
    return own.isEmpty() ? policy.labels.value(tag) : own;
}

QStringList tagsOf(const Policy &policy, const SimulatedPolicy &simulated)
{
    QStringList others;
    for (const ReplaySummary &summary : simulated.summaries) {
        if (const PolicyComponent *const written = policy.find(summary.name)) {
            others += written->cost.tags.keys();
        }
    }
    others.removeDuplicates();
    others.sort();
    QStringList tags;
    for (const QString &tag : commonTags()) {
        if (others.removeAll(tag) > 0 || policy.labels.contains(tag)) {
            tags << tag;
        }
    }
    return tags + others;
}

void add(ComponentCost &sum, const ComponentCost &cost)
{
    sum.allocated += cost.allocated;
    sum.idle += cost.idle;
    sum.shared += cost.shared;
    sum.tokens += cost.tokens;
    sum.calls += cost.calls;
}

TagCost costOf(const QString &tag, const Policy &policy, const SimulatedPolicy &simulated)
{
    TagCost made{.tag = tag, .shares = {}};
    for (std::size_t i = 0; i < simulated.summaries.size(); ++i) {
        const QString &name = simulated.summaries[i].name;
        const QString value = valueOf(policy, name, tag);
        auto share = std::find_if(made.shares.begin(), made.shares.end(),
                                  [&value](const TagShare &one) { return one.value == value; });
        if (share == made.shares.end()) {
            share =
                made.shares.insert(share, TagShare{.value = value, .components = {}, .cost = {}});
            share->cost.served = simulated.cost.all.served;
        }
        share->components << name;
        add(share->cost, simulated.cost.components[i]);
    }
    std::stable_sort(
        made.shares.begin(), made.shares.end(), [](const TagShare &a, const TagShare &b) {
            return a.value.isEmpty() != b.value.isEmpty() ? b.value.isEmpty()
                                                          : a.cost.total() > b.cost.total();
        });
    return made;
}

} // namespace

std::vector<TagCost> tagCosts(const Policy &policy, const SimulatedPolicy &simulated)
{
    std::vector<TagCost> costs;
    for (const QString &tag : tagsOf(policy, simulated)) {
        costs.push_back(costOf(tag, policy, simulated));
    }
    return costs;
}

} // namespace spillway
