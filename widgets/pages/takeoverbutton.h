// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>
#include <QToolButton>

namespace spillway {

struct Plan;

/// Objects of a plan that others own or that are in its way: each can be taken over. A menu that
/// stays open while several are chosen. GUI thread.
class TakeOverButton : public QToolButton
{
    Q_OBJECT
public:
    explicit TakeOverButton(QWidget *parent = nullptr);

    /// What can be taken over in that plan, beside what already is. Hidden if there is nothing.
    void setPlan(const Plan &plan, const QSet<QString> &taken);
    void retranslate();
    /// kube::ObjectRef::toString() of each, in the order of the menu.
    [[nodiscard]] const QStringList &objects() const { return m_objects; }

Q_SIGNALS:
    /// The menu was closed, and these are chosen now; not if they were before.
    void chosen(const QSet<QString> &objects);

private:
    void closed();

    QStringList m_objects;
    QSet<QString> m_taken;
};

} // namespace spillway
