// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace spillway {

class ConditionModel;
class EventModel;
class KubeConnection;
class PodModel;
class RowTable;

/// Pods, events and conditions of one workload; with none chosen, of all: then of conditions only
/// those that say that something is wrong.
class ClusterDetail : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Pods, Events, Conditions };

    /// The connection must outlive it.
    explicit ClusterDetail(KubeConnection &kube, QWidget *parent = nullptr);

    void showWorkload(const QString &key);
    [[nodiscard]] const QString &workload() const { return m_workload; }
    /// Reads the picture again.
    void refresh();
    void setFilter(const QString &text);
    void setNow(EpochMs now);
    void retranslate();

    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    [[nodiscard]] RowTable *table(Tab tab) const;

Q_SIGNALS:
    /// "All workloads".
    void allRequested();

private:
    void updateTitles();

    KubeConnection &m_kube;
    QString m_workload;
    PodModel *m_pods;
    EventModel *m_events;
    ConditionModel *m_conditions;
    QLabel *m_title;
    QLabel *m_startup;
    QToolButton *m_all;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    RowTable *m_podTable;
    RowTable *m_eventTable;
    RowTable *m_conditionTable;
};

} // namespace spillway
