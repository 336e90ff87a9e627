"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def replace(file: Path, content: bytes) -> None:
    """Put content in the place of a file in one step: who reads sees the old one or the new one.

    The permissions of a file that is there are kept.

    Raises:
        OSError: If the file cannot be written; whatever stood there stands there still.
    """
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            temporary.chmod(file.stat().st_mode)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
