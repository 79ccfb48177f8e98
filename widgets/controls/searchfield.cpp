// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/searchfield.h"

#include "style/themeicon.h"

#include <QKeyEvent>

namespace spillway {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    addAction(themeIcon(u"search"), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds{120});
    connect(&m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::announce);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        announce();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::announce()
{
    m_pause.stop();
    const QString now = text().trimmed();
    if (now != m_last) {
        m_last = now;
        Q_EMIT searchChanged(now);
    }
}

} // namespace spillway
