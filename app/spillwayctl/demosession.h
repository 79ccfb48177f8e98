// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/controlcommand.h"
#include "demo/demoworld.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <cstdio>
#include <memory>

namespace spillway {

/// The demo world driven by lines on standard input; what happens goes to standard output, as text
/// or as one JSON object a line. Ends the application.
class DemoSession : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        demo::DemoOptions options;
        bool json = false;
        QString workspaceFile;  ///< written once ready; empty = not
        QString kubeconfigFile; ///< likewise
    };
    explicit DemoSession(Settings settings, QObject *parent = nullptr);

    void start();
    /// Ends the world and the application.
    void quit(int exitCode);
    /// For text as it arrives; lines wait until the world is ready.
    void feed(const QByteArray &bytes);

private:
    void readInput();
    void runLines();
    void runLine(const QByteArray &line);
    void worldReady();
    [[nodiscard]] Result<void> writeFiles() const;
    void printStatus();
    void print(const QString &event, const QString &text, QJsonObject fields = {}) const;

    Settings m_settings;
    demo::DemoWorld m_world;
    std::unique_ptr<QSocketNotifier> m_input;
    QByteArray m_pending;
    bool m_isQuitting = false;
};

} // namespace spillway
