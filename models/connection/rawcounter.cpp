// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/rawcounter.h"

#include "connection/promqlselectors.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// A selector, with offset and @, in any brackets.
const QRegularExpression &plainForm()
{
    static const QRegularExpression form(
        u"^[(\\s]*"
        "(?:[a-zA-Z_:][\\w:.]*)?\\s*"
        "(?:\\{(?:[^\"'`}]|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`)*\\})?"
        "(?:\\s*(?:offset\\s+-?\\w+|@\\s*[\\w.]+(?:\\(\\))?))*"
        "[)\\s]*$"_s);
    return form;
}

/// Of a selector: job, {"a.b"} or {__name__="a.b"}.
std::string nameOf(const PromqlSelector &selector)
{
    const qsizetype open = selector.metric.indexOf(u'"');
    if (open < 0) {
        return selector.metric.toStdString();
    }
    const qsizetype close = selector.metric.lastIndexOf(u'"');
    const bool equals = open == 0 || selector.metric.first(open).trimmed().endsWith(u"__=");
    return equals && close > open ? selector.metric.mid(open + 1, close - open - 1).toStdString()
                                  : std::string();
}

bool exists(const std::string &name, const MetricCatalog &catalog)
{
    return std::binary_search(catalog.names.begin(), catalog.names.end(), name);
}

bool isCounter(const std::string &name, const MetricCatalog &catalog)
{
    for (const std::string_view part : {"_bucket", "_count", "_sum", "_total"}) {
        if (!name.ends_with(part)) {
            continue;
        }
        const std::string family = name.substr(0, name.size() - part.size());
        const auto known = catalog.metadata.find(family);
        const MetricType type =
            known == catalog.metadata.end() ? MetricType::Unknown : known->second.type;
        // "x_total" is described as "x" by OpenMetrics; "x_count" may be a gauge of that name.
        if (type == MetricType::Histogram || type == MetricType::Summary ||
            (type == MetricType::Counter && part == "_total")) {
            return true;
        }
        if (catalog.metadata.find(name) == catalog.metadata.end()) {
            return part == "_total" || exists(family + "_bucket", catalog);
        }
    }
    const auto known = catalog.metadata.find(name);
    return known != catalog.metadata.end() && known->second.type == MetricType::Counter;
}

} // namespace

bool isRawCounter(const QString &expr, const MetricCatalog &catalog)
{
    if (!plainForm().match(expr).hasMatch()) {
        return false;
    }
    const std::vector<PromqlSelector> selectors = promqlSelectors(expr);
    return selectors.size() == 1 && isCounter(nameOf(selectors.front()), catalog);
}

} // namespace spillway
