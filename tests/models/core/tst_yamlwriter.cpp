// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamldocument.h"
#include "core/yamlwriter.h"
#include "support/resultmacros.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// What a reader makes of `key: <scalar>`.
QString readBack(const QString &text, bool flow)
{
    YamlWriter out;
    if (flow) {
        out.texts("key"_L1, {u"before"_s, text, u"after"_s});
    } else {
        out.text("key"_L1, text);
    }
    const Result<YamlDocument> document = YamlDocument::parse(out.bytes(), u"x.yaml"_s);
    if (!document) {
        return u"<unreadable> "_s + QString::fromUtf8(out.bytes());
    }
    YamlProblems problems;
    YamlMap map = YamlField(*document, problems).toMap();
    const std::optional<YamlField> field = map.find("key"_L1);
    if (!field) {
        return u"<gone> "_s + QString::fromUtf8(out.bytes());
    }
    if (!flow) {
        return field->value().text;
    }
    const QStringList list = field->toStringList();
    return list.size() == 3 ? list[1] : u"<cut> "_s + QString::fromUtf8(out.bytes());
}

QString randomText(QRandomGenerator &random)
{
    static const QString alphabet =
        u"abZ09 :#'\"\\\n\r\t{}[]-?!&*|>%@`,.~=<\u0000\u0007\u0085\u00a0\u2028\u2029\ufeff中é"_s;
    QString text;
    const int length = random.bounded(12);
    for (int i = 0; i < length; ++i) {
        text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
    }
    return text;
}

} // namespace

class TestYamlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalars_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const QString &text, const QString &written) {
            QTest::newRow(name) << text << written;
        };
        row("word", u"gauge"_s, u"gauge"_s);
        row("words", u"Requests per second"_s, u"Requests per second"_s);
        row("accents", u"Größe"_s, u"Größe"_s);
        row("chinese", u"请求"_s, u"请求"_s);
        row("empty", QString{}, u"''"_s);
        row("truth", u"true"_s, u"'true'"_s);
        row("truth in capitals", u"TRUE"_s, u"'TRUE'"_s);
        row("norway", u"NO"_s, u"'NO'"_s);
        row("one letter truth", u"y"_s, u"'y'"_s);
        row("null", u"null"_s, u"'null'"_s);
        row("tilde", u"~"_s, u"'~'"_s);
        row("number", u"12"_s, u"'12'"_s);
        row("negative", u"-1"_s, u"'-1'"_s);
        row("trailing space", u"a "_s, u"'a '"_s);
        row("leading space", u" a"_s, u"' a'"_s);
        row("colon", u"a: b"_s, u"'a: b'"_s);
        row("comment", u"a #b"_s, u"'a #b'"_s);
        row("apostrophe", u"it's"_s, u"'it''s'"_s);
        row("comma", u"a, b"_s, u"'a, b'"_s);
        row("promql", u"rate(x{a=\"b\"}[5m])"_s, u"'rate(x{a=\"b\"}[5m])'"_s);
        row("line break", u"a\nb"_s, u"\"a\\nb\""_s);
        row("tab", u"a\tb"_s, u"\"a\\tb\""_s);
        row("bell", u"a\u0007b"_s, u"\"a\\u0007b\""_s);
        row("quotes in escapes", u"\"\n\\"_s, u"\"\\\"\\n\\\\\""_s);
        row("byte order mark", u"a\ufeffb"_s, u"\"a\\ufeffb\""_s);
    }

    void scalars()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, written);
        QCOMPARE(YamlWriter::scalar(text), written);
        QCOMPARE(readBack(text, false), text);
        QCOMPARE(readBack(text, true), text);
    }

    void anyTextComesBack()
    {
        QRandomGenerator random(20261123);
        for (int i = 0; i < 2000; ++i) {
            QString text = randomText(random);
            while (text.startsWith(QChar::ByteOrderMark)) {
                text.remove(0, 1); // in front it says how the text is encoded, and is dropped
            }
            const QString back = readBack(text, (i & 1) != 0);
            QVERIFY2(back == text, qPrintable(u"%1 became %2"_s.arg(YamlWriter::scalar(text),
                                                                    YamlWriter::scalar(back))));
        }
    }

    void emojiComeBack()
    {
        for (const QString &text : {u"🚰"_s, u"a 👩‍🔧: b"_s, u"\n🚰\t"_s}) {
            QCOMPARE(readBack(text, false), text);
            QCOMPARE(readBack(text, true), text);
        }
    }

    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << u"0"_s;
        QTest::newRow("integer") << 42.0 << u"42"_s;
        QTest::newRow("tenth") << 0.1 << u"0.1"_s;
        QTest::newRow("negative") << -1234.5 << u"-1234.5"_s;
        QTest::newRow("large") << 1e21 << u"1e+21"_s;
        QTest::newRow("small") << 1e-7 << u"1e-07"_s;
        QTest::newRow("a third") << 1.0 / 3 << u"0.3333333333333333"_s;
    }

    void numbers()
    {
        QFETCH(const double, value);
        QFETCH(const QString, text);
        QCOMPARE(YamlWriter::numberText(value), text);
    }

    void numbersComeBackInEveryLocale()
    {
        const QLocale before;
        QRandomGenerator random(7);
        for (const auto language : {QLocale::C, QLocale::German, QLocale::Arabic}) {
            QLocale::setDefault(QLocale{language});
            for (int i = 0; i < 300; ++i) {
                const double value =
                    std::ldexp(random.generateDouble() - 0.5, random.bounded(-300, 300));
                YamlWriter out;
                out.number("key"_L1, value);
                const Result<YamlDocument> document = YamlDocument::parse(out.bytes(), u"x.yaml"_s);
                QVERIFY_RESULT(document);
                YamlProblems problems;
                YamlMap map = YamlField(*document, problems).toMap();
                QCOMPARE(map.find("key"_L1)->toDouble().value_or(0), value);
                QVERIFY(problems.empty());
            }
        }
        QLocale::setDefault(before);
    }

    void structure()
    {
        YamlWriter out;
        out.text("a"_L1, u"b"_s);
        out.openMap("map"_L1);
        out.integer("count"_L1, -3);
        out.boolean("yes"_L1, true);
        out.openList("list"_L1);
        out.openItem();
        out.text("name"_L1, u"one"_s);
        out.openMap("inner"_L1);
        out.number("x"_L1, 0.5);
        out.close();
        out.close();
        out.openItem();
        out.text("name"_L1, u"two"_s);
        out.texts("words"_L1, {u"p"_s, u"q, r"_s, {}});
        out.close();
        out.close();
        out.close();
        out.boolean("end"_L1, false);
        QCOMPARE(out.bytes(), QByteArray("a: b\n"
                                         "map:\n"
                                         "  count: -3\n"
                                         "  yes: true\n"
                                         "  list:\n"
                                         "    - name: one\n"
                                         "      inner:\n"
                                         "        x: 0.5\n"
                                         "    - name: two\n"
                                         "      words: [p, 'q, r', '']\n"
                                         "end: false\n"));
        QVERIFY_RESULT(YamlDocument::parse(out.bytes(), u"x.yaml"_s));
    }

    void emptyListsAreLists()
    {
        YamlWriter out;
        out.texts("none"_L1, {});
        QCOMPARE(out.bytes(), QByteArray("none: []\n"));
    }
};

QTEST_GUILESS_MAIN(TestYamlWriter)
#include "tst_yamlwriter.moc"
