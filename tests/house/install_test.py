"""`cmake --install` puts one program in place that needs nothing else: no data files, libraries or environment."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path


class Install(unittest.TestCase):
    def test_one_self_contained_program(self):
        with tempfile.TemporaryDirectory() as prefix, tempfile.TemporaryDirectory() as elsewhere:
            subprocess.run(["cmake", "--install", os.environ["NAPKIN_BUILD"], "--prefix", prefix],
                           check=True, capture_output=True)
            installed = [path.relative_to(prefix) for path in Path(prefix).rglob("*") if path.is_file()]
            self.assertEqual(installed, [Path("bin/napkin")])
            run = subprocess.run([f"{prefix}/bin/napkin", "--version"], cwd=elsewhere, env={}, text=True,
                                 capture_output=True)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertRegex(run.stdout, r"^napkin \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
