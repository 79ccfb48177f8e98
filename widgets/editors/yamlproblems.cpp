// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of YamlEditor that marks problems and goes from one to the next.
#include "core/plainline.h"
#include "editors/scintilla.h"
#include "editors/yamleditor.h"
#include "editors/yamllook.h"

#include <QToolTip>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Sci = QsciScintilla;

} // namespace

void YamlEditor::setProblems(const std::vector<EditorProblem> &problems)
{
    m_problems = problems;
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const EditorProblem &a, const EditorProblem &b) {
                         return std::pair{a.line, a.column} < std::pair{b.line, b.column};
                     });
    const int lines = m_edit->lines();
    std::erase_if(m_problems, [lines](const EditorProblem &problem) {
        return problem.line < 1 || problem.line > lines;
    });
    markProblems();
}

QString YamlEditor::problemText(int line) const
{
    QStringList texts;
    for (const EditorProblem &problem : m_problems) {
        if (problem.line == line) {
            texts << problem.text;
        }
    }
    return texts.join(u'\n');
}

/// From the column to the end of the word there, or of the quoted text; at least one character.
std::pair<long, long> YamlEditor::rangeOf(const EditorProblem &problem) const
{
    const auto line = static_cast<unsigned long>(problem.line - 1);
    const long begin = m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE, line);
    const long end = m_edit->SendScintilla(Sci::SCI_GETLINEENDPOSITION, line);
    long from = std::min(begin + std::max(0, problem.column - 1), end);
    const auto at = [this](long position) {
        return static_cast<char>(
            m_edit->SendScintilla(Sci::SCI_GETCHARAT, static_cast<unsigned long>(position)));
    };
    const char first = from < end ? at(from) : ' ';
    const bool quoted = first == '"' || first == '\'';
    long to = from + 1;
    while (to < end && (quoted ? at(to - 1) != first || to == from + 1
                               : !QByteArrayView(" ,]}#").contains(at(to)))) {
        ++to;
    }
    if (from == end && from > begin) {
        --from; // behind the text: the last character stands for it
    }
    return {from, std::max(from, std::min(to, end))};
}

void YamlEditor::markProblems()
{
    const auto size = m_edit->SendScintilla(Sci::SCI_GETLENGTH);
    for (const Tone tone : {Tone::Info, Tone::Warning, Tone::Critical}) {
        m_edit->SendScintilla(Sci::SCI_SETINDICATORCURRENT,
                              static_cast<unsigned long>(YamlLook::indicatorOf(tone)));
        m_edit->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, size);
        m_edit->markerDeleteAll(YamlLook::markerOf(tone));
    }
    for (const EditorProblem &problem : m_problems) {
        const auto [from, to] = rangeOf(problem);
        m_edit->SendScintilla(Sci::SCI_SETINDICATORCURRENT,
                              static_cast<unsigned long>(YamlLook::indicatorOf(problem.tone)));
        m_edit->SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(from),
                              to - from);
        m_edit->markerAdd(problem.line - 1, YamlLook::markerOf(problem.tone));
    }
}

void YamlEditor::showTip(int position, const QPoint &place)
{
    // Over the margins the position is -1 and the place says which line it is.
    int line = -1;
    if (position >= 0) {
        line = static_cast<int>(
            m_edit->SendScintilla(Sci::SCI_LINEFROMPOSITION, static_cast<unsigned long>(position)));
    } else if (place.x() <= m_edit->marginWidth(YamlLook::numberMargin) +
                                m_edit->marginWidth(YamlLook::markMargin)) {
        line = m_edit->lineAt(place);
    }
    const QString text = line < 0 ? QString{} : problemText(line + 1);
    if (!text.isEmpty()) {
        QToolTip::showText(m_edit->viewport()->mapToGlobal(place), plainTip(text), m_edit);
    }
}

void YamlEditor::showProblemTip(int line)
{
    const long position =
        m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
    const long x = m_edit->SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, position);
    const long y = m_edit->SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, position);
    showTip(static_cast<int>(position),
            {static_cast<int>(x), static_cast<int>(y) + m_edit->textHeight(line - 1)});
}

void YamlEditor::goToProblem(bool forwards)
{
    if (m_problems.empty()) {
        return;
    }
    const std::pair here{cursorLine(), cursorColumn()};
    const auto placeOf = [](const EditorProblem &problem) {
        return std::pair{problem.line, std::max(1, problem.column)};
    };
    const EditorProblem *target = nullptr;
    if (forwards) {
        const auto next =
            std::find_if(m_problems.begin(), m_problems.end(),
                         [&](const EditorProblem &one) { return placeOf(one) > here; });
        target = next != m_problems.end() ? &*next : &m_problems.front();
    } else {
        const auto next =
            std::find_if(m_problems.rbegin(), m_problems.rend(),
                         [&](const EditorProblem &one) { return placeOf(one) < here; });
        target = next != m_problems.rend() ? &*next : &m_problems.back();
    }
    goTo(target->line, target->column);
    showProblemTip(target->line);
}

} // namespace spillway
