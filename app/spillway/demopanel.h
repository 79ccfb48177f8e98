// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMenu>
#include <QObject>

#include <memory>

namespace spillway {

class ProgressPage;

namespace demo {
class DemoWorld;
}

/// The demo world inside the console: starts it, shows how far it is, and gives its controls as a
/// menu (spike, outages, Redis pressure, slow or gone Prometheus). GUI thread.
class DemoPanel : public QObject
{
    Q_OBJECT

public:
    explicit DemoPanel(QObject *parent = nullptr);
    ~DemoPanel() override;

    /// Starts; returns the page to show meanwhile (the caller owns it).
    [[nodiscard]] ProgressPage *start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_world != nullptr; }
    [[nodiscard]] QByteArray workspaceYaml() const;
    [[nodiscard]] QMenu *menu() { return &m_menu; }
    void retranslate();

Q_SIGNALS:
    void ready();
    void failed(const spillway::Error &error);
    void cancelled();
    void message(const QString &text);

private:
    void fillMenu();
    void askTraffic();

    std::unique_ptr<demo::DemoWorld> m_world;
    QMenu m_menu;
};

} // namespace spillway
