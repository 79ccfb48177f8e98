// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/keyedrows.h"
#include "itemmodels/policyanalysis.h"
#include "rollout/plan.h"

namespace spillway {

/// Something that a person should know, wherever it was found.
struct FindingRow
{
    using Severity = PolicyFinding::Severity;
    QString key;
    Severity severity = Severity::Info;
    QString id;      ///< stable name of the kind of finding; empty: a problem of the file
    QString subject; ///< component or object; may be empty
    QString text;
    QString advice;
    DocumentPosition position; ///< line 0: nowhere in the text
    int order = 0;             ///< among those of one severity
    friend bool operator==(const FindingRow &, const FindingRow &) = default;
};

/// Problems of the text, or else its findings; the gravest first, then in the order of the file.
[[nodiscard]] std::vector<FindingRow> findingRows(const PolicyAnalysis &analysis);
/// Refused steps and findings of a plan.
[[nodiscard]] std::vector<FindingRow> findingRows(const Plan &plan);

/// Findings as a table: what was found, what to do, where it is. Views show the three as one card.
/// GUI thread.
class FindingModel final : public KeyedRows<FindingRow>
{
    Q_OBJECT
public:
    enum Column { Text, Advice, Place };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const FindingRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const FindingRow &row, int column) const override;
    [[nodiscard]] QString filterText(const FindingRow &row) const override;
    [[nodiscard]] QString toolTip(const FindingRow &row, int column) const override;
    [[nodiscard]] RowState state(const FindingRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;
};

} // namespace spillway
