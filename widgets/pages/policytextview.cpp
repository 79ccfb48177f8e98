// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policytextview.h"

#include "controls/findinglist.h"
#include "editors/yamleditor.h"
#include "itemmodels/findingmodel.h"
#include "itemmodels/policydocument.h"
#include "policy/policycompletion.h"
#include "style/theme.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int findingsWidth = 320;
/// Beyond that a look at all of it on each key would be felt.
constexpr qsizetype mostForCompletion = 512 * 1024;

Tone toneOf(FindingRow::Severity severity)
{
    switch (severity) {
    case FindingRow::Severity::Info:
        return Tone::Info;
    case FindingRow::Severity::Warning:
        return Tone::Warning;
    case FindingRow::Severity::Error:
        return Tone::Critical;
    }
    return Tone::Neutral;
}

std::vector<EditorProblem> editorProblems(const std::vector<FindingRow> &rows)
{
    std::vector<EditorProblem> problems;
    for (const FindingRow &row : rows) {
        if (row.position.line > 0) {
            const QString text =
                row.advice.isEmpty() ? row.text : QString{row.text + u'\n' + row.advice};
            problems.push_back({.line = row.position.line,
                                .column = row.position.column,
                                .tone = toneOf(row.severity),
                                .text = text});
        }
    }
    return problems;
}

EditorProposals proposalsFor(const QByteArray &text, qsizetype position, const Policy &known)
{
    EditorProposals proposals;
    if (text.size() > mostForCompletion) {
        return proposals;
    }
    PolicyCompletion completion = completePolicy(text, position, known);
    proposals.start = completion.start;
    for (PolicyProposal &proposal : completion.proposals) {
        proposals.all.push_back({.text = std::move(proposal.text),
                                 .insert = std::move(proposal.insert),
                                 .help = std::move(proposal.help)});
    }
    return proposals;
}

QFrame *card(QWidget *content, QWidget *parent, QWidget *heading = nullptr)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    if (heading != nullptr) {
        heading->setContentsMargins(spacing::s, spacing::s, spacing::s, spacing::xs);
        layout->addWidget(heading);
    }
    layout->addWidget(content, 1);
    return frame;
}

} // namespace

PolicyTextView::PolicyTextView(PolicyDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_editor(new YamlEditor(m_splitter))
    , m_model(new FindingModel(this))
    , m_heading(new QLabel(m_splitter))
    , m_findings(new FindingList(m_model, m_splitter))
{
    m_heading->setFont(themeFont(FontRole::Title, font()));
    m_splitter->addWidget(card(m_editor, m_splitter));
    m_splitter->addWidget(card(m_findings, m_splitter, m_heading));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setProperty("role", u"gap"_s);
    m_splitter->setHandleWidth(spacing::s);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({10'000, findingsWidth});
    m_splitter->widget(1)->setMinimumWidth(200);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_editor, &YamlEditor::textChanged, this, [this] {
        if (!m_showing) {
            m_document.setText(m_editor->text());
        }
    });
    connect(m_editor, &YamlEditor::cursorMoved, this, &PolicyTextView::cursorMoved);
    connect(m_findings, &FindingList::placeActivated, this, &PolicyTextView::showPlace);
    connect(&m_document, &PolicyDocument::textReplaced, this, &PolicyTextView::showText);
    connect(&m_document, &PolicyDocument::analysed, this, &PolicyTextView::showAnalysis);
    m_editor->setCompleter([this](const QByteArray &text, qsizetype position) {
        const PolicyAnalysisPtr &analysis = m_document.analysis();
        return proposalsFor(text, position, analysis ? analysis->reading.policy : Policy{});
    });
    showText();
    showAnalysis();
    retranslate();
}

PolicyTextView::~PolicyTextView()
{
    m_editor->disconnect(this);
}

void PolicyTextView::showText()
{
    m_showing = true;
    m_editor->setText(m_document.text());
    m_showing = false;
}

void PolicyTextView::replaceText(const QByteArray &text)
{
    m_editor->replaceText(text);
}

void PolicyTextView::showAnalysis()
{
    const PolicyAnalysisPtr &analysis = m_document.analysis();
    const std::vector<FindingRow> rows =
        analysis ? findingRows(*analysis) : std::vector<FindingRow>{};
    m_model->setRows(rows);
    m_editor->setProblems(editorProblems(rows));
    m_findings->setEmptyText(analysis ? tr("Nothing is wrong with it.") : QString{},
                             analysis != nullptr);
    retranslate();
}

void PolicyTextView::showPlace(const DocumentPosition &position)
{
    m_editor->goTo(position.line, std::max(1, position.column));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PolicyTextView::retranslate()
{
    const PolicyAnalysisPtr &analysis = m_document.analysis();
    m_heading->setText(analysis && !analysis->ok() ? tr("Problems") : tr("Findings"));
    m_editor->setAccessibleName(tr("Text of the policy"));
    m_editor->focusProxy()->setAccessibleName(tr("Text of the policy"));
    m_findings->setAccessibleName(tr("Problems and findings of the policy"));
    m_model->retranslate();
}

} // namespace spillway
