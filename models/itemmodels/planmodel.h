// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/planroles.h"
#include "itemmodels/rowroles.h"
#include "rollout/plan.h"

#include <QAbstractItemModel>

#include <vector>

namespace spillway {

/// A plan as a tree: its steps in the order in which they are sent, under each the fields that
/// change; at the end what stays as it is. During a push the last column tells how far each step
/// is. GUI thread.
class PlanModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, Before, After, Owners, State };
    Q_ENUM(Column)

    explicit PlanModel(QObject *parent = nullptr);
    ~PlanModel() override;

    /// Replaces everything.
    void setPlan(const Plan &plan);
    void clear();
    [[nodiscard]] const Plan &plan() const { return m_plan; }

    /// How far a step is, in words; Neutral and empty: nothing is known yet.
    struct Progress
    {
        QString text;
        QString detail; ///< the whole story, for the tool tip
        RowState state = RowState::Neutral;
        friend bool operator==(const Progress &, const Progress &) = default;
    };
    void setProgress(int step, const Progress &progress);
    [[nodiscard]] Progress progress(int step) const;

    /// How many objects are created, changed (attached and detached too) and deleted.
    struct Counts
    {
        int created = 0;
        int changed = 0;
        int deleted = 0;
        int unchanged = 0;
    };
    [[nodiscard]] static Counts countsOf(const Plan &plan);

    /// The language changed.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] bool isUnchangedRow(int row) const;
    [[nodiscard]] QVariant stepData(int step, int column, int role) const;
    [[nodiscard]] QVariant fieldData(const FieldChange &change, int column, int role) const;
    [[nodiscard]] QVariant unchangedData(int column, int role) const;
    [[nodiscard]] QString stepText(const PlanStep &step) const;

    Plan m_plan;
    std::vector<Progress> m_progress; ///< one a step
};

/// A value on one line, as in the manifest: 20, "text", {"a":1}; "–" if there is none.
[[nodiscard]] QString valueText(const QJsonValue &value);
/// The same over several lines, for a tool tip; cut if it is very long.
[[nodiscard]] QString valueDetail(const QJsonValue &value);

} // namespace spillway
