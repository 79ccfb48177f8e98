// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/planview.h"

#include "connection/kubeconnection.h"
#include "controls/findinglist.h"
#include "editors/diffview.h"
#include "itemmodels/findingmodel.h"
#include "itemmodels/planmodel.h"
#include "itemmodels/policydocument.h"
#include "pages/clusterbanner.h"
#include "pages/interruptedpushbar.h"
#include "pages/plantree.h"
#include "pages/replicastrip.h"
#include "pages/takeoverbutton.h"
#include "pages/unlockdialog.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = PolicyRollout::State;

namespace {

QFrame *card(QWidget *content, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(content);
    return frame;
}

} // namespace

PlanView::PlanView(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_interrupted(new InterruptedPushBar(this))
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_stale(new QLabel(this))
    , m_planButton(new QPushButton(this))
    , m_takeButton(new TakeOverButton(this))
    , m_progress(new QProgressBar(this))
    , m_stack(new QStackedWidget(this))
    , m_message(new QLabel(m_stack))
    , m_messageButton(new QPushButton(m_stack))
    , m_splitter(new QSplitter(Qt::Vertical, m_stack))
    , m_findingModel(new FindingModel(this))
    , m_findings(new FindingList(m_findingModel, m_splitter))
    , m_model(new PlanModel(this))
    , m_tree(new PlanTree(m_model, m_splitter))
    , m_meanwhile(new DiffView(m_splitter))
    , m_pushBar(new PushBar(this))
{
    if (m_parts.kube != nullptr) {
        m_banner = new ClusterBanner(*m_parts.kube, *m_parts.clock, this);
    }
    build();
    connectParts();
    retranslate();
}

PlanView::~PlanView()
{
    m_parts.rollout->disconnect(this);
    m_parts.document->disconnect(this);
    if (m_parts.kube != nullptr) {
        m_parts.kube->disconnect(this);
    }
}

void PlanView::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    if (m_banner != nullptr) {
        layout->addWidget(m_banner);
    }
    layout->addWidget(m_interrupted);
    layout->addWidget(makeHead());
    layout->addWidget(makeBody(), 1);
    layout->addWidget(m_pushBar);
}

QWidget *PlanView::makeHead()
{
    m_title->setFont(themeFont(FontRole::Title, font()));
    m_facts->setProperty("role", u"muted"_s);
    m_stale->setProperty("role", u"warning"_s);
    for (QLabel *label : {m_title, m_facts, m_stale, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_title);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    QSizePolicy kept = m_progress->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(kept);
    auto *head = new QWidget(this);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_facts);
    texts->addWidget(m_stale);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::m);
    row->addLayout(texts, 1);
    row->addWidget(m_takeButton, 0, Qt::AlignTop);
    row->addWidget(m_planButton, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(spacing::xs, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    return head;
}

QWidget *PlanView::makeBody()
{
    auto *notice = new QWidget(m_stack);
    auto *middle = new QVBoxLayout(notice);
    m_message->setAlignment(Qt::AlignHCenter);
    m_message->setProperty("role", u"muted"_s);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    middle->addStretch(2);
    middle->addWidget(m_message);
    middle->addSpacing(spacing::s);
    middle->addWidget(m_messageButton, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    m_findingCard = card(m_findings, m_splitter);
    m_splitter->addWidget(m_findingCard);
    m_splitter->addWidget(card(m_tree, m_splitter));
    m_meanwhileCard = card(m_meanwhile, m_splitter);
    m_meanwhileCard->hide();
    m_splitter->addWidget(m_meanwhileCard);
    m_splitter->setProperty("role", u"gap"_s);
    m_splitter->setHandleWidth(spacing::s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_stack->addWidget(notice);
    m_stack->addWidget(m_splitter);
    return m_stack;
}

void PlanView::connectParts()
{
    PolicyRollout *rollout = m_parts.rollout;
    connect(m_planButton, &QPushButton::clicked, this, [this, rollout] {
        if (rollout->state() == State::Planning) {
            rollout->cancelPlan();
        } else {
            makePlan();
        }
    });
    connect(m_messageButton, &QPushButton::clicked, this, &PlanView::workspaceEditRequested);
    m_splitter->installEventFilter(this);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_fitsFindings = false; });
    connect(m_findings, &FindingList::placeActivated, this, &PlanView::placeActivated);
    connect(m_tree, &PlanTree::takeOverToggled, this, &PlanView::toggleTakeOver);
    connect(m_takeButton, &TakeOverButton::chosen, this, [this](const QSet<QString> &objects) {
        m_takeOver = objects;
        planAgain();
    });
    connect(m_pushBar, &PushBar::pushRequested, this, &PlanView::startPush);
    connect(m_pushBar, &PushBar::unlockRequested, this, &PlanView::unlock);
    connect(m_pushBar, &PushBar::stopRequested, rollout, &PolicyRollout::stopPush);
    connect(m_pushBar, &PushBar::undoRequested, this, &PlanView::undo);
    connect(m_interrupted, &InterruptedPushBar::resumeRequested, this, &PlanView::resume);
    connect(m_interrupted, &InterruptedPushBar::undoRequested, this, &PlanView::planUndo);
    connect(rollout, &PolicyRollout::stateChanged, this, &PlanView::planned);
    connect(rollout, &PolicyRollout::progressChanged, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(rollout, &PolicyRollout::stepChanged, this, &PlanView::showSteps);
    connect(rollout, &PolicyRollout::reverted, this, &PlanView::refreshMessage);
    connect(rollout, &PolicyRollout::watchChanged, this, &PlanView::refreshMessage);
    connect(rollout, &PolicyRollout::interruptedChanged, this,
            [this, rollout] { m_interrupted->setPushes(rollout->interruptedPushes()); });
    connect(m_parts.document, &PolicyDocument::textChanged, this, &PlanView::refresh);
    connect(m_parts.document, &PolicyDocument::analysed, this, &PlanView::refresh);
    if (m_parts.kube != nullptr) {
        connect(m_banner, &ClusterBanner::unlockRequested, this, &PlanView::unlock);
        connect(m_parts.kube, &KubeConnection::stateChanged, this, &PlanView::refresh);
        connect(m_parts.kube, &KubeConnection::writabilityChanged, this, &PlanView::refresh);
        connect(m_parts.kube, &KubeConnection::pictureChanged, this, &PlanView::refresh);
    }
}

void PlanView::makePlan()
{
    if (!canPlan()) {
        return;
    }
    m_undoing.reset();
    const PolicyAnalysis &analysis = *m_parts.document->analysis();
    PlanInput input;
    input.reading = analysis.reading;
    input.text = analysis.input.text;
    input.context = analysis.context;
    input.now = m_parts.clock->now();
    input.contextName = m_parts.kube->contextName();
    input.takeOver = m_takeOver;
    m_parts.rollout->plan(std::move(input));
}

void PlanView::planUndo(const PushRecord &push)
{
    if (m_parts.kube == nullptr || m_parts.rollout->isBusy()) {
        return;
    }
    m_undoing = push;
    m_parts.rollout->planUndo(push, m_parts.kube->contextName(), m_takeOver);
}

void PlanView::undo()
{
    if (const std::optional<PushRecord> push = m_parts.rollout->lastPush()) {
        m_takeOver.clear();
        planUndo(*push);
    }
}

void PlanView::toggleTakeOver(int step)
{
    const Plan *plan = m_parts.rollout->currentPlan();
    if (plan == nullptr || static_cast<std::size_t>(step) >= plan->steps.size() ||
        m_parts.rollout->state() != State::Planned) {
        return;
    }
    const QString object = plan->steps[static_cast<std::size_t>(step)].object.toString();
    if (!m_takeOver.remove(object)) {
        m_takeOver.insert(object);
    }
    planAgain();
}

void PlanView::planAgain()
{
    if (m_undoing) {
        planUndo(PushRecord{*m_undoing});
    } else {
        makePlan();
    }
}

void PlanView::unlock()
{
    if (m_parts.kube->isProtected()) {
        auto *dialog = new UnlockDialog(*m_parts.kube, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return;
    }
    if (const Result<void> opened = m_parts.kube->unlock(); !opened) {
        Q_EMIT message(opened.error().sentence());
    }
}

void PlanView::startPush()
{
    const PushBar::Offer &offer = m_pushBar->offer();
    if (offer.unlock) {
        unlock();
        return;
    }
    if (!offer.push || (offer.reasonNeeded && m_pushBar->reason().isEmpty())) {
        return;
    }
    const Result<WriteTicket> ticket = m_parts.kube->ticket();
    if (!ticket) {
        Q_EMIT message(ticket.error().sentence());
        return;
    }
    m_pushBar->replicas()->setBaseline();
    m_parts.rollout->push(*ticket, {.reason = m_pushBar->reason(), .author = m_parts.kube->user()});
}

void PlanView::resume(const QString &journalFile)
{
    const Result<WriteTicket> ticket = m_parts.kube->ticket();
    if (!ticket) {
        unlock();
        return;
    }
    if (const Result<void> begun = m_parts.rollout->resume(*ticket, journalFile); !begun) {
        Q_EMIT message(begun.error().sentence());
    }
}

void PlanView::planned()
{
    const State state = m_parts.rollout->state();
    if (state == State::Planned || state == State::Pushing) {
        m_plannedMark.reset();
        noteCluster();
        showPlan();
    }
    m_interrupted->setEnabled(!m_parts.rollout->isBusy());
    if (state == State::Planning) {
        m_progress->setRange(0, 0);
    }
    if (state == State::Pushed) {
        m_pushBar->setReason({});
        if (m_parts.rollout->currentPush()->result()) {
            m_takeOver.clear();
        }
    }
    showMeanwhile();
    refresh();
}

void PlanView::showPlan()
{
    const Plan *plan = m_parts.rollout->currentPlan();
    m_model->setPlan(*plan);
    const std::vector<FindingRow> rows = findingRows(*plan);
    m_findingModel->setRows(rows);
    m_takeButton->setPlan(*plan, m_takeOver);
    m_findingCard->setVisible(!rows.empty());
    m_tree->setShowsProgress(m_parts.rollout->currentPush() != nullptr);
    m_tree->showPlan();
    m_fitsFindings = true;
    fitFindings();
}

/// Whole rows of findings, and no more room than they need.
void PlanView::fitFindings()
{
    constexpr int edges = 2; // of the card
    constexpr int few = 110;
    constexpr int rest = 10'000;
    if (m_fitsFindings) {
        const int most = std::max(few, m_splitter->height() * 2 / 5);
        const int rows = m_findings->heightForWholeRows(m_splitter->width() - edges, most - edges);
        m_splitter->setSizes({rows + edges, rest, m_meanwhileCard->isHidden() ? 0 : rest});
    }
}

bool PlanView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter && event->type() == QEvent::Resize) {
        QMetaObject::invokeMethod(this, &PlanView::fitFindings, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void PlanView::tick()
{
    if (m_banner != nullptr) {
        m_banner->refresh();
    }
    if (m_parts.rollout->state() == State::Planned || m_parts.rollout->watch() != nullptr) {
        refresh();
    }
}

QString PlanView::text() const
{
    QStringList parts{m_title->text(), m_facts->text()};
    if (!m_stale->isHidden()) {
        parts << m_stale->text();
    }
    if (m_stack->currentIndex() == 0) {
        parts << m_message->text();
    }
    parts.removeAll(QString{});
    return parts.join(u" | "_s);
}

} // namespace spillway
