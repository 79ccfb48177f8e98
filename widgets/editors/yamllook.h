// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/tone.h"

class QFont;
class QsciLexerYAML;
class QsciScintilla;

namespace spillway {

/// How a YAML text is drawn: Scintilla knows nothing of palettes and style sheets, so all colours
/// and fonts are handed over, and again at each change of theme.
class YamlLook
{
public:
    /// Makes the lexer, owned by the editor.
    explicit YamlLook(QsciScintilla *edit);

    void apply(const ThemeColors &colors, const QFont &font);

    /// Numbers of Scintilla's indicators and markers.
    [[nodiscard]] static int indicatorOf(Tone tone);
    [[nodiscard]] static int markerOf(Tone tone);
    static constexpr int numberMargin = 0;
    static constexpr int markMargin = 1;

private:
    void applyTokens(const ThemeColors &colors, const QFont &font);
    void applyMargins(const ThemeColors &colors, const QFont &font);
    void applyMarks(const ThemeColors &colors);

    QsciScintilla *m_edit;
    QsciLexerYAML *m_lexer;
};

} // namespace spillway
