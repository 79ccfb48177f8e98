// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/overrides.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLineEdit;

namespace spillway {

/// What is forced on a breaker, until when and why. An end is always given: it is judged by who
/// obeys, so nobody need remember to take it back. GUI thread.
class BreakerForm : public QWidget
{
    Q_OBJECT
public:
    explicit BreakerForm(QWidget *parent = nullptr);

    void setBreakers(const QStringList &names);
    /// The name that the form is about.
    void setBreaker(const QString &name);
    [[nodiscard]] QString breaker() const;
    /// As typed; id, service and by are left empty. `now` begins relative ends.
    [[nodiscard]] PolicyOverride value(const QDateTime &now) const;
    /// Nothing that is needed is missing.
    [[nodiscard]] bool isComplete() const;
    void setReason(const QString &reason);
    [[nodiscard]] QString reason() const;
    void clear();
    void retranslate();

    [[nodiscard]] QLineEdit *reasonEdit() const { return m_reason; }
    [[nodiscard]] QComboBox *modeChoice() const { return m_mode; }
    [[nodiscard]] QComboBox *untilChoice() const { return m_until; }

Q_SIGNALS:
    void changed();

private:
    void fill();

    QFormLayout *m_form;
    QComboBox *m_breaker;
    QComboBox *m_mode;
    QComboBox *m_until;
    QDateTimeEdit *m_end;
    QComboBox *m_then;
    QLineEdit *m_reason;
    QLineEdit *m_ticket;
};

} // namespace spillway
