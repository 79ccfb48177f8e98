// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/push.h"

#include <QMap>
#include <QSet>
#include <QTimer>

namespace spillway {

class ObjectReader;

/// What a push left behind in one object, in the name of one manager. A value.
struct WatchedObject
{
    kube::ObjectRef object;
    QString manager;
    QJsonObject pushed; ///< as read back after the push
    /// By path, the values before the push of what it changed.
    QMap<QString, QJsonValue> before;
};

/// A field that does not have any more what the push gave it.
struct Reversion
{
    kube::ObjectRef object;
    QString field;        ///< empty: the object as a whole is gone or was made anew
    QString manager;      ///< who has it now; empty: nobody, or not known
    bool applied = false; ///< by server-side apply: it will do so again
    QJsonValue value{QJsonValue::Undefined}; ///< now; Undefined: it is gone
    bool putBack = false;                    ///< the value from before the push
    std::optional<EpochMs> at;               ///< as the server says, to the second
    std::chrono::milliseconds after{0};      ///< the push; until it was seen, if nobody says when

    /// "spec.maxReplicas of hpa a/b was put back to 5 by flux 40 s after the push"; translated.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const Reversion &, const Reversion &) = default;
};

/// What a push owns, from its plan and its results: one an object and manager, that of its last
/// step.
[[nodiscard]] std::vector<WatchedObject> watchedObjects(const Plan &plan,
                                                        const std::vector<StepResult> &results);

/// What is not any more as it was pushed; `live` empty: the object is gone. Nothing of an object
/// that a later push of ours has changed. Pure.
[[nodiscard]] std::vector<Reversion>
reversionsOf(const WatchedObject &watched, const QJsonObject &live, EpochMs pushedAt, EpochMs now);

/// Looks after a push for a while whether somebody puts back what it changed, and ends by itself.
/// Asks for single objects only, with which every right to push comes. What cannot be looked at is
/// told, and never counts as unchanged. GUI thread.
class RevertWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes duration{10};
    static constexpr std::chrono::seconds interval{5};

    /// Client and clock must live longer. The push has ended just now; the first look comes after
    /// an interval.
    RevertWatch(KubeClient &client, std::vector<WatchedObject> objects, const Clock &clock,
                QObject *parent = nullptr);
    RevertWatch(KubeClient &client, std::vector<WatchedObject> objects, const Clock &clock,
                std::chrono::milliseconds length, QObject *parent = nullptr);
    ~RevertWatch() override;

    void setInterval(std::chrono::milliseconds pause);
    /// Ends it before its time; without finished().
    void stop();
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] EpochMs endsAt() const;
    /// Each field once, in the order in which it was seen.
    [[nodiscard]] const std::vector<Reversion> &reversions() const { return m_reversions; }
    /// Why the last look failed, if it did; the next one is made all the same.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// When every object could be seen for the last time; none: never.
    [[nodiscard]] std::optional<EpochMs> seenAt() const { return m_seenAt; }

    /// What is known by now, in a sentence or two: how long it is still watched, that it stayed, or
    /// why that is not known. Empty: reversions() say it all. Translated.
    [[nodiscard]] QString toString() const;

Q_SIGNALS:
    void reverted(const spillway::Reversion &reversion);
    void looked();
    void finished();

private:
    void look();
    void take();
    void wait();
    void startTimer();
    [[nodiscard]] QString troubleText() const;

    KubeClient &m_client;
    std::vector<WatchedObject> m_objects;
    const Clock &m_clock;
    EpochMs m_pushedAt;
    std::chrono::milliseconds m_length{duration};
    std::chrono::milliseconds m_pause{interval};
    QTimer m_timer;
    ObjectReader *m_reader = nullptr;
    std::vector<Reversion> m_reversions;
    QSet<QString> m_told;
    std::optional<Error> m_trouble;
    EpochMs m_lookingAt = 0; ///< when the look under way was begun
    std::optional<EpochMs> m_seenAt;
    bool m_isActive = true;
};

} // namespace spillway
