// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/bodyreader.h"
#include "kubeserver/yamltext.h"
#include "serverrequests.h"

#include <QTest>

using namespace spillway::demo;
using namespace spillway::demo::test;

class TestYamlText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spellsAsTheRealServer_data();
    void spellsAsTheRealServer();
    void scalars_data();
    void scalars();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void nesting();
};

void TestYamlText::spellsAsTheRealServer_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("refusal") << u"err.accept.yaml"_s;
    QTest::newRow("autoscaler") << u"hpa.get.yaml"_s;
}

void TestYamlText::spellsAsTheRealServer()
{
    QFETCH(QString, name);
    const QString text = recorded(name)["response"_L1]["body"_L1].toString();
    QVERIFY(text.size() > 100);
    const Body body = readYaml(text.toUtf8());
    QCOMPARE(body.error, QString());
    QCOMPARE(yamlText(body.value.toObject()), text);
}

void TestYamlText::scalars_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QJsonValue &value, const QString &expected) {
        QTest::newRow(name) << value << expected;
    };
    row("plain", u"chat-api"_s, u"chat-api"_s);
    row("empty", u""_s, u"\"\""_s);
    row("boolean in words", u"off"_s, u"\"off\""_s);
    row("null in words", u"null"_s, u"\"null\""_s);
    row("quantity", u"500m"_s, u"500m"_s);
    row("number as text", u"1e3"_s, u"\"1e3\""_s);
    row("hexadecimal as text", u"0x1F"_s, u"\"0x1F\""_s);
    row("infinity", u".inf"_s, u"\".inf\""_s);
    row("date", u"2026-11-22"_s, u"\"2026-11-22\""_s);
    row("colon inside", u"a:b"_s, u"a:b"_s);
    row("colon and blank", u"a: b"_s, u"'a: b'"_s);
    row("apostrophe at the start", u"'a"_s, u"'''a'"_s);
    row("comment", u"a #b"_s, u"'a #b'"_s);
    row("star", u"*/5 * * * *"_s, u"'*/5 * * * *'"_s);
    row("dash", u"-"_s, u"'-'"_s);
    row("option", u"--verbose"_s, u"--verbose"_s);
    row("tab", u"a\tb"_s, u"\"a\\tb\""_s);
    row("return", u"a\rb"_s, u"\"a\\rb\""_s);
    row("bell",
        u"a\x07"
        u"b"_s,
        u"\"a\\x07b\""_s);
    row("whole", 12.0, u"12"_s);
    row("large", 9007199254740993.0, u"9007199254740992"_s);
    row("fraction", 0.1, u"0.1"_s);
    row("negative", -2.5, u"-2.5"_s);
    row("true", true, u"true"_s);
    row("null", QJsonValue(), u"null"_s);
    row("no items", QJsonArray(), u"[]"_s);
    row("no members", QJsonObject(), u"{}"_s);
    row("lines", u"a\nb"_s, u"|-\n  a\n  b"_s);
    row("lines with an end", u"a\nb\n"_s, u"|\n  a\n  b"_s);
}

void TestYamlText::scalars()
{
    QFETCH(QJsonValue, value);
    QFETCH(QString, expected);
    QCOMPARE(yamlText({{u"k"_s, value}}), QString(u"k: "_s + expected + u'\n'));
}

void TestYamlText::comesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u""_s,
                            u" "_s,
                            u"\n"_s,
                            u"a\n\n"_s,
                            u"\na"_s,
                            u"  indented\nless"_s,
                            u"a\n\n  b\n"_s,
                            u"a \nb"_s,
                            u"tab\there\nand\tthere"_s,
                            u"return\r\n"_s,
                            u"back\\slash \"quotes\" 'and'"_s,
                            u"control \x01 \x1b \x7f"_s,
                            u"---"_s,
                            u"- a"_s,
                            u"? a"_s,
                            u"a:"_s,
                            u"key: value # comment"_s,
                            u"[a, b]"_s,
                            u"{a: b}"_s,
                            u"%percent"_s,
                            u"@at"_s,
                            u"`tick"_s,
                            u"!tag"_s,
                            u"&anchor"_s,
                            u"*alias"_s,
                            u"0o17"_s,
                            u"017"_s,
                            u"1_000"_s,
                            u"0b101"_s,
                            u"190:20:30"_s,
                            u"12:30"_s,
                            u"~"_s,
                            u"Yes"_s,
                            u"é 中文 🚰"_s};
    for (const QString &text : texts) {
        QTest::newRow(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).constData())
            << text;
    }
}

void TestYamlText::comesBackAsItWas()
{
    QFETCH(QString, text);
    const QJsonObject document{{u"a"_s, text},
                               {u"b"_s, QJsonArray{text, QJsonObject{{u"c"_s, text}}}},
                               {u"z"_s, QJsonObject{{u"d"_s, text}, {u"e"_s, 1}}}};
    const QString yaml = yamlText(document);
    const Body body = readYaml(yaml.toUtf8());
    QVERIFY2(body.error.isEmpty(), qPrintable(body.error + u'\n' + yaml));
    QVERIFY2(body.value.toObject() == document, qPrintable(yaml));
}

void TestYamlText::nesting()
{
    const QJsonObject document{
        {u"a"_s, QJsonArray{QJsonArray{1, 2}, QJsonArray(), QJsonObject()}},
        {u"no"_s, QJsonObject{{u"b"_s, QJsonArray{QJsonObject{{u"c"_s, QJsonObject()}}}}}}};
    const Body body = readYaml(yamlText(document).toUtf8());
    QVERIFY2(body.error.isEmpty(), qPrintable(body.error));
    QCOMPARE(body.value.toObject(), document);
}

QTEST_GUILESS_MAIN(TestYamlText)
#include "tst_yamltext.moc"
