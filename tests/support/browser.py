# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium that pages are clicked in, driven through a pipe by its debugging protocol."""

import json
import os
import select
import shutil
import subprocess
import time

TIMEOUT = 120  # seconds; the machine may have much else to do


def find_browser():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Browser:
    """One page of a browser whose profile is in a folder of its own, and which never asks the network."""

    def __init__(self, folder, width=1200, height=800):
        to_browser, self._input = os.pipe()
        self._output, from_browser = os.pipe()
        self._number, self._pending = 0, b""

        def take_pipes():
            # The protocol is spoken on the descriptors 3 and 4; those that are there may be the same.
            read_end, write_end = os.dup(to_browser), os.dup(from_browser)
            os.dup2(os.dup(read_end), 3)
            os.dup2(os.dup(write_end), 4)

        self._process = subprocess.Popen(
            [find_browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
             f"--window-size={width},{height}", f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=take_pipes, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": folder})
        os.close(to_browser)
        os.close(from_browser)
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def _read(self, deadline):
        while b"\0" not in self._pending:
            if not select.select([self._output], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            part = os.read(self._output, 65536)
            if not part:
                raise EOFError("the browser has ended")
            self._pending += part
        message, _, self._pending = self._pending.partition(b"\0")
        return json.loads(message)

    def _call(self, method, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._input, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + TIMEOUT
        while True:
            answer = self._read(deadline)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(answer["error"]["message"])
                return answer["result"]

    def evaluate(self, expression):
        return self._call("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def open(self, uri):
        self._call("Page.navigate", url=uri)
        deadline = time.monotonic() + TIMEOUT
        while self.evaluate("document.readyState") != "complete" or self.evaluate("location.href") == "about:blank":
            if time.monotonic() > deadline:
                raise TimeoutError("the page does not load")
            time.sleep(0.1)

    def click(self, selector):
        """Clicks the middle of an element with the mouse, as a person would who first scrolls to it."""
        x, y = self.evaluate(f"""(() => {{
            const element = document.querySelector({json.dumps(selector)});
            element.scrollIntoView({{block: 'center', inline: 'center'}});
            const box = element.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def close(self):
        os.close(self._input)
        os.close(self._output)
        self._process.terminate()
        self._process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
