// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/objectreader.h"

#include <algorithm>

namespace spillway {

ObjectReader::ObjectReader(KubeClient &client, std::vector<kube::ObjectRef> objects,
                           QObject *parent)
    : QObject(parent)
    , m_results(objects.size(), Result<QJsonObject>{QJsonObject{}})
    , m_open(objects.size())
{
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto *const answer = client.get<QJsonObject>(objects[i], this);
        connect(answer, &KubeReply::finished, this, [this, i, answer] { take(i, answer); });
    }
    if (objects.empty()) {
        QMetaObject::invokeMethod(this, &ObjectReader::finished, Qt::QueuedConnection);
    }
}

const Error *ObjectReader::failure() const
{
    const auto found = std::find_if(m_results.begin(), m_results.end(),
                                    [](const Result<QJsonObject> &each) { return !each; });
    return found == m_results.end() ? nullptr : &found->error();
}

void ObjectReader::take(std::size_t index, KubeAnswer<QJsonObject> *answer)
{
    answer->deleteLater();
    const kube::Refusal refusal = answer->detail().refusal;
    const bool isMissing = !answer->result().ok() && (refusal == kube::Refusal::ObjectMissing ||
                                                      refusal == kube::Refusal::NamespaceMissing);
    if (!isMissing) {
        m_results[index] = answer->takeResult();
    }
    if (--m_open == 0) {
        Q_EMIT finished();
    }
}

} // namespace spillway
