// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timecursor.h"
#include "dashboards/dashboardlibrary.h"
#include "itemmodels/policyhistory.h"
#include "kube/execlogins.h"
#include "mainwindow/mainwindow.h"
#include "net/httpclient.h"
#include "pages/pageregistry.h"
#include "spillway/demopanel.h"
#include "spillway/languagecontroller.h"
#include "spillway/options.h"
#include "spillway/prometheustester.h"
#include "spillway/selfmetrics.h"
#include "spillway/settingsstore.h"
#include "spillway/stallwatch.h"
#include "spillway/workspacefolder.h"
#include "style/themecontroller.h"

#include <QTimer>

#include <memory>

class QApplication;

namespace spillway {

class Connection;
class Grabber;
class KubeConnection;
class SecretStore;
struct ShortcutRow;

/// Wires models to widgets: which workspace is open, its connection, the pages on it, settings,
/// language and theme, the demo, and pictures without a window. One a program.
class ApplicationController : public QObject
{
    Q_OBJECT

public:
    ApplicationController(QApplication &application, SettingsStore &settings,
                          WorkspaceFolder &folder, SecretStore &secrets);
    ~ApplicationController() override;

    /// Returns at once; ends the program by itself in grab mode.
    void start(const Options &options);
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Connection *connection() const { return m_connection.get(); }
    [[nodiscard]] KubeConnection *kube() const { return m_kube.get(); }
    /// Crosshair and zoom of all charts.
    [[nodiscard]] TimeCursor *cursor() { return &m_cursor; }
    [[nodiscard]] SelfCounts counts();
    [[nodiscard]] StallWatch &stalls() { return m_stalls; }

    void openWorkspace(const QString &id);
    void openFile(const QString &file);
    void startDemo();

private:
    void connectWindow();
    void connectDemo();
    void run(Command command);
    void showStart();
    void setUpContext();
    void announceReady();
    void closeConnection();
    void markPushes(const Workspace &workspace);
    void applyPreferences(const Preferences &preferences);
    void preferencesDialog();
    void editWorkspace(const Workspace &workspace);
    void saveWorkspace(const Workspace &workspace, const QString &secret);
    void shortcutsDialog();
    void problemsDialog();
    void chooseFile();
    void copyLink(bool frozen);
    void openClipboardLink();
    void openLink(const ViewLink &link);
    void savePicture();
    void updateWorkspaces();
    void updateStatus();
    [[nodiscard]] std::vector<ShortcutRow> shortcutRows() const;
    [[nodiscard]] std::vector<Error> problems() const;
    void updateProblems();
    void saveSettings(SettingsStore::Reason reason);
    void showError(const Error &error);
    void maybeGrab();
    void endGrab();

    QApplication &m_application;
    SettingsStore &m_settingsStore;
    WorkspaceFolder &m_folder;
    SecretStore &m_secrets;
    SystemClock m_clock;
    HttpClient m_http;
    ExecLogins m_logins; ///< of login helpers, for all workspaces
    PrometheusTester m_tester;
    ThemeController m_theme;
    LanguageController m_language;
    StallWatch m_stalls;
    SelfMetrics m_metrics;
    DashboardLibrary m_library;
    TimeCursor m_cursor;
    PolicyHistory m_policies;
    PageRegistry m_registry;
    DemoPanel m_demo;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<KubeConnection> m_kube; ///< of the same workspace
    std::unique_ptr<Grabber> m_grabber;
    StoredSettings m_settings;
    Options m_options;
    QString m_workspace;     ///< id of the open one
    quint64 m_choices = 0;   ///< of workspaces; what was begun before the last one comes too late
    quint64 m_demoAsked = 0; ///< m_choices when the demo was asked for
    std::vector<Error> m_shownErrors;
    QTimer m_saveTimer;
};

} // namespace spillway
