// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/diffview.h"

#include "style/theme.h"

#include <QEvent>
#include <QSyntaxHighlighter>

namespace spillway {

using namespace Qt::StringLiterals;

/// Blue for what came and amber for what went: everybody can tell them apart, and the signs say it
/// too.
class DiffHighlighter final : public QSyntaxHighlighter
{
public:
    explicit DiffHighlighter(QPlainTextEdit *edit)
        : QSyntaxHighlighter(edit->document())
        , m_edit(edit)
    {}

protected:
    void highlightBlock(const QString &text) override
    {
        const ThemeColors &colors = themeColors(m_edit->palette());
        QTextCharFormat format;
        if (text.startsWith(u"@@") || text.startsWith(u"+++ ") || text.startsWith(u"--- ")) {
            format.setForeground(colors.textMuted);
        } else if (text.startsWith(u'+')) {
            format.setForeground(colors.info);
        } else if (text.startsWith(u'-')) {
            format.setForeground(colors.warning);
        } else {
            format.setForeground(colors.text);
        }
        setFormat(0, static_cast<int>(text.size()), format);
    }

private:
    QPlainTextEdit *m_edit;
};

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new DiffHighlighter(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setProperty("bare", true);
    setFont(themeFont(FontRole::Mono, font()));
}

void DiffView::setDiff(const QByteArray &diff, const QString &whenEmpty)
{
    setPlaceholderText(whenEmpty);
    // The same again keeps what is selected and where it is scrolled to.
    if (const QString text = QString::fromUtf8(diff); text != toPlainText()) {
        setPlainText(text);
    }
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->rehighlight();
    }
}

} // namespace spillway
