// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelfeed.h"
#include "pages/page.h"
#include "scaling/cost.h"

#include <QFutureWatcher>
#include <QTimer>

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace spillway {

class CostBarsBody;
class CostFigureBody;
class CostModel;
class CostTableBody;
class PanelBody;
class PanelWidget;
class TokenUseModel;
struct Panel;

/// What the system costs: per hour now, the month to date against the budget, and over the selected
/// time, by component or by a tag of the pods. What is untagged, unpriced or missing is shown.
class CostPage : public Page
{
    Q_OBJECT
public:
    CostPage(const PageContext &context, PriceTable::Reading tokens, QWidget *parent = nullptr);
    ~CostPage() override;

    [[nodiscard]] static QString pageId();
    [[nodiscard]] static QString pageTitle();
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    /// "by": empty for components, or a tag.
    void setVariables(const PageVariables &variables) override;
    [[nodiscard]] PageVariables variables() const override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QJsonObject summary() const override;
    [[nodiscard]] std::vector<PageItem> items() const override;
    void showItem(const QString &itemId) override;

    [[nodiscard]] QComboBox *grouping() const { return m_grouping; }
    [[nodiscard]] QString problems() const;

    /// The calendar month that `now` is in, in the workspace's zone.
    [[nodiscard]] static TimeRange monthOf(EpochMs now, const QTimeZone &zone);

protected:
    void viewChanged() override;
    void activeChanged() override;
    void retranslate() override;

private:
    void makeCards();
    void layoutCards(QGridLayout *grid);
    void connectFeeds();
    PanelWidget *makeCard(const QString &id, std::unique_ptr<PanelBody> body);
    void ask();
    /// Computes on the thread pool, then apply(): a month of many containers takes a while.
    void compute();
    void apply();
    void updateStates();
    void updateFigures();
    void updateTrend();
    void updateProblems();
    void updateBasis();
    void tick();
    [[nodiscard]] QTimeZone monthZone() const;
    /// A copy of what it takes to compute a report anywhere.
    [[nodiscard]] std::function<CostReport()> report(const PanelFeed *feed, const TimeRange &range,
                                                     std::chrono::milliseconds offset) const;
    [[nodiscard]] std::optional<double> forecast() const;
    void setCard(const QString &id, PanelSnapshot state, SeriesList rows) const;

    PriceTable::Reading m_tokens;
    CostPrices m_prices;
    QString m_tag;
    PanelFeed *m_now = nullptr;
    PanelFeed *m_month = nullptr;
    PanelFeed *m_range = nullptr;
    struct Reports
    {
        CostReport now;
        CostReport month;
        CostReport range;
        CostReport lastWeek; ///< empty unless compared
    };
    Reports m_reports;
    QFutureWatcher<Reports> m_computing;
    bool m_busy = false;    ///< from compute() to apply()
    bool m_again = false;   ///< something changed meanwhile
    TimeRange m_monthRange; ///< all of the month
    TimeRange m_toDate;
    QTimer m_compute;
    QTimer m_tick;
    bool m_wasSettled = false;
    CostModel *m_costs;
    TokenUseModel *m_uses;
    QLabel *m_groupingLabel;
    QComboBox *m_grouping;
    QLabel *m_problems;
    QLabel *m_basis;
    CostFigureBody *m_rateBody = nullptr;
    CostFigureBody *m_toDateBody = nullptr;
    CostFigureBody *m_forecastBody = nullptr;
    CostFigureBody *m_budgetBody = nullptr;
    CostTableBody *m_tableBody = nullptr;
    CostTableBody *m_tokenBody = nullptr;
    CostBarsBody *m_barsBody = nullptr;
    std::vector<PanelWidget *> m_cards;
};

} // namespace spillway
