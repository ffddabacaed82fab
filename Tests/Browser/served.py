"""A course that is served to a browser, for the tests of this folder."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.common.by import By

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / ".build/debug/course"


class Course:
    """A copy of the course in a folder of its own, so that tests may write."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="course-"))
        for name in ["Lessons", "Solutions", "Data", "Sources"]:
            shutil.copytree(REPOSITORY / name, self.root / name)
        self.server = None

    def serve(self, port=0, environment=None):
        """Starts the server; returns the address with its token."""
        port = port or 8600 + os.getpid() % 300
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port)], cwd=self.root,
            env={**os.environ, **(environment or {})}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.server.stdout.readline()
        self.address = re.search(r"http://\S+", line).group()
        self.base, self.token = self.address.split("/?token=")
        self.port = int(self.base.rsplit(":", 1)[1])
        return self.address

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(10)
            self.server.stdout.close()
            self.server.stderr.close()
            self.server = None

    def remove(self):
        self.stop()
        shutil.rmtree(self.root)

    def exercise(self, directory):
        return self.root / "Lessons" / directory / "Exercise.swift"

    def solve(self, directory, without=None):
        """Saves the model answer; some text of it may be exchanged."""
        text = (self.root / "Solutions" / directory / "Exercise.swift").read_text()
        for old, new in (without or {}).items():
            assert old in text, old
            text = text.replace(old, new)
        self.exercise(directory).write_text(text)

    def run(self, *words):
        return subprocess.run(
            [PROGRAM, *words], cwd=self.root, text=True, capture_output=True)


@contextlib.contextmanager
def browser(width=1440, height=1000, script=True):
    options = webdriver.ChromeOptions()
    for word in ["--headless=new", "--no-sandbox", "--disable-gpu",
                 f"--window-size={width},{height}"]:
        options.add_argument(word)
    if not script:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1,
        "mobile": False})
    dark(driver, False)
    try:
        yield driver
    finally:
        driver.quit()


def dark(driver, is_dark):
    """Sets the color scheme; nothing moves by itself."""
    value = "dark" if is_dark else "light"
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": value},
        {"name": "prefers-reduced-motion", "value": "reduce"}]})


def wait(seconds, condition, what):
    """Waits until a condition holds; returns after how many seconds."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        with contextlib.suppress(Exception):
            if condition():
                return time.monotonic() - start
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} s: {what}")


def text(driver, selector):
    return driver.find_element(By.CSS_SELECTOR, selector).text


def complaints(driver):
    return [e["message"] for e in driver.get_log("browser")
            if e["level"] in ("SEVERE", "WARNING")]
