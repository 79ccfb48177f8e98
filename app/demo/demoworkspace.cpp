// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworkspace.h"

#include <QCoreApplication>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::DemoWorkspace)
};

} // namespace

Workspace demoWorkspace(const QUrl &prometheus, const QString &kubeconfig)
{
    constexpr double cnyPerCoreHour = 0.32;
    constexpr double cnyPerGibHour = 0.06;
    constexpr double cnyPerToolCall = 0.00004; // the vendors behind the tools charge by call
    constexpr double cnyPerUsd = 7.1;
    constexpr double cnyPerMonth = 60000;
    constexpr double cnyPerEvent = 8000;
    Workspace workspace = workspaceForUrl(Text::tr("Demo"), prometheus);
    workspace.id = u"demo"_s;
    workspace.timezone = u"Asia/Shanghai"_s;
    workspace.prometheus.proxy = u"none"_s; // it is on this machine
    workspace.prices.currency = u"CNY"_s;
    workspace.prices.cpuCoreHour = cnyPerCoreHour;
    workspace.prices.memoryGibHour = cnyPerGibHour;
    workspace.prices.perRequest.insert(u"tool-router"_s, cnyPerToolCall);
    workspace.prices.exchange.insert(u"USD"_s, cnyPerUsd);
    workspace.budget.month = cnyPerMonth;
    workspace.budget.event = cnyPerEvent;
    workspace.namespaces = {u"kotaemon"_s};
    if (!kubeconfig.isEmpty()) {
        workspace.kube.config = kubeconfig;
        workspace.kube.context = u"admin@spillway-demo"_s;
    }
    return workspace;
}

} // namespace spillway::demo
