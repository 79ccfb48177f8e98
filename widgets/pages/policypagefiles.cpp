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
#include <QPointer>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Takes the box. Cancel also if it goes away with its page while it asks: then the page must not
/// be touched any more.
QMessageBox::StandardButton ask(QMessageBox *box, QMessageBox::StandardButton byDefault)
{
    const QPointer<QMessageBox> asking(box);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(byDefault);
    const int clicked = box->exec();
    if (!asking) {
        return QMessageBox::Cancel;
    }
    delete box;
    return static_cast<QMessageBox::StandardButton>(clicked);
}

} // namespace

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
    if (!mayDropDraft() || !mayLeaveEdits()) {
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
    const QPointer<PolicyPage> here(this);
    const QString file = QFileDialog::getOpenFileName(window(), tr("Open a policy"),
                                                      QFileInfo(m_document->file()).absolutePath(),
                                                      tr("Policies (*.yaml *.yml);;All files (*)"));
    if (here && !file.isEmpty()) {
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
    const QPointer<PolicyPage> here(this);
    const QString file = QFileDialog::getSaveFileName(
        window(), tr("Save the policy"), u"policy.yaml"_s, tr("Policies (*.yaml *.yml)"));
    if (!here || file.isEmpty()) {
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

/// There is one draft of a policy without a file: another would take its place.
bool PolicyPage::mayDropDraft()
{
    const bool isTheDraft = m_document->isOpen() && m_document->file().isEmpty();
    if (isTheDraft || !m_document->hasUntitledDraft()) {
        return true;
    }
    const auto clicked =
        ask(new QMessageBox(QMessageBox::Question, tr("There are unsaved edits"),
                            tr("Edits of a policy without a file were kept. The example would "
                               "take their place. Go on with those edits instead?"),
                            QMessageBox::Open | QMessageBox::Discard | QMessageBox::Cancel, this),
            QMessageBox::Open);
    if (clicked == QMessageBox::Open && mayLeaveEdits()) {
        m_rollout->clear();
        m_document->openUntitledDraft();
        showTab(m_text);
    }
    return clicked == QMessageBox::Discard;
}

bool PolicyPage::mayLeaveEdits()
{
    if (!m_document->isModified()) {
        return true;
    }
    const auto clicked =
        ask(new QMessageBox(QMessageBox::Question, tr("The policy is not saved"),
                            tr("“%1” has edits that are not saved.").arg(m_document->name()),
                            QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this),
            QMessageBox::Save);
    switch (clicked) {
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
