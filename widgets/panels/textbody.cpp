// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/textbody.h"

#include "core/plainline.h"

#include <QPlainTextEdit>

namespace spillway {

using namespace Qt::StringLiterals;

TextBody::TextBody(QWidget *parent)
    : PanelBody(parent)
    , m_text(new QPlainTextEdit{this})
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(0);
    // The card is the frame: no border or padding of an input field.
    m_text->setStyleSheet(
        u"QPlainTextEdit { border: none; background: transparent; padding: 0; }"_s);
}

void TextBody::setPanel(const Panel &panel)
{
    m_text->setPlainText(panel.text);
    m_text->setAccessibleName(plainLine(panel.title));
    Q_EMIT valueTextChanged();
}

void TextBody::setSnapshot(const PanelSnapshot &snapshot)
{
    Q_UNUSED(snapshot)
}

QString TextBody::valueText() const
{
    return m_text->toPlainText();
}

void TextBody::resizeEvent(QResizeEvent *event)
{
    PanelBody::resizeEvent(event);
    m_text->setGeometry(rect());
}

} // namespace spillway
