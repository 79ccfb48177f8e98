// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace spillway {

class ClusterBanner;
class ClusterDetail;
class ClusterLacks;
class ClusterNotice;
class RowTable;
class SearchField;
class WorkloadModel;

/// The cluster of the workspace: workloads with their replicas, bounds and who decides, and what is
/// below them: pods with their start-up, events, conditions. Asks only while it is shown.
class ClusterPage : public Page
{
    Q_OBJECT
public:
    /// context.kube and context.clock must be there.
    explicit ClusterPage(const PageContext &context, QWidget *parent = nullptr);
    ~ClusterPage() override;

    [[nodiscard]] static QString pageId();
    [[nodiscard]] static QString pageTitle();
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    /// "workload": the key of the selected one.
    void setVariables(const PageVariables &variables) override;
    [[nodiscard]] PageVariables variables() const override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QJsonObject summary() const override;
    [[nodiscard]] bool usesTime() const override;
    [[nodiscard]] std::vector<PageItem> items() const override;
    void showItem(const QString &itemId) override;

    [[nodiscard]] ClusterBanner *banner() const { return m_banner; }
    [[nodiscard]] ClusterNotice *notice() const { return m_notice; }
    [[nodiscard]] ClusterLacks *lacks() const { return m_lacks; }
    [[nodiscard]] ClusterDetail *detail() const { return m_detail; }
    [[nodiscard]] RowTable *workloads() const { return m_table; }
    [[nodiscard]] SearchField *filter() const { return m_filter; }
    [[nodiscard]] bool showsTables() const;

protected:
    void activeChanged() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTop();
    void connectParts();
    void unlock();
    void select(const QString &key);
    void showAll();
    void filterRows(const QString &text);
    void updateState();
    void updatePicture();
    void tick();

    WorkloadModel *m_model;
    ClusterBanner *m_banner;
    ClusterLacks *m_lacks;
    QStackedWidget *m_stack;
    ClusterNotice *m_notice;
    QSplitter *m_splitter;
    QLabel *m_heading;
    SearchField *m_filter;
    RowTable *m_table;
    ClusterDetail *m_detail;
    QTimer m_tick;
    int m_ticks = 0;
    QString m_wanted; ///< of a link, until its workload is there; or filtered away
    bool m_filtering = false;
    bool m_wasSettled = false;
};

} // namespace spillway
