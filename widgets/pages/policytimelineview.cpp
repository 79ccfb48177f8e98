// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policytimelineview.h"

#include "itemmodels/policydocument.h"
#include "style/role.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

BandLane laneOf(const ComponentTimeline &line)
{
    BandLane lane;
    lane.name = line.component;
    lane.rows = line.timeline.rows;
    lane.baseFloor = line.schedule.baseFloor;
    lane.baseCap = line.schedule.baseCap;
    for (const ScheduleEvent &event : line.schedule.events) {
        lane.events << event.name;
    }
    if (lane.rows.empty() && !line.timeline.problems.empty()) {
        const Error &problem = line.timeline.problems.front();
        lane.problem = problem.why.isEmpty() ? problem.sentence() : problem.why;
    }
    return lane;
}

/// Field path of a window or event of that name, else of the component.
QString pathOf(const Policy &policy, const QString &component, const QString &why)
{
    for (std::size_t i = 0; i < policy.components.size(); ++i) {
        const PolicyComponent &one = policy.components[i];
        if (one.name != component) {
            continue;
        }
        const QString path = u"spec.components[%1]"_s.arg(i);
        for (std::size_t j = 0; j < one.windows.size(); ++j) {
            if (one.windows[j].name == why) {
                return path + u".windows[%1]"_s.arg(j);
            }
        }
        for (std::size_t j = 0; j < one.events.size(); ++j) {
            if (one.events[j].name == why) {
                return path + u".events[%1]"_s.arg(j);
            }
        }
        return path + u".replicas"_s;
    }
    return {};
}

} // namespace

PolicyTimelineView::PolicyTimelineView(PolicyDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_heading(new QLabel(this))
    , m_note(new QLabel(this))
    , m_all(new QToolButton(this))
    , m_band(new TimelineBand(this))
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", u"card"_s);
    m_heading->setFont(themeFont(FontRole::Title, font()));
    m_note->setProperty("role", u"muted"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_all->setIcon(themeIcon(u"zoom-out"));
    m_all->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(spacing::s, spacing::s, spacing::s, spacing::xs);
    top->setSpacing(spacing::m);
    top->addWidget(m_heading);
    top->addWidget(m_note, 1);
    top->addWidget(m_all);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->setSpacing(0);
    inner->addLayout(top);
    inner->addWidget(m_band, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(frame);
    connect(m_all, &QToolButton::clicked, m_band, &TimelineBand::showAll);
    connect(m_band, &TimelineBand::activated, this, &PolicyTimelineView::find);
    connect(&m_document, &PolicyDocument::analysed, this, &PolicyTimelineView::showAnalysis);
    retranslate();
    showAnalysis();
}

PolicyTimelineView::~PolicyTimelineView() = default;

void PolicyTimelineView::showAnalysis()
{
    std::vector<BandLane> lanes;
    TimeRange span{0, 1};
    if (const PolicyAnalysisPtr &analysis = m_document.analysis()) {
        for (const ComponentTimeline &line : analysis->timelines) {
            lanes.push_back(laneOf(line));
        }
        span = analysis->span;
        m_note->setText(!analysis->ok()
                            ? tr("The text has problems: this is what could be read of it")
                        : lanes.empty() ? tr("No component is scaled")
                                        : tr("Four weeks; drag to zoom, click to go to the text"));
        setRole(m_note, analysis->ok() ? u"muted"_s : u"warning"_s);
    }
    m_band->setLanes(std::move(lanes), span);
}

void PolicyTimelineView::find(const QString &component, const QString &why)
{
    const PolicyAnalysisPtr &analysis = m_document.analysis();
    if (!analysis) {
        return;
    }
    const QString path = pathOf(analysis->reading.policy, component, why);
    const DocumentPosition position = analysis->reading.positions.of(path);
    if (position.line > 0) {
        Q_EMIT placeActivated(position);
    }
}

void PolicyTimelineView::retranslate()
{
    m_heading->setText(tr("Floor and cap"));
    m_all->setText(tr("All four weeks"));
    m_band->setAccessibleName(tr("Floor and cap of each component over the next four weeks"));
    showAnalysis();
}

} // namespace spillway
