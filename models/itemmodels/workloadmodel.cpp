// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/workloadmodel.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using Kind = ReplicaOwner::Kind;

namespace {

const QString unknown = u"–"_s;

QString optionalText(const std::optional<qint32> &value)
{
    return value ? QString::number(*value) : unknown;
}

/// It wants as many as it may have.
bool isAtUpperBound(const WorkloadRow &row)
{
    return row.max && row.owner.isAutoscaler() && row.desired >= *row.max;
}

QString toolName(Kind kind)
{
    return kind == Kind::ArgoCd ? u"Argo CD"_s : kind == Kind::Flux ? u"Flux"_s : u"Helm"_s;
}

} // namespace

int WorkloadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColdStart + 1;
}

QString WorkloadModel::title(int column) const
{
    switch (column) {
    case Name:
        return tr("Workload");
    case Kind:
        return tr("Kind");
    case Status:
        return tr("Status");
    case Current:
        return tr("Current");
    case Desired:
        return tr("Desired");
    case Min:
        return tr("Min");
    case Max:
        return tr("Max");
    case Owner:
        return tr("Who decides");
    default:
        return tr("Cold start p95");
    }
}

QString WorkloadModel::statusText(const WorkloadRow &row) const
{
    if (row.desired == 0) {
        return row.current > 0 ? tr("stopping") : tr("at 0 replicas");
    }
    return tr("%1 of %2 ready")
        .arg(std::min(row.ready, row.desired)) // more are there while it scales down
        .arg(row.desired);
}

QString WorkloadModel::decider(const ReplicaOwner &owner) const
{
    switch (owner.kind) {
    case ReplicaOwner::Kind::Unset:
        return tr("nobody: the default");
    case ReplicaOwner::Kind::Hpa:
        return owner.stopped ? tr("HPA %1, off at 0 replicas").arg(owner.name)
                             : tr("HPA %1").arg(owner.name);
    case ReplicaOwner::Kind::Keda:
        return owner.stopped ? tr("KEDA %1, paused").arg(owner.name)
                             : tr("KEDA %1").arg(owner.name);
    case ReplicaOwner::Kind::ArgoCd:
    case ReplicaOwner::Kind::Flux:
    case ReplicaOwner::Kind::Helm:
        return tr("%1: %2", "tool and what it manages").arg(toolName(owner.kind), owner.name);
    case ReplicaOwner::Kind::Person:
        return owner.since ? tr("by hand: %1, %2 ago").arg(owner.name, ageText(owner.since))
                           : tr("by hand: %1").arg(owner.name);
    case ReplicaOwner::Kind::Program:
        break;
    }
    return owner.since ? tr("%1, %2 ago").arg(owner.name, ageText(owner.since)) : owner.name;
}

QString WorkloadModel::ownerText(const WorkloadRow &row) const
{
    const QString who = decider(row.owner);
    if (!row.owner.rivals.isEmpty()) {
        return tr("%1; also %2").arg(who, row.owner.rivals.join(u", "_s));
    }
    const bool overwritten = row.owner.origin != ReplicaOwner::Kind::Unset &&
                             row.owner.origin != row.owner.kind && !row.owner.isAutoscaler();
    return overwritten ? tr("%1; %2 may put it back").arg(who, toolName(row.owner.origin)) : who;
}

QString WorkloadModel::text(const WorkloadRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.component.isEmpty() || row.component == row.name
                   ? row.name
                   : u"%1 (%2)"_s.arg(row.name, row.component);
    case Kind:
        return row.kind;
    case Status:
        return statusText(row);
    case Current:
        return QString::number(row.current);
    case Desired:
        return QString::number(row.desired);
    case Min:
        return optionalText(row.min);
    case Max:
        return optionalText(row.max);
    case Owner:
        return ownerText(row);
    default:
        return row.coldStart ? humanDuration(row.coldStart->p95) : unknown;
    }
}

QVariant WorkloadModel::sortValue(const WorkloadRow &row, int column) const
{
    switch (column) {
    case Name:
        // Components of the workspace stand before the rest.
        return QString{(row.component.isEmpty() ? u'1' : u'0') + row.name};
    case Status:
        return QString{statusRank(state(row, column)) + text(row, column)};
    case Current:
        return row.current;
    case Desired:
        return row.desired;
    case Min:
        return number(row.min);
    case Max:
        return number(row.max);
    case ColdStart:
        return row.coldStart ? QVariant{qint64{row.coldStart->p95.count()}} : QVariant{};
    default:
        return text(row, column);
    }
}

QString WorkloadModel::filterText(const WorkloadRow &row) const
{
    return QStringList{row.name, row.component, row.kind, row.ns, statusText(row), ownerText(row)}
        .join(u' ');
}

QString WorkloadModel::toolTip(const WorkloadRow &row, int column) const
{
    if (column == Name) {
        return row.ns + u'/' + row.name;
    }
    if (column == Max && isAtUpperBound(row)) {
        return tr("It wants as many replicas as it may have: raise the bound, or find out why.");
    }
    if ((column == Min || column == Max) && !row.bounds.manager.isEmpty()) {
        return row.bounds.since ? tr("Bounds written by %1, %2 ago")
                                      .arg(row.bounds.manager, ageText(row.bounds.since))
                                : tr("Bounds written by %1").arg(row.bounds.manager);
    }
    if (column == ColdStart && row.coldStart) {
        return tr("From creation to ready: half of the pods within %1, 95 % within %2; %n pod(s)",
                  nullptr, static_cast<int>(row.coldStart->pods))
            .arg(humanDuration(row.coldStart->p50), humanDuration(row.coldStart->p95));
    }
    return {};
}

RowState WorkloadModel::state(const WorkloadRow &row, int column) const
{
    if (column == Status) {
        if (row.ready >= row.desired) {
            return row.desired == 0 ? RowState::Neutral : RowState::Good;
        }
        return row.ready == 0 ? RowState::Bad : RowState::Warning;
    }
    if (column == Max && isAtUpperBound(row)) {
        return RowState::Warning;
    }
    return column == Owner && (row.owner.stopped || !row.owner.rivals.isEmpty())
               ? RowState::Warning
               : RowState::Neutral;
}

bool WorkloadModel::isNumber(int column) const
{
    return (column >= Current && column <= Max) || column == ColdStart;
}

int WorkloadModel::ageColumn() const
{
    return Owner;
}

} // namespace spillway
