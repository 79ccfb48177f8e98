// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "rollout/findingcollector.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

using Severity = PlanFinding::Severity;

struct ScaledWorkload
{
    std::size_t index = 0;
    const PolicyComponent *component = nullptr;
    const LiveObject *workload = nullptr;
};

std::vector<ScaledWorkload> scaledWorkloads(const PlanPicture &picture)
{
    std::vector<ScaledWorkload> found;
    const auto &components = picture.input.reading.policy.components;
    for (const LiveTarget &target : picture.live.targets) {
        const auto component =
            std::find_if(components.begin(), components.end(),
                         [&](const PolicyComponent &one) { return one.name == target.component; });
        if (target.object && component != components.end()) {
            found.push_back({static_cast<std::size_t>(component - components.begin()), &*component,
                             &*target.object});
        }
    }
    return found;
}

bool contains(const QJsonValue &list, const QString &text)
{
    return list.toArray().contains(text);
}

/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
bool expressionHolds(const QJsonValue &expression, const QJsonObject &labels)
{
    const QString key = expression["key"_L1].toString();
    const QString op = expression["operator"_L1].toString();
    const bool has = labels.contains(key);
    if (op == "Exists"_L1) {
        return has;
    }
    if (op == "DoesNotExist"_L1) {
        return !has;
    }
    const bool among = has && contains(expression["values"_L1], labels.value(key).toString());
    return op == "NotIn"_L1 ? !among : among;
}

bool selects(const QJsonObject &selector, const QJsonObject &labels)
{
    const QJsonObject wanted = selector.value("matchLabels"_L1).toObject();
    for (auto label = wanted.begin(); label != wanted.end(); ++label) {
        if (labels.value(label.key()) != label.value()) {
            return false;
        }
    }
    const QJsonArray expressions = selector.value("matchExpressions"_L1).toArray();
    return std::all_of(expressions.begin(), expressions.end(),
                       [&labels](const QJsonValue &one) { return expressionHolds(one, labels); });
}

/// How many of so many pods "3" or "50%" means; a part counts as a whole one.
int podsOf(const QJsonValue &value, int pods)
{
    if (value.isDouble()) {
        return value.toInt();
    }
    const QString text = value.toString();
    const int percent = text.endsWith(u'%') ? text.chopped(1).toInt() : 0;
    constexpr int whole = 100;
    return (pods * percent + whole - 1) / whole;
}

/// Budgets count evictions: at the floor a node could never be drained.
void findBudgets(FindingCollector &list, const ScaledWorkload &one)
{
    const PlanPicture &picture = list.picture();
    const QJsonObject labels =
        one.workload->object["spec"_L1]["template"_L1]["metadata"_L1]["labels"_L1].toObject();
    const int floor = boundsRange(picture.input, *one.component).lowestMin;
    for (const LiveObject &budget : picture.live.disruptionBudgets) {
        const QJsonObject spec = budget.object.value("spec"_L1).toObject();
        if (!selects(spec.value("selector"_L1).toObject(), labels) || floor == 0) {
            continue;
        }
        const bool keepsAll = spec.contains("minAvailable"_L1)
                                  ? podsOf(spec.value("minAvailable"_L1), floor) >= floor
                                  : podsOf(spec.value("maxUnavailable"_L1), floor) == 0;
        if (keepsAll) {
            auto about = aboutComponent(one.index, *one.component, u".replicas.min"_s);
            about.object = budget.ref.toString();
            list.add("disruption-budget"_L1, Severity::Warning, about,
                     Text::tr("at the floor of %1 the disruption budget “%2” lets no pod of “%3” "
                              "be evicted: nodes cannot be drained")
                         .arg(floor)
                         .arg(budget.ref.name, one.component->name),
                     Text::tr("Raise the floor or loosen the budget."));
        }
    }
}

/// A row of spec.hard that replicas use up.
struct QuotaRow
{
    QLatin1String key;
    QLatin1String resource; ///< of a pod's requests; empty: pods themselves
};
constexpr std::array quotaRows{
    QuotaRow{"requests.cpu"_L1, "cpu"_L1},
    QuotaRow{"cpu"_L1, "cpu"_L1},
    QuotaRow{"requests.memory"_L1, "memory"_L1},
    QuotaRow{"memory"_L1, "memory"_L1},
    QuotaRow{"pods"_L1, ""_L1},
};

std::optional<std::int64_t> amount(const QJsonValue &value)
{
    const Result<Quantity> quantity = parseQuantity(value.toString());
    return quantity ? std::optional{quantity->milli} : std::nullopt;
}

QString amountText(const QuotaRow &row, double milli)
{
    constexpr double thousand = 1000;
    constexpr double gibi = 1024.0 * 1024 * 1024;
    if (row.resource == "memory"_L1) {
        return Text::tr("%1 GiB").arg(milli / thousand / gibi, 0, 'f', 1);
    }
    const QString number = QString::number(milli / thousand);
    return row.resource.isEmpty() ? Text::tr("%1 pods").arg(number)
                                  : Text::tr("%1 cores").arg(number);
}

/// What the namespace would use with every component at its highest maximum.
void findQuota(FindingCollector &list, const LiveObject &quota, const QuotaRow &row)
{
    const PlanPicture &picture = list.picture();
    const auto hard = amount(quota.object["spec"_L1]["hard"_L1][row.key]);
    const auto used = amount(quota.object["status"_L1]["used"_L1][row.key]);
    if (!hard) {
        return;
    }
    double needed = static_cast<double>(used.value_or(0));
    for (const ScaledWorkload &one : scaledWorkloads(picture)) {
        constexpr std::int64_t onePod = 1000;
        const auto request = row.resource.isEmpty() ? std::optional{onePod}
                                                    : podRequest(*one.workload, row.resource);
        const int now = one.workload->object["spec"_L1]["replicas"_L1].toInt();
        const int most = boundsRange(picture.input, *one.component).highestMax;
        needed += static_cast<double>(request.value_or(0)) * std::max(0, most - now);
    }
    if (needed > static_cast<double>(*hard)) {
        list.add("resource-quota"_L1, Severity::Warning, {quota.ref.toString(), {}, {}},
                 Text::tr("with all maxima reached the namespace would need %1, the quota “%2” "
                          "allows %3: the last pods are not created")
                     .arg(amountText(row, needed), quota.ref.name,
                          amountText(row, static_cast<double>(*hard))),
                 Text::tr("Lower maxima or ask for more quota."));
    }
}

/// Quotas of some pods only (of a priority, the terminating ones) say nothing about these.
bool isForAllPods(const LiveObject &quota)
{
    const QJsonObject spec = quota.object.value("spec"_L1).toObject();
    return !spec.contains("scopes"_L1) && !spec.contains("scopeSelector"_L1);
}

} // namespace

BoundsRange boundsRange(const PlanInput &input, const PolicyComponent &component)
{
    const Schedule schedule = scheduleOf(input.reading.policy, component, input.context);
    BoundsRange range{schedule.baseFloor, schedule.baseCap};
    const auto look = [&range](const ScheduleBounds &bounds) {
        range.lowestMin = std::min(range.lowestMin, bounds.floor.value_or(range.lowestMin));
        range.highestMax = std::max(range.highestMax, bounds.cap.value_or(range.highestMax));
    };
    for (const ScheduleWindow &window : schedule.windows) {
        look(window.bounds);
    }
    for (const ScheduleEvent &event : schedule.events) {
        look(event.bounds);
    }
    return range;
}

void findAboutCapacity(FindingCollector &list)
{
    const PlanPicture &picture = list.picture();
    if (!picture.live.disruptionBudgets.empty()) {
        for (const ScaledWorkload &one : scaledWorkloads(picture)) {
            findBudgets(list, one);
        }
    }
    for (const LiveObject &quota : picture.live.quotas) {
        for (const QuotaRow &row : quotaRows) {
            if (isForAllPods(quota)) {
                findQuota(list, quota, row);
            }
        }
    }
}

} // namespace spillway
