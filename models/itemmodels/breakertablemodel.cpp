// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/breakertablemodel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;
using Mode = PolicyOverride::Mode;

namespace {

const QString nothing = u"–"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BreakerTableModel)
};

/// A number that may be cast. (NaN is not.)
bool isState(double value)
{
    constexpr double most = 100;
    return value >= 0 && value <= most;
}

bool isOfBreaker(const PolicyOverride &one)
{
    return one.mode == Mode::ForcedOpen || one.mode == Mode::Disabled ||
           one.mode == Mode::MetricsOnly || one.mode == Mode::Tune;
}

} // namespace

std::vector<BreakerRow> breakerRows(const PanelSnapshot &states, const OverrideSet &overrides,
                                    const QString &service, EpochMs now)
{
    QMap<QString, BreakerRow> rows;
    const auto rowOf = [&rows](const QString &name) -> BreakerRow & {
        BreakerRow &row = rows[name];
        row.key = name;
        return row;
    };
    if (!states.answers.empty() && states.answers.front().result) {
        for (const SeriesPtr &series : states.answers.front().result->series) {
            const std::string_view tool = series->labels.value("tool");
            if (!tool.empty() && !series->values.empty()) {
                const QString name =
                    QString::fromUtf8(tool.data(), static_cast<qsizetype>(tool.size()));
                rowOf(name).state = series->values.back();
            }
        }
    }
    for (const PolicyOverride &one : overrides.overrides) {
        if (one.service == service && isOfBreaker(one) && !one.breaker.isEmpty()) {
            BreakerRow &row = rowOf(one.breaker);
            row.forced = one;
            row.over = one.until.toMSecsSinceEpoch() <= now;
        }
    }
    return {rows.cbegin(), rows.cend()};
}

std::vector<std::pair<QString, double>> generationSamples(const QueryAnswer &answer)
{
    std::vector<std::pair<QString, double>> samples;
    if (!answer.result) {
        return samples;
    }
    for (const SeriesPtr &series : answer.result->series) {
        std::string_view who = series->labels.value("pod");
        who = who.empty() ? series->labels.value("instance") : who;
        if (!series->values.empty()) {
            samples.emplace_back(QString::fromUtf8(who.data(), static_cast<qsizetype>(who.size())),
                                 series->values.back());
        }
    }
    return samples;
}

QString overrideModeText(Mode mode)
{
    switch (mode) {
    case Mode::ForcedOpen:
        return Text::tr("forced open");
    case Mode::Disabled:
        return Text::tr("disabled: calls always pass");
    case Mode::MetricsOnly:
        return Text::tr("metrics only: calls pass and are counted");
    case Mode::Tune:
        return Text::tr("other thresholds");
    case Mode::RateLimit:
        return Text::tr("rate limit");
    case Mode::Degrade:
        return Text::tr("degraded");
    }
    return {};
}

QString breakerStateText(double state)
{
    switch (isState(state) ? static_cast<int>(std::lround(state)) : -1) {
    case 0:
        return Text::tr("closed");
    case 1:
        return Text::tr("open");
    case 2:
        return Text::tr("half-open");
    case 3:
        return Text::tr("forced open");
    case 4:
        return Text::tr("disabled");
    case 5:
        return Text::tr("metrics only");
    default:
        return nothing;
    }
}

int BreakerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Reason + 1;
}

QString BreakerTableModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Breaker");
    case State:
        return tr("State");
    case Forced:
        return tr("Override");
    case Until:
        return tr("Until");
    case By:
        return tr("By");
    default:
        return tr("Reason");
    }
}

QString BreakerTableModel::text(const BreakerRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.key;
    case State:
        return row.state ? breakerStateText(*row.state) : nothing;
    case Forced:
        return row.forced ? overrideModeText(row.forced->mode) : nothing;
    case Until:
        return !row.forced ? nothing
               : row.over
                   ? tr("over")
                   : QLocale().toString(row.forced->until.toLocalTime(), QLocale::ShortFormat);
    case By:
        return row.forced ? row.forced->by : nothing;
    default:
        return row.forced ? row.forced->reason : nothing;
    }
}

QVariant BreakerTableModel::sortValue(const BreakerRow &row, int column) const
{
    if (column == Until) {
        return row.forced ? QVariant{row.forced->until.toMSecsSinceEpoch()} : QVariant{};
    }
    return text(row, column);
}

QString BreakerTableModel::filterText(const BreakerRow &row) const
{
    return row.key;
}

RowState BreakerTableModel::state(const BreakerRow &row, int column) const
{
    if (column == State && row.state && isState(*row.state)) {
        switch (static_cast<int>(std::lround(*row.state))) {
        case 0:
        case 5:
            return RowState::Good;
        case 1:
        case 3:
            return RowState::Bad;
        default:
            return RowState::Warning;
        }
    }
    return column == Forced && row.forced && !row.over ? RowState::Warning : RowState::Neutral;
}

bool BreakerTableModel::isNumber(int) const
{
    return false;
}

int BreakerTableModel::ageColumn() const
{
    return Until;
}

} // namespace spillway
