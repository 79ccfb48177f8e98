// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace spillway {

struct YamlEntry;

/// One value of a YAML document with its place. Aliases are already replaced by what they mean.
struct YamlValue
{
    enum class Kind : std::uint8_t { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    bool quoted = false; ///< "5" is text, 5 is a number
    int line = 0;        ///< from 1
    int column = 0;      ///< from 1
    QString text;        ///< of a Scalar
    std::vector<YamlValue> items;
    std::vector<YamlEntry> entries; ///< in the order of the file; keys may repeat (an error later)
};

struct YamlEntry
{
    QString key;
    int line = 0;
    int column = 0;
    YamlValue value;
};

/// Guards against hostile files.
struct YamlLimits
{
    qsizetype bytes = 10LL * 1024 * 1024;
    qsizetype values = 200'000;     ///< after aliases are expanded ("billion laughs")
    qsizetype letters = 40'000'000; ///< of all texts, likewise
};

/// A parsed file. No exception of yaml-cpp leaves it. https://yaml.org/spec/1.2.2/
class YamlDocument
{
public:
    /// Exactly one document, UTF-8. `file` is only named in errors. Error InvalidDocument with
    /// position, or TooLarge.
    [[nodiscard]] static Result<YamlDocument> parse(QByteArrayView bytes, const QString &file,
                                                    const YamlLimits &limits = {});
    [[nodiscard]] const YamlValue &root() const { return m_root; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// For migrations: change(YamlValue &root).
    template<typename Change>
    void edit(Change change)
    {
        change(m_root);
    }

private:
    QString m_file;
    YamlValue m_root;
};

using YamlProblems = std::vector<Error>;

class YamlMap;

/// A value being read: knows its field path and notes every problem instead of stopping at the
/// first. Refers to the document and the list of problems; both must outlive it.
class YamlField
{
public:
    YamlField(const YamlDocument &document, YamlProblems &problems);

    [[nodiscard]] std::optional<QString> toString() const; ///< any scalar as it is written
    [[nodiscard]] std::optional<qint64>
    toInt(qint64 min = std::numeric_limits<qint64>::min(),
          qint64 max = std::numeric_limits<qint64>::max()) const;
    [[nodiscard]] std::optional<double> toDouble() const; ///< finite
    [[nodiscard]] std::optional<bool> toBool() const;     ///< true or false
    [[nodiscard]] std::optional<std::chrono::milliseconds> toDuration() const;
    /// The index of the name.
    [[nodiscard]] std::optional<std::size_t> toChoice(std::span<const QLatin1String> names) const;
    /// Empty, with a problem, if it is not a list; null is an empty list.
    [[nodiscard]] std::vector<YamlField> toList() const;
    [[nodiscard]] QStringList toStringList() const;
    /// An empty map, with a problem, if it is not a map.
    [[nodiscard]] YamlMap toMap() const;

    [[nodiscard]] bool isNull() const { return m_value->kind == YamlValue::Kind::Null; }
    [[nodiscard]] const YamlValue &value() const { return *m_value; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] DocumentPosition position() const;
    /// Notes a problem at this value: what is wrong, and what to write instead.
    void fail(const QString &why, const QString &advice = {}) const;

private:
    friend class YamlMap;
    YamlField(const YamlField &parent, const YamlValue &value, QString path);
    [[nodiscard]] bool expectScalar(const QString &expected) const;
    void wrongType(const QString &expected) const;

    const QString *m_file;
    YamlProblems *m_problems;
    const YamlValue *m_value;
    QString m_path;
};

/// The fields of a map. Ask for each known key, then call finish(), which notes those that are not
/// known, with the nearest known key.
class YamlMap
{
public:
    explicit YamlMap(const YamlField &field);

    [[nodiscard]] std::optional<YamlField> find(QLatin1String key);
    /// Notes a problem if the key is missing.
    [[nodiscard]] std::optional<YamlField> require(QLatin1String key);
    [[nodiscard]] QString string(QLatin1String key, const QString &fallback = {});
    [[nodiscard]] QString requiredString(QLatin1String key);
    [[nodiscard]] bool boolean(QLatin1String key, bool fallback);
    [[nodiscard]] std::vector<YamlField> list(QLatin1String key);
    /// Every entry, for maps whose keys are data; all count as known.
    [[nodiscard]] std::vector<std::pair<QString, YamlField>> all();
    void finish();
    [[nodiscard]] const YamlField &field() const { return m_field; }

private:
    YamlField m_field;
    QStringList m_known;
};

/// The candidate with the smallest edit distance, if it is near enough to be a slip of the pen.
[[nodiscard]] QString nearestName(const QString &name, const QStringList &candidates);

} // namespace spillway
