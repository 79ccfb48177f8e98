// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policyfilebar.h"

#include "core/plainline.h"
#include "itemmodels/findingmodel.h"
#include "itemmodels/policydocument.h"
#include "style/themeicon.h"
#include "style/tone.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSize = 12;

QIcon toneIcon(Tone tone, const QWidget *widget)
{
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap pixmap(QSize(markSize, markSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawTone(painter, QRectF(1, 1, markSize - 2, markSize - 2), tone,
             themeColors(widget->palette()));
    painter.end();
    return pixmap;
}

struct Count
{
    int errors = 0;
    int warnings = 0;
    int notices = 0;
};

Count countOf(const PolicyAnalysis &analysis)
{
    Count count;
    for (const FindingRow &row : findingRows(analysis)) {
        int &number = row.severity == FindingRow::Severity::Error     ? count.errors
                      : row.severity == FindingRow::Severity::Warning ? count.warnings
                                                                      : count.notices;
        ++number;
    }
    return count;
}

} // namespace

PolicyFileBar::PolicyFileBar(PolicyDocument &document, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_path(new QLabel(this))
    , m_problems(new QToolButton(this))
    , m_tools(new QWidget(this))
    , m_open(new QToolButton(this))
    , m_recent(new QMenu(this))
    , m_noticeBar(new QWidget(this))
    , m_notice(new QLabel(m_noticeBar))
    , m_take(new QPushButton(m_noticeBar))
    , m_keep(new QPushButton(m_noticeBar))
{
    build();
    connect(m_problems, &QToolButton::clicked, this, &PolicyFileBar::problemsClicked);
    connect(m_take, &QPushButton::clicked, this, &PolicyFileBar::reloadRequested);
    connect(m_keep, &QPushButton::clicked, &m_document, &PolicyDocument::keepOurs);
    for (const auto signal : {&PolicyDocument::modifiedChanged, &PolicyDocument::fileChanged,
                              &PolicyDocument::outsideChanged, &PolicyDocument::analysed,
                              &PolicyDocument::textReplaced}) {
        connect(&m_document, signal, this, &PolicyFileBar::refresh);
    }
    retranslate();
}

void PolicyFileBar::build()
{
    setProperty("role", u"card"_s);
    m_name->setFont(themeFont(FontRole::Title, font()));
    m_state->setProperty("role", u"warning"_s);
    m_path->setProperty("role", u"muted"_s);
    m_path->setMinimumWidth(1);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setProperty("role", u"warning"_s);
    m_notice->setWordWrap(true);
    for (QLabel *label : {m_name, m_state, m_path, m_notice}) {
        label->setTextFormat(Qt::PlainText);
    }
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIconSize({markSize, markSize});
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_open->setProperty("choice", true);
    m_open->setMenu(m_recent);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(spacing::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::s);
    row->addWidget(m_name);
    row->addWidget(m_state);
    row->addWidget(m_path, 1);
    row->addWidget(m_problems);
    row->addWidget(m_tools);
    row->addWidget(m_open);
    auto *notice = new QHBoxLayout(m_noticeBar);
    notice->setContentsMargins(0, 0, 0, 0);
    notice->setSpacing(spacing::s);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_keep);
    notice->addWidget(m_take);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::m, spacing::xs, spacing::s, spacing::xs);
    layout->setSpacing(spacing::xs);
    layout->addLayout(row);
    layout->addWidget(m_noticeBar);
}

void PolicyFileBar::addActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_tools);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({spacing::icon, spacing::icon});
        m_tools->layout()->addWidget(button);
    }
}

void PolicyFileBar::setRecent(const QStringList &files)
{
    m_files = files;
    fillMenu();
}

void PolicyFileBar::fillMenu()
{
    m_recent->clear();
    connect(m_recent->addAction(themeIcon(u"folder"), tr("Open a file…")), &QAction::triggered,
            this, &PolicyFileBar::openRequested);
    connect(m_recent->addAction(themeIcon(u"add"), tr("Start from the example")),
            &QAction::triggered, this, &PolicyFileBar::exampleRequested);
    if (!m_files.isEmpty()) {
        m_recent->addSeparator();
    }
    for (const QString &file : std::as_const(m_files)) {
        QString text = QDir::toNativeSeparators(file);
        text.replace(u'&', u"&&"_s);
        connect(m_recent->addAction(text), &QAction::triggered, this,
                [this, file] { Q_EMIT fileRequested(file); });
    }
}

void PolicyFileBar::refresh()
{
    m_name->setText(m_document.name());
    m_state->setText(m_document.isModified() ? tr("not saved") : QString{});
    m_state->setVisible(m_document.isModified());
    const QString folder = QFileInfo(m_document.file()).path();
    m_path->setText(m_document.file().isEmpty()
                        ? QString{}
                        : fontMetrics().elidedText(folder, Qt::ElideMiddle, m_path->width()));
    m_path->setToolTip(plainTip(m_document.file()));
    const PolicyAnalysisPtr &analysis = m_document.analysis();
    m_problems->setVisible(analysis != nullptr);
    if (analysis) {
        const Count count = countOf(*analysis);
        QStringList parts;
        if (count.errors > 0) {
            parts << tr("%n error(s)", nullptr, count.errors);
        }
        if (count.warnings > 0) {
            parts << tr("%n warning(s)", nullptr, count.warnings);
        }
        if (count.notices > 0 && count.errors == 0) {
            parts << tr("%n notice(s)", nullptr, count.notices);
        }
        m_problems->setText(parts.isEmpty() ? tr("no problems") : parts.join(tr(", ")));
        m_problems->setIcon(toneIcon(count.errors > 0     ? Tone::Critical
                                     : count.warnings > 0 ? Tone::Warning
                                                          : Tone::Ok,
                                     this));
    }
    refreshNotice();
}

void PolicyFileBar::refreshNotice()
{
    using Outside = PolicyDocument::Outside;
    const Outside outside = m_document.outside();
    const bool restored = m_document.isRestored() && outside == Outside::Same;
    switch (outside) {
    case Outside::Changed:
        m_notice->setText(m_document.isModified()
                              ? tr("Another program has changed the file. Your edits are here and "
                                   "were not saved.")
                              : tr("Another program has changed the file."));
        break;
    case Outside::Gone:
        m_notice->setText(tr("The file is gone. Save to write it again."));
        break;
    case Outside::Same:
        m_notice->setText(tr("Edits that were not saved last time are back."));
        break;
    }
    m_noticeBar->setVisible(outside != Outside::Same || restored);
    m_take->setVisible(outside == Outside::Changed || (restored && !m_document.file().isEmpty()));
    m_take->setText(restored ? tr("Drop them") : tr("Take the file's text"));
    m_keep->setVisible(outside == Outside::Changed);
    m_keep->setText(tr("Keep mine"));
}

QString PolicyFileBar::text() const
{
    QStringList parts{m_name->text()};
    if (!m_state->isHidden()) {
        parts << m_state->text();
    }
    parts << m_problems->text();
    if (!m_noticeBar->isHidden()) {
        parts << m_notice->text();
    }
    return parts.join(u" | "_s);
}

void PolicyFileBar::retranslate()
{
    m_open->setText(tr("Open"));
    m_open->setAccessibleName(tr("Open a policy"));
    m_problems->setToolTip(tr("Go to the first one"));
    fillMenu();
    refresh();
}

void PolicyFileBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

void PolicyFileBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    refresh();
}

} // namespace spillway
