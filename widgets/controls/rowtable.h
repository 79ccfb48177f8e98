// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/rowroles.h"
#include "style/columnwidths.h"
#include "style/tone.h"

#include <QTableView>
#include <QTimer>

namespace spillway {

class RowProxy;
class UserWidths;

/// How a state of a row is drawn, here and elsewhere.
[[nodiscard]] Tone toneOf(RowState state);

/// A table of rows with keys (KeyedRows): sorts by typed values, filters by any text, draws states
/// as a shape beside the text, and keeps its selection by key. Columns are as wide as their
/// contents and fill the table together; where there is too little room texts are cut, numbers
/// never. What is drawn and measured is only what is in sight, so its length does not matter.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    /// Takes no ownership of the model. `wordy` is the column that gets most of the spare room.
    RowTable(QAbstractItemModel *model, int sortColumn, int wordy, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    [[nodiscard]] int shownRows() const;
    /// Of the selected row; empty if there is none.
    [[nodiscard]] QString selectedKey() const;
    /// Empty = none.
    void selectKey(const QString &key);
    /// Widths for what is in the rows now; does nothing once the user has set some.
    void fitColumns();

Q_SIGNALS:
    void selectedKeyChanged(const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectModel();
    void restore();
    [[nodiscard]] int rowOf(const QString &key) const;
    void measureAnew();
    void measure();
    void applyWidths();
    [[nodiscard]] int titleWidth(int column) const;
    [[nodiscard]] bool isNumber(int column) const;

    RowProxy *m_proxy;
    int m_wordy;
    /// The widest that has been seen since the rows were others: columns do not breathe.
    std::vector<ColumnWish> m_wishes;
    QString m_keptKey; ///< selected before a reset
    int m_keptScroll = 0;
    QTimer m_fit; ///< once for many changes
    UserWidths *m_userWidths;
};

} // namespace spillway
