// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/colorscale.h"
#include "style/tabulartext.h"
#include "style/tone.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <array>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestStylePaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scaleGoesAwayFromTheBackground()
    {
        int last = -1;
        for (int i = 0; i <= 20; ++i) {
            const int gray = qGray(scaleColor(i / 20.0, true).rgb());
            QVERIFY(gray > last);
            last = gray;
        }
        QVERIFY(qGray(scaleColor(0, false).rgb()) > qGray(scaleColor(1, false).rgb()));
    }

    void scaleIsTotal()
    {
        QVERIFY(!scaleColor(std::numeric_limits<double>::quiet_NaN(), true).isValid());
        QCOMPARE(scaleColor(-3, true), scaleColor(0, true));
        QCOMPARE(scaleColor(std::numeric_limits<double>::infinity(), true), scaleColor(1, true));
    }

    /// In grey, every tone still has a picture of its own.
    void tonesDifferByShape()
    {
        QSet<QByteArray> pictures;
        ThemeColors gray = lightColors();
        gray.ok = gray.warning = gray.critical = gray.info = gray.textMuted;
        for (const Tone tone :
             {Tone::Neutral, Tone::Ok, Tone::Info, Tone::Warning, Tone::Critical}) {
            QImage image{16, 16, QImage::Format_ARGB32};
            image.fill(Qt::white);
            {
                QPainter painter{&image};
                drawTone(painter, QRectF{2, 2, 12, 12}, tone, gray);
            }
            QVERIFY(!toneName(tone).isEmpty());
            pictures.insert(
                QByteArray{reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()});
        }
        QCOMPARE(pictures.size(), 5);
    }

    void numbersOfOneLengthAreOneWidth()
    {
        const QFontMetricsF metrics{QFont{u"DejaVu Sans"_s, 20}};
        QCOMPARE(tabularWidth(metrics, u"111.1 ms"_s), tabularWidth(metrics, u"888.8 ms"_s));
        QCOMPARE(tabularWidth(metrics, QString{}), 0.0);
    }
};

QTEST_MAIN(TestStylePaint)
#include "tst_stylepaint.moc"
