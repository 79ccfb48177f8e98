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

/// What the escape of Go behind a backslash at `at` stands for, in UTF-8; moves behind it. Of what
/// is none the backslash is left out.
/// https://go.dev/ref/spec#Rune_literals
QByteArray escapeAt(QStringView text, qsizetype &at)
{
    constexpr QStringView letters = u"abfnrtv\\";
    constexpr const char *controls = "\a\b\f\n\r\t\v\\";
    const QChar c = text[at];
    if (const qsizetype known = letters.indexOf(c); known >= 0) {
        ++at;
        return {1, controls[known]};
    }
    const bool octal = c >= u'0' && c <= u'7';
    const qsizetype digits = octal ? 3 : c == u'x' ? 2 : c == u'u' ? 4 : c == u'U' ? 8 : 0;
    const qsizetype first = octal ? at : at + 1;
    bool ok = digits > 0 && first + digits <= text.size();
    const char32_t value = ok ? text.sliced(first, digits).toUInt(&ok, octal ? 8 : 16) : 0;
    if (!ok) {
        return {};
    }
    at = first + digits;
    if (octal || c == u'x') { // a byte, maybe one of several
        return {1, static_cast<char>(value)};
    }
    return QString::fromUcs4(&value, 1).toUtf8();
}

/// What a literal with escapes stands for.
QString unescaped(QStringView text, QChar quote)
{
    if (quote == u'`') {
        return text.toString();
    }
    QByteArray out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype slash = text.indexOf(u'\\', at);
        if (slash < 0 || slash + 1 == text.size()) {
            out += text.sliced(at).toUtf8();
            return QString::fromUtf8(out);
        }
        out += text.sliced(at, slash - at).toUtf8();
        at = slash + 1;
        out += escapeAt(text, at);
    }
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

bool isSeveral(const VariableValue &value)
{
    return value.all || value.values.size() > 1;
}

QString regexOf(const VariableValue &value)
{
    if (value.all) {
        return u".*"_s; // as without the matcher: also series that do not have the label
    }
    QStringList parts;
    parts.reserve(value.values.size());
    for (const QString &one : value.values) {
        parts << regexEscaped(one);
    }
    return parts.size() == 1 ? parts.front() : QString{u'(' + parts.join(u'|') + u')'};
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

Reference referenceAt(QStringView text, qsizetype at)
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
    return {text.sliced(begin, end - begin).toString(), end + (braces ? 1 : 0) - at};
}

/// Replaces references to known variables, and what is between them.
template<typename Replace, typename Keep>
QString replaceReferences(QStringView text, const VariableValues &values, Replace replace,
                          Keep keep)
{
    QString out;
    qsizetype kept = 0;
    for (qsizetype i = text.indexOf(u'$'); i >= 0; i = text.indexOf(u'$', i)) {
        const Reference reference = referenceAt(text, i);
        const auto found = values.constFind(reference.name);
        if (reference.length == 0 || found == values.constEnd()) {
            ++i;
            continue;
        }
        out += keep(text.sliced(kept, i - kept));
        out += replace(*found);
        i += reference.length;
        kept = i;
    }
    return out + keep(text.sliced(kept));
}

QString asIs(QStringView text)
{
    return text.toString();
}

QString listed(const VariableValue &value)
{
    return value.all ? u".*"_s : value.values.join(u", "_s);
}

/// Fills in an expression: each literal as its matcher takes it.
class Expander
{
public:
    Expander(const QString &expr, const VariableValues &values)
        : m_expr(expr)
        , m_values(values)
    {}

    QString run()
    {
        qsizetype at = 0;
        while (at < m_expr.size()) {
            qsizetype open = at;
            while (open < m_expr.size() && !QStringView(u"\"'`").contains(m_expr[open])) {
                ++open;
            }
            m_out += replaceReferences(m_expr.sliced(at, open - at), m_values, listed, asIs);
            at = open < m_expr.size() ? literal(open) : open;
        }
        return m_out;
    }

private:
    /// Returns what is behind the literal that begins at `open`.
    qsizetype literal(qsizetype open)
    {
        const QChar quote = m_expr[open];
        qsizetype end = open + 1;
        while (end < m_expr.size() && m_expr[end] != quote) {
            end += m_expr[end] == u'\\' && quote != u'`' ? 2 : 1;
        }
        end = std::min(end, m_expr.size());
        const QStringView inside = m_expr.sliced(open + 1, end - open - 1);
        const QString before = m_out.trimmed();
        const bool matches = before.endsWith("=~"_L1) || before.endsWith("!~"_L1);
        const bool equals = before.endsWith(u'=');
        if (equals && namesSeveral(inside)) {
            becomeRegex();
            m_out += quote + expressionOf(inside, quote);
        } else {
            m_out += quote + valuesIn(inside, quote, matches, equals);
        }
        if (end < m_expr.size()) {
            m_out += quote;
        }
        return end + 1;
    }

    [[nodiscard]] bool namesSeveral(QStringView inside) const
    {
        bool several = false;
        replaceReferences(
            inside, m_values,
            [&several](const VariableValue &value) {
                several = several || isSeveral(value);
                return QString();
            },
            asIs);
        return several;
    }

    /// What was = or != takes a regular expression now.
    void becomeRegex()
    {
        const qsizetype sign = m_out.lastIndexOf(u'=');
        const bool negated = sign > 0 && m_out[sign - 1] == u'!';
        m_out.replace(negated ? sign : sign + 1, negated ? 1 : 0, u"~"_s);
    }

    /// A literal that was compared as it is, as a regular expression.
    [[nodiscard]] QString expressionOf(QStringView inside, QChar quote) const
    {
        return replaceReferences(
            inside, m_values,
            [quote](const VariableValue &value) { return literalEscaped(regexOf(value), quote); },
            [quote](QStringView text) {
                return literalEscaped(regexEscaped(unescaped(text, quote)), quote);
            });
    }

    [[nodiscard]] QString valuesIn(QStringView inside, QChar quote, bool matches, bool equals) const
    {
        return replaceReferences(
            inside, m_values,
            [=](const VariableValue &value) {
                const bool regex = matches || isSeveral(value) || (value.regex && !equals);
                return literalEscaped(regex ? regexOf(value) : value.values.value(0), quote);
            },
            asIs);
    }

    QStringView m_expr;
    const VariableValues &m_values;
    QString m_out;
};

} // namespace

QString expandVariables(const QString &expr, const VariableValues &values)
{
    return Expander(expr, values).run();
}

QString expandTitle(const QString &title, const VariableValues &values)
{
    return replaceReferences(
        title, values,
        [](const VariableValue &value) { return value.all ? u"*"_s : value.values.join(u", "_s); },
        asIs);
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
