// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/panelsnapshot.h"
#include "panels/panelnotices.h"
#include "style/tone.h"

#include <QWidget>

class QToolButton;

namespace spillway {

/// What the title bar says about a state.
struct StateBadge
{
    Tone tone = Tone::Neutral;
    QString text; ///< empty for Live: fresh data needs no words
};
[[nodiscard]] StateBadge stateBadge(PanelState state);

/// Top line of a panel: tone shape, title, badge, age, notices, menu. Painted as plain text.
class PanelTitleBar : public QWidget
{
    Q_OBJECT

public:
    explicit PanelTitleBar(QWidget *parent);

    void setTitle(const QString &title, const QString &description);
    void setState(PanelState state, bool refreshing);
    void setAge(const QString &age);
    void setNotices(const PanelDoubts &doubts);
    /// Without them for pictures.
    void setButtonsVisible(bool visible);
    /// The menu button shows itself only then, and when it has the focus: on a calm page the title
    /// has the room. It can be reached by keyboard all the time.
    void setMenuShown(bool shown);

    static constexpr int barHeight = 30;

Q_SIGNALS:
    void noticesRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void layoutButtons();
    void updateMenu();
    [[nodiscard]] bool showsMenu() const;
    [[nodiscard]] int textRight() const;

    QString m_title;
    QString m_description;
    QString m_age;
    PanelState m_state = PanelState::Refreshing;
    PanelDoubts m_doubts;
    bool m_refreshing = false;
    bool m_menuShown = false;
    QToolButton *m_notices = nullptr;
    QToolButton *m_menu = nullptr;
};

} // namespace spillway
