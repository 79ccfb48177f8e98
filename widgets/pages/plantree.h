// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace spillway {

class PlanModel;

/// A plan on screen: objects with the fields that change below them. What is added and taken away
/// is told by a sign and by colours that everybody can tell apart; long values are cut and whole in
/// the tool tip. GUI thread.
class PlanTree : public QTreeView
{
    Q_OBJECT
public:
    /// The model must outlive it.
    explicit PlanTree(PlanModel *model, QWidget *parent = nullptr);

    /// Opens what changes and closes what does not; fits the columns.
    void showPlan();
    /// The column of progress, while there is a push.
    void setShowsProgress(bool shows);

Q_SIGNALS:
    /// The menu of a step asks for, or gives up, taking fields over from their owners.
    void takeOverToggled(int step);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    void fitColumns();
    [[nodiscard]] int naturalWidth(int column) const;

    PlanModel *m_model;
    bool m_userSized = false;
    bool m_fitting = false;
};

} // namespace spillway
