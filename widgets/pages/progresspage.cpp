// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/progresspage.h"

#include "style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {
constexpr int barSteps = 1000;
constexpr int columnWidth = 420;
} // namespace

ProgressPage::ProgressPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::m);
    layout->addStretch(2);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_bar, m_text}) {
        part->setFixedWidth(columnWidth);
        layout->addWidget(part, 0, Qt::AlignHCenter);
    }
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_title->setFont(themeFont(FontRole::Heading, font()));
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setProperty("role", u"muted"_s);
    m_text->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPage::cancelRequested);
    retranslate();
}

void ProgressPage::setProgress(double fraction, const QString &text)
{
    m_bar->setValue(static_cast<int>(std::clamp(fraction, 0.0, 1.0) * barSteps));
    m_text->setText(text);
}

void ProgressPage::setFailure(const QString &text)
{
    m_failed = true;
    m_bar->hide();
    m_text->setText(text);
    retranslate();
}

QString ProgressPage::text() const
{
    return m_text->text();
}

void ProgressPage::retranslate()
{
    m_cancel->setText(m_failed ? tr("Back") : tr("Cancel"));
}

void ProgressPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
