// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QToolButton;

namespace spillway {

class ChoiceMenu;

/// One drop-down of a SelectorBar. Values come from outside and are shown as plain text.
struct Selector
{
    QString name;  ///< of the variable
    QString label; ///< shown before it; empty = name
    QStringList values;
    QStringList current; ///< one, or several if multi; empty and includeAll = all
    bool multi = false;
    bool includeAll = false;

    friend bool operator==(const Selector &, const Selector &) = default;
};

/// The row of component and variable selectors above a page. Shows values it does not know (of a
/// link, say) instead of dropping them.
class SelectorBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectorBar(QWidget *parent = nullptr);

    void setSelectors(const std::vector<Selector> &selectors);
    [[nodiscard]] const std::vector<Selector> &selectors() const { return m_selectors; }
    /// The text on the button of a selector.
    [[nodiscard]] QString summary(const QString &name) const;

Q_SIGNALS:
    /// By the user. Empty = all.
    void valuesChanged(const QString &name, const QStringList &values);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void fillMenu(std::size_t index, ChoiceMenu *menu);
    void showChosen(std::size_t index, ChoiceMenu *menu) const;
    void choose(std::size_t index, const QString &value, bool checked);
    void updateTexts();
    [[nodiscard]] static QString textOf(const Selector &selector);

    std::vector<Selector> m_selectors;
    std::vector<QToolButton *> m_buttons;
    QHBoxLayout *m_layout;
};

} // namespace spillway
