// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelbody.h"

#include <QStringList>

class QLineEdit;
class QTableView;

namespace spillway {

class PanelTableModel;
class PanelTableProxy;
class UserWidths;

/// Values with their labels in columns; sorts by typed values (what has none stands last), filters
/// by any text (Ctrl+F).
/// Severities are drawn as a shape beside the value. The selected row and widths that the user gave
/// outlive a refresh.
class TableBody : public PanelBody
{
    Q_OBJECT

public:
    explicit TableBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] QString valueText() const override;

    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void setupView();
    void fitColumns();
    void layoutParts();
    [[nodiscard]] QStringList labelsOf(int row) const;
    void keepRow();
    void restoreRow();

    PanelTableModel *m_model;
    PanelTableProxy *m_proxy;
    QLineEdit *m_filter;
    QTableView *m_view;
    UserWidths *m_userWidths;
    QStringList m_keptRow; ///< labels of the selected row before a reset
    int m_keptScroll = 0;
    bool m_filterAsked = false;
};

} // namespace spillway
