// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/shellapplication.h"

#include "spillway/stallwatch.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <QThread>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

bool ShellApplication::notify(QObject *receiver, QEvent *event)
{
    const bool isFrame = event->type() == QEvent::UpdateRequest && receiver->isWidgetType();
    // notify() is also called on other threads, for their objects.
    if (m_stalls == nullptr || receiver->thread() != thread()) {
        return isFrame ? paint(receiver, event) : QApplication::notify(receiver, event);
    }
    // An event within the handling of another counts to that one, unless a dialog's own event loop
    // delivers it: the window is alive then, however long the dialog stays.
    const int level = thread()->loopLevel() + 1;
    if (level <= m_depth) {
        return isFrame ? paint(receiver, event) : QApplication::notify(receiver, event);
    }
    const int outer = std::exchange(m_depth, level);
    m_sinceEvent.start();
    const bool handled = isFrame ? paint(receiver, event) : QApplication::notify(receiver, event);
    if (m_stalls != nullptr) {
        m_stalls->noteEvent(std::chrono::nanoseconds{m_sinceEvent.nsecsElapsed()});
    }
    // What the outer event does after the dialog is measured from here.
    m_sinceEvent.restart();
    m_depth = outer;
    return handled;
}

bool ShellApplication::paint(QObject *receiver, QEvent *event)
{
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
