// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QListView>

class QSortFilterProxyModel;

namespace spillway {

class FindingModel;

/// Findings one below the other, each wrapped to the width: its severity as a shape, what was
/// found, what to do, where. The gravest stand first. GUI thread.
class FindingList : public QListView
{
    Q_OBJECT
public:
    /// The model must outlive it.
    explicit FindingList(FindingModel *model, QWidget *parent = nullptr);

    /// Said in place of rows while there are none; `good`: with the mark of something well.
    void setEmptyText(const QString &text, bool good);
    /// Rows in the order shown, for tests and pictures.
    [[nodiscard]] QStringList shownTexts() const;
    /// What all rows together would need at this width.
    [[nodiscard]] int heightForRows(int width) const;
    /// The same for a list that is `width` wide with its scroll bar, of no more rows than fit into
    /// `most` as a whole; of the first at least.
    [[nodiscard]] int heightForWholeRows(int width, int most) const;

Q_SIGNALS:
    /// A row with a place was clicked, or Return was pressed on it.
    void placeActivated(const spillway::DocumentPosition &position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void activateRow(const QModelIndex &index);

    FindingModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QString m_emptyText;
    bool m_emptyIsGood = false;
};

} // namespace spillway
