// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/shellapplication.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QWidget>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

bool ShellApplication::notify(QObject *receiver, QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest || !receiver->isWidgetType()) {
        return QApplication::notify(receiver, event);
    }
    QElapsedTimer timer;
    timer.start();
    const bool handled = QApplication::notify(receiver, event);
    const std::chrono::nanoseconds took{timer.nsecsElapsed()};
    ++m_frames;
    m_frameTime += took;
    m_longestFrame = std::max(m_longestFrame, took);
    return handled;
}

QString grabFolder()
{
    const QString folder = QDir::temp().filePath(
        u"spillway-%1-%2"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s))
            .arg(QCoreApplication::applicationPid()));
    QDir().mkpath(folder);
    return folder;
}

void printGrab(const std::vector<QJsonObject> &summaries, bool several)
{
    QJsonObject result;
    if (several) {
        QJsonArray pages;
        for (const QJsonObject &summary : summaries) {
            pages.append(summary);
        }
        result.insert(u"pages"_s, pages);
        if (!summaries.empty()) {
            const QString file = summaries.front().value(u"file"_s).toString();
            result.insert(u"folder"_s, file.section(u'/', 0, -2));
        }
    } else if (!summaries.empty()) {
        result = summaries.front();
    }
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Indented);
}

} // namespace spillway
