"""The commit hook with the real pre-commit: a wrong sum is refused with the finding shown, a clean commit passes."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

QUESTION = """\
schema_version: '1.0'
id: cloud-0001
track: cloud
level: L3
zone: analyze
topic: roofline-analysis
competency_area: compute
bloom_level: analyze
phase: inference
title: Bytes that one copy moves
scenario: A copy engine reads a block of 18 GB and writes it to another place on the same device.
question: How long does the copy take at 9 GB/s?
details:
  realistic_solution: The engine moves the block in two seconds.
  common_mistake: |
    **The Pitfall:** Counting the block twice.
    **The Rationale:** The engine reads and writes at the same time.
    **The Consequence:** A budget twice as large as needed.
  napkin_math: |
    **Assumptions:** The engine moves 9 GB/s.
    **Calculations:** 18 GB / 9 GB/s = {stated}
    **Conclusion:** The copy is over before the next one starts.
status: draft
provenance: human
"""


class CommitHook(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.scratch = Path(folder.name)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PATH": f"{PEERS}:{os.environ['PATH']}",
            "HOME": str(self.scratch),
            "PRE_COMMIT_HOME": str(self.scratch / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"GIT_{who}_{what}": "tester" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        self.questions = self.scratch / "questions"
        self.make_hook_repository()
        self.make_question_repository()

    def run_in(self, folder, *command):
        return subprocess.run(command, cwd=folder, env=self.environment, text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)

    def succeed_in(self, folder, *command):
        run = self.run_in(folder, *command)
        self.assertEqual(run.returncode, 0, run.stdout)
        return run.stdout

    def make_hook_repository(self):
        """This checkout as it stands, not as it was last committed; without what only a build needs."""
        self.hooks = self.scratch / "napkin"
        shutil.copytree(ROOT / "scripts", self.hooks / "scripts")
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", self.hooks)
        self.succeed_in(self.hooks, "git", "init", "-q", "-b", "main")
        self.succeed_in(self.hooks, "git", "add", ".")
        self.succeed_in(self.hooks, "git", "commit", "-q", "-m", "hooks")

    def make_question_repository(self):
        revision = self.succeed_in(self.hooks, "git", "rev-parse", "HEAD").strip()
        self.questions.mkdir()
        self.succeed_in(self.questions, "git", "init", "-q", "-b", "main")
        (self.questions / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {self.hooks}\n  rev: {revision}\n  hooks:\n  - id: napkin-check\n    files: ^cloud/\n")
        # Neither a question nor in its folder: the hook leaves it alone.
        (self.questions / "notes.yaml").write_text("remember: the milk\n")
        self.succeed_in(self.questions, "pre-commit", "install")

    def commit(self, stated):
        path = self.questions / "cloud" / "compute" / "cloud-0001.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(QUESTION.format(stated=stated))
        self.succeed_in(self.questions, "git", "add", ".")
        return self.run_in(self.questions, "git", "commit", "-m", "a question")

    def test_clean_commit_passes(self):
        run = self.commit("2 s")
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertIn("Passed", run.stdout)

    def test_wrong_sum_is_refused_with_the_finding(self):
        run = self.commit("20 s")
        self.assertNotEqual(run.returncode, 0, run.stdout)
        line = QUESTION[:QUESTION.index("18 GB / 9")].count("\n") + 1
        self.assertRegex(run.stdout, rf"cloud/compute/cloud-0001\.yaml:{line}:\d+")
        self.assertIn("A201", run.stdout)
        self.assertIn("18 GB / 9 GB/s = 20 s", run.stdout)
        head = self.run_in(self.questions, "git", "rev-parse", "--verify", "-q", "HEAD")
        self.assertNotEqual(head.returncode, 0, "the commit was made all the same")


if __name__ == "__main__":
    peers = subprocess.run([ROOT / "scripts/peers"], text=True, stdout=subprocess.PIPE)
    if peers.returncode != 0:
        sys.exit(peers.returncode)
    PEERS = peers.stdout.strip()
    unittest.main()
