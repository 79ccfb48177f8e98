// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/fuzzymatch.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void better_data();
    void better();
    void marksTheHits();
};

void TestFuzzyMatch::fits_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("empty") << QString{} << u"anything"_s << true;
    QTest::newRow("nothing to search") << u"a"_s << QString{} << false;
    QTest::newRow("initials") << u"rw"_s << u"Rag Worker"_s << true;
    QTest::newRow("spaces") << u"rag wo"_s << u"rag-worker"_s << true;
    QTest::newRow("order") << u"wr"_s << u"rag w"_s << false;
    QTest::newRow("case") << u"RAG"_s << u"rag-worker"_s << true;
    QTest::newRow("chinese") << u"概览"_s << u"打开概览"_s << true;
    QTest::newRow("too long") << u"abcd"_s << u"abc"_s << false;
    QTest::newRow("twice") << u"ll"_s << u"llm"_s << true;
}

void TestFuzzyMatch::fits()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    QCOMPARE(fuzzyMatch(pattern, text).has_value(), fits);
}

void TestFuzzyMatch::better_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("run") << u"rag"_s << u"rag-worker"_s << u"redis average"_s;
    QTest::newRow("word start") << u"co"_s << u"Open cost"_s << u"Second"_s;
    QTest::newRow("initials") << u"tr"_s << u"tool-router"_s << u"Control"_s;
    QTest::newRow("shorter") << u"cost"_s << u"Cost"_s << u"Cost of everything by tag and day"_s;
}

void TestFuzzyMatch::better()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    const auto a = fuzzyMatch(pattern, first);
    const auto b = fuzzyMatch(pattern, second);
    QVERIFY(a.has_value());
    QVERIFY(!b.has_value() || a->score > b->score);
}

void TestFuzzyMatch::marksTheHits()
{
    QCOMPARE(fuzzyMatch(u"rw", u"rag-worker")->positions, (QList<qsizetype>{0, 4}));
    QCOMPARE(fuzzyMatch(u"wor", u"rag-worker")->positions, (QList<qsizetype>{4, 5, 6}));
}

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
