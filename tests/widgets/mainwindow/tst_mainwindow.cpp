// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/refreshcontrol.h"
#include "controls/timerangepicker.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/navigationlist.h"
#include "mainwindow/wallheader.h"
#include "support/manualclock.h"

#include <QAction>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class FakePage : public Page
{
public:
    FakePage(const QString &id, const PageContext &context, QWidget *parent)
        : Page(context, parent)
        , m_id(id)
    {}
    [[nodiscard]] QString id() const override { return m_id; }
    [[nodiscard]] QString title() const override { return u"Title of "_s + m_id; }
    void setVariables(const PageVariables &variables) override { m_variables = variables; }
    [[nodiscard]] PageVariables variables() const override { return m_variables; }
    void refresh() override { ++refreshes; }
    [[nodiscard]] std::vector<PageItem> items() const override
    {
        return {{u"p95"_s, u"Latency of "_s + m_id, u"Panel"_s}};
    }
    void showItem(const QString &itemId) override { shownItem = itemId; }
    void setWall(bool on) override { wall = on; }
    [[nodiscard]] bool hasUnsavedEdits() const override { return edited; }
    bool saveEdits() override
    {
        edited = !canSave;
        return canSave;
    }
    bool edited = false;
    bool canSave = true;
    int refreshes = 0;
    QString shownItem;
    bool wall = false;

private:
    QString m_id;
    PageVariables m_variables;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensPages();
    void backUndoesZoomAndPage();
    void linkRoundTrip();
    void linkOfAnotherWorkspace();
    void noConflictingShortcuts();
    void everyCommandHasAShortcut();
    void shortcutsWork();
    void paletteFindsEverything();
    void paletteTakesRangesAndLinks();
    void wallModeHidesTheBars();
    void rotatesPages();
    void pauseAndInterval();
    void keepsTheLayout();
    void coverHidesThePages();
    void anotherContextMakesPagesAnew();
    void statusIsShown();
    void unsavedEditsAreAsked();

private:
    void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, m_window.get(), [this, button] {
            auto *box = m_window->findChild<QMessageBox *>();
            QVERIFY(box != nullptr);
            QVERIFY(box->text().contains(u"Title of overview"_s));
            box->button(button)->click();
        });
    }
    [[nodiscard]] FakePage *current() const
    {
        return static_cast<FakePage *>(m_window->currentPage());
    }

    ManualClock m_clock{1'795'350'896'000};
    std::unique_ptr<PageRegistry> m_registry;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    qRegisterMetaType<ViewLink>();
}

void TestMainWindow::init()
{
    m_registry = std::make_unique<PageRegistry>();
    for (const QString &id : {u"overview"_s, u"rag"_s, u"cost"_s}) {
        const PageGroup group = id == "rag"_L1    ? PageGroup::Components
                                : id == "cost"_L1 ? PageGroup::Decide
                                                  : PageGroup::Watch;
        m_registry->add({.id = id,
                         .group = group,
                         .icon = u"overview"_s,
                         .title = [id]() -> QString { return u"Title of "_s + id; },
                         .create = [id](const PageContext &context, QWidget *parent) -> Page * {
                             return new FakePage(id, context, parent);
                         }});
    }
    m_window = std::make_unique<MainWindow>(*m_registry);
    m_window->setWorkspaces({{.id = u"prod"_s, .name = u"Production"_s}}, u"prod"_s);
    m_window->setContext(PageContext{.clock = &m_clock});
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible(), 60'000);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_registry.reset();
}

void TestMainWindow::opensPages()
{
    QCOMPARE(current()->id(), u"overview"_s);
    QVERIFY(current()->isActive());
    Page *overview = current();
    QVERIFY(m_window->openPage(u"cost"_s));
    QVERIFY(!overview->isActive());
    QVERIFY(m_window->windowTitle().contains(u"Title of cost"_s));
    QVERIFY(!m_window->openPage(u"nothing"_s));
    QCOMPARE(current()->id(), u"cost"_s);
    auto *navigation = m_window->findChild<NavigationList *>();
    QTRY_COMPARE_WITH_TIMEOUT(navigation->pageIds(),
                              (QStringList{u"overview"_s, u"rag"_s, u"cost"_s}), 60'000);
    QCOMPARE(navigation->currentPage(), u"cost"_s);
}

void TestMainWindow::backUndoesZoomAndPage()
{
    m_window->openPage(u"rag"_s);
    const auto zoomed = TimeSelection::between({m_clock.now() - 1000'000, m_clock.now() - 1000});
    Q_EMIT current()->timeRequested(zoomed);
    QCOMPARE(m_window->view().time, zoomed);
    QCOMPARE(current()->view().time, zoomed);
    m_window->actions().action(Command::Back)->trigger();
    QCOMPARE(m_window->view().time, TimeSelection{});
    QCOMPARE(current()->id(), u"rag"_s);
    m_window->actions().action(Command::Back)->trigger();
    QCOMPARE(current()->id(), u"overview"_s);
    QVERIFY(!m_window->actions().action(Command::Back)->isEnabled());
    m_window->actions().action(Command::Forward)->trigger();
    m_window->actions().action(Command::Forward)->trigger();
    QCOMPARE(m_window->view().time, zoomed);
    QVERIFY(!m_window->actions().action(Command::Forward)->isEnabled());
}

void TestMainWindow::linkRoundTrip()
{
    m_window->openPage(u"rag"_s);
    current()->setVariables({{u"pod"_s, {u"a"_s, u"b"_s}}});
    const ViewLink frozen = m_window->link(true);
    QVERIFY(!frozen.time.isRelative());
    m_window->openPage(u"cost"_s);
    const auto parsed = parseViewLink(frozen.toUrl().toString(QUrl::FullyEncoded));
    QVERIFY(parsed.ok());
    m_window->openLink(*parsed);
    QCOMPARE(m_window->link(), frozen);
    QVERIFY(m_window->actions().action(Command::Back)->isEnabled());
}

void TestMainWindow::linkOfAnotherWorkspace()
{
    QSignalSpy requested(m_window.get(), &MainWindow::linkRequested);
    m_window->openLink({.workspace = u"staging"_s, .page = u"cost"_s});
    QCOMPARE(requested.size(), 1);
    QCOMPARE(current()->id(), u"overview"_s);
    m_window->openLink({.workspace = {}, .page = u"unknown"_s});
    QCOMPARE(current()->id(), u"overview"_s);
}

void TestMainWindow::noConflictingShortcuts()
{
    QCOMPARE(m_window->actions().conflicts(), QStringList{});
    ActionRegistry registry(m_window.get());
    registry.reserve(QKeySequence(u"Ctrl+K"_s), u"test"_s);
    QCOMPARE(registry.conflicts().size(), 1);
}

void TestMainWindow::everyCommandHasAShortcut()
{
    for (const ActionRegistry::Row &row : m_window->actions().rows()) {
        QVERIFY2(!row.action->shortcuts().isEmpty(), qPrintable(row.action->text()));
        QVERIFY(!row.action->shortcut().isEmpty());
        QVERIFY(!row.action->text().isEmpty());
        QVERIFY(!row.group.isEmpty());
    }
}

void TestMainWindow::shortcutsWork()
{
    m_window->activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), 60'000);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(current()->id(), u"rag"_s, 60'000);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(current()->refreshes, 1, 60'000);
    QSignalSpy commands(m_window.get(), &MainWindow::commandRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(commands.size(), 1, 60'000);
    QCOMPARE(commands.first().first().value<Command>(), Command::Preferences);
}

void TestMainWindow::paletteFindsEverything()
{
    m_window->showPalette();
    CommandPalette *palette = m_window->palettePopup();
    QVERIFY(palette->isVisible());
    palette->setFilter(u"title cost"_s);
    QCOMPARE(palette->shown().value(0), u"Title of cost"_s);
    palette->runRow(0);
    QVERIFY(!palette->isVisible());
    QCOMPARE(current()->id(), u"cost"_s);
    m_window->showPalette();
    palette->setFilter(u"latency cost"_s);
    QCOMPARE(palette->shown().value(0), u"Latency of cost"_s);
    palette->runRow(0);
    QCOMPARE(current()->shownItem, u"p95"_s);
    m_window->showPalette();
    palette->setFilter(u"prefer"_s);
    QCOMPARE(palette->shown().value(0), u"Preferences"_s);
    palette->setFilter(u"zzzzqqq"_s);
    QVERIFY(palette->shown().isEmpty());
    palette->runRow(0);
    QVERIFY(palette->isVisible());
}

void TestMainWindow::paletteTakesRangesAndLinks()
{
    m_window->showPalette();
    CommandPalette *palette = m_window->palettePopup();
    palette->setFilter(u"now-45m"_s);
    palette->runRow(0);
    QCOMPARE(m_window->view().time, TimeSelection::last(45min));
    m_window->showPalette();
    palette->setFilter(u"spillway://view?page=cost&item=p95"_s);
    palette->runRow(0);
    QCOMPARE(current()->id(), u"cost"_s);
    QCOMPARE(current()->shownItem, u"p95"_s);
}

void TestMainWindow::wallModeHidesTheBars()
{
    auto *header = m_window->findChild<WallHeader *>();
    auto *bar = m_window->findChild<TopBar *>();
    m_window->setWallMode(true);
    QVERIFY(m_window->isFullScreen());
    QVERIFY(header->isVisible());
    QVERIFY(!bar->isVisible());
    QCOMPARE(header->clockText(), u"12:34:56"_s);
    QVERIFY(current()->wall);
    QVERIFY(m_window->openPage(u"rag"_s));
    QVERIFY(current()->wall);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->isWallMode());
    QVERIFY(!current()->wall);
    QVERIFY(bar->isVisible());
    QVERIFY(!header->isVisible());
}

void TestMainWindow::rotatesPages()
{
    m_window->setWallRotation(1s);
    m_window->actions().action(Command::RotatePages)->trigger();
    QVERIFY(m_window->isWallMode());
    auto *header = m_window->findChild<WallHeader *>();
    QVERIFY(header->isRotating());
    QSignalSpy next(header, &WallHeader::nextPageRequested);
    QVERIFY(next.wait(60'000));
    QVERIFY(current()->id() != u"overview"_s);
    m_window->setWallMode(false);
    QVERIFY(!header->isRotating());
}

void TestMainWindow::pauseAndInterval()
{
    QSignalSpy paused(m_window.get(), &MainWindow::pausedChanged);
    QSignalSpy changed(m_window.get(), &MainWindow::viewChanged);
    m_window->actions().action(Command::Pause)->trigger();
    QVERIFY(m_window->isPaused());
    m_window->actions().action(Command::RefreshSlower)->trigger();
    QVERIFY(!m_window->isPaused());
    QCOMPARE(m_window->view().refresh, std::chrono::milliseconds{1min});
    QVERIFY(!m_window->actions().action(Command::Pause)->isChecked());
    QCOMPARE(paused.size(), 2);
    m_window->actions().action(Command::Compare)->trigger();
    QVERIFY(current()->view().compareLastWeek);
    QCOMPARE(changed.size(), 2);
}

void TestMainWindow::keepsTheLayout()
{
    m_window->resize(1000, 700);
    m_window->actions().action(Command::Navigation)->trigger();
    const WindowLayout layout = m_window->layoutState();
    QVERIFY(!layout.navigation);
    MainWindow other(*m_registry);
    other.restoreLayoutState(layout);
    QCOMPARE(other.size(), m_window->size());
    QVERIFY(!other.layoutState().navigation);
    other.restoreLayoutState({.geometry = "nonsense", .splitter = "x", .navigation = true});
    QVERIFY(other.layoutState().navigation);
}

void TestMainWindow::coverHidesThePages()
{
    auto *cover = new QWidget;
    m_window->setCover(cover);
    QVERIFY(cover->isVisible());
    QVERIFY(!current()->isActive());
    QVERIFY(!m_window->findChild<NavigationList *>()->isVisible());
    m_window->setCover(nullptr);
    QVERIFY(current()->isActive());
    QVERIFY(current()->isVisible());
}

void TestMainWindow::anotherContextMakesPagesAnew()
{
    QPointer<Page> old = m_window->currentPage();
    m_window->openPage(u"cost"_s);
    ManualClock other;
    m_window->setContext(PageContext{.clock = &other});
    QVERIFY(old.isNull());
    QVERIFY(!m_window->actions().action(Command::Back)->isEnabled());
    m_window->setContext(PageContext{});
    QVERIFY(m_window->currentPage() == nullptr);
    m_window->actions().action(Command::Refresh)->trigger();
    m_window->actions().action(Command::NextPage)->trigger();
}

void TestMainWindow::statusIsShown()
{
    auto *line = m_window->findChild<StatusLine *>();
    m_window->setStatus({.tone = Tone::Warning,
                         .state = u"Slow"_s,
                         .detail = {},
                         .backend = u"Prometheus 2.42"_s,
                         .lacks = {u"no exemplars"_s},
                         .clockOffset = -90s,
                         .lastData = m_clock.now() - 47'000});
    m_window->setProblems(2);
    for (const QString &part : {u"Slow"_s, u"Prometheus 2.42"_s, u"47 s"_s, u"behind"_s}) {
        QVERIFY2(line->text().contains(part), qPrintable(line->text()));
    }
    QSignalSpy commands(m_window.get(), &MainWindow::commandRequested);
    Q_EMIT line->problemsRequested();
    QCOMPARE(commands.first().first().value<Command>(), Command::Problems);
}

void TestMainWindow::unsavedEditsAreAsked()
{
    m_window->openPage(u"overview"_s);
    const QPointer<FakePage> page = current();
    QVERIFY(m_window->mayLeaveEdits()); // nothing to ask
    page->edited = true;
    m_window->openPage(u"cost"_s);
    answer(QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    page->canSave = false;
    answer(QMessageBox::Save);
    QVERIFY(!m_window->close());
    QCOMPARE(current(), page.data()); // there it tells why
    page->canSave = true;
    answer(QMessageBox::Save);
    QVERIFY(m_window->mayLeaveEdits());
    QVERIFY(!page->edited);
    page->edited = true;
    answer(QMessageBox::Discard);
    QVERIFY(m_window->close());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
