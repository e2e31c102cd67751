"""page.py CHROMIUM FOLDER: the pages that page.sh made, as a reader uses them; TAP on standard output.

Nothing that a page does may reach the network or the console; what a reader does is done with mouse, keys and fingers.
"""

import shutil
import sys

from playwright.sync_api import sync_playwright

N_TESTS = 0
FRAME_LIMIT_MS = 50  # of the median frame; above it moving is not smooth


def check(title, good, explanation=""):
    global N_TESTS
    N_TESTS += 1
    print(f"{'ok' if good else 'not ok'} {N_TESTS} - {title}", flush=True)
    if not good:
        print(f"# page: {title}: {explanation}", file=sys.stderr)


class Reader:
    """A page, with what it says to console and network."""

    def __init__(self, browser, path, width=1280, height=800, **context):
        self.context = browser.new_context(viewport={"width": width, "height": height}, **context)
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(f"file://{path}")
        self.page.wait_for_timeout(300)

    def close(self, name):
        others = [url for url in self.asked[1:] if not url.startswith("data:")]
        check(f"{name}: nothing in the console", not self.said, self.said)
        check(f"{name}: no request leaves the page", not others, others)
        self.context.close()


def find_edge(page, predicate):
    """A point on the line that has the fact @predicate, where nothing lies above it."""
    return page.evaluate("""predicate => {
      const edge = data.edges.find(edge => edge.facts.some(fact => fact.p.includes(predicate)));
      const path = edge.part.querySelector('path'), at = path.getTotalLength();
      for (let share = 0.1; share < 1; share += 0.05) {
        const point = path.getPointAtLength(at * share).matrixTransform(path.getScreenCTM());
        const hit = document.elementFromPoint(point.x, point.y);
        if (hit && hit.closest('.edge') === edge.part) return [point.x, point.y];
      }
      return null;
    }""", predicate)


def test_report(browser, folder):
    reader = Reader(browser, f"{folder}/report.html")
    page = reader.page
    check("the title is that of the article", "Harbour bridge" in page.title(), page.title())

    page.mouse.click(*find_edge(page, "met"))
    check("a click on a line marks its sentence in the article",
          page.inner_text("#article mark").startswith("Mayor Ana Silva met engineer Tom Reed"), page.inner_text("#article"))
    check("the whole article stands there", "Reed said the port" in page.inner_text("#article"))
    check("the line says what it says", "met" in page.inner_text("#details h2"), page.inner_text("#details"))
    page.locator("#details button", has_text="praised").first.click()
    check("behind a character of two units of JavaScript the mark is right too",
          page.inner_text("#article mark").endswith("Silva praised Reed."), page.inner_text("#article mark"))
    check("one sentence is marked at a time", page.locator("#article mark").count() == 1)

    page.keyboard.press("/")
    page.keyboard.type("ana si")
    check("search finds things by the beginnings of words", "Ana Silva" in page.inner_text("#hits"), page.inner_text("#hits"))
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    check("Enter chooses the first", "Ana Silva" in page.inner_text("#details h2"), page.inner_text("#details"))
    inside = page.evaluate("""() => { const a = chosen.part.getBoundingClientRect(), b = stage.getBoundingClientRect();
      return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; }""")
    check("and brings it into sight", inside)
    page.fill("#query", "zzzz")
    check("search says when there is nothing", "Nothing found" in page.inner_text("#hits"))
    page.fill("#query", "")

    page.click("#tab-filter")
    before = page.evaluate("data.facts.filter(fact => fact.shown).length")
    page.locator("#filters").get_by_label("Person", exact=False).uncheck()
    after = page.evaluate("data.facts.filter(fact => fact.shown).length")
    check("without persons there are fewer facts", 0 <= after < before, f"{before} {after}")
    check("and no person is seen", page.evaluate(
        "data.nodes.every(node => data.types[node.type].name !== 'Person' || getComputedStyle(node.part).display === 'none')"))
    check("the number is said aloud", "facts shown" in page.inner_text("#live") or "fact shown" in page.inner_text("#live"),
          page.inner_text("#live"))
    page.locator("#filters").get_by_label("Person", exact=False).check()
    check("all come back", page.evaluate("data.facts.filter(fact => fact.shown).length") == before)
    page.locator("#confidence").fill("1")
    check("least confidence 1 leaves out what is less sure",
          page.evaluate("data.facts.every(fact => !fact.shown || fact.c === undefined || fact.c >= 1)"))
    page.locator("#confidence").fill("0")
    page.fill("#from", "2026-01-01")
    page.get_by_label("also what has no date").uncheck()
    check("dates: what is left is of 2026", page.evaluate("""(() => { const left = data.facts.filter(fact => fact.shown);
      return left.length > 0 && left.every(fact => (fact.until || fact.when) >= '2026'); })()"""),
          page.evaluate("JSON.stringify(data.facts.filter(fact => fact.shown))"))
    page.get_by_label("also what has no date").check()
    page.fill("#from", "")
    page.locator("#filters fieldset", has_text="What is said").get_by_text("None").click()
    check("no predicate, no fact", page.evaluate("data.facts.filter(fact => fact.shown).length") == 0)
    page.locator("#filters fieldset", has_text="What is said").get_by_text("All").click()

    page.click("#tab-table")
    check("the list has all facts", page.locator("#table li").count() == before)
    page.locator("#table button").first.click()
    check("a fact of the list shows its evidence", page.locator("#article mark").count() == 1)

    test_pointing(page)
    test_keys(page)
    reader.close("report")


def test_pointing(page):
    page.evaluate("letGo(); fit()")
    page.wait_for_timeout(400)
    box = page.evaluate("(() => { const b = data.nodes.find(node => node.label === 'Ana Silva').part.getBoundingClientRect();"
                        " return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    page.mouse.move(*box)
    page.wait_for_timeout(250)
    wanted = page.evaluate("surroundings(data.nodes.find(node => node.label === 'Ana Silva')).length")
    check("pointing at a thing lights its neighbours", page.locator("#stage .over > g").count() == wanted and wanted > 2)
    page.mouse.move(3, 400)
    page.wait_for_timeout(250)
    check("and they fade again", page.locator("#stage .over > g").count() == 0)
    before = page.evaluate("view.k")
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    check("the wheel zooms", page.evaluate("view.k") > before)
    before = page.evaluate("view.x")
    page.mouse.move(300, 700)
    page.mouse.down()
    page.mouse.move(360, 720, steps=5)
    page.mouse.up()
    page.wait_for_timeout(100)
    check("dragging moves", abs(page.evaluate("view.x") - before - 60) < 8, page.evaluate("view.x") - before)
    theme = page.evaluate("document.documentElement.dataset.theme")
    fill = "getComputedStyle(document.querySelector('#stage .node path, #stage .node polygon, #stage .node ellipse')).fill"
    light = page.evaluate(fill)
    page.click("#theme")
    check("the theme changes page and picture", page.evaluate("document.documentElement.dataset.theme") != theme
          and page.evaluate(fill) != light)


def test_keys(page):
    page.evaluate("letGo(); stage.querySelector('[tabindex=\"0\"]').focus()")
    page.keyboard.press("ArrowRight")
    check("arrows go from thing to thing", page.evaluate("document.activeElement.classList.contains('node')"))
    check("which have names for screen readers", page.evaluate("document.activeElement.getAttribute('aria-label')") not in (None, ""))
    page.keyboard.press("n")
    on_line = page.evaluate("document.activeElement.classList.contains('edge')")
    page.keyboard.press("Enter")
    check("N goes along lines, Enter shows their evidence", on_line and page.locator("#article mark").count() == 1)
    page.keyboard.press("Escape")
    check("Esc lets go", page.evaluate("chosen === null"))
    unnamed = page.evaluate("""[...document.querySelectorAll('button, input, [role=button]')].filter(part =>
      !(part.getAttribute('aria-label') || part.textContent.trim() || (part.labels && part.labels.length))).length""")
    check("every control has a name", unnamed == 0, unnamed)


def test_phone(browser, folder):
    reader = Reader(browser, f"{folder}/report.html", 390, 800, has_touch=True, is_mobile=True)
    page = reader.page
    check("phone: nothing is wider than the screen", page.evaluate("document.documentElement.scrollWidth") <= 390,
          page.evaluate("document.documentElement.scrollWidth"))
    sizes = page.evaluate("[...document.querySelectorAll('header button, [role=tab]')].map(b => b.getBoundingClientRect().height)")
    check("phone: buttons are large enough for a finger", min(sizes) >= 36, sizes)
    page.touchscreen.tap(*page.evaluate("(() => { const m = middleOf(data.nodes[0].part); show(data.nodes[0].part); return [1, 1]; })()"))
    page.wait_for_timeout(600)
    box = page.evaluate("(() => { const b = data.nodes[0].part.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    page.touchscreen.tap(*box)
    page.wait_for_timeout(200)
    check("phone: a tap chooses", page.evaluate("chosen === data.nodes[0]"))
    reader.close("phone")


def test_hostile(browser, folder):
    reader = Reader(browser, f"{folder}/hostile.html")
    page = reader.page
    page.evaluate("for (const node of data.nodes) chooseNode(node); for (const fact of data.facts) chooseFact(fact); openTab('table');"
                  " query.value = 'script'; query.dispatchEvent(new Event('input'));")
    page.wait_for_timeout(200)
    check("hostile: nothing of it ran", page.evaluate("window.harm === undefined"))
    check("hostile: no element came out of it",
          page.evaluate("document.scripts.length === 2 && document.images.length === 0 && document.querySelectorAll('b').length === 0"))
    check("hostile: the label is there as text", "</script>" in page.evaluate("data.nodes.map(node => node.label).join()"))
    check("hostile: no link but to the web", page.evaluate("[...document.links].every(link => /^https?:/.test(link.href))"))
    check("hostile: a script put in by hand is refused",
          page.evaluate("""(() => { const script = document.createElement('script'); script.textContent = 'window.harm = 8';
            document.body.append(script); return window.harm === undefined; })()"""))
    reader.said.clear()  # the refusal
    reader.close("hostile")


def frames(page, act):
    page.evaluate("""() => { window.frameTimes = []; let last = performance.now();
      const tick = now => { if (!window.frameTimes) return; window.frameTimes.push(now - last); last = now; requestAnimationFrame(tick); };
      requestAnimationFrame(tick); }""")
    act()
    times = sorted(page.evaluate("(() => { const times = window.frameTimes; window.frameTimes = null; return times; })()")[1:])
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def test_large(browser, folder):
    reader = Reader(browser, f"{folder}/large.html")
    page = reader.page
    check("large: 1,000 things are drawn", page.evaluate("data.nodes.length") == 1000, page.evaluate("data.nodes.length"))

    def drag():
        page.mouse.move(600, 400)
        page.mouse.down()
        page.mouse.move(780, 500, steps=60)
        page.mouse.up()

    def zoom():
        for delta in [-40] * 30 + [40] * 30:
            page.mouse.wheel(0, delta)
            page.wait_for_timeout(16)

    def point():
        page.mouse.move(200, 200)
        page.mouse.move(800, 600, steps=40)

    for name, act in (("drag", drag), ("zoom", zoom), ("point", point)):
        median, late = frames(page, act)
        page.wait_for_timeout(400)
        print(f"# large: {name}: a frame takes {median:.0f} ms, 5 % take {late:.0f} ms and more")
        check(f"large: {name} is smooth", median <= FRAME_LIMIT_MS, f"{median} ms")
    spent = page.evaluate("(() => { const start = performance.now(); wanted.types.delete(0); applyFilters(); return performance.now() - start; })()")
    check("large: a filter answers within 100 ms", spent <= 100, spent)
    reader.close("large")


def main():
    chromium, folder = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        test_report(browser, folder)
        test_phone(browser, folder)
        test_hostile(browser, folder)
        test_large(browser, folder)
        reader = Reader(browser, f"{folder}/empty.html")
        check("empty: says so", "nothing to draw" in reader.page.inner_text("body"))
        reader.close("empty")
        browser.close()
    print(f"1..{N_TESTS}")
    shutil.rmtree(folder, ignore_errors=True)  # page.sh was replaced by this program


main()
