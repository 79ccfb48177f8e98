// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/yamleditor.h"

#include "editors/scintilla.h"
#include "editors/yamllook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Sci = QsciScintilla;

constexpr int indentStep = 2;
constexpr int dwellTime = 400;

long asLong(qsizetype value)
{
    return static_cast<long>(value);
}

/// Where a text differs from another: equal up to `first`, and again after the two ends.
struct Difference
{
    qsizetype first = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;
};

bool isInsideOfCharacter(const QByteArray &text, qsizetype at)
{
    return at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

Difference differenceOf(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    Difference difference;
    while (difference.first < shorter && before[difference.first] == after[difference.first]) {
        ++difference.first;
    }
    while (isInsideOfCharacter(before, difference.first) ||
           isInsideOfCharacter(after, difference.first)) {
        --difference.first;
    }
    qsizetype same = 0;
    while (same < shorter - difference.first &&
           before[before.size() - 1 - same] == after[after.size() - 1 - same]) {
        ++same;
    }
    while (isInsideOfCharacter(before, before.size() - same)) {
        --same;
    }
    difference.oldEnd = before.size() - same;
    difference.newEnd = after.size() - same;
    return difference;
}

} // namespace

YamlEditor::YamlEditor(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QsciScintilla(this))
    , m_look(std::make_unique<YamlLook>(m_edit))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    setUp();
    setUpKeys();
    connectScintilla();
    m_look->apply(themeColors(palette()), themeFont(FontRole::Mono, font()));
}

YamlEditor::~YamlEditor()
{
    m_edit->disconnect(this);
}

void YamlEditor::setUp()
{
    m_edit->setObjectName(u"yamlText"_s);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setUtf8(true);
    m_edit->setEolMode(Sci::EolUnix);
    m_edit->setIndentationsUseTabs(false);
    m_edit->setTabWidth(indentStep);
    m_edit->setIndentationWidth(indentStep);
    m_edit->setTabIndents(true);
    m_edit->setBackspaceUnindents(true);
    m_edit->setIndentationGuides(true);
    m_edit->setBraceMatching(Sci::SloppyBraceMatch);
    m_edit->setWrapMode(Sci::WrapNone);
    m_edit->setFolding(Sci::NoFoldStyle);
    m_edit->setAutoCompletionSource(Sci::AcsNone);
    m_edit->SendScintilla(Sci::SCI_SETSCROLLWIDTHTRACKING, 1);
    m_edit->SendScintilla(Sci::SCI_SETSCROLLWIDTH, 1);
    m_edit->SendScintilla(Sci::SCI_SETMOUSEDWELLTIME, dwellTime);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETSEPARATOR, '\n');
    m_edit->SendScintilla(Sci::SCI_AUTOCSETORDER, Sci::SC_ORDER_CUSTOM);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETIGNORECASE, 1);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETAUTOHIDE, 0);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETCANCELATSTART, 0);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETMAXHEIGHT, 10);
    m_edit->installEventFilter(this);
}

/// Scintilla binds many keys that mean other things in the rest of the program (Ctrl+L, Ctrl+D,
/// Ctrl+Shift+T, ...): only those remain that move, select and edit as everywhere.
void YamlEditor::setUpKeys()
{
    constexpr int movers[] = {Qt::Key_Left,      Qt::Key_Right,   Qt::Key_Up,     Qt::Key_Down,
                              Qt::Key_Home,      Qt::Key_End,     Qt::Key_PageUp, Qt::Key_PageDown,
                              Qt::Key_Tab,       Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,
                              Qt::Key_Backspace, Qt::Key_Delete,  Qt::Key_Escape, Qt::Key_Insert};
    constexpr int letters[] = {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z};
    const auto keeps = [&](int key) {
        const int plain = key & ~static_cast<int>(Qt::KeyboardModifierMask);
        const int modifiers = key & static_cast<int>(Qt::KeyboardModifierMask);
        if ((modifiers & Qt::AltModifier) != 0 || (modifiers & Qt::MetaModifier) != 0) {
            return false;
        }
        return std::find(std::begin(movers), std::end(movers), plain) != std::end(movers) ||
               (modifiers == Qt::ControlModifier &&
                std::find(std::begin(letters), std::end(letters), plain) != std::end(letters));
    };
    const QList<QsciCommand *> commands = m_edit->standardCommands()->commands();
    for (QsciCommand *command : commands) {
        if (!keeps(command->key())) {
            command->setKey(0);
        }
        if (command->alternateKey() != 0 && !keeps(command->alternateKey())) {
            command->setAlternateKey(0);
        }
    }
}

void YamlEditor::connectScintilla()
{
    connect(m_edit, &QsciScintilla::textChanged, this, [this] {
        m_edit->setMarginWidth(YamlLook::numberMargin,
                               QString::number(std::max(1000, m_edit->lines())));
        Q_EMIT textChanged();
    });
    connect(m_edit, &QsciScintilla::cursorPositionChanged, this,
            [this] { Q_EMIT cursorMoved(cursorLine(), cursorColumn()); });
    connect(m_edit, &QsciScintillaBase::SCN_CHARADDED, this, &YamlEditor::typed);
    connect(
        m_edit, &QsciScintillaBase::SCN_AUTOCCHARDELETED, this, [this] { propose(false); },
        Qt::QueuedConnection);
    connect(m_edit, qOverload<const char *, int, int, int>(&QsciScintillaBase::SCN_AUTOCSELECTION),
            this, [this](const char *chosen, int position) { accept(chosen, position); });
    connect(m_edit, &QsciScintillaBase::SCN_DWELLSTART, this, [this](int position, int x, int y) {
        showTip(position, {x, y});
    });
    connect(m_edit, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
}

QByteArray YamlEditor::text() const
{
    const auto size = m_edit->SendScintilla(Sci::SCI_GETLENGTH);
    QByteArray bytes(static_cast<qsizetype>(size) + 1, Qt::Uninitialized);
    m_edit->SendScintilla(Sci::SCI_GETTEXT, static_cast<unsigned long>(bytes.size()), bytes.data());
    bytes.chop(1);
    return bytes;
}

void YamlEditor::setText(const QByteArray &text)
{
    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    m_replacing = true;
    m_problems.clear();
    m_edit->SendScintilla(Sci::SCI_SETUNDOCOLLECTION, 0);
    m_edit->SendScintilla(Sci::SCI_CLEARALL);
    m_edit->SendScintilla(Sci::SCI_ADDTEXT, static_cast<unsigned long>(text.size()),
                          text.constData());
    m_edit->SendScintilla(Sci::SCI_SETUNDOCOLLECTION, 1);
    m_edit->SendScintilla(Sci::SCI_EMPTYUNDOBUFFER);
    goTo(1);
    markProblems();
    m_replacing = false;
    setReadOnly(wasReadOnly);
}

void YamlEditor::replaceText(const QByteArray &after)
{
    const QByteArray before = text();
    if (before == after) {
        return;
    }
    const Difference difference = differenceOf(before, after);
    const QByteArray middle = after.sliced(difference.first, difference.newEnd - difference.first);
    const int line = cursorLine();
    const int column = cursorColumn();
    const long top = m_edit->SendScintilla(Sci::SCI_GETFIRSTVISIBLELINE);
    m_replacing = true;
    m_edit->SendScintilla(Sci::SCI_BEGINUNDOACTION);
    m_edit->SendScintilla(Sci::SCI_SETTARGETRANGE, static_cast<unsigned long>(difference.first),
                          asLong(difference.oldEnd));
    m_edit->SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(middle.size()),
                          middle.constData());
    m_edit->SendScintilla(Sci::SCI_ENDUNDOACTION);
    m_replacing = false;
    goTo(line, column);
    m_edit->SendScintilla(Sci::SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(top));
}

void YamlEditor::goTo(int line, int column)
{
    const int last = m_edit->lines();
    const auto wanted = static_cast<unsigned long>(std::clamp(line, 1, last) - 1);
    const long begin = m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE, wanted);
    const long end = m_edit->SendScintilla(Sci::SCI_GETLINEENDPOSITION, wanted);
    const long position = std::clamp(begin + std::max(0, column - 1), begin, end);
    m_edit->SendScintilla(Sci::SCI_GOTOPOS, static_cast<unsigned long>(position));
    m_edit->ensureLineVisible(static_cast<int>(wanted));
    m_edit->ensureCursorVisible();
}

int YamlEditor::cursorLine() const
{
    const long at = m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS);
    return static_cast<int>(
               m_edit->SendScintilla(Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(at))) +
           1;
}

int YamlEditor::cursorColumn() const
{
    const long at = m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS);
    const long begin = m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE,
                                             static_cast<unsigned long>(cursorLine() - 1));
    return static_cast<int>(at - begin) + 1;
}

bool YamlEditor::canUndo() const
{
    return m_edit->isUndoAvailable();
}

bool YamlEditor::canRedo() const
{
    return m_edit->isRedoAvailable();
}

void YamlEditor::undo()
{
    m_edit->undo();
}

void YamlEditor::redo()
{
    m_edit->redo();
}

void YamlEditor::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

bool YamlEditor::isReadOnly() const
{
    return m_edit->isReadOnly();
}

bool YamlEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool control = key->modifiers().testFlag(Qt::ControlModifier);
    switch (key->key()) {
    case Qt::Key_Tab:
        return control && focusNextPrevChild(true);
    case Qt::Key_Backtab:
        return control && focusNextPrevChild(false);
    case Qt::Key_F8:
        goToProblem(!key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Space:
        if (control) {
            complete();
        }
        return control;
    default:
        break;
    }
    // A shortcut that nobody took must not leave its letter in the text. (AltGr is both.)
    const bool isText = !key->text().isEmpty() && key->text().at(0).isPrint();
    if (control && !key->modifiers().testFlag(Qt::AltModifier) && isText &&
        m_edit->standardCommands()->boundTo(key->key() | Qt::CTRL) == nullptr) {
        event->ignore();
        return true;
    }
    return false;
}

void YamlEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange ||
                       event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (looks && m_look != nullptr) {
        m_look->apply(themeColors(palette()), themeFont(FontRole::Mono, font()));
        markProblems();
    }
}

} // namespace spillway
