// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cron against brute force: the C library's clock is read for every minute of a year, and a second
// reader of the five fields, which knows only sets, says whether it fires.
#include "scaling/cronschedule.h"
#include "support/resultmacros.h"

#include <QDateTime>
#include <QTest>

#include <array>
#include <ctime>
#include <random>
#include <set>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

struct Fields
{
    QStringList text;
    std::array<std::set<int>, 5> allowed;
    bool anyMonthDay = false;
    bool anyWeekDay = false;
};

/// One field of a random expression, and the numbers it means.
std::pair<QString, std::set<int>> randomField(std::minstd_rand &random, int least, int most,
                                              bool *star)
{
    const auto between = [&random](int low, int high) {
        return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    };
    std::set<int> numbers;
    const auto fill = [&numbers](int from, int to, int step) {
        for (int value = from; value <= to; value += step) {
            numbers.insert(value);
        }
    };
    const int first = between(least, most);
    const int last = between(first, most);
    const int step = between(2, 7);
    switch (between(0, 5)) {
    case 0:
        fill(least, most, 1);
        *star = true;
        return {u"*"_s, numbers};
    case 1: // a step takes the star's special meaning for days away
        fill(least, most, step);
        return {u"*/%1"_s.arg(step), numbers};
    case 2:
        fill(first, last, 1);
        return {u"%1-%2"_s.arg(first).arg(last), numbers};
    case 3:
        fill(first, last, step);
        return {u"%1-%2/%3"_s.arg(first).arg(last).arg(step), numbers};
    case 4:
        fill(first, most, step);
        return {u"%1/%2"_s.arg(first).arg(step), numbers};
    default:
        numbers = {first, last};
        return {u"%1,%2"_s.arg(first).arg(last), numbers};
    }
}

Fields randomFields(std::minstd_rand &random)
{
    static constexpr std::array limits{std::pair{0, 59}, std::pair{0, 23}, std::pair{1, 31},
                                       std::pair{1, 12}, std::pair{0, 6}};
    Fields fields;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        bool star = false;
        const auto field = randomField(random, limits.at(i).first, limits.at(i).second, &star);
        fields.text << field.first;
        fields.allowed.at(i) = field.second;
        fields.anyMonthDay = i == 2 ? star : fields.anyMonthDay;
        fields.anyWeekDay = i == 4 ? star : fields.anyWeekDay;
    }
    return fields;
}

bool fires(const Fields &fields, const std::tm &local)
{
    const bool monthDay = fields.allowed[2].contains(local.tm_mday);
    const bool weekDay = fields.allowed[4].contains(local.tm_wday);
    const bool day =
        fields.anyMonthDay || fields.anyWeekDay ? monthDay && weekDay : monthDay || weekDay;
    return fields.allowed[0].contains(local.tm_min) && fields.allowed[1].contains(local.tm_hour) &&
           fields.allowed[3].contains(local.tm_mon + 1) && day;
}

QString iso(EpochMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

class TestCronBruteForce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        qputenv("TZ", "UTC");
        tzset();
    }

    void everyMinuteOfAYear_data()
    {
        QTest::addColumn<int>("seed");
        int seed = 1;
        for (const char *zone : {"UTC", "Asia/Shanghai", "Europe/Berlin", "America/New_York",
                                 "Australia/Lord_Howe", "America/Havana", "Asia/Beirut",
                                 "Africa/Casablanca", "Pacific/Chatham", "America/St_Johns"}) {
            QTest::newRow(zone) << seed++;
        }
    }

    void everyMinuteOfAYear()
    {
        QFETCH(int, seed);
        const QByteArray zone = QTest::currentDataTag();
        qputenv("TZ", zone);
        tzset();
        const qint64 first =
            QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).toMSecsSinceEpoch() / minuteMs;
        constexpr qint64 minutes = 366 * 24 * 60;
        std::vector<std::tm> clock(minutes);
        for (qint64 i = 0; i < minutes; ++i) {
            const std::time_t seconds = (first + i) * 60;
            localtime_r(&seconds, &clock[static_cast<std::size_t>(i)]);
        }
        std::minstd_rand random(static_cast<unsigned>(seed));
        for (int round = 0; round < 4; ++round) {
            compare(randomFields(random), clock, first, QTimeZone(zone));
        }
    }

    void whitespaceAndNamesAreAsInGo_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::newRow("tabs and runs of blanks") << u"\t0  9\t* * 1-5 "_s << u"0 9 * * 1-5"_s;
        QTest::newRow("names in any case") << u"0 9 * JAN-mar Mon-FRI"_s << u"0 9 * 1-3 1-5"_s;
        QTest::newRow("question mark") << u"0 9 ? * 3"_s << u"0 9 * * 3"_s;
        QTest::newRow("@midnight") << u"@midnight"_s << u"0 0 * * *"_s;
        QTest::newRow("@annually") << u"@annually"_s << u"@yearly"_s;
        QTest::newRow("@weekly is Sunday") << u"@weekly"_s << u"0 0 * * sun"_s;
        QTest::newRow("a step of one is a star") << u"0 0 */1 * 2"_s << u"0 0 * * 2"_s;
        QTest::newRow("empty parts of a list do not count")
            << u"0,,30 * * * *"_s << u"0,30 * * * *"_s;
    }

    void whitespaceAndNamesAreAsInGo()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const auto one = CronSchedule::parse(left);
        const auto other = CronSchedule::parse(right);
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(other);
        EpochMs time = QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC).toMSecsSinceEpoch();
        for (int i = 0; i < 20; ++i) {
            const auto next = one->next(time, QTimeZone::utc());
            QCOMPARE(next.has_value(), other->next(time, QTimeZone::utc()).has_value());
            if (!next) {
                break;
            }
            QCOMPARE(iso(*next), iso(*other->next(time, QTimeZone::utc())));
            QVERIFY(*next > time);
            time = *next;
        }
    }

private:
    static void compare(const Fields &fields, const std::vector<std::tm> &clock, qint64 first,
                        const QTimeZone &zone)
    {
        const QString text = fields.text.join(u' ');
        const auto schedule = CronSchedule::parse(text);
        QVERIFY_RESULT(schedule);
        EpochMs after = first * minuteMs - 1;
        std::size_t at = 0;
        for (int i = 0; i < 400; ++i) {
            while (at < clock.size() && !fires(fields, clock[at])) {
                ++at;
            }
            if (at >= clock.size()) {
                return;
            }
            const EpochMs expected = (first + static_cast<qint64>(at)) * minuteMs;
            const auto next = schedule->next(after, zone);
            QVERIFY2(next == expected,
                     qPrintable(u"%1 after %2: %3 expected, %4 found"_s.arg(
                         text, iso(after), iso(expected), next ? iso(*next) : u"none"_s)));
            // Dense expressions fire each minute: go on a third of a day now and then.
            const std::size_t jump = i % 4 == 3 ? 8 * 60 + 1 : 0;
            after = expected + static_cast<qint64>(jump) * minuteMs;
            at += jump + 1;
        }
    }
};

QTEST_GUILESS_MAIN(TestCronBruteForce)
#include "tst_cronbruteforce.moc"
