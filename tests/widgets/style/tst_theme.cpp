// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"
#include "style/themecontroller.h"
#include "style/themeicon.h"

#include <QApplication>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const ThemeColors &colors = dark ? darkColors() : lightColors();
        for (const QColor &background : {colors.surface, colors.window}) {
            QVERIFY(contrast(colors.text, background) >= 7);
            for (const QColor &color : {colors.textMuted, colors.ok, colors.warning,
                                        colors.critical, colors.info, colors.accent}) {
                QVERIFY2(contrast(color, background) >= 4.5, qPrintable(color.name()));
            }
            QVERIFY(contrast(colors.textFaint, background) >= 3);
        }
        QVERIFY(contrast(colors.accentText, colors.accent) >= 4.5);
        QVERIFY(contrast(colors.text, colors.selection) >= 7);
    }

    void paletteLeadsBackToItsColors()
    {
        QVERIFY(themeColors(themePalette(darkColors())).dark);
        QVERIFY(!themeColors(themePalette(lightColors())).dark);
    }

    /// As labels in a card have it, whatever the role of their text.
    void transparentWindowsAreToldByTheirText()
    {
        for (const ThemeColors *colors : {&lightColors(), &darkColors()}) {
            for (const QColor &text :
                 {colors->text, colors->textMuted, colors->warning, colors->critical}) {
                QPalette palette = themePalette(*colors);
                palette.setColor(QPalette::Window, Qt::transparent);
                palette.setColor(QPalette::WindowText, text);
                QCOMPARE(themeColors(palette).dark, colors->dark);
            }
        }
    }

    void sheetHasNoTokenLeft()
    {
        for (const ThemeColors *colors : {&lightColors(), &darkColors()}) {
            const QString sheet = themeStyleSheet(*colors);
            QVERIFY(sheet.contains("QPushButton"_L1));
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet));
        }
    }

    void controllerSwitches()
    {
        ThemeController controller{qApp};
        QSignalSpy changed{&controller, &ThemeController::changed};
        controller.setMode(ThemeMode::Dark);
        QVERIFY(controller.isDark());
        QVERIFY(themeColors(QGuiApplication::palette()).dark);
        QCOMPARE(changed.size(), 1);
        controller.setMode(ThemeMode::Dark);
        QCOMPARE(changed.size(), 1);
        controller.setSystemDark(false);
        QCOMPARE(changed.size(), 1);
        controller.setMode(ThemeMode::System);
        QVERIFY(!controller.isDark());
        controller.setSystemDark(true);
        QVERIFY(controller.isDark());
        QCOMPARE(changed.size(), 3);
    }

    void fontsScaleWithTheBase()
    {
        QFont base{u"DejaVu Sans"_s};
        base.setPixelSize(20);
        QVERIFY(themeFont(FontRole::Small, base).pixelSize() < 20);
        QCOMPARE(themeFont(FontRole::Title, base).weight(), QFont::DemiBold);
        base.setPointSizeF(10);
        QCOMPARE(themeFont(FontRole::Heading, base).pointSizeF(), 14.0);
    }

    void everyIconDraws()
    {
        QDirIterator files{u":/icons"_s, {u"*.svg"_s}, QDir::Files};
        int count = 0;
        while (files.hasNext()) {
            files.next();
            const QString name = files.fileInfo().completeBaseName();
            const QImage image = themeIcon(name, QColor{Qt::red}).pixmap(QSize{32, 32}).toImage();
            bool inked = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    inked = inked || qAlpha(image.pixel(x, y)) > 200;
                }
            }
            QVERIFY2(inked, qPrintable(name));
            ++count;
        }
        QVERIFY(count > 30);
    }

    void iconsFollowTheTheme()
    {
        const QIcon icon = themeIcon(u"add");
        const auto lightness = [&icon] {
            return QColor::fromRgba(icon.pixmap(QSize{16, 16}).toImage().pixel(8, 8)).lightness();
        };
        ThemeController controller{qApp};
        controller.setMode(ThemeMode::Light);
        QVERIFY(lightness() < 80);
        controller.setMode(ThemeMode::Dark);
        QVERIFY(lightness() > 170);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
