// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubewriter.h"
#include "policy/overrides.h"

#include <QObject>

#include <memory>

namespace spillway {

/// One reading or change of the overrides under way. GUI thread; deleting it cancels, but does not
/// call a write back. finished() once, never from inside the call that made it.
class OverrideReply final : public QObject
{
    Q_OBJECT
public:
    ~OverrideReply() override;
    /// The overrides as they are afterwards; only once finished. Errors: InvalidInput, NotFound
    /// (nothing to clear), Conflict (somebody changed them twice meanwhile), those of
    /// parseOverrides(), and of the cluster. Nothing was changed, unless its text says that it is
    /// not known.
    [[nodiscard]] const Result<OverrideSet> &result() const;
    [[nodiscard]] Result<OverrideSet> takeResult();
    /// Of the override that was set or cleared.
    [[nodiscard]] const QString &id() const;
    [[nodiscard]] const QStringList &warnings() const;
    /// Whose hand edits were read, kept and taken over by the write; empty mostly.
    [[nodiscard]] const QStringList &takenOverFrom() const;

Q_SIGNALS:
    void finished();

private:
    friend class OverrideStore;
    class Private;
    explicit OverrideReply(std::unique_ptr<Private> work, QObject *parent);
    std::unique_ptr<Private> d;
};

/// The ConfigMap spillway-overrides of a namespace, which the watched system obeys. Each write
/// raises the generation by one and holds the version that was read: whoever comes second reads
/// again, tries once more, and then says Conflict. What ended more than a day ago is dropped with
/// the next write; consumers judge the end themselves.
/// An Event tells who and why. Client and clock must live longer than this and its replies.
class OverrideStore
{
public:
    OverrideStore(KubeClient &client, QString nameSpace, const Clock &clock);

    /// Without a ConfigMap: an empty set of generation 0.
    OverrideReply *read(QObject *parent);
    /// Adds it, or replaces the one with its id; without an id it gets one. InvalidInput for all
    /// that validateOverride() says, and for an end in the past.
    OverrideReply *set(const WriteTicket &ticket, const PolicyOverride &one, QObject *parent);
    /// NotFound if there is none with that id. `by` and `reason` are for the Event.
    OverrideReply *clear(const WriteTicket &ticket, const QString &id, const QString &by,
                         const QString &reason, QObject *parent);

    /// Pauses between the readings back of a lost answer; tests shorten them.
    void setReadBackDelays(QList<std::chrono::milliseconds> delays);

private:
    KubeClient &m_client;
    QString m_nameSpace;
    const Clock &m_clock;
    std::optional<QList<std::chrono::milliseconds>> m_delays;
};

/// How many obey: what the consumers export as breaker_override_generation.
struct OverrideAcknowledgement
{
    struct Sample
    {
        QString consumer; ///< its pod, or whatever tells them apart
        double generation = 0;
    };
    qint64 generation = 0;
    int acknowledged = 0; ///< report this generation or a later one
    int asked = 0;
    QStringList missing; ///< consumers that do not; sorted

    [[nodiscard]] bool isComplete() const { return asked > 0 && acknowledged == asked; }
    /// "2 of 3 pods acknowledge generation 42"; translated.
    [[nodiscard]] QString toString() const;
};
/// Pure. A consumer with several samples counts with its lowest; NaN acknowledges nothing.
[[nodiscard]] OverrideAcknowledgement
acknowledgementOf(qint64 generation, const std::vector<OverrideAcknowledgement::Sample> &samples);

} // namespace spillway
