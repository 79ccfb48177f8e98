// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/settingsstore.h"
#include "support/resultmacros.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void defaultsWithoutAFile();
    void roundTrip();
    void wrongValuesSayWhere_data();
    void wrongValuesSayWhere();
    void goodValuesBesideWrongOnes();
    void brokenFileIsKept();
    void folderThatCannotBeWritten();

private:
    void write(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

void TestSettingsStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(u"spillway.ini"_s);
}

void TestSettingsStore::defaultsWithoutAFile()
{
    SettingsStore store(m_dir->filePath(u"sub/none.ini"_s));
    QVERIFY(store.load() == StoredSettings{});
    QVERIFY(store.problems().empty());
    QVERIFY_RESULT(store.save({}, SettingsStore::Reason::Automatic));
    QVERIFY(QFile::exists(store.file()));
}

void TestSettingsStore::roundTrip()
{
    StoredSettings settings;
    settings.preferences.theme = ThemeMode::Dark;
    settings.preferences.language = u"zh_CN"_s;
    settings.preferences.time = TimeSelection::last(45min);
    settings.preferences.refresh = 5s;
    settings.preferences.timeZone = u"Asia/Shanghai"_s;
    settings.preferences.secondTimeZone = u"UTC"_s;
    settings.preferences.wallRotation = 90s;
    settings.preferences.reopenWorkspace = false;
    settings.layout = {QByteArray("\0\1\2;=[x]\n", 9), "splitter", false};
    settings.workspace = u"生产 1"_s;
    settings.page = u"component-rag-worker"_s;
    SettingsStore store(m_file);
    QVERIFY_RESULT(store.save(settings, SettingsStore::Reason::User));
    SettingsStore again(m_file);
    QVERIFY(again.load() == settings);
    QVERIFY(again.problems().empty());
}

void TestSettingsStore::wrongValuesSayWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("theme") << QByteArray("[look]\ntheme=pink\n") << 2;
    QTest::newRow("language") << QByteArray("[look]\n\nlanguage=tlh\n") << 3;
    QTest::newRow("range") << QByteArray("[time]\nrange=then\n") << 2;
    QTest::newRow("refresh") << QByteArray("[time]\nrange=now-1h\nrefresh=often\n") << 3;
    QTest::newRow("too long") << QByteArray("[time]\nrefresh=3d\n") << 2;
    QTest::newRow("zone") << QByteArray("[time]\nzone=Mars/Base\n") << 2;
    QTest::newRow("flag") << QByteArray("[start]\nreopen=perhaps\n") << 2;
    QTest::newRow("garbage") << QByteArray("[look]\ntheme=dark\n%%%!\n") << 3;
}

void TestSettingsStore::wrongValuesSayWhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    write(text);
    SettingsStore store(m_file);
    const StoredSettings loaded = store.load();
    QCOMPARE(store.problems().size(), std::size_t{1});
    const Error &problem = store.problems().front();
    QCOMPARE(problem.position->file, m_file);
    QCOMPARE(problem.position->line, line);
    QVERIFY(!problem.why.isEmpty());
    QVERIFY(loaded.preferences.refresh == Preferences{}.refresh);
}

void TestSettingsStore::goodValuesBesideWrongOnes()
{
    write("[look]\ntheme=pink\nlanguage=zh_CN\n[time]\nrefresh=1m\n");
    SettingsStore store(m_file);
    const StoredSettings loaded = store.load();
    QCOMPARE(loaded.preferences.language, u"zh_CN"_s);
    QVERIFY(loaded.preferences.refresh == std::chrono::milliseconds{1min});
    QVERIFY(loaded.preferences.theme == ThemeMode::System);
}

void TestSettingsStore::brokenFileIsKept()
{
    const QByteArray text("[look]\ntheme=pink\n");
    write(text);
    SettingsStore store(m_file);
    StoredSettings settings = store.load();
    QVERIFY_RESULT(store.save(settings, SettingsStore::Reason::Automatic));
    QCOMPARE(read(m_file), text);
    settings.preferences.theme = ThemeMode::Light;
    QVERIFY_RESULT(store.save(settings, SettingsStore::Reason::User));
    QCOMPARE(read(m_file + u".broken"_s), text);
    SettingsStore again(m_file);
    QVERIFY(again.load().preferences.theme == ThemeMode::Light);
    QVERIFY(again.problems().empty());
}

void TestSettingsStore::folderThatCannotBeWritten()
{
    write("x=1\n");
    SettingsStore store(m_file + u"/below/a/file.ini"_s);
    QVERIFY_ERROR(store.save({}, SettingsStore::Reason::User), ErrorCode::File);
}

QTEST_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
