"""How fast the pages are: `python measure.py` in the tests' environment prints it.

Medians of five, on whatever else the machine does; compare, do not trust.
"""

import pathlib
import statistics
import subprocess
import tempfile
import time

from served import PROGRAM, REPOSITORY, Course, browser, text, wait

SOFTMAX = "03-softmax"


def times(measure, count=5):
    return statistics.median(measure() for _ in range(count))


def export():
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        subprocess.run([PROGRAM, "export", folder], cwd=REPOSITORY, check=True,
                       capture_output=True)
        return time.monotonic() - start


def main():
    print(f"export of the whole course: {times(export):.2f} s")
    course = Course()
    course.serve()
    try:
        with browser() as driver:
            driver.get(course.address)

            def paint():
                driver.get(course.base + "/11-shift.html")
                painted = "performance.getEntriesByName('first-contentful-paint')[0]"
                wait(5, lambda: driver.execute_script(f"return !!{painted}"), "paint")
                return driver.execute_script(f"return {painted}.startTime") / 1000
            print(f"first paint of the longest lesson: {times(paint):.3f} s")

            driver.get(f"{course.base}/{SOFTMAX}.html")
            wait(30, lambda: "functions" in text(driver, "#_bar"), "checked")
            right = (course.root / "Solutions" / SOFTMAX / "Exercise.swift").read_text()
            number = 0

            def edit(text=right):
                nonlocal number
                number += 1
                course.exercise(SOFTMAX).write_text(text + f"// {number}\n")

            def check():
                edit()
                start = time.monotonic()
                course.run("check", "3", "--json")
                return time.monotonic() - start

            def save():
                edit(right.replace("return exp", "return 2 * exp"))
                wait(30, lambda: "✗" in text(driver, "#_verdict-0"), "red")
                edit()
                start = time.monotonic()
                wait(30, lambda: "✓ passed" in text(driver, "#_verdict-0"), "green")
                return time.monotonic() - start
            save_time = times(save)
            driver.get("about:blank")
            course.stop()
            check_time = times(check)
            print(f"check of an edited file: {check_time:.3f} s")
            print(f"save to green in the page: {save_time:.3f} s")

            course.serve(course.port)
            driver.get(course.address)
            time.sleep(3)
            stat = pathlib.Path(f"/proc/{course.server.pid}/stat")

            def ticks():
                fields = stat.read_text().rsplit(")", 1)[1].split()
                return int(fields[11]) + int(fields[12])
            before = ticks()
            time.sleep(20)
            share = (ticks() - before) / 20
            print(f"idle server: {share:.2f} % of one core, "
                  f"{memory(course.server.pid):.0f} MiB")
    finally:
        course.remove()


def memory(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    peak = [line for line in status.splitlines() if line.startswith("VmHWM")][0]
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    main()
