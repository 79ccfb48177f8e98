// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "panels/drawnsnapshot.h"
#include "panels/panelbody.h"

#include <memory>

namespace spillway {

class PanelMessage;
class PanelTitleBar;
class PanelVeil;

/// A panel: the one frame (title, state badge, age, notices, menu) around a body. It draws the
/// seven states of PanelState the same way for every kind. Does no I/O but writing the file that a
/// user asked for. GUI thread.
class PanelWidget : public QWidget
{
    Q_OBJECT

public:
    PanelWidget(const Panel &panel, std::unique_ptr<PanelBody> body, QWidget *parent = nullptr);
    ~PanelWidget() override;

    [[nodiscard]] const Panel &panel() const { return m_panel; }
    /// Of the same kind; another kind needs another widget.
    void setPanel(const Panel &panel);

    [[nodiscard]] const PanelSnapshot &snapshot() const { return m_snapshot; }
    void setSnapshot(const PanelSnapshot &snapshot);

    /// The server's time, for the age stamp: the page calls it about once a second.
    void setNow(EpochMs now);
    /// Links crosshair and zoom of all panels. Not owned.
    void setTimeCursor(TimeCursor *cursor);
    void setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second = std::nullopt);
    /// Adds edit and remove to the menu; a double click on the title then asks to edit.
    void setEditing(bool editing);

    [[nodiscard]] PanelBody *body() const { return m_body; }
    /// Rectangle of the title bar, to be used as a drag handle in edit mode.
    [[nodiscard]] QRect titleBarGeometry() const;

    /// Title, state and value in words, as assistive technology reads them.
    [[nodiscard]] QString accessibleText() const;
    /// "47 s old"; empty without data.
    [[nodiscard]] QString ageText() const;

    /// Writes the panel as .png, .svg or .csv, by the suffix of the file; all or nothing.
    [[nodiscard]] Result<void> exportTo(const QString &file);

    [[nodiscard]] QSize sizeHint() const override { return {400, 250}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 72}; }

Q_SIGNALS:
    void retryRequested();
    void fullScreenRequested();
    void explainRequested();
    void rowActivated(const QString &name);
    void editRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void connectParts();
    void updateState();
    void updateMessage();
    void updateAccessibility();
    void layoutParts();
    void updateMenuButton();
    void showMenu(const QPoint &globalPosition);
    void showNotices();
    void copyQuery();
    void askAndExport(const QString &suffix);
    [[nodiscard]] bool showsBody() const;

    Panel m_panel;
    PanelSnapshot m_snapshot;
    DrawnSnapshot m_drawn;
    EpochMs m_now = 0;
    bool m_editing = false;
    PanelBody *m_body = nullptr;
    PanelTitleBar *m_titleBar = nullptr;
    PanelMessage *m_message = nullptr;
    PanelVeil *m_veil = nullptr;
};

/// The widget for a panel of any kind; in state Refreshing until its first snapshot.
[[nodiscard]] PanelWidget *createPanelWidget(const Panel &panel, QWidget *parent = nullptr);

} // namespace spillway
