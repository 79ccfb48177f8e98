// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/commands/policycommand.h"

#include "policy/policytext.h"

#include <QCoreApplication>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

} // namespace

PolicyCommand PolicyCommand::set(const QString &path, const QString &value)
{
    PolicyCommand command;
    command.m_kind = Kind::Set;
    command.m_path = path;
    command.m_value = value;
    return command;
}

PolicyCommand PolicyCommand::insert(const QString &list, std::size_t index, const QString &value)
{
    PolicyCommand command;
    command.m_kind = Kind::Insert;
    command.m_path = list;
    command.m_index = index;
    command.m_value = value;
    return command;
}

PolicyCommand PolicyCommand::remove(const QString &path)
{
    PolicyCommand command;
    command.m_kind = Kind::Remove;
    command.m_path = path;
    return command;
}

QString PolicyCommand::text() const
{
    switch (m_kind) {
    case Kind::Set:
        return Text::tr("Set %1 to %2").arg(m_path, m_value);
    case Kind::Insert:
        return Text::tr("Add to %1").arg(m_path);
    case Kind::Remove:
        return Text::tr("Remove %1").arg(m_path);
    }
    return {};
}

Result<QByteArray> PolicyCommand::redo(const QByteArray &before)
{
    Result<QByteArray> after = m_kind == Kind::Set ? setYamlValue(before, m_path, m_value)
                               : m_kind == Kind::Insert
                                   ? insertYamlItem(before, m_path, m_index, m_value)
                                   : removeYamlValue(before, m_path);
    if (after) {
        m_before = before;
        m_after = *after;
    }
    return after;
}

Result<QByteArray> PolicyCommand::undo(const QByteArray &after) const
{
    if (after != m_after) {
        return Error{.code = ErrorCode::Conflict,
                     .what = Text::tr("The change cannot be undone"),
                     .where = m_path,
                     .why = Text::tr("the text was changed since"),
                     .advice = Text::tr("Undo the later changes first.")};
    }
    return m_before;
}

bool PolicyCommand::mergeWith(const PolicyCommand &later)
{
    if (m_kind != Kind::Set || later.m_kind != Kind::Set || m_path != later.m_path ||
        later.m_before != m_after) {
        return false;
    }
    m_value = later.m_value;
    m_after = later.m_after;
    return true;
}

} // namespace spillway
