// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execlogins.h"

#include "core/duration.h"
#include "kube/helperprocess.h"
#include "kube/loginpath.h"
#include "kube/plaintext.h"
#include "net/httpresponse.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(spillwayLogin, "spillway.kube.login", QtWarningMsg)

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExecLogins)
};

QProcessEnvironment environmentFor(const ExecQuestion &question, QProcessEnvironment environment,
                                   const QString &path)
{
    environment.insert(u"PATH"_s, path);
    for (const auto &[name, value] : question.exec.environment) {
        environment.insert(name, value);
    }
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(question)));
    return environment;
}

/// Values of env that are secrets by their name: a helper may repeat them when it complains.
QByteArrayList secretsOf(const ExecQuestion &question)
{
    static const QStringList words{u"SECRET"_s, u"TOKEN"_s, u"PASS"_s, u"KEY"_s, u"CREDENTIAL"_s};
    QByteArrayList secrets;
    for (const auto &variable : question.exec.environment) {
        const QString name = variable.first.toUpper();
        if (std::any_of(words.begin(), words.end(),
                        [&name](const QString &word) { return name.contains(word); })) {
            secrets << variable.second.toUtf8();
        }
    }
    return secrets;
}

/// The end of what it said on standard error, on one line.
QString complaint(const ExecQuestion &question, const HelperOutcome &outcome)
{
    constexpr qsizetype longest = 500;
    const QByteArray clean = blottedOut(outcome.complaints, secretsOf(question));
    const QString text = withoutControls(QString::fromUtf8(clean)).simplified();
    return text.size() > longest ? u"…"_s + text.last(longest) : text;
}

Result<ExecCredential> credentialOf(const ExecQuestion &question, const HelperOutcome &outcome,
                                    std::chrono::milliseconds limit)
{
    const QString said = complaint(question, outcome);
    const auto failed = [&](const QString &why, const QString &advice,
                            ErrorCode code = ErrorCode::Unauthorized) {
        return execError(question, said.isEmpty() ? why : why + u": "_s + said, advice, code);
    };
    const QString byHand = Text::tr("Log in with it in a terminal, then try again.");
    switch (outcome.end) {
    case HelperOutcome::End::NotStarted:
        return execError(question, outcome.reason, question.exec.installHint);
    case HelperOutcome::End::Crashed:
        return failed(Text::tr("it crashed"), byHand);
    case HelperOutcome::End::TimedOut:
        return failed(Text::tr("it had not ended after %1").arg(humanDuration(limit)), byHand,
                      ErrorCode::Timeout);
    case HelperOutcome::End::TooMuch:
        return failed(Text::tr("it printed more than 1 MB"), byHand);
    case HelperOutcome::End::Exited:
        break;
    }
    if (outcome.code != 0) {
        return failed(Text::tr("it ended with code %1").arg(outcome.code), byHand);
    }
    return readExecCredential(outcome.output, question);
}

} // namespace

ExecSetup userExecSetup()
{
    ExecSetup setup;
    setup.shell = setup.environment.value(u"SHELL"_s);
    return setup;
}

ExecLogins::Login::~Login() = default;

ExecLogins::ExecLogins(ExecSetup setup, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_path(std::make_unique<LoginPath>(m_setup.shell, m_setup.environment))
{}

ExecLogins::~ExecLogins() = default;

QByteArray ExecLogins::keyOf(const ExecQuestion &question, const ExecPolicy &policy)
{
    return QByteArray::number(static_cast<int>(policy.kind)) + policy.allowed.join(u':').toUtf8() +
           '\n' + question.key();
}

ExecLogins::Login &ExecLogins::login(const ExecQuestion &question, const ExecPolicy &policy)
{
    Login &login = m_logins[keyOf(question, policy)];
    login.question = question; // same key, maybe another user's name
    login.policy = policy;
    return login;
}

bool ExecLogins::isHeldOff(const Login &login, int failures) const
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    const auto holdOff = std::min(m_setup.firstHoldOff * (1 << doublings), m_setup.longestHoldOff);
    return failures > 0 && m_clock.now() < login.ended + holdOff.count();
}

std::optional<Result<ExecCredential>> ExecLogins::kept(const Login &login) const
{
    if (login.credential && (!login.credential->expires ||
                             m_clock.now() < *login.credential->expires || isHeldOff(login, 1))) {
        return Result<ExecCredential>{*login.credential};
    }
    if (login.failure && isHeldOff(login, login.failures)) {
        return Result<ExecCredential>{*login.failure};
    }
    return std::nullopt;
}

void ExecLogins::get(const ExecQuestion &question, const ExecPolicy &policy, QObject *context,
                     Done done)
{
    Login &one = login(question, policy);
    const bool underWay = one.starting || one.process != nullptr;
    if (!underWay) {
        if (const auto known = kept(one)) {
            done(*known);
            return;
        }
    }
    const QByteArray key = keyOf(question, policy);
    one.waiters.push_back(
        {context, std::move(done),
         connect(context, &QObject::destroyed, this, [this, key] { dropWaiters(key); })});
    if (!underWay) {
        start(key, one);
    }
}

void ExecLogins::start(const QByteArray &key, Login &login)
{
    login.starting = true;
    m_path->get([this, key](const QString &path) { run(key, path); });
}

void ExecLogins::run(const QByteArray &key, const QString &path)
{
    Login &login = m_logins[key];
    if (!login.starting) {
        return; // nobody waits any more
    }
    login.starting = false;
    const Result<QString> program = permittedProgram(login.question, login.policy, path);
    if (!program) {
        finish(key, program.error());
        return;
    }
    HelperCommand command;
    command.program = *program;
    command.arguments = login.question.exec.arguments;
    command.environment = environmentFor(login.question, m_setup.environment, path);
    command.timeLimit = m_setup.timeLimit;
    qCInfo(spillwayLogin) << "running" << *program << "for the user" << login.question.user;
    login.process = std::make_unique<HelperProcess>(std::move(command));
    connect(login.process.get(), &HelperProcess::finished, this,
            [this, key](const HelperOutcome &outcome) {
                Login &ended = m_logins[key];
                ended.process.release()->deleteLater(); // it is in the middle of its signal
                finish(key, credentialOf(ended.question, outcome, m_setup.timeLimit));
            });
    login.process->start();
    Q_EMIT reportsChanged();
}

void ExecLogins::finish(const QByteArray &key, const Result<ExecCredential> &result)
{
    Login &login = m_logins[key];
    login.ended = m_clock.now();
    if (result) {
        login.credential = *result;
        login.failure.reset();
        login.failures = 0;
    } else {
        qCWarning(spillwayLogin).noquote() << result.error().sentence();
        login.credential.reset();
        login.failure = result.error();
        ++login.failures;
    }
    const QPointer<ExecLogins> alive(this);
    for (const Waiter &waiter : std::exchange(login.waiters, {})) {
        disconnect(waiter.gone);
        if (waiter.context) {
            waiter.done(result);
        }
    }
    if (alive) {
        Q_EMIT reportsChanged();
    }
}

void ExecLogins::dropWaiters(const QByteArray &key)
{
    const auto found = m_logins.find(key);
    if (found == m_logins.end()) {
        return;
    }
    Login &login = found->second;
    std::erase_if(login.waiters, [](const Waiter &waiter) { return waiter.context.isNull(); });
    if (login.waiters.empty()) {
        login.starting = false;
        login.process.reset();
    }
}

void ExecLogins::refused(const ExecQuestion &question, const ExecPolicy &policy)
{
    Login &one = login(question, policy);
    if (m_clock.now() > one.ended + 2 * m_setup.longestHoldOff.count()) {
        one.refusals = 0; // it was good for a while
    }
    // Answers to requests with the old credential may also come when there is a new one.
    if (one.credential && !isHeldOff(one, one.refusals)) {
        one.credential.reset();
        ++one.refusals;
    }
}

void ExecLogins::tryAgain(const ExecQuestion &question, const ExecPolicy &policy)
{
    Login &one = login(question, policy);
    one.failure.reset();
    one.failures = 0;
    one.refusals = 0;
}

std::vector<ExecLogins::Report> ExecLogins::reports() const
{
    std::vector<Report> reports;
    reports.reserve(m_logins.size());
    for (const auto &[key, login] : m_logins) {
        Report report{.helper = login.question.helper(), .user = login.question.user};
        report.running = login.process != nullptr || login.starting;
        if (login.ended != 0) {
            report.ended = login.ended;
        }
        report.expires = login.credential ? login.credential->expires : std::nullopt;
        report.failure = login.failure;
        reports.push_back(std::move(report));
    }
    return reports;
}

} // namespace spillway
