// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelwidget.h"

#include "core/duration.h"
#include "panels/panelexport.h"
#include "panels/panelmessage.h"
#include "panels/panelnotices.h"
#include "panels/paneltitlebar.h"
#include "panels/panelvalues.h"
#include "panels/panelveil.h"
#include "style/themeicon.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPainterPath>

namespace spillway {

using namespace Qt::StringLiterals;

PanelWidget::PanelWidget(const Panel &panel, std::unique_ptr<PanelBody> body, QWidget *parent)
    : QWidget(parent)
    , m_panel(panel)
    , m_body(body.release())
    , m_titleBar(new PanelTitleBar{this})
    , m_message(new PanelMessage{this})
    , m_veil(new PanelVeil{this})
{
    m_body->setParent(this);
    m_veil->raise();
    connectParts();
    setPanel(panel);
}

PanelWidget::~PanelWidget() = default;

void PanelWidget::connectParts()
{
    connect(m_titleBar, &PanelTitleBar::menuRequested, this, &PanelWidget::showMenu);
    connect(m_titleBar, &PanelTitleBar::noticesRequested, this, &PanelWidget::showNotices);
    connect(m_message, &PanelMessage::retryRequested, this, &PanelWidget::retryRequested);
    connect(m_body, &PanelBody::valueTextChanged, this, &PanelWidget::updateAccessibility);
    connect(m_body, &PanelBody::rowActivated, this, &PanelWidget::rowActivated);
}

void PanelWidget::setPanel(const Panel &panel)
{
    m_panel = panel;
    m_titleBar->setTitle(panel.title, panel.description);
    m_body->setPanel(panel);
    m_drawn.set(m_panel.kind, m_snapshot);
    m_body->setSnapshot(m_drawn.get());
    updateState();
}

void PanelWidget::setSnapshot(const PanelSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_drawn.set(m_panel.kind, snapshot);
    m_body->setSnapshot(m_drawn.get());
    updateState();
}

void PanelWidget::setNow(EpochMs now)
{
    m_now = now;
    m_titleBar->setAge(ageText());
}

void PanelWidget::setTimeCursor(TimeCursor *cursor)
{
    m_body->setTimeCursor(cursor);
}

void PanelWidget::setTimeZones(const QTimeZone &zone, const std::optional<QTimeZone> &second)
{
    m_body->setTimeZones(zone, second);
}

void PanelWidget::setEditing(bool editing)
{
    m_editing = editing;
    m_titleBar->setCursor(editing ? Qt::OpenHandCursor : Qt::ArrowCursor);
    updateMenuButton();
    layoutParts();
    update();
}

QRect PanelWidget::titleBarGeometry() const
{
    return m_titleBar->geometry();
}

bool PanelWidget::showsBody() const
{
    if (!m_body->needsData()) {
        return true;
    }
    return m_snapshot.state != PanelState::Failed && m_snapshot.state != PanelState::Empty &&
           m_snapshot.hasData();
}

QString PanelWidget::ageText() const
{
    if (m_snapshot.dataTime == 0 || m_now == 0 || !showsBody() || !m_body->needsData()) {
        return {};
    }
    const EpochMs age = std::max<EpochMs>(0, m_now - m_snapshot.dataTime);
    // Below a minute the age of a panel that is not behind only flickers.
    if (m_snapshot.state != PanelState::Kept && age < 60'000) {
        return {};
    }
    return tr("%1 old").arg(humanDuration(std::chrono::milliseconds{age}));
}

QString PanelWidget::accessibleText() const
{
    QStringList parts{plainLine(m_panel.title)};
    if (m_body->needsData()) {
        parts << panelStateTitle(m_snapshot.state);
    }
    if (const QString age = ageText(); !age.isEmpty()) {
        parts << age;
    }
    parts << (showsBody() ? m_body->valueText() : m_message->text());
    return parts.join(tr(", "));
}

void PanelWidget::updateMessage()
{
    if (m_snapshot.state == PanelState::Empty) {
        m_message->showEmpty(m_snapshot.reason);
    } else if (m_snapshot.state == PanelState::Refreshing) {
        m_message->showLoading();
    } else if (m_snapshot.error) {
        m_message->showError(*m_snapshot.error);
    } else {
        // A state that promises data without any: say so rather than draw an empty chart.
        m_message->showEmpty(m_snapshot.reason);
    }
}

void PanelWidget::updateState()
{
    const bool body = showsBody();
    const bool own = m_body->needsData();
    updateMessage();
    m_body->setVisible(body);
    m_message->setVisible(!body);
    m_veil->setVisible(
        body && own &&
        (m_snapshot.state == PanelState::Kept || m_snapshot.state == PanelState::Refreshing));
    m_titleBar->setState(own ? m_snapshot.state : PanelState::Live, own && m_snapshot.refreshing);
    m_titleBar->setNotices(own ? panelDoubts(m_drawn.get()) : PanelDoubts{});
    m_titleBar->setAge(ageText());
    updateAccessibility();
    update();
}

void PanelWidget::updateAccessibility()
{
    const QString title = plainLine(m_panel.title);
    const QString text = accessibleText();
    setAccessibleName(title);
    setAccessibleDescription(text);
    if (m_body->focusPolicy() != Qt::NoFocus) { // what the arrow keys move through
        m_body->setAccessibleName(title);
        m_body->setAccessibleDescription(text);
    }
}

void PanelWidget::layoutParts()
{
    m_titleBar->setGeometry(0, 1, width(), PanelTitleBar::barHeight);
    const int side = width() < 260 ? spacing::s : spacing::m;
    // The corner by which a panel is resized must not be covered.
    const int below = m_editing ? spacing::l : spacing::s;
    const QRect inner = rect().adjusted(side, PanelTitleBar::barHeight + 1, -side, -below);
    for (QWidget *part : {static_cast<QWidget *>(m_body), static_cast<QWidget *>(m_message),
                          static_cast<QWidget *>(m_veil)}) {
        part->setGeometry(inner);
    }
}

void PanelWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutParts();
}

void PanelWidget::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    updateMenuButton();
}

void PanelWidget::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    updateMenuButton();
}

void PanelWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    updateMenuButton();
    update();
}

void PanelWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    updateMenuButton();
    update();
}

void PanelWidget::updateMenuButton()
{
    m_titleBar->setMenuShown(m_editing || underMouse() || hasFocus());
}

void PanelWidget::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const ThemeColors &colors = themeColors(palette());
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool failed = m_body->needsData() && m_snapshot.state == PanelState::Failed;
    QPen frame{failed ? colors.critical : colors.hairline};
    if (hasFocus()) {
        frame = QPen{colors.accent, 1.5};
    } else if (m_editing) {
        frame = QPen{colors.accent, 1, Qt::DashLine};
    }
    painter.setPen(frame);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), spacing::radius,
                            spacing::radius);
    if (m_editing) { // the corner to resize by
        painter.setPen(QPen{colors.textMuted, 1.5});
        for (const int reach : {4, 8}) {
            painter.drawLine(QPointF{width() - 4.0 - reach, height() - 4.0},
                             QPointF{width() - 4.0, height() - 4.0 - reach});
        }
    }
}

void PanelWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        updateState();
    }
}

void PanelWidget::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->globalPos());
}

void PanelWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!titleBarGeometry().contains(event->pos())) {
        QWidget::mouseDoubleClickEvent(event);
    } else if (m_editing) {
        Q_EMIT editRequested();
    } else {
        Q_EMIT fullScreenRequested();
    }
}

void PanelWidget::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](QStringView icon, const QString &text, auto slot) {
        return menu->addAction(themeIcon(icon), text, this, slot);
    };
    add(u"fullscreen", tr("View full screen"), &PanelWidget::fullScreenRequested);
    add(u"explain", tr("Explain"), &PanelWidget::explainRequested);
    add(u"refresh", tr("Refresh now"), &PanelWidget::retryRequested);
    menu->addSeparator();
    add(u"copy", tr("Copy query"), &PanelWidget::copyQuery)->setEnabled(!m_panel.queries.empty());
    add(u"image", tr("Save as PNG…"), [this] { askAndExport(u"png"_s); });
    add(u"image", tr("Save as SVG…"), [this] { askAndExport(u"svg"_s); });
    add(u"table", tr("Save data as CSV…"), [this] {
        askAndExport(u"csv"_s);
    })->setEnabled(m_snapshot.hasData());
    if (m_editing) {
        menu->addSeparator();
        add(u"edit", tr("Edit panel…"), &PanelWidget::editRequested);
        add(u"remove", tr("Remove panel"), &PanelWidget::removeRequested);
    }
    menu->popup(globalPosition);
}

void PanelWidget::showNotices()
{
    showPanelNotices(m_titleBar, m_drawn.get());
}

void PanelWidget::copyQuery()
{
    QStringList queries;
    for (const QueryAnswer &answer : m_snapshot.answers) {
        queries << answer.expr;
    }
    if (queries.isEmpty()) {
        for (const QuerySpec &query : m_panel.queries) {
            queries << query.expr;
        }
    }
    QGuiApplication::clipboard()->setText(queries.join(u'\n'));
}

Result<void> PanelWidget::exportTo(const QString &file)
{
    if (file.endsWith(".csv"_L1, Qt::CaseInsensitive)) {
        return writeFile(file, panelCsv(m_snapshot));
    }
    if (file.endsWith(".svg"_L1, Qt::CaseInsensitive)) {
        return writeFile(file, panelSvg(*this));
    }
    QByteArray png;
    QBuffer buffer{&png};
    panelImage(*this).save(&buffer, "PNG");
    return writeFile(file, png);
}

void PanelWidget::askAndExport(const QString &suffix)
{
    auto *dialog = new QFileDialog{this, tr("Save panel")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"*."_s + suffix);
    QString name = plainLine(m_panel.title).left(80);
    name.replace(u'/', u'-');
    dialog->selectFile(QString{name + u'.' + suffix});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const Result<void> written = exportTo(file);
        if (!written) {
            auto *box = new QMessageBox{QMessageBox::Warning, tr("Save panel"),
                                        written.error().sentence(), QMessageBox::Ok, this};
            box->setTextFormat(Qt::PlainText);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        }
    });
    dialog->open();
}

} // namespace spillway
