// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "dashboards/dashboard.h"

#include <QMap>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QPainter;

namespace spillway {

class TimeCursor;

/// What a kind of panel draws inside the frame. Knows nothing of states: the frame shows them.
/// GUI thread; owned by its PanelWidget.
class PanelBody : public QWidget
{
    Q_OBJECT

public:
    explicit PanelBody(QWidget *parent = nullptr);
    ~PanelBody() override;

    virtual void setPanel(const Panel &panel) = 0;
    /// Data of a snapshot; called again with each new one, also with one that has none.
    virtual void setSnapshot(const PanelSnapshot &snapshot) = 0;
    /// Not owned. Kinds without a time axis ignore it.
    virtual void setTimeCursor(TimeCursor *cursor);
    virtual void setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second);
    /// What series of other names stand for; only a kind whose rows come from several queries needs
    /// it.
    virtual void setRowNames(const QMap<QString, QString> &names);
    /// False if the kind shows something without any data (a text).
    [[nodiscard]] virtual bool needsData() const { return true; }
    /// What is shown, in words, for assistive technology and tooltips: "p95: 1.25 s, warning".
    [[nodiscard]] virtual QString valueText() const = 0;
    /// Draws the body alone, without scroll bars and focus, for exports. The painter may write
    /// vectors. The base renders the widget as it is.
    virtual void renderTo(QPainter *painter, const QSize &size);

Q_SIGNALS:
    void valueTextChanged();
    /// What a row stands for was asked for, by its name.
    void rowActivated(const QString &name);
};

} // namespace spillway
