// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clusterdetail.h"

#include "connection/kubeconnection.h"
#include "controls/rowtable.h"
#include "core/duration.h"
#include "itemmodels/conditionmodel.h"
#include "itemmodels/eventmodel.h"
#include "itemmodels/podmodel.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

ClusterDetail::ClusterDetail(KubeConnection &kube, QWidget *parent)
    : QWidget(parent)
    , m_kube(kube)
    , m_pods(new PodModel(this))
    , m_events(new EventModel(this))
    , m_conditions(new ConditionModel(this))
    , m_title(new QLabel(this))
    , m_startup(new QLabel(this))
    , m_all(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_podTable(new RowTable(m_pods, PodModel::Name, PodModel::Node, this))
    , m_eventTable(new RowTable(m_events, EventModel::Age, EventModel::Note, this))
    , m_conditionTable(
          new RowTable(m_conditions, ConditionModel::Object, ConditionModel::Message, this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(themeFont(FontRole::Title, font()));
    m_startup->setTextFormat(Qt::PlainText);
    m_startup->setProperty("role", u"muted"_s);
    m_podTable->setObjectName(u"pods"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(spacing::s, 0, spacing::s, 0);
    head->setSpacing(spacing::m);
    head->addWidget(m_title);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_startup);
    head->addWidget(m_all);
    m_tabs->setExpanding(false);
    for (RowTable *table : {m_podTable, m_eventTable, m_conditionTable}) {
        m_tabs->addTab(QString{});
        m_stack->addWidget(table);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_all, &QToolButton::clicked, this, &ClusterDetail::allRequested);
    retranslate();
}

RowTable *ClusterDetail::table(Tab tab) const
{
    return tab == Pods ? m_podTable : tab == Events ? m_eventTable : m_conditionTable;
}

void ClusterDetail::showWorkload(const QString &key)
{
    if (key != m_workload) {
        m_workload = key;
        m_podTable->setColumnHidden(PodModel::Workload, !key.isEmpty());
        refresh();
        m_podTable->fitColumns();
    }
}

void ClusterDetail::refresh()
{
    const ClusterPicture &picture = m_kube.picture();
    m_pods->setRows(picture.pods(m_workload));
    m_events->setRows(picture.events(m_workload));
    m_conditions->setRows(picture.conditions(m_workload));
    updateTitles();
}

void ClusterDetail::setFilter(const QString &text)
{
    for (RowTable *table : {m_podTable, m_eventTable, m_conditionTable}) {
        table->setFilter(text);
    }
    updateTitles();
}

void ClusterDetail::setNow(EpochMs now)
{
    m_pods->setNow(now);
    m_events->setNow(now);
    m_conditions->setNow(now);
}

void ClusterDetail::updateTitles()
{
    const auto row = m_kube.picture().workloads().constFind(m_workload);
    const bool one = row != m_kube.picture().workloads().constEnd();
    m_title->setText(one ? row->name : tr("All workloads"));
    m_all->setVisible(!m_workload.isEmpty());
    m_startup->setVisible(one && row->coldStart);
    if (one && row->coldStart) {
        m_startup->setText(
            tr("Cold start: half within %1, 95 % within %2")
                .arg(humanDuration(row->coldStart->p50), humanDuration(row->coldStart->p95)));
    }
    const auto counted = [](const QString &name, int count) {
        return u"%1 %2"_s.arg(name, QLocale().toString(count));
    };
    m_tabs->setTabText(Pods, counted(tr("Pods"), m_podTable->shownRows()));
    m_tabs->setTabText(Events, counted(tr("Events"), m_eventTable->shownRows()));
    m_tabs->setTabText(
        Conditions, counted(m_workload.isEmpty() ? tr("Conditions to look at") : tr("Conditions"),
                            m_conditionTable->shownRows()));
}

void ClusterDetail::retranslate()
{
    m_all->setText(tr("Show all workloads"));
    m_podTable->setAccessibleName(tr("Pods"));
    m_eventTable->setAccessibleName(tr("Events"));
    m_conditionTable->setAccessibleName(tr("Conditions"));
    m_pods->retranslate();
    m_events->retranslate();
    m_conditions->retranslate();
    updateTitles();
}

} // namespace spillway
