// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubewatch.h"

#include "kube/forbidden.h"
#include "kube/kubeaccess.h"
#include "kube/kubestream.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

/// A piece of a streaming list that is decoded at once, on the pool.
constexpr qsizetype initialPiece = qsizetype{1} * 1024 * 1024;
constexpr int heldPerTurn = 50;
constexpr char listHead[] = R"({"kind":"List","metadata":{},"items":[)";

/// The server refuses the form of the question, not the question (W6).
bool refusesStreaming(const Error &error, const kube::StatusDetail &detail)
{
    return detail.refusal == kube::Refusal::Invalid || error.httpStatus == 400 ||
           error.httpStatus == 422;
}

} // namespace

KubeWatch::KubeWatch(KubeClient &client, kube::ListQuery query, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_query(std::move(query))
    , m_clock(clock)
{
    m_coalesce.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_quiet.setSingleShot(true);
    m_opening.setSingleShot(true);
    m_unhold.setSingleShot(true);
    connect(&m_unhold, &QTimer::timeout, this, &KubeWatch::followHeld);
    connect(&m_coalesce, &QTimer::timeout, this, &KubeWatch::emitChanged);
    connect(&m_retry, &QTimer::timeout, this, &KubeWatch::begin);
    connect(&m_heartbeat, &QTimer::timeout, this, &KubeWatch::beat);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_canStream = false; // it takes the parameters and does not know what they mean
        begin();
    });
    connect(&m_quiet, &QTimer::timeout, this, &KubeWatch::fellSilent);
    connect(&m_opening, &QTimer::timeout, this, [this] {
        failed({.code = ErrorCode::Timeout,
                .what = Text::tr("Cannot watch %1").arg(m_query.resource.qualifiedName()),
                .why = Text::tr("the server does not answer")},
               {});
    });
    connect(&client.access(), &KubeAccess::identityChanged, this, &KubeWatch::refresh);
}

KubeWatch::~KubeWatch() = default;

QString KubeWatch::objectKey(const QString &ns, const QString &name)
{
    return ns + u'/' + name;
}

void KubeWatch::releaseLater(std::shared_ptr<void> objects)
{
    QThreadPool::globalInstance()->start([held = std::move(objects)] { Q_UNUSED(held) });
}

std::optional<milliseconds> KubeWatch::age() const
{
    if (m_state.phase == ReflectorState::Phase::Live) {
        return milliseconds{0};
    }
    if (!m_state.trueAt) {
        return std::nullopt;
    }
    return milliseconds{std::max<qint64>(0, m_clock.now() - *m_state.trueAt)};
}

void KubeWatch::setActive(bool active)
{
    if (m_active == active) {
        return;
    }
    m_active = active;
    if (!active) {
        stop();
        m_heartbeat.stop();
        enter(ReflectorState::Phase::Paused);
        return;
    }
    m_monotonic.start();
    m_lastBeat = m_clock.now();
    m_heartbeat.start(m_pace.heartbeat);
    m_state.failures = 0;
    m_silences = 0;
    begin();
}

void KubeWatch::refresh()
{
    if (m_active) {
        m_client.link()->http.dropConnections(); // those made before may be dead, or another's
        m_state.failures = 0;
        begin();
    }
}

void KubeWatch::begin()
{
    stop();
    enter(ReflectorState::Phase::Listing);
    if (!m_version.isEmpty()) {
        watch(false);
    } else if (m_canStream) {
        beginReplacement();
        watch(true);
    } else {
        beginList();
    }
}

void KubeWatch::stop()
{
    m_retry.stop();
    m_silence.stop();
    m_quiet.stop();
    m_opening.stop();
    m_unhold.stop();
    m_stream.reset();
    m_work.reset();
    m_isInitial = false;
    m_initial.clear();
    m_initialEnd.clear();
    m_decoding = 0;
    m_held.clear();
}

void KubeWatch::beginList()
{
    beginReplacement();
    listPage({});
}

void KubeWatch::listPage(const QByteArray &continueToken)
{
    kube::ListQuery query = m_query;
    if (m_unpaged) {
        query.pageSize = 0;
    }
    m_work = std::make_unique<QObject>();
    auto *const answer = new KubeAnswer<DecodedPage>(
        m_client.link(), kube::listRequest(query, continueToken),
        [decode = pageDecoder()](const HttpResponse &page) { return decode(page.body); },
        m_work.get());
    connect(answer, &KubeReply::finished, this, [this, answer] { pageArrived(answer); });
}

void KubeWatch::pageArrived(KubeAnswer<DecodedPage> *answer)
{
    const Result<DecodedPage> page = answer->takeResult();
    noteWarnings(answer->warnings());
    if (!page) {
        const kube::StatusDetail detail = answer->detail();
        if (detail.refusal == kube::Refusal::Expired && !m_unpaged) {
            m_unpaged = true; // the picture went away between two pages (W2)
            beginList();
            return;
        }
        failed(page.error(), detail);
        return;
    }
    addToReplacement(page->objects);
    if (!page->continueToken.isEmpty()) {
        listPage(page->continueToken);
        return;
    }
    m_unpaged = false;
    pictureComplete(page->resourceVersion);
    watch(false);
}

void KubeWatch::watch(bool initialEvents)
{
    constexpr int shortest = 300;
    constexpr int spread = 300;
    const auto seconds =
        std::chrono::seconds{shortest + static_cast<int>(spread * m_client.link()->random())};
    m_sawEvent = false;
    m_isInitial = initialEvents;
    m_streamAge.start();
    m_stream = std::make_unique<KubeStream>(
        m_client.link(), kube::watchRequest({m_query, initialEvents ? QString{} : m_version,
                                             initialEvents, seconds}));
    connect(m_stream.get(), &KubeStream::opened, this,
            [this, initialEvents] { opened(initialEvents); });
    connect(m_stream.get(), &KubeStream::line, this, &KubeWatch::lineArrived);
    connect(m_stream.get(), &KubeStream::ended, this, &KubeWatch::streamEnded);
    m_opening.start(m_pace.opening);
    m_stream->start();
}

void KubeWatch::opened(bool initialEvents)
{
    m_opening.stop();
    if (initialEvents) {
        m_silence.start(m_pace.streamStart);
        return;
    }
    goLive();
}

/// A watch was opened and the picture is complete.
void KubeWatch::goLive()
{
    m_quiet.start(m_pace.quiet);
    if (m_silences > 0) {
        enter(ReflectorState::Phase::Doubted);
        return;
    }
    m_heard = m_clock.now();
    m_state.trueAt = m_heard;
    m_state.error.reset();
    m_state.neededRole.clear();
    enter(ReflectorState::Phase::Live);
}

/// Something has come from an open watch: it lives.
void KubeWatch::heard()
{
    m_sawEvent = true;
    if (m_isInitial) {
        return; // m_silence watches over that
    }
    m_silences = 0;
    m_heard = m_clock.now();
    m_state.trueAt = m_heard;
    m_quiet.start(m_pace.quiet);
    if (m_state.phase == ReflectorState::Phase::Doubted) {
        goLive();
    }
}

void KubeWatch::setPace(const Pace &pace)
{
    m_pace = pace;
    if (m_quiet.isActive()) {
        m_quiet.start(m_pace.quiet);
    }
}

/// The connection is up and nothing comes. Where the server sends bookmarks, that is a fault: the
/// next watch goes on from the same version and would tell at once what was missed; if it is silent
/// too, a new list shows what is true. Bookmarks are never promised (W3), and nobody has them of
/// events: without them a new list shows whether nothing has happened, and nothing is doubted.
void KubeWatch::fellSilent()
{
    if (!m_hasBookmarks) {
        m_version.clear();
        begin();
        return;
    }
    if (m_state.phase == ReflectorState::Phase::Live) {
        m_state.trueAt = m_heard;
    }
    if (++m_silences > 1) {
        m_version.clear();
    }
    failed({.code = ErrorCode::Timeout,
            .what = Text::tr("The picture of %1 may be old").arg(m_query.resource.qualifiedName()),
            .why = Text::tr("the server keeps the watch open and tells nothing"),
            .advice = Text::tr("It is asked again and again; changes come late meanwhile.")},
           {});
}

void KubeWatch::lineArrived(const kube::WatchLine &line)
{
    using Type = kube::WatchLine::Type;
    if (line.type == Type::Error) {
        const kube::StatusError error = kube::statusError(
            line.object,
            {.what = Text::tr("Cannot watch %1").arg(m_query.resource.qualifiedName())});
        failed(error.error, error.detail);
        return;
    }
    heard();
    if (!m_held.isEmpty() || (m_isInitial && !m_initialEnd.isEmpty())) {
        m_held.append(line);
    } else {
        follow(line);
    }
}

void KubeWatch::follow(const kube::WatchLine &line)
{
    if (line.type == kube::WatchLine::Type::Bookmark) {
        bookmarkArrived(line.object);
    } else if (m_isInitial) {
        collectInitial(line.object);
    } else {
        changeArrived(line);
    }
}

void KubeWatch::changeArrived(const kube::WatchLine &line)
{
    const bool removed = line.type == kube::WatchLine::Type::Deleted;
    const Result<Changed> done =
        change(removed ? ChangeType::Removed : ChangeType::Stored, line.object);
    if (!done) {
        m_version.clear(); // what this event said is lost: only a new list makes it good
        failed(done.error(), {});
        return;
    }
    m_version = done->resourceVersion;
    note({done->key});
}

void KubeWatch::bookmarkArrived(const QByteArray &object)
{
    const Result<kube::WatchPosition> position = kube::watchPosition(object);
    if (!position) {
        return; // never needed (W3)
    }
    if (!m_isInitial) {
        m_hasBookmarks = true;
        m_version = position->resourceVersion;
    } else if (position->initialEventsEnd) {
        m_silence.stop();
        m_initialEnd = position->resourceVersion;
        decodeInitial();
    }
}

void KubeWatch::collectInitial(const QByteArray &object)
{
    m_silence.start(m_pace.streamStart);
    if (m_initial.isEmpty()) {
        m_initial.reserve(initialPiece + initialPiece / 8);
        m_initial += listHead;
    } else {
        m_initial += ',';
    }
    m_initial += object;
    if (m_initial.size() > initialPiece) {
        decodeInitial();
    }
}

void KubeWatch::decodeInitial()
{
    if (!m_work) {
        m_work = std::make_unique<QObject>();
    }
    // In the form of a list, so that one decoder does for both ways. The watcher is ours: what is
    // decoded after our end is dropped with it.
    const QByteArray list =
        (m_initial.isEmpty() ? QByteArray(listHead) : std::exchange(m_initial, {})) + "]}";
    ++m_decoding;
    auto *const watcher = new QFutureWatcher<Result<DecodedPage>>(m_work.get());
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        initialDecoded(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([decode = pageDecoder(), list] { return decode(list); }));
}

void KubeWatch::initialDecoded(const Result<DecodedPage> &page)
{
    if (!page) {
        failed(page.error(), {});
        return;
    }
    addToReplacement(page->objects);
    if (--m_decoding > 0 || m_initialEnd.isEmpty()) {
        return;
    }
    m_isInitial = false;
    pictureComplete(std::exchange(m_initialEnd, {}));
    goLive();
    followHeld();
}

/// A few a turn: there may be thousands after a long list.
void KubeWatch::followHeld()
{
    for (int i = 0; i < heldPerTurn && !m_held.isEmpty() && m_stream; ++i) {
        follow(m_held.takeFirst());
    }
    if (!m_held.isEmpty()) {
        m_unhold.start(0ms);
    }
}

void KubeWatch::pictureComplete(const QString &version)
{
    m_version = version;
    m_state.hasPicture = true;
    m_heard = m_clock.now();
    m_state.trueAt = m_heard;
    m_work.reset();
    note(replace());
}

void KubeWatch::noteWarnings(const QStringList &warnings)
{
    constexpr qsizetype most = 10;
    for (const QString &warning : warnings) {
        if (m_state.warnings.size() < most && !m_state.warnings.contains(warning)) {
            m_state.warnings.append(warning);
        }
    }
}

void KubeWatch::streamEnded()
{
    noteWarnings(m_stream->warnings());
    if (m_stream->error()) {
        const Error error = *m_stream->error();
        const kube::StatusDetail detail = m_stream->detail();
        if (m_isInitial && refusesStreaming(error, detail)) {
            m_canStream = false;
            begin();
            return;
        }
        failed(error, detail);
        return;
    }
    const bool healthy = m_sawEvent || milliseconds{m_streamAge.elapsed()} >= m_pace.shortest;
    if (m_isInitial || !healthy) {
        failed({.code = ErrorCode::Interrupted,
                .what = Text::tr("Cannot watch %1").arg(m_query.resource.qualifiedName()),
                .why = Text::tr("the server ended the watch at once")},
               {});
        return;
    }
    begin(); // a clean end says nothing: go on from where we are (wire fact 61)
}

milliseconds KubeWatch::backoff() const
{
    const int doublings = std::min(std::max(m_state.failures - 1, 0), 10);
    const milliseconds most = std::min(m_pace.mostBackoff, m_pace.backoff * (1 << doublings));
    return milliseconds{static_cast<qint64>(static_cast<double>(most.count()) *
                                            (0.5 + 0.5 * m_client.link()->random()))};
}

void KubeWatch::failed(Error error, const kube::StatusDetail &detail)
{
    const bool wasHealthy = m_state.phase == ReflectorState::Phase::Live && m_stream &&
                            milliseconds{m_streamAge.elapsed()} >= m_pace.healthyAfter;
    m_state.failures = wasHealthy ? 1 : m_state.failures + 1;
    if (detail.refusal == kube::Refusal::Expired ||
        detail.refusal == kube::Refusal::VersionTooLarge) {
        m_version.clear(); // a list without a version is always possible (W4)
    }
    milliseconds delay = std::max(backoff(), error.retryAfter.value_or(0ms));
    if (detail.refusal == kube::Refusal::Expired && m_state.failures == 1) {
        delay = 0ms; // nobody's fault
    } else {
        m_state.error = std::move(error);
        m_state.neededRole = detail.neededRole;
    }
    if (detail.refusal == kube::Refusal::Forbidden) {
        // Each try would be refused and audited; a person can try again at once.
        delay = m_pace.refused;
        const auto right = kube::parseForbidden(detail.message, detail.name);
        if (right && !detail.neededRole.isEmpty()) {
            m_state.neededRole = kube::roleSnippet(*right, {u"list"_s, u"watch"_s});
        }
    }
    waitAndBegin(delay);
}

void KubeWatch::waitAndBegin(milliseconds delay)
{
    // Not at once: we may be inside a signal of the stream.
    stop();
    enter(ReflectorState::Phase::Waiting);
    m_retry.start(delay);
}

void KubeWatch::beat()
{
    const EpochMs now = m_clock.now();
    const milliseconds wall{now - m_lastBeat};
    const milliseconds running{m_monotonic.restart()};
    m_lastBeat = now;
    if (m_state.phase == ReflectorState::Phase::Live) {
        m_state.trueAt = now;
    }
    // The monotonic clock stands still while the machine sleeps, the other does not; and a process
    // that was stopped sees both jump (W8).
    const milliseconds jump = wall > running ? wall - running : running - wall;
    if (jump > m_pace.slept || running > m_pace.heartbeat + m_pace.slept) {
        refresh();
    }
}

void KubeWatch::enter(ReflectorState::Phase phase)
{
    m_state.phase = phase;
    Q_EMIT stateChanged();
}

void KubeWatch::note(const QSet<QString> &keys)
{
    m_changed.unite(keys);
    if (!m_changed.isEmpty() && !m_coalesce.isActive()) {
        m_coalesce.start(m_pace.coalesce);
    }
}

void KubeWatch::flush()
{
    if (hasNews()) {
        m_coalesce.stop();
        emitChanged();
    }
}

void KubeWatch::emitChanged()
{
    Q_EMIT changed(std::exchange(m_changed, {}));
}

} // namespace spillway
