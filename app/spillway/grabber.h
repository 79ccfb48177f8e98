// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace spillway {

class MainWindow;

/// Makes pictures of pages for `--grab`: opens each, waits until its panels have settled, saves the
/// window, and says what was on it. finished() once.
class Grabber : public QObject
{
    Q_OBJECT

public:
    struct Job
    {
        QString page; ///< empty: the one that is open
        QString file;
    };

    /// The window must outlive the grabber.
    Grabber(MainWindow &window, std::vector<Job> jobs, QObject *parent = nullptr);

    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    void start();
    /// One object a job: page, file, settled, panels, states, series, samples, warnings.
    [[nodiscard]] const std::vector<QJsonObject> &summaries() const { return m_summaries; }
    /// A panel failed, a page did not settle or a file was not written.
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// Adds up what a page says of its panels; true in "failed" if one failed.
    [[nodiscard]] static QJsonObject summarize(const QJsonObject &pageSummary);

Q_SIGNALS:
    void finished();

private:
    void next();
    void check();
    void save(bool settled);

    MainWindow &m_window;
    std::vector<Job> m_jobs;
    std::size_t m_current = 0;
    std::chrono::milliseconds m_timeout{60000};
    int m_quietChecks = 0;
    QElapsedTimer m_since;
    QTimer m_poll;
    std::vector<QJsonObject> m_summaries;
    bool m_failed = false;
};

} // namespace spillway
