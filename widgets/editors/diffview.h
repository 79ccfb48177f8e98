// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace spillway {

class DiffHighlighter;

/// A difference of two texts as `diff -u` writes it, in colours; to read and copy. GUI thread.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    /// Empty: `whenEmpty` is said instead.
    void setDiff(const QByteArray &diff, const QString &whenEmpty);

protected:
    void changeEvent(QEvent *event) override;

private:
    DiffHighlighter *m_highlighter;
};

} // namespace spillway
