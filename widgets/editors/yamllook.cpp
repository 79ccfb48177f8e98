// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/yamllook.h"

#include "editors/scintilla.h"

#include <QFontInfo>
#include <QImage>
#include <QPainter>

#include <array>

namespace spillway {

namespace {

/// Those below eight belong to lexers.
constexpr int firstIndicator = 8;
constexpr int firstMarker = 0;
constexpr int mark = 10;
constexpr std::array shownTones{Tone::Info, Tone::Warning, Tone::Critical};

int numberOf(Tone tone)
{
    return tone == Tone::Critical ? 2 : tone == Tone::Warning ? 1 : 0;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

/// The shape of a tone, large enough for the screen's pixels.
QImage toneImage(Tone tone, const ThemeColors &colors, qreal ratio)
{
    QImage image(QSize(mark, mark) * ratio, QImage::Format_ARGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawTone(painter, QRectF(1, 1, mark - 2, mark - 2), tone, colors);
    return image;
}

} // namespace

YamlLook::YamlLook(QsciScintilla *edit)
    : m_edit(edit)
    , m_lexer(new QsciLexerYAML(edit))
{
    m_edit->setLexer(m_lexer);
}

int YamlLook::indicatorOf(Tone tone)
{
    return firstIndicator + numberOf(tone);
}

int YamlLook::markerOf(Tone tone)
{
    return firstMarker + numberOf(tone);
}

void YamlLook::apply(const ThemeColors &colors, const QFont &wanted)
{
    // Scintilla looks at the first family only, which need not be there.
    QFont font = wanted;
    font.setFamilies({QFontInfo(wanted).family()});
    applyTokens(colors, font);
    applyMargins(colors, font);
    applyMarks(colors);
    m_edit->setCaretForegroundColor(colors.accent);
    m_edit->setCaretWidth(2);
    m_edit->setCaretLineVisible(true);
    m_edit->setCaretLineBackgroundColor(mixed(colors.surface, colors.raised, 0.6));
    m_edit->setSelectionBackgroundColor(colors.selection);
    m_edit->resetSelectionForegroundColor();
    m_edit->setMatchedBraceBackgroundColor(colors.selection);
    m_edit->setMatchedBraceForegroundColor(colors.text);
    m_edit->setUnmatchedBraceBackgroundColor(colors.surface);
    m_edit->setUnmatchedBraceForegroundColor(colors.critical);
    m_edit->setIndentationGuidesBackgroundColor(colors.surface);
    m_edit->setIndentationGuidesForegroundColor(colors.hairline);
}

void YamlLook::applyTokens(const ThemeColors &colors, const QFont &font)
{
    const QColor value = mixed(colors.text, colors.ok, 0.75);
    const QColor number = mixed(colors.text, colors.warning, 0.85);
    const std::array<std::pair<int, QColor>, 10> tokens{{
        {QsciLexerYAML::Default, colors.text},
        {QsciLexerYAML::Comment, colors.textMuted},
        {QsciLexerYAML::Identifier, colors.accent},
        {QsciLexerYAML::Keyword, number},
        {QsciLexerYAML::Number, number},
        {QsciLexerYAML::Reference, value},
        {QsciLexerYAML::DocumentDelimiter, colors.textMuted},
        {QsciLexerYAML::TextBlockMarker, value},
        {QsciLexerYAML::SyntaxErrorMarker, colors.critical},
        {QsciLexerYAML::Operator, colors.textMuted},
    }};
    m_lexer->setDefaultColor(colors.text);
    m_lexer->setDefaultPaper(colors.surface);
    m_lexer->setDefaultFont(font);
    m_edit->setColor(colors.text);
    m_edit->setPaper(colors.surface);
    for (const auto &[style, color] : tokens) {
        QFont styled = font;
        styled.setItalic(style == QsciLexerYAML::Comment);
        m_lexer->setColor(color, style);
        m_lexer->setPaper(colors.surface, style);
        m_lexer->setFont(styled, style);
        m_lexer->setEolFill(false, style);
    }
}

void YamlLook::applyMargins(const ThemeColors &colors, const QFont &font)
{
    m_edit->setMarginsFont(font);
    m_edit->setMarginsBackgroundColor(colors.surface);
    m_edit->setMarginsForegroundColor(colors.textFaint);
    m_edit->setMarginType(numberMargin, QsciScintilla::NumberMargin);
    m_edit->setMarginType(markMargin, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    constexpr int fewest = 1000; // room for three digits at least, so that it does not jump
    const QString widest = QString::number(std::max(fewest, m_edit->lines()));
    m_edit->setMarginWidth(numberMargin, widest);
    m_edit->setMarginWidth(markMargin, mark + 6);
    m_edit->setMarginMarkerMask(numberMargin, 0);
    m_edit->setMarginMarkerMask(markMargin, 0b111);
}

void YamlLook::applyMarks(const ThemeColors &colors)
{
    const qreal ratio = m_edit->devicePixelRatioF();
    m_edit->SendScintilla(QsciScintilla::SCI_RGBAIMAGESETSCALE, qRound(ratio * 100));
    for (const Tone tone : shownTones) {
        const int indicator = indicatorOf(tone);
        m_edit->indicatorDefine(QsciScintilla::SquigglePixmapIndicator, indicator);
        m_edit->setIndicatorForegroundColor(toneColor(tone, colors), indicator);
        m_edit->setIndicatorDrawUnder(true, indicator);
        m_edit->markerDefine(toneImage(tone, colors, ratio), markerOf(tone));
    }
}

} // namespace spillway
