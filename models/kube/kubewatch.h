// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeclient.h"
#include "kube/reflectorstate.h"
#include "kube/watchlines.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace spillway {

class KubeStream;

/// The protocol of list and watch, without the objects: streaming lists where the server has them,
/// else pages; bookmarks, expired versions, back-off, sleep, changed identity (W1-W10). The objects
/// are with KubeReflector. GUI thread. Starts paused.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
class KubeWatch : public QObject
{
    Q_OBJECT
public:
    ~KubeWatch() override;

    /// Somebody looks: list, and keep watching. Otherwise nothing is asked, and what is known
    /// stays and grows old (W9).
    void setActive(bool active);
    [[nodiscard]] const ReflectorState &state() const { return m_state; }
    /// 0 while live; else how long ago the picture was known to be true; nothing before the first.
    [[nodiscard]] std::optional<std::chrono::milliseconds> age() const;
    /// The picture has changed, and changed() has not said so yet.
    [[nodiscard]] bool hasNews() const { return m_coalesce.isActive(); }
    /// Has changed() say it now.
    void flush();
    [[nodiscard]] const kube::ListQuery &query() const { return m_query; }
    [[nodiscard]] const QString &resourceVersion() const { return m_version; }
    /// Ends what is under way and asks anew at once: after a sleep, a new network or identity.
    void refresh();

    struct Pace
    {
        std::chrono::milliseconds coalesce{150}; ///< between two changed()
        std::chrono::milliseconds backoff{800};  ///< after the first failure, then doubling
        std::chrono::milliseconds mostBackoff{30'000};
        std::chrono::milliseconds healthyAfter{120'000}; ///< forgets failures
        std::chrono::milliseconds heartbeat{5'000};      ///< looks for a jump of the clock
        std::chrono::milliseconds slept{20'000};         ///< a jump that means the machine slept
        std::chrono::milliseconds opening{30'000};       ///< until the server accepts a watch
        std::chrono::milliseconds streamStart{15'000};   ///< longest silence of a streaming list
        /// Longest silence of a watch: mostly a bookmark comes every minute.
        std::chrono::milliseconds quiet{150'000};
        std::chrono::milliseconds refused{300'000}; ///< after a 403: the right may be given
        std::chrono::milliseconds shortest{1'000};  ///< a watch that ends sooner, empty, has failed
    };
    void setPace(const Pace &pace);

    [[nodiscard]] static QString objectKey(const QString &ns, const QString &name);

Q_SIGNALS:
    /// These keys ("namespace/name") were added, changed or removed; at most one every coalesce.
    void changed(const QSet<QString> &keys);
    void stateChanged();

protected:
    enum class ChangeType { Stored, Removed };
    struct DecodedPage
    {
        std::shared_ptr<void> objects;
        QString resourceVersion;
        QByteArray continueToken;
    };
    /// Runs on a pool thread for large pages: must not touch the reflector.
    using PageDecoder = std::function<Result<DecodedPage>(const QByteArray &)>;
    struct Changed
    {
        QString key;
        QString resourceVersion;
    };

    KubeWatch(KubeClient &client, kube::ListQuery query, const Clock &clock, QObject *parent);

    [[nodiscard]] virtual PageDecoder pageDecoder() const = 0;
    virtual void beginReplacement() = 0;
    virtual void addToReplacement(const std::shared_ptr<void> &objects) = 0;
    /// Makes the replacement the picture; the keys that differ.
    virtual QSet<QString> replace() = 0;
    virtual Result<Changed> change(ChangeType type, const QByteArray &json) = 0;
    /// Ten thousand objects take their time to be freed: elsewhere, if nobody else holds them.
    static void releaseLater(std::shared_ptr<void> objects);

private:
    void begin();
    void beginList();
    void listPage(const QByteArray &continueToken);
    void pageArrived(KubeAnswer<DecodedPage> *answer);
    void watch(bool initialEvents);
    void opened(bool initialEvents);
    void lineArrived(const kube::WatchLine &line);
    void follow(const kube::WatchLine &line);
    void followHeld();
    void changeArrived(const kube::WatchLine &line);
    void bookmarkArrived(const QByteArray &object);
    void collectInitial(const QByteArray &object);
    void decodeInitial();
    void initialDecoded(const Result<DecodedPage> &page);
    void streamEnded();
    void fellSilent();
    void heard();
    void goLive();
    void noteWarnings(const QStringList &warnings);
    void pictureComplete(const QString &version);
    void failed(Error error, const kube::StatusDetail &detail);
    void waitAndBegin(std::chrono::milliseconds delay);
    void stop();
    void beat();
    void enter(ReflectorState::Phase phase);
    void note(const QSet<QString> &keys);
    void emitChanged();
    [[nodiscard]] std::chrono::milliseconds backoff() const;

    KubeClient &m_client;
    kube::ListQuery m_query;
    const Clock &m_clock;
    Pace m_pace;
    ReflectorState m_state;
    QString m_version; ///< the watch goes on from here; empty = list first
    bool m_active = false;
    bool m_canStream = true; ///< until the server refuses a streaming list
    bool m_unpaged = false;  ///< after a 410 between pages
    bool m_sawEvent = false;
    bool m_hasBookmarks = false; ///< the server has sent one in a watch
    int m_silences = 0;          ///< in a row
    EpochMs m_heard = 0;         ///< when the server last told something about these objects

    std::unique_ptr<KubeStream> m_stream;
    std::unique_ptr<QObject> m_work; ///< owns the page or decoding under way
    QElapsedTimer m_streamAge;
    // A streaming list: its objects until the end mark, in pieces that are decoded on the pool.
    bool m_isInitial = false;
    QByteArray m_initial;
    QString m_initialEnd; ///< resourceVersion of the end mark; empty = not come yet
    int m_decoding = 0;
    QList<kube::WatchLine> m_held; ///< came after the end mark, before the picture was complete

    QSet<QString> m_changed;
    QTimer m_coalesce;
    QTimer m_retry;
    QTimer m_silence;
    QTimer m_quiet;
    QTimer m_opening;
    QTimer m_unhold; ///< the next of m_held
    QTimer m_heartbeat;
    QElapsedTimer m_monotonic;
    EpochMs m_lastBeat = 0;
};

} // namespace spillway
