// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/connectiontester.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace spillway {

class ConnectionTestView;

/// What is shown while no workspace is open: try the demo, connect to a Prometheus, open a file.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    /// tester may be null and must outlive the page.
    explicit FirstRunPage(ConnectionTester *tester, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *urlEdit() const { return m_url; }
    [[nodiscard]] ConnectionTestView *testView() const { return m_test; }

Q_SIGNALS:
    void demoRequested();
    /// Name and address only; who opens it adds the components.
    void connectRequested(const spillway::Workspace &workspace);
    void editorRequested(const spillway::Workspace &workspace);
    void openFileRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCard(QLabel *title, QLabel *text, const QList<QWidget *> &parts);
    [[nodiscard]] Workspace typedWorkspace() const;
    void build();
    void urlChanged();
    void retranslate();

    QLabel *m_heading;
    QLabel *m_intro;
    QLabel *m_demoTitle;
    QLabel *m_demoText;
    QPushButton *m_demo;
    QLabel *m_connectTitle;
    QLabel *m_connectText;
    QLineEdit *m_url;
    QLabel *m_urlError;
    ConnectionTestView *m_test;
    QPushButton *m_connect;
    QPushButton *m_more;
    QLabel *m_fileTitle;
    QLabel *m_fileText;
    QPushButton *m_file;
};

} // namespace spillway
