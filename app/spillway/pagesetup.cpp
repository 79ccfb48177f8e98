// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/pagesetup.h"

#include "connection/workspace.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboards/shippedtitles.h"
#include "pages/clusterpage.h"
#include "pages/connectionpage.h"
#include "pages/costpage.h"
#include "pages/costqueries.h"
#include "pages/dashboardpage.h"
#include "pages/pageregistry.h"
#include "pages/policypage.h"

#include <QCoreApplication>
#include <QFile>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PageSetup)
};

/// Shipped dashboards that are a part of the system and not one of the workspace's components.
constexpr std::array sharedParts{"queue"_L1, "redis"_L1};

/// Programs that are a queue: their component is shown by the dashboard of queues.
constexpr std::array queuePrograms{"rabbitmq"_L1, "queue"_L1};

QString dashboardOf(const WorkspaceComponent &component, const DashboardLibrary &library)
{
    const auto is = [&component](QLatin1String name) {
        return component.name == name || component.jobs == QStringList{name};
    };
    if (library.find(component.name) != nullptr) {
        return component.name;
    }
    const bool queue = std::any_of(queuePrograms.begin(), queuePrograms.end(), is);
    return queue && library.find(u"queue"_s) != nullptr ? u"queue"_s : u"component"_s;
}

/// The workspace's table of token prices, or the shipped one.
PriceTable::Reading readTokenPrices(const Workspace &workspace)
{
    const QString own = workspace.prices.table;
    QFile file(own.isEmpty() ? u":/prices/tokens.yaml"_s : own);
    if (!file.open(QIODevice::ReadOnly)) {
        PriceTable::Reading reading;
        reading.problems.push_back({.code = ErrorCode::File,
                                    .what = Text::tr("Cannot read the token prices"),
                                    .where = own,
                                    .why = file.errorString()});
        return reading;
    }
    return PriceTable::read(file.readAll(), file.fileName());
}

QStringList jobsOf(const WorkspaceComponent &component)
{
    return component.jobs.isEmpty() ? QStringList{component.name} : component.jobs;
}

QString workloadOf(const WorkspaceComponent &component)
{
    return component.workload.isEmpty() ? component.name : component.workload;
}

void insertPrices(PageVariables &variables, const Workspace &workspace)
{
    const PriceTable tokens = readTokenPrices(workspace).table;
    const CostPrices prices = costPrices(workspace, tokens);
    const auto insertPrice = [&](const QString &name, std::optional<double> price) {
        variables.insert(name, {price ? QString::number(*price, 'g', 12) : u"NaN"_s});
    };
    insertPrice(u"cpuPrice"_s, prices.perCpuCoreHour);
    insertPrice(u"memoryPrice"_s, prices.perMemoryGibHour);
    variables.insert(u"tokenPrices"_s, {tokenPriceVector(tokens, prices)});
    variables.insert(u"currency"_s, {prices.currency});
}

/// What the workspace says of the variables that shipped dashboards have. What it leaves open is
/// offered on the page.
PageVariables workspaceVariables(const Workspace &workspace)
{
    PageVariables variables;
    const auto insert = [&variables](const QString &name, const QStringList &values) {
        if (!values.isEmpty()) {
            variables.insert(name, values);
        }
    };
    QStringList jobs;
    QStringList workloads;
    for (const WorkspaceComponent &component : workspace.components) {
        jobs << jobsOf(component);
        workloads << workloadOf(component);
    }
    insert(u"namespace"_s, namespacesOf(workspace));
    insert(u"jobs"_s, jobs);
    insert(u"workloads"_s, workloads);
    if (!workspace.components.empty()) { // the first is where users come in
        insert(u"entry"_s, jobsOf(workspace.components.front()));
    }
    insertPrices(variables, workspace);
    return variables;
}

PageEntry dashboardEntry(const QString &pageId, const QString &dashboardId, PageGroup group,
                         const QString &icon, const std::function<QString()> &title,
                         const PageVariables &preset)
{
    return {.id = pageId,
            .group = group,
            .icon = icon,
            .title = title,
            .create = [=](const PageContext &context, QWidget *parent) -> Page * {
                return new DashboardPage(context, pageId, dashboardId, preset, parent);
            }};
}

void addComponents(PageRegistry &registry, const Workspace &workspace,
                   const DashboardLibrary &library, const PageVariables &ofWorkspace)
{
    for (const WorkspaceComponent &component : workspace.components) {
        // A dashboard of its own, or the one that fits every component.
        PageVariables preset = ofWorkspace;
        preset.insert(u"component"_s, jobsOf(component));
        preset.insert(u"workload"_s, {workloadOf(component)});
        if (!component.ns.isEmpty()) {
            preset.insert(u"namespace"_s, {component.ns});
        }
        const QString title = component.title.isEmpty() ? component.name : component.title;
        const QString pageId = u"component-"_s + component.name;
        const QString dashboard = dashboardOf(component, library);
        registry.add({.id = pageId,
                      .group = PageGroup::Components,
                      .icon = u"component"_s,
                      .title = [text = title] { return text; },
                      .create = [=, name = component.name](const PageContext &context,
                                                           QWidget *parent) -> Page * {
                          auto *page =
                              new DashboardPage(context, pageId, dashboard, preset, parent);
                          page->setName(title); // as the navigation calls it
                          page->addColdStarts(name);
                          return page;
                      }});
    }
}

[[nodiscard]] bool isShippedPart(const QString &id, const Workspace &workspace)
{
    const auto isComponent = [&](const WorkspaceComponent &component) {
        return component.name == id;
    };
    return id == u"overview" || id == u"component" ||
           std::find(sharedParts.begin(), sharedParts.end(), id) != sharedParts.end() ||
           std::any_of(workspace.components.begin(), workspace.components.end(), isComponent);
}

std::function<QString()> titleOf(const DashboardLibrary &library, const QString &id)
{
    return [&library, id] {
        const DashboardLibrary::Entry *entry = library.find(id);
        return entry != nullptr ? translatedTitle(entry->reading.dashboard.title) : id;
    };
}

/// A page that is not a dashboard. `extra` is what its constructor takes between context and
/// parent.
template<typename Kind, typename... Extra>
void addPage(PageRegistry &registry, PageGroup group, const QString &icon, const Extra &...extra)
{
    registry.add({.id = Kind::pageId(),
                  .group = group,
                  .icon = icon,
                  .title = [] { return Kind::pageTitle(); },
                  .create = [=](const PageContext &context, QWidget *parent) -> Page * {
                      return new Kind(context, extra..., parent);
                  }});
}

void addOwnPages(PageRegistry &registry, const Workspace &workspace, const QString &policyFile)
{
    addPage<ClusterPage>(registry, PageGroup::Watch, u"cluster"_s);
    registry.add({.id = CostPage::pageId(),
                  .group = PageGroup::Watch,
                  .icon = u"cost"_s,
                  .title = [] { return CostPage::pageTitle(); },
                  .create = [workspace](const PageContext &context, QWidget *parent) -> Page * {
                      return new CostPage(context, readTokenPrices(workspace), parent);
                  }});
    addPage<ConnectionPage>(registry, PageGroup::Watch, u"connection"_s);
    addPage<PolicyPage>(registry, PageGroup::Decide, u"policy"_s, policyFile);
}

void addOtherDashboards(PageRegistry &registry, const Workspace &workspace,
                        const DashboardLibrary &library, const PageVariables &preset)
{
    for (const DashboardLibrary::Entry &entry : library.entries()) {
        const QString id = entry.reading.dashboard.id;
        const QString pageId = u"dashboard-"_s + id;
        if (entry.reading.usable && !isShippedPart(id, workspace) &&
            registry.find(pageId) == nullptr) {
            registry.add(dashboardEntry(pageId, id, PageGroup::Dashboards, u"chart"_s,
                                        titleOf(library, id), preset));
        }
    }
}

} // namespace

void setUpPages(PageRegistry &registry, const Workspace &workspace, const DashboardLibrary &library,
                const QString &policyFile)
{
    for (const PageGroup group :
         {PageGroup::Watch, PageGroup::Components, PageGroup::Decide, PageGroup::Dashboards}) {
        registry.removeGroup(group);
    }
    const PageVariables preset = workspaceVariables(workspace);
    registry.add(dashboardEntry(u"overview"_s, u"overview"_s, PageGroup::Watch, u"overview"_s,
                                titleOf(library, u"overview"_s), preset));
    addOwnPages(registry, workspace, policyFile);
    addComponents(registry, workspace, library, preset);
    for (const QLatin1String part : sharedParts) {
        const QString id{part};
        const bool listed = std::any_of(
            workspace.components.begin(), workspace.components.end(),
            [&](const auto &component) { return dashboardOf(component, library) == id; });
        if (library.find(id) != nullptr && !listed) {
            registry.add(dashboardEntry(u"component-"_s + id, id, PageGroup::Components,
                                        u"component"_s, titleOf(library, id), preset));
        }
    }
    addOtherDashboards(registry, workspace, library, preset);
}

void addDashboards(PageRegistry &registry, const Workspace &workspace,
                   const DashboardLibrary &library)
{
    addOtherDashboards(registry, workspace, library, workspaceVariables(workspace));
}

} // namespace spillway
