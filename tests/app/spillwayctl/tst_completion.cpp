// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fits at the end of a command line: the tree of commands, then the shells themselves, and
// kubectl with its plugin.
#include "spillwayctl/command.h"
#include "spillwayctl/completion.h"
#include "support/kubeworld.h"
#include "support/serverprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

using namespace spillway;

namespace {

const QString ctl = u"spillwayctl"_s;

struct Run
{
    int exitCode = -1;
    QString out;
    QString err;
};

Run run(const QString &program, const QStringList &arguments, const QString &folder,
        const QStringList &environment = {})
{
    QProcess process;
    dieWithParent(process);
    QSignalSpy finished(&process, &QProcess::finished);
    process.setWorkingDirectory(folder);
    QStringList all = QProcess::systemEnvironment() + environment;
    all << u"PATH=%1:%2"_s.arg(qEnvironmentVariable("SPILLWAY_BIN_DIR"),
                               qEnvironmentVariable("PATH"));
    process.setEnvironment(all);
    process.start(program == ctl ? qEnvironmentVariable("SPILLWAY_BIN_DIR") + u'/' + ctl : program,
                  arguments);
    if (!process.waitForStarted() || (finished.isEmpty() && !finished.wait(60'000))) {
        return {.err = process.errorString()};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A tree with one of each thing.
struct Tree
{
    Tree()
    {
        CLI::App *const make = app.add_subcommand("make", "Make\nsomething");
        make->add_option("-k,--kind", kind, "Which")->check(CLI::IsMember({"red", "green"}));
        make->add_option("--context", context, "Where");
        make->add_option("-o,--output", output, "Out")->type_name("FILE");
        make->add_option("--again", list, "Again")->expected(1)->take_all();
        make->add_flag("-f,--force", force, "Force");
        make->add_flag("--secret", force)->group("");
        make->add_option("source", source, "In")->type_name("FILE");
        make->add_option("colour", colour, "As")->check(CLI::IsMember({"blue", "black"}));
        app.add_subcommand("hidden", "No")->group("");
        CLI::App *const outer = app.add_subcommand("outer", "Outer");
        outer->add_subcommand("inner", "Inner");
        outer->add_subcommand("other", "Other");
    }

    [[nodiscard]] QString complete(const QString &line) const
    {
        std::vector<std::string> words;
        for (const QString &word : line.split(u' ')) {
            words.push_back(word.toStdString());
        }
        const CompletionValues values = [](const std::string &option) {
            return option == "context" ? std::vector<std::string>{"prod", "test"}
                                       : std::vector<std::string>{};
        };
        const Completion completion = completeWords(app, words, values);
        QStringList texts;
        for (const Completion::Candidate &candidate : completion.candidates) {
            texts << QString::fromStdString(candidate.text);
        }
        return texts.join(u' ') + (completion.files ? u"|files"_s : u""_s);
    }

    CLI::App app{"Test"};
    std::string kind, context, output, source, colour;
    std::vector<std::string> list;
    bool force = false;
};

/// Words as the shell parts them before it asks; bash parts at = and : too.
QStringList wordsOf(const QString &line, bool asBash)
{
    QStringList words{QString{}};
    bool quoted = false;
    bool breaks = false; // the last word is made of = and :
    for (const QChar c : line) {
        const bool isBreak = asBash && !quoted && (c == u'=' || c == u':');
        if (c == u' ' && !quoted) {
            words << QString{};
        } else if (isBreak != breaks && !words.last().isEmpty()) {
            words << QString{c};
        } else {
            words.last() += c;
        }
        quoted = c == u'"' ? !quoted : quoted;
        breaks = isBreak;
    }
    return words;
}

/// The program of each shell that asks its completion: arguments are the line and its words.
const QMap<QString, QByteArray> &scripts()
{
    static const QMap<QString, QByteArray> all{{u"bash"_s, R"(source <(spillwayctl completion bash)
COMP_LINE=$1 COMP_POINT=${#1}
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_spillwayctl
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
)"},
                                               {u"zsh"_s, R"(compdef() { :; }
compset() { current=${current#--*=}; }
_files() { local files=($current*(N)); ((${#files} == 0)) || print -l -- $files; }
_describe() { local each; for each in "${(@P)3}"; do print -r -- ${each%%:*}; done; }
source <(spillwayctl completion zsh)
shift
words=("$@") CURRENT=$# current=${@[-1]}
_spillwayctl
)"},
                                               {u"fish"_s, R"(spillwayctl completion fish | source
complete -C $argv[1] | string replace -r '\t.*' ''; or true
)"}};
    return all;
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"policy one.yaml"_s, "");
        write(u"trace.csv"_s, "");
    }

    void words_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("fits");
        const auto row = [](const char *name, const char *line, const char *fits) {
            QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(fits);
        };
        row("subcommands", "", "make outer");
        row("start of one", "ou", "outer");
        row("no such one", "x", "");
        row("inside one", "outer i", "inner");
        row("behind the innermost", "outer inner ", "--help");
        row("options of the program", "-", "--help");
        row("options", "make --", "--help --kind --context --output --again --force");
        row("start of an option", "make --k", "--kind");
        row("not twice", "make -k red --f --", "--help --context --output --again --force");
        row("but those that may", "make --again x --a", "--again");
        row("choices", "make --kind ", "red green");
        row("choices of the short one", "make -k g", "green");
        row("choices behind =", "make --kind=g", "--kind=green");
        row("all behind =", "make --kind=", "--kind=red --kind=green");
        row("a flag takes nothing", "make --force --k", "--kind");
        row("flag with a value", "make --force=", "");
        row("unknown option with a value", "make --nope=", "");
        row("from outside", "make --context p", "prod");
        row("a file", "make --output ", "|files");
        row("a file behind =", "make --output=x", "|files");
        row("positional file", "make ", "|files");
        row("a second positional", "make in.txt b", "blue black");
        row("too many", "make in.txt blue x ", "");
        row("an unknown command", "nope ", "");
        row("no third", "make in.txt blue ", "--help --kind --context --output --again --force");
        row("behind --", "make -- ", "|files");
        row("options are words there", "make -- --kind --", "");
        row("a value that looks like a command", "outer --nope inner ", "--help");
    }
    void words()
    {
        QFETCH(QString, line);
        QTEST(Tree().complete(line), "fits");
    }

    void everyCommandIsThere()
    {
        CLI::App app;
        CommandLine line;
        addCommands(app, line);
        const Completion top = completeWords(app, {""});
        QCOMPARE(top.candidates.size(),
                 app.get_subcommands([](const CLI::App *) { return true; }).size());
        for (const Completion::Candidate &candidate : top.candidates) {
            QVERIFY2(!candidate.help.empty(), candidate.text.c_str());
            QVERIFY(!completeWords(app, {candidate.text, "--"}).candidates.empty());
        }
    }

    void protocol()
    {
        Completion completion;
        completion.candidates = {{"a", "first"}, {"b", {}}};
        QCOMPARE(completionText(completion), QByteArray("a\tfirst\nb\n:4\n"));
        completion.files = true;
        completion.candidates.clear();
        QCOMPARE(completionText(completion), QByteArray(":0\n"));
    }

    void inAShell_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("fits");
        for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
            if (shell != u"bash" && QStandardPaths::findExecutable(shell).isEmpty()) {
                continue; // bash is everywhere; the others where they are installed
            }
            const auto row = [&](const char *name, const QString &line, const QStringList &fits) {
                QTest::newRow(qPrintable(u"%1, %2"_s.arg(shell, QString::fromLatin1(name))))
                    << shell << line << fits;
            };
            row("command", u"va"_s, {u"validate"_s});
            row("inner command", u"kube who"_s, {u"whoami"_s});
            row("option", u"validate --js"_s, {u"--json"_s});
            row("choice", u"completion f"_s, {u"fish"_s});
            row("file", u"validate tr"_s, {u"trace.csv"_s});
            row("file with a blank", u"validate pol"_s, {u"policy one.yaml"_s});
            row("file of an option", u"import -o tr"_s, {u"trace.csv"_s});
            row("behind words with colons", u"query --prometheus http://h:9090 --js"_s,
                {u"--json"_s});
            row("behind a quoted word", u"query --header \"X: y z\" --js"_s, {u"--json"_s});
            row("nothing", u"nope "_s, {});
        }
    }
    void inAShell()
    {
        QFETCH(QString, shell);
        QFETCH(QString, line);
        QFETCH(QStringList, fits);
        QCOMPARE(askShell(shell, u"spillwayctl "_s + line), fits);
    }

    /// bash takes = as the end of a word and replaces only what is behind it.
    void bashAndEquals()
    {
        QCOMPARE(askShell(u"bash"_s, u"spillwayctl import --output=tr"_s),
                 QStringList{u"trace.csv"_s});
        QCOMPARE(askShell(u"bash"_s, u"spillwayctl optimise --only="_s),
                 (QStringList{u"bounds"_s, u"targets"_s, u"windows"_s}));
        QCOMPARE(askShell(u"bash"_s, u"spillwayctl optimise --only=ta"_s),
                 QStringList{u"targets"_s});
    }

    void contexts()
    {
        write(u"config"_s, "apiVersion: v1\nkind: Config\ncontexts:\n"
                           "- {name: prod-eu, context: {cluster: c, user: u}}\n"
                           "- {name: test, context: {cluster: c, user: u}}\n");
        const Run asked =
            run(ctl, {u"__complete"_s, u"import"_s, u"--context"_s, u"p"_s}, m_folder->path(),
                {u"KUBECONFIG="_s + m_folder->filePath(u"config"_s)});
        QCOMPARE(asked.out, u"prod-eu\n:4\n"_s);
        QCOMPARE(asked.exitCode, 0);
    }

    void printedScripts()
    {
        for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
            const Run printed = run(ctl, {u"completion"_s, shell}, m_folder->path());
            QCOMPARE(printed.exitCode, 0);
            QVERIFY(printed.out.contains(u"__complete"_s));
        }
        QCOMPARE(run(ctl, {u"completion"_s, u"tcsh"_s}, m_folder->path()).exitCode, 2);
        QCOMPARE(run(ctl, {u"completion"_s}, m_folder->path()).exitCode, 2);
    }

    void kubectlRunsThePlugin()
    {
        const QString example = QStringLiteral(SPILLWAY_TEST_DATA "/policy/example.yaml");
        const QString bad = QStringLiteral(SPILLWAY_TEST_DATA "/policy/bad/unknown-key.yaml");
        const QString now = u"--now=2026-11-01T00:00:00Z"_s;
        const Run good = kubectl({u"spillway"_s, u"validate"_s, now, example});
        QVERIFY2(good.exitCode == 0, qPrintable(good.err));
        const Run same = run(ctl, {u"validate"_s, now, example}, m_folder->path());
        QCOMPARE(good.out, same.out);
        QCOMPARE(kubectl({u"spillway"_s, u"validate"_s, now, bad}).exitCode, 1);
        QCOMPARE(kubectl({u"spillway"_s, u"nope"_s}).exitCode, 2);
        const Run help = kubectl({u"spillway"_s, u"import"_s, u"--help"_s});
        QVERIFY2(help.out.contains(u"Usage: kubectl spillway import"_s), qPrintable(help.out));
        const Run listed = kubectl({u"plugin"_s, u"list"_s});
        QVERIFY2(listed.out.contains(u"/kubectl-spillway\n"_s), qPrintable(listed.out));
    }

    void kubectlCompletes()
    {
        const Run version = kubectl({u"version"_s, u"--client"_s, u"-o"_s, u"json"_s});
        const int minor =
            QJsonDocument::fromJson(version.out.toUtf8())["clientVersion"_L1]["minor"_L1]
                .toString()
                .remove(u'+')
                .toInt();
        QVERIFY2(minor > 0, qPrintable(version.out + version.err));
        const Run commands = kubectl({u"__complete"_s, u"spillway"_s, u"va"_s});
        if (minor < 26) { // as in Debian 12: plugins are not asked
            QVERIFY2(commands.err.contains(u"Unable to find a command"_s),
                     qPrintable(commands.err));
            return;
        }
        QVERIFY2(commands.out.startsWith(u"validate\t"_s) && commands.out.contains(u":4\n"_s),
                 qPrintable(commands.out + commands.err));
        const Run files = kubectl({u"__complete"_s, u"spillway"_s, u"validate"_s, u"tr"_s});
        QVERIFY2(files.out.startsWith(u":0"_s), qPrintable(files.out + files.err));
    }

    /// KUBECONFIG and the namespace of its context, as kubectl itself has them.
    void kubectlsEnvironment()
    {
        const KubeWorld world;
        QVERIFY(world.works());
        QVERIFY(world.addHpa(u"chat-api"_s, 2, 6));
        const QStringList environment{u"KUBECONFIG="_s + world.kubeconfig()};
        const Run imported = kubectl({u"spillway"_s, u"import"_s}, environment);
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        QVERIFY2(imported.out.contains(u"namespace: kotaemon\n"_s), qPrintable(imported.out));
        const Run own = kubectl({u"get"_s, u"hpa"_s, u"-o"_s, u"name"_s}, environment);
        QVERIFY2(own.out.contains(u"chat-api"_s), qPrintable(own.err));
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] Run kubectl(const QStringList &arguments,
                              const QStringList &environment = {}) const
    {
        return run(u"kubectl"_s, arguments, m_folder->path(), environment);
    }

    /// What the shell would offer at the end of the line, without a terminal.
    [[nodiscard]] QStringList askShell(const QString &shell, const QString &line) const
    {
        write(u"ask."_s + shell, scripts().value(shell));
        QStringList arguments{shell == u"bash"  ? u"--norc"_s
                              : shell == u"zsh" ? u"-f"_s
                                                : u"--no-config"_s,
                              u"ask."_s + shell, line};
        if (shell != u"fish") {
            arguments += wordsOf(line, shell == u"bash");
        }
        const Run asked = run(shell, arguments, m_folder->path());
        if (asked.exitCode != 0 || !asked.err.isEmpty()) {
            return {u"failed: "_s + asked.err};
        }
        QStringList fits = asked.out.split(u'\n', Qt::SkipEmptyParts);
        fits.removeAll(u"ask."_s + shell);
        fits.sort();
        return fits;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
