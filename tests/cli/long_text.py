"""Puts a text many times over in the place of a question's napkin_math: long_text.py TEXT TIMES < QUESTION."""
import re
import sys

text, times = sys.argv[1], int(sys.argv[2])
print(re.sub(r'  napkin_math: \|\n(    .*\n|\n)*', f'  napkin_math: "{text * times}"\n', sys.stdin.read()), end='')
