// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/connectiontester.h"

namespace spillway {

class ExecLogins;
class HttpClient;
class SecretStore;

/// Tries a workspace's address out with the same source that a connection uses, so that the
/// diagnosis is what the connection would say.
class PrometheusTester final : public ConnectionTester
{
public:
    /// All must outlive the tester and its trials.
    PrometheusTester(HttpClient &http, SecretStore &secrets, ExecLogins &logins);

    [[nodiscard]] ConnectionTrial *test(const Workspace &workspace, const QString &secret,
                                        QObject *parent) override;

private:
    HttpClient &m_http;
    SecretStore &m_secrets;
    ExecLogins &m_logins;
};

} // namespace spillway
