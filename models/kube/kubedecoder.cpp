// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubedecoder.h"

#include "kube/valuereaders.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::kube {

using namespace Qt::StringLiterals;
using json::Strings;
using json::Value;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

/// Lists of pods are long, and nobody asks who owns a field of one.
template<typename T>
constexpr bool wantsManagedFields = !std::is_same_v<T, Pod>;

void checkKind(Value value, QLatin1String expected)
{
    const QString kind = json::text(value);
    if (kind != expected) {
        throw json::ContentProblem{{},
                                   Text::tr("\"%1\" where %2 was expected").arg(kind, expected)};
    }
}

template<typename T>
constexpr const char *kindName = nullptr;
template<>
constexpr const char *kindName<Deployment> = "Deployment";
template<>
constexpr const char *kindName<StatefulSet> = "StatefulSet";
template<>
constexpr const char *kindName<Scale> = "Scale";
template<>
constexpr const char *kindName<Pod> = "Pod";
template<>
constexpr const char *kindName<HorizontalPodAutoscaler> = "HorizontalPodAutoscaler";
template<>
constexpr const char *kindName<ScaledObject> = "ScaledObject";
template<>
constexpr const char *kindName<CronJob> = "CronJob";
template<>
constexpr const char *kindName<ConfigMap> = "ConfigMap";
template<>
constexpr const char *kindName<ServiceAccount> = "ServiceAccount";
template<>
constexpr const char *kindName<Role> = "Role";
template<>
constexpr const char *kindName<RoleBinding> = "RoleBinding";
template<>
constexpr const char *kindName<Event> = "Event";
template<>
constexpr const char *kindName<DestinationRule> = "DestinationRule";
template<>
constexpr const char *kindName<PrometheusRule> = "PrometheusRule";

template<typename T>
void readObject(Value value, T &to, Strings &strings)
{
    bool hasMeta = false;
    json::eachField(value, [&](Key key, Value field) {
        if (key == "metadata") {
            hasMeta = true;
            readMeta(field, to.meta, strings, wantsManagedFields<T>);
        } else if (key == "kind") {
            checkKind(field, QLatin1String(kindName<T>)); // items of built-in lists have none
        } else if (key != "apiVersion") {
            readField(key, field, to, strings);
        }
    });
    if (!hasMeta) {
        throw json::ContentProblem{{}, Text::tr("the JSON has no metadata")};
    }
}

template<typename T>
void readListMeta(Value value, ListPage<T> &page)
{
    json::eachField(value, [&](Key key, Value field) {
        if (key == "resourceVersion") {
            page.resourceVersion = json::text(field);
        } else if (key == "continue") {
            page.continueToken = json::text(field).toUtf8();
        } else if (key == "remainingItemCount") {
            page.remaining = json::integer(field);
        }
    });
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return json::wrongContent(problem.error == QJsonParseError::NoError
                                      ? Text::tr("it is not a JSON object")
                                      : problem.errorString());
    }
    QJsonObject object = document.object();
    if (!object.value("metadata"_L1).isObject()) {
        return json::wrongContent(Text::tr("the JSON has no metadata"));
    }
    return object;
}

} // namespace

template<typename T>
Result<T> decodeObject(const QByteArray &json)
{
    T object;
    Strings strings;
    const Result<void> done =
        json::readJson(json, [&](Value &value) { readObject(value, object, strings); });
    if (!done.ok()) {
        return done.error();
    }
    return object;
}

template<typename T>
Result<ListPage<T>> decodeList(const QByteArray &json)
{
    ListPage<T> page;
    Strings strings;
    bool hasItems = false;
    const Result<void> done = json::readJson(json, [&](Value &value) {
        json::eachField(value, [&](Key key, Value field) {
            if (key == "metadata") {
                readListMeta(field, page);
            } else if (key == "items") {
                hasItems = true; // null in an empty list of some servers
                json::eachItem(field, [&](Value item) {
                    readObject(item, page.items.emplace_back(), strings);
                });
            }
        });
    });
    if (!done.ok()) {
        return done.error();
    }
    if (!hasItems) {
        return json::wrongContent(Text::tr("the JSON is not a list of the API"));
    }
    return page;
}

template<>
Result<QJsonObject> decodeObject<QJsonObject>(const QByteArray &json)
{
    return parseObject(json);
}

template<>
Result<ListPage<QJsonObject>> decodeList<QJsonObject>(const QByteArray &json)
{
    const Result<QJsonObject> list = parseObject(json);
    if (!list) {
        return list.error();
    }
    if (!list->contains("items"_L1)) {
        return json::wrongContent(Text::tr("the JSON is not a list of the API"));
    }
    ListPage<QJsonObject> page;
    const QJsonObject meta = list->value("metadata"_L1).toObject();
    page.resourceVersion = meta.value("resourceVersion"_L1).toString();
    page.continueToken = meta.value("continue"_L1).toString().toUtf8();
    page.remaining = meta.value("remainingItemCount"_L1).toInteger();
    const QJsonArray items = list->value("items"_L1).toArray();
    for (const QJsonValue item : items) {
        page.items.push_back(item.toObject());
    }
    return page;
}

template Result<Deployment> decodeObject(const QByteArray &);
template Result<StatefulSet> decodeObject(const QByteArray &);
template Result<Scale> decodeObject(const QByteArray &);
template Result<Pod> decodeObject(const QByteArray &);
template Result<HorizontalPodAutoscaler> decodeObject(const QByteArray &);
template Result<ScaledObject> decodeObject(const QByteArray &);
template Result<CronJob> decodeObject(const QByteArray &);
template Result<ConfigMap> decodeObject(const QByteArray &);
template Result<ServiceAccount> decodeObject(const QByteArray &);
template Result<Role> decodeObject(const QByteArray &);
template Result<RoleBinding> decodeObject(const QByteArray &);
template Result<Event> decodeObject(const QByteArray &);
template Result<DestinationRule> decodeObject(const QByteArray &);
template Result<PrometheusRule> decodeObject(const QByteArray &);

template Result<ListPage<Deployment>> decodeList(const QByteArray &);
template Result<ListPage<StatefulSet>> decodeList(const QByteArray &);
template Result<ListPage<Pod>> decodeList(const QByteArray &);
template Result<ListPage<HorizontalPodAutoscaler>> decodeList(const QByteArray &);
template Result<ListPage<ScaledObject>> decodeList(const QByteArray &);
template Result<ListPage<CronJob>> decodeList(const QByteArray &);
template Result<ListPage<ConfigMap>> decodeList(const QByteArray &);
template Result<ListPage<ServiceAccount>> decodeList(const QByteArray &);
template Result<ListPage<Role>> decodeList(const QByteArray &);
template Result<ListPage<RoleBinding>> decodeList(const QByteArray &);
template Result<ListPage<Event>> decodeList(const QByteArray &);
template Result<ListPage<DestinationRule>> decodeList(const QByteArray &);
template Result<ListPage<PrometheusRule>> decodeList(const QByteArray &);

} // namespace spillway::kube
