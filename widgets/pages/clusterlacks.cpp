// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clusterlacks.h"

#include "connection/kubeconnection.h"
#include "core/plainline.h"
#include "style/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

bool isForbidden(const ClusterLack &lack)
{
    return lack.error.code == ErrorCode::Forbidden;
}

/// Each role once, as documents of one file.
QString rolesOf(const ClusterState &state)
{
    QStringList roles{state.neededRole};
    for (const ClusterLack &lack : state.lacks) {
        roles.append(lack.neededRole);
    }
    roles.removeAll(QString{});
    roles.removeDuplicates();
    return roles.join("---\n"_L1);
}

void showLines(QLabel &label, QStringList lines)
{
    lines.removeDuplicates();
    label.setText(lines.join(u'\n'));
    label.setVisible(!lines.isEmpty());
}

} // namespace

ClusterLacks::ClusterLacks(KubeConnection &kube, QWidget *parent)
    : QWidget(parent)
    , m_kube(kube)
    , m_lacks(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_retry(new QPushButton(this))
{
    for (QLabel *label : {m_lacks, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_lacks->setProperty("role", u"warning"_s);
    m_notes->setProperty("role", u"muted"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(spacing::xs);
    texts->addWidget(m_lacks);
    texts->addWidget(m_notes);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::s, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addLayout(texts, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    layout->addWidget(m_retry, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_roles); });
    connect(m_retry, &QPushButton::clicked, this, &ClusterLacks::retryRequested);
    retranslate();
    refresh(false);
}

void ClusterLacks::refresh(bool shows)
{
    const ClusterState state = m_kube.state();
    QStringList lines;
    if (state.phase == ClusterPhase::Kept && state.error) {
        lines << state.error->sentence();
    }
    for (const ClusterLack &lack : state.lacks) {
        lines << lack.error.sentence();
    }
    if (std::any_of(state.lacks.begin(), state.lacks.end(), isForbidden)) {
        lines << tr("What is refused is asked for again every five minutes.");
    }
    showLines(*m_lacks, lines);
    showLines(*m_notes, m_kube.notes());
    m_roles = rolesOf(state);
    m_copy->setVisible(!m_roles.isEmpty());
    m_copy->setToolTip(plainTip(m_roles));
    m_retry->setVisible(!m_lacks->isHidden());
    setVisible(shows && !(m_lacks->isHidden() && m_notes->isHidden()));
}

QString ClusterLacks::text() const
{
    QStringList parts;
    for (const QLabel *label : {m_lacks, m_notes}) {
        if (!isHidden() && !label->isHidden()) {
            parts << label->text();
        }
    }
    return parts.join(u'\n');
}

void ClusterLacks::retranslate()
{
    m_copy->setText(tr("Copy the roles"));
    m_copy->setAccessibleDescription(tr("The roles that would allow what is refused"));
    m_retry->setText(tr("Try again"));
}

void ClusterLacks::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
