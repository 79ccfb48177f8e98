// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace spillway {

/// A real metrics server as a child, for tests: on a free loopback port, with data of its own in a
/// folder that is removed afterwards. It dies with the test, even if that is killed.
class ServerProcess
{
public:
    enum class Kind { Prometheus, VictoriaMetrics };

    /// Text in the OpenMetrics format, time stamps in seconds, ending in "# EOF"; it becomes the
    /// server's past before this returns. Ready when the result is ok.
    [[nodiscard]] static Result<std::unique_ptr<ServerProcess>>
    start(Kind kind, const QByteArray &openMetrics);
    ~ServerProcess();

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] Kind kind() const { return m_kind; }

    /// What `promtool query range` prints for this query: the raw standard output.
    [[nodiscard]] Result<QByteArray> promtoolQueryRange(const QString &expr, qint64 startSeconds,
                                                        qint64 endSeconds, int stepSeconds) const;

private:
    ServerProcess(Kind kind, const QUrl &url);
    [[nodiscard]] static Result<std::unique_ptr<ServerProcess>>
    startOnce(Kind kind, const QByteArray &openMetrics);
    [[nodiscard]] QString program() const;
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] Result<void> backfill(const QByteArray &openMetrics) const;
    [[nodiscard]] Result<void> import(const QByteArray &openMetrics) const;
    [[nodiscard]] Result<void> launch();

    Kind m_kind;
    QUrl m_url;
    QTemporaryDir m_folder;
    QProcess m_process;
};

/// Makes a child die with us; call before start().
void dieWithParent(QProcess &process);

/// A port on 127.0.0.1 that is free now.
[[nodiscard]] quint16 freeLoopbackPort();

/// Waits for the answer to a GET, or a POST if there is a body. Status 0 if there was none.
struct PlainAnswer
{
    int status = 0;
    QByteArray body;
};
[[nodiscard]] PlainAnswer plainRequest(const QUrl &url, const QByteArray &post = {});

} // namespace spillway
