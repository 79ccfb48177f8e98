// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of DashboardPage that leads from a row of a panel to what it stands for.
#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "dashboards/dashboarddocument.h"
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

bool DashboardPage::hasBreakers() const
{
    const std::vector<Panel> &panels = m_document->dashboard().panels;
    return context().kube != nullptr && context().kube->isConfigured() &&
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

void DashboardPage::showBreakers(const QString &breaker)
{
    KubeConnection *kube = context().kube;
    if (kube == nullptr || !kube->isConfigured()) {
        Q_EMIT message(tr("The workspace names no cluster in which a breaker could be forced"));
        return;
    }
    if (m_breakers == nullptr) {
        const QStringList spaces = context().connection != nullptr
                                       ? context().connection->workspace().namespaces
                                       : QStringList{};
        const QStringList components = values().value(u"component"_s).values;
        m_breakers =
            new BreakerDialog(context().connection, *kube, *context().clock,
                              spaces.isEmpty() ? kube->nameSpaces().value(0) : spaces.first(),
                              components.value(0, m_dashboardId), this);
        m_breakers->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_breakers->show();
    m_breakers->raise();
    if (!breaker.isEmpty()) {
        m_breakers->selectBreaker(breaker);
    }
}

} // namespace spillway
