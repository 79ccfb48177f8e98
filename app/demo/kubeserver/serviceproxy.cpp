// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/serviceproxy.h"

#include "kubeserver/tlslistener.h"

#include <QJsonArray>

#include <variant>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr time_t proxyTimeoutSeconds = 60;

/// "http:prometheus:9090", "prometheus:http", "prometheus".
struct ServiceName
{
    QString name;
    QString port;
};

std::optional<ServiceName> parseName(const QString &text)
{
    const QStringList parts = text.split(u':');
    switch (parts.size()) {
    case 1:
        return ServiceName{parts.at(0), {}};
    case 2:
        return ServiceName{parts.at(0), parts.at(1)};
    case 3:
        if (parts.at(0).isEmpty() || parts.at(0) == "http"_L1 || parts.at(0) == "https"_L1) {
            return ServiceName{parts.at(1), parts.at(2)};
        }
        break;
    default:
        break;
    }
    return std::nullopt;
}

/// The name, which may be empty, of the port that is meant by name or number; nullopt: none.
std::optional<QString> portName(const QJsonObject &service, const QString &port)
{
    const QJsonArray ports = service["spec"_L1]["ports"_L1].toArray();
    if (port.isEmpty()) {
        return ports.size() == 1 ? std::optional(ports.at(0)["name"_L1].toString()) : std::nullopt;
    }
    for (const QJsonValue each : ports) {
        const QString name = each["name"_L1].toString();
        if (name == port || QString::number(each["port"_L1].toInteger()) == port) {
            return name;
        }
    }
    return std::nullopt;
}

/// A port of this machine behind an Endpoints object; 0 if there is none.
quint16 endpointPort(const QJsonObject &endpoints, const QString &name)
{
    for (const QJsonValue subset : endpoints["subsets"_L1].toArray()) {
        for (const QJsonValue address : subset["addresses"_L1].toArray()) {
            if (!address["ip"_L1].toString().startsWith("127."_L1)) {
                continue;
            }
            const QJsonArray ports = subset["ports"_L1].toArray();
            for (const QJsonValue port : ports) {
                if (ports.size() == 1 || port["name"_L1].toString() == name) {
                    return quint16(port["port"_L1].toInt());
                }
            }
        }
    }
    return 0;
}

std::variant<quint16, ApiAnswer> targetOf(const ServerState &state, const ApiRequest &request,
                                          const ServiceName &wanted)
{
    const QString key = ObjectStore::keyOf(request.nameSpace, wanted.name);
    if (const quint16 port = state.services.find(key); port != 0) {
        return port;
    }
    const ApiAnswer missing =
        ApiAnswer::refusal(notFound({{}, u"services"_s, u"Service"_s}, wanted.name));
    const auto service = state.store.get(storageKeyOf({}, u"services"_s), key);
    if (!service) {
        return missing;
    }
    const std::optional<QString> named = portName(*service, wanted.port);
    if (!named) {
        return ApiAnswer::refusal(serviceUnavailable(
            u"no service port %1 found for service \"%2\""_s.arg(wanted.port, wanted.name)));
    }
    const auto endpoints = state.store.get(storageKeyOf({}, u"endpoints"_s), key);
    if (!endpoints) {
        return missing;
    }
    const quint16 port = endpointPort(*endpoints, *named);
    if (port == 0) {
        return ApiAnswer::refusal(
            serviceUnavailable(u"no endpoints available for service \"%1\""_s.arg(wanted.name)));
    }
    return port;
}

ApiAnswer passOn(const ApiRequest &request, quint16 port)
{
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(proxyTimeoutSeconds);
    httplib::Request out;
    out.method = request.method.toStdString();
    const qsizetype mark = request.target.indexOf('?');
    out.path = request.rest.toStdString();
    if (mark >= 0) {
        out.path += request.target.mid(mark).toStdString();
    }
    out.body = request.body.toStdString();
    for (const char *name : {"accept", "content-type", "user-agent"}) {
        if (const QByteArray value = request.header(name); !value.isEmpty()) {
            out.set_header(name, value.toStdString());
        }
    }
    const httplib::Result result = client.send(out);
    if (!result) {
        return ApiAnswer::refusal(serviceUnavailable(
            u"error trying to reach service: dial tcp 127.0.0.1:%1: connect: connection refused"_s
                .arg(port)));
    }
    ApiAnswer answer;
    answer.status = result->status;
    answer.rawType = QByteArray::fromStdString(result->get_header_value("Content-Type"));
    if (answer.rawType.isEmpty()) {
        answer.rawType = "application/octet-stream";
    }
    answer.raw = QByteArray::fromStdString(result->body);
    return answer;
}

} // namespace

ApiAnswer answerServiceProxy(const ServerState &state, const ApiRequest &request)
{
    const auto wanted = parseName(request.name);
    if (!wanted) {
        return ApiAnswer::refusal(
            badRequest(u"invalid service request \"%1\""_s.arg(request.name)));
    }
    const auto target = targetOf(state, request, *wanted);
    if (const auto *refusal = std::get_if<ApiAnswer>(&target)) {
        return *refusal;
    }
    if (request.rest.isEmpty()) {
        ApiAnswer moved;
        moved.status = 301;
        moved.rawType = "text/plain";
        moved.headers = {{"Location", request.path.toUtf8() + '/'}};
        return moved;
    }
    return passOn(request, std::get<quint16>(target));
}

} // namespace spillway::demo
