// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/simulationhistory.h"

#include "connection/prometheussource.h"
#include "connection/secretstore.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

void addQueues(HistoryRequest &request, const PolicyComponent &component)
{
    for (const PolicyMetric &metric : component.metrics) {
        if (const auto *rabbit = std::get_if<PolicyRabbitmqTrigger>(&metric)) {
            request.queues.push_back(
                {component.name, u"rabbitmq_queue_messages_ready"_s, u"queue"_s, rabbit->queue});
        } else if (const auto *kafka = std::get_if<PolicyKafkaTrigger>(&metric)) {
            request.queues.push_back({component.name, u"kafka_consumergroup_lag"_s,
                                      u"consumergroup"_s, kafka->consumerGroup});
        }
        if (request.queues.size() > 1 && request.queues.back().component == component.name &&
            request.queues[request.queues.size() - 2].component == component.name) {
            request.queues.pop_back(); // one queue a component is what the replay knows
        }
    }
}

} // namespace

HistoryRequest historyRequest(Workspace workspace, const std::vector<PolicyComponent> &components)
{
    HistoryRequest request;
    std::vector<WorkspaceComponent> wanted;
    wanted.reserve(components.size());
    for (const PolicyComponent &component : components) {
        WorkspaceComponent one;
        one.name = component.name;
        one.workload = component.name;
        one.jobs = {component.name};
        for (const WorkspaceComponent &known : workspace.components) {
            if (known.name == component.name) {
                one = known;
            }
        }
        if (!component.target.name.isEmpty()) {
            one.workload = component.target.name;
        }
        wanted.push_back(std::move(one));
        addQueues(request, component);
    }
    workspace.components = std::move(wanted);
    request.workspace = std::move(workspace);
    return request;
}

Result<ScalingHistory> fetchHistory(const HistoryRequest &request)
{
    const SystemClock clock;
    HttpClient http;
    KeychainSecretStore secrets;
    ExecLogins logins(userExecSetup(), clock);
    PrometheusSource source(request.workspace, http, secrets, logins, clock);
    // A metric may have had another name by then, or is gone since.
    source.setCatalogSpan({request.grid.from, request.grid.time(request.grid.count)});
    HistoryFetch history(source, clock, request);
    QEventLoop loop;
    QObject::connect(&history, &HistoryFetch::finished, &loop, &QEventLoop::quit,
                     Qt::QueuedConnection);
    int shown = 0;
    QObject::connect(&history, &HistoryFetch::progress, &loop, [&shown](int done, int total) {
        constexpr int parts = 4;
        if (done * parts / total > shown) {
            shown = done * parts / total;
            say(Text::tr("spillwayctl: %1 of %2 queries answered").arg(done).arg(total));
        }
    });
    history.start();
    loop.exec();
    return history.takeResult();
}

/// A history in which nothing is known: every number of the services is then an assumption.
ScalingHistory nothingKnownOf(const std::vector<PolicyComponent> &components)
{
    ScalingHistory history;
    for (const PolicyComponent &component : components) {
        ComponentHistory one;
        one.name = component.name;
        history.components.push_back(std::move(one));
    }
    return history;
}

} // namespace spillway
