// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/bodyreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QString below(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + u'.' + key;
}

/// Finds keys that stand twice in JSON that is known to be well formed.
class KeyScanner
{
public:
    explicit KeyScanner(const QByteArray &bytes)
        : m_bytes(bytes)
    {}

    std::vector<RepeatedKey> scan()
    {
        value({});
        return m_found;
    }

private:
    char peek()
    {
        while (m_at < m_bytes.size() && QByteArrayView(" \t\r\n,:").contains(m_bytes[m_at])) {
            m_line += m_bytes[m_at] == '\n' ? 1 : 0;
            ++m_at;
        }
        return m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
    }

    QString string()
    {
        const qsizetype start = m_at++;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '"') {
            m_at += m_bytes[m_at] == '\\' ? 2 : 1;
        }
        ++m_at;
        const QByteArray list = '[' + m_bytes.mid(start, m_at - start) + ']';
        return QJsonDocument::fromJson(list).array().at(0).toString();
    }

    void object(const QString &path)
    {
        ++m_at;
        QSet<QString> keys;
        while (peek() == '"') {
            const QString key = string();
            if (keys.contains(key)) {
                m_found.push_back({below(path, key), key, m_line});
            }
            keys.insert(key);
            value(below(path, key));
        }
        ++m_at;
    }

    void list(const QString &path)
    {
        ++m_at;
        for (int i = 0; peek() != ']' && peek() != '\0'; ++i) {
            value(u"%1[%2]"_s.arg(path).arg(i));
        }
        ++m_at;
    }

    void value(const QString &path)
    {
        switch (peek()) {
        case '{':
            object(path);
            return;
        case '[':
            list(path);
            return;
        case '"':
            (void)string();
            return;
        default:
            while (m_at < m_bytes.size() && !QByteArrayView(" \t\r\n,]}").contains(m_bytes[m_at])) {
                ++m_at;
            }
        }
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<RepeatedKey> m_found;
};

/// A plain scalar as YAML 1.1 (go-yaml v2) resolves it.
QJsonValue plainScalar(const QString &text)
{
    static const QStringList trueWords{u"y"_s, u"yes"_s, u"true"_s, u"on"_s};
    static const QStringList falseWords{u"n"_s, u"no"_s, u"false"_s, u"off"_s};
    static const QRegularExpression number(
        u"^[-+]?(0x[0-9a-fA-F]+|0o?[0-7]+|[0-9]+|([0-9]*\\.[0-9]+|[0-9]+\\.[0-9]*|[0-9]+)([eE][-+]?[0-9]+)?)$"_s);
    if (text.isEmpty() || text == "~"_L1 || text.compare("null"_L1, Qt::CaseInsensitive) == 0) {
        return QJsonValue::Null;
    }
    if (trueWords.contains(text.toLower())) {
        return true;
    }
    if (falseWords.contains(text.toLower())) {
        return false;
    }
    if (!number.match(text).hasMatch()) {
        return text;
    }
    bool ok = false;
    const qint64 whole =
        text.startsWith("0o"_L1) ? text.mid(2).toLongLong(&ok, 8) : text.toLongLong(&ok, 0);
    return ok ? QJsonValue(whole) : QJsonValue(text.toDouble());
}

class YamlConverter
{
public:
    std::vector<RepeatedKey> repeated;

    QJsonValue convert(const YAML::Node &node, const QString &path)
    {
        switch (node.Type()) {
        case YAML::NodeType::Map:
            return object(node, path);
        case YAML::NodeType::Sequence: {
            QJsonArray list;
            for (const YAML::Node &item : node) {
                list.append(convert(item, u"%1[%2]"_s.arg(path).arg(list.size())));
            }
            return list;
        }
        case YAML::NodeType::Scalar: {
            const QString text = QString::fromStdString(node.Scalar());
            return node.Tag() == "?" ? plainScalar(text) : QJsonValue(text);
        }
        default:
            return QJsonValue::Null;
        }
    }

private:
    QJsonValue object(const YAML::Node &node, const QString &path)
    {
        QJsonObject converted;
        for (const auto &entry : node) {
            const QString key = QString::fromStdString(entry.first.Scalar());
            if (converted.contains(key)) {
                repeated.push_back({below(path, key), key, entry.first.Mark().line + 1});
            }
            converted[key] = convert(entry.second, below(path, key));
        }
        return converted;
    }
};

QString jsonError(const QByteArray &bytes, const QJsonParseError &error)
{
    // Go distinguishes a text that ends too early from one with a wrong character.
    if (error.offset >= bytes.size() || bytes.trimmed().isEmpty()) {
        return u"unexpected end of JSON input"_s;
    }
    const int at = std::max(0, error.offset - 1);
    return u"invalid character '%1' looking for beginning of value"_s.arg(QLatin1Char(bytes[at]));
}

} // namespace

Body readJson(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return {.error = jsonError(bytes, error)};
    }
    Body body;
    body.value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    body.repeated = KeyScanner(bytes).scan();
    return body;
}

Body readYaml(const QByteArray &bytes)
{
    if (bytes.trimmed().startsWith('{')) {
        Body json = readJson(bytes);
        if (json.error.isEmpty()) {
            return json;
        }
    }
    try {
        YamlConverter converter;
        Body body;
        body.value = converter.convert(YAML::Load(bytes.toStdString()), {});
        body.repeated = std::move(converter.repeated);
        return body;
    } catch (const YAML::Exception &failure) {
        return {.error = u"yaml: line %1: did not find expected node content"_s.arg(
                    failure.mark.line + 1)};
    }
}

} // namespace spillway::demo
