"""The pages as plain files: every page at three widths, light and dark."""

import http.server
import pathlib
import subprocess
import tempfile
import threading
import unittest

import html5lib
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from served import PROGRAM, REPOSITORY, browser, complaints, dark, text, wait

CHECKS = (pathlib.Path(__file__).parent / "page_checks.js").read_text()


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.site = pathlib.Path(cls.folder.name) / "somewhere" / "course"
        subprocess.run(
            [PROGRAM, "export", cls.site], cwd=REPOSITORY, check=True,
            capture_output=True)
        cls.pages = sorted(p.name for p in cls.site.glob("*.html"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def file(self, page):
        return (self.site / page).as_uri()

    def test_every_page_in_every_size_and_scheme(self):
        self.assertGreaterEqual(len(self.pages), 14)
        for width in [360, 768, 1440]:
            with browser(width) as driver:
                for is_dark in [False, True]:
                    dark(driver, is_dark)
                    for page in self.pages:
                        with self.subTest(page=page, width=width, dark=is_dark):
                            driver.get(self.file(page))
                            self.assertEqual(driver.execute_script(CHECKS), [])
                            self.assertEqual(complaints(driver), [])

    def test_the_pages_are_valid(self):
        for page in self.pages:
            with self.subTest(page=page):
                parser = html5lib.HTMLParser(strict=True)
                parser.parse((self.site / page).read_text())

    def test_from_a_sub_path_with_the_network_off(self):
        """A server that knows the folder alone; everything else is refused."""
        outer = pathlib.Path(self.folder.name)
        asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(outer))

            def log_message(self, *_):
                asked.append(self.path)

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/somewhere/course/"
        with browser() as driver:
            # Whatever is not on this machine cannot be reached.
            driver.execute_cdp_cmd("Network.enable", {})
            driver.execute_cdp_cmd("Network.setBlockedURLs", {
                "urls": ["https://*", "http://*.*.*.com/*"]})
            driver.get(base + "index.html")
            for _ in self.pages:
                onward = driver.find_elements(By.CSS_SELECTOR, "a[rel=next]")
                if not onward:
                    break
                driver.get(onward[0].get_attribute("href"))
                self.assertEqual(complaints(driver), [])
            self.assertIn("Reference", driver.title)
        server.shutdown()
        server.server_close()
        self.assertTrue(all(p.startswith("/somewhere/course/") for p in asked))

    def test_without_a_script(self):
        with browser(script=False) as driver:
            driver.get(self.file("03-softmax.html"))
            question = driver.find_element(By.CSS_SELECTOR, ".quiz details")
            reason = question.find_element(By.TAG_NAME, "p")
            self.assertFalse(reason.is_displayed())
            question.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
            self.assertTrue(reason.is_displayed())
            # What only a script can do is not offered.
            self.assertFalse(
                driver.find_element(By.CSS_SELECTOR, "form[role=search]")
                .is_displayed())
            cell = driver.find_element(By.CSS_SELECTOR, ".predict")
            self.assertFalse(cell.find_element(By.TAG_NAME, "samp").is_displayed())
            cell.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
            self.assertTrue(cell.find_element(By.TAG_NAME, "samp").is_displayed())

    def test_a_question_by_keyboard_is_remembered(self):
        with browser() as driver:
            driver.get(self.file("03-softmax.html"))
            right = driver.find_element(
                By.CSS_SELECTOR, ".quiz details.right summary")
            right.send_keys(Keys.ENTER)
            quiz = right.find_element(By.XPATH, "ancestor::section")
            said = quiz.find_element(By.CSS_SELECTOR, "p[role=status]")
            wait(2, lambda: "first try" in said.text, "the answer is told")
            name = quiz.get_attribute("id")
            driver.refresh()
            self.assertIn("first try", text(driver, f"#{name} p[role=status]"))

    def test_a_prediction(self):
        with browser() as driver:
            driver.get(self.file("03-softmax.html"))
            form = driver.find_element(By.CSS_SELECTOR, ".cell form.answer")
            cell = form.find_element(By.XPATH, "ancestor::div[@class='cell']")
            printed = cell.find_element(By.TAG_NAME, "samp")
            self.assertFalse(printed.is_displayed())
            form.find_element(By.TAG_NAME, "input").send_keys("12345", Keys.ENTER)
            wait(2, printed.is_displayed, "the output is shown")
            self.assertIn("✗ Not quite", form.text)
            # It is kept when the page is opened again.
            driver.refresh()
            form = driver.find_element(By.CSS_SELECTOR, ".cell form.answer")
            wait(2, lambda: "✗ Not quite" in form.text, "the prediction is kept")
            typed = form.find_element(By.TAG_NAME, "input").get_attribute("value")
            self.assertEqual(typed, "12345")

    def test_search_and_the_keyboard(self):
        with browser() as driver:
            driver.get(self.file("index.html"))
            body = driver.find_element(By.TAG_NAME, "body")
            body.send_keys("/")
            driver.switch_to.active_element.send_keys("overflow")
            wait(3, lambda: driver.find_elements(By.CSS_SELECTOR, ".found a"),
                 "something is found")
            driver.switch_to.active_element.send_keys(Keys.ENTER)
            wait(3, lambda: "index.html" not in driver.current_url, "it opens")
            # The first stop of the Tab key leads past the menu.
            driver.get(self.file("03-softmax.html"))
            driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
            self.assertEqual(
                driver.switch_to.active_element.text, "Skip to the text")
            outline = driver.execute_script(
                "return getComputedStyle(document.activeElement).outlineStyle")
            self.assertNotEqual(outline, "none")

    def test_the_switch_of_the_scheme_is_kept(self):
        with browser() as driver:
            dark(driver, False)
            driver.get(self.file("index.html"))
            paper = "return getComputedStyle(document.body).backgroundColor"
            light = driver.execute_script(paper)
            driver.find_element(By.CSS_SELECTOR, ".theme").click()
            changed = driver.execute_script(paper)
            self.assertNotEqual(changed, light)
            driver.get(self.file("01-linear-regression.html"))
            self.assertEqual(driver.execute_script(paper), changed)

    def test_printing(self):
        import base64
        with browser() as driver:
            driver.get(self.file("03-softmax.html"))
            data = driver.execute_cdp_cmd("Page.printToPDF", {})["data"]
            pdf = base64.b64decode(data)
            self.assertTrue(pdf.startswith(b"%PDF"))
            self.assertGreater(len(pdf), 50_000)

    def test_sizes(self):
        """A page without its pictures, and all scripts that a page loads."""
        import re
        for page in self.pages:
            html = (self.site / page).read_text()
            bare = re.sub(r"<svg.*?</svg>", "", html, flags=re.S)
            limit = 300_000 if page == "reference.html" else 150_000
            self.assertLessEqual(len(bare.encode()), limit, page)
        self.assertLessEqual(len((self.site / "site.js").read_bytes()), 15 * 1024)


if __name__ == "__main__":
    unittest.main()
