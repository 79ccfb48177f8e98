// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policy page without a push: files, text, timeline, layout.
#include "controls/findinglist.h"
#include "editors/yamleditor.h"
#include "itemmodels/policyhistory.h"
#include "pages/policyemptyview.h"
#include "pages/policyfilebar.h"
#include "pages/policytextview.h"
#include "pages/policytimelineview.h"
#include "pages/revisionsview.h"
#include "policyworld.h"
#include "rollout/policyrollout.h"
#include "support/resultmacros.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTimer>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray windows = "      windows:\n"
                           "        - {name: office, days: [Mon-Fri], from: \"09:00\", to: "
                           "\"18:00\", min: 4}\n";

Workspace noCluster()
{
    return workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
}

} // namespace

class TestPolicyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nothingIsOpen();
    void startsFromTheExample();
    void theExampleAsksForTheDraft();
    void opensAFile();
    void aPageThatGoesWhileItAsks();
    void aFileThatIsNotThere();
    void problemsBesideTheText();
    void editsAndSaves();
    void somebodyElseChangesTheFile();
    void theTimelineLeadsToTheText();
    void withoutACluster();
    void tabsInLinks();
    void theTextBesideTheRest();
    void remembersTheFile();
    void inAnotherLanguage();

private:
    static void answer(PolicyPage &page, QMessageBox::StandardButton button);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPolicyPage::nothingIsOpen()
{
    PolicyFixture fixture(noCluster());
    QVERIFY(fixture.page.isEmpty());
    QVERIFY(fixture.page.isSettled());
    QVERIFY(fixture.page.emptyView()->text().contains(u"one YAML file"_s));
    QVERIFY(!fixture.page.fileBar()->isVisible());
    QCOMPARE(fixture.page.summary()["panels"_L1][0]["state"_L1].toString(), u"empty"_s);
    fixture.keepPicture(u"empty"_s);
}

void TestPolicyPage::startsFromTheExample()
{
    PolicyFixture fixture(noCluster());
    QSignalSpy settled(&fixture.page, &Page::settled);
    fixture.page.emptyView()->exampleButton()->click();
    QVERIFY(!fixture.page.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.document().isAnalysisCurrent(), 60'000);
    QVERIFY(fixture.page.document().analysis()->ok());
    QVERIFY(fixture.page.textView()->editor()->text().contains("kind: ScalingPolicy"));
    QVERIFY2(fixture.page.fileBar()->text().startsWith(u"untitled | not saved"_s),
             qPrintable(fixture.page.fileBar()->text()));
    QCOMPARE(fixture.page.timelineView()->band()->lanes().size(), std::size_t{3});
    fixture.keepPicture(u"example-text"_s);
    fixture.page.setVariables({{u"tab"_s, {u"timeline"_s}}});
    fixture.keepPicture(u"example-timeline"_s);
}

void TestPolicyPage::theExampleAsksForTheDraft()
{
    PolicyFixture fixture(noCluster());
    PolicyPage &page = fixture.page;
    const PolicyDrafts drafts(m_folder->filePath(u"drafts"_s));
    page.document().setDrafts(drafts, u"shop"_s);
    const QString key = u"untitled:shop"_s;
    drafts.keep(key, {policyText(33), {}});
    answer(page, QMessageBox::Cancel);
    page.emptyView()->exampleButton()->click();
    QVERIFY(page.isEmpty());
    QCOMPARE(drafts.find(key)->text, policyText(33));
    answer(page, QMessageBox::Open);
    page.emptyView()->exampleButton()->click();
    QCOMPARE(page.document().text(), policyText(33));
    // A file of its own leaves the draft where it is; the example would not.
    page.document().setDrafts(PolicyDrafts{}, {});
    QVERIFY_RESULT(page.document().open(writePolicy(*m_folder, policyText())));
    page.document().setDrafts(drafts, u"shop"_s);
    answer(page, QMessageBox::Discard);
    page.beginExample();
    QVERIFY(page.document().file().isEmpty());
    QVERIFY(page.document().text() != policyText(33));
}

/// The box of the page, once it is there.
void TestPolicyPage::answer(PolicyPage &page, QMessageBox::StandardButton button)
{
    QTimer::singleShot(0, &page, [&page, button] {
        auto *box = page.findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        box->button(button)->click();
    });
}

void TestPolicyPage::aPageThatGoesWhileItAsks()
{
    const SystemClock clock;
    QPointer<PolicyPage> page = new PolicyPage({.clock = &clock});
    page->document().begin(policyText());
    QTimer::singleShot(0, this, [page] { delete page.data(); });
    page->openFile(writePolicy(*m_folder, policyText(30)));
    QVERIFY(page == nullptr);
}

void TestPolicyPage::opensAFile()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    QCOMPARE(fixture.page.textView()->editor()->text(), policyText());
    QVERIFY2(fixture.page.fileBar()->text().startsWith(u"policy.yaml | "_s),
             qPrintable(fixture.page.fileBar()->text()));
    const QJsonObject summary = fixture.page.summary();
    QCOMPARE(summary["components"_L1].toInt(), 1);
    QCOMPARE(summary["problems"_L1].toInt(), 0);
    const std::vector<PageItem> items = fixture.page.items();
    QVERIFY(std::any_of(items.begin(), items.end(),
                        [](const PageItem &item) { return item.title == u"rag-worker"; }));
    fixture.page.showItem(u"component rag-worker"_s);
    QCOMPARE(fixture.page.textView()->editor()->cursorLine(), 7);
}

void TestPolicyPage::aFileThatIsNotThere()
{
    PolicyFixture fixture(noCluster(), m_folder->filePath(u"missing.yaml"_s));
    QVERIFY(fixture.page.isEmpty());
    QVERIFY2(fixture.page.emptyView()->text().contains(u"missing.yaml"_s),
             qPrintable(fixture.page.emptyView()->text()));
}

void TestPolicyPage::problemsBesideTheText()
{
    PolicyFixture fixture(
        noCluster(), writePolicy(*m_folder, policyText().replace("engine: hpa", "engine: hpq")));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    YamlEditor *editor = fixture.page.textView()->editor();
    const QStringList shown = fixture.page.textView()->findings()->shownTexts();
    QVERIFY2(!shown.isEmpty(), "a problem is expected");
    QCOMPARE(editor->problems().front().line, 9);
    QVERIFY2(fixture.page.fileBar()->text().contains(u"error"_s),
             qPrintable(fixture.page.fileBar()->text()));
    QCOMPARE(fixture.page.summary()["panels"_L1][0]["state"_L1].toString(), u"invalid"_s);
    fixture.keepPicture(u"problems"_s);
    // A click leads there; correcting it makes it go.
    QTest::mouseClick(fixture.page.textView()->findings()->viewport(), Qt::LeftButton, {},
                      fixture.page.textView()
                          ->findings()
                          ->visualRect(fixture.page.textView()->findings()->model()->index(0, 0))
                          .center());
    QCOMPARE(editor->cursorLine(), 9);
    editor->replaceText(policyText());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    QVERIFY(fixture.page.document().analysis()->ok());
}

void TestPolicyPage::editsAndSaves()
{
    const QString file = writePolicy(*m_folder, policyText());
    PolicyFixture fixture(noCluster(), file);
    YamlEditor *editor = fixture.page.textView()->editor();
    editor->goTo(1);
    QTest::keyClicks(editor->focusProxy(), u"# mine"_s);
    QTest::keyClick(editor->focusProxy(), Qt::Key_Return);
    QVERIFY(fixture.page.document().isModified());
    QVERIFY(fixture.page.fileBar()->text().contains(u"not saved"_s));
    QVERIFY(fixture.page.save());
    QVERIFY(!fixture.page.fileBar()->text().contains(u"not saved"_s));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), "# mine\n" + policyText());
    editor->undo();
    QVERIFY(fixture.page.document().isModified());
}

void TestPolicyPage::somebodyElseChangesTheFile()
{
    const QString file = writePolicy(*m_folder, policyText());
    PolicyFixture fixture(noCluster(), file);
    YamlEditor *editor = fixture.page.textView()->editor();
    editor->replaceText(policyText(30));
    writePolicy(*m_folder, policyText(40));
    QTRY_VERIFY2_WITH_TIMEOUT(fixture.page.fileBar()->text().contains(u"Another program"_s),
                              qPrintable(fixture.page.fileBar()->text()), 60'000);
    QVERIFY(!fixture.page.save());
    QCOMPARE(editor->text(), policyText(30));
    fixture.keepPicture(u"changed-outside"_s);
    fixture.page.fileBar()->takeTheirs()->click();
    QCOMPARE(editor->text(), policyText(40));
    QVERIFY(!fixture.page.fileBar()->text().contains(u"Another program"_s));
    writePolicy(*m_folder, policyText(50));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.fileBar()->text().contains(u"Another program"_s), 60'000);
    fixture.page.fileBar()->keepOurs()->click();
    QVERIFY(fixture.page.save());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), policyText(40));
}

void TestPolicyPage::theTimelineLeadsToTheText()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText(20, windows)));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    fixture.page.setVariables({{u"tab"_s, {u"timeline"_s}}});
    TimelineBand *band = fixture.page.timelineView()->band();
    QCOMPARE(band->lanes().front().name, u"rag-worker"_s);
    QVERIFY(!band->lanes().front().rows.empty());
    Q_EMIT band->activated(u"rag-worker"_s, u"office"_s);
    QCOMPARE(fixture.page.variables().value(u"tab"_s), QStringList{u"text"_s});
    QCOMPARE(fixture.page.textView()->editor()->cursorLine(), 14);
    Q_EMIT band->activated(u"rag-worker"_s, QString{});
    QCOMPARE(fixture.page.textView()->editor()->cursorLine(), 10);
}

void TestPolicyPage::withoutACluster()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    fixture.page.setVariables({{u"tab"_s, {u"plan"_s}}});
    QVERIFY(!fixture.plan().canPlan());
    QVERIFY2(fixture.plan().text().contains(u"names no cluster"_s),
             qPrintable(fixture.plan().text()));
    QSignalSpy edits(&fixture.page, &Page::workspaceEditRequested);
    for (QPushButton *button : fixture.plan().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().startsWith(u"Edit the workspace"_s)) {
            button->click();
        }
    }
    QCOMPARE(edits.size(), 1);
    fixture.page.setVariables({{u"tab"_s, {u"revisions"_s}}});
    QVERIFY(fixture.page.revisionsView()->text().contains(u"no cluster"_s));
}

void TestPolicyPage::tabsInLinks()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText()));
    QSignalSpy variables(&fixture.page, &Page::variablesChanged);
    for (const QString &tab : {u"timeline"_s, u"plan"_s, u"revisions"_s, u"text"_s}) {
        fixture.page.setVariables({{u"tab"_s, {tab}}});
        QCOMPARE(fixture.page.variables().value(u"tab"_s), QStringList{tab});
    }
    QCOMPARE(variables.size(), 4);
    fixture.page.setVariables({{u"tab"_s, {u"nonsense"_s}}});
    QCOMPARE(fixture.page.variables().value(u"tab"_s), QStringList{u"text"_s});
}

void TestPolicyPage::theTextBesideTheRest()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText(20, windows)));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    QVERIFY(!fixture.page.isWide());
    QCOMPARE(fixture.page.tabs()->count(), 4);
    fixture.page.resize(2300, 1300);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isWide(), 60'000);
    QCOMPARE(fixture.page.tabs()->count(), 3);
    QVERIFY(fixture.page.textView()->isVisible());
    QVERIFY(fixture.page.timelineView()->isVisible());
    fixture.keepPicture(u"wide"_s);
    fixture.page.resize(1080, 720);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.page.isWide(), 60'000);
    QCOMPARE(fixture.page.tabs()->count(), 4);
    QCOMPARE(fixture.page.tabs()->tabText(0), u"Text"_s);
    QCOMPARE(fixture.page.textView()->editor()->text(), policyText(20, windows));
}

void TestPolicyPage::remembersTheFile()
{
    PolicyHistory history(m_folder->filePath(u"policies.ini"_s));
    const QString file = writePolicy(*m_folder, policyText());
    const SystemClock clock;
    {
        PolicyPage page({.policies = &history, .clock = &clock});
        QVERIFY(page.isEmpty());
        page.openFile(file);
        QVERIFY(!page.isEmpty());
    }
    QCOMPARE(history.recent(), QStringList{file});
    PolicyPage again({.policies = &history, .clock = &clock});
    QVERIFY(!again.isEmpty());
    QCOMPARE(again.document().file(), file);
}

void TestPolicyPage::inAnotherLanguage()
{
    PolicyFixture fixture(noCluster(), writePolicy(*m_folder, policyText()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page.isSettled(), 60'000);
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&fixture.page, &change);
    QCOMPARE(fixture.page.title(), PolicyPage::pageTitle());
    QCOMPARE(fixture.page.tabs()->tabText(1), u"Timeline"_s);
}

QTEST_MAIN(TestPolicyPage)
#include "tst_policypage.moc"
