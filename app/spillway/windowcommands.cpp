// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ApplicationController that answers the window: dialogs, files, clipboard.
#include "connection/connection.h"
#include "connection/secretstore.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/problemsdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/workspaceeditor.h"
#include "spillway/applicationcontroller.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QTextStream>
#include <QUrl>

namespace spillway {

using namespace Qt::StringLiterals;

void ApplicationController::connectWindow()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::workspaceRequested, this, &ApplicationController::openWorkspace);
    connect(window, &MainWindow::linkRequested, this, &ApplicationController::openLink);
    connect(window, &MainWindow::commandRequested, this, &ApplicationController::run);
    connect(window, &MainWindow::layoutChanged, this, [this] { m_saveTimer.start(); });
    connect(window, &MainWindow::pageChanged, this, [this] { m_saveTimer.start(); });
    connect(window, &MainWindow::refreshRequested, this, [this] {
        if (m_connection) {
            m_connection->refreshAll();
        }
    });
    connect(window, &MainWindow::pausedChanged, this, [this](bool paused) {
        if (m_connection) {
            m_connection->setPaused(paused);
        }
    });
    connect(window, &MainWindow::viewChanged, this, [this](const PageView &view) {
        if (m_connection) {
            m_connection->setRefreshInterval(view.refresh);
        }
    });
    connect(&m_library, &DashboardLibrary::changed, this, &ApplicationController::updateProblems);
    connect(&m_language, &LanguageController::changed, this, [this] {
        m_window->setLocale(m_language.locale());
        m_demo.retranslate();
        updateWorkspaces();
        updateStatus();
        if (m_connection && !m_connection->backend().lacks.isEmpty()) {
            m_connection->reconnect(); // its limits are told in the language of the probe
        }
    });
}

void ApplicationController::run(Command command)
{
    switch (command) {
    case Command::Preferences:
        return preferencesDialog();
    case Command::Shortcuts:
        return shortcutsDialog();
    case Command::Problems:
        return problemsDialog();
    case Command::About:
        AboutDialog(m_window.get()).exec();
        return;
    case Command::NewWorkspace:
        return editWorkspace(workspaceForUrl({}, {}));
    case Command::EditWorkspace:
        if (const auto *entry = m_folder.find(m_workspace)) {
            editWorkspace(entry->reading.workspace);
        }
        return;
    case Command::OpenWorkspace:
        return chooseFile();
    case Command::Reconnect:
        if (m_connection) {
            m_connection->reconnect();
        }
        return;
    case Command::ToggleTheme:
        m_settings.preferences.theme = m_theme.isDark() ? ThemeMode::Light : ThemeMode::Dark;
        applyPreferences(m_settings.preferences);
        return saveSettings(SettingsStore::Reason::User);
    case Command::CopyLink:
        return copyLink(false);
    case Command::CopyFrozenLink:
        return copyLink(true);
    case Command::OpenLink:
        return openClipboardLink();
    case Command::SavePicture:
        return savePicture();
    case Command::Quit:
        m_window->close();
        return;
    default:
        return;
    }
}

void ApplicationController::applyPreferences(const Preferences &preferences)
{
    m_language.setLanguage(preferences.language);
    m_theme.setMode(preferences.theme);
    m_window->setLocale(m_language.locale());
    m_window->setWallRotation(preferences.wallRotation);
    PageView view = m_window->view();
    const QString workspaceZone = m_connection ? m_connection->workspace().timezone : QString{};
    const QString zone = preferences.timeZone.isEmpty() ? workspaceZone : preferences.timeZone;
    view.zone = zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8());
    view.secondZone = preferences.secondTimeZone.isEmpty()
                          ? QTimeZone{}
                          : QTimeZone(preferences.secondTimeZone.toUtf8());
    m_window->setView(view);
}

void ApplicationController::preferencesDialog()
{
    PreferencesDialog dialog(m_settings.preferences, m_window.get());
    connect(&dialog, &PreferencesDialog::applied, this, &ApplicationController::applyPreferences);
    if (dialog.exec() == QDialog::Accepted) {
        m_settings.preferences = dialog.preferences();
        applyPreferences(m_settings.preferences);
        saveSettings(SettingsStore::Reason::User);
        updateProblems();
    }
}

void ApplicationController::editWorkspace(const Workspace &workspace)
{
    WorkspaceEditor editor(workspace, &m_tester, m_window.get());
    const auto *entry = m_folder.find(workspace.id);
    if (entry != nullptr && !entry->stored) {
        editor.setCopyOf(entry->file);
    }
    if (editor.exec() == QDialog::Accepted) {
        saveWorkspace(editor.workspace(), editor.secret());
    }
}

void ApplicationController::saveWorkspace(const Workspace &workspace, const QString &secret)
{
    const auto id = m_folder.save(workspace);
    updateProblems();
    if (!id) {
        showError(id.error());
        return;
    }
    updateWorkspaces();
    // The same id with other contents is another connection.
    if (*id == m_workspace && m_connection) {
        if (m_window->mayLeaveEdits()) {
            closeConnection();
        } else {
            m_window->showMessage(tr("Saved; used when the workspace is opened again"));
        }
    }
    if (secret.isEmpty()) {
        openWorkspace(*id);
        return;
    }
    const Workspace &saved = m_folder.find(*id)->reading.workspace;
    SecretDone *done = m_secrets.write(secretKey(saved), secret, this);
    connect(done, &SourceReply::finished, this, [this, done, id = *id, choice = m_choices] {
        const auto written = done->takeResult();
        done->deleteLater();
        if (!written) {
            showError(written.error());
        }
        if (choice == m_choices) {
            openWorkspace(id);
        }
    });
}

std::vector<ShortcutRow> ApplicationController::shortcutRows() const
{
    const auto rowOf = [](const QString &group, const QAction *action) {
        QStringList keys;
        const auto sequences = action->shortcuts();
        for (const QKeySequence &sequence : sequences) {
            keys << sequence.toString(QKeySequence::NativeText);
        }
        return ShortcutRow{group, action->text(), keys};
    };
    std::vector<ShortcutRow> rows;
    for (const ActionRegistry::Row &row : m_window->actions().rows()) {
        rows.push_back(rowOf(row.group, row.action));
    }
    rows.push_back({rows.front().group, tr("Page 1 to 9"), {tr("Ctrl+1 to Ctrl+9")}});
    if (const Page *page = m_window->currentPage()) {
        const auto actions = page->actions();
        for (const QAction *action : actions) {
            rows.push_back(rowOf(tr("This page"), action));
        }
    }
    const QString chart = tr("In a chart");
    rows.push_back({chart, tr("Step through the samples"), {tr("Left, Right, Home, End")}});
    rows.push_back({chart, tr("Another line"), {tr("Up, Down")}});
    rows.push_back({chart, tr("Next or previous gap, NaN or reset"), {u"N"_s, u"P"_s}});
    rows.push_back({chart, tr("Zoom in or out"), {u"+"_s, u"-"_s}});
    rows.push_back({chart, tr("Undo the zoom"), {tr("Backspace")}});
    rows.push_back({chart, tr("Pin the crosshair"), {tr("Return")}});
    return rows;
}

void ApplicationController::shortcutsDialog()
{
    ShortcutsDialog dialog(shortcutRows(), m_window.get());
    connect(&m_language, &LanguageController::changed, &dialog,
            [this, &dialog] { dialog.setRows(shortcutRows()); });
    dialog.exec();
}

std::vector<Error> ApplicationController::problems() const
{
    std::vector<Error> all = m_settingsStore.problems();
    for (const std::vector<Error> &part :
         {m_folder.problems(), m_library.problems(), m_shownErrors}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

void ApplicationController::problemsDialog()
{
    ProblemsDialog dialog(m_window.get());
    dialog.setProblems(problems());
    connect(&dialog, &ProblemsDialog::openFolderRequested, this, [](const QString &file) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
    dialog.exec();
}

void ApplicationController::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(m_window.get(), tr("Open a workspace file"),
                                                      {}, tr("Workspaces (*.yaml *.yml)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

void ApplicationController::copyLink(bool frozen)
{
    QGuiApplication::clipboard()->setText(
        m_window->link(frozen).toUrl().toString(QUrl::FullyEncoded));
    m_window->showMessage(frozen ? tr("Link with frozen times copied") : tr("Link copied"));
}

void ApplicationController::openClipboardLink()
{
    const auto link = parseViewLink(QGuiApplication::clipboard()->text());
    if (link) {
        m_window->openLink(*link);
    } else {
        m_window->showMessage(link.error().sentence());
    }
}

void ApplicationController::openLink(const ViewLink &link)
{
    if (m_folder.find(link.workspace) == nullptr) {
        m_window->showMessage(
            tr("The link belongs to the workspace “%1”, which is not here").arg(link.workspace));
        return;
    }
    m_options.link = link;
    openWorkspace(link.workspace);
    m_options.link.reset(); // not for another workspace, if this one was not opened
}

void ApplicationController::savePicture()
{
    const Page *page = m_window->currentPage();
    if (page == nullptr || !page->isPrintable()) {
        return;
    }
    const QString file = QFileDialog::getSaveFileName(
        m_window.get(), tr("Save the page"), page->id() + u".png"_s, tr("Picture (*.png)"));
    if (file.isEmpty()) {
        return;
    }
    QPixmap picture = m_window->currentPage()->grab();
    m_window->showMessage(picture.save(file) ? tr("Saved as %1").arg(file)
                                             : tr("%1 cannot be written").arg(file));
}

void ApplicationController::updateProblems()
{
    m_window->setProblems(static_cast<int>(problems().size()));
}

void ApplicationController::showError(const Error &error)
{
    m_shownErrors.push_back(error);
    updateProblems();
    m_window->showMessage(error.sentence());
    QTextStream(stderr) << error.sentence() << Qt::endl;
}

} // namespace spillway
