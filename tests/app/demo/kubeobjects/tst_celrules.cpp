// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/celrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

/// The rules of the definitions that we ship.
class TestCelRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndBreaks_data();
    void keepsAndBreaks();
    void tellsWhatCannotBeEvaluated_data();
    void tellsWhatCannotBeEvaluated();
    void doesNotMindSpacing();
};

void TestCelRules::keepsAndBreaks_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("value"); ///< the only item of a list
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *name, const QString &rule, const char *value, bool kept) {
        QTest::newRow(name) << rule << QByteArray(value) << kept;
    };
    const QString duration = u"duration(self) >= duration('1ms')"_s;
    row("duration", duration, R"(["1m30s"])", true);
    row("smallest", duration, R"(["1ms"])", true);
    row("too small", duration, R"(["999us"])", false);
    row("none", duration, R"(["0"])", false);
    row("negative", duration, R"(["-1s"])", false);
    row("fraction", duration, R"([".5h"])", true);
    row("many parts", duration, R"(["1h1m1s1ms1us1ns"])", true);
    const QString bounds = u"!has(self.minReplicaCount) || self.minReplicaCount <= "
                           "(has(self.maxReplicaCount) ? self.maxReplicaCount : 100)"_s;
    row("bounds", bounds, R"([{"minReplicaCount":2,"maxReplicaCount":2}])", true);
    row("bounds crossed", bounds, R"([{"minReplicaCount":3,"maxReplicaCount":2}])", false);
    row("no upper bound", bounds, R"([{"minReplicaCount":100}])", true);
    row("above the implied bound", bounds, R"([{"minReplicaCount":101}])", false);
    row("no lower bound", bounds, R"([{"maxReplicaCount":0}])", true);
    const QString sized = u"self.all(key, key.size() != 0)"_s;
    row("keys", sized, R"([{"a":"b"}])", true);
    row("no keys", sized, "[{}]", true);
    row("empty key", sized, R"([{"a":"b","":"c"}])", false);
    const QString plain = u"self.all(key, !key.contains(\"*\"))"_s;
    row("plain keys", plain, R"([{"a":"*"}])", true);
    row("star in a key", plain, R"([{"a*":"b"}])", false);
    row("plain value", u"!self.contains(\"*\")"_s, R"(["a"])", true);
    row("star", u"!self.contains(\"*\")"_s, R"(["a*b"])", false);
    row("a rule that nobody knows", u"self.size() < 3"_s, R"(["four"])", true);
}

void TestCelRules::keepsAndBreaks()
{
    QFETCH(QString, rule);
    QFETCH(QByteArray, value);
    QFETCH(bool, kept);
    const QJsonArray list = QJsonDocument::fromJson(value).array();
    QCOMPARE(list.size(), 1);
    const auto failure = celFailure(rule, list[0]);
    QCOMPARE(!failure, kept);
    QVERIFY(!failure || failure->prefix.isEmpty());
}

void TestCelRules::tellsWhatCannotBeEvaluated_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("words") << QJsonValue(u"soon"_s);
    QTest::newRow("no unit") << QJsonValue(u"10"_s);
    QTest::newRow("empty") << QJsonValue(QString());
    QTest::newRow("days") << QJsonValue(u"1d"_s);
    QTest::newRow("space") << QJsonValue(u"1 s"_s);
    QTest::newRow("number") << QJsonValue(5);
}

void TestCelRules::tellsWhatCannotBeEvaluated()
{
    QFETCH(QJsonValue, value);
    const auto failure = celFailure(u"duration(self) >= duration('1ms')"_s, value);
    QVERIFY(failure);
    QVERIFY(failure->prefix.startsWith("type conversion error from 'string'"_L1));
}

void TestCelRules::doesNotMindSpacing()
{
    QVERIFY(celFailure(u"  !self.contains(\"*\")\n"_s, u"*"_s));
}

QTEST_GUILESS_MAIN(TestCelRules)
#include "tst_celrules.moc"
