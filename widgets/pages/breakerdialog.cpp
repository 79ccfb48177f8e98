// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/breakerdialog.h"

#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "connection/panelfeed.h"
#include "controls/rowtable.h"
#include "core/clock.h"
#include "itemmodels/breakertablemodel.h"
#include "pages/breakerform.h"
#include "pages/clusterbanner.h"
#include "pages/unlockdialog.h"
#include "style/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int ticksBetweenReads = 10; ///< others may change them meanwhile

} // namespace

BreakerDialog::BreakerDialog(Connection *connection, KubeConnection &kube, const Clock &clock,
                             const QString &nameSpace, const QString &service, QWidget *parent)
    : QDialog(parent)
    , m_connection(connection)
    , m_kube(kube)
    , m_clock(clock)
    , m_nameSpace(nameSpace)
    , m_service(service)
    , m_model(new BreakerTableModel(this))
    , m_banner(new ClusterBanner(kube, clock, this))
    , m_table(new RowTable(m_model, BreakerTableModel::Name, BreakerTableModel::Reason, this))
    , m_form(new BreakerForm(this))
    , m_acknowledged(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_free(new QPushButton(this))
    , m_force(new QPushButton(this))
{
    build();
    connectParts();
    m_kube.setLooking(this, true);
    ask();
    read();
    m_tick.start(1s);
    retranslate();
    refresh();
}

BreakerDialog::~BreakerDialog()
{
    m_kube.disconnect(this);
    m_table->disconnect(this);
    delete m_reply;
    m_kube.setLooking(this, false);
}

void BreakerDialog::build()
{
    for (QLabel *label : {m_acknowledged, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_problem->setProperty("role", u"critical"_s);
    m_problem->hide();
    m_force->setProperty("primary", true);
    m_force->setAutoDefault(false);
    m_free->setAutoDefault(false);
    m_table->setMinimumHeight(150);
    auto *card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::s);
    buttons->addWidget(m_acknowledged, 1);
    buttons->addWidget(m_free);
    buttons->addWidget(m_force);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_banner);
    layout->addWidget(card, 1);
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(820, 560);
}

void BreakerDialog::connectParts()
{
    connect(m_banner, &ClusterBanner::unlockRequested, this, &BreakerDialog::unlock);
    connect(m_table, &RowTable::selectedKeyChanged, this, [this](const QString &key) {
        if (!key.isEmpty()) {
            m_form->setBreaker(key);
        }
    });
    connect(m_form, &BreakerForm::changed, this, &BreakerDialog::refresh);
    connect(m_force, &QPushButton::clicked, this, &BreakerDialog::force);
    connect(m_free, &QPushButton::clicked, this, &BreakerDialog::free);
    connect(&m_kube, &KubeConnection::writabilityChanged, this, &BreakerDialog::refresh);
    connect(&m_kube, &KubeConnection::stateChanged, this, [this] {
        if (!m_overrides) {
            read();
        }
        refresh();
    });
    connect(&m_tick, &QTimer::timeout, this, [this, ticks = 0]() mutable {
        m_banner->refresh();
        if (++ticks % ticksBetweenReads == 0) {
            read();
        }
    });
}

/// The states and generations of all consumers, once a refresh.
void BreakerDialog::ask()
{
    if (m_connection == nullptr) {
        return;
    }
    m_feed = m_connection->createFeed(this);
    PanelRequest request;
    request.queries = {
        {.id = u"state"_s, .expr = u"max by (tool) (breaker_state)"_s},
        {.id = u"generation"_s, .expr = u"max by (pod, instance) (breaker_override_generation)"_s}};
    request.queries[0].instant = true;
    request.queries[1].instant = true;
    request.time = TimeSelection::last(5min);
    connect(m_feed, &PanelFeed::changed, this, [this] {
        const PanelSnapshot &snapshot = m_feed->snapshot();
        if (snapshot.answers.size() == 2) {
            std::vector<OverrideAcknowledgement::Sample> samples;
            for (const auto &[consumer, generation] : generationSamples(snapshot.answers[1])) {
                samples.push_back({consumer, generation});
            }
            m_samples = std::move(samples);
        }
        refresh();
    });
    m_feed->setRequest(request);
    m_feed->setVisible(true);
}

OverrideStore *BreakerDialog::store()
{
    if (!m_store && m_kube.client() != nullptr && !m_nameSpace.isEmpty()) {
        m_store.emplace(*m_kube.client(), m_nameSpace, m_clock);
    }
    return m_store ? &*m_store : nullptr;
}

/// Nothing while a reading or a change is under way: its answer is newer than ours would be.
void BreakerDialog::read()
{
    if (m_reply != nullptr) {
        return;
    }
    if (OverrideStore *overrides = store()) {
        m_reply = overrides->read(nullptr);
        connect(m_reply, &OverrideReply::finished, this,
                [this, reply = m_reply.data()] { finished(reply, false); });
    }
}

const PolicyOverride *BreakerDialog::forced(const QString &breaker) const
{
    if (m_overrides) {
        for (const PolicyOverride &one : m_overrides->overrides) {
            if (one.service == m_service && one.breaker == breaker) {
                return &one;
            }
        }
    }
    return nullptr;
}

void BreakerDialog::force()
{
    const Result<WriteTicket> ticket = m_kube.ticket();
    if (!ticket) {
        unlock();
        return;
    }
    if (!m_form->isComplete() || store() == nullptr || !m_overrides || m_kube.user().isEmpty()) {
        return;
    }
    PolicyOverride value =
        m_form->value(QDateTime::fromMSecsSinceEpoch(m_clock.now(), QTimeZone::utc()));
    const PolicyOverride *old = forced(value.breaker);
    value.id = old != nullptr ? old->id : QString{}; // the store numbers new ones
    value.service = m_service;
    value.by = m_kube.user();
    m_changeProblem.clear();
    delete m_reply;
    m_reply = store()->set(*ticket, value, nullptr);
    connect(m_reply, &OverrideReply::finished, this,
            [this, reply = m_reply.data()] { finished(reply, true); });
    refresh();
}

void BreakerDialog::free()
{
    const Result<WriteTicket> ticket = m_kube.ticket();
    if (!ticket) {
        unlock();
        return;
    }
    const PolicyOverride *old = forced(m_form->breaker());
    if (old == nullptr || store() == nullptr) {
        return;
    }
    const QString id = old->id;
    m_changeProblem.clear();
    delete m_reply;
    m_reply = store()->clear(*ticket, id, m_kube.user(), m_form->reason(), nullptr);
    connect(m_reply, &OverrideReply::finished, this,
            [this, reply = m_reply.data()] { finished(reply, true); });
    refresh();
}

void BreakerDialog::finished(OverrideReply *reply, bool wrote)
{
    Result<OverrideSet> result = reply->takeResult();
    QStringList lines = reply->warnings();
    if (!reply->takenOverFrom().isEmpty()) {
        lines << tr("Edits of %1 were kept.").arg(reply->takenOverFrom().join(u", "_s));
    }
    m_reply = nullptr;
    reply->deleteLater();
    if (result) {
        m_overrides = std::move(*result);
        if (wrote) {
            m_form->clear();
            if (m_feed != nullptr) {
                m_feed->refresh();
            }
        }
        Q_EMIT overridesChanged();
    } else {
        lines.prepend(result.error().sentence());
    }
    // What went wrong with a change is told until the next one: readings go on meanwhile.
    (wrote ? m_changeProblem : m_readProblem) = lines.join(u'\n');
    if (wrote && result.ok()) {
        m_readProblem.clear();
    }
    refresh();
}

void BreakerDialog::setAcknowledged(const std::vector<OverrideAcknowledgement::Sample> &samples)
{
    m_samples = samples;
    refresh();
}

void BreakerDialog::refresh()
{
    const PanelSnapshot states = m_feed != nullptr ? m_feed->snapshot() : PanelSnapshot{};
    m_model->setRows(
        breakerRows(states, m_overrides.value_or(OverrideSet{}), m_service, m_clock.now()));
    m_model->setNow(m_clock.now());
    QStringList names;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        names << m_model->row(i).key;
    }
    m_form->setBreakers(names);
    const bool writable = m_kube.writableUntil().has_value();
    // Who forces is a part of an override.
    const bool known = m_overrides.has_value() && m_reply == nullptr && !m_kube.user().isEmpty();
    QStringList problems{m_changeProblem, m_readProblem};
    problems.removeAll(QString{});
    problems.removeDuplicates();
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    m_force->setText(writable ? tr("Set override") : tr("Allow changes…"));
    m_force->setEnabled(writable ? known && m_form->isComplete() : m_kube.client() != nullptr);
    m_free->setEnabled(writable && known && forced(m_form->breaker()) != nullptr);
    if (!m_overrides) {
        m_acknowledged->setText(m_kube.client() == nullptr ? tr("Connecting to the cluster…")
                                                           : tr("Reading the overrides…"));
    } else if (m_overrides->generation == 0) {
        m_acknowledged->setText(tr("Nothing was forced here yet."));
    } else if (m_samples.empty()) {
        m_acknowledged->setText(
            tr("Generation %1; nobody says which one is obeyed.").arg(m_overrides->generation));
    } else {
        m_acknowledged->setText(acknowledgementOf(m_overrides->generation, m_samples).toString());
    }
}

void BreakerDialog::unlock()
{
    if (m_kube.isProtected()) {
        auto *dialog = new UnlockDialog(m_kube, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return;
    }
    if (const Result<void> opened = m_kube.unlock(); !opened) {
        m_changeProblem = opened.error().sentence();
        refresh();
    }
}

void BreakerDialog::selectBreaker(const QString &name)
{
    m_table->selectKey(name);
    m_form->setBreaker(name);
    m_form->reasonEdit()->setFocus(Qt::OtherFocusReason);
}

QString BreakerDialog::text() const
{
    return m_problem->isHidden() ? m_acknowledged->text()
                                 : QString{m_acknowledged->text() + u'\n' + m_problem->text()};
}

void BreakerDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QDialog::changeEvent(event);
}

void BreakerDialog::retranslate()
{
    setWindowTitle(tr("Circuit breakers of %1").arg(m_service));
    m_free->setText(tr("Clear override"));
    m_free->setToolTip(tr("The breaker judges by itself again"));
    m_table->setAccessibleName(tr("Circuit breakers"));
    m_model->retranslate();
    m_form->retranslate();
}

} // namespace spillway
