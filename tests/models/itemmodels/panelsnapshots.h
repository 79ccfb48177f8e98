// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/paneltablemodel.h"

#include <memory>
#include <vector>

namespace spillway {

/// A series of one sample.
inline SeriesPtr one(LabelSet labels, double value)
{
    auto series = std::make_shared<Series>();
    series->labels = std::move(labels);
    series->times = {1000};
    series->values = {value};
    return series;
}

/// What a panel shows whose queries A, B, ... had these answers.
inline PanelSnapshot snapshot(std::vector<SeriesList> answers)
{
    PanelSnapshot made;
    char16_t id = u'A';
    for (SeriesList &list : answers) {
        auto result = std::make_shared<QueryResult>();
        result->series = std::move(list);
        QueryAnswer answer;
        answer.queryId = QString{QChar{id++}};
        answer.result = std::move(result);
        made.answers.push_back(std::move(answer));
    }
    return made;
}

} // namespace spillway
