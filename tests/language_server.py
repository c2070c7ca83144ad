"""The YAML language server of the editors, run over stdio (言語サーバー)."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any

from tests.helpers import ROOT
from tests.outside import NODE_MODULES

SERVER = NODE_MODULES / "yaml-language-server" / "bin" / "yaml-language-server"
_NO_NETWORK = ROOT / "tests" / "no_network.cjs"

# As the page docs/editor.md says: nothing is asked of the network.
SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    },
    "http": {"proxy": "", "proxyStrictSSL": True},
}


class LanguageServer:
    """
    A running server, and what it says.

    Attributes
    ----------
    asked_for
        What it asked the editor to fetch for it.
    """

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self.asked_for: list[str] = []
        self._program = program
        self._number = 0
        self._version = 0
        self._answers: dict[int, Queue[Any]] = {}
        self._diagnostics: dict[str, Queue[Any]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self, folder: Path) -> None:
        """Say hello as an editor does that shows a folder."""
        uri = folder.as_uri()
        abilities = {
            "textDocument": {
                "completion": {
                    "completionItem": {
                        "snippetSupport": True,
                        "documentationFormat": ["markdown", "plaintext"],
                    }
                },
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "folder"}],
                "capabilities": abilities,
                "initializationOptions": {},
            },
        )
        self._send({"method": "initialized", "params": {}})
        changed = {"settings": SETTINGS}
        self._send({"method": "workspace/didChangeConfiguration", "params": changed})

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a request."""
        self._number += 1
        answer: Queue[Any] = Queue()
        self._answers[self._number] = answer
        self._send({"id": self._number, "method": method, "params": params})
        got = answer.get(timeout=60)
        assert "error" not in got, got
        return got["result"]

    def open(self, path: Path, written: str | None = None) -> list[dict[str, Any]]:
        """Open a file and return what is found wrong with it."""
        content = path.read_text(encoding="utf-8") if written is None else written
        self._diagnostics[path.as_uri()] = Queue()
        self._version += 1
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": self._version,
            "text": content,
        }
        self._send(
            {"method": "textDocument/didOpen", "params": {"textDocument": document}}
        )
        found: list[dict[str, Any]] = self._diagnostics[path.as_uri()].get(timeout=60)
        return found

    def close(self, path: Path) -> None:
        """Close a file, so that it can be opened with another content."""
        named = {"textDocument": {"uri": path.as_uri()}}
        self._send({"method": "textDocument/didClose", "params": named})
        # What was told of the file is taken back.
        assert self._diagnostics[path.as_uri()].get(timeout=60) == []

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what is shown over a place, both counted from 0."""
        answer = self.ask("textDocument/hover", _place(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def complete(self, path: Path, line: int, column: int) -> list[dict[str, Any]]:
        """Return what is offered at a place, both counted from 0."""
        answer = self.ask("textDocument/completion", _place(path, line, column))
        items: list[dict[str, Any]] = answer["items"]
        return items

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._program.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        stream.flush()

    def _listen(self) -> None:
        stream = self._program.stdout
        assert stream is not None
        while line := stream.readline():
            size = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    size = int(value)
                line = stream.readline()
            self._receive(json.loads(stream.read(size)))

    def _receive(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers[message["id"]].put(message)
        elif method == "textDocument/publishDiagnostics":
            given = message["params"]
            if given["uri"] in self._diagnostics:
                self._diagnostics[given["uri"]].put(given["diagnostics"])
        elif "id" in message:
            self._send({"id": message["id"], "result": self._result(message)})

    def _result(self, message: dict[str, Any]) -> Any:
        method, params = message["method"], message.get("params")
        if method == "workspace/configuration":
            assert params is not None
            sections = [each.get("section", "") for each in params["items"]]
            return [SETTINGS.get(section.strip("[]"), {}) for section in sections]
        if method in ("vscode/content", "custom/schema/content"):
            self.asked_for.append(str(params))
        return None


@contextmanager
def language_server(folder: Path) -> Iterator[LanguageServer]:
    """Run the server without a network for a folder; see that it asked for none."""
    command = ["node", "--require", os.fspath(_NO_NETWORK), os.fspath(SERVER)]
    program = subprocess.Popen(
        [*command, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    server = LanguageServer(program)
    try:
        server.start(folder)
        yield server
    finally:
        program.kill()
        _, told = program.communicate()
    assert b"NETWORK" not in told, told.decode()
    assert server.asked_for == []


def _place(path: Path, line: int, column: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": column},
    }
