// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/trafficdialog.h"

#include "style/theme.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

TrafficDialog::TrafficDialog(QWidget *parent)
    : QDialog(parent)
    , m_factor(new QDoubleSpinBox(this))
    , m_length(new QSpinBox(this))
{
    constexpr double most = 100;
    constexpr int day = 24 * 60;
    setWindowTitle(tr("Traffic of the demo"));
    m_factor->setRange(0, most);
    m_factor->setDecimals(1);
    m_factor->setValue(3);
    m_factor->setPrefix(u"× "_s);
    m_length->setRange(1, day);
    m_length->setValue(10);
    m_length->setSuffix(tr(" min"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::m);
    form->setVerticalSpacing(spacing::s);
    form->addRow(tr("Traffic"), m_factor);
    form->addRow(tr("For"), m_length);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Start"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::l);
    layout->addLayout(form);
    layout->addWidget(buttons);
}

double TrafficDialog::factor() const
{
    return m_factor->value();
}

std::chrono::minutes TrafficDialog::length() const
{
    return std::chrono::minutes{m_length->value()};
}

} // namespace spillway
