// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/variables.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// RE2's special characters; other characters must not get a backslash.
/// https://github.com/google/re2/wiki/Syntax
QString regexEscaped(const QString &value)
{
    QString out;
    for (const QChar c : value) {
        if (QStringView(u"\\.+*?()|[]{}^$").contains(c)) {
            out += u'\\';
        }
        out += c;
    }
    return out;
}

QString literalEscaped(const QString &value, QChar quote)
{
    QString out;
    for (const QChar c : value) {
        if (quote == u'`') {
            if (c != u'`') { // a raw literal cannot hold its own quote
                out += c;
            }
            continue;
        }
        if (c == u'\n') {
            out += u"\\n"_s;
            continue;
        }
        if (c == u'\\' || c == quote) {
            out += u'\\';
        }
        out += c;
    }
    return out;
}

QString textOf(const VariableValue &value, QChar quote)
{
    QString text;
    if (value.all) {
        text = u".*"_s;
    } else if (value.regex || value.values.size() > 1) {
        QStringList parts;
        parts.reserve(value.values.size());
        for (const QString &one : value.values) {
            parts << regexEscaped(one);
        }
        text = parts.size() == 1 ? parts.front() : QString{u'(' + parts.join(u'|') + u')'};
    } else {
        text = value.values.value(0);
    }
    return quote.isNull() ? text : literalEscaped(text, quote);
}

bool isWord(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

/// A reference to a variable at `at`, which is a '$': its name and length, or length 0.
struct Reference
{
    QString name;
    qsizetype length = 0;
};

Reference referenceAt(const QString &text, qsizetype at)
{
    const bool braces = at + 1 < text.size() && text[at + 1] == u'{';
    const qsizetype begin = at + (braces ? 2 : 1);
    qsizetype end = begin;
    while (end < text.size() && isWord(text[end])) {
        ++end;
    }
    if (end == begin || text[begin].isDigit() ||
        (braces && (end == text.size() || text[end] != u'}'))) {
        return {};
    }
    return {text.sliced(begin, end - begin), end + (braces ? 1 : 0) - at};
}

template<typename Replace>
QString replaceReferences(const QString &text, const VariableValues &values, Replace replace)
{
    QString out;
    out.reserve(text.size());
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'$') {
            const Reference reference = referenceAt(text, i);
            const auto found = values.constFind(reference.name);
            if (reference.length > 0 && found != values.constEnd()) {
                out += replace(*found, quote);
                i += reference.length - 1;
                continue;
            }
        }
        out += c;
        if (!quote.isNull() && c == u'\\' && quote != u'`' && i + 1 < text.size()) {
            out += text[++i];
        } else if (quote.isNull() && (c == u'"' || c == u'\'' || c == u'`')) {
            quote = c;
        } else if (c == quote) {
            quote = QChar();
        }
    }
    return out;
}

} // namespace

QString expandVariables(const QString &expr, const VariableValues &values)
{
    return replaceReferences(expr, values, textOf);
}

QString expandTitle(const QString &title, const VariableValues &values)
{
    return replaceReferences(title, values, [](const VariableValue &value, QChar) {
        return value.all ? u"*"_s : value.values.join(u", "_s);
    });
}

VariableValues initialValues(const std::vector<Variable> &variables)
{
    VariableValues chosen;
    for (const Variable &variable : variables) {
        VariableValue value;
        value.regex = variable.multi || variable.includeAll;
        const bool all = variable.current == QStringView(allValuesName) ||
                         (variable.current.isEmpty() && variable.includeAll);
        if (all && variable.includeAll) {
            value.all = true;
        } else if (!variable.current.isEmpty() && !all) {
            value.values << variable.current;
        } else if (!variable.values.isEmpty()) {
            value.values << variable.values.front();
        }
        chosen.insert(variable.name, value);
    }
    return chosen;
}

std::vector<QuerySpec> expandQueries(const std::vector<QuerySpec> &queries,
                                     const VariableValues &values)
{
    std::vector<QuerySpec> expanded = queries;
    for (QuerySpec &query : expanded) {
        query.expr = expandVariables(query.expr, values);
        query.legend = expandTitle(query.legend, values);
    }
    return expanded;
}

} // namespace spillway
