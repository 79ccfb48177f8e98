// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <chrono>

class QDoubleSpinBox;
class QSpinBox;

namespace spillway {

/// Asks how much traffic the demo shall have, and for how long.
class TrafficDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit TrafficDialog(QWidget *parent = nullptr);

    /// Times the ordinary traffic, 0 to 100.
    [[nodiscard]] double factor() const;
    [[nodiscard]] std::chrono::minutes length() const;

    [[nodiscard]] QDoubleSpinBox *factorField() const { return m_factor; }
    [[nodiscard]] QSpinBox *lengthField() const { return m_length; }

private:
    QDoubleSpinBox *m_factor;
    QSpinBox *m_length;
};

} // namespace spillway
