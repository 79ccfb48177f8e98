// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duration.h"
#include "prometheus/metricresolver.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricResolver)
};

constexpr auto marker = "$metric("_L1;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u':';
}

/// For each character whether it is inside a string literal.
std::vector<bool> stringMask(QStringView expr)
{
    std::vector<bool> mask(static_cast<std::size_t>(expr.size()), false);
    QChar quote;
    for (qsizetype i = 0; i < expr.size(); ++i) {
        const QChar c = expr[i];
        mask[static_cast<std::size_t>(i)] = !quote.isNull();
        if (quote.isNull()) {
            quote = c == u'"' || c == u'\'' || c == u'`' ? c : QChar();
        } else if (c == u'\\' && quote != u'`') {
            if (++i < expr.size()) {
                mask[static_cast<std::size_t>(i)] = true;
            }
        } else if (c == quote) {
            quote = QChar();
        }
    }
    return mask;
}

qsizetype skipSpaces(QStringView expr, qsizetype at)
{
    while (at < expr.size() && expr[at].isSpace()) {
        ++at;
    }
    return at;
}

/// Index behind the bracket that closes the one at `open`; the end if there is none.
qsizetype behindClosing(QStringView expr, const std::vector<bool> &mask, qsizetype open)
{
    const QChar opening = expr[open];
    const QChar closing = opening == u'(' ? u')' : opening == u'{' ? u'}' : u']';
    int depth = 0;
    for (qsizetype i = open; i < expr.size(); ++i) {
        if (mask[static_cast<std::size_t>(i)]) {
            continue;
        }
        depth += expr[i] == opening ? 1 : expr[i] == closing ? -1 : 0;
        if (depth == 0) {
            return i + 1;
        }
    }
    return expr.size();
}

struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// The innermost function call around `at` whose name `accepts`. Empty if there is none.
template<typename Accepts>
Span enclosingCall(QStringView expr, qsizetype at, Accepts accepts)
{
    const std::vector<bool> mask = stringMask(expr);
    int depth = 0;
    for (qsizetype i = at - 1; i >= 0; --i) {
        if (mask[static_cast<std::size_t>(i)]) {
            continue;
        }
        if (expr[i] == u')') {
            ++depth;
        } else if (expr[i] == u'(' && depth-- == 0) {
            depth = 0;
            qsizetype end = i;
            while (end > 0 && expr[end - 1].isSpace()) {
                --end;
            }
            qsizetype begin = end;
            while (begin > 0 && isWord(expr[begin - 1])) {
                --begin;
            }
            if (begin < end && accepts(expr.sliced(begin, end - begin))) {
                return {begin, behindClosing(expr, mask, i)};
            }
        }
    }
    return {};
}

/// Where the selector that begins at `at` (its matchers, range, offset and @) ends.
struct SelectorEnd
{
    QString matchers; ///< without the braces
    qsizetype behindMatchers = 0;
    qsizetype end = 0;
    bool range = false;
};

SelectorEnd readSelector(QStringView expr, qsizetype at)
{
    const std::vector<bool> mask = stringMask(expr);
    SelectorEnd selector{{}, at, at, false};
    qsizetype next = skipSpaces(expr, at);
    if (next < expr.size() && expr[next] == u'{') {
        const qsizetype end = behindClosing(expr, mask, next);
        selector.matchers =
            expr.sliced(next + 1, std::max<qsizetype>(0, end - next - 2)).trimmed().toString();
        selector.behindMatchers = selector.end = end;
        next = skipSpaces(expr, end);
    }
    if (next < expr.size() && expr[next] == u'[') {
        selector.range = true;
        selector.end = behindClosing(expr, mask, next);
        next = skipSpaces(expr, selector.end);
    }
    for (;;) {
        const QStringView rest = expr.sliced(next);
        const bool offset = rest.startsWith("offset "_L1);
        if (!offset && !rest.startsWith(u'@')) {
            return selector;
        }
        next = skipSpaces(expr, next + (offset ? 7 : 1));
        while (next < expr.size() && (isWord(expr[next]) || expr[next] == u'$' ||
                                      expr[next] == u'.' || expr[next] == u'-')) {
            ++next;
        }
        if (next < expr.size() && expr[next] == u'(') { // @ end()
            next = behindClosing(expr, mask, next);
        }
        selector.end = next;
        next = skipSpaces(expr, next);
    }
}

QLatin1String partSuffix(MetricPart part)
{
    switch (part) {
    case MetricPart::Bucket:
        return "_bucket"_L1;
    case MetricPart::Sum:
        return "_sum"_L1;
    case MetricPart::Count:
        return "_count"_L1;
    case MetricPart::Value:
        break;
    }
    return ""_L1;
}

std::optional<MetricPart> partFromName(QStringView name)
{
    for (const MetricPart part : {MetricPart::Bucket, MetricPart::Sum, MetricPart::Count}) {
        if (name == partSuffix(part).mid(1)) {
            return part;
        }
    }
    return std::nullopt;
}

/// One $metric(...) in an expression and what it stands for.
class Place
{
public:
    Place(const QString &expr, qsizetype at)
        : m_begin(at)
    {
        const qsizetype close = expr.indexOf(u')', at);
        const qsizetype first = at + marker.size();
        const QStringView inside =
            QStringView(expr).sliced(first, (close < 0 ? expr.size() : close) - first);
        const qsizetype comma = inside.indexOf(u',');
        m_name = inside.first(comma < 0 ? inside.size() : comma).trimmed().toString();
        m_partName = comma < 0 ? QString() : inside.sliced(comma + 1).trimmed().toString();
        m_selector = readSelector(expr, close < 0 ? expr.size() : close + 1);
    }

    [[nodiscard]] const QString &name() const { return m_name; }

    void apply(QString &expr, const MetricResolution &metric, QStringList &problems) const;

private:
    [[nodiscard]] MetricPart part(const MetricResolution &metric, QStringList &problems) const;
    [[nodiscard]] QString selectorText(const QString &name) const;

    qsizetype m_begin;
    QString m_name;
    QString m_partName;
    SelectorEnd m_selector;
};

MetricPart Place::part(const MetricResolution &metric, QStringList &problems) const
{
    const auto named = partFromName(m_partName);
    if (!m_partName.isEmpty() && !named) {
        problems.append(
            Text::tr("%1 is not a part of a metric; use bucket, sum or count.").arg(m_partName));
    }
    const bool histogram = metric.shape == MetricShape::ClassicHistogram ||
                           metric.shape == MetricShape::NativeHistogram;
    if (named && metric.found && !histogram) {
        problems.append(
            Text::tr("%1 is not a histogram, so it has no %2.").arg(metric.name, m_partName));
        return MetricPart::Value;
    }
    return named.value_or(histogram ? metric.counterPart : MetricPart::Value);
}

QString Place::selectorText(const QString &name) const
{
    const bool plain = !name.isEmpty() && !name[0].isDigit() &&
                       std::all_of(name.begin(), name.end(),
                                   [](QChar c) { return c.unicode() < 128 && isWord(c); });
    if (plain) {
        return m_selector.matchers.isEmpty() ? name : u"%1{%2}"_s.arg(name, m_selector.matchers);
    }
    // The name goes into the braces, quoted. https://prometheus.io/docs/guides/utf8/
    QString quoted = name;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return m_selector.matchers.isEmpty() ? u"{\"%1\"}"_s.arg(quoted)
                                         : u"{\"%1\",%2}"_s.arg(quoted, m_selector.matchers);
}

void Place::apply(QString &expr, const MetricResolution &metric, QStringList &problems) const
{
    if (metric.shape == MetricShape::Derived) {
        QString derived = metric.derived;
        derived.replace("%3"_L1, m_selector.matchers);
        expr.replace(m_begin, m_selector.end - m_begin, derived);
        return;
    }
    const MetricPart wanted = part(metric, problems);
    const bool native = metric.shape == MetricShape::NativeHistogram;
    const bool classic = metric.shape == MetricShape::ClassicHistogram;
    const QString name = classic || !metric.found ? metric.name + partSuffix(wanted) : metric.name;
    const QString selector = selectorText(name);
    expr.replace(m_begin, m_selector.behindMatchers - m_begin, selector);
    const qsizetype shift = selector.size() - (m_selector.behindMatchers - m_begin);

    const bool reads = native && (wanted == MetricPart::Sum || wanted == MetricPart::Count);
    const bool scales = metric.scale != 1 && wanted != MetricPart::Count;
    if (!reads && !scales) {
        return;
    }
    Span span{m_begin, m_selector.end + shift};
    if (wanted == MetricPart::Bucket) {
        span = enclosingCall(expr, m_begin,
                             [](QStringView call) { return call == "histogram_quantile"_L1; });
        if (span.end == 0) {
            problems.append(
                Text::tr("The buckets of %1 are in another unit and cannot be converted here.")
                    .arg(metric.name));
            return;
        }
    } else if (m_selector.range) {
        // Nothing but a function takes a range.
        span = enclosingCall(expr, m_begin, [](QStringView) { return true; });
    }
    QString text = expr.sliced(span.begin, span.end - span.begin);
    if (reads) {
        text = u"%1(%2)"_s.arg(
            wanted == MetricPart::Sum ? u"histogram_sum"_s : u"histogram_count"_s, text);
    }
    if (scales) {
        text = u"(%1 * %2)"_s.arg(text, QString::number(metric.scale, 'g', 12));
    }
    expr.replace(span.begin, span.end - span.begin, text);
}

QString milliseconds(std::chrono::milliseconds value)
{
    return QString::number(value.count());
}

} // namespace

MetricExpansion expandMetrics(const QString &expr, const MetricCatalog &catalog,
                              const QMap<QString, QString> &bindings)
{
    MetricExpansion expansion;
    expansion.expr = expr;
    for (qsizetype at = expr.indexOf(marker); at >= 0; at = expansion.expr.indexOf(marker)) {
        const Place place(expansion.expr, at);
        const MetricResolution metric = resolveMetric(place.name(), catalog, bindings);
        if (!metric.found && !expansion.notFound.contains(place.name())) {
            expansion.notFound.append(place.name());
        }
        place.apply(expansion.expr, metric, expansion.problems);
        if (std::find(expansion.used.begin(), expansion.used.end(), metric) ==
            expansion.used.end()) {
            expansion.used.push_back(metric);
        }
    }
    return expansion;
}

std::chrono::milliseconds IntervalValues::rateInterval() const
{
    return std::max(4 * scrapeInterval, step + scrapeInterval);
}

QString expandIntervals(const QString &expr, const IntervalValues &values)
{
    // Longer names first: $__interval is the beginning of $__interval_ms.
    const std::pair<QLatin1String, QString> table[] = {
        {"__rate_interval"_L1, formatDuration(values.rateInterval())},
        {"__interval_ms"_L1, milliseconds(values.step)},
        {"__interval"_L1, formatDuration(values.step)},
        {"__range_ms"_L1, milliseconds(values.range)},
        {"__range_s"_L1, QString::number(values.range.count() / 1000)},
        {"__range"_L1, formatDuration(values.range)},
    };
    QString out = expr;
    for (const auto &[name, value] : table) {
        out.replace(u"${%1}"_s.arg(name), value);
        out.replace(u'$' + name, value);
    }
    return out;
}

} // namespace spillway
