// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/matrixbody.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<MatrixBody> shown(const QSize &size)
{
    auto body = std::make_unique<MatrixBody>();
    body->setPanel(samples::panel(PanelKind::Matrix));
    body->setSnapshot(samples::snapshot(PanelKind::Matrix));
    body->resize(size);
    body->show();
    return body;
}

} // namespace

class TestMatrixBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTestLook(false); }

    void saysWhereTheBottleneckIs()
    {
        const auto body = shown({600, 200});
        QCOMPARE(body->verdict().tone, Tone::Critical);
        QVERIFY(body->verdict().headline.startsWith("llm-consumer: Quota used"_L1));
        QCOMPARE(body->verdict().advice, u"More replicas only make 429s."_s);
        QCOMPARE(body->verdict().others, 1);
        QVERIFY(body->valueText().startsWith(body->verdict().headline));
        QVERIFY(body->valueText().contains("rag-worker: Traffic"_L1));
    }

    void aClickAsksForTheRow()
    {
        const auto body = shown({600, 200});
        QSignalSpy asked{body.get(), &PanelBody::rowActivated};
        QTest::mouseClick(body.get(), Qt::LeftButton, {}, body->rowRect(1).center());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"rag-worker"_s);
        QTest::mouseClick(body.get(), Qt::LeftButton, {}, {5, 5}); // the headline is no row
        QTest::mouseClick(body.get(), Qt::RightButton, {}, body->rowRect(1).center());
        QCOMPARE(asked.size(), 1);
    }

    void keysWalkTheRows()
    {
        const auto body = shown({600, 200});
        QSignalSpy asked{body.get(), &PanelBody::rowActivated};
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down, Qt::Key_Down, Qt::Key_Return,
                                  Qt::Key_Up, Qt::Key_Space}) {
            QTest::keyClick(body.get(), key);
        }
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked[0][0].toString(), u"llm-consumer"_s);
        QCOMPARE(asked[1][0].toString(), u"rag-worker"_s);
        QCOMPARE(asked[2][0].toString(), u"llm-consumer"_s);
        body->setSnapshot(samples::snapshotOf({}));
        QTest::keyClick(body.get(), Qt::Key_Return);
        QCOMPARE(asked.size(), 3);
    }

    void cellsExplainThemselves()
    {
        const auto body = shown({600, 200});
        const auto tipAt = [&body](const QPoint &place) {
            QHelpEvent help{QEvent::ToolTip, place, body->mapToGlobal(place)};
            QCoreApplication::sendEvent(body.get(), &help);
            return QToolTip::text();
        };
        const QRect row = body->rowRect(0);
        QVERIFY(tipAt({row.right() - 20, row.center().y()}).contains("critical"_L1));
        const QRect other = body->rowRect(1);
        QVERIFY(tipAt({other.right() - 20, other.center().y()}).contains("no value"_L1));
        QVERIFY(tipAt({20, other.center().y()}).contains("rag-worker"_L1));
    }

    void rowsWithoutRoomAreCounted()
    {
        const auto body = shown({300, 70});
        QVERIFY(!body->rowRect(0).isNull());
        QVERIFY(body->rowRect(1).isNull());
        QVERIFY(QRect({}, body->size()).contains(body->rowRect(0)));
    }

    void drawsAtAnySize()
    {
        const auto body = shown({600, 200});
        for (const QSize &size : {QSize{1, 1}, QSize{40, 30}, QSize{120, 400}, QSize{2400, 90}}) {
            QImage image{size, QImage::Format_RGB32};
            image.fill(Qt::white);
            QPainter painter{&image};
            body->renderTo(&painter, size);
        }
        body->setSnapshot(samples::snapshotOf({}));
        QVERIFY(!body->grab().isNull());
    }
};

QTEST_MAIN(TestMatrixBody)
#include "tst_matrixbody.moc"
