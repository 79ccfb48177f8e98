// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people type: durations, quantities, times and time ranges, cron. Whatever is taken is
// printed and read back as the same thing; whatever is not is explained.
#include "core/duration.h"
#include "core/quantity.h"
#include "fuzz/mutator.h"
#include "metrics/timeselection.h"
#include "prometheus/samplescanner.h"
#include "scaling/cronschedule.h"

#include <QTest>

#include <charconv>
#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 8000;
constexpr EpochMs now = 1'795'000'000'123;

QByteArrayList words()
{
    return {
        "-",  "+", "/",   "..",  " to ", "now", "d",  "ms", "999999999999", "0",
        ".5", "e", "e99", "Ki",  "\t",   " ",   "\0", "%1", "\xe2\x80\x93", "\xc2\xa0",
        "T",  "Z", ":",   "NaN", "0x",   ",",   "*",  "?",  "\xd9\xa3",     "9223372036854775807"};
}

template<typename T>
bool explained(const Result<T> &result)
{
    return result.ok() || (result.error().code == ErrorCode::InvalidInput &&
                           !result.error().what.isEmpty() && !result.error().why.isEmpty());
}

} // namespace

class TestFuzzText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations()
    {
        Mutator mutator({"5m", "1h30m", "250ms", "2w", "1y2w3d4h5m6s7ms", "0"}, words(), 6);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto duration = parseDuration(QString::fromUtf8(bytes));
            QVERIFY2(explained(duration), bytes.constData());
            if (duration.ok()) {
                QVERIFY2(*duration >= 0ms, bytes.constData());
                const auto again = parseDuration(formatDuration(*duration));
                QVERIFY2(again.ok() && *again == *duration, bytes.constData());
                QVERIFY(!humanDuration(*duration).isEmpty());
            }
        }
    }

    void quantities()
    {
        Mutator mutator({"500m", "1.5Gi", "2e3", "-7", "100u", "9E", "+.5k"}, words(), 7);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const QString text = QString::fromUtf8(bytes);
            const auto quantity = parseQuantity(text);
            QVERIFY2(explained(quantity), bytes.constData());
            if (!quantity.ok()) {
                continue;
            }
            // No blanks, no digits of other scripts: Kubernetes would refuse them.
            for (const QChar c : text) {
                QVERIFY2(c.unicode() > u' ' && c.unicode() < 0x7f, bytes.constData());
            }
            const double milli = static_cast<double>(quantity->milli);
            const double micro = static_cast<double>(quantity->micro);
            if (std::abs(milli) < 1e15) {
                QVERIFY2(std::abs(milli * 1000 - micro) <= 1000, bytes.constData());
            }
        }
    }

    void times()
    {
        const QTimeZone zone("Europe/Berlin");
        Mutator mutator({"now", "now-6h", "now-1d/d", "now/w", "2026-11-22 09:00", "2026-11-22",
                         "2026-11-22T09:00:00Z", "1795000000", "1795000000123",
                         "2026-11-22T09:00:00.5+08:00"},
                        words(), 8);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto point = parseTimePoint(QString::fromUtf8(bytes), zone);
            QVERIFY2(explained(point), bytes.constData());
            if (point.ok()) {
                const auto again = parseTimePoint(point->toString(), zone);
                QVERIFY2(again.ok() && *again == *point,
                         qPrintable(QString::fromUtf8(bytes) + u" -> "_s + point->toString()));
                (void)point->resolve(now, zone);
            }
        }
    }

    void timeRanges()
    {
        const QTimeZone zone("America/New_York");
        Mutator mutator({"now-6h", "6h", "now-2d to now-1d", "now-1d/d to now/d",
                         "2026-11-22 09:00 to 2026-11-22 12:00",
                         "2026-11-22T09:00:00Z/2026-11-22T12:00:00Z", "now-7d .. now-6d"},
                        words(), 9);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto selection = parseTimeSelection(QString::fromUtf8(bytes), zone);
            QVERIFY2(explained(selection), bytes.constData());
            if (!selection.ok()) {
                continue;
            }
            const auto again = parseTimeSelection(selection->toString(), zone);
            QVERIFY2(again.ok() && *again == *selection,
                     qPrintable(QString::fromUtf8(bytes) + u" -> "_s + selection->toString()));
            QVERIFY2(selection->resolve(now, zone).isValid(), bytes.constData());
            QVERIFY2(!selection->title(zone, QLocale(u"de_DE"_s)).isEmpty(), bytes.constData());
            for (const double part : {-0.5, 0.5}) {
                QVERIFY2(selection->panned(part, now, zone).resolve(now, zone).isValid(),
                         bytes.constData());
            }
            for (const double factor : {0.01, 2.0, 1e9}) {
                QVERIFY2(selection->zoomed(factor, now, zone).resolve(now, zone).isValid(),
                         bytes.constData());
            }
        }
    }

    void cron()
    {
        Mutator mutator(
            {"0 9 * * 1-5", "*/5 * * * *", "0 0 1 jan,feb mon", "@hourly", "5-59/10 1,2 ? 1-12 0"},
            words(), 10);
        int taken = 0;
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto schedule = CronSchedule::parse(QString::fromUtf8(bytes));
            QVERIFY2(explained(schedule), bytes.constData());
            if (schedule.ok() && ++taken % 20 == 0) {
                const auto next = schedule->next(now, QTimeZone::utc());
                QVERIFY2(!next || (*next > now && *next % 60'000 == 0), bytes.constData());
            }
        }
        QVERIFY(taken > 0);
    }

    /// Sample values against the C library's reader.
    void sampleValues()
    {
        Mutator mutator({"1", "-17.25", "2.5e-7", "1e308", "NaN", "+Inf", "-Inf", "0.1",
                         "123456789", "4.9e-324", "17976931348623157e292"},
                        words(), 11);
        for (int i = 0; i < rounds; ++i) {
            const QByteArray bytes = mutator.next();
            const auto value =
                parseSampleValue({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            double expected = 0;
            const char *begin = bytes.constData() + (bytes.startsWith('+') ? 1 : 0);
            const char *end = bytes.constData() + bytes.size();
            const auto [stop, error] = std::from_chars(begin, end, expected);
            const bool number = stop == end && error == std::errc{} && !bytes.startsWith("+-");
            if (value && number && std::isfinite(expected)) {
                QVERIFY2(*value == expected, bytes.constData());
            }
            if (value && std::isfinite(*value)) {
                QVERIFY2(number || error == std::errc::result_out_of_range, bytes.constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFuzzText)
#include "tst_fuzztext.moc"
