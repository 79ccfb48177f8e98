// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timecursor.h"
#include "connection/kubeconnection.h"
#include "itemmodels/policydocument.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "pages/planview.h"
#include "pages/policypage.h"
#include "style/themecontroller.h"
#include "support/kubeworld.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace spillway {

/// How long a test waits for something to happen in a cluster on this machine.
inline constexpr int patience = 30'000;

/// A policy for one deployment of KubeWorld.
inline QByteArray policyText(int max = 20, const QByteArray &more = {})
{
    return "apiVersion: spillway.dev/v1\n"
           "kind: ScalingPolicy\n"
           "metadata: {name: shop, namespace: kotaemon}\n"
           "spec:\n"
           "  timezone: Asia/Shanghai\n"
           "  components:\n"
           "    - name: rag-worker\n"
           "      target: {name: rag-worker}\n"
           "      engine: hpa\n"
           "      replicas: {min: 2, max: " +
           QByteArray::number(max) +
           "}\n"
           "      metrics:\n"
           "        - cpu: {averageUtilization: 70}\n" +
           more;
}

/// The policy page on a cluster. Pictures of it are kept if SPILLWAY_PICTURES names a folder, in
/// the theme that SPILLWAY_PICTURES_THEME says.
struct PolicyFixture
{
    explicit PolicyFixture(const Workspace &workspace, const QString &file = {},
                           QSize size = {1080, 720})
        : theme(qApp)
        , logins(ExecSetup{}, clock)
        , kube(workspace, http, logins, clock)
        , page({.kube = &kube, .cursor = &cursor, .clock = &clock}, file)
    {
        theme.setMode(qEnvironmentVariable("SPILLWAY_PICTURES_THEME") == u"dark"
                          ? ThemeMode::Dark
                          : ThemeMode::Light);
        page.resize(size);
        page.show();
        page.setActive(true);
    }

    [[nodiscard]] PlanView &plan() const { return *page.planView(); }
    [[nodiscard]] PolicyRollout::State state() { return page.rollout().state(); }
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("SPILLWAY_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder)) {
            page.grab().save(folder + u'/' + name + u".png"_s);
        }
    }

    ThemeController theme;
    SystemClock clock;
    HttpClient http;
    ExecLogins logins;
    KubeConnection kube;
    TimeCursor cursor;
    PolicyPage page;
};

inline Workspace policyWorkspace(const KubeWorld &world, const QString &user = u"admin"_s)
{
    Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
    made.kube.config = world.kubeconfig(user);
    made.namespaces = {KubeWorld::nameSpace};
    return made;
}

inline QString writePolicy(const QTemporaryDir &folder, const QByteArray &text,
                           const QString &name = u"policy.yaml"_s)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString{};
}

} // namespace spillway
