// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace spillway {

class PolicyDocument;

/// Which file is open, whether it is saved, whether something is wrong with it; open and save; and
/// a line below if somebody else has changed the file. GUI thread.
class PolicyFileBar : public QFrame
{
    Q_OBJECT
public:
    /// The document must outlive it.
    explicit PolicyFileBar(PolicyDocument &document, QWidget *parent = nullptr);

    void setRecent(const QStringList &files);
    /// Buttons of it in the bar, after the texts.
    void addActions(const QList<QAction *> &actions);
    void retranslate();
    /// All it says, for tests: name, state, path, problems, notice.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *takeTheirs() const { return m_take; }
    [[nodiscard]] QPushButton *keepOurs() const { return m_keep; }

Q_SIGNALS:
    void openRequested();
    void exampleRequested();
    void fileRequested(const QString &file);
    void problemsClicked();
    void reloadRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void refresh();
    void refreshNotice();
    void fillMenu();

    PolicyDocument &m_document;
    QLabel *m_name;
    QLabel *m_state;
    QLabel *m_path;
    QToolButton *m_problems;
    QWidget *m_tools;
    QToolButton *m_open;
    QMenu *m_recent;
    QStringList m_files;
    QWidget *m_noticeBar;
    QLabel *m_notice;
    QPushButton *m_take;
    QPushButton *m_keep;
};

} // namespace spillway
