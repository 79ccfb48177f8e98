// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamldocument.h"
#include "core/yamlwriter.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestYamlDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypedValues()
    {
        const auto document = YamlDocument::parse(
            "name: rag\ncount: 3\nratio: 0.5\non: true\nwait: 1h30m\nkind: b\nlist: [x, '2']\n"
            "empty:\n",
            u"f.yaml"_s);
        QVERIFY_RESULT(document);
        YamlProblems problems;
        YamlMap map = YamlField(*document, problems).toMap();
        QCOMPARE(map.requiredString("name"_L1), u"rag"_s);
        QCOMPARE(map.find("count"_L1)->toInt(1, 5).value(), 3);
        QCOMPARE(map.find("ratio"_L1)->toDouble().value(), 0.5);
        QVERIFY(map.boolean("on"_L1, false));
        QCOMPARE(map.find("wait"_L1)->toDuration().value(), std::chrono::milliseconds{90min});
        constexpr std::array kinds{"a"_L1, "b"_L1};
        QCOMPARE(map.find("kind"_L1)->toChoice(kinds).value(), std::size_t{1});
        QCOMPARE(map.find("list"_L1)->toStringList(), (QStringList{u"x"_s, u"2"_s}));
        QVERIFY(map.find("empty"_L1)->isNull());
        QVERIFY(map.list("empty"_L1).empty());
        map.finish();
        QVERIFY(problems.empty());
    }

    void collectsEveryProblem()
    {
        const auto document = YamlDocument::parse("name: [1]\ncount: 9\nratio: '1'\non: yes\n"
                                                  "wait: 5 minutes\nkind: bb\ntitel: x\ncount: 2\n",
                                                  u"f.yaml"_s);
        QVERIFY_RESULT(document);
        YamlProblems problems;
        YamlMap map = YamlField(*document, problems).toMap();
        QVERIFY(map.string("name"_L1).isEmpty());
        QVERIFY(!map.find("count"_L1)->toInt(1, 5));
        QVERIFY(!map.find("ratio"_L1)->toDouble());
        QVERIFY(!map.boolean("on"_L1, false));
        QVERIFY(!map.find("wait"_L1)->toDuration());
        constexpr std::array kinds{"aa"_L1, "bc"_L1};
        QVERIFY(!map.find("kind"_L1)->toChoice(kinds));
        QVERIFY(!map.require("missing"_L1));
        QVERIFY(map.string("title"_L1).isEmpty());
        map.finish();
        QCOMPARE(problems.size(), std::size_t{9});
        QCOMPARE(problems[0].position->line, 8); // the duplicate is found first
        QVERIFY(problems.back().advice.contains(u"title"));
        QCOMPARE(problems.back().position->line, 7);
        QCOMPARE(problems.back().position->column, 1);
    }

    void namesThePath()
    {
        const auto document =
            YamlDocument::parse("spec:\n  panels:\n    - rows: 7\n    - rows: x\n", u"f.yaml"_s);
        QVERIFY_RESULT(document);
        YamlProblems problems;
        YamlMap spec = YamlField(*document, problems).toMap().find("spec"_L1)->toMap();
        const std::vector<YamlField> panels = spec.list("panels"_L1);
        QCOMPARE(panels.size(), std::size_t{2});
        QVERIFY(!panels[1].toMap().find("rows"_L1)->toInt());
        QCOMPARE(problems.at(0).position->toString(), u"f.yaml:4:13 spec.panels[1].rows"_s);
    }

    void refusesBadInput_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("line");
        QTest::newRow("two documents") << "a: 1\n---\nb: 2\n"_ba << u"more than one"_s << 2;
        QTest::newRow("not UTF-8") << "a: 1\nb: \xff\n"_ba << u"UTF-8"_s << 2;
        QTest::newRow("NUL") << QByteArray("a: 1\n\0", 6) << u"NUL"_s << 2;
        QTest::newRow("tab") << "a:\n\tb: 1\n\tc: 2\n"_ba << u"tab"_s << 2;
        QTest::newRow("open bracket") << "a: [1, 2\nb: 3\n"_ba << u""_s << -1;
        QTest::newRow("map as key") << "{a: 1}: 2\n"_ba << u"plain text"_s << 1;
        QTest::newRow("unknown alias") << "a: *b\n"_ba << u""_s << 1;
        QTest::newRow("alias of itself") << "a: &x [*x]\n"_ba << u"contains it"_s << 1;
        QTest::newRow("deep") << QByteArray(5000, '[') << u""_s << -1;
    }
    void refusesBadInput()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        QFETCH(const int, line);
        const auto document = YamlDocument::parse(bytes, u"f.yaml"_s);
        QVERIFY_ERROR(document, ErrorCode::InvalidDocument);
        QVERIFY2(document.error().why.contains(says), qPrintable(document.error().sentence()));
        if (line >= 0) {
            QCOMPARE(document.error().position->line, line);
        }
    }

    void guardsSizeAndAliases()
    {
        QVERIFY_ERROR(YamlDocument::parse(QByteArray(11 * 1024 * 1024, ' '), {}),
                      ErrorCode::TooLarge);
        QByteArray laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            laughs += 'a' + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [";
            laughs += QByteArrayList(9, before).join(", ") + "]\n";
        }
        QVERIFY_ERROR(YamlDocument::parse(laughs, {}), ErrorCode::TooLarge);
    }

    void expandsAliasesAndTakesEmptyFiles()
    {
        const auto document = YamlDocument::parse("a: &x {b: 1}\nc: *x\n", {});
        QVERIFY_RESULT(document);
        QCOMPARE(document->root().entries.at(1).value.entries.at(0).value.text, u"1"_s);
        const auto empty = YamlDocument::parse("# nothing\n", {});
        QVERIFY_RESULT(empty);
        QCOMPARE(empty->root().kind, YamlValue::Kind::Null);
    }

    void anyBytesAreAnswered()
    {
        const QByteArray alphabet = "a:-[]{}&*!|>'\"%@`\n \t#?,~01\xc3\xa9";
        quint32 seed = 12345;
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            for (int i = 0; i < 40; ++i) {
                seed = seed * 1664525U + 1013904223U;
                bytes += alphabet[static_cast<qsizetype>(seed >> 16) % alphabet.size()];
            }
            const auto document = YamlDocument::parse(bytes, u"f"_s);
            QVERIFY(document.ok() || !document.error().why.isEmpty());
        }
    }

    void findsTheNearestName()
    {
        const QStringList names{u"title"_s, u"queries"_s, u"unit"_s};
        QCOMPARE(nearestName(u"titel"_s, names), u"title"_s);
        QCOMPARE(nearestName(u"querys"_s, names), u"queries"_s);
        QCOMPARE(nearestName(u"whatever"_s, names), QString{});
    }

    void writesCanonically()
    {
        YamlWriter writer;
        writer.text("kind"_L1, u"Dashboard"_s);
        writer.openMap("spec"_L1);
        writer.openList("panels"_L1);
        writer.openItem();
        writer.text("id"_L1, u"a: b"_s);
        writer.number("max"_L1, 0.1);
        writer.close();
        writer.openItem();
        writer.texts("values"_L1, {u"x"_s, u"1"_s});
        writer.boolean("on"_L1, true);
        writer.close();
        writer.close();
        writer.close();
        writer.integer("last"_L1, 7);
        QCOMPARE(writer.bytes(), "kind: Dashboard\nspec:\n  panels:\n    - id: 'a: b'\n"
                                 "      max: 0.1\n    - values: [x, '1']\n      on: true\n"
                                 "last: 7\n"_ba);
    }

    void writtenTextReadsBack_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"plain"_s,
                                    u""_s,
                                    u" lead"_s,
                                    u"trail "_s,
                                    u"true"_s,
                                    u"null"_s,
                                    u"5"_s,
                                    u"a: b"_s,
                                    u"# c"_s,
                                    u"it's"_s,
                                    u"\"q\""_s,
                                    u"two\nlines"_s,
                                    u"tab\there"_s,
                                    u"中文"_s,
                                    u"sum(rate(x{a=~\"b|c\"}[5m]))"_s,
                                    u"back\\slash\n"_s,
                                    u"\u0001"_s,
                                    u"- x"_s,
                                    u"\u2028"_s,
                                    u"😀"_s,
                                    u"a #b"_s,
                                    u"\r\n"_s}) {
            QTest::addRow("%s", text.toUtf8().toHex().constData()) << text;
        }
    }
    void writtenTextReadsBack()
    {
        QFETCH(const QString, text);
        YamlWriter writer;
        writer.text("a"_L1, text);
        writer.texts("b"_L1, {text, text});
        const auto document = YamlDocument::parse(writer.bytes(), u"f"_s);
        QVERIFY_RESULT(document);
        YamlProblems problems;
        YamlMap map = YamlField(*document, problems).toMap();
        QCOMPARE(map.string("a"_L1), text);
        QCOMPARE(map.find("b"_L1)->toStringList(), (QStringList{text, text}));
    }
};

QTEST_GUILESS_MAIN(TestYamlDocument)
#include "tst_yamldocument.moc"
