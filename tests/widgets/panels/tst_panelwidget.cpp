// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/drawnsnapshot.h"
#include "panels/panelnotices.h"
#include "panels/paneltitlebar.h"
#include "panels/panelwidget.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

void addKindsAndStates()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    for (const PanelKind kind : samples::kinds()) {
        for (const PanelState state : samples::states()) {
            const QString name = samples::kindName(kind) + u' ' + panelStateName(state);
            QTest::newRow(qPrintable(name)) << static_cast<int>(kind) << static_cast<int>(state);
        }
    }
}

std::unique_ptr<PanelWidget> shown(const Panel &panel, const PanelSnapshot &snapshot,
                                   const QSize &size = {400, 250})
{
    std::unique_ptr<PanelWidget> widget{createPanelWidget(panel)};
    widget->setNow(samples::now);
    widget->setSnapshot(snapshot);
    widget->resize(size);
    widget->show();
    QCoreApplication::processEvents();
    return widget;
}

QPushButton *retryButton(const PanelWidget &panel)
{
    for (auto *button : panel.findChildren<QPushButton *>()) {
        if (button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

/// So many series of native histograms: half of what they observed is between 1 and 2.
SeriesList histograms(int count)
{
    SeriesList list;
    for (int i = 0; i < count; ++i) {
        auto series = std::make_shared<Series>();
        series->labels = LabelSet{{"job", "j" + std::to_string(i)}};
        for (EpochMs time = samples::now - 600'000; time <= samples::now; time += 60'000) {
            HistogramSample sample{.time = time, .count = 4, .sum = 8};
            sample.buckets = {{HistogramBucket::Bounds::LeftOpen, 1, 2, 2},
                              {HistogramBucket::Bounds::LeftOpen, 2, 4, 2}};
            series->histograms.push_back(std::move(sample));
        }
        list.push_back(std::move(series));
    }
    return list;
}

} // namespace

class TestPanelWidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTestLook(false); }

    void eachStateOfEachKind_data() { addKindsAndStates(); }

    void eachStateOfEachKind()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        const auto panelState = static_cast<PanelState>(state);
        const Panel panel = samples::panel(static_cast<PanelKind>(kind));
        const auto widget = shown(panel, samples::snapshot(panel.kind, panelState));
        const bool text = panel.kind == PanelKind::Text;
        const bool message =
            !text && (panelState == PanelState::Empty || panelState == PanelState::Failed);
        QCOMPARE(widget->body()->isVisible(), !message);
        const QString words = widget->accessibleText();
        QVERIFY(words.startsWith(panel.title));
        QCOMPARE(words.contains(panelStateTitle(panelState)), !text);
        if (panelState == PanelState::Kept && !text) {
            QVERIFY2(words.contains("47"_L1), qPrintable(words));
        }
        if (panelState == PanelState::Failed && !text) {
            for (const QLatin1String part :
                 {"Cannot read"_L1, "30 s"_L1, "shorter"_L1, "9090"_L1}) {
                QVERIFY2(words.contains(part), qPrintable(words));
            }
            QSignalSpy retry{widget.get(), &PanelWidget::retryRequested};
            QVERIFY(retryButton(*widget) != nullptr);
            retryButton(*widget)->click();
            QCOMPARE(retry.size(), 1);
        }
        if (panelState == PanelState::Empty && !text) {
            QVERIFY(words.contains("not scraped"_L1));
            QVERIFY(retryButton(*widget) == nullptr);
        }
    }

    void firstLoadShowsNoOldData()
    {
        PanelSnapshot loading;
        loading.refreshing = true;
        const auto widget = shown(samples::panel(PanelKind::Stat), loading);
        QVERIFY(!widget->body()->isVisible());
        QVERIFY(widget->accessibleText().contains("Loading"_L1));
    }

    void ageGrowsWithTheClock()
    {
        const auto widget = shown(samples::panel(PanelKind::Stat),
                                  samples::snapshot(PanelKind::Stat, PanelState::Kept));
        QCOMPARE(widget->ageText(),
                 u"47\u00a0s old"_s.replace(QChar::Nbsp, widget->ageText().at(2)));
        widget->setNow(samples::now + 73'000);
        QVERIFY2(widget->ageText().startsWith(u"2"), qPrintable(widget->ageText()));
        widget->setSnapshot(samples::snapshot(PanelKind::Stat));
        widget->setNow(samples::now + 1000);
        QVERIFY(widget->ageText().isEmpty());
    }

    void hostileNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const std::vector<std::pair<const char *, QString>> texts{
            {"markup", u"<b>x</b><img src='http://evil/'>"_s},
            {"very long", QString{3000, u'w'}},
            {"right to left", u"\u202Eevil \u05E9\u05DC\u05D5\u05DD\u061C"_s},
            {"new lines", u"a\nb\r\n\tc\u2028d\u0007"_s},
            {"formula", u"=cmd|' /C calc'!A0"_s}};
        for (const auto &[name, text] : texts) {
            for (const PanelKind kind : samples::kinds()) {
                const QString row = QString::fromLatin1(name) + u' ' + samples::kindName(kind);
                QTest::newRow(qPrintable(row)) << text << static_cast<int>(kind);
            }
        }
    }

    void hostileNames()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        Panel panel = samples::panel(static_cast<PanelKind>(kind));
        panel.title = text;
        for (ValueName &name : panel.valueNames) {
            name.text = text;
        }
        PanelSnapshot snapshot =
            samples::renamed(samples::snapshot(panel.kind), text.toStdString());
        for (const QSize size : {QSize{200, 120}, QSize{400, 250}}) {
            const auto widget = shown(panel, snapshot, size);
            QCOMPARE(widget->size(), size);
            QVERIFY(widget->body()->width() > 100 && widget->body()->height() > 40);
            QVERIFY(!widget->accessibleName().contains(u'\n'));
            QVERIFY(!widget->accessibleName().contains(QChar{0x202e}));
            QVERIFY(widget->accessibleName().size() <= 401);
            QVERIFY(!widget->grab().isNull());
        }
        Error error;
        error.what = text;
        error.why = text;
        PanelSnapshot failed;
        failed.state = PanelState::Failed;
        failed.error = error;
        const auto widget = shown(panel, failed);
        for (const QLabel *label : widget->findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText);
        }
    }

    void noticesArePlainText()
    {
        PanelSnapshot snapshot = samples::snapshot(PanelKind::Stat);
        auto result = std::make_shared<QueryResult>(*snapshot.answers.front().result);
        result->notes.warnings = {u"<b>warn</b>"_s};
        result->notes.infos = {u"<i>info</i>"_s};
        snapshot.answers.front().result = result;
        const auto widget = shown(samples::panel(PanelKind::Stat), snapshot);
        auto *title = widget->findChild<PanelTitleBar *>();
        Q_EMIT title->noticesRequested();
        auto *popover = widget->findChild<QFrame *>(u"panelNotices"_s);
        QVERIFY(popover != nullptr);
        QStringList texts;
        for (const QLabel *label : popover->findChildren<QLabel *>()) {
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
            texts << label->text();
        }
        QVERIFY(texts.contains(u"<b>warn</b>"_s));
        QVERIFY(texts.contains(u"<i>info</i>"_s));
        popover->close();
    }

    void doubts_data()
    {
        QTest::addColumn<PanelState>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QStringList>("said"); ///< by the server
        QTest::addColumn<QStringList>("warnings");
        QTest::addColumn<QStringList>("hints");
        const QString why = u"no answer within 30 s"_s;
        const QString cut = u"cut at 1000 series"_s;
        const QStringList none;
        QTest::newRow("live") << PanelState::Live << QString{} << none << none << none;
        QTest::newRow("live, with a hint")
            << PanelState::Live << why << none << none << QStringList{why};
        QTest::newRow("the answer is late")
            << PanelState::Kept << why << none << QStringList{why} << none;
        QTest::newRow("half of it failed")
            << PanelState::Partial << why << none << QStringList{why} << none;
        QTest::newRow("parts are missing")
            << PanelState::Partial << why << QStringList{cut} << QStringList{why, cut} << none;
        QTest::newRow("said twice")
            << PanelState::Truncated << cut << QStringList{cut} << QStringList{cut} << none;
        QTest::newRow("hostile") << PanelState::Partial << u"a\u202Eb\nc"_s << none
                                 << QStringList{u"ab c"_s} << none;
        // These say it where the data would be.
        QTest::newRow("empty") << PanelState::Empty << why << none << none << none;
        QTest::newRow("failed") << PanelState::Failed << why << none << none << none;
    }

    /// Whatever is not the whole truth says why, at a click and to who points at the title.
    void doubts()
    {
        QFETCH(PanelState, state);
        QFETCH(QString, reason);
        QFETCH(QStringList, said);
        QFETCH(QStringList, warnings);
        QFETCH(QStringList, hints);
        PanelSnapshot snapshot = samples::snapshot(PanelKind::Stat);
        snapshot.state = state;
        snapshot.reason = reason;
        auto result = std::make_shared<QueryResult>(*snapshot.answers.front().result);
        result->notes.warnings = said;
        snapshot.answers.front().result = result;
        const PanelDoubts found = panelDoubts(snapshot);
        QCOMPARE(found.warnings, warnings);
        QCOMPARE(found.hints, hints);
        const auto widget = shown(samples::panel(PanelKind::Stat), snapshot);
        const auto *title = widget->findChild<PanelTitleBar *>();
        const QToolButton *button = nullptr;
        for (const QToolButton *one : title->findChildren<QToolButton *>()) {
            button = one->accessibleName() == "Notices"_L1 ? one : button;
        }
        QVERIFY(button != nullptr);
        QCOMPARE(button->isVisible(), !found.isEmpty());
        for (const QString &line : found.warnings + found.hints) {
            QVERIFY(button->toolTip().contains(line.toHtmlEscaped()));
        }
    }

    void histogramsAreDrawnAsQuantiles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("lines");
        for (const PanelKind kind : samples::kinds()) {
            if (kind != PanelKind::Text && kind != PanelKind::Matrix) {
                QTest::newRow(qPrintable(samples::kindName(kind)))
                    << static_cast<int>(kind) << (kind != PanelKind::Heatmap);
            }
        }
    }

    /// Native histograms are no numbers: no kind of panel may be silently empty because of it.
    void histogramsAreDrawnAsQuantiles()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, lines);
        Panel panel = samples::panel(static_cast<PanelKind>(kind));
        panel.columns.clear();
        const std::unique_ptr<PanelWidget> widget(createPanelWidget(panel, nullptr));
        widget->resize(500, 300);
        const PanelSnapshot snapshot = samples::snapshotOf(histograms(9), u"{{job}}"_s);
        widget->setSnapshot(snapshot);
        const QString text = widget->body()->valueText();
        QVERIFY(!text.isEmpty());
        if (panel.kind == PanelKind::Table) { // says only how many rows it has
            QVERIFY2(text.contains(u"16"_s), qPrintable(text));
        } else {
            QCOMPARE(text.contains(u"j0 p50"_s) && text.contains(u"j0 p95"_s), lines);
        }
        // What came is kept as it came, for exports and the count of samples.
        QCOMPARE(widget->snapshot().answers[0].result, snapshot.answers[0].result);
        DrawnSnapshot drawn;
        drawn.set(panel.kind, snapshot);
        const PanelDoubts doubts = panelDoubts(drawn.get());
        QCOMPARE(doubts.hints.size(), lines ? 1 : 0);
        QCOMPARE(doubts.warnings.size(), lines ? 1 : 0); // eight of nine
        // A repaint with the same answers computes nothing.
        const auto made = drawn.get().answers[0].result;
        drawn.set(panel.kind, snapshot);
        QCOMPARE(drawn.get().answers[0].result, made);
    }

    void theListOfNoticesNeedsNoScrolling()
    {
        for (const PanelState state : {PanelState::Partial, PanelState::Truncated}) {
            QWidget anchor;
            const std::unique_ptr<QWidget> popover{
                showPanelNotices(&anchor, samples::snapshot(PanelKind::Stat, state))};
            const auto *scroll = popover->findChild<QScrollArea *>();
            QVERIFY(scroll != nullptr);
            QTRY_COMPARE_WITH_TIMEOUT(scroll->verticalScrollBar()->maximum(), 0, 60'000);
        }
    }

    void menuCopiesAndAsks()
    {
        const auto widget =
            shown(samples::panel(PanelKind::Stat), samples::snapshot(PanelKind::Stat));
        QSignalSpy full{widget.get(), &PanelWidget::fullScreenRequested};
        QSignalSpy edit{widget.get(), &PanelWidget::editRequested};
        Q_EMIT widget->findChild<PanelTitleBar *>()->menuRequested(QPoint{});
        auto *menu = widget->findChild<QMenu *>();
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text() == "Copy query"_L1 || action->text() == "View full screen"_L1) {
                action->trigger();
            }
        }
        menu->close();
        QVERIFY(QGuiApplication::clipboard()->text().contains("http_requests_total"_L1));
        QCOMPARE(full.size(), 1);
        QTest::mouseDClick(widget.get(), Qt::LeftButton, {}, {40, 12});
        QCOMPARE(full.size(), 2);
        widget->setEditing(true);
        QTest::mouseDClick(widget.get(), Qt::LeftButton, {}, {40, 12});
        QCOMPARE(edit.size(), 1);
    }

    void themeSwitchesAtRunTime()
    {
        const auto widget =
            shown(samples::panel(PanelKind::Stat), samples::snapshot(PanelKind::Stat));
        const auto lightness = [&widget] {
            return widget->grab().toImage().pixelColor(widget->width() / 2, 4).lightness();
        };
        QVERIFY(lightness() > 200);
        applyTestLook(true);
        QVERIFY(lightness() < 60);
        applyTestLook(false);
        QVERIFY(lightness() > 200);
    }
};

QTEST_MAIN(TestPanelWidget)
#include "tst_panelwidget.moc"
