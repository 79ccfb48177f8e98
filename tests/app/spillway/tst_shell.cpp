// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connection.h"
#include "connection/secretstore.h"
#include "controls/connectiontestview.h"
#include "dashboards/dashboarddocument.h"
#include "dialogs/problemsdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/workspaceeditor.h"
#include "itemmodels/policydocument.h"
#include "pages/dashboardpage.h"
#include "pages/firstrunpage.h"
#include "pages/policypage.h"
#include "spillway/applicationcontroller.h"
#include "spillway/pagesetup.h"
#include "spillway/shellapplication.h"
#include "spillway/trafficdialog.h"
#include "support/fakesecretstore.h"
#include "support/resultmacros.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstRunShowsTheWays();
    void connectsFromTheFirstPage();
    void diagnosesWhatIsNotThere();
    void everyDialogOpens_data();
    void everyDialogOpens();
    void languageAndThemeAtRunTime();
    void brokenWorkspaceIsReported();
    void brokenSettingsAreReported();
    void copiesAndOpensLinks();
    void brokenDashboardIsReported();
    void pagesOfAWorkspace();
    void pageActionsDoNotConflict();
    void zoomIsUndoneToTheRelativeRange();
    void aCopyIsAnnounced();
    void savesAWorkspaceWithItsSecret();
    void optionsAreForTheFirstWorkspace();
    void aSecretThatIsWrittenLate();
    void unsavedDashboardsKeepTheWorkspace();
    void aSavedCopyIsAPage();
    void trafficOfTheDemo();
    void countsFramesAndEvents();

private:
    [[nodiscard]] ActionRegistry const &actions() const { return m_controller->window().actions(); }
    void trigger(Command command) const { actions().action(command)->trigger(); }
    QString writeFile(const QString &name, const QByteArray &text) const
    {
        QFile file(m_dir->filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        return file.fileName();
    }
    void make();
    void openShop();
    [[nodiscard]] QString addWorkspace(const QString &name)
    {
        const auto id = m_folder->save(workspaceForUrl(name, QUrl(u"http://127.0.0.1:9"_s)));
        return id ? *id : QString{};
    }
    [[nodiscard]] QString openName() const { return m_controller->connection()->workspace().name; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<WorkspaceFolder> m_folder;
    FakeSecretStore m_secrets;
    std::unique_ptr<ApplicationController> m_controller;
};

void TestShell::make()
{
    m_settings = std::make_unique<SettingsStore>(m_dir->filePath(u"spillway.ini"_s));
    m_folder = std::make_unique<WorkspaceFolder>(m_dir->filePath(u"workspaces"_s));
    m_controller =
        std::make_unique<ApplicationController>(*qApp, *m_settings, *m_folder, m_secrets);
}

void TestShell::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    // The user's dashboards.
    qputenv("XDG_CONFIG_HOME", m_dir->path().toUtf8());
    make();
}

void TestShell::cleanup()
{
    m_controller.reset();
}

void TestShell::firstRunShowsTheWays()
{
    m_controller->start({});
    auto *page = qobject_cast<FirstRunPage *>(m_controller->window().cover());
    QVERIFY(page != nullptr);
    QVERIFY(page->isVisible());
    page->urlEdit()->setText(u"ftp://x"_s);
    QVERIFY(!page->findChild<QPushButton *>(u"connect"_s)->isEnabled());
    page->urlEdit()->setText(u"127.0.0.1:9"_s);
    QVERIFY(page->findChild<QPushButton *>(u"connect"_s)->isEnabled());
}

void TestShell::connectsFromTheFirstPage()
{
    m_controller->start({});
    auto *page = qobject_cast<FirstRunPage *>(m_controller->window().cover());
    page->urlEdit()->setText(u"127.0.0.1:9"_s);
    page->findChild<QPushButton *>(u"connect"_s)->click();
    QVERIFY(m_controller->connection() != nullptr);
    QVERIFY(m_controller->window().cover() == nullptr);
    QVERIFY(m_controller->window().currentPage() != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->connection()->state(), ConnectionState::Unreachable,
                              60'000);
    auto *line = m_controller->window().findChild<StatusLine *>();
    QTRY_COMPARE_WITH_TIMEOUT(line->status().tone, Tone::Critical, 60'000);
    // The next start opens it again.
    m_controller.reset();
    make();
    m_controller->start({});
    QVERIFY(m_controller->connection() != nullptr);
}

void TestShell::diagnosesWhatIsNotThere()
{
    m_controller->start({});
    auto *page = qobject_cast<FirstRunPage *>(m_controller->window().cover());
    page->urlEdit()->setText(u"127.0.0.1:9"_s);
    page->testView()->start();
    QTRY_VERIFY_WITH_TIMEOUT(page->testView()->diagnosis().has_value(), 60'000);
    QVERIFY(page->testView()->diagnosis()->error.has_value());
    QVERIFY(page->testView()->text().size() > 20);
}

void TestShell::everyDialogOpens_data()
{
    QTest::addColumn<Command>("command");
    QTest::newRow("preferences") << Command::Preferences;
    QTest::newRow("shortcuts") << Command::Shortcuts;
    QTest::newRow("problems") << Command::Problems;
    QTest::newRow("about") << Command::About;
    QTest::newRow("new workspace") << Command::NewWorkspace;
}

void TestShell::everyDialogOpens()
{
    QFETCH(const Command, command);
    m_controller->start({});
    bool opened = false;
    QTimer::singleShot(0, this, [this, &opened] {
        const auto dialogs = m_controller->window().findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible()) {
                opened = true;
                QVERIFY(!dialog->windowTitle().isEmpty());
                dialog->reject();
            }
        }
    });
    trigger(command);
    QVERIFY(opened);
}

void TestShell::languageAndThemeAtRunTime()
{
    Options options;
    options.language = u"en"_s;
    options.theme = ThemeMode::Light;
    m_controller->start(options);
    auto *page = qobject_cast<FirstRunPage *>(m_controller->window().cover());
    auto *demo = page->findChild<QPushButton *>(u"tryDemo"_s);
    const QString english = demo->text();
    const QColor light = qApp->palette().color(QPalette::Window);
    QTimer::singleShot(0, this, [this] {
        for (QDialog *dialog : m_controller->window().findChildren<QDialog *>()) {
            if (dialog->isVisible()) {
                const auto boxes = dialog->findChildren<QComboBox *>();
                boxes.at(0)->setCurrentIndex(boxes.at(0)->findData(u"dark"_s));
                boxes.at(1)->setCurrentIndex(boxes.at(1)->findData(u"zh_CN"_s));
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
            }
        }
    });
    trigger(Command::Preferences);
    QTRY_VERIFY_WITH_TIMEOUT(demo->text() != english, 60'000);
    QVERIFY(actions().action(Command::Quit)->text() == u"退出"_s);
    QVERIFY(qApp->palette().color(QPalette::Window) != light);
    trigger(Command::ToggleTheme);
    QCOMPARE(qApp->palette().color(QPalette::Window), light);
    SettingsStore saved(m_settings->file());
    QCOMPARE(saved.load().preferences.language, u"zh_CN"_s);
}

void TestShell::brokenWorkspaceIsReported()
{
    Options options;
    options.workspaceFile = writeFile(u"broken.yaml"_s, "prometheus: [unclosed\n");
    m_controller->start(options);
    QVERIFY(m_controller->connection() == nullptr);
    QVERIFY(qobject_cast<FirstRunPage *>(m_controller->window().cover()) != nullptr);
    QVERIFY(m_controller->window().findChild<StatusLine *>()->text().contains(u"problem"_s) ||
            m_controller->window().findChild<StatusLine *>()->text().contains(u"问题"_s));
}

void TestShell::brokenSettingsAreReported()
{
    const QByteArray text("[look]\ntheme=pink\n");
    writeFile(u"spillway.ini"_s, text);
    m_controller->start({});
    QCOMPARE(m_settings->problems().size(), std::size_t{1});
    m_controller->window().resize(900, 700);
    m_controller.reset();
    QFile file(m_dir->filePath(u"spillway.ini"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestShell::copiesAndOpensLinks()
{
    Workspace workspace = workspaceForUrl(u"Shop"_s, QUrl(u"http://127.0.0.1:9"_s));
    const auto id = m_folder->save(workspace);
    QVERIFY(id.ok());
    Options options;
    ViewLink link;
    link.workspace = *id;
    link.page = u"connection"_s;
    link.time = TimeSelection::last(77min);
    options.link = link;
    m_controller->start(options);
    QVERIFY(m_controller->connection() != nullptr);
    QCOMPARE(m_controller->window().view().time, link.time);
    trigger(Command::CopyLink);
    m_controller->window().setView({});
    trigger(Command::OpenLink);
    QCOMPARE(m_controller->window().view().time, link.time);
}

void TestShell::brokenDashboardIsReported()
{
    QVERIFY(QDir(m_dir->path()).mkpath(u"spillway/dashboards"_s));
    const QByteArray text("apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 1\n"
                          "metadata:\n  id: mine\n  titel: Mine\nspec:\n  panels: []\n");
    const QString file = writeFile(u"spillway/dashboards/mine.yaml"_s, text);
    make();
    m_controller->start({});
    auto *line = m_controller->window().findChild<StatusLine *>();
    QVERIFY2(line->text().contains(u"1 "_s), qPrintable(line->text()));
    QString listed;
    QTimer::singleShot(0, this, [this, &listed] {
        auto *dialog = m_controller->window().findChild<ProblemsDialog *>();
        listed = dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(0);
        dialog->reject();
    });
    trigger(Command::Problems);
    QVERIFY2(listed.startsWith(u"mine.yaml:6:3"_s), qPrintable(listed));
    QFile unchanged(file);
    QVERIFY(unchanged.open(QIODevice::ReadOnly));
    QCOMPARE(unchanged.readAll(), text);
}

void TestShell::pagesOfAWorkspace()
{
    QVERIFY(QDir(m_dir->path()).mkpath(u"spillway/dashboards"_s));
    writeFile(u"spillway/dashboards/mine.yaml"_s,
              "apiVersion: spillway.dev/v1\nkind: Dashboard\nformatVersion: 1\n"
              "metadata:\n  id: mine\n  title: My own\nspec:\n  panels: []\n");
    DashboardLibrary library(u":/dashboards"_s, DashboardLibrary::defaultUserFolder());
    PageRegistry registry;
    Workspace workspace = workspaceForUrl(u"Shop"_s, QUrl(u"http://127.0.0.1:9"_s));
    for (const QString &name : {u"rag-worker"_s, u"checkout"_s}) {
        WorkspaceComponent component;
        component.name = name;
        workspace.components.push_back(component);
    }
    setUpPages(registry, workspace, library);
    const auto isThere = [&registry](const QString &id) { return registry.find(id) != nullptr; };
    QVERIFY(isThere(u"overview"_s));
    QVERIFY(isThere(u"connection"_s));
    QVERIFY(isThere(u"component-rag-worker"_s));
    QVERIFY(isThere(u"component-checkout"_s)); // has no dashboard of its own
    QVERIFY(isThere(u"component-redis"_s));
    QVERIFY(isThere(u"dashboard-mine"_s));
    QVERIFY(!isThere(u"dashboard-overview"_s));
    QCOMPARE(registry.find(u"dashboard-mine"_s)->title(), u"My own"_s);
    // Another workspace replaces all.
    workspace.components.clear();
    setUpPages(registry, workspace, library);
    QVERIFY(!isThere(u"component-checkout"_s));
}

void TestShell::openShop()
{
    const auto id = m_folder->save(workspaceForUrl(u"Shop"_s, QUrl(u"http://127.0.0.1:9"_s)));
    QVERIFY_RESULT(id);
    m_controller->start({});
    m_controller->openWorkspace(*id);
    QVERIFY(m_controller->window().openPage(u"overview"_s));
}

void TestShell::pageActionsDoNotConflict()
{
    openShop();
    QMap<QString, QString> owners;
    for (const ActionRegistry::Row &row : actions().rows()) {
        for (const QKeySequence &keys : row.action->shortcuts()) {
            owners.insert(keys.toString(), row.action->text());
        }
    }
    const auto ofPage = m_controller->window().currentPage()->actions();
    QVERIFY(ofPage.size() >= 5);
    for (const QAction *action : ofPage) {
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!owners.contains(keys.toString()), qPrintable(keys.toString()));
            owners.insert(keys.toString(), action->text());
        }
    }
    // The overview and the palette know them too.
    QVERIFY(!m_controller->window().pageActions().isEmpty());
    int rows = 0;
    QTimer::singleShot(0, this, [this, &rows] {
        auto *dialog = m_controller->window().findChild<ShortcutsDialog *>();
        dialog->setFilter(u"F2"_s);
        rows = dialog->visibleRows();
        dialog->reject();
    });
    trigger(Command::Shortcuts);
    QCOMPARE(rows, 1);
}

void TestShell::zoomIsUndoneToTheRelativeRange()
{
    openShop();
    MainWindow &window = m_controller->window();
    PageView view = window.view();
    view.time = TimeSelection::last(3h);
    window.setView(view);
    window.openPage(u"connection"_s);
    window.openPage(u"overview"_s);
    TimeCursor *cursor = m_controller->cursor();
    const EpochMs now = m_controller->connection()->clock().now();
    const TimeRange whole{now - 10'800'000, now};
    const TimeRange once{now - 7'200'000, now - 3'600'000};
    const TimeRange twice{now - 6'000'000, now - 4'000'000};
    cursor->zoomTo(once, whole);
    QCOMPARE(window.view().time, TimeSelection::between(once));
    cursor->zoomTo(twice, once);
    cursor->zoomTo({twice.from + 1000, twice.to}, twice, TimeCursor::Gesture::Continued);
    cursor->undoZoom();
    QCOMPARE(window.view().time, TimeSelection::between(once));
    cursor->undoZoom();
    QCOMPARE(window.view().time, TimeSelection::last(3h));
    // One step back is the page before, not a zoom that was undone.
    trigger(Command::Back);
    QCOMPARE(window.currentPage()->id(), u"connection"_s);
    trigger(Command::Forward);
    // Back undoes a zoom, and the chart has nothing left to undo.
    cursor->zoomTo(once, whole);
    trigger(Command::Back);
    QCOMPARE(window.view().time, TimeSelection::last(3h));
    QVERIFY(!cursor->canUndoZoom());
    trigger(Command::Forward);
    QCOMPARE(window.view().time, TimeSelection::between(once));
}

void TestShell::aCopyIsAnnounced()
{
    const QByteArray yaml =
        writeWorkspace(workspaceForUrl(u"Shop"_s, QUrl(u"http://127.0.0.1:9"_s)));
    Options options;
    options.workspaceFile = writeFile(u"shop.yaml"_s, yaml);
    m_controller->start(options);
    QVERIFY2(m_controller->connection() != nullptr,
             m_folder->problems().empty() ? "no problem"
                                          : qPrintable(m_folder->problems().front().sentence()));
    bool announced = false;
    QTimer::singleShot(0, this, [this, &announced] {
        auto *editor = m_controller->window().findChild<WorkspaceEditor *>();
        for (const QLabel *label : editor->findChildren<QLabel *>()) {
            announced = announced || (label->isVisible() && label->text().contains(u"shop.yaml"_s));
        }
        editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    });
    trigger(Command::EditWorkspace);
    QVERIFY(announced);
    const auto &entries = m_folder->entries();
    QVERIFY(std::any_of(entries.cbegin(), entries.cend(),
                        [](const WorkspaceFolder::Entry &entry) { return entry.stored; }));
    QFile original(options.workspaceFile);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QCOMPARE(original.readAll(), yaml);
}

void TestShell::savesAWorkspaceWithItsSecret()
{
    m_controller->start({});
    QString problem;
    QTimer::singleShot(0, this, [this, &problem] {
        auto *editor = m_controller->window().findChild<WorkspaceEditor *>();
        editor->findChild<QLineEdit *>(u"name"_s)->setText(u"Shop"_s);
        editor->findChild<QLineEdit *>(u"url"_s)->setText(u"http://127.0.0.1:9"_s);
        auto *kinds = editor->findChild<QComboBox *>();
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(AuthKind::Bearer)));
        editor->findChild<QLineEdit *>(u"secret"_s)->setText(u"s3cret"_s);
        problem = editor->problem();
        editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        if (editor->isVisible()) {
            editor->reject();
        }
    });
    trigger(Command::NewWorkspace);
    QCOMPARE(problem, QString{});
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->connection() != nullptr, 60'000);
    QCOMPARE(m_secrets.secrets.values(), QStringList{u"s3cret"_s});
    for (const WorkspaceFolder::Entry &entry : m_folder->entries()) {
        QFile file(entry.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
    }
}

void TestShell::optionsAreForTheFirstWorkspace()
{
    const QString first = addWorkspace(u"First"_s);
    const QString second = addWorkspace(u"Second"_s);
    Options options;
    options.page = u"connection"_s;
    options.policyFile = writeFile(u"policy.yaml"_s, "kind: ScalingPolicy\n");
    m_controller->start(options);
    MainWindow &window = m_controller->window();
    m_controller->openWorkspace(first);
    QCOMPARE(window.currentPage()->id(), u"connection"_s);
    QCOMPARE(qobject_cast<PolicyPage *>(window.page(u"policy"_s))->document().file(),
             options.policyFile);
    window.openPage(u"overview"_s);
    m_controller->openWorkspace(second);
    QCOMPARE(openName(), u"Second"_s);
    QCOMPARE(window.currentPage()->id(), u"overview"_s);
    QVERIFY(!qobject_cast<PolicyPage *>(window.page(u"policy"_s))->document().isOpen());
}

void TestShell::aSecretThatIsWrittenLate()
{
    const QString other = addWorkspace(u"Other"_s);
    m_controller->start({});
    QTimer::singleShot(0, this, [this] {
        auto *editor = m_controller->window().findChild<WorkspaceEditor *>();
        editor->findChild<QLineEdit *>(u"name"_s)->setText(u"Shop"_s);
        editor->findChild<QLineEdit *>(u"url"_s)->setText(u"http://127.0.0.1:9"_s);
        auto *kinds = editor->findChild<QComboBox *>();
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(AuthKind::Bearer)));
        editor->findChild<QLineEdit *>(u"secret"_s)->setText(u"s3cret"_s);
        editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    });
    trigger(Command::NewWorkspace);
    QVERIFY(m_controller->connection() == nullptr); // waits for the keychain
    m_controller->openWorkspace(other);
    bool later = false;
    QTimer::singleShot(0, this, [&later] { later = true; });
    QTRY_VERIFY_WITH_TIMEOUT(later, 60'000);
    QCOMPARE(openName(), u"Other"_s);
}

void TestShell::unsavedDashboardsKeepTheWorkspace()
{
    const QString other = addWorkspace(u"Other"_s);
    openShop();
    auto *page = qobject_cast<DashboardPage *>(m_controller->window().currentPage());
    QVERIFY(page != nullptr);
    page->document()->removePanel(page->document()->dashboard().panels.front().id);
    QVERIFY(page->hasUnsavedEdits());
    const auto answer = [this](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, this, [this, button] {
            m_controller->window().findChild<QMessageBox *>()->button(button)->click();
        });
    };
    answer(QMessageBox::Cancel);
    m_controller->openWorkspace(other);
    QCOMPARE(openName(), u"Shop"_s);
    QVERIFY(page->hasUnsavedEdits());
    answer(QMessageBox::Discard);
    m_controller->openWorkspace(other);
    QCOMPARE(openName(), u"Other"_s);
}

void TestShell::aSavedCopyIsAPage()
{
    openShop();
    auto *page = qobject_cast<DashboardPage *>(m_controller->window().currentPage());
    QVERIFY(page != nullptr);
    page->saveCopy(u"Sale"_s);
    QCOMPARE(m_controller->window().currentPage()->id(), u"dashboard-sale"_s);
    QCOMPARE(m_controller->window().currentPage()->title(), u"Sale"_s);
}

void TestShell::trafficOfTheDemo()
{
    TrafficDialog dialog;
    QCOMPARE(dialog.factor(), 3.0);
    QCOMPARE(dialog.length(), 10min);
    dialog.factorField()->setValue(500);
    dialog.lengthField()->setValue(0);
    QCOMPARE(dialog.factor(), 100.0);
    QCOMPARE(dialog.length(), 1min);
}

void TestShell::countsFramesAndEvents()
{
    m_controller->start({});
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->counts().frames > 0, 60'000);
    QVERIFY(m_controller->counts().frameSeconds > 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->counts().busySeconds > 0, 60'000);
    QTimer::singleShot(0, this, [] {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 2 * StallWatch::limit.count()) {
        }
    });
    const double before = m_controller->counts().stalls;
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->counts().stalls > before, 60'000);
}

int main(int argc, char **argv)
{
    ShellApplication application(argc, argv);
    TestShell test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shell.moc"
