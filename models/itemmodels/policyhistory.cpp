// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/policyhistory.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

const QString recentKey = u"recent/files"_s;

QString keyOf(const QString &workspace)
{
    return u"workspaces/"_s + workspace;
}

} // namespace

PolicyHistory::PolicyHistory(QString file)
    : m_file(std::move(file))
{
    if (m_file.isEmpty()) {
        m_file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                 u"/spillway/policies.ini"_s;
    }
}

QString PolicyHistory::fileOf(const QString &workspace) const
{
    return QSettings(m_file, QSettings::IniFormat).value(keyOf(workspace)).toString();
}

QStringList PolicyHistory::recent() const
{
    return QSettings(m_file, QSettings::IniFormat).value(recentKey).toStringList();
}

void PolicyHistory::setFile(const QString &workspace, const QString &file)
{
    if (!m_keeps) {
        return;
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSettings settings(m_file, QSettings::IniFormat);
    if (file.isEmpty()) {
        settings.remove(keyOf(workspace));
        return;
    }
    settings.setValue(keyOf(workspace), file);
    QStringList files = settings.value(recentKey).toStringList();
    files.removeAll(file);
    files.prepend(file);
    while (files.size() > kept) {
        files.removeLast();
    }
    settings.setValue(recentKey, files);
}

QString PolicyHistory::draftFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/spillway/drafts"_s;
}

} // namespace spillway
