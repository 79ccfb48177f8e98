// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubekind.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr std::array v1{"v1"_L1};
constexpr std::array autoscaling{"v2"_L1};
constexpr std::array keda{"v1alpha1"_L1};
constexpr std::array istio{"v1"_L1, "v1beta1"_L1, "v1alpha3"_L1};

constexpr std::array facts{
    KindFacts{Kind::Deployment, "apps"_L1, "Deployment"_L1, "deployments"_L1, v1},
    KindFacts{Kind::StatefulSet, "apps"_L1, "StatefulSet"_L1, "statefulsets"_L1, v1},
    KindFacts{Kind::Pod, ""_L1, "Pod"_L1, "pods"_L1, v1},
    KindFacts{Kind::HorizontalPodAutoscaler, "autoscaling"_L1, "HorizontalPodAutoscaler"_L1,
              "horizontalpodautoscalers"_L1, autoscaling},
    KindFacts{Kind::ScaledObject, "keda.sh"_L1, "ScaledObject"_L1, "scaledobjects"_L1, keda},
    KindFacts{Kind::CronJob, "batch"_L1, "CronJob"_L1, "cronjobs"_L1, v1},
    KindFacts{Kind::ConfigMap, ""_L1, "ConfigMap"_L1, "configmaps"_L1, v1},
    KindFacts{Kind::ServiceAccount, ""_L1, "ServiceAccount"_L1, "serviceaccounts"_L1, v1},
    KindFacts{Kind::Role, "rbac.authorization.k8s.io"_L1, "Role"_L1, "roles"_L1, v1},
    KindFacts{Kind::RoleBinding, "rbac.authorization.k8s.io"_L1, "RoleBinding"_L1,
              "rolebindings"_L1, v1},
    KindFacts{Kind::Event, "events.k8s.io"_L1, "Event"_L1, "events"_L1, v1},
    KindFacts{Kind::DestinationRule, "networking.istio.io"_L1, "DestinationRule"_L1,
              "destinationrules"_L1, istio},
    KindFacts{Kind::PrometheusRule, "monitoring.coreos.com"_L1, "PrometheusRule"_L1,
              "prometheusrules"_L1, v1},
};

struct ShortName
{
    QLatin1String name;
    Kind kind;
};

constexpr std::array shortNames{
    ShortName{"deploy"_L1, Kind::Deployment},
    ShortName{"sts"_L1, Kind::StatefulSet},
    ShortName{"po"_L1, Kind::Pod},
    ShortName{"hpa"_L1, Kind::HorizontalPodAutoscaler},
    ShortName{"so"_L1, Kind::ScaledObject},
    ShortName{"cj"_L1, Kind::CronJob},
    ShortName{"cm"_L1, Kind::ConfigMap},
    ShortName{"sa"_L1, Kind::ServiceAccount},
    ShortName{"ev"_L1, Kind::Event},
    ShortName{"dr"_L1, Kind::DestinationRule},
    ShortName{"promrule"_L1, Kind::PrometheusRule},
};

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part, ":"));
}

bool isCalled(const KindFacts &kind, const QString &name)
{
    const QString singular = QString{kind.name}.toLower();
    return name == kind.plural || name == singular;
}

} // namespace

QString Resource::apiVersion() const
{
    return group.isEmpty() ? version : QString{group + u'/' + version};
}

QString Resource::qualifiedName() const
{
    return group.isEmpty() ? plural : QString{plural + u'.' + group};
}

QString ObjectRef::toString() const
{
    return resource.qualifiedName() + u' ' + (ns.isEmpty() ? name : QString{ns + u'/' + name});
}

std::span<const KindFacts> allKindFacts()
{
    return facts;
}

const KindFacts &factsOf(Kind kind)
{
    return *std::find_if(facts.begin(), facts.end(),
                         [kind](const KindFacts &one) { return one.kind == kind; });
}

Resource bestResource(Kind kind)
{
    const KindFacts &one = factsOf(kind);
    return {one.group, one.versions.front(), one.name, one.plural, true};
}

Result<Kind> kindFromText(const QString &text)
{
    const QString lower = text.toLower();
    const qsizetype dot = lower.indexOf(u'.');
    const QString name = dot < 0 ? lower : lower.first(dot);
    const QString group = dot < 0 ? QString{} : lower.sliced(dot + 1);
    const auto *const known =
        std::find_if(shortNames.begin(), shortNames.end(),
                     [&name](const ShortName &one) { return one.name == name; });
    for (const KindFacts &one : facts) {
        const bool named =
            known != shortNames.end() ? known->kind == one.kind : isCalled(one, name);
        if (named && (dot < 0 || group == one.group)) {
            return one.kind;
        }
    }
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("\"%1\" is not a kind that Spillway knows").arg(text)};
}

QString resourcePath(const Resource &resource, const QString &ns, const QString &name,
                     const QString &subresource)
{
    QString path =
        resource.group.isEmpty() ? u"/api/"_s : u"/apis/"_s + encoded(resource.group) + u'/';
    path += encoded(resource.version);
    if (resource.namespaced && !ns.isEmpty()) {
        path += u"/namespaces/"_s + encoded(ns);
    }
    path += u'/' + encoded(resource.plural);
    if (!name.isEmpty()) {
        path += u'/' + encoded(name);
    }
    if (!subresource.isEmpty()) {
        path += u'/' + encoded(subresource);
    }
    return path;
}

} // namespace spillway::kube
