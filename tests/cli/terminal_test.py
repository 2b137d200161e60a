#!/usr/bin/env python3
"""What napkin does on a terminal: colours, the progress bar, a terminal that is closed. Run by ctest with NAPKIN_BINARY."""
import fcntl
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time
import unittest

NAPKIN = os.environ['NAPKIN_BINARY']
BANK = pathlib.Path(__file__).resolve().parent / 'bank'


def on_terminal(arguments, folder, pause=None, environment=None, columns=80):
    """Runs napkin with all its streams on a terminal. `pause` stops it for so many seconds soon after its start.
    Gives what the terminal was sent."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    process = subprocess.Popen([NAPKIN, *arguments], cwd=folder, stdin=slave, stdout=slave, stderr=slave,
                               env={'TERM': 'xterm', 'LC_ALL': 'C.UTF-8', **(environment or {})})
    os.close(slave)
    if pause:
        time.sleep(0.05)
        process.send_signal(signal.SIGSTOP)
        time.sleep(pause)
        process.send_signal(signal.SIGCONT)
    sent = b''
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        sent += piece
    os.close(master)
    return sent.decode(), process.wait()


class Terminal(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name) / 'bank'
        shutil.copytree(BANK, self.folder)

    def many(self, count):
        text = (BANK / 'clean/cloud/memory/cloud-0001.yaml').read_text()
        (self.folder / 'many').mkdir()
        for number in range(count):
            (self.folder / f'many/cloud-{number}.yaml').write_text(text.replace('cloud-0001', f'cloud-{number}'))

    def test_colours_by_default(self):
        sent, status = on_terminal(['check', 'wrong'], self.folder)
        self.assertIn('\x1b[', sent)
        self.assertEqual(status, 1)

    def test_no_colours_where_they_are_not_wanted(self):
        for environment in ({'NO_COLOR': '1'}, {'TERM': 'dumb'}):
            self.assertNotIn('\x1b[', on_terminal(['check', 'wrong'], self.folder, environment=environment)[0])
        self.assertNotIn('\x1b[', on_terminal(['check', '--color=never', 'wrong'], self.folder)[0])
        self.assertIn('\x1b[', on_terminal(['check', '--color=always', 'wrong'], self.folder,
                                           environment={'NO_COLOR': '1'})[0])

    def test_an_empty_no_color_says_nothing(self):
        self.assertIn('\x1b[', on_terminal(['check', 'wrong'], self.folder, environment={'NO_COLOR': ''})[0])

    def test_source_lines_fit_the_terminal(self):
        sent, _ = on_terminal(['check', '--color=never', 'wrong'], self.folder, columns=60)
        excerpts = [line for line in sent.splitlines() if ' | ' in line]
        self.assertTrue(excerpts)
        self.assertLessEqual(max(map(len, excerpts)), 60)

    def test_no_progress_in_a_short_run(self):
        self.assertNotIn('checking', on_terminal(['check', 'clean'], self.folder)[0])

    def test_progress_after_a_second_and_gone_at_the_end(self):
        self.many(3000)
        sent, _ = on_terminal(['check', '--jobs=1', '--select=S', 'many'], self.folder, pause=1.2)
        self.assertRegex(sent, r'checking [\d,]+ of 3,000 files \[#* *\] +\d+ %')
        *_, last_bar, end = sent.split('checking ')[-1].partition('\r\x1b[K')
        self.assertEqual(last_bar, '\r\x1b[K')
        self.assertIn('3,000 files', end)

    def test_no_progress_on_a_dumb_terminal(self):
        self.many(3000)
        sent, _ = on_terminal(['check', '--jobs=1', '--select=S', 'many'], self.folder, pause=1.2,
                              environment={'TERM': 'dumb'})
        self.assertNotIn('checking', sent)

    def test_interruption_ends_the_run(self):
        process = subprocess.Popen([NAPKIN, 'check', '-'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        process.communicate()
        self.assertEqual(process.returncode, -signal.SIGINT)


if __name__ == '__main__':
    unittest.main()
