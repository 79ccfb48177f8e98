// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policypage.h"

#include "charts/timecursor.h"
#include "connection/kubeconnection.h"
#include "core/clock.h"
#include "editors/yamleditor.h"
#include "itemmodels/policydocument.h"
#include "pages/planview.h"
#include "pages/policyemptyview.h"
#include "pages/policyfilebar.h"
#include "pages/policytextview.h"
#include "pages/policytimelineview.h"
#include "pages/revisionsview.h"
#include "rollout/policyrollout.h"
#include "scaling/kubernetesversion.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QAction>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString tabVariable = u"tab"_s;
/// From this width on the text has a side of its own.
constexpr int wideEnough = 1700;

} // namespace

PolicyPage::PolicyPage(const PageContext &context, const QString &file, QWidget *parent)
    : Page(context, parent)
    , m_document(std::make_unique<PolicyDocument>(*context.clock))
    , m_rollout(std::make_unique<PolicyRollout>(*context.clock, defaultJournalFolder()))
    , m_bar(new PolicyFileBar(*m_document, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new PolicyEmptyView(m_stack))
    , m_splitter(new QSplitter(Qt::Horizontal, m_stack))
    , m_tabs(new QTabWidget(m_splitter))
    , m_text(new PolicyTextView(*m_document, m_tabs))
    , m_timeline(new PolicyTimelineView(*m_document, m_tabs))
    , m_plan(new PlanView({.document = m_document.get(),
                           .rollout = m_rollout.get(),
                           .kube = context.kube,
                           .clock = context.clock},
                          m_tabs))
    , m_revisions(new RevisionsView(*m_document, *m_rollout, *context.clock, m_tabs))
    , m_save(new QAction(this))
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
{
    build();
    makeActions();
    connectParts();
    m_tick.setInterval(1s);
    openFirst(file);
    retranslate();
    updateCluster();
}

PolicyPage::~PolicyPage()
{
    // Children and the connection have things to tell while the rest of the page is gone already.
    m_document->disconnect(this);
    m_tabs->disconnect(this);
    m_rollout->disconnect(this);
    if (context().kube != nullptr) {
        context().kube->disconnect(this);
        context().kube->setLooking(this, false);
    }
    if (context().cursor != nullptr) {
        context().cursor->setMarks({}); // of another workspace next
    }
    for (QWidget *view :
         std::initializer_list<QWidget *>{m_text, m_timeline, m_plan, m_revisions, m_bar}) {
        delete view; // they look at the document and at the rollout
    }
}

void PolicyPage::build()
{
    m_tabs->setDocumentMode(true);
    for (QWidget *view :
         std::initializer_list<QWidget *>{m_text, m_timeline, m_plan, m_revisions}) {
        view->setContentsMargins(0, spacing::s, 0, 0);
        m_tabs->addTab(view, {});
    }
    m_splitter->addWidget(m_tabs);
    m_splitter->setProperty("role", u"gap"_s);
    m_splitter->setHandleWidth(spacing::m);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::s, spacing::m, spacing::s);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
}

void PolicyPage::makeActions()
{
    m_save->setShortcut(QKeySequence(u"Ctrl+S"_s));
    m_save->setIcon(themeIcon(u"save"));
    m_undo->setIcon(themeIcon(u"undo"));
    m_redo->setIcon(themeIcon(u"redo"));
    auto *plan = new QAction(this);
    plan->setObjectName(u"planPolicy"_s);
    plan->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    auto *next = new QAction(this);
    next->setObjectName(u"nextProblem"_s);
    next->setShortcut(QKeySequence(u"F8"_s));
    auto *previous = new QAction(this);
    previous->setObjectName(u"previousProblem"_s);
    previous->setShortcut(QKeySequence(u"Shift+F8"_s));
    for (QAction *action : {m_save, m_undo, m_redo, plan, next, previous}) {
        action->setShortcutContext(Qt::WindowShortcut);
        addAction(action);
    }
    m_bar->addActions({m_undo, m_redo, m_save});
    connect(m_save, &QAction::triggered, this, &PolicyPage::save);
    connect(m_undo, &QAction::triggered, this, [this] { m_text->editor()->undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_text->editor()->redo(); });
    connect(next, &QAction::triggered, this, [this] { goToProblem(true); });
    connect(previous, &QAction::triggered, this, [this] { goToProblem(false); });
    connect(plan, &QAction::triggered, this, [this] {
        showTab(m_plan);
        m_plan->makePlan();
    });
}

void PolicyPage::goToProblem(bool forwards)
{
    showTab(m_text);
    m_text->editor()->setFocus(Qt::OtherFocusReason);
    m_text->editor()->goToProblem(forwards);
}

void PolicyPage::connectParts()
{
    connect(m_document.get(), &PolicyDocument::textChanged, this, &PolicyPage::updateState);
    connect(m_document.get(), &PolicyDocument::modifiedChanged, this, &PolicyPage::updateState);
    connect(m_document.get(), &PolicyDocument::analysed, this, &PolicyPage::updateState);
    connect(m_document.get(), &PolicyDocument::analysed, this, &PolicyPage::readRevisions);
    connect(m_bar, &PolicyFileBar::openRequested, this, &PolicyPage::chooseFile);
    connect(m_bar, &PolicyFileBar::exampleRequested, this, &PolicyPage::beginExample);
    connect(m_bar, &PolicyFileBar::fileRequested, this, &PolicyPage::openFile);
    connect(m_bar, &PolicyFileBar::reloadRequested, this, &PolicyPage::reload);
    connect(m_bar, &PolicyFileBar::problemsClicked, this, [this] {
        m_text->editor()->goTo(1);
        goToProblem(true);
    });
    connect(m_empty, &PolicyEmptyView::openRequested, this, &PolicyPage::chooseFile);
    connect(m_empty, &PolicyEmptyView::exampleRequested, this, &PolicyPage::beginExample);
    connect(m_empty, &PolicyEmptyView::fileRequested, this, &PolicyPage::openFile);
    connect(m_empty, &PolicyEmptyView::draftRequested, m_document.get(),
            &PolicyDocument::openUntitledDraft);
    connect(m_timeline, &PolicyTimelineView::placeActivated, this, &PolicyPage::showPlace);
    connect(m_plan, &PlanView::placeActivated, this, &PolicyPage::showPlace);
    connect(m_plan, &PlanView::workspaceEditRequested, this, &Page::workspaceEditRequested);
    connect(m_plan, &PlanView::message, this, &Page::message);
    connect(m_revisions, &RevisionsView::rollBackRequested, this,
            [this](const QByteArray &text, int number) {
                m_text->replaceText(text);
                showTab(m_text);
                Q_EMIT message(
                    tr("Revision %1 is in the editor; Undo brings yours back").arg(number));
            });
    connect(m_tabs, &QTabWidget::currentChanged, this, &Page::variablesChanged);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_plan->tick();
        m_timeline->band()->setNow(context().clock->now());
        if (m_tabs->currentWidget() == m_revisions) {
            m_revisions->tick();
        }
    });
    connect(m_rollout.get(), &PolicyRollout::revisionsChanged, this, &PolicyPage::updateMarks);
    if (KubeConnection *kube = context().kube) {
        connect(kube, &KubeConnection::stateChanged, this, &PolicyPage::updateCluster);
        connect(kube, &KubeConnection::pictureChanged, this, &PolicyPage::updateLeadTimes);
    }
}

void PolicyPage::showPlace(const DocumentPosition &position)
{
    showTab(m_text);
    m_text->showPlace(position);
}

void PolicyPage::showTab(QWidget *view)
{
    if (m_tabs->indexOf(view) >= 0) {
        m_tabs->setCurrentWidget(view);
    }
}

bool PolicyPage::isEmpty() const
{
    return m_stack->currentWidget() == m_empty;
}

/// On a wide window the text stands at the left and the tabs are about what it means.
void PolicyPage::arrange()
{
    const bool wide = width() >= wideEnough;
    if (wide == m_wide) {
        return;
    }
    m_wide = wide;
    QWidget *const focused = focusWidget();
    if (wide) {
        m_tabs->removeTab(m_tabs->indexOf(m_text));
        m_splitter->insertWidget(0, m_text);
        m_text->show();
        m_splitter->setSizes({width() / 2, width() / 2});
    } else {
        m_tabs->insertTab(0, m_text, {});
        m_tabs->setCurrentIndex(0);
    }
    retranslate();
    if (focused != nullptr && m_text->isAncestorOf(focused)) {
        focused->setFocus(Qt::OtherFocusReason);
    }
}

void PolicyPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void PolicyPage::updateState()
{
    const bool open = m_document->isOpen();
    m_stack->setCurrentWidget(open ? static_cast<QWidget *>(m_splitter) : m_empty);
    m_bar->setVisible(open);
    m_save->setEnabled(open && (m_document->isModified() || m_document->file().isEmpty()));
    m_undo->setEnabled(open && m_text->editor()->canUndo());
    m_redo->setEnabled(open && m_text->editor()->canRedo());
    m_timeline->band()->setNow(context().clock->now());
    if (isSettled() && !m_wasSettled) {
        m_wasSettled = true;
        Q_EMIT settled();
    }
}

void PolicyPage::updateCluster()
{
    if (context().kube != nullptr) {
        m_rollout->setClient(context().kube->client());
        if (const auto minor = kubernetesMinorOf(context().kube->version())) {
            m_document->setKubernetesMinor(minor);
        }
        readRevisions();
    }
    updateState();
}

/// Once a policy, so that its pushes are marked on the time axes.
void PolicyPage::readRevisions()
{
    const PolicyAnalysisPtr &analysis = m_document->analysis();
    if (!isActive() || !analysis || !analysis->ok() || m_rollout->client() == nullptr) {
        return;
    }
    const Policy &policy = analysis->reading.policy;
    const QString of = policy.nameSpace + u'/' + policy.name;
    if (of != m_revisionsOf) {
        m_revisionsOf = of;
        m_revisions->read();
    }
}

void PolicyPage::updateLeadTimes()
{
    QMap<QString, std::chrono::seconds> times;
    for (const WorkloadRow &row : context().kube->picture().workloads()) {
        if (row.coldStart && !row.component.isEmpty()) {
            times.insert(row.component,
                         std::chrono::ceil<std::chrono::seconds>(row.coldStart->p95));
        }
    }
    m_document->setMeasuredLeadTimes(times);
}

} // namespace spillway
