// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/podmodel.h"

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

const PodPhases::Length *phaseOf(const PodRow &row, int column)
{
    switch (column) {
    case PodModel::Scheduled:
        return &row.phases.scheduled;
    case PodModel::Initialised:
        return &row.phases.initialised;
    case PodModel::Started:
        return &row.phases.started;
    case PodModel::Probed:
        return &row.phases.ready;
    case PodModel::ColdStart:
        return &row.phases.total;
    default:
        return nullptr;
    }
}

} // namespace

QString PodModel::stepText(std::chrono::milliseconds length)
{
    return length.count() > 0 ? humanDuration(length) : tr("< 1 s");
}

int PodModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Node + 1;
}

QString PodModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Pod");
    case Workload:
        return tr("Workload");
    case Status:
        return tr("Status");
    case Restarts:
        return tr("Restarts");
    case Age:
        return tr("Age");
    case Scheduled:
        return tr("Scheduled");
    case Initialised:
        return tr("Init");
    case Started:
        return tr("Started");
    case Probed:
        return tr("Ready");
    case ColdStart:
        return tr("Cold start");
    default:
        return tr("Node");
    }
}

/// "Running" says only that its containers run: what counts is whether it takes requests.
QString PodModel::statusText(const PodRow &row) const
{
    if (row.status != "Running"_L1 || row.ended) {
        return row.status;
    }
    return row.ready ? tr("Ready") : tr("Running, not ready");
}

QString PodModel::text(const PodRow &row, int column) const
{
    if (const PodPhases::Length *phase = phaseOf(row, column)) {
        return *phase ? stepText(**phase) : u"–"_s;
    }
    switch (column) {
    case Name:
        return row.name;
    case Workload:
        return row.owner;
    case Status:
        return statusText(row);
    case Restarts:
        return QString::number(row.restarts);
    case Age:
        return ageText(row.created);
    default:
        return row.node;
    }
}

QVariant PodModel::sortValue(const PodRow &row, int column) const
{
    if (const PodPhases::Length *phase = phaseOf(row, column)) {
        return *phase ? QVariant{qint64{(*phase)->count()}} : QVariant{};
    }
    switch (column) {
    case Status:
        return QString{statusRank(state(row, column)) + text(row, column)};
    case Restarts:
        return row.restarts;
    case Age:
        return row.created ? QVariant{-*row.created} : QVariant{};
    default:
        return text(row, column);
    }
}

QString PodModel::filterText(const PodRow &row) const
{
    return QStringList{row.name, row.owner, row.status, statusText(row), row.node}.join(u' ');
}

QString PodModel::toolTip(const PodRow &row, int column) const
{
    switch (column) {
    case Status:
        return row.detail;
    case Scheduled:
        return tr("From its creation until it had a node");
    case Initialised:
        return tr("From there until its init containers were done");
    case Started:
        return tr("From there until its containers ran; pulling the image is in it");
    case Probed:
        return tr("From there until its readiness probe agreed");
    case ColdStart:
        return tr("From its creation until it was ready");
    default:
        return {};
    }
}

RowState PodModel::state(const PodRow &row, int column) const
{
    if (column == Status) {
        if (row.ended) {
            return row.status == "Failed"_L1 ? RowState::Bad : RowState::Neutral;
        }
        if (row.ready) {
            return RowState::Good;
        }
        const bool onItsWay = row.status == "Pending"_L1 || row.status == "Running"_L1 ||
                              row.status == "ContainerCreating"_L1 ||
                              row.status == "PodInitializing"_L1;
        return onItsWay && row.detail.isEmpty() ? RowState::Busy : RowState::Bad;
    }
    return column == Restarts && row.restarts > 0 ? RowState::Warning : RowState::Neutral;
}

bool PodModel::isNumber(int column) const
{
    return column >= Restarts && column <= ColdStart;
}

int PodModel::ageColumn() const
{
    return Age;
}

} // namespace spillway
