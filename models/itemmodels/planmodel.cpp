// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/planmodel.h"

#include "core/plainline.h"
#include "itemmodels/rolenames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spillway {

using namespace Qt::StringLiterals;
using Change = PlanRoles::Change;

namespace {

const QString nothing = u"–"_s;
constexpr int longestDetail = 4000;

// Which row a child belongs to is in the index: 0 = top level, else the parent's row + 1.
quintptr idOf(int parentRow)
{
    return static_cast<quintptr>(parentRow) + 1;
}

Change changeOf(const FieldChange &change)
{
    if (change.before.isUndefined()) {
        return change.after.isUndefined() ? Change::None : Change::Added;
    }
    return change.after.isUndefined() ? Change::Removed : Change::Changed;
}

QByteArray jsonOf(const QJsonValue &value, QJsonDocument::JsonFormat format)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(format)
                           : QJsonDocument(value.toObject()).toJson(format);
}

QString preTip(const QString &text)
{
    return u"<qt><pre>%1</pre></qt>"_s.arg(text.toHtmlEscaped());
}

} // namespace

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return nothing;
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String: {
        // Quotes are what JSON needs; a person needs them only where a text looks like a value.
        const QString text = value.toString();
        return text.isEmpty() ? u"\"\""_s : text;
    }
    default:
        return QString::fromUtf8(jsonOf(value, QJsonDocument::Compact));
    }
}

QString valueDetail(const QJsonValue &value)
{
    QString text = value.isArray() || value.isObject()
                       ? QString::fromUtf8(jsonOf(value, QJsonDocument::Indented)).trimmed()
                       : valueText(value);
    if (text.size() > longestDetail) {
        text.truncate(longestDetail);
        text += u"\n…"_s;
    }
    return text;
}

PlanModel::PlanModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

PlanModel::~PlanModel() = default;

void PlanModel::setPlan(const Plan &plan)
{
    beginResetModel();
    m_plan = plan;
    m_progress.assign(plan.steps.size(), {});
    endResetModel();
}

void PlanModel::clear()
{
    setPlan({});
}

void PlanModel::setProgress(int step, const Progress &progress)
{
    if (step < 0 || static_cast<std::size_t>(step) >= m_progress.size()) {
        return;
    }
    Progress &old = m_progress[static_cast<std::size_t>(step)];
    if (old != progress) {
        old = progress;
        Q_EMIT dataChanged(index(step, State), index(step, State));
    }
}

PlanModel::Progress PlanModel::progress(int step) const
{
    return step >= 0 && static_cast<std::size_t>(step) < m_progress.size()
               ? m_progress[static_cast<std::size_t>(step)]
               : Progress{};
}

PlanModel::Counts PlanModel::countsOf(const Plan &plan)
{
    Counts counts;
    for (const PlanStep &step : plan.steps) {
        switch (step.action) {
        case PlanStep::Action::Create:
            ++counts.created;
            break;
        case PlanStep::Action::Delete:
            ++counts.deleted;
            break;
        default:
            ++counts.changed;
        }
    }
    counts.unchanged = static_cast<int>(plan.unchanged.size());
    return counts;
}

void PlanModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, State);
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, State));
    }
}

bool PlanModel::isUnchangedRow(int row) const
{
    return static_cast<std::size_t>(row) == m_plan.steps.size();
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? idOf(parent.row()) : 0);
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    return createIndex(static_cast<int>(child.internalId() - 1), 0, quintptr{0});
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_plan.steps.size()) + (m_plan.unchanged.empty() ? 0 : 1);
    }
    if (parent.internalId() != 0 || parent.column() != 0) {
        return 0;
    }
    if (isUnchangedRow(parent.row())) {
        return static_cast<int>(m_plan.unchanged.size());
    }
    return static_cast<int>(m_plan.steps[static_cast<std::size_t>(parent.row())].changes.size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return State + 1;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == 0) {
        return isUnchangedRow(index.row()) ? unchangedData(index.column(), role)
                                           : stepData(index.row(), index.column(), role);
    }
    const int parentRow = static_cast<int>(index.internalId() - 1);
    const auto row = static_cast<std::size_t>(index.row());
    if (isUnchangedRow(parentRow)) {
        const bool shown = index.column() == What && role == Qt::DisplayRole;
        return shown ? m_plan.unchanged[row].toString() : QVariant{};
    }
    return fieldData(m_plan.steps[static_cast<std::size_t>(parentRow)].changes[row], index.column(),
                     role);
}

QString PlanModel::stepText(const PlanStep &step) const
{
    const QString object = step.object.toString();
    switch (step.action) {
    case PlanStep::Action::Create:
        return tr("create %1", "an object").arg(object);
    case PlanStep::Action::Update:
        return tr("change %1", "an object").arg(object);
    case PlanStep::Action::Delete:
        return tr("delete %1", "an object").arg(object);
    case PlanStep::Action::Attach:
        return tr("give the bounds of %1 to the schedule").arg(object);
    case PlanStep::Action::Detach:
        return tr("take the bounds of %1 from the schedule").arg(object);
    }
    return object;
}

QVariant PlanModel::stepData(int step, int column, int role) const
{
    const PlanStep &row = m_plan.steps[static_cast<std::size_t>(step)];
    const Progress &progress = m_progress[static_cast<std::size_t>(step)];
    switch (role) {
    case Qt::DisplayRole:
        return column == What     ? QVariant{stepText(row)}
               : column == Owners ? QVariant{row.force ? tr("taken over") : QString{}}
               : column == State  ? QVariant{progress.text}
                                  : QVariant{};
    case Qt::ToolTipRole: {
        if (column == State) {
            return plainTip(progress.detail);
        }
        QStringList lines{stepText(row)};
        if (!row.manager.isEmpty()) {
            lines << tr("in the name of %1", "field manager").arg(row.manager);
        }
        return plainTip((lines + row.warnings).join(u"; "_s));
    }
    case RowRoles::StateRole:
        if (column == State) {
            return static_cast<int>(progress.state);
        }
        return static_cast<int>(column != What            ? RowState::Neutral
                                : row.refused             ? RowState::Bad
                                : !row.warnings.isEmpty() ? RowState::Warning
                                                          : RowState::Neutral);
    case PlanRoles::ChangeRole:
        return static_cast<int>(row.action == PlanStep::Action::Create   ? Change::Added
                                : row.action == PlanStep::Action::Delete ? Change::Removed
                                                                         : Change::Changed);
    case PlanRoles::StepRole:
        return step;
    default:
        return {};
    }
}

QVariant PlanModel::fieldData(const FieldChange &change, int column, int role) const
{
    const QJsonValue &value = column == Before ? change.before : change.after;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case What:
            return change.path.isEmpty() ? tr("the object as a whole") : change.path;
        case Before:
        case After:
            return valueText(value);
        case Owners:
            return change.owners.isEmpty() ? nothing : change.owners.join(u", "_s);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (column == Before || column == After) {
            return value.isUndefined() ? QVariant{tr("it is not there")}
                                       : QVariant{preTip(valueDetail(value))};
        }
        if (column == What) {
            return change.source.isEmpty()
                       ? plainTip(
                             tr("%1: the policy no longer says anything about it").arg(change.path))
                       : plainTip(tr("%1, because of %2", "field and place in the policy")
                                      .arg(change.path, change.source));
        }
        return plainTip(change.owners.join(u", "_s));
    case PlanRoles::ChangeRole:
        return static_cast<int>(changeOf(change));
    case PlanRoles::MonospaceRole:
        return column <= After;
    default:
        return {};
    }
}

QVariant PlanModel::unchangedData(int column, int role) const
{
    if (column == What && role == Qt::DisplayRole) {
        return tr("%n object(s) as they should be", nullptr,
                  static_cast<int>(m_plan.unchanged.size()));
    }
    if (role == PlanRoles::StepRole) {
        return -1;
    }
    return {};
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case What:
        return tr("Object and field");
    case Before:
        return tr("Now", "value of a field");
    case After:
        return tr("After the push");
    case Owners:
        return tr("Owner", "of a field");
    case State:
        return tr("Push", "how far it is");
    default:
        return {};
    }
}

QHash<int, QByteArray> PlanModel::roleNames() const
{
    return withRoles<PlanRoles::Role>(QAbstractItemModel::roleNames());
}

} // namespace spillway
