// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigreader.h"

#include "core/yamldocument.h"
#include "kube/plaintext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

/// A key without a value counts as not there.
std::optional<YamlField> present(YamlMap &map, QLatin1String key)
{
    std::optional<YamlField> field = map.find(key);
    return field && !field->isNull() ? field : std::nullopt;
}

QString text(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    return field ? field->toString().value_or(QString{}) : QString{};
}

bool boolean(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    return field && field->toBool().value_or(false);
}

QStringList texts(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    return field ? field->toStringList() : QStringList{};
}

/// An unquoted scalar as YAML 1.1 understands it, which is what kubectl reads.
QJsonValue plainScalar(const QString &text)
{
    static const QStringList yes{u"true"_s, u"True"_s, u"TRUE"_s, u"yes"_s, u"Yes"_s,
                                 u"YES"_s,  u"on"_s,   u"On"_s,   u"ON"_s};
    static const QStringList no{u"false"_s, u"False"_s, u"FALSE"_s, u"no"_s, u"No"_s,
                                u"NO"_s,    u"off"_s,   u"Off"_s,   u"OFF"_s};
    if (yes.contains(text) || no.contains(text)) {
        return yes.contains(text);
    }
    bool isNumber = false;
    const qint64 whole = text.toLongLong(&isNumber);
    if (isNumber) {
        return whole;
    }
    const double real = text.toDouble(&isNumber);
    return isNumber && std::isfinite(real) ? QJsonValue{real} : QJsonValue{text};
}

/// For extensions, which are handed to login helpers as JSON.
QJsonValue toJson(const YamlValue &value)
{
    switch (value.kind) {
    case YamlValue::Kind::Null:
        break;
    case YamlValue::Kind::Scalar:
        return value.quoted ? QJsonValue{value.text} : plainScalar(value.text);
    case YamlValue::Kind::List: {
        QJsonArray array;
        for (const YamlValue &item : value.items) {
            array.append(toJson(item));
        }
        return array;
    }
    case YamlValue::Kind::Map: {
        QJsonObject object;
        for (const YamlEntry &entry : value.entries) {
            object.insert(entry.key, toJson(entry.value));
        }
        return object;
    }
    }
    return {};
}

class KubeconfigReader
{
public:
    explicit KubeconfigReader(const QString &file)
        : m_file(file)
        , m_folder(QFileInfo(file).absolutePath())
    {}

    KubeconfigReading read(const YamlDocument &document);

private:
    void header(YamlMap &root);
    /// Calls read(map, stanza) for each entry of a list such as users. What read() complains of
    /// goes to the stanza.
    template<typename Stanza, typename Read>
    void stanzas(YamlMap &root, QLatin1String list, QLatin1String key, std::vector<Stanza> &into,
                 Read read);
    void takeProblems(KubeStanza &stanza);
    template<typename Stanza>
    void add(std::vector<Stanza> &into, Stanza stanza, const YamlField &entry);
    void cluster(YamlMap &map, KubeCluster &into) const;
    void user(YamlMap &map, KubeUser &into) const;
    [[nodiscard]] KubeExec exec(const YamlField &field) const;
    [[nodiscard]] QString path(YamlMap &map, QLatin1String key) const;
    [[nodiscard]] static QByteArray data(YamlMap &map, QLatin1String key);

    QString m_file;
    QString m_folder;
    YamlProblems m_problems;
    KubeconfigReading m_reading;
};

KubeconfigReading KubeconfigReader::read(const YamlDocument &document)
{
    const YamlField field(document, m_problems);
    if (!field.isNull()) { // an empty file is an empty configuration
        YamlMap root = field.toMap();
        header(root);
        m_reading.config.currentContext = text(root, "current-context"_L1);
        stanzas(root, "clusters"_L1, "cluster"_L1, m_reading.config.clusters,
                [this](YamlMap &map, KubeCluster &into) { cluster(map, into); });
        stanzas(root, "users"_L1, "user"_L1, m_reading.config.users,
                [this](YamlMap &map, KubeUser &into) { user(map, into); });
        stanzas(root, "contexts"_L1, "context"_L1, m_reading.config.contexts,
                [](YamlMap &map, KubeContext &into) {
                    into.cluster = text(map, "cluster"_L1);
                    into.user = text(map, "user"_L1);
                    into.nameSpace = text(map, "namespace"_L1);
                });
    }
    m_reading.errors = std::move(m_problems);
    return std::move(m_reading);
}

void KubeconfigReader::header(YamlMap &root)
{
    const auto expect = [&root](QLatin1String key, const QString &expected) {
        const std::optional<YamlField> field = present(root, key);
        if (field && field->toString().value_or(QString{}) != expected) {
            field->fail(Text::tr("%1 is expected").arg(expected),
                        Text::tr("Give the path of a kubeconfig file."));
        }
    };
    expect("apiVersion"_L1, u"v1"_s);
    expect("kind"_L1, u"Config"_s);
}

void KubeconfigReader::takeProblems(KubeStanza &stanza)
{
    std::move(m_problems.begin(), m_problems.end(), std::back_inserter(stanza.problems));
    m_problems.clear();
}

template<typename Stanza, typename Read>
void KubeconfigReader::stanzas(YamlMap &root, QLatin1String list, QLatin1String key,
                               std::vector<Stanza> &into, Read read)
{
    const std::optional<YamlField> field = present(root, list);
    if (!field) {
        return;
    }
    for (const YamlField &entry : field->toList()) {
        YamlProblems before = std::exchange(m_problems, {});
        Stanza stanza;
        stanza.origin = entry.position();
        YamlMap outer = entry.toMap();
        stanza.name = text(outer, "name"_L1);
        if (const std::optional<YamlField> inner = present(outer, key)) {
            YamlMap map = inner->toMap();
            read(map, stanza);
        }
        takeProblems(stanza);
        m_problems = std::move(before);
        add(into, std::move(stanza), entry);
    }
}

template<typename Stanza>
void KubeconfigReader::add(std::vector<Stanza> &into, Stanza stanza, const YamlField &entry)
{
    YamlProblems before = std::exchange(m_problems, {});
    const auto same = [&stanza](const Stanza &one) { return one.name == stanza.name; };
    const auto first = std::find_if(into.begin(), into.end(), same);
    if (stanza.name.isEmpty()) {
        entry.fail(Text::tr("the entry has no name, so that no context can use it"));
        takeProblems(stanza);
        m_reading.warnings.insert(m_reading.warnings.end(), stanza.problems.begin(),
                                  stanza.problems.end());
    } else if (first != into.end()) {
        entry.fail(Text::tr("there is already an entry with the name “%1” in line %2")
                       .arg(stanza.name)
                       .arg(first->origin.line),
                   Text::tr("Give one of the two another name."));
        takeProblems(*first);
    } else {
        into.push_back(std::move(stanza));
    }
    m_problems = std::move(before);
}

void KubeconfigReader::cluster(YamlMap &map, KubeCluster &into) const
{
    into.server = text(map, "server"_L1);
    into.tlsServerName = text(map, "tls-server-name"_L1);
    into.insecure = boolean(map, "insecure-skip-tls-verify"_L1);
    into.caFile = path(map, "certificate-authority"_L1);
    into.caPem = data(map, "certificate-authority-data"_L1);
    into.proxyUrl = text(map, "proxy-url"_L1);
    into.disableCompression = boolean(map, "disable-compression"_L1);
    if (const std::optional<YamlField> extensions = present(map, "extensions"_L1)) {
        for (const YamlField &one : extensions->toList()) {
            YamlMap entry = one.toMap();
            const QString name = text(entry, "name"_L1);
            if (const std::optional<YamlField> value = entry.find("extension"_L1)) {
                into.extensions.insert(name, toJson(value->value()));
            }
        }
    }
}

void KubeconfigReader::user(YamlMap &map, KubeUser &into) const
{
    into.certificateFile = path(map, "client-certificate"_L1);
    into.certificatePem = data(map, "client-certificate-data"_L1);
    into.keyFile = path(map, "client-key"_L1);
    into.keyPem = data(map, "client-key-data"_L1);
    into.token = text(map, "token"_L1);
    into.tokenFile = path(map, "tokenFile"_L1);
    into.username = text(map, "username"_L1);
    into.password = text(map, "password"_L1);
    into.impersonate = text(map, "as"_L1);
    into.impersonateUid = text(map, "as-uid"_L1);
    into.impersonateGroups = texts(map, "as-groups"_L1);
    if (const std::optional<YamlField> extra = present(map, "as-user-extra"_L1)) {
        for (const auto &[name, values] : extra->toMap().all()) {
            into.impersonateExtra.insert(name, values.toStringList());
        }
    }
    if (const std::optional<YamlField> field = present(map, "exec"_L1)) {
        into.exec = exec(*field);
    }
    if (const std::optional<YamlField> provider = present(map, "auth-provider"_L1)) {
        YamlMap fields = provider->toMap();
        into.authProvider = text(fields, "name"_L1);
        if (into.authProvider.isEmpty()) {
            into.authProvider = u"?"_s; // there is one: never to be taken for anonymous
        }
    }
}

KubeExec KubeconfigReader::exec(const YamlField &field) const
{
    KubeExec exec;
    YamlMap map = field.toMap();
    exec.command = text(map, "command"_L1);
    if (exec.command.contains(u'/') && QDir::isRelativePath(exec.command)) {
        exec.command = QDir::cleanPath(m_folder + u'/' + exec.command);
    }
    exec.arguments = texts(map, "args"_L1);
    exec.apiVersion = text(map, "apiVersion"_L1);
    exec.installHint = withoutControls(text(map, "installHint"_L1));
    exec.interactiveMode = text(map, "interactiveMode"_L1);
    exec.provideClusterInfo = boolean(map, "provideClusterInfo"_L1);
    if (const std::optional<YamlField> environment = present(map, "env"_L1)) {
        for (const YamlField &one : environment->toList()) {
            YamlMap variable = one.toMap();
            exec.environment.append({text(variable, "name"_L1), text(variable, "value"_L1)});
        }
    }
    return exec;
}

QString KubeconfigReader::path(YamlMap &map, QLatin1String key) const
{
    const QString path = text(map, key);
    return path.isEmpty() || QDir::isAbsolutePath(path) ? path
                                                        : QDir::cleanPath(m_folder + u'/' + path);
}

QByteArray KubeconfigReader::data(YamlMap &map, QLatin1String key)
{
    const std::optional<YamlField> field = present(map, key);
    const std::optional<QString> text = field ? field->toString() : std::nullopt;
    if (!text) {
        return {};
    }
    QByteArray encoded = text->toLatin1();
    encoded.replace('\n', "").replace('\r', ""); // allowed, as in Go
    const auto decoded =
        QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || ((*decoded).isEmpty() && !encoded.isEmpty())) {
        field->fail(Text::tr("this is not base64"),
                    Text::tr("A file is given with the key without “-data”."));
        return {};
    }
    return *decoded;
}

} // namespace

KubeconfigReading readKubeconfig(const QByteArray &bytes, const QString &file)
{
    const Result<YamlDocument> document = YamlDocument::parse(bytes, file);
    if (!document) {
        KubeconfigReading reading;
        Error error = document.error();
        // Behind a colon the parser may quote the document.
        error.why = error.why.section(u':', 0, 0);
        reading.errors.push_back(std::move(error));
        return reading;
    }
    return KubeconfigReader(file).read(*document);
}

} // namespace spillway
