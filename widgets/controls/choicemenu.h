// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace spillway {

/// A menu of check marks. While several may be chosen it stays open until Escape or a click beside
/// it, so that choosing three values is three clicks.
class ChoiceMenu : public QMenu
{
    Q_OBJECT

public:
    using QMenu::QMenu;

    void setSeveral(bool several) { m_several = several; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Triggers the action and is true, if the menu stays open for it.
    bool toggle(QAction *action);

    bool m_several = false;
};

} // namespace spillway
