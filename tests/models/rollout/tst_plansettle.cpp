// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livepicture.h"

using namespace spillway;
using kube::Kind;
using kube::Refusal;

namespace {

/// One HPA that is there with a maximum of 3, without an owner.
LivePicture onePicture()
{
    LivePicture picture(webWith({}));
    picture.live.objects = {LivePicture::object(
        Kind::HorizontalPodAutoscaler,
        R"({"metadata":{"name":"demo.web","uid":"7-7"},"spec":{"maxReplicas":3}})")};
    picture.run();
    return picture;
}

DryRun refusal(Refusal refusal, const QString &message, const QString &field = {})
{
    DryRun answer{
        Error{.code = ErrorCode::BadRequest, .what = u"Cannot preview"_s, .why = message}};
    answer.detail.refusal = refusal;
    answer.detail.message = message;
    if (!field.isEmpty()) {
        answer.detail.causes = {{u"FieldValueInvalid"_s, message, field}};
    }
    return answer;
}

} // namespace

class TstPlanSettle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalsAreAtTheirLine_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const char *message, const char *field,
                            const char *path) {
            QTest::newRow(name) << QString::fromLatin1(message) << QString::fromLatin1(field)
                                << QString::fromLatin1(path);
        };
        row("a cause", "must be greater", "spec.maxReplicas", "spec.components[0].replicas.max");
        row("an item", "wrong", "spec.metrics[0].resource.name", "spec.components[0].metrics[0]");
        row("of the message",
            "failed to create typed patch object (shop/demo.web; autoscaling/v2, "
            "Kind=HorizontalPodAutoscaler): .spec.behavior.scaleUp.x: field not declared in schema",
            "", "spec.components[0].behavior");
        row("nothing named", "denied by policy", "", "spec.components[0]");
    }
    void refusalsAreAtTheirLine()
    {
        QFETCH(QString, message);
        QFETCH(QString, field);
        LivePicture picture = onePicture();
        picture.answered.answers[0] = refusal(Refusal::Invalid, message, field);
        picture.finish();
        QVERIFY(picture.plan.isBlocked());
        const std::optional<Error> &refused = picture.plan.steps.front().refused;
        QVERIFY(refused && refused->position && refused->position->line > 0);
        QFETCH(QString, path);
        // The place itself, or the nearest one around it that is in the file.
        QVERIFY2(path.startsWith(refused->position->path) || refused->position->path == path,
                 qPrintable(refused->position->path));
        QVERIFY(!picture.plan.steps.front().changes.empty()); // what it would have been
    }

    void conflicts()
    {
        LivePicture picture = onePicture();
        DryRun answer = refusal(Refusal::OwnedByOthers, u"Apply failed with 2 conflicts"_s);
        answer.detail.conflicts = {{u".spec.maxReplicas"_s, u"argocd-controller"_s, {}, {}},
                                   {u".spec.metrics"_s, u"argocd-controller"_s, {}, {}},
                                   {u".spec.minReplicas"_s, u"tuner"_s, {}, u"v1"_s}};
        picture.answered.answers[0] = answer;
        picture.finish();
        QCOMPARE(picture.ids().count(u"foreign-owner"_s), 2);
        const PlanFinding finding = picture.finding("foreign-owner"_L1);
        QVERIFY(finding.severity == PlanFinding::Severity::Error);
        QVERIFY2(finding.text.contains("argocd-controller"_L1) &&
                     finding.text.contains("self-heal"_L1) &&
                     finding.text.contains(".spec.metrics"_L1),
                 qPrintable(finding.text));
        QVERIFY(finding.position.line > 0);
    }

    void gitOpsMarks()
    {
        LivePicture picture(webWith({}));
        picture.live.objects = {LivePicture::object(
            Kind::HorizontalPodAutoscaler,
            R"({"metadata":{"name":"demo.web","labels":{"kustomize.toolkit.fluxcd.io/name":"apps"}},
                "spec":{"maxReplicas":3}})")};
        picture.run();
        const PlanFinding finding = picture.finding("gitops-managed"_L1);
        QVERIFY2(finding.text.contains("Flux object “apps”"_L1) ||
                     finding.text.contains(u"Flux object “apps”"_s),
                 qPrintable(finding.text));
        QVERIFY(finding.severity == PlanFinding::Severity::Warning);
    }

    void nothingWouldChange()
    {
        LivePicture picture = onePicture();
        QCOMPARE(picture.plan.steps.size(), std::size_t{1});
        DryRun same;
        same.preview = ApplyPreview{picture.live.objects.front().object, false, false, {}};
        picture.answered.answers[0] = same;
        picture.finish();
        QVERIFY(picture.plan.isEmpty());
        QCOMPARE(picture.plan.unchanged.size(), std::size_t{1});
    }

    void onlyOwnersChange()
    {
        LivePicture picture = onePicture();
        QJsonObject would = picture.live.objects.front().object;
        QJsonObject meta = would.value("metadata"_L1).toObject();
        meta.insert(u"managedFields"_s, QJsonDocument::fromJson(R"([{"manager":"spillway",
            "operation":"Apply","fieldsV1":{"f:spec":{"f:maxReplicas":{}}}}])")
                                            .array());
        would.insert(u"metadata"_s, meta);
        DryRun shares;
        shares.preview = ApplyPreview{would, false, false, {}};
        shares.warnings = {u"old version"_s};
        picture.answered.answers[0] = shares;
        picture.finish();
        QCOMPARE(picture.plan.steps.size(), std::size_t{1});
        const PlanStep &step = picture.plan.steps.front();
        QCOMPARE(step.warnings, QStringList{u"old version"_s});
        QCOMPARE(step.changes.size(), std::size_t{1});
        QCOMPARE(step.changes[0].path, u".spec.maxReplicas"_s);
        QCOMPARE(step.changes[0].before, step.changes[0].after);
    }

    void whatCannotBePreviewed()
    {
        LivePicture picture = onePicture();
        picture.answered.answers[0] =
            refusal(Refusal::CannotPreview, u"admission webhook does not support dry run"_s);
        picture.finish();
        QVERIFY(!picture.plan.isBlocked());
        QVERIFY(picture.ids().contains(u"not-previewed"_s));
        QVERIFY(!picture.plan.steps.front().changes.empty());
    }

    void aServerThatDoublesMetrics()
    {
        LivePicture picture = onePicture();
        DryRun doubled;
        doubled.preview = ApplyPreview{picture.live.objects.front().object, false, true, {}};
        picture.answered.answers[0] = doubled;
        picture.finish();
        QVERIFY(picture.plan.isBlocked());
        QVERIFY(picture.ids().contains(u"preview-not-trusted"_s));
    }
};

QTEST_APPLESS_MAIN(TstPlanSettle)
#include "tst_plansettle.moc"
