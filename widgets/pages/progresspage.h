// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace spillway {

/// Something that takes seconds is being started (the demo): what, how far, and a way out.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPage(const QString &title, QWidget *parent = nullptr);

    /// fraction 0..1; text is plain.
    void setProgress(double fraction, const QString &text);
    /// It did not work: the reason instead of the bar.
    void setFailure(const QString &text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    bool m_failed = false;
};

} // namespace spillway
