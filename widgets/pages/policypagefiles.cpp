// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of PolicyPage that opens and saves.
#include "connection/connection.h"
#include "core/clock.h"
#include "editors/yamleditor.h"
#include "itemmodels/policydocument.h"
#include "itemmodels/policyexample.h"
#include "itemmodels/policyhistory.h"
#include "pages/policyemptyview.h"
#include "pages/policypage.h"
#include "pages/policytextview.h"
#include "rollout/policyrollout.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace spillway {

using namespace Qt::StringLiterals;

/// The policy that was open last in this workspace.
void PolicyPage::openFirst(const QString &file)
{
    QString wanted = file;
    const QString workspace =
        context().connection != nullptr ? context().connection->workspace().id : QString{};
    if (context().policies != nullptr) {
        m_document->setDrafts(PolicyDrafts(PolicyHistory::draftFolder()), workspace);
        if (wanted.isEmpty()) {
            wanted = context().policies->fileOf(workspace);
        }
    }
    m_empty->setHasDraft(m_document->hasUntitledDraft());
    if (!wanted.isEmpty()) {
        const Result<void> done = m_document->open(wanted);
        if (!done) {
            m_empty->setProblem(done.error().sentence());
        } else if (!file.isEmpty()) {
            opened();
        }
    }
}

void PolicyPage::opened()
{
    if (context().policies != nullptr && !m_document->file().isEmpty()) {
        const QString workspace =
            context().connection != nullptr ? context().connection->workspace().id : QString{};
        context().policies->setFile(workspace, m_document->file());
    }
    updateState();
    retranslate();
}

void PolicyPage::openFile(const QString &file)
{
    if (!mayLeaveEdits()) {
        return;
    }
    if (const Result<void> done = m_document->open(file); !done) {
        m_empty->setProblem(done.error().sentence());
        Q_EMIT message(done.error().sentence());
        return;
    }
    m_rollout->clear();
    opened();
    showTab(m_text);
}

void PolicyPage::beginExample()
{
    if (!mayLeaveEdits()) {
        return;
    }
    QString nameSpace;
    QString zone;
    if (context().connection != nullptr) {
        const Workspace &workspace = context().connection->workspace();
        nameSpace = workspace.namespaces.value(0);
        zone = workspace.timezone;
    }
    m_rollout->clear();
    m_document->begin(policyExample(nameSpace, zone, context().clock->now()));
    showTab(m_text);
    m_text->editor()->setFocus(Qt::OtherFocusReason);
}

void PolicyPage::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a policy"),
                                                      QFileInfo(m_document->file()).absolutePath(),
                                                      tr("Policies (*.yaml *.yml);;All files (*)"));
    if (!file.isEmpty()) {
        openFile(file);
    }
}

bool PolicyPage::save()
{
    if (!m_document->isOpen()) {
        return false;
    }
    if (m_document->file().isEmpty()) {
        return saveAs();
    }
    const Result<void> saved = m_document->save();
    Q_EMIT message(saved ? tr("Saved as %1").arg(m_document->file()) : saved.error().sentence());
    return saved.ok();
}

bool PolicyPage::saveAs()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the policy"), u"policy.yaml"_s,
                                                      tr("Policies (*.yaml *.yml)"));
    if (file.isEmpty()) {
        return false;
    }
    const Result<void> saved = m_document->saveAs(file);
    Q_EMIT message(saved ? tr("Saved as %1").arg(file) : saved.error().sentence());
    opened();
    return saved.ok();
}

void PolicyPage::reload()
{
    if (const Result<void> done = m_document->reload(); !done) {
        Q_EMIT message(done.error().sentence());
    }
}

bool PolicyPage::mayLeaveEdits()
{
    if (!m_document->isModified()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("The policy is not saved"),
                    tr("“%1” has edits that are not saved.").arg(m_document->name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        m_document->close();
        return true;
    default:
        return false;
    }
}

} // namespace spillway
