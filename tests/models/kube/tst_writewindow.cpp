// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubewriter.h"
#include "kube/writewindow.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"

#include <QSignalSpy>

#include <type_traits>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template<typename Client>
concept CanApply = requires(Client &client, kube::ApplyRequest apply, QObject *parent)
{
    client.apply(apply, parent);
};
template<typename Client>
concept CanCreate = requires(Client &client, kube::CreateRequest create, QObject *parent)
{
    client.create(create, parent);
};
template<typename Client>
concept CanRemove = requires(Client &client, kube::DeleteRequest request, QObject *parent)
{
    client.remove(request, parent);
};
template<typename Client>
concept CanScale = requires(Client &client, kube::ScaleRequest request, QObject *parent)
{
    client.scale(request, parent);
};
template<typename Client>
concept CanCreateEvent = requires(Client &client, kube::EventNote note, QObject *parent)
{
    client.createEvent(note, parent);
};

// Reading has no write verb at all, and no write verb works without a ticket.
static_assert(!CanApply<KubeClient> && !CanApply<KubeWriter>);
static_assert(!CanCreate<KubeClient> && !CanCreate<KubeWriter>);
static_assert(!CanRemove<KubeClient> && !CanRemove<KubeWriter>);
static_assert(!CanScale<KubeClient> && !CanScale<KubeWriter>);
static_assert(!CanCreateEvent<KubeClient> && !CanCreateEvent<KubeWriter>);
// Nobody but the window makes a ticket.
static_assert(!std::is_default_constructible_v<WriteTicket>);
static_assert(!std::is_constructible_v<WriteTicket, QString>);

} // namespace

class TestWriteWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isClosedAtFirst()
    {
        const ManualClock clock;
        const WriteWindow window(u"prod"_s, false, clock);
        QVERIFY(!window.isOpen());
        QVERIFY(!window.closesAt());
        QVERIFY_ERROR(window.ticket(), ErrorCode::Forbidden);
    }

    void lastsTenMinutes()
    {
        ManualClock clock;
        WriteWindow window(u"prod"_s, false, clock);
        QSignalSpy changed(&window, &WriteWindow::changed);
        const auto ticket = window.open();
        QVERIFY_RESULT(ticket);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(*window.closesAt(), clock.now() + 600'000);
        clock.advance(599'999ms);
        QVERIFY(window.isOpen());
        QVERIFY_RESULT(ticket->check(u"prod"_s));
        clock.advance(1ms);
        QVERIFY(!window.isOpen());
        QVERIFY_ERROR(ticket->check(u"prod"_s), ErrorCode::Forbidden);
        QVERIFY_ERROR(window.ticket(), ErrorCode::Forbidden);
    }

    void openingAgainProlongs()
    {
        ManualClock clock;
        WriteWindow window(u"prod"_s, false, clock);
        const WriteTicket first = *window.open();
        clock.advance(9min);
        QVERIFY_RESULT(window.open());
        clock.advance(9min);
        QVERIFY_RESULT(first.check(u"prod"_s));
    }

    void ticketsOfAnExpiredWindowStayDead()
    {
        ManualClock clock;
        WriteWindow window(u"prod"_s, false, clock);
        const WriteTicket first = *window.open();
        clock.advance(11min);
        const auto second = window.open();
        QVERIFY_RESULT(second->check(u"prod"_s));
        QVERIFY_ERROR(first.check(u"prod"_s), ErrorCode::Forbidden);
    }

    void aClockSetBackDoesNotProlong()
    {
        ManualClock clock;
        WriteWindow window(u"prod"_s, false, clock);
        const WriteTicket ticket = *window.open();
        clock.advance(-1h);
        QVERIFY_ERROR(ticket.check(u"prod"_s), ErrorCode::Forbidden);
        QVERIFY(!window.isOpen());
    }

    void closingEndsAllTickets()
    {
        const ManualClock clock;
        auto window = std::make_unique<WriteWindow>(u"prod"_s, false, clock);
        const WriteTicket ticket = *window->open();
        const WriteTicket copy = ticket;
        QSignalSpy changed(window.get(), &WriteWindow::changed);
        window->close();
        window->close();
        QCOMPARE(changed.size(), 1);
        QVERIFY_ERROR(copy.check(u"prod"_s), ErrorCode::Forbidden);
        const WriteTicket other = *window->open();
        QVERIFY_ERROR(ticket.check(u"prod"_s), ErrorCode::Forbidden);
        window.reset();
        QVERIFY_ERROR(other.check(u"prod"_s), ErrorCode::Forbidden);
    }

    void aTicketIsForOneContext()
    {
        const ManualClock clock;
        WriteWindow window(u"staging"_s, false, clock);
        const WriteTicket ticket = *window.open();
        const Result<void> other = ticket.check(u"prod"_s);
        QVERIFY_ERROR(other, ErrorCode::Forbidden);
        QVERIFY(other.error().why.contains("staging"_L1));
    }

    void protectedContexts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("opens");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("other") << u"staging"_s << false;
        QTest::newRow("other case") << u"Prod"_s << false;
        QTest::newRow("blank behind") << u"prod "_s << false;
        QTest::newRow("exact") << u"prod"_s << true;
    }
    void protectedContexts()
    {
        QFETCH(QString, typed);
        QFETCH(bool, opens);
        const ManualClock clock;
        WriteWindow window(u"prod"_s, true, clock);
        const auto ticket = window.open(typed);
        QCOMPARE(ticket.ok(), opens);
        QCOMPARE(window.isOpen(), opens);
        if (!opens) {
            QVERIFY_ERROR(ticket, ErrorCode::InvalidInput);
        }
    }

    void prolongingAProtectedOneWantsTheNameToo()
    {
        const ManualClock clock;
        WriteWindow window(u"prod"_s, true, clock);
        QVERIFY_RESULT(window.open(u"prod"_s));
        QVERIFY_ERROR(window.open(), ErrorCode::InvalidInput);
        QVERIFY(window.isOpen());
    }
};

QTEST_GUILESS_MAIN(TestWriteWindow)
#include "tst_writewindow.moc"
