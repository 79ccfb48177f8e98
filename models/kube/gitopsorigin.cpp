// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/gitopsorigin.h"

#include <algorithm>
#include <array>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

/// Field managers that are known; the beginning of a name is enough.
struct ManagerRow
{
    QLatin1String prefix;
    WriterKind kind;
};
constexpr std::array managers{
    ManagerRow{"argocd-"_L1, WriterKind::ArgoCd},
    ManagerRow{"kustomize-controller"_L1, WriterKind::Flux},
    ManagerRow{"helm-controller"_L1, WriterKind::Flux},
    ManagerRow{"helm"_L1, WriterKind::Helm},
    ManagerRow{"spillway-schedule"_L1, WriterKind::Program},
    ManagerRow{"spillway"_L1, WriterKind::Person},
    ManagerRow{"kubectl"_L1, WriterKind::Person},
    ManagerRow{"k9s"_L1, WriterKind::Person},
    ManagerRow{"Mozilla"_L1, WriterKind::Person}, // consoles in a browser
    ManagerRow{"dashboard"_L1, WriterKind::Person},
    ManagerRow{"lens"_L1, WriterKind::Person},
    ManagerRow{"freelens"_L1, WriterKind::Person},
    ManagerRow{"headlamp"_L1, WriterKind::Person},
    ManagerRow{"seabird"_L1, WriterKind::Person},
};

} // namespace

WriterKind writerKind(const QString &manager)
{
    const auto *const row =
        std::find_if(managers.begin(), managers.end(), [&manager](const ManagerRow &one) {
            return manager.startsWith(one.prefix, Qt::CaseInsensitive);
        });
    return row == managers.end() ? WriterKind::Program : row->kind;
}

std::optional<GitOpsOrigin> gitOpsOrigin(const ObjectMeta &object)
{
    // "application:group/kind:namespace/name"
    const QString tracking = object.annotations.value(u"argocd.argoproj.io/tracking-id"_s);
    if (!tracking.isEmpty()) {
        return GitOpsOrigin{WriterKind::ArgoCd, tracking.section(u':', 0, 0)};
    }
    if (const QString name = object.labels.value(u"argocd.argoproj.io/instance"_s);
        !name.isEmpty()) {
        return GitOpsOrigin{WriterKind::ArgoCd, name};
    }
    for (const QString &label :
         {u"kustomize.toolkit.fluxcd.io/name"_s, u"helm.toolkit.fluxcd.io/name"_s}) {
        if (const QString name = object.labels.value(label); !name.isEmpty()) {
            return GitOpsOrigin{WriterKind::Flux, name};
        }
    }
    if (object.labels.value(u"app.kubernetes.io/managed-by"_s) == "Helm"_L1) {
        return GitOpsOrigin{WriterKind::Helm,
                            object.annotations.value(u"meta.helm.sh/release-name"_s)};
    }
    return std::nullopt;
}

} // namespace spillway::kube
