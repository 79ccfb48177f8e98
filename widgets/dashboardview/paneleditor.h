// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"
#include "dashboardview/panelslot.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace spillway {

class Connection;
class ThresholdsEdit;

/// Edits one panel beside a live preview: title, kind, queries, unit, style, axis, thresholds.
/// Changes nothing by itself: the caller takes panel() when it is accepted.
class PanelEditor : public QDialog
{
    Q_OBJECT
public:
    PanelEditor(const Panel &panel, Connection *connection, DashboardLook look,
                QWidget *parent = nullptr);
    ~PanelEditor() override;

    [[nodiscard]] const Panel &panel() const { return m_panel; }

private:
    QWidget *makeForm();
    QWidget *makeQueries();
    void fillForm();
    void showQuery(int index);
    void addQuery();
    void removeQuery();
    void edited();
    void takeForm();
    void takeQuery();
    void updateQueryList();
    void preview();

    Panel m_panel;
    Connection *m_connection;
    DashboardLook m_look;
    QLineEdit *m_title;
    QLineEdit *m_description;
    QComboBox *m_kind;
    QComboBox *m_unit;
    QComboBox *m_style;
    QComboBox *m_reduce;
    QLineEdit *m_min;
    QLineEdit *m_max;
    QSpinBox *m_topN;
    QCheckBox *m_log;
    QCheckBox *m_compare;
    QListWidget *m_queryList;
    QPlainTextEdit *m_expr;
    QLineEdit *m_legend;
    QCheckBox *m_instant;
    QPlainTextEdit *m_text;
    ThresholdsEdit *m_thresholds;
    QWidget *m_previewFrame;
    std::unique_ptr<PanelSlot> m_slot;
    QTimer m_previewDelay;
    bool m_filling = false;
};

} // namespace spillway
