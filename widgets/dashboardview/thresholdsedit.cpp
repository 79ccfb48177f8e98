// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/thresholdsedit.h"

#include "style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

namespace {
enum Column { ValueColumn, SeverityColumn, LabelColumn, ColumnCount };
}

ThresholdsEdit::ThresholdsEdit(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    m_table->setHorizontalHeaderLabels({tr("Value"), tr("Severity"), tr("Label")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setAccessibleName(tr("Thresholds"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        Q_EMIT changed();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0) {
            m_table->removeRow(m_table->currentRow());
            Q_EMIT changed();
        }
    });
    connect(m_table, &QTableWidget::itemChanged, this, &ThresholdsEdit::changed);
}

void ThresholdsEdit::setThresholds(const std::vector<Threshold> &thresholds)
{
    const QSignalBlocker quiet(this);
    m_table->setRowCount(0);
    for (const Threshold &threshold : thresholds) {
        addRow(threshold);
    }
}

void ThresholdsEdit::addRow(const Threshold &threshold)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, ValueColumn,
                     new QTableWidgetItem(QLocale::c().toString(threshold.value, 'g', 10)));
    m_table->setItem(row, LabelColumn, new QTableWidgetItem(threshold.label));
    auto *severity = new QComboBox(m_table);
    severity->addItem(tr("OK"));
    severity->addItem(tr("Warning"));
    severity->addItem(tr("Critical"));
    severity->setCurrentIndex(static_cast<int>(threshold.severity));
    m_table->setCellWidget(row, SeverityColumn, severity);
    connect(severity, &QComboBox::currentIndexChanged, this, &ThresholdsEdit::changed);
}

std::vector<Threshold> ThresholdsEdit::thresholds() const
{
    std::vector<Threshold> thresholds;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool isNumber = false;
        const double value =
            QLocale::c().toDouble(m_table->item(row, ValueColumn)->text(), &isNumber);
        const auto *severity = qobject_cast<QComboBox *>(m_table->cellWidget(row, SeverityColumn));
        if (isNumber && severity != nullptr) {
            thresholds.push_back({value, static_cast<Severity>(severity->currentIndex()),
                                  m_table->item(row, LabelColumn)->text()});
        }
    }
    std::stable_sort(thresholds.begin(), thresholds.end(),
                     [](const Threshold &a, const Threshold &b) { return a.value < b.value; });
    return thresholds;
}

} // namespace spillway
