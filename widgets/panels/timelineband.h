// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plotmapping.h"
#include "charts/timecursor.h"
#include "scaling/schedule.h"
#include "style/chartpalette.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace spillway {

/// The bounds of one component over time.
struct BandLane
{
    QString name;
    std::vector<TimelineRow> rows; ///< sorted, without gaps
    int baseFloor = 0;
    int baseCap = 0;
    QStringList events; ///< those of the names in `why` that are dated: they stand out
    QString problem;    ///< instead of rows: why there are none
    friend bool operator==(const BandLane &, const BandLane &) = default;
};

/// Floor and cap of components over the coming weeks: dark up to the floor (what is always there),
/// light from there up to the cap (what may be there), what decides it named above. Lanes are
/// stacked over one time axis that stays in sight when they scroll.
///
/// Mouse: drag = zoom, Ctrl+wheel = zoom about the pointer, double click = all of it again, click =
/// lead to the row. Keys: Left/Right next row, Up/Down lane, Home/End, + and -, Backspace = all,
/// Return = lead to the row. GUI thread.
class TimelineBand : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineBand(QWidget *parent = nullptr);
    ~TimelineBand() override;

    /// `whole`: the range of all rows; shown until somebody zooms.
    void setLanes(std::vector<BandLane> lanes, const TimeRange &whole);
    [[nodiscard]] const std::vector<BandLane> &lanes() const { return m_lanes; }
    void setZones(const QTimeZone &zone, const QTimeZone &second = {});
    void setNow(EpochMs now);
    void setMarks(std::vector<TimeMark> marks);

    [[nodiscard]] const TimeRange &range() const { return m_range; }
    void zoomTo(const TimeRange &range);
    void showAll();

    /// "rag-worker: 12 to 40 replicas, double-eleven, from ... to ..."; empty outside.
    [[nodiscard]] QString textAt(std::size_t lane, EpochMs time) const;
    /// Where the plot of a lane is, in the viewport.
    [[nodiscard]] PlotMapping laneMapping(std::size_t lane) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 140}; }

Q_SIGNALS:
    /// What decides there was asked for: the name of a window or an event; empty = the base.
    void activated(const QString &component, const QString &why);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    friend class TimelineBandPainter;
    struct Place
    {
        std::size_t lane = 0;
        EpochMs time = 0;
        friend bool operator==(const Place &, const Place &) = default;
    };

    void updateLayout();
    void setPlace(std::optional<Place> place);
    [[nodiscard]] std::optional<Place> placeAt(const QPointF &position) const;
    [[nodiscard]] QStringList tipLines(const Place &place) const;
    [[nodiscard]] QString timeLabel(EpochMs time) const;
    void walk(int step);
    void zoomAbout(EpochMs centre, double factor);
    void activate(const Place &place);
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] int axisHeight() const;
    /// Where the lanes end and the axis begins, in the viewport.
    [[nodiscard]] int plotBottom() const;
    [[nodiscard]] QRect laneRect(std::size_t lane) const;

    std::vector<BandLane> m_lanes;
    TimeRange m_whole{0, 1};
    TimeRange m_range{0, 1};
    QTimeZone m_zone = QTimeZone::utc();
    QTimeZone m_second;
    EpochMs m_now = 0;
    std::vector<TimeMark> m_marks;
    int m_nameWidth = 140;
    int m_laneHeight = 90;
    std::optional<Place> m_place; ///< pointed at, or walked to
    bool m_pointed = false;
    std::optional<qreal> m_dragFrom;
    qreal m_dragTo = 0;
};

} // namespace spillway
