// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "kubeobjects/fieldmanager.h"
#include "kubeobjects/jsontools.h"
#include "kubeobjects/strategy.h"
#include "wirelog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;
using namespace spillway::test;

namespace {

/// Writes to one autoscaler, one minute after the other.
class Writes
{
public:
    Writes()
        : m_type(*findBuiltIn(u"autoscaling"_s, u"horizontalpodautoscalers"_s))
    {}

    QJsonObject live;

    FieldManager::Applied apply(const QString &manager, const QByteArray &spec, bool force = false,
                                const QString &version = u"v2"_s)
    {
        QJsonObject body;
        body["spec"_L1] = json(spec);
        FieldManager::Applied applied = managerOf(version).apply(live, body, manager, force);
        if (!applied.refusal) {
            live = applied.object;
            setAt(live, {u"metadata"_s, u"uid"_s}, u"uid-1"_s);
        }
        return applied;
    }

    void update(const QString &manager, const QByteArray &spec,
                const QJsonValue &managed = QJsonValue::Undefined)
    {
        QJsonObject fresh = live;
        fresh["spec"_L1] = json(spec);
        if (!managed.isUndefined()) {
            setAt(fresh, {u"metadata"_s, u"managedFields"_s}, managed);
        }
        managerOf(u"v2"_s).update(live, fresh, manager);
        live = fresh;
        setAt(live, {u"metadata"_s, u"uid"_s}, u"uid-1"_s);
    }

    /// "console Apply: .spec.maxReplicas", sorted.
    QStringList owners() const
    {
        QStringList found;
        const auto managed =
            decodeManagedFields(valueAt(live, {u"metadata"_s, u"managedFields"_s}).toArray());
        for (const auto &[id, entry] : managed.value_or(ManagedFields())) {
            QStringList fields;
            for (const FieldPath &path : entry.set.paths()) {
                fields.append(toText(path));
            }
            found.append(id.manager + u' ' + id.operation + u": "_s + fields.join(u' '));
        }
        found.sort();
        return found;
    }
    QJsonValue spec(const QString &key) const { return valueAt(live, {u"spec"_s, key}); }

private:
    FieldManager managerOf(const QString &version)
    {
        m_now = m_now.addSecs(60);
        return FieldManager({m_type,
                             version,
                             m_type.apiVersion(version),
                             {},
                             m_type.schema(version),
                             ignoredFields(m_type, {}),
                             m_now});
    }

    const ResourceType &m_type;
    QDateTime m_now{QDate(2026, 11, 22), QTime(15, 0), Qt::UTC};
};

/// Each managedFields in a recorded answer, at whatever depth.
void collect(const QJsonValue &value, std::vector<QJsonArray> &found)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            collect(item, found);
        }
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "managedFields"_L1 && it.value().isArray()) {
            found.push_back(it.value().toArray());
        } else {
            collect(it.value(), found);
        }
    }
}

} // namespace

/// Who owns what, one write after the other.
class TestFieldManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEntriesAsRecorded();
    void refusesForeignEntries_data();
    void refusesForeignEntries();
    void conflictsAndForces();
    void removesWhatNobodyWantsAnyMore();
    void sharesEqualValues();
    void keepsTheTimeOfAnApplyThatChangesNothing();
    void remembersWhatWasBefore();
    void takesFromAppliersByUpdates();
    void resetsOwnership_data();
    void resetsOwnership();
    void appliesAcrossVersions();
    void ownsNoStatus();
    void wordsConflicts_data();
    void wordsConflicts();
};

void TestFieldManager::writesEntriesAsRecorded()
{
    std::vector<QJsonArray> recorded;
    for (const WireExchange &exchange : readWireLog()) {
        collect(exchange.answer, recorded);
    }
    QVERIFY(recorded.size() > 400);
    for (const QJsonArray &entries : recorded) {
        const auto managed = decodeManagedFields(entries);
        QVERIFY2(managed, qPrintable(goJson(entries)));
        QCOMPARE(encodeManagedFields(*managed), entries);
    }
}

void TestFieldManager::refusesForeignEntries_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("operation") << QByteArray(
        R"({"manager":"m","operation":"Delete","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{}})");
    QTest::newRow("no version") << QByteArray(
        R"({"manager":"m","operation":"Update","fieldsType":"FieldsV1","fieldsV1":{}})");
    QTest::newRow("type of fields") << QByteArray(
        R"({"manager":"m","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV2","fieldsV1":{}})");
    QTest::newRow("a field without its kind") << QByteArray(
        R"({"manager":"m","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1",
            "fieldsV1":{"spec":{}}})");
}

void TestFieldManager::refusesForeignEntries()
{
    QFETCH(QByteArray, entry);
    QVERIFY(!decodeManagedFields({json(entry)}));
}

void TestFieldManager::conflictsAndForces()
{
    Writes writes;
    QVERIFY(!writes.apply(u"console"_s, R"({"maxReplicas":6,"minReplicas":2})").refusal);
    const auto refused = writes.apply(u"other"_s, R"({"maxReplicas":9})").refusal;
    QVERIFY(refused);
    QCOMPARE(refused->code, 409);
    QCOMPARE(refused->message,
             u"Apply failed with 1 conflict: conflict with \"console\": .spec.maxReplicas"_s);
    QCOMPARE(writes.spec(u"maxReplicas"_s), QJsonValue(6));
    QVERIFY(!writes.apply(u"other"_s, R"({"maxReplicas":9})", true).refusal);
    QCOMPARE(writes.owners(), (QStringList{u"console Apply: .spec.minReplicas"_s,
                                           u"other Apply: .spec.maxReplicas"_s}));
}

void TestFieldManager::removesWhatNobodyWantsAnyMore()
{
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6,"minReplicas":2})");
    QVERIFY(!writes.apply(u"console"_s, R"({"maxReplicas":6})").refusal);
    QVERIFY(writes.spec(u"minReplicas"_s).isUndefined());
    QCOMPARE(writes.owners(), QStringList{u"console Apply: .spec.maxReplicas"_s});
}

void TestFieldManager::sharesEqualValues()
{
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6})");
    QVERIFY(!writes.apply(u"other"_s, R"({"maxReplicas":6})").refusal);
    QVERIFY(writes.apply(u"console"_s, R"({"maxReplicas":7})").refusal);
    QVERIFY(!writes.apply(u"other"_s, "{}").refusal); // lets go; the console still wants it
    QCOMPARE(writes.spec(u"maxReplicas"_s), QJsonValue(6));
    QVERIFY(!writes.apply(u"console"_s, R"({"maxReplicas":7})").refusal);
}

void TestFieldManager::keepsTheTimeOfAnApplyThatChangesNothing()
{
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6})");
    const QJsonObject before = writes.live;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6})");
    QCOMPARE(writes.live, before);
    (void)writes.apply(u"console"_s, R"({"maxReplicas":7})");
    const QJsonArray entries = valueAt(writes.live, {u"metadata"_s, u"managedFields"_s}).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0]["time"_L1].toString(), u"2026-11-22T15:03:00Z"_s);
}

void TestFieldManager::remembersWhatWasBefore()
{
    Writes writes;
    writes.live = json(R"({"metadata":{"uid":"uid-1","labels":{"app":"a"}},
                           "spec":{"maxReplicas":4,"minReplicas":1}})");
    writes.update(u"kubectl-edit"_s, R"({"maxReplicas":5,"minReplicas":1})");
    QCOMPARE(writes.owners(), QStringList()); // nobody tracks it yet
    const auto refused = writes.apply(u"console"_s, R"({"maxReplicas":6})").refusal;
    QVERIFY(refused);
    QCOMPARE(refused->causes.front().message,
             u"conflict with \"before-first-apply\" using autoscaling/v2"_s);
}

void TestFieldManager::takesFromAppliersByUpdates()
{
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6,"minReplicas":2})");
    writes.update(u"kubectl"_s, R"({"maxReplicas":8,"minReplicas":2})");
    QCOMPARE(writes.owners(), (QStringList{u"console Apply: .spec.minReplicas"_s,
                                           u"kubectl Update: .spec.maxReplicas"_s}));
    writes.update(u"kubectl"_s, R"({"maxReplicas":8})");
    QCOMPARE(writes.owners(), QStringList{u"kubectl Update: .spec.maxReplicas"_s});
}

void TestFieldManager::resetsOwnership_data()
{
    QTest::addColumn<QJsonArray>("sent");
    QTest::addColumn<QStringList>("owners");
    const QStringList kept{u"console Apply: .spec.maxReplicas"_s};
    QTest::newRow("one empty entry") << QJsonArray{QJsonObject()} << QStringList();
    QTest::newRow("no entries") << QJsonArray() << kept;
    QTest::newRow("entries that are none")
        << QJsonArray{QJsonObject{{"manager"_L1, "x"_L1}}} << kept;
}

void TestFieldManager::resetsOwnership()
{
    QFETCH(QJsonArray, sent);
    QFETCH(QStringList, owners);
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6})");
    writes.update(u"kubectl"_s, R"({"maxReplicas":6})", sent);
    QCOMPARE(writes.owners(), owners);
}

void TestFieldManager::appliesAcrossVersions()
{
    Writes writes;
    (void)writes.apply(u"console"_s, R"({"maxReplicas":6,"minReplicas":2})");
    // One applier in both versions: what it names no more in the other goes.
    QVERIFY(!writes.apply(u"console"_s, R"({"maxReplicas":6})", false, u"v1"_s).refusal);
    QVERIFY(writes.spec(u"minReplicas"_s).isUndefined());
    const QJsonArray entries = valueAt(writes.live, {u"metadata"_s, u"managedFields"_s}).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0]["apiVersion"_L1].toString(), u"autoscaling/v1"_s);
}

void TestFieldManager::ownsNoStatus()
{
    const ResourceType &type = *findBuiltIn(u"autoscaling"_s, u"horizontalpodautoscalers"_s);
    const FieldManager manager({type,
                                u"v2"_s,
                                u"autoscaling/v2"_s,
                                {},
                                type.schema(u"v2"_s),
                                ignoredFields(type, {}),
                                QDateTime(QDate(2026, 11, 22), QTime(15, 0), Qt::UTC)});
    QJsonObject fresh = json(R"({"metadata":{"name":"a","labels":{"x":"y"}},
                                 "status":{"desiredReplicas":3}})");
    manager.update({}, fresh, u"m"_s);
    const QJsonObject owned = json(R"({"f:metadata":{"f:labels":{".":{},"f:x":{}}}})");
    QCOMPARE(valueAt(fresh, {u"metadata"_s, u"managedFields"_s})[0]["fieldsV1"_L1].toObject(),
             owned);
}

void TestFieldManager::wordsConflicts_data()
{
    QTest::addColumn<QString>("exchange");
    for (const char *name :
         {"hpa.conflict.one", "hpa.conflict.many", "hpa.conflict.two_managers",
          "exp1.a.console.identical", "scale.helm_reapply.conflict", "hpa.apply.via_v1.conflict",
          "so.list.other_manager", "cj.console_reapply.image_conflict"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

/// From the causes that a server gave back to its message.
void TestFieldManager::wordsConflicts()
{
    QFETCH(QString, exchange);
    static const QRegularExpression form(
        u"^conflict with \"([^\"]+)\"(?: with subresource \"(\\w+)\")?(?: using (\\S+))?$"_s);
    const QJsonObject answer = recordedAnswer(exchange);
    const QJsonArray causes = answer["details"_L1]["causes"_L1].toArray();
    QVERIFY(!causes.isEmpty());
    ManagedFields conflicts;
    for (const QJsonValue &cause : causes) {
        const QRegularExpressionMatch match = form.match(cause["message"_L1].toString());
        QVERIFY(match.hasMatch());
        const QString version = match.captured(3);
        ManagerEntry &entry =
            conflicts[{match.captured(1), version.isEmpty() ? u"Apply"_s : u"Update"_s, version,
                       match.captured(2)}];
        entry.apiVersion = version;
        FieldPath path;
        const QString field = cause["field"_L1].toString();
        for (const QString &part : field.split(u'.', Qt::SkipEmptyParts)) {
            const qsizetype bracket = part.indexOf(u'[');
            path.push_back(PathStep::field(part.left(bracket)));
            if (bracket >= 0) { // [name="app"]
                const QString key = part.mid(bracket + 1).section(u'=', 0, 0);
                path.push_back(PathStep::key({{key, part.section(u'"', 1, 1)}}));
            }
        }
        QCOMPARE(toText(path), field);
        entry.set.insert(path);
    }
    const ApiStatus status = applyConflict(conflicts);
    QCOMPARE(status.causes.size(), static_cast<std::size_t>(causes.size()));
    QCOMPARE(normalised(status.message, u"message"_s),
             normalised(answer["message"_L1], u"message"_s));
}

QTEST_GUILESS_MAIN(TestFieldManager)
#include "tst_fieldmanager.moc"
