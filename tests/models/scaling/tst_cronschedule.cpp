// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/cronschedule.h"
#include "support/resultmacros.h"

#include <QDateTime>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

EpochMs at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class TestCronSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fires_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *name, const char *expression, const char *zone,
                            const char *after, const char *next) {
            QTest::newRow(name) << QString::fromLatin1(expression) << QString::fromLatin1(zone)
                                << QString::fromLatin1(after) << QString::fromLatin1(next);
        };
        row("weekdays at nine", "0 9 * * 1-5", "Asia/Shanghai", "2026-11-20T02:00:00Z",
            "2026-11-23T01:00:00Z");
        row("strictly after", "0 9 * * *", "UTC", "2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z");
        row("steps", "*/20 * * * *", "UTC", "2026-11-20T09:41:00Z", "2026-11-20T10:00:00Z");
        row("from a number on", "50/5 * * * *", "UTC", "2026-11-20T09:51:00Z",
            "2026-11-20T09:55:00Z");
        row("names", "0 0 1 feb mon", "UTC", "2026-11-20T00:00:00Z", "2027-02-01T00:00:00Z");
        row("both day fields: either", "0 0 13 * fri", "UTC", "2026-11-20T00:00:00Z",
            "2026-11-27T00:00:00Z");
        row("shorthand", "@daily", "UTC", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z");
        row("leap day", "0 0 29 2 *", "UTC", "2026-11-20T00:00:00Z", "2028-02-29T00:00:00Z");
        row("a time in the gap is skipped", "30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z",
            "2026-03-30T00:30:00Z");
        row("an overlap: first", "0 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z",
            "2026-10-25T00:00:00Z");
        row("an overlap: second", "0 2 * * *", "Europe/Berlin", "2026-10-25T00:00:00Z",
            "2026-10-25T01:00:00Z");
    }

    void fires()
    {
        QFETCH(QString, expression);
        QFETCH(QString, zone);
        QFETCH(QString, after);
        QFETCH(QString, next);
        const auto schedule = CronSchedule::parse(expression);
        QVERIFY_RESULT(schedule);
        const auto time = schedule->next(at(after), QTimeZone(zone.toLatin1()));
        QVERIFY(time.has_value());
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC).toString(Qt::ISODate), next);
    }

    void neverComesIsNone()
    {
        QVERIFY(!CronSchedule::parse(u"0 0 31 2 *").value().next(0, QTimeZone::utc()).has_value());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *bad :
             {"", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
              "* * * * 7", "5-1 * * * *", "*/0 * * * *", "a * * * *", "1-2-3 * * * *", "@never"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad);
        }
    }

    void refuses()
    {
        QFETCH(QString, expression);
        QVERIFY_ERROR(CronSchedule::parse(expression), ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestCronSchedule)
#include "tst_cronschedule.moc"
