// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace spillway {

/// What to run.
struct HelperCommand
{
    QString program; ///< absolute path
    QStringList arguments;
    QProcessEnvironment environment;
    std::chrono::milliseconds timeLimit{60'000};
};

/// How it ended.
struct HelperOutcome
{
    enum class End { Exited, Crashed, NotStarted, TimedOut, TooMuch };
    End end = End::NotStarted;
    int code = 0;          ///< Exited
    QByteArray output;     ///< standard output; may be a secret
    QByteArray complaints; ///< the end of standard error
    QString reason;        ///< NotStarted: why, as the system says
};

/// Runs another program once, without a terminal: no input, a session of its own. finished() comes
/// exactly once, never from inside start(); in its slots use deleteLater(). What takes too long or
/// prints too much is ended together with all that it has started; so is everything if this object
/// is deleted, or Spillway dies. GUI thread.
class HelperProcess final : public QObject
{
    Q_OBJECT
public:
    explicit HelperProcess(HelperCommand command, QObject *parent = nullptr);
    ~HelperProcess() override;

    void start();

Q_SIGNALS:
    void finished(const spillway::HelperOutcome &outcome);

private:
    void readOutput();
    void readComplaints();
    void failed(QProcess::ProcessError error);
    void ended(int code, QProcess::ExitStatus status);
    void stop(HelperOutcome::End end);
    void signalGroup(int signal) const;
    void tell();

    HelperCommand m_command;
    HelperOutcome m_outcome;
    QProcess m_process;
    QTimer m_limit;
    QTimer m_patience; ///< after the polite request to end
    qint64 m_group = 0;
    bool m_stopping = false;
};

} // namespace spillway
