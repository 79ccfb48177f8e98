// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stallserver.h"

#include "support/faultserver.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int seriesPerAnswer = 8;

QByteArray json(const QByteArray &data)
{
    return FaultServer::response("200 OK", R"({"status":"success","data":)" + data + '}',
                                 "Content-Type: application/json\r\n");
}

QByteArray labels(int series)
{
    const QByteArray number = QByteArray::number(series);
    return R"({"job":"rag-worker","code":"200","series":")" + number + R"(","pod":"rag-worker-)" +
           number + R"("})";
}

/// A matrix of `series` series from `from` to `to` in seconds; long numbers, as rates have.
QByteArray matrix(int series, double from, double to, double step)
{
    QByteArray text = R"({"resultType":"matrix","result":[)";
    for (int one = 0; one < series; ++one) {
        text += (one > 0 ? QByteArray(",") : QByteArray()) + R"({"metric":)" + labels(one) +
                R"(,"values":[)";
        bool first = true;
        for (double time = from; time <= to; time += step) {
            const double value =
                100 * (1.5 + std::sin(time / 600 + one)) + std::fmod(time * 12.9898, 7);
            text += (first ? "[" : ",[") + QByteArray::number(time, 'f', 0) + ",\"" +
                    QByteArray::number(value, 'g', 17) + "\"]";
            first = false;
        }
        text += "]}";
    }
    return text + "]}";
}

QByteArray vector(int series, double time)
{
    QByteArray text = R"({"resultType":"vector","result":[)";
    for (int one = 0; one < series; ++one) {
        text += (one > 0 ? QByteArray(",") : QByteArray()) + R"({"metric":)" + labels(one) +
                R"(,"value":[)" + QByteArray::number(time, 'f', 0) + ",\"" +
                QByteArray::number(one * 1.37 + std::fmod(time, 11), 'g', 17) + "\"]}";
    }
    return text + "]}";
}

QByteArray targets()
{
    return R"({"activeTargets":[{"labels":{"job":"rag-worker"},"scrapePool":"rag-worker",)"
           R"("scrapeInterval":"5s","health":"up"}],"droppedTargets":[]})";
}

void drip(QTcpSocket &socket, const QByteArray &text)
{
    constexpr int pause = 50;
    constexpr int most = 400;
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, text, at = 0]() mutable {
        if (at < most) {
            socket.write(text.mid(at++, 1));
        }
    });
    timer->start(pause);
}

} // namespace

StallServer::StallServer()
{
    // Made on its thread: its sockets stay where they were made.
    auto *maker = new QObject;
    maker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        maker,
        [this, maker] {
            m_server = new FaultServer(
                [this](QTcpSocket &socket, const QByteArray &request) { handle(socket, request); });
            m_url = m_server->url(QString());
            maker->deleteLater();
        },
        Qt::BlockingQueuedConnection);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
}

StallServer::~StallServer()
{
    m_thread.quit();
    m_thread.wait(60'000);
}

void StallServer::handle(QTcpSocket &socket, const QByteArray &request)
{
    const QByteArray path = request.split(' ').value(1).split('?').first();
    if (path == "/api/v1/query" || path == "/api/v1/query_range") {
        ++m_queries;
        answerQuery(socket, request.mid(request.indexOf("\r\n\r\n") + 4));
    } else if (path == "/api/v1/status/buildinfo") {
        socket.write(json(R"({"version":"2.42.0","revision":"x","goVersion":"go1.19"})"));
    } else if (path == "/api/v1/targets") {
        socket.write(json(targets()));
    } else if (path.endsWith("/values")) {
        socket.write(json(R"(["http_requests_total","llm_token_usage","rag-worker"])"));
    } else if (path == "/api/v1/metadata") {
        socket.write(json("{}"));
    } else {
        socket.write(FaultServer::response("404 Not Found", "no such path"));
    }
}

void StallServer::answerQuery(QTcpSocket &socket, const QByteArray &form)
{
    const QUrlQuery query(QString::fromUtf8(form));
    const auto number = [&query](const QString &name) {
        return query.queryItemValue(name).toDouble();
    };
    const double from = number(u"start"_s);
    const double to = number(u"end"_s);
    const double step = std::max(1.0, number(u"step"_s));
    // The points asked for, or that many in all from the same range.
    const auto range = [&](int series, int samples) {
        return json(matrix(series, from, to, (to - from) * series / samples));
    };
    const QByteArray good = query.hasQueryItem(u"start"_s)
                                ? json(matrix(seriesPerAnswer, from, to, step))
                                : json(vector(seriesPerAnswer, number(u"time"_s)));
    switch (m_mode.load()) {
    case Mode::Good:
        socket.write(good);
        break;
    case Mode::Million:
        socket.write(range(seriesPerAnswer, 1'000'000));
        break;
    case Mode::Huge:
        socket.write(range(seriesPerAnswer, 3'300'000));
        break;
    case Mode::ManySeries:
        socket.write(json(matrix(20'000, to, to, 1)));
        break;
    case Mode::Slow:
        drip(socket, good);
        break;
    case Mode::Cut:
        socket.write(good.first(good.size() / 2));
        socket.disconnectFromHost();
        break;
    case Mode::Html:
        socket.write(FaultServer::response("200 OK", "<html><body>Log in</body></html>",
                                           "Content-Type: text/html\r\n"));
        break;
    case Mode::Refused:
        socket.write(FaultServer::response("503 Service Unavailable", "later"));
        break;
    }
}

} // namespace spillway
