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
/// For people: how near today's policy, replayed, comes to the recorded replicas, by component and
/// period, with the reasons for which parts of a period could not be compared; `grid` is that of
/// the record. Empty if no replicas were recorded.
[[nodiscard]] QByteArray calibrationText(const std::vector<ComponentCalibration> &calibration,
                                         const TimeGrid &grid);
/// The marks of one period of a calibration.
[[nodiscard]] std::vector<std::uint8_t>
marksOf(const Calibration &calibration, const TimeGrid &grid, const CalibrationPeriod &period);
/// Share of the steps with each mark.
[[nodiscard]] QJsonObject unfitJson(const std::vector<std::uint8_t> &marks);
/// The marks as stretches of time; `grid` is that of the record.
[[nodiscard]] QJsonArray unfitPeriodsJson(const std::vector<std::uint8_t> &marks,
                                          const TimeGrid &grid);

} // namespace spillway
