// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our quantiles against histogram_quantile() of a real Prometheus on the same buckets.
#include "metrics/histogramquantile.h"
#include "support/resultmacros.h"
#include "support/serverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <numeric>
#include <random>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 40;
constexpr int stepSeconds = 15;
const QStringList bounds{u"-1.0"_s, u"0.0"_s, u"0.25"_s, u"1.0"_s, u"2.5"_s, u"+Inf"_s};

/// One histogram of a kind that goes wrong somewhere, a time after the other.
struct Shape
{
    QByteArray name;
    std::vector<std::vector<double>> counts; ///< [step][bucket], cumulative
};

std::vector<Shape> shapes()
{
    std::mt19937 random{17};
    std::uniform_int_distribution<int> some(0, 9);
    Shape usual{"usual", {}};
    Shape sparse{"sparse", {}};
    Shape falling{"falling", {}};
    Shape empty{"empty", {}};
    std::vector<double> total(6, 0);
    for (int step = 0; step < steps; ++step) {
        double cumulative = 0;
        std::vector<double> mostlyEmpty;
        for (double &count : total) {
            cumulative += some(random);
            count += cumulative;
            mostlyEmpty.push_back(some(random) == 0 && mostlyEmpty.empty() ? 1 : 0);
        }
        usual.counts.push_back(total);
        std::partial_sum(mostlyEmpty.begin(), mostlyEmpty.end(), mostlyEmpty.begin());
        sparse.counts.push_back(mostlyEmpty);
        std::vector<double> fallen = total;
        fallen[static_cast<std::size_t>(1 + some(random) % 4)] /= 2;
        falling.counts.push_back(fallen);
        empty.counts.emplace_back(6, 0);
    }
    return {usual, sparse, falling, empty};
}

QByteArray history(const std::vector<Shape> &all, qint64 start)
{
    QByteArray text = "# TYPE h gauge\n";
    for (const Shape &shape : all) {
        for (qsizetype bucket = 0; bucket < bounds.size(); ++bucket) {
            for (int step = 0; step < steps; ++step) {
                text += "h{shape=\"" + shape.name + "\",le=\"" + bounds.at(bucket).toUtf8() +
                        "\"} " +
                        QByteArray::number(shape.counts[static_cast<std::size_t>(step)]
                                                       [static_cast<std::size_t>(bucket)],
                                           'g', 17) +
                        ' ' + QByteArray::number(start + step * stepSeconds) + '\n';
            }
        }
    }
    return text + "# EOF\n";
}

SeriesList seriesOf(const Shape &shape, qint64 start)
{
    SeriesList list;
    for (qsizetype bucket = 0; bucket < bounds.size(); ++bucket) {
        auto series = std::make_shared<Series>();
        series->labels = {{"__name__", "h"},
                          {"shape", shape.name.toStdString()},
                          {"le", bounds.at(bucket).toStdString()}};
        for (int step = 0; step < steps; ++step) {
            series->times.push_back((start + step * stepSeconds) * 1000);
            series->values.push_back(
                shape.counts[static_cast<std::size_t>(step)][static_cast<std::size_t>(bucket)]);
        }
        list.push_back(std::move(series));
    }
    return list;
}

double number(const QString &text)
{
    return text == u"NaN"_s    ? std::nan("")
           : text == u"+Inf"_s ? std::numeric_limits<double>::infinity()
           : text == u"-Inf"_s ? -std::numeric_limits<double>::infinity()
                               : text.toDouble();
}

} // namespace

class TestQuantileServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The hour of an earlier block, so that it is all in the past and none of it deleted.
        m_start = QDateTime::currentSecsSinceEpoch() / 3600 * 3600 - 7200;
        m_shapes = shapes();
        auto server =
            ServerProcess::start(ServerProcess::Kind::Prometheus, history(m_shapes, m_start));
        QVERIFY_RESULT(server);
        m_server = std::move(server).value();
    }

    void equalsPrometheus_data()
    {
        QTest::addColumn<double>("quantile");
        for (const double quantile : {-0.5, 0.0, 0.01, 0.5, 0.9, 0.95, 0.99, 1.0, 1.5}) {
            QTest::newRow(qPrintable(QString::number(quantile))) << quantile;
        }
    }

    void equalsPrometheus()
    {
        QFETCH(double, quantile);
        const auto answer =
            m_server->promtoolQueryRange(u"histogram_quantile(%1, h)"_s.arg(quantile), m_start,
                                         m_start + (steps - 1) * stepSeconds, stepSeconds);
        QVERIFY_RESULT(answer);
        const QJsonArray series = QJsonDocument::fromJson(*answer).array();
        QCOMPARE(series.size(), qsizetype{4});
        for (const QJsonValue &one : series) {
            const QString name = one[u"metric"_s][u"shape"_s].toString();
            const auto shape =
                std::find_if(m_shapes.begin(), m_shapes.end(), [&name](const Shape &candidate) {
                    return candidate.name == name.toUtf8();
                });
            QVERIFY(shape != m_shapes.end());
            const SeriesList ours = quantileSeries(seriesOf(*shape, m_start), quantile);
            QCOMPARE(ours.size(), std::size_t{1});
            compare(*ours.front(), one[u"values"_s].toArray(), name);
        }
    }

private:
    static void compare(const Series &ours, const QJsonArray &theirs, const QString &name)
    {
        QCOMPARE(static_cast<qsizetype>(ours.size()), theirs.size());
        for (qsizetype i = 0; i < theirs.size(); ++i) {
            const double expected = number(theirs[i][1].toString());
            const double actual = ours.values[static_cast<std::size_t>(i)];
            const bool same = actual == expected || (std::isnan(actual) && std::isnan(expected)) ||
                              std::abs(actual - expected) <= 1e-12 * std::abs(expected);
            QVERIFY2(same, qPrintable(u"%1 at %2: %3, Prometheus says %4"_s.arg(name)
                                          .arg(i)
                                          .arg(actual, 0, 'g', 17)
                                          .arg(expected, 0, 'g', 17)));
        }
    }

    std::unique_ptr<ServerProcess> m_server;
    std::vector<Shape> m_shapes;
    qint64 m_start = 0;
};

QTEST_GUILESS_MAIN(TestQuantileServer)
#include "tst_quantileserver.moc"
