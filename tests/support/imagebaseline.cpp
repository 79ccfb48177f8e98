// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/imagebaseline.h"

#include "style/themecontroller.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>

#include <algorithm>
#include <cstdlib>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b)), std::abs(qAlpha(a) - qAlpha(b))});
}

QString saved(const QImage &image, const QString &name)
{
    const QString path = QDir::current().absoluteFilePath(name);
    return image.save(path) ? path : u"(cannot write %1)"_s.arg(path);
}

} // namespace

ImageDifference compareImages(const QImage &actual, const QImage &expected, int tolerance)
{
    ImageDifference result;
    if (actual.size() != expected.size()) {
        result.sameSize = false;
        return result;
    }
    const QImage a = actual.convertToFormat(QImage::Format_ARGB32);
    const QImage b = expected.convertToFormat(QImage::Format_ARGB32);
    result.picture =
        b.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const int difference = distance(a.pixel(x, y), b.pixel(x, y));
            result.largest = std::max(result.largest, difference);
            if (difference > tolerance) {
                ++result.differentPixels;
                result.picture.setPixel(x, y, qRgb(255, 0, 0));
            }
        }
    }
    return result;
}

QString checkBaseline(const QImage &actual, const QString &name, int tolerance, int allowedPixels)
{
    const QString path =
        QString{u"%1/baselines/%2.png"_s}.arg(QString::fromUtf8(SPILLWAY_TEST_DATA), name);
    if (qEnvironmentVariableIntValue("SPILLWAY_UPDATE_BASELINES") == 1) {
        return actual.save(path) ? u"baseline written: %1"_s.arg(path)
                                 : u"cannot write %1"_s.arg(path);
    }
    const QImage expected{path};
    if (expected.isNull()) {
        return u"no baseline %1; the picture is %2"_s.arg(path,
                                                          saved(actual, name + u".fail.png"_s));
    }
    const ImageDifference difference = compareImages(actual, expected, tolerance);
    if (difference.sameSize && difference.differentPixels <= allowedPixels) {
        return {};
    }
    const QString picture = saved(actual, name + u".fail.png"_s);
    if (!difference.sameSize) {
        return u"%1 is not as large as the baseline"_s.arg(picture);
    }
    return u"%1 pixels differ by up to %2: %3, %4"_s.arg(difference.differentPixels)
        .arg(difference.largest)
        .arg(picture, saved(difference.picture, name + u".diff.png"_s));
}

void applyTestLook(bool dark)
{
    static const int font =
        QFontDatabase::addApplicationFont(u"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"_s);
    static const int bold = QFontDatabase::addApplicationFont(
        u"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"_s);
    Q_UNUSED(font)
    Q_UNUSED(bold)
    QFont base{u"DejaVu Sans"_s};
    base.setPixelSize(13);
    base.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(base);
    ThemeController controller{qApp};
    controller.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
}

} // namespace spillway
