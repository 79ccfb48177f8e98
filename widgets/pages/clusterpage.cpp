// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clusterpage.h"

#include "connection/kubeconnection.h"
#include "controls/rowtable.h"
#include "controls/searchfield.h"
#include "core/clock.h"
#include "itemmodels/workloadmodel.h"
#include "pages/clusterbanner.h"
#include "pages/clusterdetail.h"
#include "pages/clusterlacks.h"
#include "pages/clusternotice.h"
#include "pages/unlockdialog.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int filterWidth = 280;
constexpr int wide = 1'800;     ///< from here on the tables stand beside each other
constexpr int ticksForAges = 5; ///< ages of rows change less often than a countdown
const QString workloadVariable = u"workload"_s;

std::vector<WorkloadRow> rowsOf(const ClusterPicture &picture)
{
    const auto &rows = picture.workloads();
    return {rows.cbegin(), rows.cend()};
}

} // namespace

ClusterPage::ClusterPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new WorkloadModel(this))
    , m_banner(new ClusterBanner(*context.kube, *context.clock, this))
    , m_lacks(new ClusterLacks(*context.kube, this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new ClusterNotice(*context.kube, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_heading(new QLabel(this))
    , m_filter(new SearchField(this))
    , m_table(new RowTable(m_model, WorkloadModel::Name, WorkloadModel::Owner, this))
    , m_detail(new ClusterDetail(*context.kube, this))
{
    m_splitter->addWidget(makeTop());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::s, spacing::m, spacing::s);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_banner);
    layout->addWidget(m_lacks);
    layout->addWidget(m_stack, 1);
    connectParts();
    retranslate();
}

ClusterPage::~ClusterPage()
{
    // Children and the connection have things to tell while the rest of the page is gone already.
    context().kube->disconnect(this);
    m_table->disconnect(this);
    context().kube->setLooking(this, false);
}

QWidget *ClusterPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(spacing::s, 0, spacing::s, 0);
    m_heading->setFont(themeFont(FontRole::Title, font()));
    m_filter->setFixedWidth(filterWidth);
    m_table->setObjectName(u"workloads"_s);
    bar->addWidget(m_heading);
    bar->addStretch(1);
    bar->addWidget(m_filter);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    return top;
}

void ClusterPage::connectParts()
{
    KubeConnection *kube = context().kube;
    connect(kube, &KubeConnection::stateChanged, this, &ClusterPage::updateState);
    connect(kube, &KubeConnection::pictureChanged, this, &ClusterPage::updatePicture);
    connect(kube, &KubeConnection::writabilityChanged, m_banner, &ClusterBanner::refresh);
    connect(m_banner, &ClusterBanner::unlockRequested, this, &ClusterPage::unlock);
    connect(m_notice, &ClusterNotice::editRequested, this, &Page::workspaceEditRequested);
    connect(m_notice, &ClusterNotice::retryRequested, kube, &KubeConnection::tryAgain);
    connect(m_lacks, &ClusterLacks::retryRequested, kube, &KubeConnection::tryAgain);
    connect(m_table, &RowTable::selectedKeyChanged, this, &ClusterPage::select);
    connect(m_detail, &ClusterDetail::allRequested, this, &ClusterPage::showAll);
    connect(m_filter, &SearchField::searchChanged, this, &ClusterPage::filterRows);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(); });
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &ClusterPage::tick);
}

QString ClusterPage::pageId()
{
    return u"cluster"_s;
}

QString ClusterPage::pageTitle()
{
    return tr("Cluster");
}

QString ClusterPage::id() const
{
    return pageId();
}

QString ClusterPage::title() const
{
    return pageTitle();
}

void ClusterPage::setVariables(const PageVariables &variables)
{
    const QString wanted = variables.value(workloadVariable).value(0);
    if (wanted.isEmpty()) {
        return showAll();
    }
    m_wanted = wanted;
    updatePicture();
}

PageVariables ClusterPage::variables() const
{
    const QString key = m_wanted.isEmpty() ? m_detail->workload() : m_wanted;
    return key.isEmpty() ? PageVariables{} : PageVariables{{workloadVariable, {key}}};
}

void ClusterPage::refresh()
{
    context().kube->tryAgain();
}

bool ClusterPage::isSettled() const
{
    return context().kube->state().phase != ClusterPhase::Connecting;
}

bool ClusterPage::usesTime() const
{
    return false;
}

bool ClusterPage::showsTables() const
{
    return m_stack->currentWidget() == m_splitter;
}

QJsonObject ClusterPage::summary() const
{
    const KubeConnection &kube = *context().kube;
    const ClusterState state = kube.state();
    QJsonObject panel{{u"id"_s, pageId()},
                      {u"title"_s, title()},
                      {u"state"_s, QString{clusterPhaseName(state.phase)}}};
    if (state.error) {
        panel.insert(u"error"_s, state.error->sentence());
    }
    QJsonArray lacks;
    for (const ClusterLack &lack : state.lacks) {
        lacks.append(lack.error.sentence());
    }
    return {{u"panels"_s, QJsonArray{panel}},
            {u"context"_s, kube.contextName()},
            {u"user"_s, kube.user()},
            {u"version"_s, kube.version()},
            {u"writable"_s, kube.writableUntil().has_value()},
            {u"workloads"_s, m_model->rowCount()},
            {u"pods"_s, qint64{kube.picture().podCount()}},
            {u"lacks"_s, lacks},
            {u"notes"_s, QJsonArray::fromStringList(kube.notes())}};
}

std::vector<PageItem> ClusterPage::items() const
{
    std::vector<PageItem> found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const WorkloadRow &workload = m_model->row(row);
        found.push_back({workload.key, workload.name, workload.kind});
    }
    return found;
}

void ClusterPage::showItem(const QString &itemId)
{
    m_table->selectKey(itemId);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ClusterPage::activeChanged()
{
    context().kube->setLooking(this, isActive());
    if (isActive()) {
        m_ticks = 0;
        m_tick.start();
        updatePicture();
        updateState();
        tick();
    } else {
        m_tick.stop();
    }
}

void ClusterPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation orientation = width() >= wide ? Qt::Horizontal : Qt::Vertical;
    if (orientation != m_splitter->orientation()) {
        m_splitter->setOrientation(orientation);
        const int room = orientation == Qt::Horizontal ? width() : height();
        m_splitter->setSizes({room * 4 / 9, room * 5 / 9});
    }
}

void ClusterPage::unlock()
{
    KubeConnection &kube = *context().kube;
    if (kube.isProtected()) {
        auto *dialog = new UnlockDialog(kube, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        return;
    }
    if (const Result<void> opened = kube.unlock(); !opened) {
        Q_EMIT message(opened.error().sentence());
    }
}

void ClusterPage::showAll()
{
    m_wanted.clear();
    m_table->clearSelection();
    if (!m_detail->workload().isEmpty()) {
        select({}); // its row was filtered away
    }
}

/// What the user looks at stays, also when its row is filtered away; then the row is selected again
/// when it comes back.
void ClusterPage::filterRows(const QString &text)
{
    const QString kept = m_wanted.isEmpty() ? m_detail->workload() : m_wanted;
    m_filtering = true; // the view would select a neighbour
    m_table->setFilter(text);
    m_table->selectKey(kept);
    m_filtering = false;
    m_detail->setFilter(text);
    m_wanted = kept;
    if (!kept.isEmpty() && m_table->selectedKey() == kept) {
        m_wanted.clear();
        m_detail->showWorkload(kept);
    }
}

void ClusterPage::select(const QString &key)
{
    if (m_filtering) {
        return;
    }
    m_wanted.clear();
    m_detail->showWorkload(key);
    Q_EMIT variablesChanged();
}

void ClusterPage::updateState()
{
    const ClusterState state = context().kube->state();
    m_banner->refresh();
    m_notice->refresh();
    const bool shows = state.phase == ClusterPhase::Live || state.phase == ClusterPhase::Kept;
    m_stack->setCurrentWidget(shows ? static_cast<QWidget *>(m_splitter) : m_notice);
    m_lacks->refresh(shows);
    if (isSettled() && !m_wasSettled) {
        m_wasSettled = true;
        Q_EMIT settled();
    }
}

void ClusterPage::updatePicture()
{
    if (!isActive()) {
        return;
    }
    m_model->setRows(rowsOf(context().kube->picture()));
    m_detail->refresh();
    if (!m_wanted.isEmpty() && m_model->placeOf(m_wanted) >= 0) {
        m_table->selectKey(m_wanted);
    }
}

void ClusterPage::tick()
{
    m_banner->refresh();
    if (m_ticks++ % ticksForAges == 0) {
        const EpochMs now = context().clock->now();
        m_model->setNow(now);
        m_detail->setNow(now);
    }
}

void ClusterPage::retranslate()
{
    m_heading->setText(tr("Workloads"));
    m_filter->setPlaceholderText(tr("Filter workloads, pods, events"));
    m_filter->setAccessibleName(tr("Filter workloads, pods, events"));
    m_table->setAccessibleName(tr("Workloads"));
    m_model->retranslate();
    m_detail->retranslate();
    updateState();
}

} // namespace spillway
