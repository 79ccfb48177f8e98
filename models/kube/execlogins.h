// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "kube/execcredential.h"
#include "kube/execpolicy.h"

#include <QObject>
#include <QPointer>
#include <QProcessEnvironment>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace spillway {

class HelperProcess;
class LoginPath;
struct HelperOutcome;

/// How helpers are run.
struct ExecSetup
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString shell;                                  ///< asked for PATH; empty = no shell is
    std::chrono::milliseconds timeLimit{180'000};   ///< a person may have to log in by browser
    std::chrono::milliseconds firstHoldOff{10'000}; ///< see ExecLogins
    std::chrono::milliseconds longestHoldOff{300'000};
};

/// The user's shell and environment.
[[nodiscard]] ExecSetup userExecSetup();

/// Runs login helpers and keeps what they gave, for all contexts of the program: one run at a time
/// for one question, shared by all who wait for it. A credential is good until it expires (and for
/// the first hold-off, should clocks differ); without an expiry, as long as the program runs. A
/// failure is told again to whoever asks within the hold-off, which doubles with each failure, so
/// that a helper which opens a browser does not do so each time a list is refreshed. Nothing runs
/// before somebody asks. Deleting it ends all runs. GUI thread.
class ExecLogins final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<ExecCredential> &credential)>;

    /// The clock must outlive it.
    ExecLogins(ExecSetup setup, const Clock &clock, QObject *parent = nullptr);
    ~ExecLogins() override;

    /// Calls done exactly once, at once if nothing has to be run, and never after context is gone.
    /// A run that nobody waits for any more is ended.
    void get(const ExecQuestion &question, const ExecPolicy &policy, QObject *context, Done done);

    /// The server refused the credential: the helper is asked again next time. If what it gives
    /// then is refused as well, not before the hold-off is over; until then the credential is kept.
    void refused(const ExecQuestion &question, const ExecPolicy &policy);

    /// A person wants another try: the hold-off is over.
    void tryAgain(const ExecQuestion &question, const ExecPolicy &policy);

    /// The last run, for the list of helpers.
    struct Report
    {
        QString helper;
        QString user;
        bool running = false;
        std::optional<EpochMs> ended;   ///< the last run
        std::optional<EpochMs> expires; ///< of the credential that is kept
        std::optional<Error> failure;   ///< of the last run
    };
    [[nodiscard]] std::vector<Report> reports() const;

Q_SIGNALS:
    void reportsChanged();

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Done done;
        QMetaObject::Connection gone;
    };
    /// What is known of one question.
    struct Login
    {
        ~Login();
        ExecQuestion question;
        ExecPolicy policy;
        std::optional<ExecCredential> credential;
        int refusals = 0; ///< one soon after the other
        std::optional<Error> failure;
        int failures = 0;
        EpochMs ended = 0;     ///< the last run; 0 = none
        bool starting = false; ///< waits for PATH
        std::unique_ptr<HelperProcess> process;
        std::vector<Waiter> waiters;
    };

    [[nodiscard]] static QByteArray keyOf(const ExecQuestion &question, const ExecPolicy &policy);
    Login &login(const ExecQuestion &question, const ExecPolicy &policy);
    [[nodiscard]] std::optional<Result<ExecCredential>> kept(const Login &login) const;
    /// Whether the hold-off after so many failures is not over.
    [[nodiscard]] bool isHeldOff(const Login &login, int failures) const;
    void start(const QByteArray &key, Login &login);
    void run(const QByteArray &key, const QString &path);
    void finish(const QByteArray &key, const Result<ExecCredential> &result);
    void dropWaiters(const QByteArray &key);

    ExecSetup m_setup;
    const Clock &m_clock;
    std::unique_ptr<LoginPath> m_path;
    std::map<QByteArray, Login> m_logins;
};

} // namespace spillway
