// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "core/yamldocument.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlDocument)
};

qsizetype editDistance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<qsizetype>(j);
    }
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i].toLower() == b[static_cast<qsizetype>(j) - 1].toLower();
            const qsizetype replaced = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

QString didYouMean(const QString &name, const QStringList &candidates)
{
    const QString nearest = nearestName(name, candidates);
    return nearest.isEmpty() ? Text::tr("Known here: %1.").arg(candidates.join(u", "_s))
                             : Text::tr("Did you mean “%1”?").arg(nearest);
}

/// A long value would hide the message.
QString shortened(const QString &text)
{
    return text.size() > 60 ? QString{text.first(59) + u'…'} : text;
}

} // namespace

QString nearestName(const QString &name, const QStringList &candidates)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, name.size() / 3) + 1;
    if (name.size() > 100) {
        return best;
    }
    for (const QString &candidate : candidates) {
        const qsizetype distance = editDistance(name, candidate);
        if (distance < bestDistance && distance < candidate.size()) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

YamlField::YamlField(const YamlDocument &document, YamlProblems &problems)
    : m_file(&document.file())
    , m_problems(&problems)
    , m_value(&document.root())
{}

YamlField::YamlField(const YamlField &parent, const YamlValue &value, QString path)
    : m_file(parent.m_file)
    , m_problems(parent.m_problems)
    , m_value(&value)
    , m_path(std::move(path))
{}

DocumentPosition YamlField::position() const
{
    return {*m_file, m_value->line, m_value->column, m_path};
}

void YamlField::fail(const QString &why, const QString &advice) const
{
    Error error;
    error.code = ErrorCode::InvalidDocument;
    error.what = Text::tr("A value in the file is wrong");
    error.where = *m_file;
    error.why = why;
    error.advice = advice;
    error.position = position();
    m_problems->push_back(std::move(error));
}

void YamlField::wrongType(const QString &expected) const
{
    switch (m_value->kind) {
    case YamlValue::Kind::Null:
        fail(Text::tr("%1 is expected, the value is empty").arg(expected));
        return;
    case YamlValue::Kind::List:
        fail(Text::tr("%1 is expected, a list was found").arg(expected));
        return;
    case YamlValue::Kind::Map:
        fail(Text::tr("%1 is expected, a map was found").arg(expected));
        return;
    case YamlValue::Kind::Scalar:
        fail(Text::tr("%1 is expected, “%2” was found").arg(expected, shortened(m_value->text)));
        return;
    }
}

bool YamlField::expectScalar(const QString &expected) const
{
    if (m_value->kind == YamlValue::Kind::Scalar) {
        return true;
    }
    wrongType(expected);
    return false;
}

std::optional<QString> YamlField::toString() const
{
    if (!expectScalar(Text::tr("text"))) {
        return std::nullopt;
    }
    return m_value->text;
}

std::optional<qint64> YamlField::toInt(qint64 min, qint64 max) const
{
    const QString expected = Text::tr("a whole number");
    if (!expectScalar(expected)) {
        return std::nullopt;
    }
    bool ok = false;
    const qint64 number = m_value->text.toLongLong(&ok);
    if (!ok || m_value->quoted) {
        wrongType(expected);
        return std::nullopt;
    }
    if (number < min || number > max) {
        const bool open = max == std::numeric_limits<qint64>::max();
        fail(
            open
                ? Text::tr("a number of at least %1 is expected, %2 was found").arg(min).arg(number)
                : Text::tr("a number from %1 to %2 is expected, %3 was found")
                      .arg(min)
                      .arg(max)
                      .arg(number));
        return std::nullopt;
    }
    return number;
}

std::optional<double> YamlField::toDouble() const
{
    const QString expected = Text::tr("a number");
    if (!expectScalar(expected)) {
        return std::nullopt;
    }
    bool ok = false;
    const double number = m_value->text.toDouble(&ok);
    if (!ok || m_value->quoted || !std::isfinite(number)) {
        wrongType(expected);
        return std::nullopt;
    }
    return number;
}

std::optional<bool> YamlField::toBool() const
{
    if (m_value->kind == YamlValue::Kind::Scalar && !m_value->quoted) {
        if (m_value->text == u"true") {
            return true;
        }
        if (m_value->text == u"false") {
            return false;
        }
    }
    wrongType(Text::tr("true or false"));
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> YamlField::toDuration() const
{
    if (!expectScalar(Text::tr("a duration such as 90s or 1h30m"))) {
        return std::nullopt;
    }
    const Result<std::chrono::milliseconds> duration = parseDuration(m_value->text);
    if (!duration) {
        fail(duration.error().what + u": "_s + duration.error().why, duration.error().advice);
        return std::nullopt;
    }
    return *duration;
}

std::optional<std::size_t> YamlField::toChoice(std::span<const QLatin1String> names) const
{
    QStringList candidates;
    candidates.reserve(static_cast<qsizetype>(names.size()));
    for (const QLatin1String name : names) {
        candidates << QString{name};
    }
    if (!expectScalar(Text::tr("one of: %1").arg(candidates.join(u", "_s)))) {
        return std::nullopt;
    }
    const qsizetype index = candidates.indexOf(m_value->text);
    if (index < 0) {
        fail(Text::tr("“%1” is not known here").arg(shortened(m_value->text)),
             didYouMean(m_value->text, candidates));
        return std::nullopt;
    }
    return static_cast<std::size_t>(index);
}

std::vector<YamlField> YamlField::toList() const
{
    std::vector<YamlField> fields;
    if (m_value->kind != YamlValue::Kind::List) {
        if (!isNull()) {
            wrongType(Text::tr("a list"));
        }
        return fields;
    }
    fields.reserve(m_value->items.size());
    for (std::size_t i = 0; i < m_value->items.size(); ++i) {
        fields.push_back(YamlField(*this, m_value->items[i], u"%1[%2]"_s.arg(m_path).arg(i)));
    }
    return fields;
}

QStringList YamlField::toStringList() const
{
    QStringList texts;
    for (const YamlField &field : toList()) {
        if (const std::optional<QString> text = field.toString()) {
            texts << *text;
        }
    }
    return texts;
}

YamlMap YamlField::toMap() const
{
    return YamlMap(*this);
}

YamlMap::YamlMap(const YamlField &field)
    : m_field(field)
{
    if (field.value().kind != YamlValue::Kind::Map) {
        field.wrongType(Text::tr("a map"));
        return;
    }
    QSet<QString> seen;
    for (const YamlEntry &entry : field.value().entries) {
        if (seen.contains(entry.key)) {
            Error error;
            error.code = ErrorCode::InvalidDocument;
            error.what = Text::tr("A field in the file is wrong");
            error.where = *field.m_file;
            error.why = Text::tr("“%1” is there twice").arg(shortened(entry.key));
            error.advice = Text::tr("Keep one of the two; the first one is used.");
            error.position =
                DocumentPosition{*field.m_file, entry.line, entry.column, field.path()};
            field.m_problems->push_back(std::move(error));
        }
        seen << entry.key;
    }
}

std::optional<YamlField> YamlMap::find(QLatin1String key)
{
    m_known << QString{key};
    for (const YamlEntry &entry : m_field.value().entries) {
        if (entry.key == key) {
            const QString path =
                m_field.path().isEmpty() ? QString{key} : QString{m_field.path() + u'.' + key};
            return YamlField(m_field, entry.value, path);
        }
    }
    return std::nullopt;
}

std::optional<YamlField> YamlMap::require(QLatin1String key)
{
    std::optional<YamlField> field = find(key);
    if (!field && m_field.value().kind == YamlValue::Kind::Map) {
        m_field.fail(Text::tr("the field “%1” is missing").arg(key));
    }
    return field;
}

QString YamlMap::string(QLatin1String key, const QString &fallback)
{
    const std::optional<YamlField> field = find(key);
    return field ? field->toString().value_or(fallback) : fallback;
}

QString YamlMap::requiredString(QLatin1String key)
{
    const std::optional<YamlField> field = require(key);
    return field ? field->toString().value_or(QString{}) : QString{};
}

bool YamlMap::boolean(QLatin1String key, bool fallback)
{
    const std::optional<YamlField> field = find(key);
    return field ? field->toBool().value_or(fallback) : fallback;
}

std::vector<YamlField> YamlMap::list(QLatin1String key)
{
    const std::optional<YamlField> field = find(key);
    return field ? field->toList() : std::vector<YamlField>{};
}

std::vector<std::pair<QString, YamlField>> YamlMap::all()
{
    std::vector<std::pair<QString, YamlField>> fields;
    for (const YamlEntry &entry : m_field.value().entries) {
        m_known << entry.key;
        const QString path =
            m_field.path().isEmpty() ? entry.key : QString{m_field.path() + u'.' + entry.key};
        fields.emplace_back(entry.key, YamlField(m_field, entry.value, path));
    }
    return fields;
}

void YamlMap::finish()
{
    for (const YamlEntry &entry : m_field.value().entries) {
        if (m_known.contains(entry.key)) {
            continue;
        }
        Error error;
        error.code = ErrorCode::InvalidDocument;
        error.what = Text::tr("A field in the file is wrong");
        error.where = *m_field.m_file;
        error.why = Text::tr("the field “%1” is not known").arg(shortened(entry.key));
        error.advice = didYouMean(entry.key, m_known);
        error.position =
            DocumentPosition{*m_field.m_file, entry.line, entry.column, m_field.path()};
        m_field.m_problems->push_back(std::move(error));
    }
}

} // namespace spillway
