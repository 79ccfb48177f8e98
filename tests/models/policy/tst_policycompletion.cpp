// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policycompletion.h"
#include "policy/policyparser.h"
#include "policy/yamlcontext.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// "@" stands where the cursor is.
PolicyCompletion completedAt(QByteArray text, const Policy &known = {})
{
    const qsizetype at = text.indexOf('@');
    Q_ASSERT(at >= 0);
    return completePolicy(text.remove(at, 1), at, known);
}

QStringList textsOf(const PolicyCompletion &completion)
{
    QStringList texts;
    for (const PolicyProposal &proposal : completion.proposals) {
        texts << proposal.text;
    }
    return texts;
}

const QByteArray head = "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\nmetadata: {name: a, "
                        "namespace: a}\nspec:\n";
const QByteArray component = head + "  components:\n    - name: web\n";

} // namespace

class TestPolicyCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposes_data();
    void proposes();
    void proposesNothing_data();
    void proposesNothing();
    void whatIsInserted();
    void theWordThatIsTyped();
    void namesOfTheDocument();
    void pathsOfAWholeDocument();
    void anyCutOfADocument();
};

void TestPolicyCompletion::proposes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("first");   ///< the first proposals
    QTest::addColumn<QStringList>("without"); ///< that must not be there
    const auto row = [](const char *name, const QByteArray &text, const QStringList &first,
                        const QStringList &without = {}) {
        QTest::newRow(name) << text << first << without;
    };
    row("an empty file", "@", {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s});
    row("a word in an empty file", "ki@", {u"apiVersion"_s});
    row("the value of a choice", "kind: @", {u"ScalingPolicy"_s});
    row("keys that are there", "apiVersion: x\n@\nspec:\n  a: b\n", {u"kind"_s, u"metadata"_s},
        {u"apiVersion"_s, u"spec"_s});
    row("a map that begins", head + "  @", {u"components"_s, u"timezone"_s});
    row("behind a child", head + "  timezone: UTC\n  @", {u"components"_s, u"currency"_s},
        {u"timezone"_s});
    row("before a child", head + "  @\n  timezone: UTC\n", {u"components"_s, u"currency"_s},
        {u"timezone"_s});
    row("a list that begins", head + "  components:\n    @", {u"- name"_s, u"- target"_s});
    row("an item that begins", head + "  components:\n    - @", {u"name"_s, u"target"_s});
    row("an item that goes on", component + "      @", {u"target"_s, u"engine"_s}, {u"name"_s});
    row("a list without indent", head + "  components:\n  - name: web\n    @",
        {u"target"_s, u"engine"_s}, {u"name"_s});
    row("an engine", component + "      engine: k@", {u"none"_s, u"hpa"_s, u"keda"_s});
    row("a flow map", component + "      replicas: {@", {u"max"_s, u"min"_s});
    row("a flow map that goes on", component + "      replicas: {min: 2, @}", {u"max"_s},
        {u"min"_s});
    row("a flow map before its end", component + "      replicas: {@, max: 3}", {u"min"_s},
        {u"max"_s});
    row("kinds of metrics", component + "      metrics:\n        - @",
        {u"resource"_s, u"containerResource"_s});
    row("one kind of metric only", component + "      metrics:\n        - {@",
        {u"resource"_s, u"containerResource"_s});
    row("in a metric", component + "      metrics:\n        - resource: {@", {u"name"_s});
    row("a resource", component + "      metrics:\n        - resource: {name: @",
        {u"cpu"_s, u"memory"_s});
    row("over lines", component + "      quota: {model: x,\n              @", {u"rpm"_s, u"tpm"_s},
        {u"model"_s});
    row("days in a flow list", component + "      windows:\n        - {name: a, days: [Mon, @",
        {u"Mon-Fri"_s, u"Sat-Sun"_s, u"Mon"_s});
    row("days in a block list", component + "      windows:\n        - days:\n            - @",
        {u"Mon-Fri"_s});
    row("a boolean", component + "      cost: {labelPods: @", {u"true"_s, u"false"_s});
    row("behind a comment", component + "      # engine: x\n      engine: @", {u"none"_s});
    row("behind a block scalar",
        head + "  alerts:\n    - name: a\n      expr: |\n        up: 1\n        x\n      @",
        {u"for"_s, u"keepFiringFor"_s}, {u"name"_s, u"expr"_s});
    row("behind quotes", component + "      cost: {tags: {a: \"x, y: }\"}, @", {u"labelPods"_s},
        {u"tags"_s});
    row("behind a flow map", component + "      replicas: {min: 2, max: 3}   # bounds\n      @",
        {u"target"_s, u"engine"_s}, {u"replicas"_s});
    row("deeply", component + "      behavior:\n        scaleDown:\n          @",
        {u"stabilizationWindowSeconds"_s});
    row("one level out", component + "      behavior:\n        scaleDown: {}\n        @",
        {u"scaleUp"_s}, {u"scaleDown"_s});
    row("a second document", "a: b\n---\n@", {u"apiVersion"_s, u"kind"_s});
}

void TestPolicyCompletion::proposes()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, first);
    QFETCH(QStringList, without);
    const QStringList texts = textsOf(completedAt(text));
    QCOMPARE(texts.first(std::min(texts.size(), first.size())), first);
    for (const QString &one : without) {
        QVERIFY2(!texts.contains(one), qPrintable(one));
    }
}

void TestPolicyCompletion::proposesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("in a comment", "# ap@");
    row("behind a value", "kind: ScalingPolicy # @");
    row("in quotes", "kind: \"Sc@");
    row("under a value", "kind: ScalingPolicy\n  @");
    row("in a free text", component + "      windows:\n        - name: @");
    row("of an unknown map", head + "  unknown:\n    @");
    row("of an unknown key", head + "  unknown: @");
    row("in a block scalar", head + "  alerts:\n    - expr: |\n        na@");
    row("no column of any map", "apiVersion: x\n @");
    row("right behind the colon", "kind:@");
    row("right behind the dash", head + "  components:\n    -@");
    row("a second kind of metric", component + "      metrics:\n        - {cpu: {}, @");
}

void TestPolicyCompletion::proposesNothing()
{
    QFETCH(QByteArray, text);
    QCOMPARE(textsOf(completedAt(text)), QStringList{});
}

void TestPolicyCompletion::whatIsInserted()
{
    const auto inserts = [](const QByteArray &text) {
        QStringList all;
        for (const PolicyProposal &proposal : completedAt(text).proposals) {
            all << proposal.insert;
        }
        return all;
    };
    QVERIFY(inserts(head + "  @").contains(u"components:"_s));
    QVERIFY(inserts(head + "  @").contains(u"timezone: "_s));
    QVERIFY(inserts(component + "      quota: {@").contains(u"tokensPerRequest: "_s));
    QVERIFY(inserts(head + "  components:\n    @").contains(u"- name: "_s));
    QCOMPARE(inserts("kind: @"), QStringList{u"ScalingPolicy"_s});
    const PolicyProposal first = completedAt(component + "      replicas: {@").proposals.front();
    QVERIFY(first.required);
    QCOMPARE(first.help, u"Cap: never more replicas."_s);
}

void TestPolicyCompletion::theWordThatIsTyped()
{
    QCOMPARE(completedAt("  \nki@").start, 3);
    QCOMPARE(completedAt("kind: Sca@").start, 6);
    QCOMPARE(completedAt("kind:   @").start, 8);
    QCOMPARE(completedAt("metadata: {na@").start, 11);
    QCOMPARE(completedAt("# 高峰\nki@").start, QByteArray("# 高峰\n").size());
    QCOMPARE(completePolicy("kind: x", 1000).start, 6);
}

void TestPolicyCompletion::namesOfTheDocument()
{
    Policy known;
    known.components.resize(2);
    known.components[0].name = u"web"_s;
    known.components[1].name = u"worker"_s;
    ScheduleEvent sale;
    sale.name = u"sale"_s;
    known.components[1].events = {sale};
    QCOMPARE(textsOf(completedAt(head + "  assertions:\n    - {component: @", known)),
             (QStringList{u"web"_s, u"worker"_s}));
    QCOMPARE(textsOf(completedAt(head + "  assertions:\n    - event: @", known)),
             QStringList{u"sale"_s});
}

/// Where the reader finds a scalar, the scan finds the same keys.
void TestPolicyCompletion::pathsOfAWholeDocument()
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/policy/full.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const QList<QByteArray> lines = text.split('\n');
    const PolicyReading reading = parsePolicy(text, file.fileName());
    int compared = 0;
    const QStringList paths = reading.positions.paths();
    for (const QString &path : paths) {
        const DocumentPosition place = reading.positions.of(path);
        qsizetype offset = place.column - 1;
        for (int line = 0; line + 1 < place.line; ++line) {
            offset += lines[line].size() + 1;
        }
        if (offset >= text.size() || path.endsWith(u']') ||
            QByteArray("{[\"'").contains(text[offset]) || text.sliced(offset - 2, 2) != ": ") {
            continue;
        }
        QString keys = path;
        keys.remove(QRegularExpression(u"\\[\\d+\\]"_s));
        QCOMPARE(yamlContextAtEnd(QByteArrayView(text).first(offset)).path().join(u'.'), keys);
        ++compared;
    }
    QVERIFY2(compared > 150, qPrintable(QString::number(compared)));
}

/// No text may make it run away or read beyond its end.
void TestPolicyCompletion::anyCutOfADocument()
{
    QFile file(QStringLiteral(SPILLWAY_TEST_DATA "/policy/full.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    for (qsizetype at = 0; at <= text.size(); at += 7) {
        const PolicyCompletion completion = completePolicy(text, at);
        QVERIFY(completion.start <= at);
    }
    for (const char *odd : {"}", "]]", "{{{", "[{", "- - - a", "'", "\"\\", ":", "? x", "|", "a: |",
                            "---", "- -", "\t- a", ":\n:", "{a", "{a:", "{a: {b", "-\n-\n- "}) {
        const QByteArray bytes(odd);
        QVERIFY(completePolicy(bytes, bytes.size()).start <= bytes.size());
    }
}

QTEST_GUILESS_MAIN(TestPolicyCompletion)
#include "tst_policycompletion.moc"
