// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policysimulation.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace spillway {

/// For people: how well the models of the services follow the record, and why which share of it
/// says nothing about them. Empty if nothing was recorded.
[[nodiscard]] QByteArray fitText(const std::vector<PipelinePart> &parts);
/// For programs; docs/simulate.md describes the fields.
[[nodiscard]] QJsonObject fitJson(const ServiceFit &fit);
/// Share of the steps with each mark.
[[nodiscard]] QJsonObject unfitJson(const std::vector<std::uint8_t> &marks);
/// The marks as stretches of time; `grid` is that of the record.
[[nodiscard]] QJsonArray unfitPeriodsJson(const std::vector<std::uint8_t> &marks,
                                          const TimeGrid &grid);

} // namespace spillway
