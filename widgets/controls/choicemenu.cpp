// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/choicemenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace spillway {

bool ChoiceMenu::toggle(QAction *action)
{
    if (!m_several || action == nullptr || !action->isEnabled() || !action->isCheckable()) {
        return false;
    }
    action->trigger();
    return true;
}

void ChoiceMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!toggle(actionAt(event->position().toPoint()))) {
        QMenu::mouseReleaseEvent(event);
    }
}

void ChoiceMenu::keyPressEvent(QKeyEvent *event)
{
    const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                         event->key() == Qt::Key_Enter;
    if (!chooses || !toggle(activeAction())) {
        QMenu::keyPressEvent(event);
    }
}

} // namespace spillway
