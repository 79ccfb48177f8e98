// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/interruptedpushbar.h"

#include "style/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace spillway {

using namespace Qt::StringLiterals;

InterruptedPushBar::InterruptedPushBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_resume(new QPushButton(this))
    , m_undo(new QPushButton(this))
{
    setProperty("role", u"card"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setProperty("role", u"warning"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::xs, spacing::s, spacing::xs);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_resume);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (!m_pushes.empty()) {
            Q_EMIT resumeRequested(m_pushes.front().file);
        }
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!m_pushes.empty()) {
            Q_EMIT undoRequested(m_pushes.front().record);
        }
    });
    setPushes({});
}

void InterruptedPushBar::setPushes(std::vector<JournalEntry> pushes)
{
    m_pushes = std::move(pushes);
    setVisible(!m_pushes.empty());
    retranslate();
}

QString InterruptedPushBar::text() const
{
    return isHidden() ? QString{} : m_text->text();
}

void InterruptedPushBar::retranslate()
{
    m_resume->setText(tr("Go on"));
    m_undo->setText(tr("Undo…"));
    if (m_pushes.empty()) {
        m_text->clear();
        return;
    }
    const PushRecord &push = m_pushes.front().record;
    const QString when =
        locale().toString(QDateTime::fromMSecsSinceEpoch(push.startedAt), QLocale::ShortFormat);
    m_text->setText(tr("The push of “%1” begun at %2 was interrupted after %3 of %4 steps.")
                        .arg(push.policy, when)
                        .arg(push.stepsDone())
                        .arg(push.steps.size()));
}

} // namespace spillway
