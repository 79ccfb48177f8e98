// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/settingsstore.h"

#include "core/duration.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SettingsStore)
};

/// Finds the lines of an INI file, which QSettings does not tell.
class IniLines
{
public:
    explicit IniLines(const QString &file)
        : m_file(file)
    {
        QFile in(file);
        if (in.open(QIODevice::ReadOnly)) {
            m_lines = QString::fromUtf8(in.readAll()).split(u'\n');
        }
    }

    /// Of "group/key"; 0 if it is not there.
    [[nodiscard]] int lineOf(const QString &key) const
    {
        QString group = u"General"_s;
        for (int i = 0; i < m_lines.size(); ++i) {
            const QString line = m_lines.at(i).trimmed();
            if (line.startsWith(u'[')) {
                group = line.mid(1, line.size() - 2);
            } else if (group + u'/' + line.section(u'=', 0, 0).trimmed() == key) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The first line that is neither a group, a comment nor key=value; 0 if all are.
    [[nodiscard]] int badLine() const
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            const QString line = m_lines.at(i).trimmed();
            const bool group = line.startsWith(u'[') && line.endsWith(u']');
            if (!line.isEmpty() && !line.startsWith(u';') && !line.startsWith(u'#') && !group &&
                line.indexOf(u'=') <= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    [[nodiscard]] Error error(int line, const QString &key, const QString &why,
                              const QString &advice) const
    {
        Error error;
        error.code = ErrorCode::InvalidDocument;
        error.what = key.isEmpty() ? Text::tr("The setting file has an error")
                                   : Text::tr("The setting “%1” is not used").arg(key);
        error.why = why;
        error.advice = advice;
        error.position = DocumentPosition{m_file, line, line > 0 ? 1 : 0, key};
        return error;
    }

private:
    QString m_file;
    QStringList m_lines;
};

/// Reads values one by one and notes what is wrong with them.
class Reader
{
public:
    Reader(const QSettings &settings, const IniLines &lines, std::vector<Error> &problems)
        : m_settings(settings)
        , m_lines(lines)
        , m_problems(problems)
    {}

    void refuse(const QString &key, const QString &why, const QString &advice)
    {
        m_problems.push_back(m_lines.error(m_lines.lineOf(key), key, why, advice));
    }

    [[nodiscard]] QString text(const QString &key) const
    {
        return m_settings.value(key).toString();
    }

    void milliseconds(const QString &key, qint64 least, qint64 most,
                      std::chrono::milliseconds &value)
    {
        if (!m_settings.contains(key)) {
            return;
        }
        const auto duration = parseDuration(text(key));
        if (!duration) {
            refuse(key, duration.error().sentence(), duration.error().advice);
        } else if (duration->count() < least || duration->count() > most) {
            refuse(key, Text::tr("“%1” is out of range").arg(text(key)),
                   Text::tr("It may be %1 to %2.")
                       .arg(formatDuration(std::chrono::milliseconds{least}),
                            formatDuration(std::chrono::milliseconds{most})));
        } else {
            value = *duration;
        }
    }

    void zone(const QString &key, QString &value)
    {
        const QString id = text(key);
        if (!id.isEmpty() && !QTimeZone(id.toUtf8()).isValid()) {
            refuse(key, Text::tr("“%1” is not a time zone").arg(id),
                   Text::tr("Write a name such as Asia/Shanghai."));
            return;
        }
        value = id;
    }

    void flag(const QString &key, bool &value)
    {
        const QString word = m_settings.value(key, value).toString();
        if (word != "true"_L1 && word != "false"_L1) {
            refuse(key, Text::tr("“%1” is neither true nor false").arg(word), {});
            return;
        }
        value = word == "true"_L1;
    }

private:
    const QSettings &m_settings;
    const IniLines &m_lines;
    std::vector<Error> &m_problems;
};

void readLook(Reader &reader, Preferences &preferences)
{
    if (const QString theme = reader.text(u"look/theme"_s); !theme.isEmpty()) {
        const auto mode = themeModeFromName(theme);
        if (mode) {
            preferences.theme = *mode;
        } else {
            reader.refuse(u"look/theme"_s, Text::tr("there is no theme “%1”").arg(theme),
                          Text::tr("It may be system, light or dark."));
        }
    }
    const QString language = reader.text(u"look/language"_s);
    const auto &choices = languageChoices();
    if (language.isEmpty() || std::any_of(choices.begin(), choices.end(), [&](const auto &choice) {
            return choice.code == language;
        })) {
        preferences.language = language;
    } else {
        reader.refuse(u"look/language"_s, Text::tr("there is no language “%1”").arg(language),
                      Text::tr("It may be en or zh_CN."));
    }
}

void readTime(Reader &reader, Preferences &preferences)
{
    if (const QString range = reader.text(u"time/range"_s); !range.isEmpty()) {
        const auto time = parseTimeSelection(range, QTimeZone::systemTimeZone());
        if (time) {
            preferences.time = *time;
        } else {
            reader.refuse(u"time/range"_s, time.error().sentence(), time.error().advice);
        }
    }
    reader.milliseconds(u"time/refresh"_s, 0, 3600'000, preferences.refresh);
    reader.zone(u"time/zone"_s, preferences.timeZone);
    reader.zone(u"time/secondZone"_s, preferences.secondTimeZone);
    std::chrono::milliseconds rotation = preferences.wallRotation;
    reader.milliseconds(u"wall/rotation"_s, 5000, 3600'000, rotation);
    preferences.wallRotation = std::chrono::duration_cast<std::chrono::seconds>(rotation);
}

} // namespace

SettingsStore::SettingsStore(QString file)
    : m_file(std::move(file))
{
    if (m_file.isEmpty()) {
        m_file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                 u"/spillway/spillway.ini"_s;
    }
}

StoredSettings SettingsStore::load()
{
    m_problems.clear();
    StoredSettings stored;
    const QFileInfo info(m_file);
    if (!info.exists()) {
        return stored;
    }
    const IniLines lines(m_file);
    const QSettings settings(m_file, QSettings::IniFormat);
    const int badLine = lines.badLine();
    if (settings.status() != QSettings::NoError || badLine > 0) {
        m_problems.push_back(lines.error(
            badLine, {},
            info.isReadable() ? Text::tr("a line “name=value” or “[group]” is expected")
                              : Text::tr("it cannot be read"),
            Text::tr("Defaults are used for what cannot be read; the file is left as it is until "
                     "you change a preference.")));
    }
    Reader reader(settings, lines, m_problems);
    readLook(reader, stored.preferences);
    readTime(reader, stored.preferences);
    reader.flag(u"start/reopen"_s, stored.preferences.reopenWorkspace);
    reader.flag(u"window/navigation"_s, stored.layout.navigation);
    stored.workspace = reader.text(u"start/workspace"_s);
    stored.page = reader.text(u"start/page"_s);
    stored.layout.geometry = settings.value(u"window/geometry"_s).toByteArray();
    stored.layout.splitter = settings.value(u"window/splitter"_s).toByteArray();
    return stored;
}

Result<void> SettingsStore::save(const StoredSettings &stored, Reason reason)
{
    if (!m_problems.empty()) {
        if (reason == Reason::Automatic) {
            return {};
        }
        const QString copy = m_file + u".broken"_s;
        QFile::remove(copy);
        QFile::copy(m_file, copy);
        QFile::remove(m_file);
        m_problems.clear();
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSettings settings(m_file, QSettings::IniFormat);
    const Preferences &preferences = stored.preferences;
    settings.setValue(u"look/theme"_s, themeModeName(preferences.theme));
    settings.setValue(u"look/language"_s, preferences.language);
    settings.setValue(u"time/range"_s, preferences.time.toString());
    settings.setValue(u"time/refresh"_s, formatDuration(preferences.refresh));
    settings.setValue(u"time/zone"_s, preferences.timeZone);
    settings.setValue(u"time/secondZone"_s, preferences.secondTimeZone);
    settings.setValue(u"wall/rotation"_s, formatDuration(preferences.wallRotation));
    settings.setValue(u"start/reopen"_s, preferences.reopenWorkspace);
    settings.setValue(u"start/workspace"_s, stored.workspace);
    settings.setValue(u"start/page"_s, stored.page);
    settings.setValue(u"window/navigation"_s, stored.layout.navigation);
    settings.setValue(u"window/geometry"_s, stored.layout.geometry);
    settings.setValue(u"window/splitter"_s, stored.layout.splitter);
    settings.sync();
    if (settings.status() == QSettings::NoError) {
        return {};
    }
    Error error;
    error.code = ErrorCode::File;
    error.what = Text::tr("The settings cannot be saved");
    error.where = m_file;
    error.why = Text::tr("the file or its folder cannot be written");
    return error;
}

} // namespace spillway
