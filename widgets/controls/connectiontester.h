// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/workspace.h"
#include "core/error.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace spillway {

/// What a trial of a workspace's address found out.
struct ConnectionDiagnosis
{
    std::optional<Error> error; ///< none: it works
    QString product;            ///< "Prometheus"
    QString version;
    QStringList lacks; ///< translated sentences
    QStringList found; ///< translated sentences: what else was seen (targets, metrics)
    std::chrono::milliseconds clockOffset{0}; ///< server minus local
    std::chrono::milliseconds scrapeInterval{0};
    std::chrono::milliseconds elapsed{0};
};

/// A running trial. finished() once, never from inside the call that made it; deleting it cancels.
class ConnectionTrial : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~ConnectionTrial() override;

Q_SIGNALS:
    void finished(const spillway::ConnectionDiagnosis &diagnosis);
};

/// Tries out whether a workspace can be connected to. An interface, so that widgets do no I/O.
class ConnectionTester
{
public:
    ConnectionTester() = default;
    ConnectionTester(const ConnectionTester &) = delete;
    ConnectionTester &operator=(const ConnectionTester &) = delete;
    virtual ~ConnectionTester();

    /// secret: a password or token typed just now; empty = take the stored one.
    [[nodiscard]] virtual ConnectionTrial *test(const Workspace &workspace, const QString &secret,
                                                QObject *parent) = 0;
};

} // namespace spillway
