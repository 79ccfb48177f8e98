// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timecursor.h"
#include "connection/connection.h"
#include "controls/selectorbar.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboards/dashboardwriter.h"
#include "dashboardview/dashboardview.h"
#include "pages/dashboardpage.h"
#include "panels/panelwidget.h"
#include "support/fakequerysource.h"
#include "support/resultmacros.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QJsonArray>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

spillway::Panel panelOf(const QString &id, const QString &title, int column, const QString &expr)
{
    spillway::Panel panel;
    panel.id = id;
    panel.title = title;
    panel.rect = {column, 0, 12, 6};
    panel.queries = {{u"A"_s, expr, {}}};
    return panel;
}

Dashboard shop()
{
    Dashboard dashboard;
    dashboard.id = u"shop"_s;
    dashboard.title = u"Shop"_s;
    Variable space;
    space.name = u"namespace"_s;
    space.kind = VariableKind::Constant;
    space.values = {u"default"_s};
    Variable pod;
    pod.name = u"pod"_s;
    pod.kind = VariableKind::LabelValues;
    pod.metric = u"up"_s;
    pod.labelName = u"pod"_s;
    pod.multi = true;
    pod.includeAll = true;
    dashboard.variables = {space, pod};
    dashboard.panels = {panelOf(u"traffic"_s, u"Traffic"_s, 0, u"hits{namespace=\"$namespace\"}"_s),
                        panelOf(u"errors"_s, u"Errors"_s, 12, u"errors{pod=~\"$pod\"}"_s)};
    return dashboard;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

Result<QueryResult> twoSamples(const SourceQuery &)
{
    QueryResult result;
    auto series = std::make_shared<Series>();
    const EpochMs now = SystemClock{}.now() / 15'000 * 15'000;
    series->times = {now - 30'000, now - 15'000};
    series->values = {1, 2};
    result.series = {series};
    return result;
}

/// Turns every text into "[text]", as another language would.
class Brackets final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *, const char *text, const char *,
                                    int) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestDashboardEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void movesUndoesAndSaves();
    void aFileChangedMeanwhileIsAsked();
    void savesAsAnotherOne();
    void revertsToTheShippedOne();
    void changesFromElsewhereAreShown();
    void unsavedChangesSurviveAReload();
    void aBrokenFileIsShownAndNeverWritten();
    void variablesGoIntoQueries();
    void linksCarryVariables();
    void chartsAskForAnotherTime();
    void speaksTheLanguageOfTheUser();
    void tellsThePaletteAndThePicture();

private:
    void makePage();
    [[nodiscard]] DashboardView *view() const { return m_page->findChild<DashboardView *>(); }
    [[nodiscard]] QAction *action(const QString &keys) const
    {
        const auto actions = m_page->actions();
        for (QAction *one : actions) {
            if (one->shortcut() == QKeySequence(keys)) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] GridRect placeOf(const QString &id) const
    {
        for (const spillway::Panel &panel : view()->dashboard().panels) {
            if (panel.id == id) {
                return panel.rect;
            }
        }
        return {};
    }
    [[nodiscard]] bool wasAsked(const QString &expression) const
    {
        const auto isIt = [&](const SourceQuery &query) { return query.expr == expression; };
        return std::any_of(m_source->asked.cbegin(), m_source->asked.cend(), isIt);
    }
    [[nodiscard]] QString userFile() const { return m_folder->filePath(u"user/shop.yaml"_s); }
    void move() { Q_EMIT view()->panelMoved(u"traffic"_s, {0, 20, 12, 6}); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DashboardLibrary> m_library;
    FakeQuerySource *m_source = nullptr;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TimeCursor> m_cursor;
    std::unique_ptr<DashboardPage> m_page;
};

void TestDashboardEditing::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"shipped"_s));
    write(m_folder->filePath(u"shipped/shop.yaml"_s), writeDashboard(shop()));
    m_library = std::make_unique<DashboardLibrary>(m_folder->filePath(u"shipped"_s),
                                                   m_folder->filePath(u"user"_s));
    auto source = std::make_unique<FakeQuerySource>();
    m_source = source.get();
    m_source->handler = twoSamples;
    m_source->labels = QStringList{u"a"_s, u"b"_s};
    m_connection = std::make_unique<Connection>(
        workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s)), std::move(source));
    m_cursor = std::make_unique<TimeCursor>();
    makePage();
    m_connection->start();
}

void TestDashboardEditing::makePage()
{
    PageContext context;
    context.connection = m_connection.get();
    context.library = m_library.get();
    context.cursor = m_cursor.get();
    context.clock = &m_connection->clock();
    m_page = std::make_unique<DashboardPage>(context, u"component-shop"_s, u"shop"_s,
                                             PageVariables{{u"namespace"_s, {u"kotaemon"_s}}});
    m_page->resize(1000, 500);
    m_page->show();
    m_page->setActive(true);
}

void TestDashboardEditing::cleanup()
{
    m_page.reset();
    m_cursor.reset();
    m_connection.reset();
}

void TestDashboardEditing::movesUndoesAndSaves()
{
    action(u"F2"_s)->trigger();
    QVERIFY(view()->isEditing());
    QVERIFY(!action(u"Ctrl+S"_s)->isEnabled());
    move();
    const GridRect moved = placeOf(u"traffic"_s);
    QVERIFY(moved.row > 0);
    action(u"Ctrl+Z"_s)->trigger();
    QCOMPARE(placeOf(u"traffic"_s), (GridRect{0, 0, 12, 6}));
    action(u"Ctrl+Shift+Z"_s)->trigger();
    QCOMPARE(placeOf(u"traffic"_s), moved);
    Q_EMIT view()->panelRemoveRequested(u"errors"_s);
    QCOMPARE(view()->dashboard().panels.size(), std::size_t{1});
    QSignalSpy told(m_page.get(), &Page::message);
    action(u"Ctrl+S"_s)->trigger();
    QCOMPARE(told.size(), 1);
    QVERIFY(!action(u"Ctrl+S"_s)->isEnabled());
    QVERIFY(read(userFile()).contains("traffic"));
    // Another start reads what was saved, with the queries as they were written.
    m_library->reload();
    makePage();
    QCOMPARE(placeOf(u"traffic"_s), moved);
    QCOMPARE(view()->dashboard().panels.size(), std::size_t{1});
    QVERIFY(read(userFile()).contains("$namespace"));
}

void TestDashboardEditing::aFileChangedMeanwhileIsAsked()
{
    action(u"F2"_s)->trigger();
    move();
    action(u"Ctrl+S"_s)->trigger();
    const QByteArray theirs = read(userFile()) + "# by somebody else\n";
    write(userFile(), theirs);
    Q_EMIT view()->panelRemoveRequested(u"errors"_s);
    action(u"Ctrl+S"_s)->trigger();
    auto *question = m_page->findChild<QMessageBox *>();
    QVERIFY(question != nullptr);
    QCOMPARE(read(userFile()), theirs);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    QVERIFY(!read(userFile()).contains("errors"));
    QCOMPARE(read(userFile() + u".orig"_s), theirs);
    QVERIFY(!action(u"Ctrl+S"_s)->isEnabled());
}

void TestDashboardEditing::savesAsAnotherOne()
{
    action(u"F2"_s)->trigger();
    move();
    const GridRect moved = placeOf(u"traffic"_s);
    QSignalSpy asked(m_page.get(), &Page::pageRequested);
    action(u"Ctrl+Alt+S"_s)->trigger();
    QVERIFY(m_page->findChild<QInputDialog *>() != nullptr);
    m_page->saveCopy(u" Shop für den Verkauf! "_s);
    m_page->saveCopy(u"Shop f r den Verkauf"_s); // the same letters
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.first().first().toString(), u"dashboard-shop-f-r-den-verkauf"_s);
    const DashboardLibrary::Entry *copy = m_library->find(u"shop-f-r-den-verkauf"_s);
    QVERIFY(copy != nullptr && copy->userFile);
    QCOMPARE(copy->reading.dashboard.title, u"Shop für den Verkauf!"_s);
    QCOMPARE(copy->reading.dashboard.panels.front().rect, moved);
    // What the page presets is in the copy: there nobody does.
    QCOMPARE(copy->reading.dashboard.variables.front().values, QStringList{u"kotaemon"_s});
    QVERIFY(m_library->find(u"shop-f-r-den-verkauf-2"_s) != nullptr);
    QVERIFY(!m_page->hasUnsavedEdits()); // this one is as it was
    QCOMPARE(placeOf(u"traffic"_s), (GridRect{0, 0, 12, 6}));
}

void TestDashboardEditing::revertsToTheShippedOne()
{
    action(u"F2"_s)->trigger();
    QVERIFY(!action(u"Ctrl+Alt+Z"_s)->isEnabled());
    move();
    action(u"Ctrl+S"_s)->trigger();
    Q_EMIT view()->panelRemoveRequested(u"errors"_s);
    action(u"Ctrl+Alt+Z"_s)->trigger(); // first what was not saved
    QCOMPARE(view()->dashboard().panels.size(), std::size_t{2});
    QVERIFY(placeOf(u"traffic"_s).row > 0);
    action(u"Ctrl+Alt+Z"_s)->trigger();
    QCOMPARE(placeOf(u"traffic"_s), (GridRect{0, 0, 12, 6}));
    QVERIFY(!QFile::exists(userFile()));
    QVERIFY(QFile::exists(userFile() + u".orig"_s));
}

void TestDashboardEditing::changesFromElsewhereAreShown()
{
    Dashboard other = shop();
    other.title = u"Another shop"_s;
    QVERIFY_RESULT(m_library->save(other));
    QCOMPARE(m_page->title(), u"Another shop"_s);
}

void TestDashboardEditing::unsavedChangesSurviveAReload()
{
    move();
    m_library->reload();
    QVERIFY(placeOf(u"traffic"_s).row > 0);
}

void TestDashboardEditing::aBrokenFileIsShownAndNeverWritten()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"user"_s));
    const QByteArray broken = writeDashboard(shop()).replace("expr:", "exprr:");
    write(userFile(), broken);
    m_library->reload();
    QVERIFY(!m_library->problems().empty());
    const DocumentPosition position = m_library->problems().front().position.value();
    QVERIFY(position.line > 1);
    QVERIFY(position.column > 1);
    bool told = false;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        told = told || (label->isVisibleTo(m_page.get()) && label->text().contains(u"exprr"_s));
    }
    QVERIFY(told);
    action(u"F2"_s)->trigger();
    action(u"Ctrl+Shift+N"_s)->trigger();
    action(u"Ctrl+S"_s)->trigger();
    QCOMPARE(read(userFile()), broken);
}

void TestDashboardEditing::variablesGoIntoQueries()
{
    QTRY_VERIFY_WITH_TIMEOUT(wasAsked(u"hits{namespace=\"kotaemon\"}"_s), 60'000);
    auto *bar = m_page->findChild<SelectorBar *>();
    QTRY_COMPARE_WITH_TIMEOUT(bar->selectors().size(), std::size_t{1}, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(bar->selectors().front().values, (QStringList{u"a"_s, u"b"_s}),
                              60'000);
    QSignalSpy changed(m_page.get(), &Page::variablesChanged);
    Q_EMIT bar->valuesChanged(u"pod"_s, {u"b"_s});
    QCOMPARE(changed.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(wasAsked(u"errors{pod=~\"b\"}"_s), 60'000);
    QCOMPARE(m_page->variables(), (PageVariables{{u"pod"_s, {u"b"_s}}}));
}

void TestDashboardEditing::linksCarryVariables()
{
    // A pod that is gone, and a variable that this dashboard does not have.
    const PageVariables link{{u"pod"_s, {u"a"_s, u"gone"_s}}, {u"colour"_s, {u"red"_s}}};
    m_page->setVariables(link);
    QCOMPARE(m_page->variables(), link);
    QTRY_VERIFY_WITH_TIMEOUT(
        wasAsked(u"errors{pod=~\"a|gone\"}"_s) || wasAsked(u"errors{pod=~\"(a|gone)\"}"_s), 60'000);
    auto *bar = m_page->findChild<SelectorBar *>();
    QCOMPARE(bar->selectors().front().current, (QStringList{u"a"_s, u"gone"_s}));
}

void TestDashboardEditing::chartsAskForAnotherTime()
{
    QSignalSpy asked(m_page.get(), &Page::timeRequested);
    const TimeRange range{1'700'000'000'000, 1'700'000'600'000};
    m_cursor->zoomTo(range, {1'699'999'000'000, 1'700'001'000'000});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<TimeSelection>(), TimeSelection::between(range));
    m_page->setActive(false);
    m_cursor->undoZoom();
    QCOMPARE(asked.size(), 1);
}

void TestDashboardEditing::speaksTheLanguageOfTheUser()
{
    const QString english = action(u"F2"_s)->text();
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_COMPARE_WITH_TIMEOUT(action(u"F2"_s)->text(), u'[' + english + u']', 60'000);
    for (const QAction *one : m_page->actions()) {
        QVERIFY2(one->text().startsWith(u'['), qPrintable(one->text()));
    }
    QCoreApplication::removeTranslator(&brackets);
    QTRY_COMPARE_WITH_TIMEOUT(action(u"F2"_s)->text(), english, 60'000);
}

void TestDashboardEditing::tellsThePaletteAndThePicture()
{
    const std::vector<PageItem> items = m_page->items();
    QCOMPARE(items.size(), std::size_t{2});
    QCOMPARE(items.at(1).title, u"Errors"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isSettled(), 60'000);
    QCOMPARE(m_page->summary().value(u"panels"_s).toArray().size(), 2);
    m_page->showItem(u"errors"_s);
    QVERIFY(view()->panelWidget(u"errors"_s)->isVisible());
}

QTEST_MAIN(TestDashboardEditing)
#include "tst_dashboardediting.moc"
