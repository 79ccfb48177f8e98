// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rollout/rolloutworld.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(spillway::StepResult::State)

namespace spillway {

inline QByteArray statesOf(const Push &push)
{
    static const char names[] = "wrbduxn-";
    QByteArray text;
    for (const StepResult &each : push.steps()) {
        text += names[static_cast<std::size_t>(each.state)];
    }
    // waiting, running, reading back, done, unchanged, refused (x), unknown (n), not tried (-)
    return text;
}

/// Base of the tests of pushes: one API server a program, a namespace and a plan a test.
class PushTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<RolloutWorld> m_world;
    std::unique_ptr<Console> m_console;
    QTemporaryDir m_folder;
    QString m_ns;
    Plan m_plan;

    [[nodiscard]] PushInput input() const
    {
        return {.reason = QStringLiteral("sale"),
                .author = QStringLiteral("oncall"),
                .journalFolder = journals()};
    }
    [[nodiscard]] QString journals() const { return m_folder.filePath(m_ns); }
    [[nodiscard]] kube::ObjectRef map(const QString &name) const
    {
        return refTo(kube::Kind::ConfigMap, m_ns, name);
    }
    [[nodiscard]] QString valueOf(const QString &name) const
    {
        return m_world->object(map(name))
            .value(QLatin1String("data"))
            .toObject()
            .value(QLatin1String("value"))
            .toString();
    }
    /// Of the only journal.
    [[nodiscard]] PushRecord journal() const
    {
        const JournalList list = listJournals(journals());
        return list.entries.size() == 1 ? list.entries.front().record : PushRecord{};
    }
    [[nodiscard]] Result<int> outcomeOf(const Plan &plan) const
    {
        return m_console->push(plan, input())->result();
    }
    void nothingWasWritten(const QJsonObject &before)
    {
        QCOMPARE(m_world->snapshot(m_ns), before);
        QVERIFY(m_console->revisions(m_ns).empty());
        QVERIFY(listJournals(journals()).entries.empty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<RolloutWorld>();
        QVERIFY(m_world->works());
    }
    void init()
    {
        m_world->clearFaults();
        m_console = Console::open(m_world->kubeconfig());
        QVERIFY(m_console);
        m_ns = m_world->newNamespace();
        QVERIFY(!m_ns.isEmpty());
        QVERIFY(m_world->settle(m_ns));
        m_plan = m_world->plan(*m_console, m_ns);
    }
};

} // namespace spillway
