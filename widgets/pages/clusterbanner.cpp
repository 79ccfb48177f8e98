// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clusterbanner.h"

#include "connection/kubeconnection.h"
#include "core/clock.h"
#include "core/duration.h"
#include "core/plainline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int markSize = 12;

void setMark(QLabel *label, Tone tone)
{
    const qreal ratio = label->devicePixelRatioF();
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTone(painter, QRectF(1, 1, markSize - 2, markSize - 2), tone,
             themeColors(label->palette()));
    painter.end();
    label->setPixmap(pixmap);
    label->setAccessibleName(toneName(tone));
}

Tone toneOf(const ClusterState &state)
{
    switch (state.phase) {
    case ClusterPhase::NotConfigured:
        return Tone::Neutral;
    case ClusterPhase::Connecting:
        return Tone::Info;
    case ClusterPhase::Live:
        return state.lacks.empty() ? Tone::Ok : Tone::Warning;
    case ClusterPhase::Kept:
        return Tone::Warning;
    case ClusterPhase::Failed:
        return Tone::Critical;
    }
    return Tone::Neutral;
}

QString minutesAndSeconds(std::chrono::milliseconds left)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(std::max(0ms, left)).count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar{u'0'});
}

} // namespace

ClusterBanner::ClusterBanner(KubeConnection &kube, const Clock &clock, QWidget *parent)
    : QFrame(parent)
    , m_kube(kube)
    , m_clock(clock)
    , m_mark(new QLabel(this))
    , m_state(new QLabel(this))
    , m_cluster(new QLabel(this))
    , m_identity(new QLabel(this))
    , m_writeMark(new QLabel(this))
    , m_writing(new QLabel(this))
    , m_lock(new QPushButton(this))
{
    setProperty("role", u"card"_s);
    setObjectName(u"clusterBanner"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::s, spacing::s, spacing::s);
    layout->setSpacing(spacing::s);
    for (QLabel *label : {m_state, m_cluster, m_identity, m_writing}) {
        label->setTextFormat(Qt::PlainText);
    }
    for (QLabel *label : {m_cluster, m_identity}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
    }
    m_identity->setProperty("role", u"muted"_s);
    m_state->setFont(themeFont(FontRole::Title, font()));
    layout->addWidget(m_mark);
    layout->addWidget(m_state);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_cluster);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_identity);
    layout->addStretch(1);
    layout->addWidget(m_writeMark);
    layout->addWidget(m_writing);
    layout->addWidget(m_lock);
    m_lock->setAutoDefault(false); // in a dialog Enter would press it
    connect(m_lock, &QPushButton::clicked, this, [this] {
        if (m_kube.writableUntil()) {
            m_kube.lock();
        } else {
            Q_EMIT unlockRequested();
        }
    });
    refresh();
}

void ClusterBanner::refresh()
{
    updateState();
    updateWriting();
}

void ClusterBanner::updateState()
{
    const ClusterState state = m_kube.state();
    setMark(m_mark, toneOf(state));
    switch (state.phase) {
    case ClusterPhase::NotConfigured:
        m_state->setText(tr("No cluster"));
        break;
    case ClusterPhase::Connecting:
        m_state->setText(m_kube.waitingFor().isEmpty()
                             ? tr("Connecting")
                             : tr("Waiting for %1").arg(m_kube.waitingFor()));
        break;
    case ClusterPhase::Live:
        m_state->setText(state.lacks.empty() ? tr("Live") : tr("Live, not all of it"));
        break;
    case ClusterPhase::Kept:
        m_state->setText(tr("%1 old").arg(humanDuration(state.age.value_or(0ms))));
        break;
    case ClusterPhase::Failed:
        m_state->setText(tr("Not connected"));
        break;
    }
    m_state->setToolTip(plainTip(state.error ? state.error->sentence() : QString{}));
    m_cluster->setText(m_kube.contextName());
    m_cluster->setToolTip(plainTip(m_kube.server()));
    QStringList facts;
    if (!m_kube.version().isEmpty()) {
        facts << tr("Kubernetes %1").arg(m_kube.version());
    }
    if (!m_kube.user().isEmpty()) {
        facts << tr("as %1").arg(m_kube.user());
    }
    if (!m_kube.nameSpaces().isEmpty()) {
        facts << tr("in %1", "namespaces").arg(m_kube.nameSpaces().join(u", "_s));
    }
    m_identity->setText(facts.join(u" · "_s));
    m_identity->setToolTip(plainTip(m_kube.groups().join(u", "_s)));
}

void ClusterBanner::updateWriting()
{
    const std::optional<EpochMs> until = m_kube.writableUntil();
    const bool possible = m_kube.client() != nullptr;
    setMark(m_writeMark, until ? Tone::Warning : Tone::Neutral);
    for (QWidget *part : std::initializer_list<QWidget *>{m_writeMark, m_writing, m_lock}) {
        part->setVisible(possible);
    }
    if (until) {
        m_writing->setText(
            tr("Changes allowed for %1")
                .arg(minutesAndSeconds(std::chrono::milliseconds{*until - m_clock.now()})));
        m_lock->setText(tr("Lock"));
    } else {
        m_writing->setText(m_kube.isProtected() ? tr("Read-only, protected") : tr("Read-only"));
        m_lock->setText(m_kube.isProtected() ? tr("Allow changes…") : tr("Allow changes"));
    }
    m_lock->setToolTip(until ? tr("Back to read-only")
                             : tr("For ten minutes; then it is read-only again"));
}

QString ClusterBanner::text() const
{
    QStringList parts;
    for (const QLabel *label : {m_state, m_cluster, m_identity, m_writing}) {
        if (!label->isHidden() && !label->text().isEmpty()) {
            parts << label->text();
        }
    }
    return parts.join(u" | "_s);
}

void ClusterBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace spillway
