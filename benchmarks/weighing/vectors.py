"""Makes `auditor/text/pieces.txt` and `pieces.bin`: what pieces of words mean, as vectors of small whole numbers.

    python benchmarks/weighing/vectors.py

The vectors are those of WordLlama (MIT licence; `pip install wordllama`, which is no dependency of the project): 256
numbers for each of 32,000 pieces of words in many languages, trained so that texts about one thing have a small angle
between them. Kept are pieces of small letters that English writes, the language of which it was measured what they are
worth, and of the numbers the 64 directions in which pieces differ most (42% of what all 256 tell), as one byte each: of
the remarks that the angle helps to find with all 256, with 64 as many are found, and with 32 a tenth fewer.
"""

import json
from pathlib import Path

import numpy as np
import wordllama
from safetensors.numpy import load_file

SIZE = 64
TEXT = Path(__file__).parents[2] / "auditor" / "text"
_LARGEST = 127


def main() -> None:
    home = Path(wordllama.__file__).parent
    told = json.loads((home / "tokenizers/l2_supercat_tokenizer_config.json").read_text("utf-8"))["model"]["vocab"]
    vectors = load_file(home / "weights/l2_supercat_256.safetensors")["embedding.weight"].astype(np.float64)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    turned = vectors @ directions[:SIZE].T
    small = np.rint(turned * (_LARGEST / np.abs(turned).max())).astype(np.int8)
    chosen = sorted(piece for piece in told if _is_wanted(piece))
    (TEXT / "pieces.txt").write_text("".join(f"{piece}\n" for piece in chosen), "utf-8", newline="\n")
    (TEXT / "pieces.bin").write_bytes(small[[told[piece] for piece in chosen]].tobytes())
    print(f"{len(chosen)} pieces")


def _is_wanted(piece: str) -> bool:
    letters = piece.removeprefix("▁")
    return letters.isascii() and letters.isalpha() and letters == letters.lower()


if __name__ == "__main__":
    main()
