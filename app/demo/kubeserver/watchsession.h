// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/objectstore.h"
#include "kubeserver/presenter.h"
#include "kubeserver/selectors.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace spillway::demo {

/// One open watch: turns the store's history into the lines that its client sees. Used by the one
/// thread that serves the connection; the store must live longer.
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
class WatchSession
{
public:
    struct Setup
    {
        Presentation presentation;
        LabelSelector labels;
        FieldSelector fields;
        QString keyPrefix;    ///< "namespace/", or empty for all namespaces
        bool initial = false; ///< tell everything that exists first
        bool bookmarks = false;
        quint64 from = 0; ///< go on after this revision; not with initial
        std::chrono::seconds timeout{0};
        std::function<bool()> stale;  ///< tell nothing while it says so
        std::function<bool()> served; ///< end when it says no more
    };

    WatchSession(const ObjectStore &store, Setup setup);

    struct Piece
    {
        QByteArray lines; ///< may be empty
        bool ended = false;
    };
    /// Waits for something to tell, at most so long.
    [[nodiscard]] Piece next(std::chrono::milliseconds limit);

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] QByteArray initialLines();
    void addChange(QByteArray &lines, const StoreChange &change);
    void addBookmark(QByteArray &lines);
    void addEvent(QByteArray &lines, QLatin1String type, const QJsonObject &stored);
    void addLine(QByteArray &lines, QLatin1String type, const QJsonObject &object);
    [[nodiscard]] bool matches(const QJsonObject &object) const;
    [[nodiscard]] Piece endTooOld();

    const ObjectStore &m_store;
    Setup m_setup;
    quint64 m_told = 0;
    bool m_started = false;
    bool m_columnsTold = false;
    Clock::time_point m_end;
    Clock::time_point m_nextBookmark;
};

} // namespace spillway::demo
