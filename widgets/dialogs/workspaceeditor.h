// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/connectiontester.h"

#include <QDialog>

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;
class QToolButton;

namespace spillway {

class ConnectionTestView;

/// Edits a workspace: where Prometheus is, how to sign in, which components to watch. Only what is
/// on the form changes; the rest of the workspace is kept as it is.
class WorkspaceEditor : public QDialog
{
    Q_OBJECT

public:
    /// tester may be null and must outlive the dialog.
    WorkspaceEditor(const Workspace &workspace, ConnectionTester *tester,
                    QWidget *parent = nullptr);

    [[nodiscard]] Workspace workspace() const;
    /// A password or token typed here; empty = the stored one stays. Never part of workspace().
    [[nodiscard]] QString secret() const;
    /// The workspace comes from elsewhere (empty: from no file, as the demo's): says that saving
    /// makes a copy in the user's folder and leaves that file alone.
    void setCopyOf(const QString &file);
    /// Why it cannot be saved yet; empty = it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] ConnectionTestView *testView() const { return m_test; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateNotice();
    [[nodiscard]] QWidget *makeConnectionTab();
    [[nodiscard]] QWidget *makeSystemTab();
    [[nodiscard]] QWidget *makeKubeTab();
    /// label is the source text; retranslate() translates it.
    QWidget *addRow(QFormLayout *form, const char *label, QWidget *field);
    [[nodiscard]] QWidget *withBrowse(QLineEdit *edit, const char *title);
    void fill(const Workspace &workspace);
    void revalidate();
    void setRowVisible(QWidget *field, bool visible);
    [[nodiscard]] QString addressProblem(const Workspace &edited) const;
    [[nodiscard]] WorkspaceAuth auth() const;
    [[nodiscard]] QMap<QString, QString> headers() const;
    [[nodiscard]] std::vector<WorkspaceComponent> components() const;

    Workspace m_initial;
    QTabWidget *m_tabs;
    QFormLayout *m_connectionForm = nullptr;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_service;
    QComboBox *m_authKind;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    QLineEdit *m_tokenFile;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QWidget *m_tokenFileRow = nullptr;
    QWidget *m_certificateRow = nullptr;
    QWidget *m_keyRow = nullptr;
    QWidget *m_caRow = nullptr;
    QLineEdit *m_ca;
    QLineEdit *m_proxy;
    QPlainTextEdit *m_headers;
    QLineEdit *m_kubeconfig;
    QLineEdit *m_context;
    QLineEdit *m_namespaces;
    QPlainTextEdit *m_components;
    QLineEdit *m_zone;
    QCheckBox *m_protected;
    ConnectionTestView *m_test;
    QLabel *m_notice;
    QLabel *m_problem;
    std::optional<QString> m_copyOf;
    std::vector<std::pair<QLabel *, const char *>> m_labels;
    std::vector<QToolButton *> m_browse;
    QDialogButtonBox *m_buttons;
};

} // namespace spillway
