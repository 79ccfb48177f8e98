// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboards/dashboard.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QTableWidget;

namespace spillway {

/// A small table of thresholds: value, severity, label.
class ThresholdsEdit : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdsEdit(QWidget *parent = nullptr);

    void setThresholds(const std::vector<Threshold> &thresholds);
    /// Sorted by value; rows whose value is not a number are left out.
    [[nodiscard]] std::vector<Threshold> thresholds() const;

Q_SIGNALS:
    void changed();

private:
    void addRow(const Threshold &threshold);

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace spillway
