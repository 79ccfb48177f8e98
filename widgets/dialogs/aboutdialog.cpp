// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/aboutdialog.h"

#include "style/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLabel(this))
    , m_purpose(new QLabel(this))
    , m_licence(new QLabel(this))
    , m_parts(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::l);
    layout->setSpacing(spacing::s);
    m_name->setFont(themeFont(FontRole::Heading, font()));
    auto *versions = new QLabel(versionText(), this);
    versions->setFont(themeFont(FontRole::Mono, font()));
    layout->addWidget(m_name);
    for (QLabel *label : {m_purpose, m_licence, m_parts, versions}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    m_licence->setProperty("role", u"muted"_s);
    m_parts->setProperty("role", u"muted"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(QString{}, QDialogButtonBox::ActionRole);
    connect(m_copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(versionText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(spacing::s);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    retranslate();
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Spillway"));
    m_name->setText(tr("Spillway %1").arg(QStringLiteral(SPILLWAY_VERSION)));
    m_purpose->setText(
        tr("A console that keeps LLM and RAG systems standing under spiky traffic."));
    m_licence->setText(tr("Free software under the GNU General Public License, version 3 or later. "
                          "It comes without any warranty."));
    m_parts->setText(
        tr("Made with Qt, libcurl, simdjson, yaml-cpp, prometheus-cpp, QtKeychain and CLI11."));
    m_copy->setText(tr("Copy versions"));
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

QString AboutDialog::versionText()
{
    return u"Spillway %1\nQt %2\n%3, %4"_s.arg(
        QStringLiteral(SPILLWAY_VERSION), QString::fromLatin1(qVersion()),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace spillway
