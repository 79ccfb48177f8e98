// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/grabber.h"

#include "mainwindow/mainwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QPixmap>

namespace spillway {

using namespace Qt::StringLiterals;

Grabber::Grabber(MainWindow &window, std::vector<Job> jobs, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_jobs(std::move(jobs))
{
    m_poll.setInterval(std::chrono::milliseconds{50});
    connect(&m_poll, &QTimer::timeout, this, &Grabber::check);
}

void Grabber::start()
{
    m_current = 0;
    next();
}

void Grabber::next()
{
    if (m_current >= m_jobs.size()) {
        Q_EMIT finished();
        return;
    }
    const Job &job = m_jobs.at(m_current);
    m_since.start();
    m_quietChecks = 0;
    if (!job.page.isEmpty() && !m_window.openPage(job.page)) {
        m_failed = true;
        m_summaries.push_back({{u"page"_s, job.page},
                               {u"error"_s, u"there is no such page"_s},
                               {u"pages"_s, QJsonArray::fromStringList(m_window.pageIds())}});
        ++m_current;
        QTimer::singleShot(0, this, &Grabber::next);
        return;
    }
    if (Page *page = m_window.currentPage()) {
        page->setComplete(true);
    }
    m_poll.start();
}

void Grabber::check()
{
    const Page *page = m_window.currentPage();
    const bool settled = page != nullptr ? page->isSettled() : m_window.cover() != nullptr;
    // Twice in a row: a page that has just been opened may not have asked yet.
    m_quietChecks = settled ? m_quietChecks + 1 : 0;
    const bool late = m_since.elapsed() > m_timeout.count();
    if (m_quietChecks < 3 && !late) {
        return;
    }
    m_poll.stop();
    save(settled);
    ++m_current;
    QTimer::singleShot(0, this, &Grabber::next);
}

void Grabber::save(bool settled)
{
    const Job &job = m_jobs.at(m_current);
    const Page *page = m_window.currentPage();
    QJsonObject summary = summarize(page != nullptr ? page->summary() : QJsonObject{});
    const QPixmap picture = m_window.grab();
    QDir().mkpath(QFileInfo(job.file).absolutePath());
    const bool written = picture.save(job.file);
    summary.insert(u"page"_s, page != nullptr ? page->id() : u"start"_s);
    summary.insert(u"file"_s, job.file);
    summary.insert(u"width"_s, picture.width());
    summary.insert(u"height"_s, picture.height());
    summary.insert(u"settled"_s, settled);
    if (!written) {
        summary.insert(u"error"_s, u"the picture cannot be written"_s);
    }
    m_failed = m_failed || !written || !settled || summary.value(u"failed"_s).toInt() > 0;
    m_summaries.push_back(summary);
}

QJsonObject Grabber::summarize(const QJsonObject &pageSummary)
{
    QJsonObject result = pageSummary;
    QJsonObject states;
    qint64 series = 0;
    qint64 samples = 0;
    int failed = 0;
    QJsonArray warnings;
    const QJsonArray panels = pageSummary.value(u"panels"_s).toArray();
    for (const QJsonValue value : panels) {
        const QJsonObject panel = value.toObject();
        const QString state = panel.value(u"state"_s).toString();
        states.insert(state, states.value(state).toInt() + 1);
        failed += state == "failed"_L1 ? 1 : 0;
        series += panel.value(u"series"_s).toInteger();
        samples += panel.value(u"samples"_s).toInteger();
        const QJsonArray notes = panel.value(u"warnings"_s).toArray();
        for (const QJsonValue note : notes) {
            if (!warnings.contains(note)) {
                warnings.append(note);
            }
        }
    }
    result.insert(u"states"_s, states);
    result.insert(u"series"_s, series);
    result.insert(u"samples"_s, samples);
    result.insert(u"failed"_s, failed);
    result.insert(u"warnings"_s, warnings);
    return result;
}

} // namespace spillway
