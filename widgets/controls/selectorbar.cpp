// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/selectorbar.h"

#include "controls/choicemenu.h"
#include "style/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// In a menu a single & makes a mnemonic; values are data.
QString menuText(QString value)
{
    return value.replace(u'&', u"&&"_s);
}

} // namespace

SelectorBar::SelectorBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::s);
    m_layout->addStretch(1);
}

void SelectorBar::setSelectors(const std::vector<Selector> &selectors)
{
    if (selectors == m_selectors) {
        return;
    }
    m_selectors = selectors;
    rebuild();
}

QString SelectorBar::summary(const QString &name) const
{
    for (std::size_t i = 0; i < m_selectors.size(); ++i) {
        if (m_selectors.at(i).name == name) {
            return m_buttons.at(i)->text();
        }
    }
    return {};
}

void SelectorBar::rebuild()
{
    while (m_buttons.size() > m_selectors.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < m_selectors.size()) {
        const std::size_t index = m_buttons.size();
        auto *button = new QToolButton(this);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setProperty("choice", true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        auto *menu = new ChoiceMenu(button);
        button->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, index, menu] { fillMenu(index, menu); });
        m_layout->insertWidget(static_cast<int>(index), button);
        m_buttons.push_back(button);
    }
    updateTexts();
}

void SelectorBar::fillMenu(std::size_t index, ChoiceMenu *menu)
{
    const Selector selector = m_selectors.at(index);
    menu->clear();
    menu->setSeveral(selector.multi);
    const auto add = [&](const QString &text, const QString &value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        connect(action, &QAction::triggered, this, [this, index, value, menu](bool on) {
            choose(index, value, on);
            showChosen(index, menu);
        });
    };
    if (selector.includeAll) {
        add(tr("All"), {});
        menu->addSeparator();
    }
    QStringList values = selector.values;
    for (const QString &value : selector.current) {
        if (!values.contains(value)) {
            values.prepend(value);
        }
    }
    for (const QString &value : values) {
        add(menuText(value), value);
    }
    if (values.isEmpty()) {
        menu->addAction(tr("No values"))->setEnabled(false);
    }
    showChosen(index, menu);
}

/// The menu may stay open, and one choice can undo another ("All").
void SelectorBar::showChosen(std::size_t index, ChoiceMenu *menu) const
{
    const QStringList &current = m_selectors.at(index).current;
    for (QAction *action : menu->actions()) {
        const QString value = action->data().toString();
        action->setChecked(action->isCheckable() &&
                           (value.isEmpty() ? current.isEmpty() : current.contains(value)));
    }
}

void SelectorBar::choose(std::size_t index, const QString &value, bool checked)
{
    Selector &selector = m_selectors.at(index);
    QStringList current = selector.multi ? selector.current : QStringList{};
    if (value.isEmpty()) {
        current.clear();
    } else if (checked || !selector.multi) {
        current << value;
    } else {
        current.removeAll(value);
    }
    if (current.isEmpty() && !selector.includeAll) {
        return; // at least one value stays
    }
    selector.current = current;
    updateTexts();
    Q_EMIT valuesChanged(selector.name, current);
}

QString SelectorBar::textOf(const Selector &selector)
{
    const QString label = selector.label.isEmpty() ? selector.name : selector.label;
    if (selector.current.isEmpty()) {
        return tr("%1: all").arg(label);
    }
    if (selector.current.size() == 1) {
        return tr("%1: %2").arg(label, selector.current.first());
    }
    return tr("%1: %n chosen", nullptr, static_cast<int>(selector.current.size())).arg(label);
}

void SelectorBar::updateTexts()
{
    for (std::size_t i = 0; i < m_selectors.size(); ++i) {
        const QString text = textOf(m_selectors.at(i));
        m_buttons.at(i)->setText(menuText(text));
        m_buttons.at(i)->setAccessibleName(text);
    }
}

void SelectorBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
