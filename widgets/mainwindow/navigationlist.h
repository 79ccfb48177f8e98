// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/pageregistry.h"

#include <QListWidget>

namespace spillway {

/// The pages at the left, under the headings of their groups.
class NavigationList : public QListWidget
{
    Q_OBJECT

public:
    explicit NavigationList(const PageRegistry &registry, QWidget *parent = nullptr);

    /// Reads the registry again: pages, titles, language.
    void reload();
    void setCurrentPage(const QString &pageId);
    [[nodiscard]] QString currentPage() const;
    /// In the order shown.
    [[nodiscard]] QStringList pageIds() const;

Q_SIGNALS:
    /// By the user.
    void pageRequested(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addHeading(PageGroup group);

    const PageRegistry &m_registry;
    QString m_shown; ///< the page of the window, also while the registry does not list it
};

} // namespace spillway
