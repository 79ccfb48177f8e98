// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clusternotice.h"

#include "connection/kubeconnection.h"
#include "style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {
constexpr int columnWidth = 640;
constexpr int roleHeight = 190;
} // namespace

ClusterNotice::ClusterNotice(KubeConnection &kube, QWidget *parent)
    : QWidget(parent)
    , m_kube(kube)
    , m_heading(new QLabel(this))
    , m_text(new QLabel(this))
    , m_roleTitle(new QLabel(this))
    , m_role(new QPlainTextEdit(this))
    , m_edit(new QPushButton(this))
    , m_retry(new QPushButton(this))
    , m_copy(new QPushButton(this))
{
    m_heading->setFont(themeFont(FontRole::Heading, font()));
    for (QLabel *label : {m_heading, m_text, m_roleTitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_role->setReadOnly(true);
    m_role->setFont(themeFont(FontRole::Mono, font()));
    m_role->setFixedHeight(roleHeight);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::s);
    for (QPushButton *button : {m_retry, m_copy, m_edit}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *content = new QWidget(this);
    content->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::m);
    column->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_heading, m_text, m_roleTitle, m_role}) {
        column->addWidget(part);
    }
    column->addLayout(buttons);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(content, 1000);
    row->addStretch(1);
    connect(m_edit, &QPushButton::clicked, this, &ClusterNotice::editRequested);
    connect(m_retry, &QPushButton::clicked, this, &ClusterNotice::retryRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_role->toPlainText()); });
    refresh();
}

void ClusterNotice::say(const QString &heading, const QString &text)
{
    m_heading->setText(heading);
    m_text->setText(text);
}

void ClusterNotice::refresh()
{
    const ClusterState state = m_kube.state();
    if (state.phase == ClusterPhase::NotConfigured) {
        say(tr("This workspace has no cluster"),
            tr("Name a context of your kubeconfig in the workspace. Its workloads, pods and events "
               "are then shown here, and who decides how many replicas there are. Nothing is "
               "changed without you."));
    } else if (state.error) {
        QStringList lines;
        for (const QString &part : {state.error->why, state.error->advice, state.error->where}) {
            if (!part.isEmpty()) {
                lines << part;
            }
        }
        for (const ClusterLack &lack : state.lacks) {
            if (lack.error.why != state.error->why || lack.error.what != state.error->what) {
                lines << lack.error.sentence();
            }
        }
        lines.removeDuplicates();
        say(state.error->what, lines.join(u'\n'));
    } else if (!m_kube.waitingFor().isEmpty()) {
        say(tr("Waiting for the login helper %1").arg(m_kube.waitingFor()),
            tr("It may have opened a page in your browser. Log in there."));
    } else {
        say(tr("Connecting to %1").arg(m_kube.contextName()), m_kube.server());
    }
    const bool failed = state.phase == ClusterPhase::Failed;
    m_role->setVisible(failed && !state.neededRole.isEmpty());
    m_roleTitle->setVisible(!m_role->isHidden());
    m_copy->setVisible(!m_role->isHidden());
    if (m_role->toPlainText() != state.neededRole) {
        m_role->setPlainText(state.neededRole);
    }
    m_edit->setVisible(failed || state.phase == ClusterPhase::NotConfigured);
    m_retry->setVisible(failed);
    m_roleTitle->setText(tr("This role would allow it:"));
    m_role->setAccessibleName(m_roleTitle->text());
    m_edit->setText(tr("Edit the workspace…"));
    m_retry->setText(tr("Try again"));
    m_copy->setText(tr("Copy the role"));
}

QString ClusterNotice::text() const
{
    return m_heading->text() + u'\n' + m_text->text();
}

QString ClusterNotice::role() const
{
    return m_role->isHidden() ? QString{} : m_role->toPlainText();
}

} // namespace spillway
