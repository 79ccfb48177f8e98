// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costqueries.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CostQueries)
};

constexpr auto tagLabels = "label_app, label_team, label_department, label_env, label_owner"_L1;

/// A matcher for the workspace's namespaces; `extra` is added to it.
QString selector(const Workspace &workspace, const QString &extra)
{
    QStringList names = namespacesOf(workspace);
    QStringList parts;
    if (!names.isEmpty()) {
        for (QString &name : names) {
            name = QRegularExpression::escape(name).replace(u'\\', u"\\\\"_s);
        }
        parts << u"namespace=~\"%1\""_s.arg(names.join(u'|'));
    }
    if (!extra.isEmpty()) {
        parts << extra;
    }
    return u'{' + parts.join(u", "_s) + u'}';
}

/// max(request, use) of each container, with the tags of its pod, added up by container and tags.
/// Pods without kube_pod_labels keep their cost, without tags.
QString allocated(const Workspace &workspace, const QString &usage, const QString &resource)
{
    const QString request = u"sum by (namespace, pod, container) "
                            "(kube_pod_container_resource_requests%1)"_s.arg(
                                selector(workspace, u"resource=\"%1\""_s.arg(resource)));
    const QString used = u"sum by (namespace, pod, container) (%1)"_s.arg(usage);
    const QString larger = u"((%1 > %2) or %2 or %1)"_s.arg(request, used);
    const QString labels = u"topk by (namespace, pod) (1, max by (namespace, pod, %1) "
                           "(kube_pod_labels%2))"_s.arg(tagLabels, selector(workspace, {}));
    return u"sum by (container, %1) ((%2 * on (namespace, pod) group_left (%1) %3) or "
           "on (namespace, pod, container) %2)"_s.arg(tagLabels, larger, labels);
}

/// The price of one direction of one model over time: what each row of its changes, from its day.
QString dated(const std::vector<ModelPrice> &rows, double exchange,
              const std::function<PicoMoney(const ModelPrice &)> &priceOf)
{
    constexpr double pico = 1e-12;
    QStringList changes;
    PicoMoney before = 0;
    for (const ModelPrice &row : rows) {
        const PicoMoney price = priceOf(row);
        if (price != before) {
            const double change = static_cast<double>(price - before) * pico * exchange;
            const qint64 from = row.validFrom.startOfDay(Qt::UTC).toSecsSinceEpoch();
            changes
                << u"%1 * (time() >= bool %2)"_s.arg(QString::number(change, 'g', 12)).arg(from);
        }
        before = price;
    }
    return changes.join(u" + "_s);
}

/// A text as the replacement of label_replace().
QString replacement(QString text)
{
    return text.replace(u'$', u"$$"_s).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

void addTo(QStringList *parts, const QString &text)
{
    if (!text.isEmpty() && !parts->contains(text)) {
        parts->append(text);
    }
}

} // namespace

const QStringList &costTags()
{
    static const QStringList tags{u"team"_s, u"department"_s, u"env"_s, u"owner"_s, u"app"_s};
    return tags;
}

std::vector<QuerySpec> costQueries(const Workspace &workspace, std::chrono::milliseconds offset)
{
    const QString containers = selector(workspace, u"container!=\"\""_s);
    std::vector<QuerySpec> queries{
        {.id = u"cpu"_s,
         .expr = allocated(workspace,
                           u"rate($metric(container_cpu_usage_seconds_total)%1[$__rate_interval])"_s
                               .arg(containers),
                           u"cpu"_s)},
        {.id = u"memory"_s,
         .expr = allocated(workspace, u"$metric(container_memory_working_set_bytes)"_s + containers,
                           u"memory"_s)},
        {.id = u"requests"_s,
         .expr = u"sum by (job) (rate($metric(http_requests_total)[$__rate_interval]))"_s},
        {.id = u"tokens"_s,
         .expr = u"sum by (job, model, direction) "
                 "(rate($metric(llm_token_usage)[$__rate_interval]))"_s}};
    for (QuerySpec &query : queries) {
        query.offset = offset;
        if (offset.count() != 0) {
            query.id += u"-before"_s;
        }
    }
    return queries;
}

QString costQueryTitle(const QString &queryId)
{
    if (queryId.startsWith("cpu"_L1)) {
        return Text::tr("CPU");
    }
    if (queryId.startsWith("memory"_L1)) {
        return Text::tr("Memory");
    }
    return queryId.startsWith("requests"_L1) ? Text::tr("Requests") : Text::tr("Tokens");
}

CostInputs costInputs(const PanelSnapshot &snapshot, const TimeRange &range,
                      const Workspace &workspace, std::chrono::milliseconds offset)
{
    CostInputs inputs;
    inputs.range = range;
    inputs.step = snapshot.step;
    for (const WorkspaceComponent &component : workspace.components) {
        inputs.components.push_back({component.name, component.workload, component.jobs});
    }
    for (const QueryAnswer &answer : snapshot.answers) {
        if (!answer.result || answer.offset != offset) {
            continue;
        }
        SeriesList &list = answer.queryId.startsWith("cpu"_L1)        ? inputs.cpuRequests
                           : answer.queryId.startsWith("memory"_L1)   ? inputs.memoryRequests
                           : answer.queryId.startsWith("requests"_L1) ? inputs.requestRate
                                                                      : inputs.tokenRate;
        list = answer.result->series;
    }
    return inputs;
}

CostPrices costPrices(const Workspace &workspace, const PriceTable &tokens)
{
    const WorkspacePrices &own = workspace.prices;
    CostPrices prices;
    if (own.currency == CostPrices::openCost().currency) {
        prices = CostPrices::openCost();
    }
    if (own.cpuCoreHour) {
        prices.perCpuCoreHour = own.cpuCoreHour;
    }
    if (own.memoryGibHour) {
        prices.perMemoryGibHour = own.memoryGibHour;
    }
    prices.perRequest = own.perRequest;
    prices.currency = own.currency;
    if (own.exchange.contains(tokens.currency())) {
        prices.tokenExchange = own.exchange.value(tokens.currency());
    }
    return prices;
}

QString tokenPriceVector(const PriceTable &tokens, const CostPrices &prices)
{
    const std::optional<double> exchange =
        tokens.currency() == prices.currency ? std::optional{1.0} : prices.tokenExchange;
    std::map<QString, std::vector<ModelPrice>> models;
    for (const ModelPrice &row : tokens.rows()) {
        models[row.model].push_back(row);
    }
    QStringList vectors;
    const auto add = [&](const QString &model, const QString &direction, const QString &price) {
        if (!price.isEmpty()) {
            vectors << u"label_replace(vector(%1), \"price\", \"%2/%3\", \"\", \"\")"_s.arg(
                price, replacement(model), direction);
        }
    };
    for (const auto &[model, rows] : models) {
        if (!exchange) {
            break;
        }
        add(model, u"input"_s, dated(rows, *exchange, [](const ModelPrice &r) { return r.input; }));
        add(model, u"output"_s,
            dated(rows, *exchange, [](const ModelPrice &r) { return r.output; }));
        // Where `input` counts cache reads too, they are taken out of it again here.
        add(model, u"cached"_s, dated(rows, *exchange, [](const ModelPrice &r) {
                return r.cached - (r.cachedInInput ? r.input : 0);
            }));
    }
    // Before the first day there is no price: it is left out.
    return vectors.isEmpty() ? u"vector(NaN)"_s : u"(%1) != 0"_s.arg(vectors.join(u" or "_s));
}

PanelSnapshot mergedState(const std::vector<const PanelSnapshot *> &snapshots)
{
    // The first of these that one of the snapshots is in; Failed and Empty only if all are.
    static constexpr std::array order{PanelState::Refreshing, PanelState::Kept, PanelState::Partial,
                                      PanelState::Truncated, PanelState::Live};
    PanelSnapshot merged;
    const auto count = [&](PanelState state) {
        return std::count_if(snapshots.begin(), snapshots.end(),
                             [state](const PanelSnapshot *one) { return one->state == state; });
    };
    merged.state = count(PanelState::Failed) > 0 ? PanelState::Failed : PanelState::Empty;
    for (const PanelState state : order) {
        if (count(state) > 0) {
            merged.state = state;
            break;
        }
    }
    const bool shown = merged.state != PanelState::Failed && merged.state != PanelState::Empty;
    if (merged.state == PanelState::Live && count(PanelState::Failed) > 0) {
        merged.state = PanelState::Partial;
    }
    QStringList reasons;
    for (const PanelSnapshot *one : snapshots) {
        addTo(&reasons, one->reason);
        if (one->error && !merged.error) {
            merged.error = one->error;
        }
        if (one->dataTime > 0 && (merged.dataTime == 0 || one->dataTime < merged.dataTime)) {
            merged.dataTime = one->dataTime;
        }
        merged.refreshing = merged.refreshing || one->refreshing;
    }
    merged.reason = reasons.join(u' ');
    merged.range = snapshots.front()->range;
    merged.step = snapshots.front()->step;
    if (!shown) {
        merged.dataTime = 0;
    }
    return merged;
}

QStringList costProblems(const QString &subject, const PanelSnapshot &snapshot)
{
    QStringList problems;
    for (const QueryAnswer &answer : snapshot.answers) {
        const QString query = costQueryTitle(answer.queryId);
        if (answer.error && answer.result) {
            problems << Text::tr("%1, %2: old data is shown. %3")
                            .arg(subject, query, answer.error->sentence());
        } else if (answer.error) {
            problems
                << Text::tr("%1, %2: left out. %3").arg(subject, query, answer.error->sentence());
        } else if (answer.result && answer.result->series.empty() && answer.offset.count() == 0) {
            problems
                << Text::tr("%1, %2: left out. The query found no series.").arg(subject, query);
        }
        if (answer.result) {
            for (const QString &warning : answer.result->notes.warnings) {
                problems << Text::tr("%1, %2: %3").arg(subject, query, warning);
            }
            if (answer.result->notes.partial && answer.result->notes.warnings.isEmpty()) {
                problems << Text::tr("%1, %2: the server says that parts are missing.")
                                .arg(subject, query);
            }
        }
    }
    return problems;
}

} // namespace spillway
