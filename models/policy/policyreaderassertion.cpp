// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policychecker.h"
#include "policy/policyreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Kind = PolicyAssertion::Kind;
using Subject = PolicyAssertion::Subject;

/// In the order of PolicyAssertion::Comparison.
constexpr std::array comparisons{"=="_L1, "!="_L1, "<"_L1, "<="_L1, ">"_L1, ">="_L1};

bool readExpectation(const QString &text, PolicyAssertion &assertion)
{
    static const QRegularExpression form(
        u"^\\s*(replicas(?:\\.min|\\.max)?)?\\s*(==|!=|<=|>=|<|>)\\s*"
        "([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]{3})?\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return false;
    }
    const QString subject = match.captured(1);
    assertion.subject = subject.isEmpty()            ? Subject::Cost
                        : subject == u"replicas"     ? Subject::Replicas
                        : subject == u"replicas.min" ? Subject::MinReplicas
                                                     : Subject::MaxReplicas;
    const auto found = std::find_if(comparisons.begin(), comparisons.end(),
                                    [&](QLatin1String one) { return match.captured(2) == one; });
    assertion.comparison = static_cast<PolicyAssertion::Comparison>(found - comparisons.begin());
    assertion.value = match.captured(3).toDouble();
    assertion.unit = match.captured(4).toUpper();
    return true;
}

void checkExpectation(const PolicyNode &node, const PolicyAssertion &assertion)
{
    if ((assertion.kind == Kind::Cost) != (assertion.subject == Subject::Cost)) {
        node.fail("expect"_L1,
                  assertion.kind == Kind::Cost
                      ? Text::tr("an amount of money is expected")
                      : Text::tr("replicas, replicas.min or replicas.max is expected"),
                  assertion.kind == Kind::Cost ? Text::tr("Write \"<= 9000 CNY\".")
                                               : Text::tr("Write \"replicas.max == 20\"."));
    }
    const bool simulated = assertion.subject == Subject::Replicas;
    if (simulated && !node.has("given"_L1)) {
        node.fail("expect"_L1, Text::tr("replicas depend on load, and no load is given"),
                  Text::tr("Add given, or look at replicas.min or replicas.max."));
    }
    for (const QLatin1String key : {"given"_L1, "startReplicas"_L1, "after"_L1}) {
        if (!simulated && node.has(key)) {
            node.fail(key, Text::tr("%1 has no meaning unless replicas are expected").arg(key));
        }
    }
}

bool isMoment(const QString &text)
{
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    const bool weekly = parts.size() == 2 && parseDays(parts.first()).has_value() &&
                        !parts.first().contains(u'-') && parseTimeOfDay(parts.last()).has_value();
    return weekly || parseLocalTime(text).has_value();
}

void checkMoment(const PolicyNode &node)
{
    if (node.has("at"_L1) && !isMoment(node.text("at"_L1))) {
        node.fail("at"_L1, Text::tr("“%1” is not a moment").arg(node.text("at"_L1)),
                  Text::tr("Write \"Mon 09:05\" for every week, or 2026-11-05T10:00."));
    }
    int given = 0;
    for (const QLatin1String key : {"at"_L1, "event"_L1, "month"_L1}) {
        given += node.has(key) ? 1 : 0;
    }
    if (given > 1) {
        node.fail(Text::tr("at most one of at, event and month is expected"));
    }
    if (!node.has("month"_L1) && !node.has("component"_L1)) {
        node.fail(Text::tr("the component is missing"), Text::tr("Add the name of a component."));
    }
}

bool isLabelPart(QStringView text)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\\z"_s);
    return text.size() <= 63 && form.match(text.toString()).hasMatch();
}

bool isLabelKey(const QString &key)
{
    const qsizetype slash = key.indexOf(u'/');
    const bool prefixed = slash >= 0;
    return isLabelPart(QStringView(key).sliced(slash + 1)) &&
           (!prefixed || isDnsSubdomain(key.first(slash)));
}

} // namespace

PolicyTexts readPolicyLabels(const PolicyNode &node, QLatin1String key)
{
    const PolicyTexts labels = node.texts(key);
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (!isLabelKey(label.key())) {
            node.failEntry(key, label.key(),
                           Text::tr("“%1” cannot be the name of a label").arg(label.key()),
                           Text::tr("Use letters, digits, “-”, “_” and “.”, at most 63 of them."));
        } else if (label.key().startsWith(u"spillway.dev/"_s) ||
                   label.key() == u"app.kubernetes.io/managed-by") {
            node.failEntry(key, label.key(),
                           Text::tr("the label “%1” is set by Spillway").arg(label.key()),
                           Text::tr("Remove it."));
        } else if (!label.value().isEmpty() && !isLabelPart(label.value())) {
            node.failEntry(key, label.key(),
                           Text::tr("“%1” cannot be the value of a label").arg(label.value()),
                           Text::tr("Use letters, digits, “-”, “_” and “.”, at most 63 of them."));
        }
    }
    return labels;
}

PolicyAlert readPolicyAlert(const PolicyNode &node)
{
    PolicyAlert alert;
    alert.name = node.text("name"_L1);
    alert.expr = node.text("expr"_L1);
    alert.holdFor = node.duration("for"_L1);
    alert.keepFiringFor = node.duration("keepFiringFor"_L1);
    alert.labels = node.texts("labels"_L1);
    alert.annotations = node.texts("annotations"_L1);
    return alert;
}

PolicyAssertion readPolicyAssertion(const PolicyNode &node)
{
    PolicyAssertion assertion;
    assertion.kind = node.has("month"_L1)   ? Kind::Cost
                     : node.has("event"_L1) ? Kind::Event
                     : node.has("at"_L1)    ? Kind::At
                                            : Kind::Always;
    assertion.at = node.text("at"_L1);
    assertion.event = node.text("event"_L1);
    assertion.component = node.text("component"_L1);
    assertion.given = node.numbers("given"_L1);
    assertion.startReplicas = node.integer("startReplicas"_L1);
    assertion.after = node.duration("after"_L1).value_or(assertion.after);
    assertion.expect = node.text("expect"_L1);
    checkMoment(node);
    if (assertion.after > std::chrono::hours{24}) {
        node.fail("after"_L1, Text::tr("a load of more than a day is not simulated"),
                  Text::tr("Write at most 24h."));
    }
    if (!assertion.expect.isEmpty()) {
        if (readExpectation(assertion.expect, assertion)) {
            checkExpectation(node, assertion);
        } else {
            node.fail("expect"_L1,
                      Text::tr("“%1” is not an expectation").arg(assertion.expect.left(60)),
                      Text::tr("Write \"replicas.max == 20\", \"replicas >= 10\" or \"<= 9000 "
                               "CNY\"."));
        }
    }
    return assertion;
}

} // namespace spillway
