// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/takeoverbutton.h"

#include "controls/choicemenu.h"
#include "core/plainline.h"
#include "rollout/plan.h"

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Findings that taking an object over answers.
constexpr std::array answered{"two-autoscalers"_L1, "replaces-autoscaler"_L1, "foreign-owner"_L1};

} // namespace

TakeOverButton::TakeOverButton(QWidget *parent)
    : QToolButton(parent)
{
    auto *menu = new ChoiceMenu(this);
    menu->setSeveral(true);
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(menu, &QMenu::aboutToHide, this, &TakeOverButton::closed);
    retranslate();
    hide();
}

void TakeOverButton::setPlan(const Plan &plan, const QSet<QString> &taken)
{
    QSet<QString> objects = taken;
    for (const PlanFinding &finding : plan.findings) {
        const bool helps =
            std::find(answered.begin(), answered.end(), finding.id) != answered.end();
        if (helps && !finding.object.isEmpty()) {
            objects.insert(finding.object);
        }
    }
    m_objects = objects.values();
    std::sort(m_objects.begin(), m_objects.end());
    m_taken = taken;
    menu()->clear();
    for (const QString &object : std::as_const(m_objects)) {
        constexpr qsizetype longest = 120;
        // An "&" would be taken for a mnemonic.
        QString text = plainLine(object, longest);
        QAction *const action = menu()->addAction(text.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(taken.contains(object));
    }
    setVisible(!m_objects.isEmpty());
}

void TakeOverButton::retranslate()
{
    setText(tr("Take over"));
    setToolTip(tr("Fields that others own are set, and autoscalers in the way are deleted, for "
                  "the objects chosen; an undo puts them back"));
}

void TakeOverButton::closed()
{
    QSet<QString> now;
    const QList<QAction *> actions = menu()->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        if (actions[i]->isChecked()) {
            now.insert(m_objects[i]);
        }
    }
    if (now != m_taken) {
        m_taken = now;
        Q_EMIT chosen(now);
    }
}

} // namespace spillway
