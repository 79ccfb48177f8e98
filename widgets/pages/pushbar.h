// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace spillway {

class ReplicaStrip;

/// Below a plan: why it is pushed, the button, how the push went, the replicas afterwards, and the
/// way back. Knows nothing of clusters: PlanView tells it what is possible. GUI thread.
class PushBar : public QFrame
{
    Q_OBJECT
public:
    explicit PushBar(QWidget *parent = nullptr);

    struct Offer
    {
        bool push = false;   ///< the plan may be pushed
        bool unlock = false; ///< it may, once changes are allowed
        bool reasonNeeded = false;
        bool stop = false;   ///< a push is under way
        bool undo = false;   ///< there is something to take back
        bool isUndo = false; ///< the plan is the way back of a push
        int steps = 0;       ///< of the plan
        QString why;         ///< why it may not be pushed; plain
        friend bool operator==(const Offer &, const Offer &) = default;
    };
    void setOffer(const Offer &offer);
    [[nodiscard]] const Offer &offer() const { return m_offer; }

    enum class Mood { Neutral, Good, Warning, Bad };
    /// How it went; empty: nothing to say.
    void setMessage(const QString &text, Mood mood);
    [[nodiscard]] QString message() const;
    /// Others put back what was pushed; empty: nobody.
    void setReversions(const QString &text);
    [[nodiscard]] QString reversions() const;

    [[nodiscard]] QString reason() const;
    void setReason(const QString &reason);
    [[nodiscard]] QLineEdit *reasonEdit() const { return m_reason; }
    [[nodiscard]] QPushButton *pushButton() const { return m_push; }
    [[nodiscard]] QPushButton *undoButton() const { return m_undo; }
    [[nodiscard]] ReplicaStrip *replicas() const { return m_replicas; }
    void retranslate();

Q_SIGNALS:
    /// Push what was planned; with a reason if one is needed.
    void pushRequested();
    void unlockRequested();
    void stopRequested();
    void undoRequested();

private:
    void build();
    void refresh();
    void press();

    Offer m_offer;
    QLabel *m_message;
    QLabel *m_reversions;
    ReplicaStrip *m_replicas;
    QPushButton *m_undo;
    QWidget *m_row; ///< what can be done next
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLabel *m_why;
    QPushButton *m_stop;
    QPushButton *m_push;
};

} // namespace spillway
