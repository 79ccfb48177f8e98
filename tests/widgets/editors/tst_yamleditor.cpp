// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/yamleditor.h"
#include "style/themecontroller.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sample = "# head\nspec:\n  name: a # 高峰\n  list: [x, y]\n";

/// Proposes fixed words for what stands before the cursor on its line.
EditorProposals words(const QByteArray &text, qsizetype position)
{
    qsizetype start = position;
    while (start > 0 && text[start - 1] > ' ') {
        --start;
    }
    return {.start = start,
            .all = {{u"replicas"_s, u"replicas: "_s, u"Bounds"_s},
                    {u"resource"_s, u"resource: "_s, QString(200, u'x')},
                    {u"engine"_s, u"engine: "_s, {}}}};
}

struct Window : QWidget
{
    Window()
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&before);
        layout->addWidget(&editor);
        layout->addWidget(&after);
        resize(700, 500);
        show();
        editor.setFocus();
    }
    [[nodiscard]] QWidget *keys() { return editor.focusProxy(); }

    QLineEdit before;
    YamlEditor editor;
    QLineEdit after;
};

} // namespace

class TestYamlEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesInAndOut_data();
    void textGoesInAndOut();
    void replacingIsOneUndoableEdit_data();
    void replacingIsOneUndoableEdit();
    void replacingLeavesTheCursor();
    void anotherDocumentForgets();
    void readOnly();
    void newLinesAreIndented_data();
    void newLinesAreIndented();
    void theTabulatorIndents();
    void leavingByKeyboard();
    void problemsAreMarked();
    void problemsInTurn();
    void completionWhileTyping();
    void completionWhenAsked();
    void completionBeforeAColon();
    void keysThatTheProgramNeeds_data();
    void keysThatTheProgramNeeds();
    void coloursFollowTheTheme();
};

void TestYamlEditor::textGoesInAndOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << sample;
    QTest::newRow("without a last line break") << QByteArray("a: b");
    QTest::newRow("line breaks of Windows") << QByteArray("a: b\r\nc: d\r\n");
    QTest::newRow("tabulators") << QByteArray("a:\t1\n");
    QTest::newRow("large") << QByteArray("key: value # comment\n").repeated(20'000);
}

void TestYamlEditor::textGoesInAndOut()
{
    QFETCH(QByteArray, text);
    YamlEditor editor;
    QSignalSpy changes(&editor, &YamlEditor::textChanged);
    editor.setText(text);
    QCOMPARE(editor.text(), text);
    QVERIFY(!editor.canUndo());
    QCOMPARE(editor.cursorLine(), 1);
    QCOMPARE(editor.cursorColumn(), 1);
}

void TestYamlEditor::replacingIsOneUndoableEdit_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("nothing") << sample;
    QTest::newRow("one value") << QByteArray("# head\nspec:\n  name: b # 高峰\n  list: [x, y]\n");
    QTest::newRow("inside of a character") << QByteArray(sample).replace("高", "黄");
    QTest::newRow("at both ends") << QByteArray("x" + sample + "y");
    QTest::newRow("repeated text") << QByteArray(sample).replace("x, y", "x, x, y");
    QTest::newRow("shorter") << QByteArray("spec:\n");
    QTest::newRow("empty") << QByteArray();
}

void TestYamlEditor::replacingIsOneUndoableEdit()
{
    QFETCH(QByteArray, after);
    YamlEditor editor;
    editor.setText(sample);
    editor.replaceText(after);
    QCOMPARE(editor.text(), after);
    QCOMPARE(editor.canUndo(), after != sample);
    editor.undo();
    QCOMPARE(editor.text(), sample);
    QVERIFY(!editor.canUndo());
    editor.redo();
    QCOMPARE(editor.text(), after);
}

void TestYamlEditor::replacingLeavesTheCursor()
{
    Window window;
    window.editor.setText(sample);
    window.editor.goTo(4, 5);
    window.editor.replaceText(QByteArray(sample).replace("name: a", "name: another"));
    QCOMPARE(window.editor.cursorLine(), 4);
    QCOMPARE(window.editor.cursorColumn(), 5);
    QTest::keyClick(window.keys(), Qt::Key_X);
    QVERIFY(window.editor.text().contains("  lixst:"));
    window.editor.undo();
    window.editor.undo();
    QCOMPARE(window.editor.text(), sample);
}

void TestYamlEditor::anotherDocumentForgets()
{
    Window window;
    window.editor.setText("a: 1\n");
    QTest::keyClick(window.keys(), Qt::Key_X);
    QVERIFY(window.editor.canUndo());
    window.editor.setProblems({{.line = 1, .text = u"wrong"_s}});
    window.editor.setText("b: 2\n");
    QVERIFY(!window.editor.canUndo());
    QVERIFY(window.editor.problems().empty());
    QCOMPARE(window.editor.text(), QByteArray("b: 2\n"));
}

void TestYamlEditor::readOnly()
{
    Window window;
    window.editor.setText(sample);
    window.editor.setReadOnly(true);
    QTest::keyClick(window.keys(), Qt::Key_X);
    QCOMPARE(window.editor.text(), sample);
    window.editor.setText("another: one\n");
    QCOMPARE(window.editor.text(), QByteArray("another: one\n"));
    QVERIFY(window.editor.isReadOnly());
}

void TestYamlEditor::newLinesAreIndented_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *line, int column) {
        QTest::newRow(name) << QByteArray(line) << column;
    };
    row("a value", "  a: b", 3);
    row("a map", "  a:", 5);
    row("a map with a comment", "  a:   # why", 5);
    row("an item", "  - name: b", 5);
    row("a map in an item", "  - name:", 7);
    row("an item in an item", "- - a: b", 5);
    row("a text", "  expr: |", 5);
    row("an empty line", "    ", 5);
    row("nothing", "", 1);
    row("quotes with a colon", "a: \"b: c\"", 1);
}

void TestYamlEditor::newLinesAreIndented()
{
    QFETCH(QByteArray, line);
    QFETCH(int, column);
    Window window;
    window.editor.setText(line);
    window.editor.goTo(1, 1000);
    QTest::keyClick(window.keys(), Qt::Key_Return);
    QCOMPARE(window.editor.cursorLine(), 2);
    QCOMPARE(window.editor.cursorColumn(), column);
}

void TestYamlEditor::theTabulatorIndents()
{
    Window window;
    window.editor.setText("a:\n");
    window.editor.goTo(2);
    QTest::keyClick(window.keys(), Qt::Key_Tab);
    QCOMPARE(window.editor.text(), QByteArray("a:\n  "));
    QTest::keyClick(window.keys(), Qt::Key_Backspace);
    QCOMPARE(window.editor.text(), QByteArray("a:\n"));
}

void TestYamlEditor::leavingByKeyboard()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.editor.setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(window.keys()->hasFocus(), 60'000);
    QTest::keyClick(window.keys(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(window.after.hasFocus(), 60'000);
    window.editor.setFocus();
    QTest::keyClick(window.keys(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(window.before.hasFocus(), 60'000);
    QVERIFY(!window.editor.text().contains('\t'));
}

void TestYamlEditor::problemsAreMarked()
{
    YamlEditor editor;
    editor.setText(sample);
    editor.setProblems({{.line = 4, .column = 3, .tone = Tone::Warning, .text = u"two"_s},
                        {.line = 3, .column = 9, .tone = Tone::Critical, .text = u"one <b>"_s},
                        {.line = 3, .column = 1, .tone = Tone::Info, .text = u"zero"_s},
                        {.line = 99, .text = u"nowhere"_s},
                        {.line = 0, .text = u"nowhere"_s}});
    QCOMPARE(editor.problems().size(), std::size_t{3});
    QCOMPARE(editor.problemText(3), u"zero\none <b>"_s);
    QCOMPARE(editor.problemText(4), u"two"_s);
    QCOMPARE(editor.problemText(2), QString{});
    // Beyond the end of a line and on an empty one they must not run into the next.
    editor.setText("a:\n\nb:\n");
    editor.setProblems({{.line = 1, .column = 80, .text = u"x"_s}, {.line = 2, .text = u"y"_s}});
    QCOMPARE(editor.problems().size(), std::size_t{2});
}

void TestYamlEditor::problemsInTurn()
{
    Window window;
    window.editor.setText("a: 1\nb: 2\nc: 3\nd: 4\n");
    const auto press = [&](Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(window.keys(), Qt::Key_F8, modifiers);
        return std::pair{window.editor.cursorLine(), window.editor.cursorColumn()};
    };
    QCOMPARE(press(Qt::NoModifier), (std::pair{1, 1})); // nothing to go to
    window.editor.setProblems({{.line = 4, .column = 4, .text = u"x"_s},
                               {.line = 2, .column = 1, .text = u"y"_s},
                               {.line = 2, .column = 4, .text = u"z"_s}});
    QCOMPARE(press(Qt::NoModifier), (std::pair{2, 1}));
    QCOMPARE(press(Qt::NoModifier), (std::pair{2, 4}));
    QCOMPARE(press(Qt::NoModifier), (std::pair{4, 4}));
    QCOMPARE(press(Qt::NoModifier), (std::pair{2, 1}));
    QCOMPARE(press(Qt::ShiftModifier), (std::pair{4, 4}));
    QCOMPARE(press(Qt::ShiftModifier), (std::pair{2, 4}));
}

void TestYamlEditor::completionWhileTyping()
{
    Window window;
    window.editor.setCompleter(words);
    window.editor.setText("  ");
    window.editor.goTo(1, 3);
    QTest::keyClicks(window.keys(), u"re"_s);
    QVERIFY(window.editor.isCompleting());
    QCOMPARE(window.editor.proposed(), (QStringList{u"replicas"_s, u"resource"_s}));
    QTest::keyClicks(window.keys(), u"s"_s);
    QCOMPARE(window.editor.proposed(), QStringList{u"resource"_s});
    QTest::keyClick(window.keys(), Qt::Key_Return);
    QCOMPARE(window.editor.text(), QByteArray("  resource: "));
    QCOMPARE(window.editor.cursorColumn(), 13);
    QVERIFY(!window.editor.isCompleting());
    window.editor.undo(); // what was put there is one step
    QVERIFY(window.editor.text().startsWith("  res"));
    QVERIFY(!window.editor.text().contains(':'));
}

void TestYamlEditor::completionWhenAsked()
{
    Window window;
    window.editor.setCompleter(words);
    window.editor.setText("");
    QTest::keyClick(window.keys(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(window.editor.isCompleting());
    QCOMPARE(window.editor.proposed().size(), 3);
    QTest::keyClick(window.keys(), Qt::Key_Escape);
    QVERIFY(!window.editor.isCompleting());
    QTest::keyClicks(window.keys(), u"zz"_s);
    QVERIFY(!window.editor.isCompleting());
    window.editor.setText("en");
    window.editor.goTo(1, 3);
    window.editor.complete();
    QCOMPARE(window.editor.text(), QByteArray("engine: "));
}

void TestYamlEditor::completionBeforeAColon()
{
    Window window;
    window.editor.setCompleter(words);
    window.editor.setText("en: keda\n");
    window.editor.goTo(1, 3);
    window.editor.complete();
    QCOMPARE(window.editor.text(), QByteArray("engine: keda\n"));
}

void TestYamlEditor::keysThatTheProgramNeeds_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("palette") << int(Qt::Key_K) << int(Qt::ControlModifier);
    QTest::newRow("refresh") << int(Qt::Key_R) << int(Qt::ControlModifier);
    QTest::newRow("save") << int(Qt::Key_S) << int(Qt::ControlModifier);
    QTest::newRow("page") << int(Qt::Key_1) << int(Qt::ControlModifier);
    QTest::newRow("line up") << int(Qt::Key_D) << int(Qt::ControlModifier);
    QTest::newRow("cut line") << int(Qt::Key_L) << int(Qt::ControlModifier);
    QTest::newRow("back") << int(Qt::Key_Left) << int(Qt::AltModifier);
}

/// They go to the window, and do not change the text.
void TestYamlEditor::keysThatTheProgramNeeds()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    Window window;
    window.editor.setText(sample);
    QKeyEvent override(QEvent::ShortcutOverride, key, Qt::KeyboardModifiers(modifiers));
    override.ignore();
    QApplication::sendEvent(window.keys(), &override);
    QVERIFY(!override.isAccepted());
    QTest::keyClick(window.keys(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(window.editor.text(), sample);
}

void TestYamlEditor::coloursFollowTheTheme()
{
    ThemeController theme(qApp);
    theme.setMode(ThemeMode::Light);
    Window window;
    window.editor.setText(sample);
    const auto background = [&window] {
        const QImage image = window.editor.grab().toImage();
        return image.pixelColor(image.width() - 40, image.height() - 40);
    };
    QCOMPARE(background(), lightColors().surface);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(background(), darkColors().surface);
}

QTEST_MAIN(TestYamlEditor)
#include "tst_yamleditor.moc"
