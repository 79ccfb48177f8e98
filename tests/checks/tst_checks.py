#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks themselves can fail: each is shown a tree with one offence, and one without."""

import collections
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import changed  # noqa: E402
import checklist  # noqa: E402
import coverage  # noqa: E402
import docs  # noqa: E402
import heads  # noqa: E402
import layers  # noqa: E402
import names  # noqa: E402
import sizes  # noqa: E402


class Tree:
    def __init__(self, **files):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_h", ".h").replace("_cpp", ".cpp")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


class Layers(unittest.TestCase):
    def test_upward_include_is_found(self):
        tree = Tree(models__core__a_h='#include "net/b.h"\n')
        self.assertIn("core must not include net", "".join(layers.offences(tree.root)))

    def test_widget_header_in_models_is_found(self):
        tree = Tree(models__core__a_h="#include <QWidget>\n")
        self.assertEqual(len(list(layers.offences(tree.root))), 1)

    def test_unknown_folder_is_found(self):
        tree = Tree(models__misc__a_h="\n")
        self.assertIn("not in the table", "".join(layers.offences(tree.root)))

    def test_downward_include_is_fine(self):
        tree = Tree(models__net__a_h='#include "core/b.h"\n#include <QObject>\n')
        self.assertEqual(list(layers.offences(tree.root)), [])


class Checklist(unittest.TestCase):
    def test_a_test_that_is_not_there_is_found(self):
        tree = Tree(tests__tst_a_cpp="class A { void works(); };\n")
        known = checklist.functions(tree.root)
        self.assertEqual(list(checklist.problems("`tst_a` works", known)), [])
        self.assertEqual(list(checklist.problems("`models/tst_a` works, fails; `tst_b` works", known)),
                         ["tst_a has no fails", "there is no test tst_b"])

    def test_a_row_that_is_not_there_is_found(self):
        tree = Tree(tests__tst_a_cpp="void works();\n")
        (tree.root / "models/kube").mkdir(parents=True)
        (tree.root / "models/kube/README.md").write_text("| K1, K2 | all | here | `tst_a` works |\n", encoding="utf-8")
        found = "\n".join(checklist.offences(tree.root))
        self.assertIn("the row K3 is missing", found)
        self.assertNotIn("the row K2 is missing", found)


class Sizes(unittest.TestCase):
    def test_long_file_and_function_are_found(self):
        body = "int f()\n{\n" + "    g();\n" * 70 + "}\n"
        long = body + "\n" * 600
        short = "int g();\n" * 400
        for place, tree in (("models/core/a.cpp", Tree(models__core__a_cpp=long, tests__t_cpp=short)),
                            ("tests/t.cpp", Tree(models__core__a_cpp=short, tests__t_cpp=long))):
            text = "\n".join(sizes.offences(tree.root))
            self.assertIn(f"{place}: 673 lines, at most 600", text)
            self.assertIn(f"{place}:1: f has 73 lines, at most 60", text)

    def test_most_of_the_product_is_shorter_than_a_test_may_be(self):
        body = "int f()\n{\n" + "    g();\n" * 40 + "}\n" + "\n" * 400
        product = Tree(models__core__a_cpp=body, tests__t_cpp="\n" * 300)
        text = "\n".join(sizes.offences(product.root))
        self.assertIn("95 % of the .cpp files should have at most 400", text)
        self.assertIn("95 % of the functions should have at most 30", text)
        tests = Tree(models__core__a_cpp="\n" * 300, tests__t_cpp=body)
        self.assertEqual(list(sizes.offences(tests.root)), [])

    def test_too_few_tests_are_found(self):
        tree = Tree(models__core__a_cpp="\n" * 100)
        self.assertIn("lines of tests", "\n".join(sizes.offences(tree.root)))

    def test_a_table_is_not_a_function(self):
        tree = Tree(models__core__a_cpp="constexpr std::array rows =\n{\n" + "  {1},\n" * 100 + "};\n", tests__t_cpp="\n" * 200)
        self.assertEqual(list(sizes.offences(tree.root)), [])


class Heads(unittest.TestCase):
    GOOD = "// SPDX-FileCopyrightText: The Spillway developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"

    def check(self, text):
        tree = Tree(a_h=text)
        return "\n".join(heads.offences(tree.root, [pathlib.Path("a.h")]))

    def test_good_head(self):
        self.assertEqual(self.check(self.GOOD), "")

    def test_each_offence_is_found(self):
        self.assertIn("SPDX", self.check("#pragma once\n"))
        self.assertIn("pragma", self.check(self.GOOD.replace("#pragma once\n", "")))
        for bad in ("// TO" + "DO later", "QTest::q" + "Wait(5);", "QS" + "KIP(\"x\");", "label.setTextFormat(Qt::Rich" + "Text);"):
            self.assertIn("a.h:4", self.check(self.GOOD + bad), bad)


class Names(unittest.TestCase):
    def test_two_types_of_one_name_are_found(self):
        tree = Tree(models__core__a_h="namespace one {\nstruct Same {\n};\n}\n",
                    models__core__b_h="namespace one {\nclass Same final : public Other {\n};\n}\n")
        self.assertEqual(["one::Same is defined in models/core/a.h and in models/core/b.h"], list(names.offences(tree.root)))

    def test_other_places_are_other_names(self):
        tree = Tree(models__core__a_h="namespace one {\nstruct Same { int a; };\nclass A { struct Part {}; };\n}\n",
                    models__core__b_h="namespace two {\nstruct Same {};\nclass B { struct Part {}; };\n}\n"
                                      "namespace one {\nclass Same;\nclass A::Private {\n};\n// struct Same {\n}\n")
        self.assertEqual([], list(names.offences(tree.root)))


class Changed(unittest.TestCase):
    """Which files lint.sh looks at, in repositories of three commits."""

    def setUp(self):
        self.tree = Tree(models__core__a_h='#include "core/b.h"\n', models__core__a_cpp='#include "core/a.h"\n',
                         models__core__b_h="\n", models__core__alone_h="\n", tests__t_cpp="\n")
        self.root = self.tree.root
        self.run_git("init", "-q", "-b", "main")
        self.commit()

    def run_git(self, *arguments, root=None):
        settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *settings, *arguments], cwd=root or self.root, check=True, capture_output=True)

    def commit(self, **files):
        for name, text in files.items():
            (self.root / "models/core" / name.replace("_h", ".h").replace("_cpp", ".cpp")).write_text(text, encoding="utf-8")
        self.run_git("add", "-A")
        self.run_git("commit", "-q", "--allow-empty", "-m", "one")

    def shallow(self, depth):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.run_git("clone", "-q", f"--depth={depth}", f"file://{self.root}", folder.name)
        return pathlib.Path(folder.name)

    def names(self, root, named=None):
        return changed.changed(root, changed.base(root, named))

    def test_first_commit_is_all_new(self):
        self.assertEqual(len(self.names(self.root)), 5)

    def test_the_last_commit_and_what_is_not_committed(self):
        self.commit(b_h="// 1\n")
        self.commit(c_cpp="// 2\n")
        (self.root / "models/core/d.cpp").write_text("// 3\n", encoding="utf-8")
        (self.root / "models/core/a.h").write_text("// 4\n", encoding="utf-8")
        self.assertEqual(self.names(self.root), ["models/core/a.h", "models/core/c.cpp", "models/core/d.cpp"])

    def test_what_is_gone_is_no_file(self):
        (self.root / "models/core/a.cpp").unlink()
        self.assertEqual(self.names(self.root, "HEAD"), [])

    def test_what_others_did_since_is_not_ours(self):
        self.run_git("checkout", "-q", "-b", "ours")
        self.commit(c_cpp="// 1\n")
        self.run_git("checkout", "-q", "main")
        self.commit(a_cpp="// theirs\n")
        self.run_git("checkout", "-q", "ours")
        self.assertEqual(self.names(self.root, "main"), ["models/core/c.cpp"])

    def test_shallow_clones(self):
        self.commit(b_h="// 1\n")
        self.commit(c_cpp="// 2\n")
        self.assertEqual(self.names(self.shallow(2)), ["models/core/c.cpp"])
        self.assertEqual(len(self.names(self.shallow(1))), 6)  # nothing to compare with: all

    def test_a_base_that_is_not_there_is_an_error(self):
        self.commit(b_h="// 1\n")
        with self.assertRaises(changed.NoBase):
            self.names(self.shallow(1), "HEAD~1")

    def test_headers_are_read_through_a_source(self):
        self.assertEqual(changed.sources(self.root, ["models/core/a.h"]), ["models/core/a.cpp"])
        self.assertEqual(changed.sources(self.root, ["models/core/b.h", "tests/t.cpp"]), ["models/core/a.cpp"])
        self.assertEqual(changed.sources(self.root, ["models/core/alone.h"]), ["models/core/alone.h"])

    def test_input_of_lupdate_is_not_read_by_compilers(self):
        self.assertEqual(changed.sources(self.root, ["models/dashboards/shippedstrings.h"]), [])


class Coverage(unittest.TestCase):
    def test_counts_of_several_programs_are_added(self):
        root = pathlib.Path("/src")
        found = collections.defaultdict(lambda: collections.defaultdict(int))
        for counts in ((0, 1, 0), (0, 0, 2)):
            lines = [{"line_number": number, "count": count} for number, count in enumerate(counts)]
            report = {"files": [{"file": "/src/models/core/a.cpp", "lines": lines}, {"file": "/usr/include/x.h", "lines": lines},
                                {"file": "moc_a.cpp", "lines": lines}, {"file": "/src/tests/t.cpp", "lines": lines}]}
            coverage.add(found, report, root / "build", root)
        text = "\n".join(coverage.summary(found, 1))
        self.assertEqual(list(found), [pathlib.Path("models/core/a.cpp")])
        self.assertEqual(text.count("2 of       3   66.7 %"), 3)


class Docs(unittest.TestCase):
    SOURCE = """
        add("quota-unknown"_L1, Severity::Info, path, Text::tr("two words"));
        list.add("cost"_L1, Severity::Info, {});
        findings.push_back({u"unresolved"_s, {}});
        """

    def offences(self, rows, heading="A policy"):
        tree = Tree(models__policy__policyfindings_cpp=self.SOURCE)
        (tree.root / "docs").mkdir()
        (tree.root / "docs/findings.md").write_text(f"# F\n\n## {heading}\n\n{rows}", encoding="utf-8")
        return list(docs.finding_offences(tree.root))

    def test_each_id_is_explained(self):
        rows = "".join(f"| `{name}` | note | it is so | nothing |\n" for name in ("quota-unknown", "cost", "unresolved"))
        self.assertEqual(self.offences(rows), [])
        self.assertEqual(len(self.offences(rows, "A plan")), 6)
        self.assertIn("quota-unknown is not explained", self.offences(rows.replace("quota-unknown", "x"))[0])
        self.assertIn("no source gives the id x", self.offences(rows.replace("quota-unknown", "x"))[1])

    def test_an_empty_cell_explains_nothing(self):
        rows = "".join(f"| `{name}` | note | | nothing |\n" for name in ("quota-unknown", "cost", "unresolved"))
        self.assertEqual(len(self.offences(rows)), 3)

    HELP = """Do it
Usage: prog do [OPTIONS] file

Positionals:
  file FILE REQUIRED          What to read

Options:
  -h,--help                   Print this help message and exit
  -n,--namespace NAME=default Where
  --json Excludes: --markdown JSON on one line
  --mode TEXT:{a,b} Excludes: --json
                              How | why
  --share SHARE:FLOAT in [0 - 1]
                              Part

Ends well.
"""

    def test_options_are_read_from_the_help(self):
        rows = [docs.cells(signature, words) for _, signature, words in docs.entries(self.HELP)]
        self.assertEqual(rows[0], "| `file FILE` | What to read. Mandatory. |")
        self.assertEqual(rows[2], "| `-n, --namespace NAME` | Where. Usually `default`. |")
        self.assertEqual(rows[3], "| `--json` | JSON on one line. Not with --markdown. |")
        self.assertEqual(rows[5], "| `--share SHARE` | Part. From 0 to 1. |")
        self.assertEqual(rows[4], "| `--mode {a,b}` | How \\| why. Not with --json. |")

    def test_tables_follow_the_program_and_prose_stays(self):
        known = [("p", "What it is", ["| `--a` | A. |"]), ("p do", "Do it", [])]
        made = docs.rendered("# Commands\n\n## `p`\n\nProse.\n\n| option | |\n|---|---|\n| `--b` | B. |\n", known)
        self.assertEqual(
            made,
            "# Commands\n\n## `p`\n\nProse.\n\n| option | |\n|---|---|\n| `--a` | A. |\n\n## `p do`\n\nDo it.\n",
        )
        self.assertEqual(docs.rendered(made, known), made)

    def test_a_program_that_differs_is_found(self):
        tree = Tree(program="#!/bin/sh\nprintf 'It\\n\\nOptions:\\n  --new                       New\\n'\n")
        (tree.root / "program").chmod(0o755)
        (tree.root / "docs").mkdir()
        page = tree.root / "docs/commands.md"
        page.write_text("# C\n\n## `spillwayctl`\n\nIt.\n\n| option | |\n|---|---|\n| `--old` | Old. |\n", encoding="utf-8")
        found = "\n".join(docs.command_offences(tree.root, tree.root / "program"))
        self.assertIn("missing: | `--new` | New. |", found)
        self.assertIn("has no longer: | `--old` | Old. |", found)
        list(docs.command_offences(tree.root, tree.root / "program", write=True))
        self.assertEqual(list(docs.command_offences(tree.root, tree.root / "program")), [])


if __name__ == "__main__":
    unittest.main()
