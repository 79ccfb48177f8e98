// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/commands/policycommand.h"
#include "policy/namedpath.h"
#include "policy/policytext.h"
#include "policysamples.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

const QByteArray text = "# head\n"
                        "spec:\n"
                        "  zone: Asia/Shanghai   # 时区\n"
                        "  说明: 高峰 # two\n"
                        "  list:\n"
                        "    - name: a # first\n"
                        "      max: 20\n"
                        "\n"
                        "    # about b\n"
                        "    - {name: b, max: 5, tags: [x, y]}\n"
                        "    - name: \"c # not a comment\"\n"
                        "      script: |\n"
                        "        one: 1\n"
                        "\n"
                        "        two: 2\n"
                        "      last: 'it''s'\n"
                        "  empty:\n"
                        "  flow: [1, 2]\n"
                        "  days:\n"
                        "  - Mon\n"
                        "  - Tue\n"
                        "# tail\n";

QByteArray changed(const char *from, const char *to)
{
    QByteArray result = text;
    Q_ASSERT(result.count(from) == 1);
    return result.replace(from, to);
}

} // namespace

class TestPolicyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void named_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("indexed");
        QTest::newRow("plain") << u"spec.zone"_s << u"spec.zone"_s;
        QTest::newRow("number") << u"spec.list[1].max"_s << u"spec.list[1].max"_s;
        QTest::newRow("name") << u"spec.list[b].max"_s << u"spec.list[1].max"_s;
        QTest::newRow("odd name") << u"spec.list[c # not a comment].last"_s
                                  << u"spec.list[2].last"_s;
        QTest::newRow("name last") << u"spec.list[a]"_s << u"spec.list[0]"_s;
        QTest::newRow("unended") << u"spec.list[a"_s << u"spec.list[a"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void named()
    {
        QFETCH(QString, path);
        const auto indexed = indexedPath(text, path);
        QVERIFY_RESULT(indexed);
        QTEST(*indexed, "indexed");
    }

    void namesThatAreNotThere()
    {
        const auto item = indexedPath(text, u"spec.list[d].max"_s);
        QVERIFY_ERROR(item, ErrorCode::NotFound);
        QCOMPARE(item.error().where, u"spec.list[d]"_s);
        QCOMPARE(item.error().advice, u"Known here: a, b, c # not a comment."_s);
        QVERIFY_ERROR(indexedPath(text, u"spec.nothing[d]"_s), ErrorCode::NotFound);
        QVERIFY_ERROR(indexedPath(text, u"[d]"_s), ErrorCode::NotFound);
        QVERIFY_ERROR(indexedPath("a: [", u"a[b]"_s), ErrorCode::InvalidDocument);
    }

    void set_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *path, const char *value, const char *from,
                            const char *to) {
            QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(value)
                                << changed(from, to);
        };
        row("plain", "spec.zone", "UTC", "Asia/Shanghai ", "UTC ");
        row("behind wide letters", "spec.说明", "低谷", "高峰", "低谷");
        row("number", "spec.list[0].max", "30", "max: 20", "max: 30");
        row("in flow", "spec.list[1].max", "7", "max: 5", "max: 7");
        row("flow list", "spec.list[1].tags", "[z]", "[x, y]", "[z]");
        row("in a flow list", "spec.list[1].tags[1]", "'1'", "[x, y]", "[x, '1']");
        row("double quoted", "spec.list[2].name", "d", "\"c # not a comment\"", "d");
        row("single quoted", "spec.list[2].last", "end", "'it''s'", "end");
        row("block text", "spec.list[2].script", "short", "|\n        one: 1\n\n        two: 2\n",
            "short\n");
        row("nothing before", "spec.empty", "{a: 1}", "empty:", "empty: {a: 1}");
        row("block list by flow", "spec.days", "[Mon]", "days:\n  - Mon\n  - Tue\n",
            "days: [Mon]\n");
        row("new key in a block", "spec.list[0].min", "2", "      max: 20\n",
            "      max: 20\n      min: 2\n");
        row("new key in a flow", "spec.list[1].min", "2", "tags: [x, y]}", "tags: [x, y], min: 2}");
        row("new key after block text", "spec.list[2].min", "2", "'it''s'\n",
            "'it''s'\n      min: 2\n");
        row("new key at the end", "spec.more", "2", "  - Tue\n", "  - Tue\n  more: 2\n");
        row("new path", "spec.list[0].a.b", "2", "      max: 20\n",
            "      max: 20\n      a: {b: 2}\n");
        row("block by block", "spec.list[0]", "{name: z}", "zone", "zone");
    }
    void set()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QByteArray, result);
        const auto edited = setYamlValue(text, path, value);
        if (path == u"spec.list[0]") { // a block in a list is only for people
            QVERIFY_ERROR(edited, ErrorCode::Unsupported);
            return;
        }
        QVERIFY_RESULT(edited);
        QCOMPARE(*edited, result);
    }

    void insert_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *list, int index, const char *from,
                            const char *to) {
            QTest::newRow(name) << QString::fromUtf8(list) << index << changed(from, to);
        };
        row("first", "spec.list", 0, "  list:\n", "  list:\n    - {n: 1}\n");
        row("second", "spec.list", 1, "      max: 20\n", "      max: 20\n    - {n: 1}\n");
        row("last", "spec.list", 9, "'it''s'\n", "'it''s'\n    - {n: 1}\n");
        row("flow first", "spec.flow", 0, "[1, 2]", "[{n: 1}, 1, 2]");
        row("flow last", "spec.flow", 2, "[1, 2]", "[1, 2, {n: 1}]");
        row("not indented", "spec.days", 1, "  - Mon\n", "  - Mon\n  - {n: 1}\n");
        row("nothing there", "spec.empty", 0, "empty:", "empty: [{n: 1}]");
        row("no key there", "spec.list[0].windows", 0, "      max: 20\n",
            "      max: 20\n      windows: [{n: 1}]\n");
    }
    void insert()
    {
        QFETCH(QString, list);
        QFETCH(int, index);
        QFETCH(QByteArray, result);
        const auto edited =
            insertYamlItem(text, list, static_cast<std::size_t>(index), u"{n: 1}"_s);
        QVERIFY_RESULT(edited);
        QCOMPARE(*edited, result);
    }

    void remove_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char *name, const char *path, const char *from, const char *to) {
            QTest::newRow(name) << QString::fromUtf8(path) << changed(from, to);
        };
        row("field", "spec.list[0].max", "      max: 20\n", "");
        row("field with comment", "spec.zone", "  zone: Asia/Shanghai   # 时区\n", "");
        row("first field of an item", "spec.list[0].name", "- name: a # first\n      max", "- max");
        row("block text", "spec.list[2].script",
            "      script: |\n        one: 1\n\n        two: 2\n", "");
        row("item", "spec.list[0]", "    - name: a # first\n      max: 20\n", "");
        row("flow item", "spec.list[1]", "    - {name: b, max: 5, tags: [x, y]}\n", "");
        row("flow field", "spec.list[1].max", "max: 5, ", "");
        row("first flow field", "spec.list[1].name", "{name: b, max", "{max");
        row("last flow field", "spec.list[1].tags", ", tags: [x, y]", "");
        row("last flow item", "spec.flow[1]", "[1, 2]", "[1]");
        row("without a value", "spec.empty", "  empty:\n", "");
        row("list", "spec.days", "  days:\n  - Mon\n  - Tue\n", "");
    }
    void remove()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, result);
        const auto edited = removeYamlValue(text, path);
        QVERIFY_RESULT(edited);
        QCOMPARE(*edited, result);
    }

    void theLastOneTakesItsParentAlong()
    {
        const QByteArray nested = "a: 1\nb:\n  c:\n    d: 2\n";
        QCOMPARE(*removeYamlValue(nested, u"b.c.d"_s), QByteArray("a: 1\n"));
    }

    void lineEndings()
    {
        const QByteArray windows = "a: 1\r\nb:\r\n  c: 2\r\n";
        QCOMPARE(*setYamlValue(windows, u"b.d"_s, u"3"_s),
                 QByteArray("a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n"));
        QCOMPARE(*setYamlValue("a: 1", u"b"_s, u"3"_s), QByteArray("a: 1\nb: 3"));
        QCOMPARE(*setYamlValue("\xef\xbb\xbf"
                               "a: 1\n",
                               u"a"_s, u"3"_s),
                 QByteArray("\xef\xbb\xbf"
                            "a: 3\n"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray anchored = "a: &x {n: 1}\nb: *x\n";
        QTest::newRow("anchor") << anchored << u"a.n"_s << u"2"_s << ErrorCode::Unsupported;
        QTest::newRow("alias") << anchored << u"b"_s << u"2"_s << ErrorCode::Unsupported;
        QTest::newRow("behind an alias")
            << anchored << u"b.n"_s << u"2"_s << ErrorCode::Unsupported;
        QTest::newRow("plain over lines")
            << QByteArray("a: one\n  two\n") << u"a"_s << u"2"_s << ErrorCode::Unsupported;
        QTest::newRow("no such item")
            << QByteArray("a: [1]\n") << u"a[3]"_s << u"2"_s << ErrorCode::NotFound;
        QTest::newRow("no path") << QByteArray("a: 1\n") << QString() << u"2"_s
                                 << ErrorCode::NotFound;
        QTest::newRow("below a scalar")
            << QByteArray("a: 1\n") << u"a.b"_s << u"2"_s << ErrorCode::Unsupported;
        QTest::newRow("not YAML") << QByteArray("a: 1\n") << u"a"_s << u"{b"_s
                                  << ErrorCode::InvalidInput;
        QTest::newRow("two lines")
            << QByteArray("a: 1\n") << u"a"_s << u"b\nc"_s << ErrorCode::InvalidInput;
        QTest::newRow("breaks out")
            << QByteArray("a: {b: 1}\n") << u"a.b"_s << u"x, c: 2"_s << ErrorCode::Unsupported;
        QTest::newRow("broken text")
            << QByteArray("a: [1\n") << u"a"_s << u"2"_s << ErrorCode::InvalidDocument;
    }
    void refusals()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(ErrorCode, code);
        QVERIFY_ERROR(setYamlValue(document, path, value), code);
    }

    void everyLeafOfTheExample()
    {
        // Each value of a real file can be set to itself without a change of the text, and what is
        // taken out can be put back.
        const QByteArray example = bytesOf(policyData(u"example.yaml"_s));
        const PolicyReading reading = parsePolicy(example, u"p.yaml"_s);
        int leaves = 0;
        for (const QString &path : reading.positions.paths()) {
            const auto removed =
                path.isEmpty() ? Result<QByteArray>(example) : removeYamlValue(example, path);
            QVERIFY2(removed.ok(), qPrintable(path));
            const auto set = path.isEmpty() ? Result<QByteArray>(example)
                                            : setYamlValue(example, path, u"12345"_s);
            // A block inside a list stays for people.
            const bool item = path.endsWith(u']');
            QVERIFY2(set.ok() || item, qPrintable(path));
            leaves += set.ok() ? 1 : 0;
        }
        QVERIFY(leaves > 100);
    }

    void commands()
    {
        PolicyCommand first = PolicyCommand::set(u"spec.list[0].max"_s, u"3"_s);
        QCOMPARE(first.text(), u"Set spec.list[0].max to 3"_s);
        const auto once = first.redo(text);
        QVERIFY_RESULT(once);
        QCOMPARE(*first.undo(*once), text);
        QVERIFY_ERROR(first.undo(text), ErrorCode::Conflict);

        PolicyCommand second = PolicyCommand::set(u"spec.list[0].max"_s, u"30"_s);
        const auto twice = second.redo(*once);
        QVERIFY_RESULT(twice);
        QVERIFY(first.mergeWith(second));
        QCOMPARE(first.text(), u"Set spec.list[0].max to 30"_s);
        QCOMPARE(*first.undo(*twice), text);

        PolicyCommand other = PolicyCommand::set(u"spec.list[0].min"_s, u"1"_s);
        QVERIFY_RESULT(other.redo(*twice));
        QVERIFY(!first.mergeWith(other));
        PolicyCommand added = PolicyCommand::insert(u"spec.flow"_s, 0, u"0"_s);
        QCOMPARE(added.text(), u"Add to spec.flow"_s);
        QVERIFY_RESULT(added.redo(text));
        QVERIFY(!added.mergeWith(first));
        PolicyCommand gone = PolicyCommand::remove(u"spec.flow"_s);
        QCOMPARE(gone.text(), u"Remove spec.flow"_s);
        QCOMPARE(*gone.undo(*gone.redo(text)), text);
        PolicyCommand wrong = PolicyCommand::remove(u"spec.nothing"_s);
        QVERIFY_ERROR(wrong.redo(text), ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestPolicyText)
#include "tst_policytext.moc"
