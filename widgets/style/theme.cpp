// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

const ThemeColors &lightColors()
{
    static const ThemeColors colors{.dark = false,
                                    .window = QColor{0xf4, 0xf5, 0xf7},
                                    .surface = QColor{0xff, 0xff, 0xff},
                                    .raised = QColor{0xee, 0xf0, 0xf4},
                                    .hairline = QColor{0xe1, 0xe4, 0xea},
                                    .hairlineStrong = QColor{0xc6, 0xcc, 0xd6},
                                    .text = QColor{0x1a, 0x1e, 0x27},
                                    .textMuted = QColor{0x57, 0x60, 0x70},
                                    .textFaint = QColor{0x83, 0x8c, 0x9b},
                                    .accent = QColor{0x2f, 0x5b, 0xd7},
                                    .accentText = QColor{0xff, 0xff, 0xff},
                                    .selection = QColor{0xdf, 0xe7, 0xfb},
                                    .ok = QColor{0x13, 0x7a, 0x4b},
                                    .warning = QColor{0x9a, 0x5f, 0x00},
                                    .critical = QColor{0xc4, 0x2a, 0x3b},
                                    .info = QColor{0x25, 0x67, 0xb5}};
    return colors;
}

const ThemeColors &darkColors()
{
    static const ThemeColors colors{.dark = true,
                                    .window = QColor{0x0e, 0x10, 0x14},
                                    .surface = QColor{0x16, 0x19, 0x1f},
                                    .raised = QColor{0x20, 0x24, 0x2d},
                                    .hairline = QColor{0x29, 0x2e, 0x38},
                                    .hairlineStrong = QColor{0x3c, 0x43, 0x50},
                                    .text = QColor{0xe6, 0xe9, 0xef},
                                    .textMuted = QColor{0x9c, 0xa5, 0xb4},
                                    .textFaint = QColor{0x6f, 0x78, 0x88},
                                    .accent = QColor{0x7f, 0x9d, 0xff},
                                    .accentText = QColor{0x0b, 0x10, 0x20},
                                    .selection = QColor{0x26, 0x30, 0x4d},
                                    .ok = QColor{0x4f, 0xc0, 0x8d},
                                    .warning = QColor{0xee, 0xb2, 0x44},
                                    .critical = QColor{0xff, 0x73, 0x73},
                                    .info = QColor{0x6f, 0xb3, 0xff}};
    return colors;
}

const ThemeColors &themeColors(const QPalette &palette)
{
    // Inside a card a label's window colour is none: it is transparent.
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const bool dark =
        window.alpha() > 0
            ? window.lightness() < 128
            : palette.color(QPalette::Active, QPalette::WindowText).lightness() >= 128;
    return dark ? darkColors() : lightColors();
}

QPalette themePalette(const ThemeColors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.surface);
    palette.setColor(QPalette::AlternateBase, colors.window);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.textFaint);
    palette.setColor(QPalette::Button, colors.surface);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.critical);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.accentText);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.raised);
    palette.setColor(QPalette::Midlight, colors.hairline);
    palette.setColor(QPalette::Mid, colors.hairlineStrong);
    palette.setColor(QPalette::Dark, colors.hairlineStrong);
    palette.setColor(QPalette::Shadow, colors.dark ? QColor{Qt::black} : colors.hairlineStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::ToolTipText}) {
        palette.setColor(QPalette::Disabled, role, colors.textFaint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.raised);
    return palette;
}

QString themeStyleSheet(const ThemeColors &colors)
{
    QFile file{u":/style/spillway.qss"_s};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<QLatin1String, QColor>, 14> tokens{{
        {"@window"_L1, colors.window},
        {"@surface"_L1, colors.surface},
        {"@raised"_L1, colors.raised},
        {"@hairlineStrong"_L1, colors.hairlineStrong},
        {"@hairline"_L1, colors.hairline},
        {"@textMuted"_L1, colors.textMuted},
        {"@textFaint"_L1, colors.textFaint},
        {"@text"_L1, colors.text},
        {"@accentText"_L1, colors.accentText},
        {"@accent"_L1, colors.accent},
        {"@selection"_L1, colors.selection},
        {"@warning"_L1, colors.warning},
        {"@ok"_L1, colors.ok},
        {"@critical"_L1, colors.critical},
    }};
    // The longer of two names with one beginning stands first.
    for (const auto &[token, color] : tokens) {
        sheet.replace(token, color.name());
    }
    sheet.replace("@theme"_L1, colors.dark ? "dark"_L1 : "light"_L1);
    return sheet;
}

namespace {

void scale(QFont *font, qreal factor)
{
    if (font->pixelSize() > 0) {
        font->setPixelSize(std::max(1, qRound(font->pixelSize() * factor)));
    } else {
        font->setPointSizeF(font->pointSizeF() * factor);
    }
}

} // namespace

QFont themeFont(FontRole role, const QFont &base)
{
    QFont font = base;
    switch (role) {
    case FontRole::Body:
        break;
    case FontRole::Small:
        scale(&font, 0.87);
        break;
    case FontRole::Title:
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Heading:
        scale(&font, 1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case FontRole::Mono:
        font.setFamilies({u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
        font.setStyleHint(QFont::Monospace);
        break;
    }
    return font;
}

} // namespace spillway
