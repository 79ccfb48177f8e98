// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/keyedrows.h"
#include "rollout/revisions.h"

namespace spillway {

struct RevisionRow
{
    QString key; ///< "POLICY/NUMBER"
    int number = 0;
    EpochMs time = 0;
    QString author;
    QString reason;
    PushRecord::End outcome = PushRecord::End::None;
    bool live = false; ///< the newest
    int changes = 0;   ///< objects
    friend bool operator==(const RevisionRow &, const RevisionRow &) = default;
};

/// Of one policy, the newest first.
[[nodiscard]] std::vector<RevisionRow> revisionRows(const std::vector<Revision> &revisions,
                                                    const QString &policy);

/// The values of objects, in the way of a unified diff: for DiffView, below the text. Translated.
[[nodiscard]] QByteArray objectLines(const RevisionDiff &diff);

/// What was pushed, by whom and why. GUI thread.
class RevisionModel final : public KeyedRows<RevisionRow>
{
    Q_OBJECT
public:
    enum Column { Number, Age, Author, Outcome, Changes, Reason };
    Q_ENUM(Column)
    using KeyedRows::KeyedRows;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(const RevisionRow &row, int column) const override;
    [[nodiscard]] QVariant sortValue(const RevisionRow &row, int column) const override;
    [[nodiscard]] QString filterText(const RevisionRow &row) const override;
    [[nodiscard]] QString toolTip(const RevisionRow &row, int column) const override;
    [[nodiscard]] RowState state(const RevisionRow &row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] int ageColumn() const override;
};

} // namespace spillway
