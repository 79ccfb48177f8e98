// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QJsonObject>

#include <chrono>
#include <vector>

namespace spillway {

/// QApplication that measures how long frames take to paint.
class ShellApplication : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    [[nodiscard]] qint64 frames() const { return m_frames; }
    [[nodiscard]] std::chrono::nanoseconds frameTime() const { return m_frameTime; }
    [[nodiscard]] std::chrono::nanoseconds longestFrame() const { return m_longestFrame; }

private:
    qint64 m_frames = 0;
    std::chrono::nanoseconds m_frameTime{0};
    std::chrono::nanoseconds m_longestFrame{0};
};

/// A new folder for the pictures of a run without a display.
[[nodiscard]] QString grabFolder();
/// The summaries as JSON on stdout: one object, or with {"pages": [...]} around several.
void printGrab(const std::vector<QJsonObject> &summaries, bool several);

} // namespace spillway
