// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/connectiontestview.h"

#include "core/duration.h"
#include "style/theme.h"
#include "style/themeicon.h"
#include "style/tone.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QPixmap tonePixmap(const QWidget *widget, Tone tone)
{
    QPixmap pixmap(QSize(spacing::icon, spacing::icon) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTone(painter, QRectF(0, 0, spacing::icon, spacing::icon).adjusted(2, 2, -2, -2), tone,
             themeColors(widget->palette()));
    return pixmap;
}

} // namespace

ConnectionTestView::ConnectionTestView(ConnectionTester *tester, QWidget *parent)
    : QWidget(parent)
    , m_tester(tester)
    , m_button(new QPushButton(this))
    , m_icon(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_details(new QLabel(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing::s);
    layout->setVerticalSpacing(spacing::xs);
    layout->addWidget(m_button, 0, 0, 1, 2, Qt::AlignLeft);
    layout->addWidget(m_icon, 1, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 1, 1);
    layout->addWidget(m_details, 2, 1);
    layout->setColumnStretch(1, 1);
    for (QLabel *label : {m_headline, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(200);
    }
    m_headline->setFont(themeFont(FontRole::Title, font()));
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &ConnectionTestView::start);
    updateTexts();
}

void ConnectionTestView::setWorkspace(const Workspace &workspace, const QString &secret)
{
    if (workspace.prometheus == m_workspace.prometheus && secret == m_secret) {
        m_workspace = workspace;
        return;
    }
    m_workspace = workspace;
    m_secret = secret;
    delete m_trial;
    m_diagnosis.reset();
    updateTexts();
}

void ConnectionTestView::start()
{
    if (m_tester == nullptr || isRunning()) {
        return;
    }
    m_diagnosis.reset();
    m_trial = m_tester->test(m_workspace, m_secret, this);
    connect(m_trial, &ConnectionTrial::finished, this, &ConnectionTestView::finish);
    updateTexts();
}

QString ConnectionTestView::text() const
{
    return m_headline->text() + u'\n' + m_details->text();
}

void ConnectionTestView::finish(const ConnectionDiagnosis &diagnosis)
{
    m_trial->deleteLater();
    m_trial.clear();
    m_diagnosis = diagnosis;
    updateTexts();
    Q_EMIT tested(!diagnosis.error.has_value());
}

void ConnectionTestView::showDiagnosis(const ConnectionDiagnosis &diagnosis)
{
    QStringList lines;
    if (diagnosis.error) {
        const Error &error = *diagnosis.error;
        m_icon->setPixmap(tonePixmap(this, Tone::Critical));
        m_headline->setText(error.what);
        for (const QString &part : {error.where, error.why, error.advice}) {
            if (!part.isEmpty()) {
                lines << part;
            }
        }
    } else {
        m_icon->setPixmap(tonePixmap(this, diagnosis.lacks.isEmpty() ? Tone::Ok : Tone::Warning));
        m_headline->setText(diagnosis.product.isEmpty()
                                ? tr("It works: the server answers PromQL")
                                : tr("It works: %1 %2").arg(diagnosis.product, diagnosis.version));
        lines << tr("Answered in %1").arg(humanDuration(diagnosis.elapsed));
        if (diagnosis.scrapeInterval.count() > 0) {
            lines << tr("Scrape interval %1").arg(humanDuration(diagnosis.scrapeInterval));
        }
        const auto offset = std::chrono::abs(diagnosis.clockOffset);
        if (offset >= std::chrono::seconds{2}) {
            lines << (diagnosis.clockOffset.count() > 0
                          ? tr("The server's clock is %1 ahead of this machine's; the server's "
                               "counts")
                          : tr("The server's clock is %1 behind this machine's; the server's "
                               "counts"))
                         .arg(humanDuration(offset));
        }
        lines << diagnosis.found << diagnosis.lacks;
    }
    m_details->setText(lines.join(u'\n'));
}

void ConnectionTestView::updateTexts()
{
    m_button->setText(isRunning() ? tr("Testing…") : tr("Test connection"));
    m_button->setIcon(themeIcon(u"connection"));
    m_button->setEnabled(m_tester != nullptr && !isRunning());
    if (m_diagnosis) {
        showDiagnosis(*m_diagnosis);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_icon, m_headline, m_details}) {
        part->setVisible(m_diagnosis.has_value());
    }
}

void ConnectionTestView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        updateTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
