// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policydocument.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;
using Outside = PolicyDocument::Outside;

namespace {

// 2026-11-02T09:00:00Z, a Monday.
constexpr EpochMs monday = 1'793'610'000'000;

const QByteArray good = "apiVersion: spillway.dev/v1\n"
                        "kind: ScalingPolicy\n"
                        "metadata: {name: shop, namespace: shop}\n"
                        "spec:\n"
                        "  timezone: Asia/Shanghai\n"
                        "  components:\n"
                        "    - name: web\n"
                        "      target: {name: web}\n"
                        "      engine: hpa\n"
                        "      replicas: {min: 2, max: 20}\n"
                        "      metrics:\n"
                        "        - cpu: {averageUtilization: 70}\n"
                        "      windows:\n"
                        "        - {name: office, days: [Mon-Fri], from: \"09:00\", to: \"18:00\", "
                        "min: 4}\n";

QByteArray contentsOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestPolicyDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAFile();
    void whatCannotBeOpened();
    void editsAreCounted();
    void savesAndKeepsTheMode();
    void savesThroughALink();
    void whatCannotBeSaved();
    void aTextWithoutAFile();
    void closing();
    void anotherProgramWrites();
    void anotherProgramReplaces();
    void anotherProgramTakesItAway();
    void savingOverSomebodyElse();
    void theSameEditElsewhere();
    void analysis();
    void analysisOfWhatIsWrong();
    void onlyTheLastAnalysisCounts();
    void calendarsBesideTheFile();
    void measuredLeadTimes();
    void theRulesOfTheCluster();
    void tooLargeAText();
    void editsThatWereNotSaved();
    void editsOfAFileThatChanged();
    void editsWithoutAFile();

private:
    [[nodiscard]] QString path(const QString &name = u"policy.yaml"_s) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{monday};
};

void TestPolicyDocument::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(write(path(), good));
}

void TestPolicyDocument::opensAFile()
{
    PolicyDocument document(m_clock);
    QVERIFY(!document.isOpen());
    QSignalSpy replaced(&document, &PolicyDocument::textReplaced);
    QSignalSpy files(&document, &PolicyDocument::fileChanged);
    QVERIFY_RESULT(document.open(path()));
    QVERIFY(document.isOpen());
    QCOMPARE(document.text(), good);
    QCOMPARE(document.file(), path());
    QCOMPARE(document.name(), u"policy.yaml"_s);
    QVERIFY(!document.isModified());
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(files.size(), 1);
}

void TestPolicyDocument::whatCannotBeOpened()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    const Result<void> missing = document.open(path(u"missing.yaml"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::File);
    QVERIFY(!document.open(m_folder->path()));
    QVERIFY(write(path(u"large.yaml"_s), QByteArray(PolicyDocument::mostBytes + 1, '#')));
    const Result<void> large = document.open(path(u"large.yaml"_s));
    QVERIFY(!large);
    QCOMPARE(large.error().code, ErrorCode::TooLarge);
    QVERIFY2(large.error().sentence().contains(u"10 MiB"_s), qPrintable(large.error().sentence()));
    QCOMPARE(document.text(), good);
    QCOMPARE(document.file(), path());
}

void TestPolicyDocument::editsAreCounted()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    QSignalSpy modified(&document, &PolicyDocument::modifiedChanged);
    document.setText(good + "# more\n");
    QVERIFY(document.isModified());
    document.setText(good + "# even more\n");
    QCOMPARE(modified.size(), 1);
    document.setText(good); // undone by hand is not modified
    QVERIFY(!document.isModified());
    QCOMPARE(modified.size(), 2);
}

void TestPolicyDocument::savesAndKeepsTheMode()
{
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path(), mode));
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    document.setText("# new\n" + good);
    QVERIFY_RESULT(document.save());
    QVERIFY(!document.isModified());
    QCOMPARE(contentsOf(path()), "# new\n" + good);
    QVERIFY(QFile::permissions(path()).testFlags(mode));
    QVERIFY(!QFile::permissions(path()).testAnyFlags(QFile::ReadOther | QFile::WriteGroup));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"policy.yaml"_s});
    document.setText(good);
    QVERIFY_RESULT(document.saveAs(path(u"copy.yaml"_s)));
    QCOMPARE(document.file(), path(u"copy.yaml"_s));
    QCOMPARE(contentsOf(path(u"copy.yaml"_s)), good);
    QCOMPARE(contentsOf(path()), "# new\n" + good);
}

void TestPolicyDocument::savesThroughALink()
{
    QVERIFY(QFile::link(path(), path(u"link.yaml"_s)));
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path(u"link.yaml"_s)));
    document.setText("# new\n" + good);
    QVERIFY_RESULT(document.save());
    QVERIFY(QFileInfo(path(u"link.yaml"_s)).isSymLink());
    QCOMPARE(contentsOf(path()), "# new\n" + good);
}

void TestPolicyDocument::whatCannotBeSaved()
{
    PolicyDocument document(m_clock);
    document.begin(good);
    QCOMPARE(document.save().error().code, ErrorCode::InvalidInput);
    const Result<void> nowhere = document.saveAs(path(u"missing/policy.yaml"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::File);
    QVERIFY(document.isModified());
    QVERIFY(document.file().isEmpty());
}

void TestPolicyDocument::aTextWithoutAFile()
{
    PolicyDocument document(m_clock);
    document.begin(good);
    QVERIFY(document.isOpen());
    QVERIFY(document.isModified());
    QCOMPARE(document.name(), u"untitled"_s);
    QVERIFY_RESULT(document.saveAs(path(u"new.yaml"_s)));
    QVERIFY(!document.isModified());
    QCOMPARE(contentsOf(path(u"new.yaml"_s)), good);
}

void TestPolicyDocument::closing()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    document.close();
    QVERIFY(!document.isOpen());
    QVERIFY(!document.isModified());
    QVERIFY(document.file().isEmpty());
    QVERIFY(document.text().isEmpty());
    QVERIFY(document.analysis() == nullptr);
}

void TestPolicyDocument::anotherProgramWrites()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    document.setText("# mine\n" + good);
    QVERIFY(write(path(), "# theirs\n" + good));
    QTRY_COMPARE_WITH_TIMEOUT(document.outside(), Outside::Changed, 60'000);
    QCOMPARE(document.text(), "# mine\n" + good); // nothing is lost
    QVERIFY_RESULT(document.reload());
    QCOMPARE(document.text(), "# theirs\n" + good);
    QCOMPARE(document.outside(), Outside::Same);
    QVERIFY(!document.isModified());
    // And a second time.
    QVERIFY(write(path(), good));
    QTRY_COMPARE_WITH_TIMEOUT(document.outside(), Outside::Changed, 60'000);
    document.keepOurs();
    QCOMPARE(document.outside(), Outside::Same);
    QVERIFY(document.isModified());
    QVERIFY_RESULT(document.save());
    QCOMPARE(contentsOf(path()), "# theirs\n" + good);
}

/// Most editors write another file and give it the name.
void TestPolicyDocument::anotherProgramReplaces()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    for (const QByteArray &text : {QByteArray("# one\n" + good), QByteArray("# two\n" + good)}) {
        QSignalSpy outside(&document, &PolicyDocument::outsideChanged);
        QVERIFY(write(path(u"temporary"_s), text));
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::rename(path(u"temporary"_s), path()));
        QTRY_COMPARE_WITH_TIMEOUT(document.outside(), Outside::Changed, 60'000);
        QVERIFY_RESULT(document.reload());
        QCOMPARE(document.text(), text);
    }
}

void TestPolicyDocument::anotherProgramTakesItAway()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    QVERIFY(QFile::remove(path()));
    QTRY_COMPARE_WITH_TIMEOUT(document.outside(), Outside::Gone, 60'000);
    QVERIFY(document.isModified()); // what is on the screen is nowhere else
    QCOMPARE(document.text(), good);
    QVERIFY_RESULT(document.save());
    QCOMPARE(document.outside(), Outside::Same);
    QCOMPARE(contentsOf(path()), good);
}

void TestPolicyDocument::savingOverSomebodyElse()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    document.setText("# mine\n" + good);
    QVERIFY(write(path(), "# theirs\n" + good));
    const Result<void> saved = document.save(); // before the change was noticed
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Conflict);
    QCOMPARE(contentsOf(path()), "# theirs\n" + good);
    QCOMPARE(document.outside(), Outside::Changed);
    document.keepOurs();
    QVERIFY_RESULT(document.save());
    QCOMPARE(contentsOf(path()), "# mine\n" + good);
}

void TestPolicyDocument::theSameEditElsewhere()
{
    PolicyDocument document(m_clock);
    QVERIFY_RESULT(document.open(path()));
    document.setText("# same\n" + good);
    QVERIFY(write(path(), "# same\n" + good));
    QTRY_VERIFY_WITH_TIMEOUT(!document.isModified(), 60'000);
    QCOMPARE(document.outside(), Outside::Same);
}

void TestPolicyDocument::analysis()
{
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    QVERIFY_RESULT(document.open(path()));
    QVERIFY(!document.isAnalysisCurrent());
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    QVERIFY(document.isAnalysisCurrent());
    const PolicyAnalysis &analysis = *document.analysis();
    QVERIFY(analysis.ok());
    QCOMPARE(analysis.input.text, good);
    QCOMPARE(analysis.timelines.size(), std::size_t{1});
    QCOMPARE(analysis.timelines[0].component, u"web"_s);
    const std::vector<TimelineRow> &rows = analysis.timelines[0].timeline.rows;
    QCOMPARE(rows.front().from, analysis.span.from);
    QCOMPARE(rows.back().to, analysis.span.to);
    QCOMPARE((analysis.span.to - analysis.span.from) / (24 * 3'600'000), shownDays);
    QCOMPARE(rowAt(rows, monday)->min, 4); // 17:00 in Shanghai
    QCOMPARE(rowAt(rows, monday)->why, QStringList{u"office"_s});
    QCOMPARE(rowAt(rows, monday + 3'600'000)->min, 2);
}

void TestPolicyDocument::analysisOfWhatIsWrong()
{
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    document.begin(QByteArray(good).replace("min: 2", "mim: 2"));
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    const PolicyAnalysis &analysis = *document.analysis();
    QVERIFY(!analysis.ok());
    QCOMPARE(analysis.reading.problems.front().position->line, 10);
    QVERIFY(analysis.findings.empty());
    document.setText("\t- nonsense: [");
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 2, 60'000);
    QVERIFY(!document.analysis()->ok());
    QVERIFY(document.analysis()->timelines.empty());
}

void TestPolicyDocument::onlyTheLastAnalysisCounts()
{
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    document.begin("a: 1\n");
    for (int i = 0; i < 20; ++i) {
        document.setText(good + QByteArray(i, '\n'));
        document.analyse();
    }
    QVERIFY(!document.isAnalysisCurrent());
    QTRY_VERIFY_WITH_TIMEOUT(document.isAnalysisCurrent(), 60'000);
    QCOMPARE(document.analysis()->input.text, good + QByteArray(19, '\n'));
    QCOMPARE(analysed.size(), 1);
    document.setText(good); // waits for a pause, then comes by itself
    QVERIFY(!document.isAnalysisCurrent());
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 2, 60'000);
    QCOMPARE(document.analysis()->input.text, good);
}

void TestPolicyDocument::calendarsBesideTheFile()
{
    const QByteArray text = QByteArray(good).replace(
        "  components:", "  holidays: [{calendar: company.ics}]\n  components:");
    QVERIFY(write(path(), text));
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    QVERIFY_RESULT(document.open(path()));
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    QVERIFY(!document.analysis()->ok()); // the calendar is missing
    QVERIFY(document.analysis()->reading.problems.back().where.endsWith(u"company.ics"_s));
    QVERIFY(write(path(u"company.ics"_s),
                  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                  "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20261224\r\n"
                  "DTEND;VALUE=DATE:20261227\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    document.analyse();
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 2, 60'000);
    QVERIFY2(document.analysis()->ok(),
             qPrintable(document.analysis()->ok()
                            ? QString{}
                            : document.analysis()->reading.problems.front().sentence()));
    QCOMPARE(document.analysis()->context.calendarDays,
             (std::vector<DateSpan>{{QDate(2026, 12, 24), QDate(2026, 12, 26)}}));
}

void TestPolicyDocument::measuredLeadTimes()
{
    const QByteArray text =
        QByteArray(good).replace("      windows:", "      coldStart: {leadTime: measured}\n"
                                                   "      windows:");
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    document.begin(text);
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    document.setMeasuredLeadTimes({{u"web"_s, std::chrono::seconds{300}}});
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 2, 60'000);
    QCOMPARE(document.analysis()->timelines[0].schedule.leadTime, std::chrono::seconds{300});
    document.setMeasuredLeadTimes({{u"web"_s, std::chrono::seconds{300}}});
    QVERIFY(document.isAnalysisCurrent()); // nothing new
}

void TestPolicyDocument::theRulesOfTheCluster()
{
    const QByteArray text = QByteArray(good).replace(
        "      windows:", "      behavior: {scaleUp: {tolerance: 0.05}}\n      windows:");
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    document.begin(text);
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    const auto isIgnored = [&document] {
        const std::vector<PolicyFinding> &findings = document.analysis()->findings;
        return std::any_of(findings.begin(), findings.end(), [](const PolicyFinding &finding) {
            return finding.id == "tolerance-ignored"_L1;
        });
    };
    QVERIFY(document.analysis()->ok() && !isIgnored());
    document.setKubernetesMinor(32);
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 2, 60'000);
    QVERIFY(isIgnored());
    document.setKubernetesMinor(32);
    QVERIFY(document.isAnalysisCurrent()); // nothing new
}

void TestPolicyDocument::tooLargeAText()
{
    PolicyDocument document(m_clock);
    QSignalSpy analysed(&document, &PolicyDocument::analysed);
    document.begin(QByteArray("# x\n").repeated(PolicyDocument::mostBytes / 4 + 1));
    QTRY_COMPARE_WITH_TIMEOUT(analysed.size(), 1, 60'000);
    QCOMPARE(document.analysis()->reading.problems.front().code, ErrorCode::TooLarge);
}

void TestPolicyDocument::editsThatWereNotSaved()
{
    const PolicyDrafts drafts(path(u"drafts"_s));
    {
        PolicyDocument document(m_clock);
        document.setDrafts(drafts, u"shop"_s);
        QVERIFY_RESULT(document.open(path()));
        document.setText("# unsaved\n" + good);
    }
    const QFileInfo kept = QDir(path(u"drafts"_s)).entryInfoList(QDir::Files).value(0);
    QVERIFY(!kept.permission(QFile::ReadGroup) && !kept.permission(QFile::ReadOther));
    PolicyDocument document(m_clock);
    document.setDrafts(drafts, u"shop"_s);
    QVERIFY_RESULT(document.open(path()));
    QCOMPARE(document.text(), "# unsaved\n" + good);
    QVERIFY(document.isModified());
    QVERIFY(document.isRestored());
    QCOMPARE(document.outside(), Outside::Same);
    QCOMPARE(contentsOf(path()), good);
    QVERIFY_RESULT(document.save());
    QVERIFY(!document.isRestored());
    QVERIFY(!drafts.find(path()));
}

void TestPolicyDocument::editsOfAFileThatChanged()
{
    const PolicyDrafts drafts(path(u"drafts"_s));
    drafts.keep(path(), {"# mine\n" + good, PolicyDrafts::hashOf("something older")});
    {
        PolicyDocument before(m_clock); // looked at, and closed without a decision
        before.setDrafts(drafts, u"shop"_s);
        QVERIFY_RESULT(before.open(path()));
        QCOMPARE(before.outside(), Outside::Changed);
    }
    PolicyDocument document(m_clock);
    document.setDrafts(drafts, u"shop"_s);
    QVERIFY_RESULT(document.open(path()));
    QCOMPARE(document.text(), "# mine\n" + good);
    QCOMPARE(document.outside(), Outside::Changed);
    QCOMPARE(document.save().error().code, ErrorCode::Conflict);
    QVERIFY_RESULT(document.reload());
    QCOMPARE(document.text(), good);
    QVERIFY(!drafts.find(path()));
}

void TestPolicyDocument::editsWithoutAFile()
{
    const PolicyDrafts drafts(path(u"drafts"_s));
    {
        PolicyDocument document(m_clock);
        document.setDrafts(drafts, u"shop"_s);
        QVERIFY(!document.hasUntitledDraft());
        document.begin(good);
    }
    PolicyDocument document(m_clock);
    document.setDrafts(drafts, u"another"_s);
    QVERIFY(!document.hasUntitledDraft());
    document.setDrafts(drafts, u"shop"_s);
    QVERIFY(document.hasUntitledDraft());
    QVERIFY_RESULT(document.open(path())); // leaves it alone
    document.close();
    QVERIFY(document.hasUntitledDraft());
    document.openUntitledDraft();
    QCOMPARE(document.text(), good);
    QVERIFY(document.isRestored() && document.isModified());
    QVERIFY_RESULT(document.saveAs(path(u"new.yaml"_s)));
    QVERIFY(!document.hasUntitledDraft());
}

QTEST_GUILESS_MAIN(TestPolicyDocument)
#include "tst_policydocument.moc"
