// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/yamlreader.h"

#include "core/duration.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlReader)
};

constexpr qsizetype longestDocument = 1024 * 1024;

/// Levenshtein's distance.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<qsizetype>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype above = row[j];
            const bool same = a[i - 1].toLower() == b[static_cast<qsizetype>(j) - 1].toLower();
            row[j] = std::min({above + 1, row[j - 1] + 1, corner + (same ? 0 : 1)});
            corner = above;
        }
    }
    return row.back();
}

QString nearest(const QString &key, const QStringList &known)
{
    QString best;
    qsizetype least = std::max<qsizetype>(2, key.size() / 2) + 1;
    for (const QString &one : known) {
        const qsizetype away = distance(key, one);
        if (away < least) {
            least = away;
            best = one;
        }
    }
    return best;
}

QString scalarText(const YAML::Node &node)
{
    return QString::fromStdString(node.Scalar());
}

} // namespace

YamlReader::YamlReader(QString file)
    : m_file(std::move(file))
{}

QString YamlReader::join(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : QString(path + u'.' + key);
}

std::optional<YAML::Node> YamlReader::parse(const QByteArray &yaml)
{
    if (yaml.size() > longestDocument) {
        problemAt(YAML::Mark::null_mark(), {}, Text::tr("the file is larger than 1 MiB"), {},
                  ErrorCode::TooLarge);
        return std::nullopt;
    }
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (root.IsMap()) {
            return root;
        }
        problem(root, {}, Text::tr("a map of keys and values was expected"));
    } catch (const YAML::Exception &exception) {
        // Behind a colon yaml-cpp quotes the document.
        const QString why = QString::fromStdString(exception.msg).section(u':', 0, 0);
        problemAt(exception.mark, {}, why, {}, ErrorCode::InvalidDocument);
    }
    return std::nullopt;
}

void YamlReader::checkKeys(const YAML::Node &map, const QString &path, const QStringList &known)
{
    std::set<QString> seen;
    for (const auto &entry : map) {
        if (!entry.first.IsScalar()) {
            problem(entry.first, path, Text::tr("a key must be a text"));
            continue;
        }
        const QString key = scalarText(entry.first);
        if (!seen.insert(key).second) {
            problem(entry.first, join(path, key), Text::tr("the key %1 is given twice").arg(key));
        }
        if (!known.isEmpty() && !known.contains(key)) {
            const QString close = nearest(key, known);
            problem(entry.first, join(path, key), Text::tr("the key %1 is not known").arg(key),
                    close.isEmpty() ? Text::tr("Known here: %1.").arg(known.join(u", "_s))
                                    : Text::tr("Did you mean %1?").arg(close));
        }
    }
}

std::optional<YAML::Node> YamlReader::map(const YAML::Node &parent, const QString &path,
                                          const char *key)
{
    const YAML::Node node = parent[key];
    if (!node.IsDefined() || node.IsNull()) {
        return std::nullopt;
    }
    if (!node.IsMap()) {
        problem(node, join(path, QString::fromUtf8(key)),
                Text::tr("a map of keys and values was expected"));
        return std::nullopt;
    }
    return node;
}

std::optional<YAML::Node> YamlReader::list(const YAML::Node &parent, const QString &path,
                                           const char *key)
{
    const YAML::Node node = parent[key];
    if (!node.IsDefined() || node.IsNull()) {
        return std::nullopt;
    }
    if (!node.IsSequence()) {
        problem(node, join(path, QString::fromUtf8(key)), Text::tr("a list was expected"));
        return std::nullopt;
    }
    return node;
}

std::optional<YAML::Node> YamlReader::scalar(const YAML::Node &parent, const QString &path,
                                             const char *key)
{
    const YAML::Node node = parent[key];
    if (!node.IsDefined() || node.IsNull()) {
        return std::nullopt;
    }
    if (!node.IsScalar()) {
        problem(node, join(path, QString::fromUtf8(key)), Text::tr("a single value was expected"));
        return std::nullopt;
    }
    return node;
}

QString YamlReader::text(const YAML::Node &parent, const QString &path, const char *key,
                         const QString &otherwise)
{
    const auto node = scalar(parent, path, key);
    return node ? scalarText(*node) : otherwise;
}

QStringList YamlReader::texts(const YAML::Node &parent, const QString &path, const char *key)
{
    const YAML::Node node = parent[key];
    if (node.IsDefined() && node.IsScalar()) {
        return {scalarText(node)};
    }
    QStringList out;
    if (const auto items = list(parent, path, key)) {
        for (const YAML::Node &item : *items) {
            if (item.IsScalar()) {
                out.append(scalarText(item));
            } else {
                problem(item, join(path, QString::fromUtf8(key)),
                        Text::tr("a single value was expected"));
            }
        }
    }
    return out;
}

bool YamlReader::flag(const YAML::Node &parent, const QString &path, const char *key,
                      bool otherwise)
{
    const auto node = scalar(parent, path, key);
    bool value = otherwise;
    if (node && !YAML::convert<bool>::decode(*node, value)) {
        problem(*node, join(path, QString::fromUtf8(key)), Text::tr("true or false was expected"));
    }
    return value;
}

std::optional<double> YamlReader::amount(const YAML::Node &parent, const QString &path,
                                         const char *key)
{
    const auto node = scalar(parent, path, key);
    if (!node) {
        return std::nullopt;
    }
    bool ok = false;
    const double value = scalarText(*node).toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0) {
        problem(*node, join(path, QString::fromUtf8(key)),
                Text::tr("a number that is not negative was expected"));
        return std::nullopt;
    }
    return value;
}

std::chrono::milliseconds YamlReader::duration(const YAML::Node &parent, const QString &path,
                                               const char *key, std::chrono::milliseconds otherwise)
{
    const auto node = scalar(parent, path, key);
    if (!node) {
        return otherwise;
    }
    const auto value = parseDuration(scalarText(*node));
    if (!value || value->count() <= 0) {
        problem(*node, join(path, QString::fromUtf8(key)),
                Text::tr("a duration such as 30s or 2m was expected"));
        return otherwise;
    }
    return *value;
}

void YamlReader::problem(const YAML::Node &at, const QString &path, const QString &why,
                         const QString &advice, ErrorCode code)
{
    problemAt(at.Mark(), path, why, advice, code);
}

void YamlReader::problemAt(const YAML::Mark &mark, const QString &path, const QString &why,
                           const QString &advice, ErrorCode code)
{
    Error error;
    error.code = code;
    error.what = Text::tr("Cannot understand the file");
    error.why = why;
    error.advice = advice;
    error.position = DocumentPosition{m_file, mark.is_null() ? 0 : mark.line + 1,
                                      mark.is_null() ? 0 : mark.column + 1, path};
    error.where = m_file;
    m_problems.push_back(std::move(error));
}

} // namespace spillway
