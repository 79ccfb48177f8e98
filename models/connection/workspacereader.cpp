// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"
#include "connection/workspacefields.h"
#include "connection/yamlreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

class WorkspaceReader
{
public:
    explicit WorkspaceReader(const QString &file)
        : m_yaml(file)
    {}

    WorkspaceReading read(const QByteArray &bytes);

private:
    void header();
    void prometheus();
    void address(const YAML::Node &node);
    void auth(const YAML::Node &parent);
    void secretRef(const YAML::Node &node);
    void headers(const YAML::Node &parent);
    void proxy(const YAML::Node &node);
    void kube();
    void components();
    void metrics();
    void money();
    void zone();
    void refuseSecret(const YAML::Node &node, const QString &path, const char *key);

    YamlReader m_yaml;
    YAML::Node m_root;
    Workspace m_value;
};

WorkspaceReading WorkspaceReader::read(const QByteArray &bytes)
{
    const auto root = m_yaml.parse(bytes);
    if (!root) {
        return {m_value, m_yaml.problems(), {}};
    }
    m_root.reset(*root);
    header();
    m_value.name = m_yaml.text(m_root, {}, "name");
    m_value.isProtected = m_yaml.flag(m_root, {}, "protected", false);
    m_value.namespaces = m_yaml.texts(m_root, {}, "namespaces");
    zone();
    prometheus();
    kube();
    components();
    metrics();
    money();
    return {m_value, m_yaml.problems(), {}};
}

void WorkspaceReader::header()
{
    QStringList known;
    for (const char *key : workspaceKeys) {
        known.append(QString::fromUtf8(key));
    }
    m_yaml.checkKeys(m_root, {}, known);
    const QString version = m_yaml.text(m_root, {}, "apiVersion");
    if (version != QLatin1String(workspaceApiVersion)) {
        const YAML::Node at = m_root["apiVersion"];
        m_yaml.problem(at.IsDefined() ? at : m_root, u"apiVersion"_s,
                       Text::tr("%1 was expected").arg(QLatin1String(workspaceApiVersion)),
                       version.isEmpty() ? QString()
                                         : Text::tr("A newer Spillway may understand this file."),
                       ErrorCode::UnsupportedVersion);
    }
    if (m_yaml.text(m_root, {}, "kind") != QLatin1String(workspaceKind)) {
        const YAML::Node at = m_root["kind"];
        m_yaml.problem(at.IsDefined() ? at : m_root, u"kind"_s,
                       Text::tr("%1 was expected").arg(QLatin1String(workspaceKind)));
    }
    if (m_yaml.text(m_root, {}, "name").trimmed().isEmpty()) {
        m_yaml.problem(m_root, u"name"_s, Text::tr("a name is missing"));
    }
}

void WorkspaceReader::zone()
{
    const QString zone = m_yaml.text(m_root, {}, "timezone");
    if (!zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())) {
        m_yaml.problem(m_root["timezone"], u"timezone"_s, Text::tr("there is no such time zone"),
                       Text::tr("Use an IANA name such as Asia/Shanghai."));
        return;
    }
    m_value.timezone = zone;
}

void WorkspaceReader::prometheus()
{
    const auto node = m_yaml.map(m_root, {}, "prometheus");
    const QString path = u"prometheus"_s;
    if (!node) {
        if (!m_root["prometheus"].IsDefined() || m_root["prometheus"].IsNull()) {
            m_yaml.problem(m_root, path, Text::tr("the address of a Prometheus is missing"));
        }
        return;
    }
    m_yaml.checkKeys(*node, path,
                     {u"url"_s, u"auth"_s, u"headers"_s, u"ca"_s, u"proxy"_s, u"timeout"_s});
    WorkspacePrometheus &value = m_value.prometheus;
    address(*node);
    auth(*node);
    headers(*node);
    proxy(*node);
    value.ca = m_yaml.text(*node, path, "ca");
    value.timeout = m_yaml.duration(*node, path, "timeout", value.timeout);
}

void WorkspaceReader::address(const YAML::Node &node)
{
    const QString path = u"prometheus.url"_s;
    const QString text = m_yaml.text(node, u"prometheus"_s, "url");
    const YAML::Node at = node["url"].IsDefined() ? node["url"] : node;
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty()) {
        m_yaml.problem(at, path, Text::tr("an address such as http://host:9090 was expected"));
        return;
    }
    if (!url.userInfo().isEmpty()) {
        m_yaml.problem(at, path, Text::tr("a password does not belong into a file"),
                       Text::tr("Use auth with passwordFrom."));
    }
    m_value.prometheus.url = url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

void WorkspaceReader::refuseSecret(const YAML::Node &node, const QString &path, const char *key)
{
    if (const YAML::Node secret = node[key]; secret.IsDefined()) {
        m_yaml.problem(secret, YamlReader::join(path, QString::fromUtf8(key)),
                       Text::tr("a password or token does not belong into a file"),
                       Text::tr("Use passwordFrom with keychain, env:NAME or file:PATH."));
    }
}

void WorkspaceReader::auth(const YAML::Node &parent)
{
    const auto node = m_yaml.map(parent, u"prometheus"_s, "auth");
    if (!node) {
        return;
    }
    const QString path = u"prometheus.auth"_s;
    // The secrets are known keys here only so that they get a better answer than "not known".
    m_yaml.checkKeys(*node, path,
                     {u"kind"_s, u"user"_s, u"passwordFrom"_s, u"tokenFile"_s, u"certificate"_s,
                      u"key"_s, u"password"_s, u"token"_s});
    refuseSecret(*node, path, "password");
    refuseSecret(*node, path, "token");
    WorkspaceAuth &value = m_value.prometheus.auth;
    const QString kind = m_yaml.text(*node, path, "kind", u"none"_s);
    const auto *const found =
        std::find_if(authKindNames.begin(), authKindNames.end(),
                     [&kind](const auto &one) { return kind == QLatin1String(one.second); });
    if (found == authKindNames.end()) {
        m_yaml.problem((*node)["kind"], path + u".kind"_s,
                       Text::tr("none, basic, bearer, token-file or client-certificate was "
                                "expected"));
        return;
    }
    value.kind = found->first;
    value.user = m_yaml.text(*node, path, "user");
    value.tokenFile = m_yaml.text(*node, path, "tokenFile");
    value.certificate = m_yaml.text(*node, path, "certificate");
    value.key = m_yaml.text(*node, path, "key");
    secretRef(*node);
    const auto need = [&](AuthKind which, const QString &text, const char *key) {
        if (value.kind == which && text.isEmpty()) {
            m_yaml.problem(*node, YamlReader::join(path, QString::fromUtf8(key)),
                           Text::tr("this is missing for auth of kind %1").arg(kind));
        }
    };
    need(AuthKind::Basic, value.user, "user");
    need(AuthKind::TokenFile, value.tokenFile, "tokenFile");
    need(AuthKind::ClientCertificate, value.certificate, "certificate");
    need(AuthKind::ClientCertificate, value.key, "key");
}

void WorkspaceReader::secretRef(const YAML::Node &node)
{
    const QString path = u"prometheus.auth"_s;
    const QString text = m_yaml.text(node, path, "passwordFrom", u"keychain"_s);
    if (const auto ref = SecretRef::fromString(text)) {
        m_value.prometheus.auth.secret = *ref;
        return;
    }
    m_yaml.problem(node["passwordFrom"], path + u".passwordFrom"_s,
                   Text::tr("keychain, env:NAME or file:PATH was expected"));
}

void WorkspaceReader::headers(const YAML::Node &parent)
{
    const QString path = u"prometheus.headers"_s;
    const auto node = m_yaml.map(parent, u"prometheus"_s, "headers");
    if (!node) {
        return;
    }
    m_yaml.checkKeys(*node, path, {});
    for (const auto &entry : *node) {
        if (!entry.first.IsScalar() || !entry.second.IsScalar()) {
            m_yaml.problem(entry.second, path, Text::tr("a single value was expected"));
            continue;
        }
        const QString name = QString::fromStdString(entry.first.Scalar());
        const QString value = QString::fromStdString(entry.second.Scalar());
        const bool isSecret = name.compare("Authorization"_L1, Qt::CaseInsensitive) == 0 ||
                              name.compare("Proxy-Authorization"_L1, Qt::CaseInsensitive) == 0;
        if (isSecret) {
            m_yaml.problem(entry.first, YamlReader::join(path, name),
                           Text::tr("a password or token does not belong into a file"),
                           Text::tr("Use auth with passwordFrom."));
        } else if (name.contains(u':') || name.contains(u'\n') || value.contains(u'\n') ||
                   value.contains(u'\r')) {
            m_yaml.problem(entry.first, path, Text::tr("this cannot be a header"));
        } else {
            m_value.prometheus.headers.insert(name, value);
        }
    }
}

void WorkspaceReader::proxy(const YAML::Node &node)
{
    const QString path = u"prometheus.proxy"_s;
    const QString text = m_yaml.text(node, u"prometheus"_s, "proxy");
    if (text.isEmpty() || text == "none"_L1) {
        m_value.prometheus.proxy = text;
        return;
    }
    const QUrl url(text, QUrl::StrictMode);
    static const QSet<QString> schemes{u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s};
    if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty()) {
        m_yaml.problem(node["proxy"], path,
                       Text::tr("none or an address such as http://host:3128 or "
                                "socks5://host:1080 was expected"));
        return;
    }
    if (!url.userInfo().isEmpty()) {
        m_yaml.problem(node["proxy"], path, Text::tr("a password does not belong into a file"),
                       Text::tr("Put it into the environment variable https_proxy."));
    }
    m_value.prometheus.proxy = url.adjusted(QUrl::RemoveUserInfo).toString();
}

void WorkspaceReader::kube()
{
    if (const auto node = m_yaml.map(m_root, {}, "kube")) {
        m_yaml.checkKeys(*node, u"kube"_s, {u"config"_s, u"context"_s});
        m_value.kube.config = m_yaml.text(*node, u"kube"_s, "config");
        m_value.kube.context = m_yaml.text(*node, u"kube"_s, "context");
    }
}

void WorkspaceReader::components()
{
    const auto items = m_yaml.list(m_root, {}, "components");
    if (!items) {
        if (!m_root["components"].IsDefined()) {
            m_value.components = defaultComponents();
        }
        return;
    }
    QSet<QString> names;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const YAML::Node node = (*items)[i];
        const QString path = u"components[%1]"_s.arg(i);
        if (!node.IsMap()) {
            m_yaml.problem(node, path, Text::tr("a map of keys and values was expected"));
            continue;
        }
        m_yaml.checkKeys(
            node, path,
            {u"name"_s, u"title"_s, u"kind"_s, u"workload"_s, u"jobs"_s, u"namespace"_s});
        WorkspaceComponent one;
        one.name = m_yaml.text(node, path, "name");
        if (one.name.isEmpty() || names.contains(one.name)) {
            m_yaml.problem(node, path + u".name"_s,
                           one.name.isEmpty() ? Text::tr("a name is missing")
                                              : Text::tr("another component has this name"));
            continue;
        }
        names.insert(one.name);
        one.title = m_yaml.text(node, path, "title");
        one.kind = m_yaml.text(node, path, "kind", one.kind);
        one.workload = m_yaml.text(node, path, "workload", one.name);
        one.jobs = m_yaml.texts(node, path, "jobs");
        one.ns = m_yaml.text(node, path, "namespace");
        if (one.jobs.isEmpty()) {
            one.jobs = {one.name};
        }
        m_value.components.push_back(std::move(one));
    }
}

void WorkspaceReader::metrics()
{
    const auto node = m_yaml.map(m_root, {}, "metrics");
    if (!node) {
        return;
    }
    m_yaml.checkKeys(*node, u"metrics"_s, {});
    for (const auto &entry : *node) {
        if (entry.first.IsScalar() && entry.second.IsScalar() && !entry.second.Scalar().empty()) {
            m_value.metrics.insert(QString::fromStdString(entry.first.Scalar()),
                                   QString::fromStdString(entry.second.Scalar()));
        } else {
            m_yaml.problem(entry.second, u"metrics"_s,
                           Text::tr("the name of a metric was expected"));
        }
    }
}

void WorkspaceReader::money()
{
    if (const auto node = m_yaml.map(m_root, {}, "prices")) {
        const QString path = u"prices"_s;
        m_yaml.checkKeys(*node, path,
                         {u"currency"_s, u"cpuCoreHour"_s, u"memoryGibHour"_s, u"table"_s});
        WorkspacePrices &prices = m_value.prices;
        const QString currency = m_yaml.text(*node, path, "currency", prices.currency);
        const bool isCode =
            currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                [](QChar c) { return c >= u'A' && c <= u'Z'; });
        if (isCode) {
            prices.currency = currency;
        } else {
            m_yaml.problem((*node)["currency"], path + u".currency"_s,
                           Text::tr("a currency code such as EUR was expected"));
        }
        prices.cpuCoreHour = m_yaml.amount(*node, path, "cpuCoreHour");
        prices.memoryGibHour = m_yaml.amount(*node, path, "memoryGibHour");
        prices.table = m_yaml.text(*node, path, "table");
    }
    if (const auto node = m_yaml.map(m_root, {}, "budget")) {
        m_yaml.checkKeys(*node, u"budget"_s, {u"month"_s, u"event"_s});
        m_value.budget.month = m_yaml.amount(*node, u"budget"_s, "month");
        m_value.budget.event = m_yaml.amount(*node, u"budget"_s, "event");
    }
}

} // namespace

WorkspaceReading readWorkspace(const QByteArray &yaml, const QString &file)
{
    WorkspaceReading reading = WorkspaceReader(file).read(yaml);
    reading.workspace.id = QFileInfo(file).completeBaseName();
    return reading;
}

} // namespace spillway
