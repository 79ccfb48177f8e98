// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/gridlayout.h"

#include <QRandomGenerator>
#include <QTest>

using namespace spillway;

namespace {

std::vector<Panel> panelsAt(std::initializer_list<GridRect> rects)
{
    std::vector<Panel> panels;
    for (const GridRect &rect : rects) {
        Panel panel;
        panel.rect = rect;
        panels.push_back(panel);
    }
    return panels;
}

} // namespace

class TestGridLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pushesDownWhatOverlaps()
    {
        std::vector<Panel> panels = panelsAt({{0, 0, 8, 7}, {8, 0, 8, 7}, {0, 7, 8, 7}});
        panels[1].rect = {4, 0, 8, 7};
        resolveOverlaps(panels, 1);
        QCOMPARE(panels[1].rect, (GridRect{4, 0, 8, 7}));
        QCOMPARE(panels[0].rect, (GridRect{0, 7, 8, 7}));
        QCOMPARE(panels[2].rect, (GridRect{0, 14, 8, 7}));
    }

    void neverLeavesOverlaps()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<Panel> panels;
            for (int i = 0; i < 15; ++i) {
                Panel panel;
                panel.rect = fitted({random.bounded(30), random.bounded(20), random.bounded(30),
                                     random.bounded(9)});
                panels.push_back(panel);
            }
            const GridRect fixed = panels[3].rect;
            resolveOverlaps(panels, 3);
            QCOMPARE(panels[3].rect, fixed);
            for (std::size_t a = 0; a < panels.size(); ++a) {
                for (std::size_t b = a + 1; b < panels.size(); ++b) {
                    QVERIFY(!overlaps(panels[a].rect, panels[b].rect));
                }
            }
        }
    }

    void findsFreePlaces()
    {
        const std::vector<Panel> panels = panelsAt({{0, 0, 8, 7}, {16, 0, 8, 7}});
        QCOMPARE(freePlace(panels, 8, 7), (GridRect{8, 0, 8, 7}));
        QCOMPARE(freePlace(panels, 12, 7), (GridRect{0, 7, 12, 7}));
        QCOMPARE(freePlace({}, 99, 7), (GridRect{0, 0, 24, 7}));
    }

    void fitsIntoTheGrid()
    {
        QCOMPARE(fitted({-3, -1, 0, 100}), (GridRect{0, 0, 2, gridMaxRows}));
        QCOMPARE(fitted({23, 0, 8, 7}), (GridRect{16, 0, 8, 7}));
    }
};

QTEST_GUILESS_MAIN(TestGridLayout)
#include "tst_gridlayout.moc"
