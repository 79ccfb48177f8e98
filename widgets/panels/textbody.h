// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/panelbody.h"

class QPlainTextEdit;

namespace spillway {

/// A note on the dashboard: plain text, never interpreted; needs no data.
class TextBody : public PanelBody
{
    Q_OBJECT

public:
    explicit TextBody(QWidget *parent = nullptr);

    void setPanel(const Panel &panel) override;
    void setSnapshot(const PanelSnapshot &snapshot) override;
    [[nodiscard]] bool needsData() const override { return false; }
    [[nodiscard]] QString valueText() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QPlainTextEdit *m_text;
};

} // namespace spillway
