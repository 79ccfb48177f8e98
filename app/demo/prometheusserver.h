// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QProcess;

namespace spillway::demo {

/// The configuration that scrapes the demo's exporter, and its alert rules, as YAML.
[[nodiscard]] QByteArray prometheusConfig(quint16 exporterPort,
                                          std::chrono::milliseconds scrapeInterval);
[[nodiscard]] QByteArray prometheusRules();
/// A port of 127.0.0.1 that is free at this moment; 0 if there is none.
[[nodiscard]] quint16 freePort();

/// A real Prometheus as a child on 127.0.0.1, with its own data folder. Main thread.
class PrometheusServer : public QObject
{
    Q_OBJECT
public:
    /// The folder holds the configuration and, in "data", the database.
    explicit PrometheusServer(QString folder, QObject *parent = nullptr);
    ~PrometheusServer() override;

    /// Ends in started() or failed(). A port that was taken meanwhile is replaced.
    void start();
    /// Ends the child gracefully, so that start() can go on with its data; stopped() follows.
    void stop();
    /// Ends it at once.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_isReady; }
    /// A child exists: starting, running or ending.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString dataFolder() const { return m_folder + QStringLiteral("/data"); }
    [[nodiscard]] Result<void> writeConfig(quint16 exporterPort,
                                           std::chrono::milliseconds scrapeInterval);

Q_SIGNALS:
    void started();
    void stopped();
    /// It could not be started, or ended by itself.
    void failed(const spillway::Error &error);

private:
    void launch();
    void probe();
    void ended();
    void fail(const QString &why);

    QString m_folder;
    std::unique_ptr<QProcess> m_process;
    QNetworkAccessManager *m_network = nullptr;
    QTimer m_probeTimer;
    QElapsedTimer m_sinceLaunch;
    QByteArray m_output;
    quint16 m_port = 0;
    int m_attempts = 0;
    bool m_isReady = false;
    bool m_isStopping = false;
};

} // namespace spillway::demo
