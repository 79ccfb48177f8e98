// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/controllerargument.h"

#include "scaling/kubernetesversion.h"
#include "spillwayctl/optionerror.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

void addControllerOptions(CLI::App &command, ControllerArgument &argument)
{
    command
        .add_option("--kubernetes", argument.kubernetes,
                    "Version of the server whose rules decide; before 1.33 the tolerance is "
                    "another one, before 1.35 a policy's own does not count")
        ->type_name("VERSION");
    command
        .add_option("--hpa-tolerance", argument.hpaTolerance,
                    "Flag --horizontal-pod-autoscaler-tolerance of its controller manager; 0.1 if "
                    "not given")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SHARE");
}

Result<HpaController> controllerOf(const ControllerArgument &argument)
{
    HpaController controller;
    if (!argument.kubernetes.empty()) {
        const QString version = QString::fromStdString(argument.kubernetes);
        const std::optional<int> minor = kubernetesMinorOf(version);
        if (!minor || *minor < oldestKubernetesMinor) {
            return badOption(Text::tr("Cannot use the Kubernetes version \"%1\"").arg(version),
                             Text::tr("expected 1.%1 or newer, such as 1.36 or v1.32.4")
                                 .arg(oldestKubernetesMinor));
        }
        controller.kubernetesMinor = *minor;
    }
    if (argument.hpaTolerance >= 0) {
        controller.tolerance = argument.hpaTolerance;
    }
    return controller;
}

} // namespace spillway
