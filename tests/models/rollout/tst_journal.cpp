// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The journal of a push: what it says is what is read again, whatever a kill left of its last line.
#include "models/rollout/pushsamples.h"
#include "rollout/journalfolder.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace spillway;
using namespace Qt::StringLiterals;

using State = PushedStep::State;
using End = PushRecord::End;

namespace {

const Error refusal{.code = ErrorCode::Forbidden,
                    .what = QStringLiteral("Cannot apply"),
                    .where = QStringLiteral("map-1"),
                    .why = QStringLiteral("no right"),
                    .advice = QStringLiteral("Ask.")};

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray{};
}

bool write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

} // namespace

class TstJournal final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Journal> make(const PushRecord &push)
    {
        Result<std::unique_ptr<Journal>> made = Journal::create(folder(), push);
        return made && (*made)->sync().result().isEmpty() ? std::move(*made) : nullptr;
    }
    QString folder() const { return m_folder->filePath(u"a/journal"_s); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Half a plan is never read as a journal.
    void hasItsNameOnceItIsOnTheDisk()
    {
        const auto made = Journal::create(folder(), samplePush(2));
        QVERIFY_RESULT(made);
        QVERIFY_RESULT((*made)->sending(Journal::claim));
        QVERIFY(!QFile::exists((*made)->file()));
        QVERIFY(listJournals(folder()).entries.empty());
        QCOMPARE((*made)->sync().result(), QString{});
        QCOMPARE(listJournals(folder()).entries.size(), std::size_t{1});
        QCOMPARE((*made)->sync().result(), QString{}); // once more is no harm
        QVERIFY((*made)->unsynced(u"no room"_s).sentence().contains(u"no room"_s));
        const auto unneeded = Journal::create(folder(), samplePush(3));
        QVERIFY_RESULT(unneeded);
        QVERIFY_RESULT((*unneeded)->discard());
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
    }

    void isWhatWasWritten();
    void isPrivate();
    void keepsNoPasswords();
    void statesFollowTheLines_data();
    void statesFollowTheLines();
    void goesOnAfterAnotherOpening();
    void aTornLineIsAsIfItWereNotThere();
    void isOpenOnce();
    void deletesOfOthers();
    void interrupted();
    void prunes();
    void wrongFiles_data();
    void wrongFiles();
    void placesThatCannotBeWritten();
    void lists();
    void discards();
};

void TstJournal::isWhatWasWritten()
{
    PushRecord push = samplePush(4);
    push.undoes = 2;
    push.undoneJournal = u"/somewhere/x.jsonl"_s;
    const std::unique_ptr<Journal> journal = make(push);
    QVERIFY(journal);
    const Result<PushRecord> read = readJournal(journal->file());
    QVERIFY_RESULT(read);
    QCOMPARE(textOf(*read), textOf(push));
    QCOMPARE(read->plan().hash, push.plan().hash);
    QCOMPARE(read->plan().liveRevision, 2);
    QCOMPARE(stepHash(read->steps[0].step), push.steps[0].step.hash);
    QVERIFY(read->isUnfinished());
    QVERIFY(QFileInfo(journal->file()).fileName().startsWith(u"shop.shop.3."_s));
}

void TstJournal::isPrivate()
{
    const std::unique_ptr<Journal> journal = make(samplePush(1));
    const QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                           QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFile::permissions(journal->file()), owner);
    QCOMPARE(QFile::permissions(folder()), owner | QFileDevice::ExeOwner | QFileDevice::ExeUser);
}

void TstJournal::keepsNoPasswords()
{
    PushRecord push = samplePush(1);
    push.target.server = u"https://someone:hunter2@cluster.example/k8s"_s;
    const std::unique_ptr<Journal> journal = make(push);
    const QByteArray bytes = bytesOf(journal->file());
    QVERIFY(bytes.contains("https://cluster.example/k8s"));
    QVERIFY(!bytes.contains("hunter2"));
}

void TstJournal::statesFollowTheLines_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<State>("claim");
    QTest::addColumn<State>("step");
    QTest::addColumn<bool>("hasError");
    QTest::addColumn<bool>("unfinished");
    QTest::addColumn<int>("done");
    using Lines = QByteArrayList;
    QTest::newRow("claimed") << Lines{"s-1", "d-1"} << State::Done << State::NotSent << false
                             << true << 0;
    QTest::newRow("claim sent") << Lines{"s-1"} << State::Sent << State::NotSent << false << true
                                << 0;
    QTest::newRow("sent") << Lines{"s-1", "d-1", "s1"} << State::Done << State::Sent << false
                          << true << 0;
    QTest::newRow("done") << Lines{"s-1", "d-1", "s1", "d1"} << State::Done << State::Done << false
                          << true << 1;
    QTest::newRow("refused") << Lines{"s1", "r1", "stopped"} << State::NotSent << State::Refused
                             << true << true << 0;
    QTest::newRow("unknown") << Lines{"s1", "u1", "stopped"} << State::NotSent << State::Sent
                             << true << true << 0;
    QTest::newRow("resumed") << Lines{"s1", "u1", "stopped", "s1", "d1", "complete"}
                             << State::NotSent << State::Done << false << false << 1;
    QTest::newRow("undone") << Lines{"s1", "d1", "complete", "undone"} << State::NotSent
                            << State::Done << false << false << 1;
}

void TstJournal::statesFollowTheLines()
{
    QFETCH(QByteArrayList, lines);
    const std::unique_ptr<Journal> journal = make(samplePush(2));
    for (const QByteArray &line : lines) {
        const int step = line.mid(1).toInt();
        const Result<void> written = line == "stopped"      ? journal->ended(End::Stopped)
                                     : line == "complete"   ? journal->ended(End::Complete)
                                     : line == "undone"     ? journal->ended(End::Undone)
                                     : line.startsWith('s') ? journal->sending(step)
                                     : line.startsWith('d') ? journal->done(step, u"new"_s)
                                     : line.startsWith('r') ? journal->refused(step, refusal)
                                                            : journal->unknown(step, refusal);
        QVERIFY_RESULT(written);
    }
    const Result<PushRecord> read = readJournal(journal->file());
    QVERIFY_RESULT(read);
    QCOMPARE(textOf(*read), textOf(journal->record()));
    QTEST(read->claim, "claim");
    QTEST(read->steps[1].state, "step");
    QTEST(read->steps[1].error.has_value(), "hasError");
    QTEST(read->isUnfinished(), "unfinished");
    QTEST(static_cast<int>(read->stepsDone()), "done");
    if (read->steps[1].error) {
        QCOMPARE(*read->steps[1].error, refusal);
    }
    QCOMPARE(read->steps[1].uid, read->stepsDone() > 0 ? u"new"_s : QString{});
}

void TstJournal::goesOnAfterAnotherOpening()
{
    QString file;
    {
        const std::unique_ptr<Journal> journal = make(samplePush(2));
        file = journal->file();
        QVERIFY_RESULT(journal->sending(1, {{u"kind"_s, u"ConfigMap"_s}}));
    }
    Result<std::unique_ptr<Journal>> again = Journal::open(file);
    QVERIFY_RESULT(again);
    QCOMPARE((*again)->record().steps[1].state, State::Sent);
    QCOMPARE((*again)->record().steps[1].last.value("kind"_L1).toString(), u"ConfigMap"_s);
    QVERIFY_RESULT((*again)->done(1, {}));
    QCOMPARE(readJournal(file)->steps[1].state, State::Done);
    QVERIFY_ERROR((*again)->sending(2), ErrorCode::Internal);
}

/// Cut at each byte of what follows the head.
void TstJournal::aTornLineIsAsIfItWereNotThere()
{
    QByteArray whole;
    QByteArray head;
    QString file;
    {
        const std::unique_ptr<Journal> journal = make(samplePush(2));
        file = journal->file();
        head = bytesOf(file);
        QVERIFY_RESULT(journal->sending(0));
        QVERIFY_RESULT(journal->done(0, u"u0"_s));
        whole = bytesOf(file);
    }
    const qsizetype second = whole.indexOf('\n', head.size()) + 1;
    for (qsizetype size = head.size(); size <= whole.size(); ++size) {
        QVERIFY(write(file, whole.left(size)));
        const Result<PushRecord> read = readJournal(file);
        QVERIFY_RESULT(read);
        const State wanted = size == whole.size() ? State::Done
                             : size >= second     ? State::Sent
                                                  : State::NotSent;
        QCOMPARE(read->steps[0].state, wanted);
        Result<std::unique_ptr<Journal>> opened = Journal::open(file);
        QVERIFY_RESULT(opened);
        QVERIFY_RESULT((*opened)->ended(End::Stopped));
        QCOMPARE(readJournal(file)->end, End::Stopped);
        QCOMPARE(readJournal(file)->steps[0].state, wanted);
    }
    QVERIFY(write(file, whole.left(second) + QByteArray(5, '\0') + '\n')); // pages out of order
    QCOMPARE(readJournal(file)->steps[0].state, State::Sent);
}

void TstJournal::isOpenOnce()
{
    const std::unique_ptr<Journal> journal = make(samplePush(1));
    QVERIFY_ERROR(Journal::open(journal->file()), ErrorCode::Conflict);
    QVERIFY_RESULT(readJournal(journal->file())); // looking is allowed
    QVERIFY(Journal::isHeld(journal->file()));
}

/// What a delete was not needed for, as the undo has to know it.
void TstJournal::deletesOfOthers()
{
    const std::unique_ptr<Journal> journal = make(samplePush(2));
    QVERIFY_RESULT(journal->sending(1, {{u"kind"_s, u"ConfigMap"_s}}));
    QVERIFY_RESULT(journal->gone(1));
    const Result<PushRecord> read = readJournal(journal->file());
    QVERIFY_RESULT(read);
    QCOMPARE(read->steps[1].state, State::Done);
    QVERIFY(read->steps[1].gone);
    QVERIFY(!read->steps[0].gone);
}

void TstJournal::interrupted()
{
    int minute = 0;
    const auto push = [&minute](int revision, const QString &policy = u"shop"_s) {
        PushRecord record = samplePush(1, revision);
        record.id = u"%1-push"_s.arg(++minute, 8);
        record.policy = policy;
        record.startedAt += minute * qint64{60'000};
        return record;
    };
    const auto add = [this](const PushRecord &record, std::optional<End> end) {
        const std::unique_ptr<Journal> journal = make(record);
        return journal && journal->sending(Journal::claim).ok() &&
               journal->done(Journal::claim, u"r"_s).ok() && (!end || journal->ended(*end).ok());
    };
    const PlanTarget here = samplePush(0).target;
    const auto found = [this](const PlanTarget &target) {
        QStringList names;
        for (const JournalEntry &entry : interruptedPushes(folder(), target)) {
            names.append(u"%1/%2"_s.arg(entry.record.policy).arg(entry.record.revision));
        }
        return names;
    };
    QVERIFY(found(here).isEmpty());
    QVERIFY(add(push(3), std::nullopt));
    QVERIFY(add(push(1, u"other"_s), End::Stopped));
    QVERIFY(add(push(1, u"done"_s), End::Complete));
    QVERIFY(add(push(1, u"back"_s), End::Undone));
    QCOMPARE(found(here), (QStringList{u"other/1"_s, u"shop/3"_s}));
    PlanTarget there = here;
    there.server = u"https://other.example"_s;
    QVERIFY(found(there).isEmpty());
    there = here;
    there.context = u"staging"_s;
    QVERIFY(found(there).isEmpty());
    there = here;
    there.nameSpace = u"other"_s;
    QVERIFY(found(there).isEmpty());
    QVERIFY(write(folder() + u"/broken.jsonl"_s, "{}\n"));
    QCOMPARE(found(here).size(), 2);

    // A running one is not interrupted, and whatever was begun later counts.
    const PushRecord later = push(4);
    {
        const std::unique_ptr<Journal> running = make(later);
        QVERIFY_RESULT(running->done(Journal::claim, u"r"_s));
        QCOMPARE(found(here), QStringList{u"other/1"_s});
    }
    QCOMPARE(found(here), (QStringList{u"shop/4"_s, u"other/1"_s}));
    QVERIFY(add(push(5), End::Complete));
    QCOMPARE(found(here), QStringList{u"other/1"_s});
    QCOMPARE(journalFileOf(folder(), later.id).isEmpty(), false);
    QVERIFY(journalFileOf(folder(), u"none"_s).isEmpty());
    QVERIFY(journalFileOf(folder(), {}).isEmpty());
}

void TstJournal::prunes()
{
    const auto add = [this](int number, const QString &policy, std::optional<End> end) {
        PushRecord record = samplePush(1, number);
        record.id = u"%1-push"_s.arg(number, 8);
        record.policy = policy;
        record.startedAt += number * qint64{1000};
        const std::unique_ptr<Journal> journal = make(record);
        return journal && (!end || journal->ended(*end).ok());
    };
    QVERIFY(add(1, u"shop"_s, std::nullopt));
    QVERIFY(add(1, u"other"_s, End::Complete));
    for (int number = 2; number < 27; ++number) {
        QVERIFY(add(number, u"shop"_s, number % 2 == 0 ? End::Complete : End::Undone));
    }
    const QString oldest = journalFileOf(folder(), u"%1-push"_s.arg(2, 8));
    Result<std::unique_ptr<Journal>> held = Journal::open(oldest);
    QVERIFY_RESULT(held);
    pruneJournals(folder(), samplePush(1, 26));
    const JournalList list = listJournals(folder());
    QCOMPARE(list.entries.size(), 23U); // 20, the open one, that of another policy, the held one
    QVERIFY(QFile::exists(oldest));
    QCOMPARE(list.entries[19].record.revision, 7);
    QCOMPARE(list.entries[20].record.revision, 2);
    held->reset();
    pruneJournals(folder(), samplePush(1, 26));
    QVERIFY(!QFile::exists(oldest));
}

void TstJournal::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    const QByteArray head = R"({"journal":1,"steps":0,"id":"x","policy":"p","revision":1})"
                            "\n";
    QTest::newRow("empty") << QByteArray{} << ErrorCode::InvalidDocument << 1;
    QTest::newRow("torn head") << QByteArray{R"({"journal":1,"ste)"} << ErrorCode::InvalidDocument
                               << 1;
    QTest::newRow("something else")
        << QByteArray{"hello\nworld\n"} << ErrorCode::InvalidDocument << 1;
    QTest::newRow("JSON") << QByteArray{"{}\n"} << ErrorCode::UnsupportedVersion << 0;
    QTest::newRow("later version")
        << QByteArray{"{\"journal\":2}\n"} << ErrorCode::UnsupportedVersion << 0;
    QTest::newRow("steps missing")
        << QByteArray{"{\"journal\":1,\"steps\":2}\n"} << ErrorCode::InvalidDocument << 1;
    QTest::newRow("step of nothing")
        << QByteArray{"{\"journal\":1,\"steps\":1}\n{\"step\":{\"action\":\"dance\"}}\n"}
        << ErrorCode::InvalidDocument << 2;
    QTest::newRow("no such step") << QByteArray(head + "{\"done\":0}\n")
                                  << ErrorCode::InvalidDocument << 2;
    QTest::newRow("unknown line") << QByteArray(head + "{\"sending\":-1}\n{\"said\":1}\n")
                                  << ErrorCode::InvalidDocument << 3;
    QTest::newRow("unknown end") << QByteArray(head + "{\"end\":\"happy\"}\n")
                                 << ErrorCode::InvalidDocument << 2;
    QTest::newRow("broken in the middle") << QByteArray(head + "{\"sendi\n{\"end\":\"stopped\"}\n")
                                          << ErrorCode::InvalidDocument << 2;
}

void TstJournal::wrongFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    const QString file = m_folder->filePath(u"x.jsonl"_s);
    QVERIFY(write(file, bytes));
    const Result<PushRecord> read = readJournal(file);
    QVERIFY_ERROR(read, code);
    QCOMPARE(read.error().where, file);
    QCOMPARE(read.error().position ? read.error().position->line : 0, line);
    QVERIFY_ERROR(Journal::open(file), code);
    const JournalList list = listJournals(m_folder->path());
    QVERIFY(list.entries.empty());
    QCOMPARE(list.problems.size(), 1U);
}

void TstJournal::placesThatCannotBeWritten()
{
    const QString file = m_folder->filePath(u"file"_s);
    QVERIFY(write(file, "x"));
    QVERIFY_ERROR(Journal::create(file + u"/journal"_s, samplePush(1)), ErrorCode::File);
    QVERIFY_ERROR(Journal::create(u"/proc/journal"_s, samplePush(1)), ErrorCode::File);
    QVERIFY_ERROR(Journal::open(m_folder->filePath(u"none.jsonl"_s)), ErrorCode::File);
    QVERIFY_ERROR(readJournal(m_folder->filePath(u"none.jsonl"_s)), ErrorCode::File);
    const std::unique_ptr<Journal> first = make(samplePush(1));
    QVERIFY(first);
    const QByteArray bytes = bytesOf(first->file());
    QVERIFY(!make(samplePush(1)) || bytesOf(first->file()) == bytes);
}

void TstJournal::lists()
{
    PushRecord older = samplePush(1, 3);
    PushRecord newer = samplePush(1, 4);
    newer.startedAt += 1000;
    const auto first = make(older);
    const auto second = make(newer);
    QVERIFY_RESULT(second->ended(End::Complete));
    const JournalList list = listJournals(folder());
    QVERIFY(list.problems.empty());
    QCOMPARE(list.entries.size(), 2U);
    QCOMPARE(list.entries[0].record.revision, 4);
    QVERIFY(!list.entries[0].record.isUnfinished());
    QVERIFY(list.entries[1].record.isUnfinished());
    QVERIFY(listJournals(m_folder->filePath(u"none"_s)).entries.empty());
}

void TstJournal::discards()
{
    const std::unique_ptr<Journal> journal = make(samplePush(1));
    QVERIFY_RESULT(journal->discard());
    QVERIFY(!QFile::exists(journal->file()));
    QVERIFY(listJournals(folder()).entries.empty());
    QVERIFY_ERROR(journal->discard(), ErrorCode::File);
}

QTEST_APPLESS_MAIN(TstJournal)
#include "tst_journal.moc"
