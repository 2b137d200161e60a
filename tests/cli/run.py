#!/usr/bin/env python3
"""Runs the transcripts in tests/cli/transcripts against the program.

usage: run.py --napkin PATH [--bless] [--memory-limit MB] [NAME…]

A transcript is a file named after what it expects. Its lines:

    # …            says why; kept
    @ …            prepares the folder in which the commands run (see PREPARATIONS)
    $ command      run by sh in a copy of tests/cli/bank, with napkin on the PATH and this folder as $TESTS
    > line         of standard output, in order
    >| text        the same without a line break at its end
    ! line         of standard error
    = 2            the exit status; left out where it is 0

Every command's output must match exactly, after the folder and the version have been replaced by <dir> and
<version>. --bless rewrites the expectations from what the program does now: read the diff before you keep it.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 60


def question_with(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def repeat(folder, source, count):
    text = (folder / source).read_bytes()
    stem = pathlib.Path(source).stem
    track = stem.split('-')[0]
    for number in range(5000, 5000 + int(count)):
        name = f'{track}-{number}'
        question_with(folder, f'many/{track}/memory/{name}.yaml', text.replace(stem.encode(), name.encode()))


def alias_bomb(folder, name):
    lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]']
    lines += [f'a{n}: &a{n} [' + ', '.join([f'*a{n - 1}'] * 9) + ']' for n in range(1, 40)]
    question_with(folder, name, '\n'.join(lines).encode())


def unreadable(folder, name):
    if os.geteuid() == 0:
        raise CannotPlay('root may read every file')
    (folder / name).chmod(0)


class CannotPlay(Exception):
    """The machine does not allow the preparation."""


def needs(folder, program):
    if shutil.which(program) is None:
        raise CannotPlay(f'{program} is not installed')


def transform(change):
    return lambda folder, source, name: question_with(folder, name, change((folder / source).read_bytes()))


# What a line "@ name arguments…" does.
PREPARATIONS = {
    'fifo': lambda folder, name: os.mkfifo(folder / name),
    'link': lambda folder, target, name: os.symlink(target, folder / name),
    'folder': lambda folder, name: (folder / name).mkdir(parents=True),
    'empty': lambda folder, name: question_with(folder, name, b''),
    'needs': needs,
    'unreadable': unreadable,
    'repeat': repeat,
    'copy': transform(lambda text: text),
    'crlf': transform(lambda text: text.replace(b'\n', b'\r\n')),
    'bom': transform(lambda text: b'\xef\xbb\xbf' + text),
    'utf16': transform(lambda text: text.decode().encode('utf-16')),
    'nul': transform(lambda text: text + b'\0'),
    'invalid-utf8': transform(lambda text: text.replace(b'title: ', b'title: \xff\xfe ')),
    'tab': transform(lambda text: text.replace(b'\n  napkin_math', b'\n\tnapkin_math')),
    'deep': lambda folder, name: question_with(folder, name, b'[' * 1_000_000),
    'deep-block': lambda folder, name: question_with(folder, name, b'- ' * 1_000_000),
    'long-line': lambda folder, name: question_with(folder, name, b'title: ' + b'x' * 50_000_000 + b'\n'),
    'too-large': lambda folder, name: os.truncate(os.open(folder / name, os.O_CREAT | os.O_WRONLY), 70_000_000),
    'alias-bomb': alias_bomb,
    'awkward-name': lambda folder, source: shutil.copy(folder / source, os.fsencode(folder) + b'/od\xffd\n\x1b[31m.yaml'),
}


class Transcript:
    def __init__(self, path):
        self.path = path
        self.head, self.commands = [], []  # commands: [line, expected lines]
        for line in path.read_text(encoding='utf-8').split('\n')[:-1]:
            if line.startswith('$ '):
                self.commands.append((line, []))
            elif self.commands and line[:1] in '>!=' and line:
                self.commands[-1][1].append(line)
            elif self.commands:
                # a remark or a blank line between commands belongs to what follows
                self.commands.append((line, []))
            else:
                self.head.append(line)

    def prepare(self, folder):
        for line in self.head:
            if line.startswith('@ '):
                name, *arguments = line[2:].split()
                PREPARATIONS[name](folder, *arguments)

    def play(self, napkin, memory):
        """The transcript as it happens now; None and a reason where it cannot be played here."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name).resolve() / 'run'
            shutil.copytree(HERE / 'bank', folder)
            try:
                self.prepare(folder)
            except CannotPlay as reason:
                return None, str(reason)
            lines = list(self.head)
            for line, _ in self.commands:
                lines.append(line)
                if line.startswith('$ '):
                    lines += run(line[2:], folder, napkin, memory)
            for path in folder.rglob('*'):  # so that what was made unreadable can be removed
                if not path.is_symlink() and path.is_file():
                    path.chmod(0o600)
            return lines, None

    def expected(self):
        lines = list(self.head)
        for line, expectations in self.commands:
            lines.append(line)
            lines += expectations
        return lines


def run(command, folder, napkin, memory):
    environment = {'PATH': f'{napkin.parent}:/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', 'TESTS': str(HERE)}

    def limit():
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))

    try:
        done = subprocess.run(['/bin/sh', '-c', command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=SECONDS, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return [f'= no end after {SECONDS} s']
    lines = prefixed('>', done.stdout, folder, napkin) + prefixed('!', done.stderr, folder, napkin)
    return lines + ([f'= {done.returncode}'] if done.returncode else [])


def version(napkin):
    return subprocess.run([napkin, '--version'], capture_output=True, text=True).stdout.split()[-1]


def prefixed(mark, output, folder, napkin):
    text = output.decode('utf-8', 'backslashreplace').replace(str(folder), '<dir>')
    if '--version' in text or text.startswith('napkin '):
        text = text.replace(version(napkin), '<version>')
    text = text.replace('\x1b', '<ESC>').replace('\r', '<CR>')
    *lines, rest = text.split('\n')
    return [f'{mark} {line}'.rstrip(' ') if not line else f'{mark} {line}' for line in lines] + \
        ([f'{mark}| {rest}'] if rest else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--napkin', required=True, type=pathlib.Path)
    parser.add_argument('--bless', action='store_true', help='rewrite the expectations')
    parser.add_argument('--memory-limit', type=int, default=0, metavar='MB', help='address space of each command')
    parser.add_argument('names', nargs='*', help='transcripts whose names contain one of these (default: all)')
    arguments = parser.parse_args()
    napkin = arguments.napkin.resolve()

    paths = sorted(path for path in (HERE / 'transcripts').glob('*.clitest')
                   if not arguments.names or any(name in path.stem for name in arguments.names))
    if not paths:
        sys.exit('no transcript of that name')
    failed = 0
    transcripts = [Transcript(path) for path in paths]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        plays = pool.map(lambda transcript: transcript.play(napkin, arguments.memory_limit), transcripts)
        for transcript, (lines, skipped) in zip(transcripts, plays):
            name = transcript.path.name
            if skipped:
                print(f'skipped {name}: {skipped}')
            elif lines == transcript.expected():
                continue
            elif arguments.bless:
                transcript.path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
                print(f'blessed {name}')
            else:
                failed += 1
                print(f'FAILED {name}')
                print('\n'.join(difflib.unified_diff(transcript.expected(), lines, 'expected', 'actual', lineterm='')))
    print(f'{len(paths) - failed} of {len(paths)} transcripts as expected')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
