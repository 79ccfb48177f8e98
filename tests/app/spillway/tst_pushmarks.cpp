// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"
#include "rollout/journal.h"
#include "spillway/pushmarks.h"
#include "support/resultmacros.h"

#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

PushRecord push(const QString &context, const QString &nameSpace, int revision)
{
    PushRecord made;
    made.id = u"push-%1"_s.arg(revision);
    made.target = {.context = context, .server = {}, .user = {}, .nameSpace = nameSpace};
    made.policy = u"shop"_s;
    made.startedAt = 1'000'000 + revision;
    made.revision = revision;
    return made;
}

Workspace workspace(const QString &context)
{
    Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
    made.kube.context = context;
    made.namespaces = {u"shop"_s};
    return made;
}

} // namespace

class TestPushMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseOfTheWorkspace();
    void nothingIsThere();
};

void TestPushMarks::onlyThoseOfTheWorkspace()
{
    const QTemporaryDir folder;
    for (const PushRecord &record :
         {push(u"prod"_s, u"shop"_s, 3), push(u"staging"_s, u"shop"_s, 4),
          push(u"prod"_s, u"other"_s, 5), push(u"prod"_s, u"shop"_s, 6)}) {
        const auto made = Journal::create(folder.path(), record);
        QVERIFY_RESULT(made);
        QCOMPARE((*made)->sync().result(), QString{});
    }
    std::vector<TimeMark> marks = pushMarks(folder.path(), workspace(u"prod"_s));
    std::sort(marks.begin(), marks.end(),
              [](const TimeMark &a, const TimeMark &b) { return a.time < b.time; });
    QCOMPARE(marks, (std::vector<TimeMark>{{1'000'003, u"push 3"_s}, {1'000'006, u"push 6"_s}}));
    // No cluster: no pushes.
    QVERIFY(pushMarks(folder.path(), workspace({})).empty());
    Workspace byFile = workspace({});
    byFile.kube.config = u"/a/kubeconfig"_s;
    QCOMPARE(pushMarks(folder.path(), byFile).size(), std::size_t{3});
}

void TestPushMarks::nothingIsThere()
{
    const QTemporaryDir folder;
    QVERIFY(pushMarks(folder.filePath(u"missing"_s), workspace(u"prod"_s)).empty());
}

QTEST_GUILESS_MAIN(TestPushMarks)
#include "tst_pushmarks.moc"
