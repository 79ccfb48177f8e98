// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/statusline.h"

#include "core/duration.h"
#include "core/plainline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_message(new QLabel(this))
    , m_problemsLabel(new QLabel(this))
    , m_backend(new QLabel(this))
    , m_offset(new QLabel(this))
    , m_age(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::xs, spacing::m, spacing::xs);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_state);
    layout->addWidget(m_message, 1);
    for (QLabel *label : {m_problemsLabel, m_backend, m_offset, m_age}) {
        layout->addSpacing(spacing::s);
        layout->addWidget(label);
    }
    for (QLabel *label : {m_state, m_message, m_offset, m_age}) {
        label->setTextFormat(Qt::PlainText);
    }
    // What is in these is escaped; they are links.
    for (QLabel *label : {m_problemsLabel, m_backend}) {
        label->setTextFormat(Qt::RichText); // escaped
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    }
    for (QLabel *label : {m_state, m_message, m_backend, m_offset, m_age}) {
        label->setProperty("role", u"muted"_s);
        label->setFont(themeFont(FontRole::Small, font()));
    }
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_problemsLabel->setFont(themeFont(FontRole::Small, font()));
    m_tick.setInterval(1s);
    m_messageEnd.setSingleShot(true);
    m_messageEnd.setInterval(8s);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::updateAge);
    connect(&m_messageEnd, &QTimer::timeout, m_message, &QLabel::clear);
    connect(m_problemsLabel, &QLabel::linkActivated, this, &StatusLine::problemsRequested);
    connect(m_backend, &QLabel::linkActivated, this, &StatusLine::limitsRequested);
    updateTexts();
}

void StatusLine::setStatus(const ConnectionStatus &status)
{
    if (status != m_status) {
        m_status = status;
        updateTexts();
    }
}

void StatusLine::setClock(const Clock *clock)
{
    m_clock = clock;
    if (clock != nullptr) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    updateAge();
}

void StatusLine::setProblems(int count)
{
    m_problems = count;
    updateTexts();
}

void StatusLine::showMessage(const QString &text)
{
    m_message->setText(text);
    m_messageEnd.start();
}

QString StatusLine::text() const
{
    QStringList parts;
    for (const QLabel *label : {m_state, m_message, m_problemsLabel, m_backend, m_offset, m_age}) {
        if (!label->isHidden() && !label->text().isEmpty()) {
            parts << label->text();
        }
    }
    return parts.join(u" | "_s);
}

void StatusLine::updateTexts()
{
    QPixmap pixmap(QSize(12, 12) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTone(painter, QRectF(1, 1, 10, 10), m_status.tone, themeColors(palette()));
    painter.end();
    m_icon->setPixmap(pixmap);
    m_icon->setAccessibleName(toneName(m_status.tone));
    m_state->setText(m_status.state.isEmpty() ? tr("Not connected") : m_status.state);
    m_state->setToolTip(plainTip(m_status.detail));
    m_problemsLabel->setVisible(m_problems > 0);
    m_problemsLabel->setText(u"<a href=\"problems\">%1</a>"_s.arg(
        tr("%n problem(s) in files", nullptr, m_problems).toHtmlEscaped()));
    updateBackend();
    const auto offset = std::chrono::abs(m_status.clockOffset);
    m_offset->setVisible(offset >= 2s);
    m_offset->setText((m_status.clockOffset.count() > 0 ? tr("Server clock %1 ahead")
                                                        : tr("Server clock %1 behind"))
                          .arg(humanDuration(offset)));
    updateAge();
}

void StatusLine::updateBackend()
{
    const QString name = m_status.backend.toHtmlEscaped();
    const auto limits = static_cast<int>(m_status.lacks.size());
    m_backend->setVisible(!m_status.backend.isEmpty());
    m_backend->setText(limits == 0 ? name
                                   : u"<a href=\"limits\">%1</a>"_s.arg(
                                         tr("%1, with %n limit(s)", nullptr, limits).arg(name)));
    m_backend->setToolTip(plainTip(m_status.lacks.join(u'\n')));
}

void StatusLine::updateAge()
{
    const bool known = m_clock != nullptr && m_status.lastData != 0;
    m_age->setVisible(known);
    if (known) {
        const std::chrono::milliseconds age{
            std::max<EpochMs>(0, m_clock->now() - m_status.lastData)};
        m_age->setText(age < 2s ? tr("Data of just now")
                                : tr("Data of %1 ago").arg(humanDuration(age)));
    }
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
