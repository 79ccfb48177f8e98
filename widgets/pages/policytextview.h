// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace spillway {

class FindingList;
class FindingModel;
class PolicyDocument;
class YamlEditor;

/// The text of a policy and, beside it, what is wrong with it or worth knowing. GUI thread.
class PolicyTextView : public QWidget
{
    Q_OBJECT
public:
    /// The document must outlive it.
    explicit PolicyTextView(PolicyDocument &document, QWidget *parent = nullptr);
    ~PolicyTextView() override;

    [[nodiscard]] YamlEditor *editor() const { return m_editor; }
    [[nodiscard]] FindingList *findings() const { return m_findings; }
    /// To the place, with the focus.
    void showPlace(const DocumentPosition &position);
    /// Another text as one undoable edit.
    void replaceText(const QByteArray &text);
    void retranslate();

Q_SIGNALS:
    void cursorMoved(int line, int column);

private:
    void showAnalysis();
    void showText();

    PolicyDocument &m_document;
    QSplitter *m_splitter;
    YamlEditor *m_editor;
    FindingModel *m_model;
    QLabel *m_heading;
    FindingList *m_findings;
    bool m_showing = false; ///< the text comes from the document
};

} // namespace spillway
