// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of DashboardPage that leads from a row of a panel to what it stands for.
#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "dashboards/dashboarddocument.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboards/variables.h"
#include "dashboardview/dashboardview.h"
#include "pages/breakerdialog.h"
#include "pages/dashboardpage.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Its series are circuit breakers.
bool showsBreakers(const Panel &panel)
{
    return panel.kind == PanelKind::StateTimeline &&
           std::any_of(panel.queries.begin(), panel.queries.end(), [](const QuerySpec &query) {
               return query.expr.contains(u"breaker_state"_s);
           });
}

} // namespace

/// Whose breakers these are: a dashboard of one component. Nobody obeys what is forced for another
/// name.
QString DashboardPage::service() const
{
    return values().value(u"component"_s).values.value(0);
}

bool DashboardPage::hasBreakers() const
{
    const std::vector<Panel> &panels = m_document->dashboard().panels;
    return context().kube != nullptr && context().kube->isConfigured() && !service().isEmpty() &&
           std::any_of(panels.begin(), panels.end(), showsBreakers);
}

void DashboardPage::activateRow(const QString &panelId, const QString &name)
{
    for (const Panel &panel : m_document->dashboard().panels) {
        if (panel.id != panelId) {
            continue;
        }
        if (panel.kind == PanelKind::Matrix) {
            Q_EMIT pageRequested(u"component-"_s + name, {});
        } else if (showsBreakers(panel)) {
            showBreakers(name);
        }
        return;
    }
}

BreakerDialog *DashboardPage::breakerDialog() const
{
    return m_breakers;
}

/// The component that a row of breakers belongs to: the one that the row names, else the only one
/// whose own dashboard has breakers. Empty if neither is there.
QString DashboardPage::componentOfBreaker(const QString &row) const
{
    if (context().connection == nullptr) {
        return {};
    }
    QStringList owners;
    for (const WorkspaceComponent &component : context().connection->workspace().components) {
        if (component.name == row || component.jobs.contains(row)) {
            return component.name;
        }
        const DashboardLibrary::Entry *entry =
            context().library != nullptr ? context().library->find(component.name) : nullptr;
        if (entry != nullptr) {
            const std::vector<Panel> &panels = entry->reading.dashboard.panels;
            if (std::any_of(panels.begin(), panels.end(), showsBreakers)) {
                owners << component.name;
            }
        }
    }
    return owners.size() == 1 ? owners.first() : QString{};
}

void DashboardPage::showBreakers(const QString &breaker)
{
    KubeConnection *kube = context().kube;
    if (kube == nullptr || !kube->isConfigured()) {
        Q_EMIT message(tr("The workspace names no cluster in which a breaker could be forced"));
        return;
    }
    const QString of = service();
    if (of.isEmpty()) {
        if (const QString component = componentOfBreaker(breaker); !component.isEmpty()) {
            Q_EMIT pageRequested(u"component-"_s + component, {});
        } else {
            Q_EMIT message(tr("A breaker is forced on the page of its component"));
        }
        return;
    }
    if (m_breakers != nullptr && m_breakers->service() != of) {
        delete m_breakers;
    }
    if (m_breakers == nullptr) {
        const QStringList spaces = context().connection != nullptr
                                       ? context().connection->workspace().namespaces
                                       : QStringList{};
        m_breakers = new BreakerDialog(
            context().connection, *kube, *context().clock,
            spaces.isEmpty() ? kube->nameSpaces().value(0) : spaces.first(), of, this);
        m_breakers->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_breakers->show();
    m_breakers->raise();
    if (!breaker.isEmpty()) {
        m_breakers->selectBreaker(breaker);
    }
}

} // namespace spillway
