// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelmessage.h"

#include "core/plainline.h"
#include "panels/panelvalues.h"
#include "style/themeicon.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// text broken into at most lines lines of width, the last one elided.
QString wrapped(const QString &text, const QFont &font, int width, int lines)
{
    const QFontMetrics metrics{font};
    QTextLayout layout{text, font};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList result;
    layout.beginLayout();
    while (result.size() < lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        const bool last = result.size() == lines - 1;
        const QString rest = text.mid(line.textStart());
        result << (last ? metrics.elidedText(rest, Qt::ElideRight, width)
                        : text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return result.join(u'\n');
}

} // namespace

PanelMessage::PanelMessage(QWidget *parent)
    : QWidget(parent)
    , m_iconLabel(new QLabel{this})
    , m_headLabel(new QLabel{this})
    , m_detailLabel(new QLabel{this})
    , m_retry(new QPushButton{tr("Retry"), this})
{
    for (QLabel *label : {m_iconLabel, m_headLabel, m_detailLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }
    connect(m_retry, &QPushButton::clicked, this, &PanelMessage::retryRequested);
}

void PanelMessage::showLoading()
{
    set(u"clock", Tone::Neutral, tr("Loading"), {}, false);
}

void PanelMessage::showEmpty(const QString &reason)
{
    set(u"empty", Tone::Neutral, tr("No data"), reason, false);
}

void PanelMessage::showError(const Error &error)
{
    QStringList detail;
    for (const QString &part : {error.why, error.advice, error.where}) {
        if (!part.isEmpty()) {
            detail << plainLine(part);
        }
    }
    set(u"error", Tone::Critical, error.what.isEmpty() ? tr("Failed") : plainLine(error.what),
        detail.join(u'\n'), true);
}

QString PanelMessage::text() const
{
    return m_detail.isEmpty() ? m_head : tr("%1. %2").arg(m_head, m_detail);
}

void PanelMessage::set(QStringView icon, Tone tone, const QString &head, const QString &detail,
                       bool retry)
{
    m_icon = icon.toString();
    m_tone = tone;
    m_head = head;
    m_detail = detail;
    m_canRetry = retry;
    setAccessibleName(text());
    setToolTip(plainTip(text()));
    recolor();
    fit();
}

void PanelMessage::recolor()
{
    const ThemeColors &colors = themeColors(palette());
    m_iconLabel->setPixmap(
        themeIcon(m_icon, toneColor(m_tone, colors)).pixmap(QSize{20, 20}, devicePixelRatioF()));
    QPalette head = palette();
    head.setColor(QPalette::WindowText, colors.text);
    m_headLabel->setPalette(head);
    QPalette detail = palette();
    detail.setColor(QPalette::WindowText, colors.textMuted);
    m_detailLabel->setPalette(detail);
}

/// Top to bottom: icon, head, detail, button, each only if there is room for it.
void PanelMessage::fit()
{
    const QFont headFont = themeFont(FontRole::Title, font());
    m_headLabel->setFont(headFont);
    m_detailLabel->setFont(themeFont(FontRole::Small, font()));
    const QFontMetrics small{m_detailLabel->font()};
    // Chinese comes from a font with higher lines than the program's own.
    const int line =
        std::max(small.lineSpacing(), small.size(Qt::TextSingleLine, m_detail).height());
    const int textWidth = std::min(width() - 2 * spacing::m, 420);
    const int headHeight = QFontMetrics{headFont}.lineSpacing();
    const int buttonHeight = m_canRetry ? m_retry->sizeHint().height() + spacing::s : 0;
    int room = height() - headHeight - spacing::s;
    const bool button = m_canRetry && room >= buttonHeight;
    room -= button ? buttonHeight : 0;
    const int wantedLines = m_detail.isEmpty() ? 0 : 6;
    const bool icon = room >= 20 + spacing::s + (wantedLines > 0 ? line : 0);
    room -= icon ? 20 + spacing::s : 0;
    const int lines = std::min(wantedLines, (room - spacing::xs) / line);

    m_headLabel->setText(
        QFontMetrics{headFont}.elidedText(m_head, Qt::ElideRight, std::max(0, textWidth)));
    QStringList paragraphs;
    for (const QString &part : m_detail.split(u'\n', Qt::SkipEmptyParts)) {
        const auto left = lines - static_cast<int>(paragraphs.size());
        if (left <= 0) {
            break;
        }
        paragraphs << wrapped(part, m_detailLabel->font(), textWidth, left).split(u'\n');
    }
    m_detailLabel->setText(paragraphs.join(u'\n'));
    const int detailHeight = static_cast<int>(paragraphs.size()) * line;
    int total = headHeight + (icon ? 20 + spacing::s : 0) + (button ? buttonHeight : 0) +
                (detailHeight > 0 ? detailHeight + spacing::xs : 0);
    int y = std::max(0, (height() - total) / 2);
    const auto place = [&](QWidget *widget, bool visible, int h, int gap) {
        widget->setVisible(visible);
        if (visible) {
            widget->setGeometry((width() - textWidth) / 2, y, textWidth, h);
            y += h + gap;
        }
    };
    place(m_iconLabel, icon, 20, spacing::s);
    place(m_headLabel, true, headHeight, spacing::xs);
    place(m_detailLabel, detailHeight > 0, detailHeight, spacing::s);
    m_retry->setVisible(button);
    const QSize hint = m_retry->sizeHint();
    m_retry->setGeometry((width() - hint.width()) / 2, y, hint.width(), hint.height());
}

void PanelMessage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PanelMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    } else if (event->type() == QEvent::FontChange) {
        fit();
    } else if (event->type() == QEvent::LanguageChange) {
        m_retry->setText(tr("Retry"));
        fit();
    }
}

} // namespace spillway
