// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/accept.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

/// "yaml Table", "json Object", or "406".
QString shown(const std::optional<AcceptedForm> &form)
{
    if (!form) {
        return u"406"_s;
    }
    const QStringList shapes{u"Object"_s, u"Table"_s, u"Partial"_s, u"PartialList"_s,
                             u"Discovery"_s};
    return (form->encoding == AcceptedForm::Encoding::Yaml ? u"yaml "_s : u"json "_s) +
           shapes.at(int(form->shape));
}

/// What is chosen by an Accept header where everything is served.
struct Choice
{
    const char *name;
    const char *header;
    const char *form;
};

constexpr Choice choices[] = {
    {"blank", "  ", "json Object"},
    {"only commas", ", ,", "json Object"},
    {"case", "APPLICATION/Yaml", "yaml Object"},
    {"place decides", "application/yaml,application/json", "yaml Object"},
    {"quality decides", "application/yaml;q=0.5,application/json;q=0.9", "json Object"},
    {"no quality is one", "application/yaml;q=0.9, application/json", "json Object"},
    {"same quality keeps the order", "application/json;q=.5,application/yaml;q=.5", "json Object"},
    {"unreadable quality is the last", "application/yaml;q=high,application/json;q=0.1",
     "json Object"},
    {"unreadable quality alone", "application/yaml;q=high", "yaml Object"},
    {"any of application", "application/*", "json Object"},
    {"blanks", " application/json ; as=Table ; v=v1 ; g=meta.k8s.io ", "json Table"},
    {"table as YAML", "application/yaml;as=Table;v=v1;g=meta.k8s.io", "yaml Table"},
    {"charset", "application/json;charset=utf-8", "json Object"},
    {"parameter without value", "application/json;as", "json Object"},
    {"parameter without name", "application/json;=Table", "json Object"},
    {"shape without group", "application/json;as=Table;v=v1", "406"},
    {"shape of a future version", "application/json;as=Table;v=v2;g=meta.k8s.io", "406"},
    {"one type is not in another", "application/jsonp", "406"},
    {"text", "text/plain, text/html;q=0.2", "406"},
    {"protobuf, then JSON", "application/vnd.kubernetes.protobuf,application/json", "json Object"},
};

/// The same header where objects, the list of the APIs, or changes are asked for.
struct PlaceChoice
{
    const char *name;
    const char *header;
    const char *ofObjects;
    const char *ofDiscovery; ///< no shapes there
    const char *ofWatches;   ///< no YAML there
};

constexpr PlaceChoice placeChoices[] = {
    {"table", "application/json;as=Table;v=v1;g=meta.k8s.io", "json Table", "406", "json Table"},
    {"yaml", "application/yaml", "yaml Object", "yaml Object", "406"},
    {"yaml or any", "application/yaml,*/*", "yaml Object", "yaml Object", "json Object"},
    {"aggregated", "application/json;g=apidiscovery.k8s.io;as=APIGroupDiscoveryList;v=v2", "406",
     "json Discovery", "406"},
    {"aggregated beta, then legacy",
     "application/json;g=apidiscovery.k8s.io;as=APIGroupDiscoveryList;v=v2beta1,application/json",
     "json Object", "json Object", "json Object"},
};

} // namespace

class TestAccept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesTheFirstThatIsServed_data();
    void choosesTheFirstThatIsServed();
    void rulesOfThePlace_data();
    void rulesOfThePlace();
    void namesOfServedTypes_data();
    void namesOfServedTypes();
};

void TestAccept::choosesTheFirstThatIsServed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    for (const Choice &row : choices) {
        QTest::newRow(row.name) << QByteArray(row.header) << QString::fromLatin1(row.form);
    }
}

void TestAccept::choosesTheFirstThatIsServed()
{
    QFETCH(QByteArray, header);
    QTEST(shown(chooseForm(header, {})), "expected");
}

void TestAccept::rulesOfThePlace_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("ofObjects");
    QTest::addColumn<QString>("ofDiscovery");
    QTest::addColumn<QString>("ofWatches");
    for (const PlaceChoice &row : placeChoices) {
        QTest::newRow(row.name) << QByteArray(row.header) << QString::fromLatin1(row.ofObjects)
                                << QString::fromLatin1(row.ofDiscovery)
                                << QString::fromLatin1(row.ofWatches);
    }
}

void TestAccept::rulesOfThePlace()
{
    QFETCH(QByteArray, header);
    QTEST(shown(chooseForm(header, {})), "ofObjects");
    QTEST(shown(chooseForm(header, {.shapes = false, .discovery = true})), "ofDiscovery");
    QTEST(shown(chooseForm(header, {.yaml = false})), "ofWatches");
}

void TestAccept::namesOfServedTypes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("expected");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("unknown shape") << QByteArray("application/json;as=Chair;g=x;v=v1") << true;
    QTest::newRow("protobuf") << QByteArray("application/vnd.kubernetes.protobuf") << true;
    QTest::newRow("yaml") << QByteArray("text/html,application/yaml;q=0.1") << true;
    QTest::newRow("any") << QByteArray("*/*") << true;
    QTest::newRow("xml") << QByteArray("application/xml") << false;
}

void TestAccept::namesOfServedTypes()
{
    QFETCH(QByteArray, header);
    QTEST(namesServedType(header), "expected");
}

QTEST_GUILESS_MAIN(TestAccept)
#include "tst_accept.moc"
