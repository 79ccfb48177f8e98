// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/gitopsorigin.h"

#include <QTest>

using namespace spillway::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(spillway::kube::WriterKind)
Q_DECLARE_METATYPE(spillway::kube::Texts)

class TestGitOpsOrigin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void managers_data()
    {
        QTest::addColumn<QString>("manager");
        QTest::addColumn<WriterKind>("kind");
        QTest::addColumn<bool>("gitOps");
        const auto row = [](const char *manager, WriterKind kind, bool gitOps) {
            QTest::newRow(manager) << QString::fromLatin1(manager) << kind << gitOps;
        };
        row("argocd-controller", WriterKind::ArgoCd, true);
        row("kustomize-controller", WriterKind::Flux, true);
        row("helm-controller", WriterKind::Flux, true);
        row("helm", WriterKind::Helm, true);
        row("kubectl-client-side-apply", WriterKind::Person, false);
        row("Lens", WriterKind::Person, false);
        row("spillway", WriterKind::Person, false);
        row("spillway-schedule", WriterKind::Program, false);
        row("keda-operator", WriterKind::Program, false);
    }
    void managers()
    {
        QFETCH(QString, manager);
        QTEST(writerKind(manager), "kind");
        QTEST(isGitOps(writerKind(manager)), "gitOps");
    }

    void origins_data()
    {
        QTest::addColumn<Texts>("labels");
        QTest::addColumn<Texts>("annotations");
        QTest::addColumn<WriterKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::newRow("Argo CD by annotation")
            << Texts{}
            << Texts{{u"argocd.argoproj.io/tracking-id"_s, u"shop:apps/Deployment:shop/web"_s}}
            << WriterKind::ArgoCd << u"shop"_s;
        QTest::newRow("Argo CD by label") << Texts{{u"argocd.argoproj.io/instance"_s, u"shop"_s}}
                                          << Texts{} << WriterKind::ArgoCd << u"shop"_s;
        QTest::newRow("Kustomization") << Texts{{u"kustomize.toolkit.fluxcd.io/name"_s, u"apps"_s}}
                                       << Texts{} << WriterKind::Flux << u"apps"_s;
        QTest::newRow("HelmRelease") << Texts{{u"helm.toolkit.fluxcd.io/name"_s, u"web"_s},
                                              {u"app.kubernetes.io/managed-by"_s, u"Helm"_s}}
                                     << Texts{} << WriterKind::Flux << u"web"_s;
        QTest::newRow("Helm") << Texts{{u"app.kubernetes.io/managed-by"_s, u"Helm"_s}}
                              << Texts{{u"meta.helm.sh/release-name"_s, u"web"_s}}
                              << WriterKind::Helm << u"web"_s;
    }
    void origins()
    {
        QFETCH(Texts, labels);
        QFETCH(Texts, annotations);
        ObjectMeta object;
        object.labels = labels;
        object.annotations = annotations;
        const auto origin = gitOpsOrigin(object);
        QVERIFY(origin);
        QTEST(origin->kind, "kind");
        QTEST(origin->name, "name");
    }

    void othersHaveNone()
    {
        ObjectMeta object;
        object.labels = {{u"app.kubernetes.io/managed-by"_s, u"spillway"_s}};
        QVERIFY(!gitOpsOrigin(object));
    }
};

QTEST_APPLESS_MAIN(TestGitOpsOrigin)
#include "tst_gitopsorigin.moc"
