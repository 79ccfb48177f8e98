// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/coldstartstrip.h"

#include "connection/kubeconnection.h"
#include "core/duration.h"
#include "core/plainline.h"
#include "itemmodels/podmodel.h"
#include "style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString pairText(const std::optional<PodStarts> &starts)
{
    return starts
               ? u"%1 / %2"_s.arg(PodModel::stepText(starts->p50), PodModel::stepText(starts->p95))
               : u"–"_s;
}

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

ColdStartStrip::ColdStartStrip(KubeConnection &kube, QString component, QWidget *parent)
    : QFrame(parent)
    , m_kube(kube)
    , m_component(std::move(component))
    , m_title(new QLabel(this))
    , m_seen(new QLabel(this))
    , m_note(new QLabel(this))
    , m_stepRow(new QWidget(this))
{
    setProperty("role", u"card"_s);
    setObjectName(u"coldStarts"_s);
    m_title->setFont(themeFont(FontRole::Title, font()));
    m_seen->setFont(themeFont(FontRole::Small, font()));
    for (QLabel *label : {m_seen, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
    }
    m_note->setMinimumWidth(1);
    auto *head = new QVBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_title);
    head->addWidget(m_seen);
    auto *steps = new QHBoxLayout(m_stepRow);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(spacing::xl);
    for (Step &step : m_steps) {
        steps->addWidget(makeStep(&step));
    }
    m_steps[Serving].value->setFont(themeFont(FontRole::Title, font()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::xs, spacing::m, spacing::xs);
    layout->setSpacing(spacing::xl);
    layout->addLayout(head);
    layout->addWidget(m_stepRow);
    layout->addWidget(m_note, 1);
    layout->addStretch(1);
    connect(&m_kube, &KubeConnection::stateChanged, this, &ColdStartStrip::refresh);
    connect(&m_kube, &KubeConnection::pictureChanged, this, &ColdStartStrip::refresh);
    refresh();
}

ColdStartStrip::~ColdStartStrip()
{
    m_kube.disconnect(this);
    m_kube.setLooking(this, false);
}

QWidget *ColdStartStrip::makeStep(Step *step)
{
    auto *cell = new QWidget(m_stepRow);
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    step->name = new QLabel(cell);
    step->name->setProperty("role", u"muted"_s);
    step->name->setFont(themeFont(FontRole::Small, font()));
    step->value = new QLabel(cell);
    step->value->setTextFormat(Qt::PlainText);
    layout->addWidget(step->name);
    layout->addWidget(step->value);
    return cell;
}

void ColdStartStrip::setActive(bool active)
{
    m_kube.setLooking(this, active && m_kube.isConfigured());
    refresh();
}

bool ColdStartStrip::isSettled() const
{
    return m_kube.state().phase != ClusterPhase::Connecting;
}

void ColdStartStrip::refresh()
{
    const ClusterState state = m_kube.state();
    setVisible(state.phase != ClusterPhase::NotConfigured);
    m_title->setText(tr("Cold starts"));
    m_seen->setText(seenText());
    m_seen->setVisible(!m_seen->text().isEmpty()); // else the title stands above its line
    setNote(stateText());
    showSteps();
    Q_EMIT refreshed();
}

void ColdStartStrip::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(plainTip(note));
    m_note->setVisible(!note.isEmpty());
    m_stepRow->setVisible(note.isEmpty());
}

/// Why there are no figures; empty if there are.
QString ColdStartStrip::stateText() const
{
    const ClusterState state = m_kube.state();
    if (state.phase == ClusterPhase::Connecting) {
        return m_kube.waitingFor().isEmpty()
                   ? tr("Connecting to %1").arg(m_kube.contextName())
                   : tr("Waiting for the login helper %1").arg(m_kube.waitingFor());
    }
    if (state.phase == ClusterPhase::Failed) {
        return state.error ? plainLine(state.error->sentence()) : QString{};
    }
    const WorkloadRow *workload = m_kube.picture().ofComponent(m_component);
    if (workload == nullptr) {
        return tr("There is no workload of this component in %1")
            .arg(m_kube.nameSpaces().join(u", "_s));
    }
    if (m_kube.picture().starts(workload->key).starts == 0) {
        return tr("No start has been seen yet");
    }
    return {};
}

QString ColdStartStrip::seenText() const
{
    const ClusterState state = m_kube.state();
    const WorkloadRow *workload = m_kube.picture().ofComponent(m_component);
    QStringList parts;
    if (workload != nullptr) {
        const std::size_t starts = m_kube.picture().starts(workload->key).starts;
        if (starts > 0) {
            parts << tr("starts seen: %1").arg(starts);
        }
    }
    if (state.phase == ClusterPhase::Kept) {
        parts << tr("%1 old").arg(humanDuration(state.age.value_or(0ms)));
    }
    return parts.join(u" · "_s);
}

void ColdStartStrip::showSteps()
{
    const WorkloadRow *workload = m_kube.picture().ofComponent(m_component);
    const StartSummary starts =
        workload != nullptr ? m_kube.picture().starts(workload->key) : StartSummary{};
    const auto step = [this](int which, const QString &name, const QString &tip,
                             const std::optional<PodStarts> &value) {
        const Step &labels = m_steps.at(static_cast<std::size_t>(which));
        labels.name->setText(name);
        labels.value->setText(pairText(value));
        for (QLabel *label : {labels.name, labels.value}) {
            label->setToolTip(tip);
        }
    };
    step(Serving, tr("Scheduled to ready, p50 / p95"),
         tr("Half of the pods got ready within the first time after they had a node, 95 % within "
            "the second."),
         starts.serving);
    step(Scheduled, tr("Node found"), tr("From its creation until it had a node"),
         starts.scheduled);
    step(Initialised, tr("Init"), tr("From there until its init containers were done"),
         starts.initialised);
    step(Image, tr("Image"),
         tr("Pulling the image, as the kubelet's events tell; they are kept for an hour"),
         starts.image);
    step(Started, tr("Containers"),
         tr("From there until its containers ran; pulling the image is in it"), starts.started);
    step(Ready, tr("Ready"), tr("From there until its readiness probe agreed"), starts.ready);
}

QJsonObject ColdStartStrip::summary() const
{
    QJsonObject made{{u"state"_s, QString{clusterPhaseName(m_kube.state().phase)}}};
    if (const WorkloadRow *workload = m_kube.picture().ofComponent(m_component)) {
        const StartSummary starts = m_kube.picture().starts(workload->key);
        made.insert(u"starts"_s, static_cast<qint64>(starts.starts));
        if (starts.serving) {
            made.insert(u"p50_seconds"_s, seconds(starts.serving->p50));
            made.insert(u"p95_seconds"_s, seconds(starts.serving->p95));
        }
    }
    return made;
}

QString ColdStartStrip::text() const
{
    QStringList parts{m_title->text(), m_seen->text()};
    if (!m_note->isHidden()) {
        parts << m_note->text();
    } else {
        for (const Step &step : m_steps) {
            parts << step.name->text() + u' ' + step.value->text();
        }
    }
    parts.removeAll(QString{});
    return parts.join(u" | "_s);
}

void ColdStartStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace spillway
