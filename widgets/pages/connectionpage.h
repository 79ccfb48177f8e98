// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QTimer>

class QFormLayout;
class QLabel;

namespace spillway {

/// What is known of the connection: who answers, what it lacks, clocks, metrics found by their
/// logical names, and how much is asked of it. Works whatever the backend has.
class ConnectionPage : public Page
{
    Q_OBJECT

public:
    explicit ConnectionPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] static QString pageId();
    [[nodiscard]] static QString pageTitle();
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QJsonObject summary() const override;
    [[nodiscard]] bool usesTime() const override;

protected:
    void activeChanged() override;
    void retranslate() override;

private:
    void addFacts(Connection &connection);
    void rebuild();
    void add(const QString &name, const QString &value);
    void showRows();

    QLabel *m_heading;
    QLabel *m_error;
    QFormLayout *m_form;
    QTimer m_tick;
    std::vector<std::pair<QString, QString>> m_rows; ///< name and value
    bool m_wasSettled = false;
};

} // namespace spillway
