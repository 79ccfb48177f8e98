// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/matrixrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Matrix)
};

int badness(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return 0;
    case Tone::Ok:
    case Tone::Info:
        return 1;
    case Tone::Warning:
        return 2;
    case Tone::Critical:
        return 3;
    }
    return 0;
}

/// The answers of one query and of its comparisons with the past.
PanelSnapshot partOf(const PanelSnapshot &snapshot, const QString &query)
{
    PanelSnapshot part = snapshot;
    std::erase_if(part.answers, [&query](const QueryAnswer &answer) {
        const bool past = isComparison(answer) && answer.queryId.startsWith(QString{query + u'-'});
        return answer.queryId != query && !past;
    });
    return part;
}

MatrixRow &rowNamed(std::vector<MatrixRow> &rows, const QString &name, std::size_t columns)
{
    const auto known = std::find_if(rows.begin(), rows.end(),
                                    [&name](const MatrixRow &row) { return row.name == name; });
    if (known != rows.end()) {
        return *known;
    }
    MatrixRow row;
    row.name = name;
    row.cells.resize(columns);
    rows.push_back(std::move(row));
    return rows.back();
}

/// Titles of the columns that could alarm and have no number anywhere.
QStringList blindColumns(const std::vector<MatrixColumn> &columns,
                         const std::vector<MatrixRow> &rows)
{
    QStringList titles;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool known = std::any_of(rows.begin(), rows.end(), [i](const MatrixRow &row) {
            return row.cells[i] && !std::isnan(row.cells[i]->reduced.value);
        });
        if (!known && !columns[i].thresholds.empty()) {
            titles << plainLine(columns[i].title);
        }
    }
    return titles;
}

/// Of two alarming cells, the one to look at first.
bool leads(const MatrixVerdict &best, Tone tone, const std::vector<MatrixColumn> &columns,
           std::size_t column)
{
    const int worse = badness(tone) - badness(best.tone);
    if (worse != 0 || columns[column].advice.isEmpty()) {
        return worse > 0;
    }
    return best.advice.isEmpty() || columns[column].rank < columns[best.column].rank;
}

} // namespace

std::vector<MatrixColumn> matrixColumns(const Panel &panel)
{
    if (!panel.columns.empty()) {
        return panel.columns;
    }
    std::vector<MatrixColumn> columns;
    columns.reserve(panel.queries.size());
    for (const QuerySpec &query : panel.queries) {
        columns.push_back({query.id, query.id, panel.unit, panel.thresholds, {}});
    }
    return columns;
}

std::vector<MatrixRow> matrixRows(const Panel &panel, const PanelSnapshot &snapshot,
                                  const QLocale &locale, const QMap<QString, QString> &names)
{
    const std::vector<MatrixColumn> columns = matrixColumns(panel);
    std::vector<MatrixRow> rows;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Panel one = panel;
        one.unit = columns[i].unit;
        one.thresholds = columns[i].thresholds;
        for (PanelValue &value : panelValues(one, partOf(snapshot, columns[i].query), locale)) {
            MatrixRow &row = rowNamed(rows, names.value(value.name, value.name), columns.size());
            std::optional<PanelValue> &cell = row.cells[i];
            // Two series of one name: the worse one must not be hidden.
            if (cell && badness(cell->tone) >= badness(value.tone)) {
                continue;
            }
            if (badness(value.tone) > badness(row.tone)) {
                row.tone = value.tone;
            }
            cell = std::move(value);
        }
    }
    return rows;
}

MatrixVerdict matrixVerdict(const std::vector<MatrixColumn> &columns,
                            const std::vector<MatrixRow> &rows, PanelState state)
{
    MatrixVerdict verdict;
    int alarms = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const std::optional<PanelValue> &cell = rows[r].cells[c];
            if (!cell || !isAlarming(cell->tone)) {
                continue;
            }
            ++alarms;
            if (leads(verdict, cell->tone, columns, c)) {
                verdict.tone = cell->tone;
                verdict.advice = plainLine(columns[c].advice);
                verdict.row = r;
                verdict.column = c;
                verdict.headline = Text::tr("%1: %2 %3")
                                       .arg(rows[r].name, plainLine(columns[c].title), cell->text);
            }
        }
    }
    if (alarms > 0) {
        verdict.others = alarms - 1;
        return verdict;
    }
    if (rows.empty()) {
        verdict.headline = Text::tr("No component has values");
        return verdict;
    }
    if (state == PanelState::Kept || state == PanelState::Failed) {
        verdict.headline = Text::tr("No limit was crossed when this was read");
        return verdict;
    }
    if (state == PanelState::Partial || state == PanelState::Truncated) {
        verdict.tone = Tone::Info;
        verdict.headline = Text::tr("No limit is crossed in what was read, but that is not all");
        return verdict;
    }
    const QStringList blind = blindColumns(columns, rows);
    verdict.tone = blind.isEmpty() ? Tone::Ok : Tone::Info;
    verdict.headline = blind.isEmpty()
                           ? Text::tr("Every component is within its limits")
                           : Text::tr("No limit is crossed, but nothing is known of: %1")
                                 .arg(blind.join(Text::tr(", ")));
    return verdict;
}

QString shortChange(Change change, const QLocale &locale)
{
    switch (change.kind) {
    case Change::Kind::Relative:
        break;
    case Change::Kind::FromZero:
        return Text::tr("was 0");
    case Change::Kind::BothZero:
        return Text::tr("same");
    case Change::Kind::NotNumbers:
        return {};
    }
    const double percent = std::round(change.ratio * 100);
    if (percent == 0) {
        return Text::tr("same");
    }
    if (percent >= 1000) {
        return u'×' + locale.toString(change.ratio + 1, 'f', 0);
    }
    const QString sign = percent > 0 ? u"+"_s : u"−"_s;
    return sign + locale.toString(std::abs(percent), 'f', 0) + QChar::Nbsp + u'%';
}

} // namespace spillway
