// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcessEnvironment>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace spillway {

class HelperProcess;
struct HelperOutcome;

/// PATH as the user's shell has it. A program started from the desktop lacks the folders that are
/// added in ~/.profile or ~/.bashrc, where login helpers often live. The shell is asked once, when
/// it is first needed. GUI thread.
class LoginPath final : public QObject
{
    Q_OBJECT
public:
    /// `shell` is an absolute path, or empty: then PATH of `environment` it is.
    LoginPath(QString shell, QProcessEnvironment environment, QObject *parent = nullptr);
    ~LoginPath() override;

    /// Calls done exactly once, at once if it is known, unless this is deleted first: PATH of the
    /// environment, followed by what the shell adds. A shell that fails or takes too long adds
    /// nothing.
    void get(std::function<void(const QString &path)> done);

    void setTimeLimit(std::chrono::milliseconds limit) { m_limit = limit; }

private:
    void start();
    void finish(const HelperOutcome &outcome);

    QString m_shell;
    QProcessEnvironment m_environment;
    std::chrono::milliseconds m_limit{5'000};
    std::unique_ptr<HelperProcess> m_process;
    std::vector<std::function<void(const QString &)>> m_waiting;
    QString m_path;
    bool m_known = false;
};

} // namespace spillway
