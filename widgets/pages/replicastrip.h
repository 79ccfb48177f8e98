// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace spillway {

/// Replicas of one component, as they are in the cluster now.
struct ReplicaTile
{
    QString component;
    int ready = 0;
    int desired = 0;
    std::optional<int> min;
    std::optional<int> max;
    friend bool operator==(const ReplicaTile &, const ReplicaTile &) = default;
};

/// The replicas of the components that a push touches, side by side: ready of desired, and between
/// which bounds. What has changed since setBaseline() is marked. GUI thread.
class ReplicaStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ReplicaStrip(QWidget *parent = nullptr);

    void setTiles(const std::vector<ReplicaTile> &tiles);
    [[nodiscard]] const std::vector<ReplicaTile> &tiles() const { return m_tiles; }
    /// What is shown now is what it was before.
    void setBaseline();
    /// "rag-worker: 4 of 4 ready, 4 to 20, was 2 of 2"; one line a component.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] const ReplicaTile *before(const QString &component) const;
    [[nodiscard]] QString tileText(const ReplicaTile &tile) const;
    [[nodiscard]] int columns(int width) const;

    std::vector<ReplicaTile> m_tiles;
    std::vector<ReplicaTile> m_baseline;
};

} // namespace spillway
