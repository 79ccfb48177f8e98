// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelexport.h"

#include "core/duration.h"
#include "panels/paneltitlebar.h"
#include "panels/panelwidget.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <array>
#include <charconv>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelExport)
};

void addRow(QByteArray *csv, const QByteArray &series, EpochMs time, double value)
{
    *csv += series + ',' + QByteArray::number(time) + ',' + csvNumber(value) + '\n';
}

QByteArray cell(const LabelSet &labels, const QByteArray &suffix)
{
    return csvText(QByteArray::fromStdString(labels.toString()) + suffix);
}

/// labels with another metric name, and with "le" if it is given.
LabelSet partOf(const LabelSet &labels, const char *part, const QByteArray &le = {})
{
    std::vector<LabelSet::Pair> pairs = labels.pairs();
    pairs.emplace_back("__name__", std::string{labels.metricName()} + part);
    if (!le.isEmpty()) {
        pairs.emplace_back("le", le.toStdString());
    }
    return LabelSet{std::move(pairs)};
}

void addHistogram(QByteArray *csv, const LabelSet &labels, const HistogramSample &sample,
                  const QByteArray &suffix)
{
    addRow(csv, cell(partOf(labels, "_count"), suffix), sample.time, sample.count);
    addRow(csv, cell(partOf(labels, "_sum"), suffix), sample.time, sample.sum);
    double cumulative = 0;
    for (const HistogramBucket &bucket : sample.buckets) {
        cumulative += bucket.count;
        addRow(csv, cell(partOf(labels, "_bucket", csvNumber(bucket.upper)), suffix), sample.time,
               cumulative);
    }
}

/// A panel without buttons and keyboard focus while it lives.
class PlainLook
{
public:
    explicit PlainLook(PanelWidget &panel)
        : m_title(panel.findChild<PanelTitleBar *>())
        , m_focus(panel.window()->focusWidget())
    {
        if (m_focus != nullptr) {
            m_focus->clearFocus(); // else hiding the buttons would hand it on
        }
        m_title->setButtonsVisible(false);
    }
    ~PlainLook()
    {
        m_title->setButtonsVisible(true);
        if (m_focus != nullptr) {
            m_focus->setFocus();
        }
    }
    PlainLook(const PlainLook &) = delete;
    PlainLook &operator=(const PlainLook &) = delete;

private:
    PanelTitleBar *m_title;
    QWidget *m_focus;
};

} // namespace

QByteArray csvText(QByteArray text)
{
    static constexpr QByteArrayView dangerous{"=+-@\t\r"};
    if (!text.isEmpty() && dangerous.contains(text.front())) {
        text.prepend('\'');
    }
    const bool quote =
        text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r');
    return quote ? QByteArray{'"' + text.replace('"', "\"\"") + '"'} : text;
}

QByteArray csvNumber(double value)
{
    if (std::isnan(value)) {
        return "NaN";
    }
    if (std::isinf(value)) {
        return value > 0 ? "+Inf" : "-Inf";
    }
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc{} ? QByteArray{buffer.data(), end - buffer.data()} : QByteArray{};
}

QByteArray panelCsv(const PanelSnapshot &snapshot)
{
    QByteArray csv = "series,timestamp_ms,value\n";
    for (const QueryAnswer &answer : snapshot.answers) {
        if (!answer.result) {
            continue;
        }
        const QByteArray suffix = answer.offset.count() == 0
                                      ? QByteArray{}
                                      : " offset " + formatDuration(answer.offset).toUtf8();
        for (const SeriesPtr &series : answer.result->series) {
            const QByteArray name = cell(series->labels, suffix);
            for (std::size_t i = 0; i < series->size(); ++i) {
                addRow(&csv, name, series->times[i], series->values[i]);
            }
            for (const HistogramSample &sample : series->histograms) {
                addHistogram(&csv, series->labels, sample, suffix);
            }
        }
    }
    return csv;
}

QImage panelImage(PanelWidget &panel, qreal scale)
{
    QImage image{panel.size() * scale, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    const PlainLook plain{panel};
    panel.render(&image, QPoint{}, QRegion{}, QWidget::DrawChildren);
    return image;
}

QByteArray panelSvg(PanelWidget &panel)
{
    QByteArray svg;
    QBuffer buffer{&svg};
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(panel.size());
    generator.setViewBox(QRect{QPoint{}, panel.size()});
    generator.setTitle(panel.panel().title);
    // QSvgGenerator writes the size in millimetres of its own resolution: CSS pixels are 96 an
    // inch.
    generator.setResolution(96);
    {
        QPainter painter{&generator};
        const PlainLook plain{panel};
        if (panel.body()->isVisibleTo(&panel)) {
            panel.render(&painter, QPoint{}, QRegion{}, QWidget::RenderFlags{});
            auto *title = panel.findChild<PanelTitleBar *>();
            title->render(&painter, title->pos(), QRegion{}, QWidget::RenderFlags{});
            painter.translate(panel.body()->pos());
            panel.body()->renderTo(&painter, panel.body()->size());
        } else {
            panel.render(&painter, QPoint{}, QRegion{}, QWidget::DrawChildren);
        }
    }
    return svg;
}

Result<void> writeFile(const QString &file, const QByteArray &bytes)
{
    QSaveFile out{file};
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit()) {
        return {};
    }
    return Error{.code = ErrorCode::File,
                 .what = Text::tr("Cannot save the panel"),
                 .where = file,
                 .why = out.errorString(),
                 .advice = Text::tr("Choose another folder.")};
}

} // namespace spillway
