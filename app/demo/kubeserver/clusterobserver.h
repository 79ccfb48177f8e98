// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/objectstore.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace spillway::demo {

/// Tells a thread with an event loop what happens in the store, as an informer tells a controller:
/// first what there is, then every change, in order. Lives in the thread of its owner; a thread of
/// its own waits for the store, which must live longer.
class ClusterObserver : public QObject
{
    Q_OBJECT
public:
    /// Of one kind ("autoscaling/horizontalpodautoscalers"), or of all if the key is empty.
    ClusterObserver(ObjectStore &store, QString storageKey, QObject *parent = nullptr);
    ~ClusterObserver() override;

    void start();

Q_SIGNALS:
    void changed(const spillway::demo::StoreChange &change);
    /// Everything that existed at start() has been told.
    void synchronized();

private:
    void run();
    void pass(std::vector<StoreChange> changes, bool synchronizedNow);

    ObjectStore &m_store;
    QString m_storageKey;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace spillway::demo

Q_DECLARE_METATYPE(spillway::demo::StoreChange)
