// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of YamlEditor that answers typing: completion and indentation.
#include "editors/scintilla.h"
#include "editors/yamleditor.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Sci = QsciScintilla;

constexpr int longestHelp = 64;
const QString gap = u"  "_s; ///< between what is proposed and its help; no proposal holds it

/// One line of the list; columns are even because the font is monospaced.
QString lineOf(const EditorProposal &proposal, qsizetype width)
{
    QString help = proposal.help;
    if (help.size() > longestHelp) {
        help.truncate(longestHelp - 1);
        help += u'…';
    }
    return help.isEmpty() ? proposal.text : proposal.text.leftJustified(width) + gap + help;
}

/// The indentation of the line behind this one.
int indentationAfter(const QByteArray &line)
{
    qsizetype column = 0;
    const auto skipSpaces = [&] {
        while (column < line.size() && line[column] == ' ') {
            ++column;
        }
    };
    skipSpaces();
    while (column + 1 < line.size() && line[column] == '-' && line[column + 1] == ' ') {
        ++column;
        skipSpaces();
    }
    QByteArray content = line.sliced(std::min(column, line.size()));
    if (const qsizetype comment = content.indexOf(" #"); comment >= 0) {
        content.truncate(comment);
    }
    content = content.trimmed();
    const bool opens =
        content.endsWith(':') || content.endsWith('|') || content.endsWith('>') || content == "-";
    constexpr int step = 2;
    return static_cast<int>(column) + (opens ? step : 0);
}

} // namespace

void YamlEditor::setCompleter(EditorCompleter completer)
{
    m_completer = std::move(completer);
}

void YamlEditor::typed(int character)
{
    if (m_replacing) {
        return;
    }
    if (character == '\n') {
        indentNewLine();
    } else if (character > ' ') {
        propose(false);
    }
}

void YamlEditor::indentNewLine()
{
    const int line = cursorLine() - 1;
    if (line < 1) {
        return;
    }
    const int indentation = indentationAfter(m_edit->text(line - 1).toUtf8().trimmed().isEmpty()
                                                 ? QByteArray(m_edit->indentation(line - 1), ' ')
                                                 : m_edit->text(line - 1).toUtf8());
    m_edit->setIndentation(line, indentation);
    goTo(line + 1, indentation + 1);
}

void YamlEditor::complete()
{
    propose(true);
}

bool YamlEditor::isCompleting() const
{
    return m_edit->isListActive();
}

/// While typing only what begins with the word is shown, and nothing if it is that word already.
void YamlEditor::propose(bool asked)
{
    if (!m_completer || isReadOnly()) {
        return;
    }
    const QByteArray all = text();
    const qsizetype position = m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS);
    m_proposals = m_completer(all, position);
    const qsizetype length = std::clamp<qsizetype>(position - m_proposals.start, 0, position);
    const QString word = QString::fromUtf8(all.sliced(position - length, length));
    std::erase_if(m_proposals.all, [&word](const EditorProposal &proposal) {
        return !proposal.text.startsWith(word, Qt::CaseInsensitive);
    });
    m_proposed.clear();
    const bool done = m_proposals.all.size() == 1 && m_proposals.all.front().text == word;
    if (m_proposals.all.empty() || (!asked && (done || word.isEmpty()))) {
        m_edit->cancelList();
        return;
    }
    if (asked && m_proposals.all.size() == 1) {
        accept(m_proposals.all.front().text.toUtf8().constData(),
               static_cast<int>(m_proposals.start));
        return;
    }
    qsizetype width = 0;
    for (const EditorProposal &proposal : m_proposals.all) {
        width = std::max(width, proposal.text.size());
    }
    QStringList lines;
    for (const EditorProposal &proposal : m_proposals.all) {
        lines << lineOf(proposal, width);
        m_proposed << proposal.text;
    }
    m_edit->SendScintilla(Sci::SCI_AUTOCSHOW, static_cast<unsigned long>(length),
                          lines.join(u'\n').toUtf8().constData());
}

void YamlEditor::accept(const char *chosen, int position)
{
    const QString text = QString::fromUtf8(chosen).section(gap, 0, 0);
    const auto found = std::find_if(m_proposals.all.begin(), m_proposals.all.end(),
                                    [&text](const auto &one) { return one.text == text; });
    m_edit->cancelList(); // Scintilla would put the help there too
    if (found == m_proposals.all.end()) {
        return;
    }
    QByteArray insert = found->insert.toUtf8();
    const long end = m_edit->SendScintilla(Sci::SCI_GETCURRENTPOS);
    const auto behind = static_cast<char>(
        m_edit->SendScintilla(Sci::SCI_GETCHARAT, static_cast<unsigned long>(end)));
    if (behind == ':') {
        insert = found->text.toUtf8(); // the colon is there
    }
    m_replacing = true;
    m_edit->SendScintilla(Sci::SCI_BEGINUNDOACTION);
    m_edit->SendScintilla(Sci::SCI_SETTARGETRANGE, static_cast<unsigned long>(position), end);
    m_edit->SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(insert.size()),
                          insert.constData());
    m_edit->SendScintilla(Sci::SCI_GOTOPOS, static_cast<unsigned long>(position + insert.size()));
    m_edit->SendScintilla(Sci::SCI_ENDUNDOACTION);
    m_replacing = false;
    m_proposed.clear();
}

} // namespace spillway
