// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/applicationcontroller.h"

#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "connection/prometheussource.h"
#include "connection/secretstore.h"
#include "pages/firstrunpage.h"
#include "pages/progresspage.h"
#include "rollout/journal.h"
#include "spillway/grabber.h"
#include "spillway/pagesetup.h"
#include "spillway/pushmarks.h"
#include "spillway/shellapplication.h"

#include <QApplication>
#include <QFutureWatcher>
#include <QTextStream>
#include <QtConcurrent>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString demoId = u"demo"_s;
}

ApplicationController::ApplicationController(QApplication &application, SettingsStore &settings,
                                             WorkspaceFolder &folder, SecretStore &secrets)
    : m_application(application)
    , m_settingsStore(settings)
    , m_folder(folder)
    , m_secrets(secrets)
    , m_logins(userExecSetup(), m_clock)
    , m_tester(m_http, m_secrets, m_logins)
    , m_theme(&application)
    , m_metrics([this] { return counts(); })
    , m_library(u":/dashboards"_s, DashboardLibrary::defaultUserFolder())
{
    if (auto *shell = qobject_cast<ShellApplication *>(&application)) {
        shell->setStallWatch(&m_stalls);
    }
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(1s);
    connect(&m_saveTimer, &QTimer::timeout, this,
            [this] { saveSettings(SettingsStore::Reason::Automatic); });
}

ApplicationController::~ApplicationController()
{
    if (auto *shell = qobject_cast<ShellApplication *>(&m_application)) {
        shell->setStallWatch(nullptr);
    }
    closeConnection();
    m_window.reset();
    m_demo.stop();
}

void ApplicationController::start(const Options &options)
{
    m_options = options;
    m_settings = m_settingsStore.load();
    // A picture is made with options of the command line; they are not what the user chose.
    m_policies.setKeeps(options.grabFile.isEmpty() && !options.grabAllPages);
    m_folder.reload();
    if (options.theme) {
        m_settings.preferences.theme = *options.theme;
    }
    if (!options.language.isEmpty()) {
        m_settings.preferences.language = options.language;
    }
    m_language.setLanguage(m_settings.preferences.language);
    m_demo.retranslate(); // its menu was made before
    m_theme.setMode(m_settings.preferences.theme);
    m_window = std::make_unique<MainWindow>(m_registry);
    connectWindow();
    connectDemo();
    connect(&m_library, &DashboardLibrary::changed, this, [this] {
        if (m_connection) {
            addDashboards(m_registry, m_connection->workspace(), m_library);
        }
    });
    applyPreferences(m_settings.preferences);
    PageView view = m_window->view();
    view.time = options.range.value_or(m_settings.preferences.time);
    view.refresh = options.refresh.value_or(m_settings.preferences.refresh);
    m_window->setView(view);
    m_window->restoreLayoutState(m_settings.layout);
    if (options.size.isValid()) {
        m_window->resize(options.size);
    }
    if (!options.metricsListen.isEmpty()) {
        if (const auto listening = m_metrics.listen(options.metricsListen); !listening) {
            showError(listening.error());
        }
    }
    updateProblems();
    updateWorkspaces();
    m_window->show();
    if (options.demo) {
        startDemo();
    } else if (!options.workspaceFile.isEmpty()) {
        openFile(options.workspaceFile);
    } else if (options.link && m_folder.find(options.link->workspace) != nullptr) {
        openWorkspace(options.link->workspace);
    } else if (m_settings.preferences.reopenWorkspace &&
               m_folder.find(m_settings.workspace) != nullptr) {
        openWorkspace(m_settings.workspace);
    } else {
        showStart();
    }
    m_stalls.reset();
}

SelfCounts ApplicationController::counts()
{
    SelfCounts counts;
    const auto seconds = [](std::chrono::nanoseconds time) {
        return std::chrono::duration<double>(time).count();
    };
    const HttpClient::Totals totals = m_http.totals();
    counts.requests = static_cast<double>(totals.requests);
    counts.failures = static_cast<double>(totals.failures);
    counts.receivedBytes = static_cast<double>(totals.bytesReceived);
    if (m_connection) {
        const GovernorCounts queries = m_connection->governor().counts();
        counts.queriesAsked = static_cast<double>(queries.asked);
        counts.queriesShared = static_cast<double>(queries.shared);
        counts.queriesSent = static_cast<double>(queries.sent);
    }
    if (const auto *frames = qobject_cast<const ShellApplication *>(&m_application)) {
        counts.frames = static_cast<double>(frames->frames());
        counts.frameSeconds = seconds(frames->frameTime());
        counts.longestFrameSeconds = seconds(frames->longestFrame());
    }
    counts.longestStallSeconds = seconds(m_stalls.longest());
    counts.stalls = static_cast<double>(m_stalls.stalls());
    counts.busySeconds = seconds(m_stalls.busy());
    return counts;
}

void ApplicationController::connectDemo()
{
    connect(&m_demo, &DemoPanel::ready, this, [this] {
        m_folder.openBytes(demoId, m_demo.workspaceYaml());
        m_window->setExtraMenu(m_demo.menu());
        if (m_demoAsked == m_choices) {
            openWorkspace(demoId);
        } else {
            updateWorkspaces();
            m_window->showMessage(tr("The demo is ready; it is among the workspaces"));
        }
    });
    connect(&m_demo, &DemoPanel::failed, this, [this](const Error &error) {
        showError(error);
        if (m_options.grabAllPages || !m_options.grabFile.isEmpty()) {
            QCoreApplication::exit(1);
        }
    });
    connect(&m_demo, &DemoPanel::cancelled, this, &ApplicationController::showStart);
    connect(&m_demo, &DemoPanel::message, m_window.get(), &MainWindow::showMessage);
}

void ApplicationController::startDemo()
{
    m_demoAsked = m_choices;
    if (m_demo.isRunning()) {
        openWorkspace(demoId);
        return;
    }
    m_window->setCover(m_demo.start());
}

void ApplicationController::showStart()
{
    if (m_connection) {
        m_window->setCover(nullptr);
        return;
    }
    auto *page = new FirstRunPage(&m_tester);
    connect(page, &FirstRunPage::demoRequested, this, &ApplicationController::startDemo);
    connect(page, &FirstRunPage::openFileRequested, this, &ApplicationController::chooseFile);
    connect(page, &FirstRunPage::editorRequested, this, [this](const Workspace &typed) {
        editWorkspace(workspaceForUrl(typed.name, typed.prometheus.url));
    });
    connect(page, &FirstRunPage::connectRequested, this, [this](const Workspace &typed) {
        saveWorkspace(workspaceForUrl(typed.name, typed.prometheus.url), {});
    });
    m_window->setCover(page);
    if (!m_options.grabFile.isEmpty()) {
        maybeGrab();
    }
}

void ApplicationController::openFile(const QString &file)
{
    const auto id = m_folder.open(file);
    updateProblems();
    if (!id) {
        showError(id.error());
        if (!m_options.grabFile.isEmpty()) {
            QMetaObject::invokeMethod(
                this, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
            return;
        }
        if (!m_connection) {
            showStart();
        }
        return;
    }
    openWorkspace(*id);
}

void ApplicationController::closeConnection()
{
    if (m_window) {
        // Pages hold feeds of the connection.
        m_window->setContext({});
    }
    m_connection.reset();
    m_kube.reset();
}

void ApplicationController::openWorkspace(const QString &id)
{
    const WorkspaceFolder::Entry *entry = m_folder.find(id);
    if (entry == nullptr) {
        return;
    }
    ++m_choices;
    if (id == m_workspace && m_connection) {
        m_window->setCover(nullptr);
        return;
    }
    if (!entry->reading.usable()) {
        problemsDialog();
        return;
    }
    const Workspace workspace = entry->reading.workspace; // asking takes its time
    if (!m_window->mayLeaveEdits()) {
        m_window->setCover(nullptr);
        updateWorkspaces();
        return;
    }
    closeConnection();
    m_workspace = id;
    m_connection = openConnection(workspace, m_http, m_secrets, m_logins);
    m_kube = std::make_unique<KubeConnection>(workspace, m_http, m_logins, m_clock);
    connect(m_connection.get(), &Connection::stateChanged, this,
            &ApplicationController::updateStatus);
    connect(m_connection.get(), &Connection::refreshDue, this,
            &ApplicationController::updateStatus);
    connect(&m_connection->governor(), &QueryGovernor::requestEnded, this,
            &ApplicationController::updateStatus);
    m_connection->setRefreshInterval(m_window->view().refresh);
    m_connection->setPaused(m_window->isPaused());
    m_library.reload();
    updateProblems();
    setUpPages(m_registry, workspace, m_library, std::exchange(m_options.policyFile, {}));
    if (id != demoId && m_options.grabFile.isEmpty()) {
        m_settings.workspace = id;
        saveSettings(SettingsStore::Reason::Automatic);
    }
    updateWorkspaces();
    m_window->setCover(nullptr);
    setUpContext();
    m_connection->start();
    markPushes(workspace);
    maybeGrab();
}

/// Those of this machine, until the policy page has read all of them from the cluster.
void ApplicationController::markPushes(const Workspace &workspace)
{
    m_cursor.setMarks({});
    auto *const watcher = new QFutureWatcher<std::vector<TimeMark>>(m_connection.get());
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (m_cursor.marks().empty()) {
            m_cursor.setMarks(watcher->result());
        }
    });
    watcher->setFuture(QtConcurrent::run(
        [workspace, folder = defaultJournalFolder()] { return pushMarks(folder, workspace); }));
}

void ApplicationController::setUpContext()
{
    PageView view = m_window->view();
    const QString zone = m_settings.preferences.timeZone.isEmpty()
                             ? m_connection->workspace().timezone
                             : m_settings.preferences.timeZone;
    view.zone = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8());
    m_window->setView(view);
    PageContext context;
    context.connection = m_connection.get();
    context.kube = m_kube.get();
    context.library = &m_library;
    context.policies = &m_policies;
    context.cursor = &m_cursor;
    context.theme = &m_theme;
    context.clock = &m_connection->clock();
    m_window->setContext(context);
    // What the command line asks for is meant for the workspace that it opens.
    const QString asked = m_options.grabFile.isEmpty() ? std::exchange(m_options.page, {})
                                                       : m_options.page; // the grabber's job
    const bool opened = m_window->openPage(asked.isEmpty() ? m_settings.page : asked);
    if (!opened && !asked.isEmpty()) {
        m_window->showMessage(tr("There is no page “%1” here").arg(asked));
    }
    if (m_options.link) {
        ViewLink link = *m_options.link;
        m_options.link.reset();
        link.workspace.clear();
        m_window->openLink(link);
    }
    updateStatus();
    if (std::exchange(m_options.printReady, false)) {
        announceReady();
    }
}

void ApplicationController::announceReady()
{
    Page *page = m_window->currentPage();
    if (page == nullptr) {
        return;
    }
    const auto print = [this] {
        m_window->repaint(); // what has just arrived is on screen, not only asked to be
        QTextStream(stdout) << "ready\n";
    };
    connect(page, &Page::settled, this, print, Qt::SingleShotConnection);
}

void ApplicationController::updateWorkspaces()
{
    QList<WorkspaceChoice> choices;
    const auto &entries = m_folder.entries();
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        const Workspace &workspace = it.value().reading.workspace;
        choices.append({.id = it.key(),
                        .name = workspace.name.isEmpty() ? it.key() : workspace.name,
                        .isProtected = workspace.isProtected,
                        .broken = !it.value().reading.errors.empty()});
    }
    m_window->setWorkspaces(choices, m_workspace);
}

void ApplicationController::updateStatus()
{
    if (!m_connection) {
        m_window->setStatus({});
        return;
    }
    ConnectionStatus status;
    switch (m_connection->state()) {
    case ConnectionState::Connecting:
        status.tone = Tone::Info;
        break;
    case ConnectionState::Ready:
        status.tone = Tone::Ok;
        break;
    case ConnectionState::Degraded:
        status.tone = Tone::Warning;
        break;
    case ConnectionState::Unreachable:
        status.tone = Tone::Critical;
        break;
    }
    status.state = connectionStateTitle(m_connection->state());
    status.detail = m_connection->error() ? m_connection->error()->sentence() : QString{};
    const BackendFacts &facts = m_connection->backend();
    status.backend = u"%1 %2"_s.arg(facts.product, facts.version).trimmed();
    status.lacks = facts.lacks;
    status.clockOffset = facts.clockOffset;
    status.lastData = m_connection->lastAnswerTime();
    m_window->setStatus(status);
}

void ApplicationController::maybeGrab()
{
    if (m_grabber || (m_options.grabFile.isEmpty() && !m_options.grabAllPages)) {
        return;
    }
    std::vector<Grabber::Job> jobs;
    if (m_options.grabAllPages) {
        const QString folder = grabFolder();
        for (const PageEntry &entry : m_registry.entries()) {
            jobs.push_back({entry.id, folder + u'/' + entry.id + u".png"_s});
        }
    } else {
        jobs.push_back({m_options.page, m_options.grabFile});
    }
    m_grabber = std::make_unique<Grabber>(*m_window, jobs);
    connect(m_grabber.get(), &Grabber::finished, this, &ApplicationController::endGrab);
    // The window has its size and the first page is laid out only after this turn.
    QTimer::singleShot(0, m_grabber.get(), &Grabber::start);
}

void ApplicationController::endGrab()
{
    printGrab(m_grabber->summaries(), m_options.grabAllPages);
    // A page that asks for little may look fine although nothing answers.
    const bool unreachable = m_connection && m_connection->state() == ConnectionState::Unreachable;
    QCoreApplication::exit(m_grabber->hasFailed() || unreachable ? 1 : 0);
}

void ApplicationController::saveSettings(SettingsStore::Reason reason)
{
    // A picture is made with options of the command line; they are not what the user chose.
    if (!m_options.grabFile.isEmpty() || m_options.grabAllPages) {
        return;
    }
    m_settings.layout = m_window->layoutState();
    if (const Page *page = m_window->currentPage()) {
        m_settings.page = page->id();
    }
    if (const auto saved = m_settingsStore.save(m_settings, reason);
        !saved && reason == SettingsStore::Reason::User) {
        showError(saved.error());
    }
}

} // namespace spillway
