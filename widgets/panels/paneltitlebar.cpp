// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/paneltitlebar.h"

#include "core/plainline.h"
#include "panels/panelvalues.h"
#include "style/tabulartext.h"
#include "style/themeicon.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestDot = 9;
constexpr int liveDot = 5; ///< all is well: hardly more than a speck
constexpr int narrowBar = 260;

} // namespace

StateBadge stateBadge(PanelState state)
{
    switch (state) {
    case PanelState::Live:
        return {Tone::Ok, {}};
    case PanelState::Refreshing:
        return {Tone::Info, panelStateTitle(state)};
    case PanelState::Kept:
    case PanelState::Partial:
    case PanelState::Truncated:
        return {Tone::Warning, panelStateTitle(state)};
    case PanelState::Empty:
        return {Tone::Neutral, panelStateTitle(state)};
    case PanelState::Failed:
        return {Tone::Critical, panelStateTitle(state)};
    }
    return {};
}

PanelTitleBar::PanelTitleBar(QWidget *parent)
    : QWidget(parent)
    , m_notices(new QToolButton{this})
    , m_menu(new QToolButton{this})
{
    m_notices->setIcon(themeIcon(u"notice"));
    m_notices->hide();
    m_menu->installEventFilter(this);
    retranslate();
    for (QToolButton *button : {m_notices, m_menu}) {
        button->setIconSize({14, 14});
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_notices, &QToolButton::clicked, this, &PanelTitleBar::noticesRequested);
    connect(m_menu, &QToolButton::clicked, this, [this] {
        Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint{0, m_menu->height()}));
    });
}

void PanelTitleBar::retranslate()
{
    m_notices->setAccessibleName(tr("Notices"));
    m_menu->setToolTip(tr("Panel menu"));
    m_menu->setAccessibleName(tr("Panel menu"));
}

void PanelTitleBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PanelTitleBar::setTitle(const QString &title, const QString &description)
{
    m_title = plainLine(title);
    m_description = description;
    update();
}

void PanelTitleBar::setState(PanelState state, bool refreshing)
{
    m_state = state;
    m_refreshing = refreshing;
    update();
}

void PanelTitleBar::setAge(const QString &age)
{
    if (age != m_age) {
        m_age = age;
        update();
    }
}

void PanelTitleBar::setNotices(const PanelDoubts &doubts)
{
    m_doubts = doubts;
    // Hints that may be false positives must not shout: only warnings get the warning sign.
    const bool serious = !doubts.warnings.isEmpty();
    const ThemeColors &colors = themeColors(palette());
    m_notices->setIcon(
        themeIcon(serious ? u"warning" : u"notice", serious ? colors.warning : colors.textMuted));
    m_notices->setToolTip(plainTip((doubts.warnings + doubts.hints).join(u'\n')));
    m_notices->setVisible(!doubts.isEmpty());
    layoutButtons();
    update();
}

void PanelTitleBar::setButtonsVisible(bool visible)
{
    m_menu->setVisible(visible);
    m_notices->setVisible(visible && !m_doubts.isEmpty());
    updateMenu();
}

void PanelTitleBar::setMenuShown(bool shown)
{
    m_menuShown = shown;
    updateMenu();
}

bool PanelTitleBar::showsMenu() const
{
    return m_menu->isVisibleTo(this) && (m_menuShown || m_menu->hasFocus());
}

/// Hidden, the button could not be reached by keyboard: it only shows nothing.
void PanelTitleBar::updateMenu()
{
    m_menu->setIcon(showsMenu() ? themeIcon(u"menu") : QIcon{});
    layoutButtons();
    update();
}

bool PanelTitleBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        updateMenu();
    }
    return QWidget::eventFilter(watched, event);
}

void PanelTitleBar::layoutButtons()
{
    constexpr int side = 22;
    const int top = (barHeight - side) / 2 + 1;
    int x = width() - spacing::xs - side;
    m_menu->setGeometry(x, top, side, side);
    m_notices->setGeometry(showsMenu() ? x - side : x, top, side, side);
    m_notices->raise();
}

int PanelTitleBar::textRight() const
{
    if (m_notices->isVisibleTo(this)) {
        return m_notices->x() - spacing::xs;
    }
    return showsMenu() ? m_menu->x() - spacing::xs
                       : width() - (width() < narrowBar ? spacing::s : spacing::m);
}

void PanelTitleBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutButtons();
}

void PanelTitleBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter{this};
    const ThemeColors &colors = themeColors(palette());
    const StateBadge badge = stateBadge(m_state);
    const QFont small = themeFont(FontRole::Small, font());
    const QFont titleFont = themeFont(FontRole::Title, font());
    int right = textRight();
    const int left = width() < narrowBar ? spacing::s : spacing::m;
    const QFontMetrics titleMetrics{titleFont};
    const QFontMetrics smallMetrics{small};
    const int base = (barHeight + titleMetrics.ascent() - titleMetrics.descent()) / 2 + 1;
    // The title is what a reader looks for: badge words and age leave it most of the room.
    const int wanted = std::min(titleMetrics.horizontalAdvance(m_title), (right - left) * 6 / 10);

    painter.setFont(small);
    const auto put = [&](const QString &text, const QColor &color, bool tabular) {
        const int width = qCeil(tabularWidth(QFontMetricsF{small}, text));
        if (text.isEmpty() || right - width - widestDot - 2 * spacing::s < left + wanted) {
            return;
        }
        right -= width;
        painter.setPen(color);
        if (tabular) {
            drawTabular(painter, right, base, text);
        } else {
            painter.drawText(right, base, text);
        }
        right -= spacing::s;
    };
    const bool alarming = isAlarming(badge.tone);
    put(m_age, m_state == PanelState::Kept ? colors.warning : colors.textFaint, true);
    put(badge.text, alarming ? toneColor(badge.tone, colors) : colors.textMuted, false);
    const bool live = m_state == PanelState::Live;
    const int dot = live ? liveDot : widestDot;
    // The button of a warning is its mark already; two triangles say no more than one.
    const bool marked =
        badge.tone == Tone::Warning && !m_doubts.warnings.isEmpty() && m_notices->isVisibleTo(this);
    // The speck of a live panel gives way to its title; any other state does not.
    if (marked) {
        right -= spacing::xs;
    } else if (!live ||
               right - dot - spacing::s >= left + titleMetrics.horizontalAdvance(m_title)) {
        right -= dot;
        drawTone(painter, QRectF(right, (barHeight - dot) / 2.0 + 1, dot, dot), badge.tone, colors);
        right -= spacing::s;
    }

    painter.setFont(titleFont);
    painter.setPen(colors.text);
    painter.drawText(left, base,
                     titleMetrics.elidedText(m_title, Qt::ElideRight, std::max(0, right - left)));
    if (m_refreshing || m_state == PanelState::Refreshing) {
        painter.fillRect(QRect{spacing::radius, 0, width() - 2 * spacing::radius, 2},
                         colors.accent);
    }
}

bool PanelTitleBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList lines{m_title};
        if (!m_description.isEmpty()) {
            lines << m_description;
        }
        lines << (m_age.isEmpty() ? panelStateTitle(m_state)
                                  : tr("%1, %2").arg(panelStateTitle(m_state), m_age));
        lines << m_doubts.warnings;
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           plainTip(lines.join(u'\n')), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace spillway
