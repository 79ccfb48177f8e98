// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubewrites.h"

/// \file Private to this folder: the write verb that never changes what is there.

namespace spillway {

/// POST. A lost answer is settled by what is there then: nothing of our manager means that somebody
/// else was first; otherwise a dry run of the same bytes under another name shows what the server
/// makes of them, and the object is ours if it is just that.
class CreateWrite final : public CheckedWrite
{
    Q_OBJECT
public:
    CreateWrite(Setup setup, kube::CreateRequest create, const kube::ManifestGate &gate,
                QObject *parent);

private:
    void send();
    void created(const HttpResponse &answer);
    void readBack() override;
    void compareWithAnswer(const QJsonObject &live);
    void settle(const QJsonObject &live);
    void compareWithTrial(const QJsonObject &live, const QJsonObject &would);
    void wasThereBefore(const QJsonObject &live);

    kube::CreateRequest m_create;
    QJsonObject m_answer; ///< empty = it was lost
};

} // namespace spillway
