// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelexport.h"
#include "panels/panelwidget.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QFile>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QImage picture(const Panel &panel, const PanelSnapshot &snapshot)
{
    const std::unique_ptr<PanelWidget> widget{createPanelWidget(panel)};
    widget->setNow(samples::now);
    widget->resize(400, 250);
    widget->setSnapshot(snapshot);
    widget->show();
    QCoreApplication::processEvents();
    return panelImage(*widget, 1);
}

} // namespace

/// To accept a new look: SPILLWAY_UPDATE_BASELINES=1 ctest -R tst_panelbaselines, look at the
/// pictures, commit them.
class TestPanelBaselines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("dark");
        const auto add = [](PanelKind kind, PanelState state, bool dark) {
            const QString name = QString{u"panel_%1_%2_%3"_s}.arg(
                samples::kindName(kind), panelStateName(state), dark ? u"dark"_s : u"light"_s);
            QTest::newRow(qPrintable(name))
                << static_cast<int>(kind) << static_cast<int>(state) << dark;
        };
        for (const bool dark : {false, true}) {
            for (const PanelKind kind : samples::kinds()) {
                add(kind, PanelState::Live, dark);
            }
            for (const PanelState state : samples::states()) {
                if (state != PanelState::Live) {
                    add(PanelKind::Stat, state, dark);
                }
            }
        }
    }

    void kinds()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        QFETCH(bool, dark);
        applyTestLook(dark);
        const auto panelKind = static_cast<PanelKind>(kind);
        const QImage image = picture(samples::panel(panelKind),
                                     samples::snapshot(panelKind, static_cast<PanelState>(state)));
        const QString problem = checkBaseline(image, QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void comparerSeesAChangedValue()
    {
        applyTestLook(false);
        const Panel panel = samples::panel(PanelKind::Stat);
        const QImage one = picture(panel, samples::snapshotOf({samples::series({}, {1, 2})}));
        const QImage same = picture(panel, samples::snapshotOf({samples::series({}, {1, 2})}));
        const QImage other = picture(panel, samples::snapshotOf({samples::series({}, {1, 3})}));
        QCOMPARE(compareImages(one, same, 0).differentPixels, 0);
        QVERIFY(compareImages(one, other, 24).differentPixels > 40);
        QVERIFY(compareImages(one, other, 24).largest > 100);
        QVERIFY(!compareImages(one, one.copy(0, 0, 10, 10), 0).sameSize);
    }

    void comparerCountsPixelsAboveTheTolerance()
    {
        QImage a{10, 10, QImage::Format_RGB32};
        a.fill(QColor{100, 100, 100});
        QImage b = a;
        b.setPixelColor(3, 3, QColor{110, 100, 100});
        b.setPixelColor(4, 4, QColor{100, 160, 100});
        QCOMPARE(compareImages(a, b, 10).differentPixels, 1);
        QCOMPARE(compareImages(a, b, 9).differentPixels, 2);
        QCOMPARE(compareImages(a, b, 9).largest, 60);
        QCOMPARE(compareImages(a, b, 9).picture.pixelColor(4, 4), QColor(Qt::red));
    }

    void mismatchLeavesPictures()
    {
        // A run that renews the baselines must not take this picture for one.
        qunsetenv("SPILLWAY_UPDATE_BASELINES");
        const QString name = u"panel_stat_live_light"_s;
        QImage changed{400, 250, QImage::Format_RGB32};
        changed.fill(Qt::blue);
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const QString problem = checkBaseline(changed, name);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(!problem.isEmpty());
        QVERIFY(QFile::exists(folder.filePath(name + u".fail.png"_s)));
        QVERIFY(QFile::exists(folder.filePath(name + u".diff.png"_s)));
    }
};

QTEST_MAIN(TestPanelBaselines)
#include "tst_panelbaselines.moc"
