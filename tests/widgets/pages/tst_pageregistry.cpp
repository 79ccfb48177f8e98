// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pageregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

class PlainPage : public Page
{
public:
    using Page::Page;
    [[nodiscard]] QString id() const override { return u"plain"_s; }
    [[nodiscard]] QString title() const override { return u"Plain"_s; }
    int views = 0;
    int activations = 0;
    int translations = 0;

protected:
    void viewChanged() override { ++views; }
    void activeChanged() override { ++activations; }
    void retranslate() override { ++translations; }
};

PageEntry entry(const QString &id, PageGroup group)
{
    return {.id = id, .group = group, .icon = {}, .title = [id] { return id; }, .create = {}};
}

QStringList ids(const PageRegistry &registry)
{
    QStringList list;
    for (const PageEntry &one : registry.entries()) {
        list << one.id;
    }
    return list;
}

} // namespace

class TestPageRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfGroups();
    void replacesAndRemoves();
    void announcesOnce();
    void pageTellsWhatChanged();
};

void TestPageRegistry::keepsTheOrderOfGroups()
{
    PageRegistry registry;
    registry.add(entry(u"cost"_s, PageGroup::Decide));
    registry.add(entry(u"rag"_s, PageGroup::Components));
    registry.add(entry(u"overview"_s, PageGroup::Watch));
    registry.add(entry(u"llm"_s, PageGroup::Components));
    QCOMPARE(ids(registry), (QStringList{u"overview"_s, u"rag"_s, u"llm"_s, u"cost"_s}));
    QVERIFY(registry.find(u"llm") != nullptr);
    QVERIFY(registry.find(u"nothing") == nullptr);
}

void TestPageRegistry::replacesAndRemoves()
{
    PageRegistry registry;
    registry.add(entry(u"a"_s, PageGroup::Components));
    registry.add(entry(u"b"_s, PageGroup::Components));
    PageEntry other = entry(u"a"_s, PageGroup::Components);
    other.icon = u"gauge"_s;
    registry.add(other);
    QCOMPARE(ids(registry), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(registry.find(u"a")->icon, u"gauge"_s);
    registry.add(entry(u"a"_s, PageGroup::Dashboards));
    QCOMPARE(ids(registry), (QStringList{u"b"_s, u"a"_s}));
    registry.removeGroup(PageGroup::Dashboards);
    registry.remove(u"b"_s);
    QVERIFY(registry.entries().empty());
}

void TestPageRegistry::announcesOnce()
{
    PageRegistry registry;
    QSignalSpy changed(&registry, &PageRegistry::changed);
    registry.add(entry(u"a"_s, PageGroup::Watch));
    registry.add(entry(u"b"_s, PageGroup::Watch));
    QVERIFY(changed.wait(60'000));
    QCOMPARE(changed.size(), 1);
}

void TestPageRegistry::pageTellsWhatChanged()
{
    PlainPage page{PageContext{}};
    page.setView(PageView{});
    QCOMPARE(page.views, 0);
    PageView view;
    view.compareLastWeek = true;
    page.setView(view);
    page.setView(view);
    QCOMPARE(page.views, 1);
    page.setActive(true);
    page.setActive(true);
    QCOMPARE(page.activations, 1);
    QVERIFY(page.isSettled());
    QVERIFY(page.currentRange().isValid());
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&page, &language);
    QCOMPARE(page.translations, 1);
}

QTEST_MAIN(TestPageRegistry)
#include "tst_pageregistry.moc"
