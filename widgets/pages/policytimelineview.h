// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/timelineband.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace spillway {

class PolicyDocument;

/// The bounds of all scaled components over the next four weeks, as the text says. GUI thread.
class PolicyTimelineView : public QWidget
{
    Q_OBJECT
public:
    /// The document must outlive it.
    explicit PolicyTimelineView(PolicyDocument &document, QWidget *parent = nullptr);
    ~PolicyTimelineView() override;

    [[nodiscard]] TimelineBand *band() const { return m_band; }
    void retranslate();

Q_SIGNALS:
    /// Where the window, event or component that decides stands in the text.
    void placeActivated(const spillway::DocumentPosition &position);

private:
    void showAnalysis();
    void find(const QString &component, const QString &why);

    PolicyDocument &m_document;
    QLabel *m_heading;
    QLabel *m_note;
    QToolButton *m_all;
    TimelineBand *m_band;
};

} // namespace spillway
