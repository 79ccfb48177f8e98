// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/promqlselectors.h"

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Words that are no metric although no bracket follows them.
constexpr std::array words{
    "and"_L1,          "or"_L1,       "unless"_L1, "bool"_L1,       "offset"_L1, "inf"_L1,
    "nan"_L1,          "atan2"_L1,    "sum"_L1,    "min"_L1,        "max"_L1,    "avg"_L1,
    "group"_L1,        "stddev"_L1,   "stdvar"_L1, "count"_L1,      "topk"_L1,   "bottomk"_L1,
    "count_values"_L1, "quantile"_L1, "limitk"_L1, "limit_ratio"_L1};
/// Words before a list of labels.
constexpr std::array lists{"by"_L1,       "without"_L1,    "on"_L1,
                           "ignoring"_L1, "group_left"_L1, "group_right"_L1};

template<typename Words>
bool isOneOf(const Words &all, QStringView word)
{
    return std::any_of(all.begin(), all.end(), [word](QLatin1String one) {
        return word.compare(one, Qt::CaseInsensitive) == 0;
    });
}

class Scanner
{
public:
    explicit Scanner(QStringView expr)
        : m_expr(expr)
    {}

    std::vector<PromqlSelector> selectors()
    {
        while (m_at < m_expr.size()) {
            const QChar c = m_expr[m_at];
            if (c == u'"' || c == u'\'' || c == u'`') {
                skipString();
            } else if (c == u'#') {
                skipTo(u'\n');
            } else if (c == u'[') {
                skipTo(u']');
            } else if (c == u'{') {
                add(matchers({}));
            } else if (c.isDigit()) {
                skipWord();
            } else if (isWordStart(c)) {
                word();
            } else {
                ++m_at;
            }
        }
        return m_found;
    }

private:
    static bool isWordStart(QChar c) { return c.isLetter() || c == u'_' || c == u':'; }

    void skipWord()
    {
        while (m_at < m_expr.size() &&
               (isWordStart(m_expr[m_at]) || m_expr[m_at].isDigit() || m_expr[m_at] == u'.')) {
            ++m_at;
        }
    }
    void skipSpaces()
    {
        while (m_at < m_expr.size() && m_expr[m_at].isSpace()) {
            ++m_at;
        }
    }
    void skipTo(QChar end)
    {
        while (m_at < m_expr.size() && m_expr[m_at++] != end) {
        }
    }
    void skipString()
    {
        const QChar quote = m_expr[m_at++];
        while (m_at < m_expr.size() && m_expr[m_at] != quote) {
            m_at += m_expr[m_at] == u'\\' && quote != u'`' ? 2 : 1;
        }
        m_at = std::min(m_at + 1, m_expr.size());
    }

    void word()
    {
        const qsizetype begin = m_at;
        skipWord();
        const QStringView word = m_expr.sliced(begin, m_at - begin);
        skipSpaces();
        const QChar next = m_at < m_expr.size() ? m_expr[m_at] : QChar();
        if (isOneOf(lists, word)) {
            if (next == u'(') {
                skipTo(u')');
            }
            return;
        }
        if (next == u'(' || isOneOf(words, word)) {
            return; // a function or an operator
        }
        if (next == u'{') {
            add(matchers(word.toString()));
            return;
        }
        add({word.toString(), {}});
    }

    PromqlSelector matchers(const QString &metric)
    {
        PromqlSelector selector{metric, {}};
        qsizetype begin = ++m_at;
        const auto take = [&](qsizetype end) {
            const QString one = m_expr.sliced(begin, end - begin).trimmed().toString();
            if (!one.isEmpty()) {
                selector.matchers.append(one);
            }
            begin = m_at;
        };
        while (m_at < m_expr.size()) {
            const QChar c = m_expr[m_at];
            if (c == u'"' || c == u'\'' || c == u'`') {
                skipString();
                continue;
            }
            ++m_at;
            if (c == u',' || c == u'}') {
                take(m_at - 1);
            }
            if (c == u'}') {
                break;
            }
        }
        // A name that is no identifier stands as a matcher: {"a.b"} or {__name__="a.b"}.
        for (qsizetype i = 0; metric.isEmpty() && i < selector.matchers.size(); ++i) {
            const QString &one = selector.matchers[i];
            if (one.startsWith(u'"') || one.startsWith("__name__"_L1)) {
                selector.metric = selector.matchers.takeAt(i);
                break;
            }
        }
        return selector;
    }

    void add(const PromqlSelector &selector)
    {
        const bool known = std::find(m_found.begin(), m_found.end(), selector) != m_found.end();
        if (!known && !(selector.metric.isEmpty() && selector.matchers.isEmpty())) {
            m_found.push_back(selector);
        }
    }

    QStringView m_expr;
    qsizetype m_at = 0;
    std::vector<PromqlSelector> m_found;
};

} // namespace

QString PromqlSelector::text(const QStringList &only) const
{
    const bool inside = metric.startsWith(u'"') || metric.startsWith("__name__"_L1);
    const QStringList braces = inside ? QStringList{metric} + only : only;
    const QString name = inside ? QString() : metric;
    return braces.isEmpty() ? name : QString(name + u'{' + braces.join(u',') + u'}');
}

std::vector<PromqlSelector> promqlSelectors(QStringView expr)
{
    return Scanner(expr).selectors();
}

} // namespace spillway
