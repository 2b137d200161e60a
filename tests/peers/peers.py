"""The virtual environment with the programs that napkin is compared with."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def peers_folder():
    """The folder of its programs; ends the test as scripts/peers ends where there is none."""
    peers = subprocess.run([ROOT / "scripts/peers"], text=True, stdout=subprocess.PIPE)
    if peers.returncode != 0:
        sys.exit(peers.returncode)
    return Path(peers.stdout.strip())
