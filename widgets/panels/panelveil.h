// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spillway {

/// Lies over data that is old and dims it; lets the mouse through.
class PanelVeil : public QWidget
{
    Q_OBJECT

public:
    explicit PanelVeil(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace spillway
