// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pushbar.h"

#include "pages/replicastrip.h"
#include "style/role.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestReason = 500;

QString roleOf(PushBar::Mood mood)
{
    switch (mood) {
    case PushBar::Mood::Good:
        return u"good"_s;
    case PushBar::Mood::Warning:
        return u"warning"_s;
    case PushBar::Mood::Bad:
        return u"critical"_s;
    case PushBar::Mood::Neutral:
        break;
    }
    return u"muted"_s;
}

} // namespace

PushBar::PushBar(QWidget *parent)
    : QFrame(parent)
    , m_message(new QLabel(this))
    , m_reversions(new QLabel(this))
    , m_replicas(new ReplicaStrip(this))
    , m_undo(new QPushButton(this))
    , m_row(new QWidget(this))
    , m_reasonLabel(new QLabel(m_row))
    , m_reason(new QLineEdit(m_row))
    , m_why(new QLabel(m_row))
    , m_stop(new QPushButton(m_row))
    , m_push(new QPushButton(m_row))
{
    build();
    connect(m_push, &QPushButton::clicked, this, &PushBar::press);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_push->isEnabled() && m_push->isVisible()) {
            press();
        }
    });
    connect(m_reason, &QLineEdit::textChanged, this, &PushBar::refresh);
    connect(m_undo, &QPushButton::clicked, this, &PushBar::undoRequested);
    connect(m_stop, &QPushButton::clicked, this, &PushBar::stopRequested);
    retranslate();
}

void PushBar::build()
{
    setProperty("role", u"card"_s);
    for (QLabel *label : {m_message, m_reversions, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (QLabel *label : {m_message, m_reversions}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
    }
    m_reversions->setProperty("role", u"warning"_s);
    m_why->setProperty("role", u"muted"_s);
    m_reason->setMaxLength(longestReason);
    m_reason->setMinimumWidth(160);
    m_reasonLabel->setBuddy(m_reason);
    m_push->setProperty("primary", true);
    m_replicas->hide();
    auto *told = new QHBoxLayout;
    told->setSpacing(spacing::s);
    told->addWidget(m_message, 1);
    told->addWidget(m_undo, 0, Qt::AlignTop);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::s);
    row->addWidget(m_reasonLabel);
    row->addWidget(m_reason, 3);
    row->addWidget(m_why, 2);
    row->addStretch(0);
    row->addWidget(m_stop);
    row->addWidget(m_push);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::s, spacing::s, spacing::s);
    layout->setSpacing(spacing::s);
    layout->addLayout(told);
    layout->addWidget(m_reversions);
    layout->addWidget(m_replicas);
    layout->addWidget(m_row);
}

void PushBar::setOffer(const Offer &offer)
{
    if (offer == m_offer) {
        return;
    }
    m_offer = offer;
    refresh();
}

void PushBar::setMessage(const QString &text, Mood mood)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    setRole(m_message, roleOf(mood));
}

QString PushBar::message() const
{
    return m_message->text();
}

void PushBar::setReversions(const QString &text)
{
    m_reversions->setText(text);
    m_reversions->setVisible(!text.isEmpty());
}

QString PushBar::reversions() const
{
    return m_reversions->text();
}

QString PushBar::reason() const
{
    return m_reason->text().trimmed();
}

void PushBar::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

void PushBar::press()
{
    if (m_offer.unlock) {
        Q_EMIT unlockRequested();
    } else if (m_offer.push) {
        Q_EMIT pushRequested();
    }
}

void PushBar::refresh()
{
    const bool asks = m_offer.push || m_offer.unlock;
    const bool reasonMissing = m_offer.reasonNeeded && reason().isEmpty();
    m_reasonLabel->setVisible(asks);
    m_reason->setVisible(asks);
    m_stop->setVisible(m_offer.stop);
    m_undo->setVisible(m_offer.undo);
    const bool onlyMarks = m_offer.isUndo && m_offer.steps == 0;
    m_push->setVisible(!m_offer.stop && (m_offer.steps > 0 || (onlyMarks && asks)));
    m_push->setText(m_offer.unlock      ? tr("Allow changes…")
                    : onlyMarks         ? tr("Mark as undone")
                    : m_offer.isUndo    ? tr("Undo, %n step(s)", nullptr, m_offer.steps)
                    : m_offer.steps > 0 ? tr("Push, %n step(s)", nullptr, m_offer.steps)
                                        : tr("Push"));
    m_push->setEnabled(m_offer.unlock || (m_offer.push && !reasonMissing));
    m_reason->setPlaceholderText(m_offer.reasonNeeded
                                     ? tr("Needed here: it is kept with the revision")
                                     : tr("Kept with the revision; may be empty"));
    m_why->setText(m_offer.why);
    m_why->setVisible(!m_offer.why.isEmpty());
    m_row->setVisible(asks || m_offer.stop || m_offer.steps > 0 || !m_offer.why.isEmpty());
}

void PushBar::retranslate()
{
    m_reasonLabel->setText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason of the push"));
    m_undo->setText(tr("Undo…"));
    m_undo->setToolTip(tr("Shows the way back first; nothing is written yet"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("After the step under way; the rest is not tried"));
    m_replicas->setAccessibleName(tr("Replicas now"));
    refresh();
}

} // namespace spillway
