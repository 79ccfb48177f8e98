// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/labelset.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestLabelSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAndKeepsTheLast()
    {
        const LabelSet labels{{"b", "1"}, {"a", "2"}, {"b", "3"}};
        QCOMPARE(labels.pairs().size(), std::size_t{2});
        QCOMPARE(labels.toString(), std::string{"{a=\"2\",b=\"3\"}"});
        QVERIFY(labels.contains("a"));
        QVERIFY(!labels.contains("c"));
        QCOMPARE(labels.value("c"), std::string_view{});
    }

    void writesPromql_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"up"_s << u"job"_s << u"x"_s << u"up{job=\"x\"}"_s;
        QTest::newRow("escapes") << u"up"_s << u"job"_s << u"a\"b\\c\nd"_s
                                 << u"up{job=\"a\\\"b\\\\c\\nd\"}"_s;
        QTest::newRow("dotted names") << u"http.duration"_s << u"k8s.pod"_s << u"x"_s
                                      << u"{\"http.duration\",\"k8s.pod\"=\"x\"}"_s;
        QTest::newRow("recording rule")
            << u"job:up:sum"_s << u"job"_s << u"x"_s << u"job:up:sum{job=\"x\"}"_s;
    }

    void writesPromql()
    {
        QFETCH(QString, name);
        QFETCH(QString, label);
        QFETCH(QString, value);
        const LabelSet labels{{"__name__", name.toStdString()},
                              {label.toStdString(), value.toStdString()}};
        QTEST(QString::fromStdString(labels.toString()), "text");
    }

    void nameAloneHasNoBraces()
    {
        QCOMPARE(LabelSet({{"__name__", "up"}}).toString(), std::string{"up"});
        QCOMPARE(LabelSet{}.toString(), std::string{"{}"});
    }

    void fillsLegends_data()
    {
        QTest::addColumn<QString>("legend");
        QTest::addColumn<QString>("text");
        QTest::newRow("one label") << u"{{job}} p95"_s << u"rag p95"_s;
        QTest::newRow("spaces inside") << u"{{ job }}/{{le}}"_s << u"rag/0.5"_s;
        QTest::newRow("missing label") << u"[{{nope}}]"_s << u"[]"_s;
        QTest::newRow("left open") << u"a {{job"_s << u"a {{job"_s;
        QTest::newRow("empty") << QString{} << u"{job=\"rag\",le=\"0.5\"}"_s;
    }

    void fillsLegends()
    {
        QFETCH(QString, legend);
        QTEST(legendText(legend, LabelSet{{"job", "rag"}, {"le", "0.5"}}), "text");
    }
};

QTEST_GUILESS_MAIN(TestLabelSet)
#include "tst_labelset.moc"
