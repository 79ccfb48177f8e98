// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/variables.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestVariables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << u"up{job=\"$job\"}"_s << u"up{job=\"rag\"}"_s;
        QTest::newRow("braces") << u"x_${job}_total * $price"_s << u"x_rag_total * 0.5"_s;
        QTest::newRow("longer name is another") << u"$jobs"_s << u"$jobs"_s;
        QTest::newRow("built-in stays")
            << u"rate(x[$__rate_interval])"_s << u"rate(x[$__rate_interval])"_s;
        QTest::newRow("metric stays") << u"$metric(a){j=\"$job\"}"_s << u"$metric(a){j=\"rag\"}"_s;
        QTest::newRow("end of regex") << u"x{a=~\"b$\"}"_s << u"x{a=~\"b$\"}"_s;
        QTest::newRow("several") << u"x{t=~\"$tools\"}"_s << u"x{t=~\"(a\\\\.b|c)\"}"_s;
        QTest::newRow("all") << u"x{t=~\"$all\"}"_s << u"x{t=~\".*\"}"_s;
        QTest::newRow("quote cannot end the literal")
            << u"x{t=\"$evil\"}"_s << u"x{t=\"a\\\"} or vector(1)\\\\\\n\"}"_s;
        QTest::newRow("backquotes") << u"x{t=`$tick`}"_s << u"x{t=`ab`}"_s;
        QTest::newRow("one of several, compared") << u"x{t=\"$one\"}"_s << u"x{t=\"a.b\"}"_s;
        QTest::newRow("one of several, matched")
            << u"x{t=~\"$one-.*\"}"_s << u"x{t=~\"a\\\\.b-.*\"}"_s;
        QTest::newRow("one value, matched") << u"x{t!~\"$dot\"}"_s << u"x{t!~\"a\\\\.b\"}"_s;
        QTest::newRow("one value, matched, raw") << u"x{t=~`$dot`}"_s << u"x{t=~`a\\.b`}"_s;
        QTest::newRow("several, compared") << u"x{t=\"$tools\"}"_s << u"x{t=~\"(a\\\\.b|c)\"}"_s;
        QTest::newRow("several, compared with more")
            << u"x{t != 'p.\\'${tools}_x'}"_s << u"x{t !~ 'p\\\\.\\'(a\\\\.b|c)_x'}"_s;
        QTest::newRow("escapes, compared")
            << u"x{t=\"\\x41.\\u00e9\\r\\101\\xc3\\xa9\\U0001F600\\\\x41\\\"$tools\"}"_s
            << u"x{t=~\"A\\\\.\u00e9\rA\u00e9\U0001F600\\\\\\\\x41\\\"(a\\\\.b|c)\"}"_s;
        QTest::newRow("broken escapes, compared")
            << u"x{t=\"\\x4\\u12$tools\\xzz\"}"_s << u"x{t=~\"x4u12(a\\\\.b|c)xzz\"}"_s;
        QTest::newRow("all, compared") << u"x{t=\"$all\",a=\"b\"}"_s << u"x{t=~\".*\",a=\"b\"}"_s;
        QTest::newRow("list of labels") << u"sum by ($tools) (x)"_s << u"sum by (a.b, c) (x)"_s;
        QTest::newRow("argument") << u"label_replace(x, \"a\", \"$1$dot\", \"b\", \"(.*)\")"_s
                                  << u"label_replace(x, \"a\", \"$1a.b\", \"b\", \"(.*)\")"_s;
        QTest::newRow("open literal") << u"x{t=\"$job"_s << u"x{t=\"rag"_s;
        QTest::newRow("open brace") << u"${job"_s << u"${job"_s;
        QTest::newRow("escaped quote inside") << u"x{a=\"\\\"$job\"}"_s << u"x{a=\"\\\"rag\"}"_s;
    }
    void expands()
    {
        QFETCH(const QString, expr);
        QFETCH(const QString, expected);
        const VariableValues values{
            {u"job"_s, {{u"rag"_s}, false, false}},
            {u"price"_s, {{u"0.5"_s}, false, false}},
            {u"tools"_s, {{u"a.b"_s, u"c"_s}, false, true}},
            {u"all"_s, {{}, true, true}},
            {u"one"_s, {{u"a.b"_s}, false, true}},
            {u"dot"_s, {{u"a.b"_s}, false, false}},
            {u"evil"_s, {{u"a\"} or vector(1)\\\n"_s}, false, false}},
            {u"tick"_s, {{u"a`b"_s}, false, false}},
        };
        QCOMPARE(expandVariables(expr, values), expected);
    }

    void titlesAreNotEscaped()
    {
        const VariableValues values{{u"t"_s, {{u"a.b"_s, u"c"_s}, false, true}}};
        QCOMPARE(expandTitle(u"Tools $t"_s, values), u"Tools a.b, c"_s);
    }

    void startsWithTheRightChoice()
    {
        Variable custom{u"a"_s, {}, VariableKind::Custom, {u"x"_s, u"y"_s}, {}, {}, false,
                        false,  {}};
        Variable all = custom;
        all.name = u"b"_s;
        all.includeAll = true;
        Variable current = custom;
        current.name = u"c"_s;
        current.current = u"y"_s;
        const VariableValues values = initialValues({custom, all, current});
        QCOMPARE(values.value(u"a"_s).values, QStringList{u"x"_s});
        QVERIFY(values.value(u"b"_s).all);
        QCOMPARE(values.value(u"c"_s).values, QStringList{u"y"_s});
    }

    void queriesAreExpandedWithLegends()
    {
        const VariableValues values{{u"j"_s, {{u"rag"_s}, false, false}}};
        const auto queries =
            expandQueries({{u"A"_s, u"up{job=\"$j\"}"_s, u"$j {{pod}}"_s}}, values);
        QCOMPARE(queries.at(0).expr, u"up{job=\"rag\"}"_s);
        QCOMPARE(queries.at(0).legend, u"rag {{pod}}"_s);
    }
};

QTEST_GUILESS_MAIN(TestVariables)
#include "tst_variables.moc"
