// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/kubeconnection.h"

#include "connection/serviceroute.h"
#include "kube/kubecatalog.h"
#include "kube/kubereflector.h"
#include "kube/writewindow.h"
#include "net/httpclient.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Of the catalog, when the server does not answer.
constexpr std::chrono::milliseconds firstRetry = 1s;
constexpr std::chrono::milliseconds longestRetry = 30s;
/// Of what was missing.
constexpr std::chrono::milliseconds missingAgain = 5min;
/// One turn of the event loop may take this long in filling the picture.
constexpr std::chrono::milliseconds slice = 15ms;
constexpr int perStep = 50; ///< objects between two looks at the clock
/// What the page shows.
constexpr std::array watchedKinds{
    kube::Kind::Deployment,   kube::Kind::StatefulSet, kube::Kind::HorizontalPodAutoscaler,
    kube::Kind::ScaledObject, kube::Kind::Pod,         kube::Kind::Event};
/// A watch that ends and begins anew is not worth a word.
constexpr std::chrono::milliseconds asGoodAsLive = 10s;

WatchReport reportOf(const KubeWatch &watch)
{
    const ReflectorState &state = watch.state();
    WatchReport report{.kind = watch.query().resource.plural,
                       .hasPicture = state.hasPicture,
                       .live = state.phase == ReflectorState::Phase::Live,
                       .age = watch.age(),
                       .error = state.error,
                       .neededRole = state.neededRole};
    if (state.phase == ReflectorState::Phase::Listing && !state.error && report.age) {
        report.live = *report.age < asGoodAsLive;
    }
    return report;
}

} // namespace

/// All that belongs to one usable context.
struct KubeConnection::Session
{
    Session(const KubeTarget &target, const Workspace &workspace, HttpClient &http,
            ExecLogins &logins, const Clock &clock)
        : access(target, logins, ExecPolicy::fromWords(workspace.kube.plugins), clock)
        , client(http, access)
        , catalog(client)
        , window(target.context, workspace.isProtected, clock)
    {}

    KubeContextAccess access;
    KubeClient client;
    KubeCatalog catalog;
    WriteWindow window;
    struct Watched
    {
        int kind;
        std::unique_ptr<KubeWatch> watch;
        std::function<void()> forget; ///< takes its objects out of the picture
    };
    /// Kinds whose definition was removed: nothing of them is there any more (D6).
    void dropUnserved();

    std::vector<Watched> watches;
    QSet<int> watched; ///< kinds
};

void KubeConnection::Session::dropUnserved()
{
    QSet<int> gone;
    for (const Watched &one : watches) {
        const std::optional<Error> &error = one.watch->state().error;
        if (error && error->httpStatus == 404 &&
            !catalog.discovery()->has(static_cast<kube::Kind>(one.kind))) {
            gone.insert(one.kind);
        }
    }
    // In one namespace it may not have been noticed yet.
    const auto isGone = [&gone](const Watched &one) { return gone.contains(one.kind); };
    for (const Watched &one : watches) {
        if (isGone(one)) {
            one.forget();
        }
    }
    watched.subtract(gone);
    std::erase_if(watches, isGone);
}

KubeConnection::KubeConnection(Workspace workspace, HttpClient &http, ExecLogins &logins,
                               const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_http(http)
    , m_logins(logins)
    , m_clock(clock)
    , m_picture(m_workspace.components)
{
    m_feed.setSingleShot(true);
    m_retry.setSingleShot(true);
    m_recheck.setInterval(missingAgain);
    connect(&m_recheck, &QTimer::timeout, this, &KubeConnection::recheck);
    connect(&m_feed, &QTimer::timeout, this, &KubeConnection::feed);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_session->catalog.refresh(); });
}

KubeConnection::~KubeConnection() = default;

bool KubeConnection::isConfigured() const
{
    return m_workspace.kube.isNamed();
}

void KubeConnection::setLooking(QObject *who, bool looks)
{
    if (m_lookers.contains(who) == looks) {
        return;
    }
    if (looks) {
        m_lookers.insert(who);
        connect(who, &QObject::destroyed, this, [this, who] { setLooking(who, false); });
    } else {
        m_lookers.remove(who);
        disconnect(who, &QObject::destroyed, this, nullptr);
    }
    if (looks && m_session == nullptr && isConfigured()) {
        open();
    }
    if (m_session == nullptr) {
        return;
    }
    if (m_lookers.isEmpty()) {
        m_retry.stop();
        m_recheck.stop();
    } else if (!m_recheck.isActive()) {
        m_recheck.start();
    }
    if (looks && m_failure && !m_retry.isActive()) {
        m_retry.start(0ms);
    }
    for (const Session::Watched &one : m_session->watches) {
        one.watch->setActive(!m_lookers.isEmpty());
    }
}

void KubeConnection::tryAgain()
{
    if (!isConfigured()) {
        return;
    }
    if (m_session == nullptr) {
        open();
        return;
    }
    m_session->access.tryAgain();
    m_session->catalog.refresh();
    for (const Session::Watched &one : m_session->watches) {
        one.watch->refresh();
    }
}

void KubeConnection::open()
{
    const Result<KubeTarget> target = workspaceTarget(m_workspace.kube);
    m_failure.reset();
    if (!target) {
        m_failure = target.error();
    } else {
        m_session = std::make_unique<Session>(*target, m_workspace, m_http, m_logins, m_clock);
        watchSession();
        m_session->catalog.refresh();
        if (!m_lookers.isEmpty()) {
            m_recheck.start();
        }
    }
    Q_EMIT stateChanged();
}

void KubeConnection::watchSession()
{
    connect(&m_session->access, &KubeAccess::waitingFor, this, [this](const QString &helper) {
        m_waitingFor = helper;
        Q_EMIT stateChanged();
    });
    connect(&m_session->access, &KubeAccess::identityChanged, this, [this] {
        m_http.dropConnections();
        m_session->catalog.refresh(); // the watches begin anew by themselves
    });
    connect(&m_session->catalog, &KubeCatalog::updated, this, &KubeConnection::catalogUpdated);
    connect(&m_session->window, &WriteWindow::changed, this, &KubeConnection::writabilityChanged);
}

void KubeConnection::catalogUpdated()
{
    const Result<kube::Discovery> &discovery = m_session->catalog.discovery();
    if (!discovery) {
        m_failure = discovery.error();
        const auto grown = firstRetry * (1 << std::min(m_failures++, 5));
        if (!m_lookers.isEmpty()) {
            m_retry.start(std::min<std::chrono::milliseconds>(longestRetry, grown));
        }
    } else {
        m_failures = 0;
        m_failure.reset();
        m_session->dropUnserved();
        makeWatches();
    }
    Q_EMIT stateChanged();
}

QStringList KubeConnection::nameSpaces() const
{
    QStringList all = m_workspace.namespaces;
    for (const WorkspaceComponent &component : m_workspace.components) {
        if (!component.ns.isEmpty()) {
            all.append(component.ns);
        }
    }
    if (all.isEmpty() && m_session) {
        all.append(m_session->access.defaultNamespace());
    }
    all.removeDuplicates();
    return all;
}

void KubeConnection::makeWatches()
{
    using kube::Kind;
    addWatches<kube::Deployment>(static_cast<int>(Kind::Deployment));
    addWatches<kube::StatefulSet>(static_cast<int>(Kind::StatefulSet));
    addWatches<kube::HorizontalPodAutoscaler>(static_cast<int>(Kind::HorizontalPodAutoscaler));
    addWatches<kube::ScaledObject>(static_cast<int>(Kind::ScaledObject));
    addWatches<kube::Pod>(static_cast<int>(Kind::Pod));
    addWatches<kube::Event>(static_cast<int>(Kind::Event));
}

/// Kinds that are not served (KEDA's, mostly) are looked for again with each discovery.
template<typename T>
void KubeConnection::addWatches(int kind)
{
    const Result<kube::Resource> resource =
        m_session->catalog.resource(static_cast<kube::Kind>(kind));
    if (!resource || m_session->watched.contains(kind)) {
        return;
    }
    m_session->watched.insert(kind);
    for (const QString &ns : nameSpaces()) {
        auto watch = std::make_unique<KubeReflector<T>>(
            m_session->client, kube::ListQuery{.resource = *resource, .ns = ns}, m_clock);
        KubeReflector<T> *const reflector = watch.get();
        const auto show = [this](const QString &key, const std::shared_ptr<const T> &object) {
            m_arrived.push_back([this, key, object] { m_picture.set(key, object); });
            m_feed.start(0ms);
        };
        connect(reflector, &KubeWatch::changed, this, [reflector, show](const QSet<QString> &keys) {
            for (const QString &key : keys) {
                show(key, reflector->objects().value(key));
            }
        });
        const auto forget = [reflector, show] {
            reflector->flush();
            const auto &objects = reflector->objects();
            for (auto object = objects.keyBegin(); object != objects.keyEnd(); ++object) {
                show(*object, {});
            }
        };
        m_session->watches.push_back({kind, std::move(watch), forget});
        added(*reflector);
    }
}

void KubeConnection::added(KubeWatch &watch)
{
    connect(&watch, &KubeWatch::stateChanged, this, [this, &watch] { watchChanged(&watch); });
    watch.setActive(!m_lookers.isEmpty());
}

void KubeConnection::recheck()
{
    const Result<kube::Discovery> &served = m_session->catalog.discovery();
    const auto isMissing = [&served](kube::Kind kind) { return !served->has(kind); };
    if (served && (!served->failed.isEmpty() ||
                   std::any_of(watchedKinds.begin(), watchedKinds.end(), isMissing))) {
        m_session->catalog.refresh();
    }
}

QStringList KubeConnection::notes() const
{
    if (!m_session) {
        return {};
    }
    QStringList notes;
    if (const Result<kube::Discovery> &served = m_session->catalog.discovery()) {
        for (const kube::Kind kind : watchedKinds) {
            if (const auto found = served->find(kind); !found) {
                notes.append(tr("Not shown: %1").arg(found.error().sentence()));
            }
        }
        for (auto group = served->failed.cbegin(); group != served->failed.cend(); ++group) {
            notes.append(tr("The cluster does not tell what it serves in %1: %2")
                             .arg(group.key(), group.value()));
        }
    }
    for (const Session::Watched &one : m_session->watches) {
        for (const QString &warning : one.watch->state().warnings) {
            notes.append(tr("The cluster warns about %1: %2")
                             .arg(one.watch->query().resource.plural, warning));
        }
    }
    notes.removeDuplicates();
    return notes;
}

void KubeConnection::watchChanged(KubeWatch *watch)
{
    const ReflectorState &state = watch->state();
    if (state.error && state.error->httpStatus == 404 && state.failures == 1) {
        m_session->catalog.refresh(); // the kind may not be served any more (D6)
    }
    Q_EMIT stateChanged();
}

void KubeConnection::feed()
{
    QElapsedTimer spent;
    spent.start();
    std::size_t done = 0;
    while (done < m_arrived.size() && spent.elapsed() < slice.count()) {
        const std::size_t end = std::min(m_arrived.size(), done + perStep);
        for (; done < end; ++done) {
            m_arrived[done]();
        }
    }
    m_arrived.erase(m_arrived.begin(), m_arrived.begin() + static_cast<std::ptrdiff_t>(done));
    if (!m_arrived.empty()) {
        m_feed.start(0ms);
        return;
    }
    if (m_picture.settle()) {
        Q_EMIT pictureChanged();
    }
    Q_EMIT stateChanged(); // the first picture ends Connecting
}

ClusterState KubeConnection::state() const
{
    ClusterState state;
    if (!isConfigured()) {
        return state;
    }
    std::vector<WatchReport> reports;
    if (m_session) {
        for (const Session::Watched &one : m_session->watches) {
            reports.push_back(reportOf(*one.watch));
        }
    }
    if (reports.empty() && m_failure) {
        state.phase = ClusterPhase::Failed;
        state.error = m_failure;
        return state;
    }
    state = judgeCluster(reports);
    // What has been listed is on its way into the picture.
    const auto hasNews = [](const Session::Watched &one) { return one.watch->hasNews(); };
    const bool onItsWay =
        m_session && (!m_arrived.empty() ||
                      std::any_of(m_session->watches.begin(), m_session->watches.end(), hasNews));
    if (state.phase == ClusterPhase::Live && m_picture.isEmpty() && onItsWay) {
        state.phase = ClusterPhase::Connecting;
    }
    return state;
}

QString KubeConnection::contextName() const
{
    return m_session ? m_session->access.contextName() : m_workspace.kube.context;
}

QString KubeConnection::server() const
{
    return m_session ? m_session->access.server().toString() : QString{};
}

QString KubeConnection::version() const
{
    return m_session && m_session->catalog.version() ? m_session->catalog.version()->text
                                                     : QString{};
}

QString KubeConnection::user() const
{
    return m_session && m_session->catalog.identity() ? m_session->catalog.identity()->user
                                                      : QString{};
}

QStringList KubeConnection::groups() const
{
    return m_session && m_session->catalog.identity() ? m_session->catalog.identity()->groups
                                                      : QStringList{};
}

std::optional<EpochMs> KubeConnection::writableUntil() const
{
    return m_session ? m_session->window.closesAt() : std::nullopt;
}

Result<void> KubeConnection::unlock(const QString &typedName)
{
    if (m_session == nullptr) {
        return ticket().error();
    }
    const Result<WriteTicket> opened = m_session->window.open(typedName);
    return opened ? Result<void>{} : Result<void>{opened.error()};
}

void KubeConnection::lock()
{
    if (m_session) {
        m_session->window.close();
    }
}

Result<WriteTicket> KubeConnection::ticket() const
{
    if (m_session) {
        return m_session->window.ticket();
    }
    return Error{.code = ErrorCode::Forbidden,
                 .what = tr("Nothing is written to %1").arg(contextName()),
                 .why = tr("there is no connection to it")};
}

KubeClient *KubeConnection::client() const
{
    return m_session ? &m_session->client : nullptr;
}

} // namespace spillway
