// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/aboutdialog.h"

#include "style/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Spillway"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::l);
    layout->setSpacing(spacing::s);
    auto *name = new QLabel(tr("Spillway %1").arg(QStringLiteral(SPILLWAY_VERSION)), this);
    name->setFont(themeFont(FontRole::Heading, font()));
    auto *purpose = new QLabel(
        tr("A console that keeps LLM and RAG systems standing under spiky traffic."), this);
    auto *licence =
        new QLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                      "It comes without any warranty."),
                   this);
    auto *parts = new QLabel(
        tr("Made with Qt, libcurl, simdjson, yaml-cpp, prometheus-cpp, QtKeychain and CLI11."),
        this);
    auto *versions = new QLabel(versionText(), this);
    versions->setFont(themeFont(FontRole::Mono, font()));
    layout->addWidget(name);
    for (QLabel *label : {purpose, licence, parts, versions}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    licence->setProperty("role", u"muted"_s);
    parts->setProperty("role", u"muted"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy versions"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [] { QGuiApplication::clipboard()->setText(versionText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(spacing::s);
    layout->addWidget(buttons);
    setMinimumWidth(440);
}

QString AboutDialog::versionText()
{
    return u"Spillway %1\nQt %2\n%3, %4"_s.arg(
        QStringLiteral(SPILLWAY_VERSION), QString::fromLatin1(qVersion()),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
}

} // namespace spillway
