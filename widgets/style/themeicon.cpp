// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/themeicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Renders one SVG file with its "currentColor" replaced.
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(QString name, std::optional<QColor> color)
        : m_name(std::move(name))
        , m_color(color)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio =
            painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        Q_UNUSED(state)
        const QColor color = colorFor(mode);
        const QString key = u"spillway-icon-%1-%2x%3-%4"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(color.rgba(), 8, 16);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemeIconEngine(*this); }
    [[nodiscard]] QString key() const override { return u"spillway"_s; }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color =
            m_color.value_or(palette.color(QPalette::Active, QPalette::WindowText));
        return mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::WindowText)
                                       : color;
    }

    [[nodiscard]] QPixmap render(const QSize &size, const QColor &color) const
    {
        QPixmap pixmap{size};
        pixmap.fill(Qt::transparent);
        QFile file{u":/icons/%1.svg"_s.arg(m_name)};
        if (!file.open(QIODevice::ReadOnly)) {
            return pixmap;
        }
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer{svg};
        QPainter painter{&pixmap};
        renderer.render(&painter, QRectF{QPointF{}, QSizeF{size}});
        return pixmap;
    }

    QString m_name;
    std::optional<QColor> m_color;
};

} // namespace

QIcon themeIcon(QStringView name)
{
    return QIcon{new ThemeIconEngine{name.toString(), std::nullopt}};
}

QIcon themeIcon(QStringView name, const QColor &color)
{
    return QIcon{new ThemeIconEngine{name.toString(), color}};
}

} // namespace spillway
