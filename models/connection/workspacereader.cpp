// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/servicename.h"
#include "connection/workspace.h"
#include "connection/workspacefields.h"
#include "core/yamldocument.h"

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

constexpr qsizetype longestDocument = 1024 * 1024;

/// A key that is there without a value counts as not there.
std::optional<YamlField> present(YamlMap &map, QLatin1String key)
{
    std::optional<YamlField> field = map.find(key);
    return field && !field->isNull() ? field : std::nullopt;
}

QString text(YamlMap &map, QLatin1String key, const QString &otherwise = {})
{
    const std::optional<YamlField> field = present(map, key);
    return field ? field->toString().value_or(otherwise) : otherwise;
}

/// A list of texts; one text counts as a list of one.
QStringList texts(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    if (!field) {
        return {};
    }
    return field->value().kind == YamlValue::Kind::Scalar ? QStringList{field->value().text}
                                                          : field->toStringList();
}

std::optional<double> amount(const YamlField &field)
{
    const std::optional<double> value = field.toDouble();
    if (value && *value < 0) {
        field.fail(Text::tr("a number that is not negative is expected"));
        return std::nullopt;
    }
    return value;
}

std::optional<double> amount(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    return field ? amount(*field) : std::nullopt;
}

bool isCurrency(const QString &code)
{
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool isMap(const YamlField &field)
{
    return field.value().kind == YamlValue::Kind::Map;
}

/// A token of RFC 9110.
bool isHeaderName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 0x7f && c.isLetterOrNumber()) ||
               QStringView(u"!#$%&'*+-.^_`|~").contains(c);
    });
}

bool hasControls(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\t') || c.unicode() == 0x7f;
    });
}

/// Problems never quote what may be a secret: addresses, proxies, passwordFrom, headers.
class WorkspaceReader
{
public:
    WorkspaceReading read(const YamlDocument &document);

private:
    void header(YamlMap &root);
    void zone(YamlMap &root);
    void prometheus(YamlMap &root);
    void address(YamlMap &map);
    void service(YamlMap &map, const YamlField &field);
    void requireCluster(YamlMap &root);
    void auth(YamlMap &map);
    void authFields(YamlMap &map);
    void headers(YamlMap &map);
    void proxy(YamlMap &map);
    void timeout(YamlMap &map);
    void kube(YamlMap &root);
    void plugins(YamlMap &map);
    void components(YamlMap &root);
    void component(const YamlField &field, QSet<QString> &names);
    void metrics(YamlMap &root);
    void prices(YamlMap &root);
    void perRequest(YamlMap &prices);
    void exchange(YamlMap &prices);
    void budget(YamlMap &root);

    YamlProblems m_problems;
    Workspace m_value;
};

WorkspaceReading WorkspaceReader::read(const YamlDocument &document)
{
    YamlMap root = YamlField(document, m_problems).toMap();
    if (!m_problems.empty() && document.root().kind != YamlValue::Kind::Map) {
        return {m_value, m_problems, {}};
    }
    header(root);
    if (const auto field = present(root, "protected"_L1)) {
        m_value.isProtected = field->toBool().value_or(true); // in doubt it is production
    }
    m_value.namespaces = texts(root, "namespaces"_L1);
    zone(root);
    prometheus(root);
    kube(root);
    requireCluster(root);
    components(root);
    metrics(root);
    prices(root);
    budget(root);
    root.finish();
    return {m_value, m_problems, {}};
}

void WorkspaceReader::header(YamlMap &root)
{
    if (const auto version = root.require("apiVersion"_L1)) {
        if (version->value().text != QLatin1String(workspaceApiVersion)) {
            version->fail(Text::tr("%1 is expected").arg(QLatin1String(workspaceApiVersion)),
                          Text::tr("A newer Spillway may understand this file."));
            m_problems.back().code = ErrorCode::UnsupportedVersion;
        }
    }
    if (const auto kind = root.require("kind"_L1)) {
        if (kind->value().text != QLatin1String(workspaceKind)) {
            kind->fail(Text::tr("%1 is expected").arg(QLatin1String(workspaceKind)));
        }
    }
    m_value.name = root.requiredString("name"_L1);
}

void WorkspaceReader::zone(YamlMap &root)
{
    const QString zone = text(root, "timezone"_L1);
    if (!zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())) {
        root.find("timezone"_L1)
            ->fail(Text::tr("there is no such time zone"),
                   Text::tr("Use an IANA name such as Asia/Shanghai."));
        return;
    }
    m_value.timezone = zone;
}

void WorkspaceReader::prometheus(YamlMap &root)
{
    const auto field = root.require("prometheus"_L1);
    if (!field) {
        return;
    }
    YamlMap map = field->toMap();
    if (!isMap(*field)) {
        return;
    }
    address(map);
    auth(map);
    headers(map);
    proxy(map);
    timeout(map);
    m_value.prometheus.ca = text(map, "ca"_L1);
    map.finish();
}

void WorkspaceReader::address(YamlMap &map)
{
    if (const auto name = present(map, "service"_L1)) {
        service(map, *name);
        return;
    }
    const auto field = map.require("url"_L1);
    if (!field) {
        return;
    }
    const QUrl url(field->value().text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty()) {
        field->fail(Text::tr("an address such as http://host:9090 is expected"));
        return;
    }
    if (!url.userInfo().isEmpty()) {
        field->fail(Text::tr("a password does not belong into a file"),
                    Text::tr("Use auth with passwordFrom."));
    }
    m_value.prometheus.url = url.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

/// The API server is asked as the kubeconfig says; credentials beside it would never be sent.
void WorkspaceReader::service(YamlMap &map, const YamlField &field)
{
    if (ServiceName::fromString(field.value().text)) {
        m_value.prometheus.service = field.value().text;
    } else {
        field.fail(Text::tr("a service such as monitoring/prometheus:9090 is expected"),
                   Text::tr("NAMESPACE/[https:]NAME:PORT, and /PREFIX if it has one."));
    }
    for (const QLatin1String key : {"url"_L1, "auth"_L1, "ca"_L1, "proxy"_L1}) {
        if (const auto other = present(map, key)) {
            other->fail(Text::tr("a service is reached as the kubeconfig says"),
                        Text::tr("Remove this, or give url instead of service."));
        }
    }
}

void WorkspaceReader::requireCluster(YamlMap &root)
{
    if (!m_value.prometheus.service.isEmpty() && !m_value.kube.isNamed()) {
        root.find("prometheus"_L1)
            ->fail(Text::tr("a service needs a cluster"),
                   Text::tr("Name a context of your kubeconfig: kube: {context: NAME}."));
    }
}

void WorkspaceReader::timeout(YamlMap &map)
{
    const auto field = present(map, "timeout"_L1);
    const auto value = field ? field->toDuration() : std::nullopt;
    if (value && value->count() <= 0) {
        field->fail(Text::tr("a duration such as 30s or 2m is expected"));
    } else if (value) {
        m_value.prometheus.timeout = *value;
    }
}

void WorkspaceReader::auth(YamlMap &map)
{
    const auto field = present(map, "auth"_L1);
    if (!field) {
        return;
    }
    YamlMap auth = field->toMap();
    if (!isMap(*field)) {
        return;
    }
    // Known here only so that they get a better answer than "not known".
    for (const QLatin1String key : {"password"_L1, "token"_L1}) {
        if (const auto secret = auth.find(key)) {
            secret->fail(Text::tr("a password or token does not belong into a file"),
                         Text::tr("Use passwordFrom with keychain, env:NAME or file:PATH."));
        }
    }
    if (const auto kind = present(auth, "kind"_L1)) {
        std::array<QLatin1String, authKindNames.size()> names;
        std::transform(authKindNames.begin(), authKindNames.end(), names.begin(),
                       [](const auto &one) { return QLatin1String(one.second); });
        if (const auto choice = kind->toChoice(names)) {
            m_value.prometheus.auth.kind = authKindNames.at(*choice).first;
        }
    }
    authFields(auth);
    auth.finish();
}

void WorkspaceReader::authFields(YamlMap &map)
{
    WorkspaceAuth &value = m_value.prometheus.auth;
    if (const auto from = present(map, "passwordFrom"_L1)) {
        if (const auto ref = SecretRef::fromString(from->value().text)) {
            value.secret = *ref;
        } else {
            from->fail(Text::tr("keychain, env:NAME or file:PATH is expected"));
        }
    }
    const auto read = [&](QLatin1String key, AuthKind neededBy) {
        return value.kind == neededBy ? map.requiredString(key) : text(map, key);
    };
    value.user = read("user"_L1, AuthKind::Basic);
    value.tokenFile = read("tokenFile"_L1, AuthKind::TokenFile);
    value.certificate = read("certificate"_L1, AuthKind::ClientCertificate);
    value.key = read("key"_L1, AuthKind::ClientCertificate);
}

void WorkspaceReader::headers(YamlMap &map)
{
    const auto field = present(map, "headers"_L1);
    if (!field) {
        return;
    }
    YamlMap headers = field->toMap();
    for (const auto &[name, header] : headers.all()) {
        if (header.value().kind != YamlValue::Kind::Scalar) {
            header.fail(Text::tr("a text is expected"));
            continue;
        }
        const QString value = header.value().text;
        const bool isSecret = name.compare("Authorization"_L1, Qt::CaseInsensitive) == 0 ||
                              name.compare("Proxy-Authorization"_L1, Qt::CaseInsensitive) == 0;
        if (isSecret) {
            header.fail(Text::tr("a password or token does not belong into a file"),
                        Text::tr("Use auth with passwordFrom."));
        } else if (!isHeaderName(name) || hasControls(value)) {
            header.fail(Text::tr("this cannot be a header"));
        } else {
            m_value.prometheus.headers.insert(name, value);
        }
    }
}

void WorkspaceReader::proxy(YamlMap &map)
{
    const auto field = present(map, "proxy"_L1);
    if (!field) {
        return;
    }
    const QString address = field->value().text;
    if (address.isEmpty() || address == "none"_L1) {
        m_value.prometheus.proxy = address;
        return;
    }
    const QUrl url(address, QUrl::StrictMode);
    static const QSet<QString> schemes{u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s};
    if (!url.isValid() || !schemes.contains(url.scheme()) || url.host().isEmpty()) {
        field->fail(Text::tr("none or an address such as http://host:3128 or "
                             "socks5://host:1080 is expected"));
        return;
    }
    if (!url.userInfo().isEmpty()) {
        field->fail(Text::tr("a password does not belong into a file"),
                    Text::tr("Put it into the environment variable https_proxy."));
    }
    m_value.prometheus.proxy = url.adjusted(QUrl::RemoveUserInfo).toString();
}

void WorkspaceReader::kube(YamlMap &root)
{
    if (const auto field = present(root, "kube"_L1)) {
        YamlMap map = field->toMap();
        m_value.kube.config = text(map, "config"_L1);
        m_value.kube.context = text(map, "context"_L1);
        m_value.kube.ca = text(map, "ca"_L1);
        plugins(map);
        map.finish();
    }
}

/// In doubt none: what this list allows, runs.
void WorkspaceReader::plugins(YamlMap &map)
{
    const auto field = present(map, "plugins"_L1);
    if (!field) {
        return;
    }
    QStringList &allowed = m_value.kube.plugins;
    allowed = texts(map, "plugins"_L1);
    const bool mixed =
        allowed.size() > 1 && (allowed.contains(u"all"_s) || allowed.contains(u"none"_s));
    const bool unnamed = allowed.isEmpty() || allowed.contains(QString{});
    const bool relative = std::any_of(allowed.begin(), allowed.end(), [](const QString &one) {
        return one.contains(u'/') && !one.startsWith(u'/');
    });
    if (mixed || unnamed || relative) {
        field->fail(Text::tr("all, none, or a list of names and absolute paths of login helpers "
                             "is expected"));
        allowed = {u"none"_s};
    }
}

void WorkspaceReader::components(YamlMap &root)
{
    const auto field = present(root, "components"_L1);
    if (!field) {
        m_value.components = defaultComponents();
        return;
    }
    QSet<QString> names;
    for (const YamlField &item : field->toList()) {
        component(item, names);
    }
}

void WorkspaceReader::component(const YamlField &field, QSet<QString> &names)
{
    YamlMap map = field.toMap();
    if (!isMap(field)) {
        return;
    }
    WorkspaceComponent one;
    one.name = map.requiredString("name"_L1);
    one.title = text(map, "title"_L1);
    one.kind = text(map, "kind"_L1, one.kind);
    one.workload = text(map, "workload"_L1, one.name);
    one.jobs = texts(map, "jobs"_L1);
    one.ns = text(map, "namespace"_L1);
    map.finish();
    if (one.jobs.isEmpty()) {
        one.jobs = {one.name};
    }
    if (names.contains(one.name)) {
        field.fail(Text::tr("another component has this name"));
    } else if (!one.name.isEmpty()) {
        names.insert(one.name);
        m_value.components.push_back(std::move(one));
    }
}

void WorkspaceReader::metrics(YamlMap &root)
{
    const auto field = present(root, "metrics"_L1);
    if (!field) {
        return;
    }
    YamlMap map = field->toMap();
    for (const auto &[logical, metric] : map.all()) {
        const QString name = metric.toString().value_or(QString());
        if (!name.isEmpty()) {
            m_value.metrics.insert(logical, name);
        }
    }
}

void WorkspaceReader::prices(YamlMap &root)
{
    const auto field = present(root, "prices"_L1);
    if (!field) {
        return;
    }
    YamlMap map = field->toMap();
    WorkspacePrices &prices = m_value.prices;
    const QString currency = text(map, "currency"_L1, prices.currency);
    if (isCurrency(currency)) {
        prices.currency = currency;
    } else {
        map.find("currency"_L1)->fail(Text::tr("a currency code such as EUR is expected"));
    }
    prices.cpuCoreHour = amount(map, "cpuCoreHour"_L1);
    prices.memoryGibHour = amount(map, "memoryGibHour"_L1);
    perRequest(map);
    exchange(map);
    prices.table = text(map, "table"_L1);
    map.finish();
}

/// One price for all, or a map of prices by component.
void WorkspaceReader::perRequest(YamlMap &prices)
{
    const auto field = present(prices, "perRequest"_L1);
    if (!field) {
        return;
    }
    QMap<QString, double> &found = m_value.prices.perRequest;
    if (!isMap(*field)) {
        if (const auto price = amount(*field)) {
            found.insert(u"*"_s, *price);
        }
        return;
    }
    for (const auto &[component, value] : field->toMap().all()) {
        if (const auto price = amount(value)) {
            found.insert(component, *price);
        }
    }
}

void WorkspaceReader::exchange(YamlMap &prices)
{
    const auto field = present(prices, "exchange"_L1);
    if (!field) {
        return;
    }
    for (const auto &[code, value] : field->toMap().all()) {
        const std::optional<double> rate = value.toDouble();
        if (!isCurrency(code)) {
            value.fail(Text::tr("a currency code such as EUR is expected"));
        } else if (rate && *rate <= 0) {
            value.fail(Text::tr("a number above 0 is expected"));
        } else if (rate) {
            m_value.prices.exchange.insert(code, *rate);
        }
    }
}

void WorkspaceReader::budget(YamlMap &root)
{
    if (const auto field = present(root, "budget"_L1)) {
        YamlMap map = field->toMap();
        m_value.budget.month = amount(map, "month"_L1);
        m_value.budget.event = amount(map, "event"_L1);
        map.finish();
    }
}

} // namespace

WorkspaceReading readWorkspace(const QByteArray &yaml, const QString &file)
{
    WorkspaceReading reading;
    YamlLimits limits;
    limits.bytes = longestDocument;
    const Result<YamlDocument> document = YamlDocument::parse(yaml, file, limits);
    if (document) {
        reading = WorkspaceReader().read(*document);
    } else {
        Error error = document.error();
        // Behind a colon the parser may quote the document.
        error.why = error.why.section(u':', 0, 0);
        reading.errors.push_back(std::move(error));
    }
    reading.workspace.id = QFileInfo(file).completeBaseName();
    return reading;
}

} // namespace spillway
