// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Not a test: writes pictures of the window with each dialog and popup open into the folder given,
// to be looked at by a person. Usage: shellgallery FOLDER WORKSPACE [light|dark] [en|zh_CN] [WxH]
#include "controls/connectiontestview.h"
#include "controls/timerangepicker.h"
#include "dialogs/problemsdialog.h"
#include "dialogs/workspaceeditor.h"
#include "pages/firstrunpage.h"
#include "pages/progresspage.h"
#include "spillway/applicationcontroller.h"
#include "spillway/shellapplication.h"
#include "support/fakesecretstore.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// One run of the program, with its own settings.
class Stage
{
public:
    Stage(QApplication &application, QString folder, Options options)
        : m_folder(std::move(folder))
        , m_options(std::move(options))
        , m_settings(m_dir.filePath(u"spillway.ini"_s))
        , m_workspaces(m_dir.filePath(u"workspaces"_s))
        , m_controller(application, m_settings, m_workspaces, m_secrets)
    {}

    MainWindow &window() { return m_controller.window(); }
    void start(const QString &file)
    {
        m_options.workspaceFile = file;
        m_controller.start(m_options);
        settle();
    }
    void settle()
    {
        const Page *page = window().currentPage();
        const bool settled =
            QTest::qWaitFor([page] { return page == nullptr || page->isSettled(); }, 20'000);
        if (!settled) {
            qWarning("a page did not settle");
        }
        QCoreApplication::processEvents();
    }
    /// The window and what is open above it, as on the screen.
    void save(const QString &name)
    {
        QCoreApplication::processEvents();
        QPixmap picture = window().grab();
        QPainter painter(&picture);
        const auto tops = QApplication::topLevelWidgets();
        for (QWidget *top : tops) {
            if (top != &window() && top->isVisible()) {
                const bool popup =
                    top->windowFlags().testFlag(Qt::Popup) && !top->inherits("QDialog");
                const QPoint middle{(window().width() - top->width()) / 2,
                                    (window().height() - top->height()) / 2};
                painter.drawPixmap(popup ? window().mapFromGlobal(top->pos()) : middle,
                                   top->grab());
            }
        }
        painter.end();
        picture.save(u"%1/%2.png"_s.arg(m_folder, name));
    }
    void dialog(Command command, const QString &name,
                const std::function<void(QDialog &)> &fill = {})
    {
        QTimer::singleShot(0, &window(), [&] {
            for (QDialog *dialog : window().findChildren<QDialog *>()) {
                if (dialog->isVisible()) {
                    if (fill) {
                        fill(*dialog);
                    }
                    save(name);
                    dialog->reject();
                }
            }
        });
        run(command);
    }
    void run(Command command) { window().actions().action(command)->trigger(); }
    void problems()
    {
        QFile file(m_dir.filePath(u"broken.yaml"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("apiVersion: spillway.dev/v1\nkind: Workspace\nprometheuss: {url: x}\n");
        }
        file.close();
        m_controller.openFile(file.fileName());
    }

private:
    QTemporaryDir m_dir;
    QString m_folder;
    Options m_options;
    FakeSecretStore m_secrets;
    SettingsStore m_settings;
    WorkspaceFolder m_workspaces;
    ApplicationController m_controller;
};

void fillEditor(QDialog &dialog)
{
    auto *editor = qobject_cast<WorkspaceEditor *>(&dialog);
    if (editor == nullptr) {
        return;
    }
    const auto edits = editor->findChildren<QLineEdit *>();
    edits.at(0)->setText(u"Production"_s);
    edits.at(1)->setText(u"http://127.0.0.1:9/prometheus"_s);
    editor->testView()->start();
    if (!QTest::qWaitFor([editor] { return editor->testView()->diagnosis().has_value(); },
                         10'000)) {
        qWarning("no diagnosis");
    }
}

void withoutWorkspace(Stage &stage)
{
    stage.start({});
    stage.save(u"firstrun"_s);
    if (auto *page = qobject_cast<FirstRunPage *>(stage.window().cover())) {
        page->urlEdit()->setText(u"127.0.0.1:9"_s);
        page->testView()->start();
        (void)QTest::qWaitFor([page] { return page->testView()->diagnosis().has_value(); }, 10'000);
        stage.save(u"firstrun-test"_s);
    }
    stage.dialog(Command::NewWorkspace, u"workspace"_s, fillEditor);
    stage.problems();
    stage.dialog(Command::Problems, u"problems"_s);
}

void withWorkspace(Stage &stage, const QString &file)
{
    stage.start(file);
    stage.save(u"main"_s);
    stage.dialog(Command::Preferences, u"preferences"_s);
    stage.dialog(Command::Shortcuts, u"shortcuts"_s);
    stage.dialog(Command::About, u"about"_s);
    stage.dialog(Command::EditWorkspace, u"workspace-copy"_s);
    stage.run(Command::Palette);
    stage.window().palettePopup()->setFilter(u"l"_s);
    stage.save(u"palette"_s);
    stage.window().palettePopup()->close();
    stage.run(Command::TimeRange);
    stage.save(u"time"_s);
    if (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
    }
    stage.run(Command::Compare);
    stage.settle();
    stage.run(Command::WallMode);
    stage.settle();
    stage.save(u"wall"_s);
    stage.window().setWallMode(false);
    stage.window().openPage(u"connection"_s);
    stage.settle();
    stage.save(u"connection"_s);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("XDG_CONFIG_HOME", "/nonexistent");
    ShellApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(SPILLWAY_VERSION));
    QFont font = QApplication::font();
    font.setFamilies({font.family(), u"Noto Sans CJK SC"_s});
    QApplication::setFont(font);
    const QStringList arguments = QCoreApplication::arguments();
    Options options;
    options.theme = themeModeFromName(arguments.value(3, u"light"_s));
    options.language = arguments.value(4, u"en"_s);
    const QStringList size = arguments.value(5, u"1280x800"_s).split(u'x');
    options.size = QSize(size.value(0).toInt(), size.value(1).toInt());
    {
        Stage stage(application, arguments.value(1), options);
        withoutWorkspace(stage);
    }
    Stage stage(application, arguments.value(1), options);
    withWorkspace(stage, arguments.value(2));
    return 0;
}
