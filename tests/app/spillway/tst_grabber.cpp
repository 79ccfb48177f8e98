// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"
#include "spillway/grabber.h"
#include "support/manualclock.h"

#include <QImage>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject panel(const QString &state, int series, int samples, const QString &warning = {})
{
    QJsonArray warnings;
    if (!warning.isEmpty()) {
        warnings.append(warning);
    }
    return {{u"state"_s, state},
            {u"series"_s, series},
            {u"samples"_s, samples},
            {u"warnings"_s, warnings}};
}

/// Settles when the test says so.
class SlowPage : public Page
{
public:
    using Page::Page;
    [[nodiscard]] QString id() const override { return u"slow"_s; }
    [[nodiscard]] QString title() const override { return u"Slow"_s; }
    [[nodiscard]] bool isSettled() const override { return ready; }
    [[nodiscard]] QJsonObject summary() const override
    {
        return {{u"panels"_s, QJsonArray{panel(state, 2, 20)}}};
    }
    bool ready = false;
    QString state = u"live"_s;
};

} // namespace

class TestGrabber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsUp();
    void waitsForThePage();
    void failedPanelFails();
    void pageThatNeverSettles();
    void unknownPage();

private:
    ManualClock m_clock;
    QTemporaryDir m_dir;
    PageRegistry m_registry;
    std::unique_ptr<MainWindow> m_window;
};

void TestGrabber::init()
{
    m_registry.add({.id = u"slow"_s,
                    .group = PageGroup::Watch,
                    .icon = u"chart"_s,
                    .title = [] { return u"Slow"_s; },
                    .create = [](const PageContext &context, QWidget *parent) -> Page * {
                        return new SlowPage(context, parent);
                    }});
    m_window = std::make_unique<MainWindow>(m_registry);
    m_window->resize(800, 600);
    m_window->setContext(PageContext{.clock = &m_clock});
    m_window->show();
}

void TestGrabber::addsUp()
{
    const QJsonObject sum = Grabber::summarize(
        {{u"panels"_s, QJsonArray{panel(u"live"_s, 2, 20, u"a"_s), panel(u"live"_s, 1, 5, u"a"_s),
                                  panel(u"failed"_s, 0, 0)}}});
    QCOMPARE(sum.value(u"series"_s).toInt(), 3);
    QCOMPARE(sum.value(u"samples"_s).toInt(), 25);
    QCOMPARE(sum.value(u"failed"_s).toInt(), 1);
    QCOMPARE(sum.value(u"states"_s).toObject().value(u"live"_s).toInt(), 2);
    QCOMPARE(sum.value(u"warnings"_s).toArray().size(), 1);
}

void TestGrabber::waitsForThePage()
{
    const QString file = m_dir.filePath(u"sub/slow.png"_s);
    Grabber grabber(*m_window, {{u"slow"_s, file}});
    QSignalSpy finished(&grabber, &Grabber::finished);
    grabber.start();
    QTimer::singleShot(200, m_window.get(), [this] {
        QVERIFY(!QFile::exists(m_dir.filePath(u"sub/slow.png"_s)));
        static_cast<SlowPage *>(m_window->currentPage())->ready = true;
    });
    QVERIFY(finished.wait(60'000));
    QVERIFY(!grabber.hasFailed());
    QCOMPARE(QImage(file).size(), QSize(800, 600));
    QCOMPARE(grabber.summaries().front().value(u"samples"_s).toInt(), 20);
    QVERIFY(grabber.summaries().front().value(u"settled"_s).toBool());
}

void TestGrabber::failedPanelFails()
{
    auto *page = static_cast<SlowPage *>(m_window->currentPage());
    page->ready = true;
    page->state = u"failed"_s;
    Grabber grabber(*m_window, {{{}, m_dir.filePath(u"failed.png"_s)}});
    QSignalSpy finished(&grabber, &Grabber::finished);
    grabber.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY(grabber.hasFailed());
}

void TestGrabber::pageThatNeverSettles()
{
    Grabber grabber(*m_window, {{u"slow"_s, m_dir.filePath(u"never.png"_s)}});
    grabber.setTimeout(100ms);
    QSignalSpy finished(&grabber, &Grabber::finished);
    grabber.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY(grabber.hasFailed());
    QVERIFY(!grabber.summaries().front().value(u"settled"_s).toBool(true));
    QVERIFY(QFile::exists(m_dir.filePath(u"never.png"_s)));
}

void TestGrabber::unknownPage()
{
    Grabber grabber(*m_window, {{u"nothing"_s, m_dir.filePath(u"nothing.png"_s)}});
    QSignalSpy finished(&grabber, &Grabber::finished);
    grabber.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY(grabber.hasFailed());
}

QTEST_MAIN(TestGrabber)
#include "tst_grabber.moc"
