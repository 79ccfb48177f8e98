// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/overridestore.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace spillway {

class BreakerForm;
class BreakerTableModel;
class ClusterBanner;
class Connection;
class KubeConnection;
class PanelFeed;
class RowTable;

/// The circuit breakers of a service: their states, what is forced on them, and forcing and freeing
/// them with an end and a reason. Says how many of those who must obey do. Looks at the cluster
/// while it is open. GUI thread.
class BreakerDialog : public QDialog
{
    Q_OBJECT
public:
    /// Connection and kube must outlive it; without a connection no states are known.
    BreakerDialog(Connection *connection, KubeConnection &kube, const Clock &clock,
                  const QString &nameSpace, const QString &service, QWidget *parent = nullptr);
    ~BreakerDialog() override;

    [[nodiscard]] const QString &service() const { return m_service; }
    void selectBreaker(const QString &name);
    /// Reads what is forced now; it does so by itself once in a while.
    void read();
    /// As the buttons do.
    void force();
    void free();
    [[nodiscard]] RowTable *table() const { return m_table; }
    [[nodiscard]] BreakerForm *form() const { return m_form; }
    [[nodiscard]] ClusterBanner *banner() const { return m_banner; }
    [[nodiscard]] QPushButton *forceButton() const { return m_force; }
    [[nodiscard]] QPushButton *freeButton() const { return m_free; }
    /// Generation, acknowledgement and what went wrong.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::optional<OverrideSet> &overrides() const { return m_overrides; }
    /// From outside of Prometheus, for tests: what each consumer says.
    void setAcknowledged(const std::vector<OverrideAcknowledgement::Sample> &samples);

Q_SIGNALS:
    void overridesChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void ask();
    void finished(OverrideReply *reply, bool wrote);
    void refresh();
    void unlock();
    void retranslate();
    [[nodiscard]] const PolicyOverride *forced(const QString &breaker) const;
    [[nodiscard]] OverrideStore *store();

    Connection *m_connection;
    KubeConnection &m_kube;
    const Clock &m_clock;
    QString m_nameSpace;
    QString m_service;
    std::optional<OverrideStore> m_store;
    QPointer<OverrideReply> m_reply;
    std::optional<OverrideSet> m_overrides;
    QString m_changeProblem; ///< of the last change
    QString m_readProblem;   ///< of the last reading
    std::vector<OverrideAcknowledgement::Sample> m_samples;
    PanelFeed *m_feed = nullptr;
    BreakerTableModel *m_model;
    ClusterBanner *m_banner;
    RowTable *m_table;
    BreakerForm *m_form;
    QLabel *m_acknowledged;
    QLabel *m_problem;
    QPushButton *m_free;
    QPushButton *m_force;
    QTimer m_tick;
};

} // namespace spillway
