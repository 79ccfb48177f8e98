// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonObject>

#include <chrono>
#include <vector>

namespace spillway {

class StallWatch;

/// QApplication that measures how long frames take to paint and events to be handled.
class ShellApplication : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    /// Is told how long each event took; null: nobody is.
    void setStallWatch(StallWatch *watch) { m_stalls = watch; }

    [[nodiscard]] qint64 frames() const { return m_frames; }
    [[nodiscard]] std::chrono::nanoseconds frameTime() const { return m_frameTime; }
    [[nodiscard]] std::chrono::nanoseconds longestFrame() const { return m_longestFrame; }

private:
    bool paint(QObject *receiver, QEvent *event);

    StallWatch *m_stalls = nullptr;
    int m_depth = 0; ///< level of the event loop whose event is measured; 0 = none
    QElapsedTimer m_sinceEvent;
    qint64 m_frames = 0;
    std::chrono::nanoseconds m_frameTime{0};
    std::chrono::nanoseconds m_longestFrame{0};
};

/// A new folder for the pictures of a run without a display.
[[nodiscard]] QString grabFolder();
/// The summaries as JSON on stdout: one object, or with {"pages": [...]} around several.
void printGrab(const std::vector<QJsonObject> &summaries, bool several);

} // namespace spillway
