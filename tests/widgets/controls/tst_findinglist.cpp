// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/findinglist.h"
#include "itemmodels/findingmodel.h"
#include "style/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using Severity = FindingRow::Severity;

namespace {

FindingRow finding(const QString &text, Severity severity, int line)
{
    FindingRow row;
    row.key = text;
    row.text = text;
    row.severity = severity;
    row.advice = u"do something about it, and do it before the sale begins"_s;
    row.position.line = line;
    return row;
}

} // namespace

class TestFindingList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(themePalette(lightColors())); }
    void theGravestFirst();
    void rowsAreAsHighAsTheirText();
    void onlyWholeRows();
    void clickingGoesThere();
    void nothingToShow();
};

void TestFindingList::theGravestFirst()
{
    FindingModel model;
    FindingList list(&model);
    model.setRows({finding(u"notice"_s, Severity::Info, 1), finding(u"error"_s, Severity::Error, 9),
                   finding(u"warning"_s, Severity::Warning, 3)});
    QCOMPARE(list.shownTexts(), (QStringList{u"error"_s, u"warning"_s, u"notice"_s}));
}

void TestFindingList::rowsAreAsHighAsTheirText()
{
    FindingModel model;
    FindingList list(&model);
    model.setRows({finding(QString(u"a long sentence. "_s).repeated(12), Severity::Error, 1)});
    list.resize(600, 400);
    list.show();
    const int wide = list.heightForRows(600);
    const int narrow = list.heightForRows(220);
    QVERIFY2(narrow >= 2 * wide, qPrintable(u"%1 and %2"_s.arg(narrow).arg(wide)));
    list.resize(220, 400);
    QTRY_VERIFY_WITH_TIMEOUT(list.visualRect(list.model()->index(0, 0)).height() >= 2 * wide,
                             60'000);
    QCOMPARE(list.visualRect(list.model()->index(0, 0)).width(), list.viewport()->width());
}

void TestFindingList::onlyWholeRows()
{
    FindingModel model;
    FindingList list(&model);
    std::vector<FindingRow> rows;
    for (int i = 0; i < 6; ++i) {
        rows.push_back(finding(QString(u"some words "_s).repeated(6 * i + 1), Severity::Error, i));
    }
    model.setRows(rows);
    constexpr int width = 300;
    const int all = list.heightForRows(width);
    QCOMPARE(list.heightForWholeRows(width, all), all);
    list.resize(width, list.heightForWholeRows(width, all * 2 / 3));
    QVERIFY(list.height() <= all * 2 / 3);
    list.show();
    int cut = 0;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QRect place = list.visualRect(list.model()->index(row, 0));
        cut +=
            place.top() < list.viewport()->height() && place.bottom() >= list.viewport()->height();
    }
    QCOMPARE(cut, 0);
    QCOMPARE(list.heightForWholeRows(width, 1),
             list.visualRect(list.model()->index(0, 0)).height());
}

void TestFindingList::clickingGoesThere()
{
    FindingModel model;
    FindingList list(&model);
    model.setRows(
        {finding(u"here"_s, Severity::Error, 12), finding(u"nowhere"_s, Severity::Warning, 0)});
    list.resize(400, 300);
    list.show();
    QSignalSpy asked(&list, &FindingList::placeActivated);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(list.model()->index(0, 0)).center());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<DocumentPosition>().line, 12);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return); // it has no place
    QCOMPARE(asked.size(), 1);
    QTest::keyClick(&list, Qt::Key_Up);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
}

void TestFindingList::nothingToShow()
{
    FindingModel model;
    FindingList list(&model);
    list.resize(300, 100);
    const QImage blank = list.grab().toImage();
    list.setEmptyText(u"Nothing is wrong with it."_s, true);
    QVERIFY(list.grab().toImage() != blank);
    QCOMPARE(list.heightForRows(300), 0);
}

QTEST_MAIN(TestFindingList)
#include "tst_findinglist.moc"
