// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "itemmodels/keyedrows.h"
#include "policy/overrides.h"

namespace spillway {

/// One breaker of a service: what its metric says and what somebody forces.
struct BreakerRow
{
    QString key;                 ///< name of the breaker
    std::optional<double> state; ///< value of breaker_state; none: no metric says anything
    std::optional<PolicyOverride> forced;
    bool over = false; ///< the override has expired and has not been dropped yet
    friend bool operator==(const BreakerRow &, const BreakerRow &) = default;
};

/// Breakers that a metric or an override knows, by name. `states`: last value by label "tool" (the
/// first answer). Pure.
[[nodiscard]] std::vector<BreakerRow> breakerRows(const PanelSnapshot &states,
                                                  const OverrideSet &overrides,
                                                  const QString &service, EpochMs now);

/// What each consumer says it obeys: last value by label "pod" of an answer. Pure.
[[nodiscard]] std::vector<std::pair<QString, double>> generationSamples(const QueryAnswer &answer);

/// "forced open" and so on, translated.
[[nodiscard]] QString overrideModeText(PolicyOverride::Mode mode);
/// The same for a value of breaker_state.
[[nodiscard]] QString breakerStateText(double state);

/// Breakers with their states and what is forced on them. GUI thread.
class BreakerTableModel final : public KeyedRows<BreakerRow>
{
    Q_OBJECT
public:
    enum Column { Name, State, Forced, Until, By, Reason };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const BreakerRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const BreakerRow &row, int column) const override;
    [[nodiscard]] QString filterText(const BreakerRow &row) const override;
    [[nodiscard]] RowState state(const BreakerRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;
};

} // namespace spillway
