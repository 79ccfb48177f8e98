// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/selectors.h"

#include "kubeobjects/objectengine.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

QString unescaped(const QString &value)
{
    QString plain;
    for (qsizetype at = 0; at < value.size(); ++at) {
        if (value.at(at) == u'\\' && at + 1 < value.size()) {
            ++at;
        }
        plain.append(value.at(at));
    }
    return plain;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue value : array.toArray()) {
        texts.append(value.toString());
    }
    return texts;
}

} // namespace

/// Recursive descent over the text of one selector.
class LabelSelector::Parser
{
public:
    explicit Parser(QString text)
        : m_text(std::move(text))
    {}

    /// Empty if the text was understood.
    QString run(std::vector<Requirement> &found)
    {
        while (m_error.isEmpty()) {
            found.push_back(requirement());
            const QString next = token();
            if (next.isEmpty() || !m_error.isEmpty()) {
                break;
            }
            if (next != ","_L1) {
                m_error = u"found '%1', expected: ',' or 'end of string'"_s.arg(next);
            }
        }
        return m_error;
    }

private:
    QString token()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        const qsizetype start = m_at;
        constexpr QStringView special = u"()!,=<>";
        if (m_at < m_text.size() && special.contains(m_text.at(m_at))) {
            const QChar first = m_text.at(m_at++);
            const bool pair =
                m_at < m_text.size() && m_text.at(m_at) == u'=' && (first == u'!' || first == u'=');
            m_at += pair ? 1 : 0;
            return m_text.mid(start, m_at - start);
        }
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace() &&
               !special.contains(m_text.at(m_at))) {
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    QString peek()
    {
        const qsizetype before = m_at;
        QString next = token();
        m_at = before;
        return next;
    }

    Requirement requirement()
    {
        QString key = token();
        if (key == "!"_L1) {
            return {token(), Operator::Absent, {}};
        }
        if (key.isEmpty() || QStringView(u"()!,=<>").contains(key.at(0))) {
            m_error = u"found '%1', expected: !, identifier, or 'end of string'"_s.arg(key);
            return {};
        }
        const QString sign = peek();
        if (sign.isEmpty() || sign == ","_L1) {
            return {key, Operator::Exists, {}};
        }
        token();
        return comparison(key, sign);
    }

    Requirement comparison(const QString &key, const QString &sign)
    {
        if (sign == "="_L1 || sign == "=="_L1) {
            return {key, Operator::In, {value()}};
        }
        if (sign == "!="_L1) {
            return {key, Operator::NotIn, {value()}};
        }
        if (sign == ">"_L1 || sign == "<"_L1) {
            return {key, sign == ">"_L1 ? Operator::Greater : Operator::Less, {value()}};
        }
        if (sign == "in"_L1 || sign == "notin"_L1) {
            return {key, sign == "in"_L1 ? Operator::In : Operator::NotIn, set()};
        }
        m_error = u"found '%1', expected: in, notin, =, ==, !=, gt, lt"_s.arg(sign);
        return {};
    }

    QString value()
    {
        const QString next = peek();
        return next.isEmpty() || next == ","_L1 ? QString() : token();
    }

    QStringList set()
    {
        if (const QString open = token(); open != "("_L1) {
            m_error = u"found '%1' expected: '('"_s.arg(open);
            return {};
        }
        QStringList values{value()};
        while (m_error.isEmpty()) {
            const QString next = token();
            if (next == ")"_L1) {
                break;
            }
            if (next != ","_L1) {
                m_error = u"found '%1', expected: ',' or ')'"_s.arg(next);
                break;
            }
            values.append(peek() == ")"_L1 ? QString() : value());
        }
        return values;
    }

    QString m_text;
    qsizetype m_at = 0;
    QString m_error;
};

std::variant<LabelSelector, ApiStatus> LabelSelector::parse(const QString &text)
{
    LabelSelector selector;
    if (text.trimmed().isEmpty()) {
        return selector;
    }
    const QString error = Parser(text).run(selector.m_requirements);
    if (!error.isEmpty()) {
        return badRequest(u"unable to parse requirement: "_s + error);
    }
    return selector;
}

LabelSelector LabelSelector::fromObject(const QJsonObject &selector)
{
    LabelSelector made;
    const QJsonObject labels = selector["matchLabels"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        made.m_requirements.push_back({label.key(), Operator::In, {label.value().toString()}});
    }
    for (const QJsonValue expression : selector["matchExpressions"_L1].toArray()) {
        const QString op = expression["operator"_L1].toString();
        made.m_requirements.push_back({expression["key"_L1].toString(),
                                       op == "In"_L1       ? Operator::In
                                       : op == "NotIn"_L1  ? Operator::NotIn
                                       : op == "Exists"_L1 ? Operator::Exists
                                                           : Operator::Absent,
                                       textsOf(expression["values"_L1])});
    }
    return made;
}

bool LabelSelector::Requirement::holds(const QJsonObject &labels) const
{
    const auto found = labels.constFind(key);
    const bool exists = found != labels.constEnd();
    const QString value = exists ? found->toString() : QString();
    switch (op) {
    case Operator::In:
        return exists && values.contains(value);
    case Operator::NotIn:
        return !exists || !values.contains(value);
    case Operator::Exists:
        return exists;
    case Operator::Absent:
        return !exists;
    case Operator::Greater:
        return exists && value.toLongLong() > values.value(0).toLongLong();
    case Operator::Less:
        return exists && value.toLongLong() < values.value(0).toLongLong();
    }
    return false;
}

bool LabelSelector::matches(const QJsonObject &object) const
{
    const QJsonObject labels = object["metadata"_L1]["labels"_L1].toObject();
    return std::all_of(m_requirements.begin(), m_requirements.end(),
                       [&labels](const Requirement &each) { return each.holds(labels); });
}

std::variant<FieldSelector, ApiStatus> FieldSelector::parse(const QString &text,
                                                            const ResourceType &type)
{
    FieldSelector selector;
    const QStringList known = fieldLabels(type);
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals <= 0) {
            return badRequest(u"invalid selector: '%1'; can't understand '%2'"_s.arg(text, part));
        }
        Term term;
        term.equal = part.at(equals - 1) != u'!';
        term.label = part.left(term.equal ? equals : equals - 1);
        const bool twice = part.mid(equals + 1).startsWith(u'=');
        term.value = unescaped(part.mid(equals + (twice ? 2 : 1)));
        const bool always =
            term.label == "metadata.name"_L1 || term.label == "metadata.namespace"_L1;
        if (!always && !known.contains(term.label)) {
            return badRequest(
                known.isEmpty() && !type.custom
                    ? u"\"%1\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""_s
                          .arg(term.label)
                    : u"field label not supported: "_s + term.label);
        }
        selector.m_terms.push_back(term);
    }
    return selector;
}

bool FieldSelector::matches(const ResourceType &type, const QJsonObject &object) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return (fieldValue(type, object, term.label) == term.value) == term.equal;
    });
}

} // namespace spillway::demo
