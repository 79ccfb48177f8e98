// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/costseries.h"

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

LabelSet named(const QString &name)
{
    return LabelSet{{"name", name.toStdString()}};
}

} // namespace

SeriesPtr singleSeries(const QString &name, EpochMs time, double value)
{
    auto series = std::make_shared<Series>();
    series->labels = named(name);
    series->times = {time};
    series->values = {value};
    return series;
}

SeriesPtr renamedSeries(const Series &series, const QString &name)
{
    auto copy = std::make_shared<Series>(series);
    copy->labels = named(name);
    return copy;
}

QueryAnswer costAnswer(SeriesList series, std::chrono::milliseconds offset)
{
    auto result = std::make_shared<QueryResult>();
    result->series = std::move(series);
    QueryAnswer made;
    made.queryId = offset == 0ms ? u"cost"_s : u"before"_s;
    made.legend = u"{{name}}"_s;
    made.offset = offset;
    made.result = std::move(result);
    return made;
}

} // namespace spillway
