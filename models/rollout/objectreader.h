// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubeclient.h"

#include <QObject>

#include <vector>

namespace spillway {

/// Several objects by their names, in parallel. That one is not there is an answer too. GUI thread;
/// deleting it cancels; finished() once, never from the constructor.
class ObjectReader final : public QObject
{
    Q_OBJECT
public:
    /// The client must live longer.
    ObjectReader(KubeClient &client, std::vector<kube::ObjectRef> objects,
                 QObject *parent = nullptr);

    /// In the order of the references; an empty object: it is not there.
    [[nodiscard]] const std::vector<Result<QJsonObject>> &results() const { return m_results; }
    /// The first failure, if there is one.
    [[nodiscard]] const Error *failure() const;

Q_SIGNALS:
    void finished();

private:
    void take(std::size_t index, KubeAnswer<QJsonObject> *answer);

    std::vector<Result<QJsonObject>> m_results;
    std::size_t m_open;
};

} // namespace spillway
