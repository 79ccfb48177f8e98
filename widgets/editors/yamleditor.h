// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editors/editorproblem.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <utility>

class QsciScintilla;

namespace spillway {

class YamlLook;

/// Edits a YAML text: colours of the theme, line numbers, problems marked where they are, and
/// completion. Two spaces are a step of indentation; the tabulator key never puts a tabulator.
/// Everything works by keyboard: F8 and Shift+F8 go from problem to problem, Ctrl+Space proposes,
/// Ctrl+Tab and Ctrl+Shift+Tab leave. Texts are UTF-8. GUI thread.
class YamlEditor : public QWidget
{
    Q_OBJECT
public:
    explicit YamlEditor(QWidget *parent = nullptr);
    ~YamlEditor() override;

    [[nodiscard]] QByteArray text() const;
    /// Another document: what was undoable is forgotten.
    void setText(const QByteArray &text);
    /// The same document, changed by something else than typing: one undoable edit of what differs;
    /// cursor and scroll position stay.
    void replaceText(const QByteArray &text);

    /// Marks them; those of before go. Lines that are not there are left out.
    void setProblems(const std::vector<EditorProblem> &problems);
    [[nodiscard]] const std::vector<EditorProblem> &problems() const { return m_problems; }
    /// Of the line, joined; what its tool tip says.
    [[nodiscard]] QString problemText(int line) const;
    void setCompleter(EditorCompleter completer);

    /// Puts the cursor there, in sight; both from 1, the column in bytes. Does not take the focus.
    void goTo(int line, int column = 1);
    [[nodiscard]] int cursorLine() const;
    [[nodiscard]] int cursorColumn() const;

    void goToProblem(bool forwards);
    /// Proposes what fits at the cursor; if it is only one thing, that is put there.
    void complete();
    [[nodiscard]] bool isCompleting() const;
    /// What is proposed now.
    [[nodiscard]] QStringList proposed() const { return m_proposed; }

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    void undo();
    void redo();
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 480}; }

Q_SIGNALS:
    void textChanged();
    void cursorMoved(int line, int column);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUp();
    void setUpKeys();
    void connectScintilla();
    void typed(int character);
    void indentNewLine();
    void propose(bool asked);
    void accept(const char *chosen, int position);
    void markProblems();
    void showTip(int position, const QPoint &place);
    void showProblemTip(int line);
    [[nodiscard]] std::pair<long, long> rangeOf(const EditorProblem &problem) const;

    QsciScintilla *m_edit;
    std::unique_ptr<YamlLook> m_look;
    EditorCompleter m_completer;
    std::vector<EditorProblem> m_problems;
    EditorProposals m_proposals;
    QStringList m_proposed;
    bool m_replacing = false; ///< not by typing
};

} // namespace spillway
