"""Bad neighbors of the server: other sites, other programs, too much of it."""

import http.client
import pathlib
import socket
import threading
import time
import unittest

from served import Course


class Neighbors(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.course = Course()
        cls.course.serve()

    @classmethod
    def tearDownClass(cls):
        cls.course.remove()

    def ask(self, path, method="GET", body=None, **headers):
        course = self.course
        given = {
            "Cookie": f"course-{course.port}={course.token}",
            "Origin": course.base,
            **{k.replace("_", "-"): v for k, v in headers.items()}}
        connection = http.client.HTTPConnection("127.0.0.1", course.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host="Host" in given)
            for name, value in given.items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        finally:
            connection.close()

    def assertAlive(self):
        self.assertEqual(self.ask("/index.html")[0], 200)
        self.assertLess(self.mebibytes(), 150)

    def mebibytes(self):
        # The program that `course` became.
        status = pathlib.Path(f"/proc/{self.course.server.pid}/status").read_text()
        peak = [l for l in status.splitlines() if l.startswith("VmHWM")][0]
        return int(peak.split()[1]) / 1024

    def test_the_token_is_needed(self):
        for cookie in [None, "", f"course-{self.course.port}=", "course-1=" + self.course.token,
                       f"course-{self.course.port}={self.course.token}0",
                       f"course-{self.course.port}={self.course.token[:-1]}"]:
            for path in ["/index.html", "/events?page=index", "/", "/model.html", "/site.js"]:
                status, body, _ = self.ask(path, Cookie=cookie)
                self.assertEqual(status, 403, (cookie, path))
                self.assertNotIn(self.course.token.encode(), body)
        self.assertEqual(self.ask("/?token=" + "0" * 32, Cookie=None)[0], 403)
        status, body, headers = self.ask("/?token=" + self.course.token, Cookie=None)
        self.assertEqual(status, 200)
        self.assertIn("HttpOnly", headers["Set-Cookie"])
        self.assertIn("SameSite=Strict", headers["Set-Cookie"])
        # The address does not keep the token.
        self.assertNotIn(self.course.token.encode(), body)

    def test_the_token_is_its_owners(self):
        path = self.course.root / ".course/serve-token"
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_other_hosts_and_origins(self):
        port = self.course.port
        for host in ["evil.example", f"evil.example:{port}", "localhost.evil.example",
                     f"127.0.0.1:{port + 1}", f"127.0.0.1.evil.example:{port}", ""]:
            self.assertEqual(self.ask("/index.html", Host=host)[0], 403, host)
        for origin in ["http://evil.example", "null", f"http://127.0.0.1:{port + 1}",
                       f"https://127.0.0.1:{port}", f"{self.course.base}.evil.example", None]:
            status = self.ask("/do/check", "POST", b"page=03-softmax", Origin=origin)[0]
            self.assertEqual(status, 403, origin)
        self.assertEqual(
            self.ask("/events?page=index", Origin="http://evil.example")[0], 403)
        self.assertEqual(self.ask("/do/check", "POST", b"page=03-softmax")[0], 204)
        # A picture or a script of a page at another port brings our cookie.
        for site in ["same-site", "cross-site"]:
            for path in ["/events?page=03-softmax", "/index.html", "/site.js"]:
                self.assertEqual(self.ask(path, Sec_Fetch_Site=site)[0], 403)
        self.assertEqual(self.ask("/index.html", Sec_Fetch_Site="none")[0], 200)

    def test_only_known_names_are_served(self):
        for path in ["/../Package.swift", "/..%2fPackage.swift", "/%2e%2e/%2e%2e/etc/passwd",
                     "//etc/passwd", "/.course/serve-token", "/Lessons/03-softmax/lesson.md",
                     "/index.html/..", "/index.html%00", "/figures/../../lesson.md", "/do/check"]:
            status, body, _ = self.ask(path)
            # `/index.html/..` is the folder, which leads to the map.
            self.assertIn(status, [303, 400, 403, 404], path)
            self.assertNotIn(b"root:", body)
            self.assertNotIn(self.course.token.encode(), body)
        self.assertEqual(self.ask("/do/nothing", "POST", b"")[0], 404)
        for body in [b'{"a":1}', b"a b", b"%zz", b"page=\xff", b"=&=&&", b"page"]:
            self.assertIn(self.ask("/do/check", "POST", body)[0], [204, 404], body)
        self.assertAlive()
        self.assertEqual(self.ask("/index.html", "DELETE")[0], 405)

    def test_wishes_cannot_carry_options(self):
        """Values of the form are values: none becomes an option of `train`."""
        before = set(self.course.root.rglob("*"))
        body = b"lesson=7&rate=1+--data+/etc&name=--json&seed=%0a--help"
        self.assertEqual(self.ask("/do/train", "POST", body)[0], 204)
        self.assertEqual(self.ask("/do/train", "POST", b"lesson=--help")[0], 404)
        time.sleep(1)
        grown = {p for p in set(self.course.root.rglob("*")) - before
                 if ".course" not in str(p)}
        self.assertEqual(grown, set())
        self.assertAlive()

    def test_every_answer_has_its_policy(self):
        for path in ["/index.html", "/site.js", "/nothing", "/model.html"]:
            headers = self.ask(path)[2]
            policy = headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_all_scripts_are_small(self):
        sizes = [len(self.ask(f"/{name}.js")[1]) for name in ["site", "live", "drawing"]]
        self.assertTrue(all(sizes))
        self.assertLessEqual(sum(sizes), 15 * 1024, sizes)

    def test_a_large_body(self):
        for path, size in [("/predict", 100 << 20), ("/do/check", 100 << 20),
                           ("/do/check", 5_000), ("/predict", (1 << 20) + 1)]:
            self.assertEqual(self.ask(path, "POST", bytes(size))[0], 413)
        self.assertEqual(
            self.ask("/predict", "POST", bytes(100 << 20), Cookie=None)[0], 403)
        self.assertAlive()

    def test_many_connections_at_once(self):
        """More than a process may have open; the server begins again."""
        import resource
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        sockets = []
        try:
            for _ in range(1_500):
                sockets.append(socket.create_connection(
                    ("127.0.0.1", self.course.port), timeout=2))
        except OSError:
            pass
        for one in sockets:
            one.close()
        time.sleep(1)
        self.assertAlive()

    def test_a_picture_that_is_none(self):
        for body in [b"", b"\x89PNG\r\n\x1a\n", b"P5 100000 100000 255\n", bytes(1000)]:
            self.assertEqual(self.ask("/predict", "POST", body)[0], 400)

    def test_idle_connections(self):
        sockets = []
        for index in range(200):
            one = socket.create_connection(("127.0.0.1", self.course.port))
            if index % 2:
                one.sendall(b"GET /index.html HTTP/1.1\r\nHost: ")
            sockets.append(one)
        self.assertAlive()
        for one in sockets:
            one.close()
        self.assertAlive()

    def test_what_is_no_request(self):
        for text in [b"\r\n\r\n", b"GET\r\n\r\n", b"\0" * 4096, b"GET / HTTP/9\r\n\r\n",
                     b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                     b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"]:
            with socket.create_connection(("127.0.0.1", self.course.port)) as one:
                one.sendall(text)
                one.settimeout(1)
                try:
                    one.recv(100)
                except OSError:
                    pass
        self.assertAlive()

    def test_a_request_every_millisecond(self):
        refused = []

        def flood():
            end = time.monotonic() + 2
            while time.monotonic() < end:
                refused.append(self.ask("/do/hint", "POST", b"page=03-softmax")[0])
                time.sleep(0.001)
        threads = [threading.Thread(target=flood) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertLessEqual(set(refused), {204, 429})
        self.assertAlive()

    def test_many_open_pages(self):
        sockets = []
        request = (f"GET /events?page=index HTTP/1.1\r\nHost: 127.0.0.1:{self.course.port}\r\n"
                   f"Cookie: course-{self.course.port}={self.course.token}\r\n\r\n")
        answers = []
        for _ in range(120):
            one = socket.create_connection(("127.0.0.1", self.course.port))
            one.sendall(request.encode())
            one.settimeout(10)
            answers.append(one.recv(100).split(b"\r\n")[0])
            sockets.append(one)
        # A page of another test may not have been missed yet.
        opened = answers.count(b"HTTP/1.1 200 OK")
        self.assertIn(opened, range(95, 101))
        self.assertEqual(sum(b"503" in a for a in answers), 120 - opened)
        self.assertAlive()
        for one in sockets:
            one.close()

    def test_a_port_in_use(self):
        other = Course()
        try:
            other.serve(self.course.port)
            self.assertGreater(other.port, self.course.port)
            self.assertIn("is in use", other.server.stderr.readline())
        finally:
            other.remove()

    def test_events_go_on_where_they_stopped(self):
        def is_checked(text):
            # The bar that says "Checking" is followed by one that tells.
            parts = text.split(b"Checking")
            return parts[-1].count(b"_bar") > (1 if len(parts) > 1 else 0)

        def events(last=None):
            headers = "" if last is None else f"Last-Event-ID: {last}\r\n"
            with socket.create_connection(("127.0.0.1", self.course.port)) as one:
                one.sendall((
                    f"GET /events?page=09-prediction HTTP/1.1\r\nHost: 127.0.0.1:{self.course.port}\r\n"
                    f"Cookie: course-{self.course.port}={self.course.token}\r\n{headers}\r\n").encode())
                one.settimeout(2)
                text = b""
                end = time.monotonic() + (20 if last is None else 2)
                try:
                    # Once it is checked, there is nothing more to hear.
                    while time.monotonic() < end and not is_checked(text):
                        part = one.recv(65536)
                        if not part:
                            break
                        text += part
                except OSError:
                    pass
                return text.decode()
        first = events()
        self.assertIn("_verdict-0", first)
        last = [l for l in first.splitlines() if l.startswith("id: ")][-1][4:]
        again = events(last)
        self.assertNotIn("_verdict-0", again)
        # The number of another run of the server means nothing.
        self.assertIn("_verdict-0", events("0000-999999"))


if __name__ == "__main__":
    unittest.main()
