// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"
#include "connection/workspacefields.h"
#include "core/duration.h"

#include <QLocale>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

class Section
{
public:
    void text(const char *key, const QString &value, const QString &otherwise = {})
    {
        if (value != otherwise) {
            m_out << YAML::Key << key << YAML::Value << value.toStdString();
        }
    }
    void amount(const char *key, const std::optional<double> &value)
    {
        if (value) {
            text(key, QString::number(*value, 'g', QLocale::FloatingPointShortest));
        }
    }
    void amounts(const char *key, const QMap<QString, double> &values)
    {
        if (values.isEmpty()) {
            return;
        }
        begin(key);
        for (auto one = values.begin(); one != values.end(); ++one) {
            m_out << YAML::Key << one.key().toStdString();
            m_out
                << YAML::Value
                << QString::number(one.value(), 'g', QLocale::FloatingPointShortest).toStdString();
        }
        end();
    }
    void texts(const char *key, const QStringList &values)
    {
        m_out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const QString &value : values) {
            m_out << value.toStdString();
        }
        m_out << YAML::EndSeq;
    }
    void map(const char *key, const QMap<QString, QString> &values)
    {
        if (values.isEmpty()) {
            return;
        }
        begin(key);
        for (auto one = values.begin(); one != values.end(); ++one) {
            m_out << YAML::Key << one.key().toStdString() << YAML::Value
                  << one.value().toStdString();
        }
        end();
    }
    void begin(const char *key) { m_out << YAML::Key << key << YAML::Value << YAML::BeginMap; }
    void begin() { m_out << YAML::BeginMap; }
    void end() { m_out << YAML::EndMap; }
    YAML::Emitter &raw() { return m_out; }

    /// Empty if nothing but the key was written.
    [[nodiscard]] QByteArray bytes() const { return QByteArray(m_out.c_str()) + '\n'; }

private:
    YAML::Emitter m_out;
};

void writeAuth(Section &out, const WorkspaceAuth &auth)
{
    if (auth == WorkspaceAuth{}) {
        return;
    }
    const auto *const kind =
        std::find_if(authKindNames.begin(), authKindNames.end(),
                     [&auth](const auto &one) { return one.first == auth.kind; });
    out.begin("auth");
    out.text("kind", QString::fromUtf8(kind->second));
    out.text("user", auth.user);
    if (auth.kind == AuthKind::Basic || auth.kind == AuthKind::Bearer ||
        auth.secret != SecretRef{}) {
        out.text("passwordFrom", auth.secret.toString());
    }
    out.text("tokenFile", auth.tokenFile);
    out.text("certificate", auth.certificate);
    out.text("key", auth.key);
    out.end();
}

void writePrometheus(Section &out, const WorkspacePrometheus &value)
{
    out.begin("prometheus");
    // Whatever a caller put there, credentials never reach a file.
    out.text("url", value.url.toString(QUrl::RemoveUserInfo));
    out.text("service", value.service);
    writeAuth(out, value.auth);
    out.map("headers", value.headers);
    out.text("ca", value.ca);
    const QUrl proxy(value.proxy);
    out.text("proxy",
             proxy.userInfo().isEmpty() ? value.proxy : proxy.toString(QUrl::RemoveUserInfo));
    if (value.timeout != WorkspacePrometheus{}.timeout) {
        out.text("timeout", formatDuration(value.timeout));
    }
    out.end();
}

void writeComponents(Section &out, const std::vector<WorkspaceComponent> &components)
{
    out.raw() << YAML::Key << "components" << YAML::Value << YAML::BeginSeq;
    for (const WorkspaceComponent &one : components) {
        out.begin();
        out.text("name", one.name);
        out.text("title", one.title);
        out.text("kind", one.kind, WorkspaceComponent{}.kind);
        out.text("workload", one.workload, one.name);
        if (one.jobs != QStringList{one.name}) {
            out.texts("jobs", one.jobs);
        }
        out.text("namespace", one.ns);
        out.end();
    }
    out.raw() << YAML::EndSeq;
}

void writeMoney(Section &out, const Workspace &value, bool prices)
{
    if (prices && value.prices != WorkspacePrices{}) {
        out.begin("prices");
        out.text("currency", value.prices.currency);
        out.amount("cpuCoreHour", value.prices.cpuCoreHour);
        out.amount("memoryGibHour", value.prices.memoryGibHour);
        if (value.prices.perRequest.keys() == QStringList{u"*"_s}) {
            out.amount("perRequest", value.prices.perRequest.first());
        } else {
            out.amounts("perRequest", value.prices.perRequest);
        }
        out.amounts("exchange", value.prices.exchange);
        out.text("table", value.prices.table);
        out.end();
    }
    if (!prices && value.budget != WorkspaceBudget{}) {
        out.begin("budget");
        out.amount("month", value.budget.month);
        out.amount("event", value.budget.event);
        out.end();
    }
}

/// One key of the root with its value; empty if it has its default.
QByteArray section(const Workspace &value, const QString &key)
{
    Section out;
    out.begin();
    if (key == "apiVersion"_L1) {
        out.text("apiVersion", QString::fromUtf8(workspaceApiVersion));
    } else if (key == "kind"_L1) {
        out.text("kind", QString::fromUtf8(workspaceKind));
    } else if (key == "name"_L1) {
        out.text("name", value.name);
    } else if (key == "protected"_L1) {
        out.text("protected", value.isProtected ? u"true"_s : QString());
    } else if (key == "timezone"_L1) {
        out.text("timezone", value.timezone);
    } else if (key == "prometheus"_L1) {
        writePrometheus(out, value.prometheus);
    } else if (key == "kube"_L1 && value.kube != WorkspaceKube{}) {
        out.begin("kube");
        out.text("config", value.kube.config);
        out.text("context", value.kube.context);
        out.text("ca", value.kube.ca);
        if (!value.kube.plugins.isEmpty()) {
            out.texts("plugins", value.kube.plugins);
        }
        out.end();
    } else if (key == "namespaces"_L1 && !value.namespaces.isEmpty()) {
        out.texts("namespaces", value.namespaces);
    } else if (key == "components"_L1) {
        writeComponents(out, value.components);
    } else if (key == "metrics"_L1) {
        out.map("metrics", value.metrics);
    } else if (key == "prices"_L1 || key == "budget"_L1) {
        writeMoney(out, value, key == "prices"_L1);
    }
    out.end();
    const QByteArray bytes = out.bytes();
    return bytes.startsWith("{}") ? QByteArray() : bytes;
}

/// The previous file cut at the keys of its root. Comments above a key belong to it.
struct Block
{
    QString key; ///< empty: before the first key
    QByteArray comments;
    QByteArray body;
};

std::vector<Block> blocksOf(const QByteArray &text)
{
    std::vector<Block> blocks(1);
    QByteArray pending; // comments and empty lines that may belong to the next key
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const QByteArray line = text.sliced(at, (end < 0 ? text.size() : end + 1) - at);
        at += line.size();
        const QByteArray plain = line.trimmed();
        const bool indented = line.startsWith(' ') || line.startsWith('-');
        if (plain.isEmpty() || (plain.startsWith('#') && !indented)) {
            pending += line;
        } else if (indented || plain == "---") {
            blocks.back().body += pending + line;
            pending.clear();
        } else {
            const qsizetype colon = line.indexOf(':');
            blocks.push_back(
                {QString::fromUtf8(line.first(std::max<qsizetype>(0, colon))), pending, line});
            pending.clear();
        }
    }
    if (!pending.isEmpty()) {
        blocks.push_back({{}, pending, {}}); // stays whatever becomes of the last key
    }
    return blocks;
}

QByteArray patched(const Workspace &workspace, const Workspace &before, const QByteArray &previous)
{
    QByteArray out;
    QStringList written;
    for (const Block &block : blocksOf(previous)) {
        out += block.comments;
        written.append(block.key);
        const QByteArray now = section(workspace, block.key);
        const bool same = now == section(before, block.key);
        out += block.key.isEmpty() || same ? block.body : now;
    }
    if (!out.isEmpty() && !out.endsWith('\n')) {
        out += '\n';
    }
    for (const char *key : workspaceKeys) {
        const QString name = QString::fromUtf8(key);
        // What was left out before and has not changed stays left out.
        if (!written.contains(name) && section(workspace, name) != section(before, name)) {
            out += section(workspace, name);
        }
    }
    return out;
}

} // namespace

QByteArray writeWorkspace(const Workspace &workspace, const QByteArray &previous)
{
    if (!previous.isEmpty()) {
        const QString file = workspace.id + u".yaml"_s;
        const WorkspaceReading before = readWorkspace(previous, file);
        const QByteArray text = patched(workspace, before.workspace, previous);
        // A layout that the patcher does not know (a root in braces) is written anew instead.
        const WorkspaceReading after = readWorkspace(text, file);
        if (after.errors.empty() && after.workspace == workspace) {
            return text;
        }
    }
    QByteArray out;
    for (const char *key : workspaceKeys) {
        out += section(workspace, QString::fromUtf8(key));
    }
    return out;
}

} // namespace spillway
