// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubediscovery.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String coreRoot{"/api"};
constexpr QLatin1String groupRoot{"/apis"};

KubeAnswer<HttpResponse> *ask(const std::shared_ptr<KubeLink> &link, const QString &path,
                              bool aggregated, QObject *parent)
{
    return new KubeAnswer<HttpResponse>(
        link, kube::discoveryRequest(path, aggregated),
        [](const HttpResponse &answer) -> Result<HttpResponse> { return answer; }, parent);
}

QString pathOf(const QString &groupVersion)
{
    return (groupVersion.contains(u'/') ? u"/apis/"_s : u"/api/"_s) + groupVersion;
}

} // namespace

KubeDiscoveryReply::KubeDiscoveryReply(std::shared_ptr<KubeLink> link, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
{
    askRoots(true);
}

KubeDiscoveryReply::~KubeDiscoveryReply() = default;

void KubeDiscoveryReply::askRoots(bool aggregated)
{
    m_roots.clear();
    m_open = 2;
    for (const QLatin1String root : {coreRoot, groupRoot}) {
        auto *const answer = ask(m_link, root, aggregated, this);
        connect(answer, &KubeReply::finished, this,
                [this, root, aggregated, answer] { rootAnswered(root, aggregated, answer); });
    }
}

void KubeDiscoveryReply::rootAnswered(const QString &root, bool aggregated,
                                      KubeAnswer<HttpResponse> *answer)
{
    answer->deleteLater();
    const Result<HttpResponse> &result = answer->result();
    if (result) {
        m_roots.insert(root, *result);
    } else if (root == groupRoot || result.error().httpStatus != 404) { // D2
        m_rootError = result.error();
        m_detail = answer->detail();
    }
    if (--m_open == 0) {
        rootsDone(aggregated);
    }
}

void KubeDiscoveryReply::rootsDone(bool aggregated)
{
    if (m_rootError) {
        finish(*m_rootError);
        return;
    }
    const bool all = std::all_of(m_roots.cbegin(), m_roots.cend(),
                                 [](const HttpResponse &root) { return kube::isAggregated(root); });
    if (!all) {
        // Both or none: a server may have answered one of them in the old form already.
        const bool any =
            std::any_of(m_roots.cbegin(), m_roots.cend(),
                        [](const HttpResponse &root) { return kube::isAggregated(root); });
        if (any && aggregated) {
            askRoots(false);
        } else {
            readLegacyRoots();
        }
        return;
    }
    for (const QLatin1String root : {coreRoot, groupRoot}) {
        const auto found = m_roots.constFind(root);
        if (found == m_roots.cend()) {
            continue;
        }
        const Result<void> read = kube::readAggregated(found->body, m_found);
        if (!read.ok()) {
            finish(read.error());
            return;
        }
    }
    finish(std::move(m_found));
}

void KubeDiscoveryReply::readLegacyRoots()
{
    QStringList groupVersions;
    for (const QLatin1String root : {coreRoot, groupRoot}) {
        const auto found = m_roots.constFind(root);
        if (found == m_roots.cend()) {
            continue;
        }
        const Result<QStringList> read = kube::readLegacyGroups(found->body, m_found);
        if (!read) {
            finish(read.error());
            return;
        }
        groupVersions += *read;
    }
    askGroupVersions(groupVersions);
}

void KubeDiscoveryReply::askGroupVersions(const QStringList &groupVersions)
{
    m_open = static_cast<int>(groupVersions.size());
    if (m_open == 0) {
        finish(std::move(m_found));
        return;
    }
    for (const QString &groupVersion : groupVersions) {
        auto *const answer = ask(m_link, pathOf(groupVersion), false, this);
        connect(answer, &KubeReply::finished, this,
                [this, groupVersion, answer] { groupVersionAnswered(groupVersion, answer); });
    }
}

void KubeDiscoveryReply::groupVersionAnswered(const QString &groupVersion,
                                              KubeAnswer<HttpResponse> *answer)
{
    answer->deleteLater();
    const Result<HttpResponse> &result = answer->result();
    const Result<void> read = result
                                  ? kube::readLegacyResources(result->body, groupVersion, m_found)
                                  : Result<void>{result.error()};
    if (!read.ok()) {
        m_found.failed.insert(groupVersion, read.error().why);
    }
    if (--m_open == 0) {
        finish(std::move(m_found));
    }
}

void KubeDiscoveryReply::finish(Result<kube::Discovery> result)
{
    m_result = std::move(result);
    m_finished = true;
    Q_EMIT finished(); // a slot may delete us
}

} // namespace spillway
