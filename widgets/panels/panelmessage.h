// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "style/tone.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace spillway {

/// What stands in place of a body that has nothing to show: why, and what to do. Everything is
/// plain text; what does not fit is in the tool tip.
class PanelMessage : public QWidget
{
    Q_OBJECT

public:
    explicit PanelMessage(QWidget *parent);

    void showLoading();
    void showEmpty(const QString &reason);
    void showError(const Error &error);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void set(QStringView icon, Tone tone, const QString &head, const QString &detail, bool retry);
    void recolor();
    void fit();

    QString m_icon;
    Tone m_tone = Tone::Neutral;
    QString m_head;
    QString m_detail;
    bool m_canRetry = false;
    QLabel *m_iconLabel = nullptr;
    QLabel *m_headLabel = nullptr;
    QLabel *m_detailLabel = nullptr;
    QPushButton *m_retry = nullptr;
};

} // namespace spillway
