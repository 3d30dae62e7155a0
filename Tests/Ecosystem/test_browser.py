"""Datasette's pages in a real browser, without a screen. Pictures are left in build/ecosystem."""

import shutil

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from conftest import ROOT

PICTURES = ROOT / "build/ecosystem"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    driver = shutil.which("chromedriver")
    assert driver, "chromedriver is missing; .ci/browser installs it"
    options = Options()
    options.binary_location = shutil.which("chromium")
    profile = tmp_path_factory.mktemp("profile")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=1280,1000", f"--user-data-dir={profile}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    browser.set_page_load_timeout(60)
    yield browser
    browser.quit()


@pytest.fixture
def page(browser, site):
    def visit(path, picture):
        browser.get(site.url + path)
        keep(browser, picture)
        return browser

    yield visit
    loud = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    assert not [entry for entry in loud if "favicon" not in entry["message"]]


def keep(browser, picture):
    PICTURES.mkdir(parents=True, exist_ok=True)
    browser.save_screenshot(str(PICTURES / f"{picture}.png"))


def follow(browser, element, part):
    """Clicks, and waits until the address has that part and the page is whole."""
    element.click()
    WebDriverWait(browser, 30).until(lambda b: part in b.current_url)
    WebDriverWait(browser, 30).until(
        lambda b: b.execute_script("return document.readyState") == "complete")


def texts(browser, selector):
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, selector)]


def test_home_names_the_database(page):
    browser = page("/", "home")
    assert "Figures of Vietnamese news" in browser.title
    assert "solieu" in browser.find_element(By.TAG_NAME, "body").text


def test_database_lists_views_and_queries(page):
    browser = page("/solieu", "database")
    body = browser.find_element(By.TAG_NAME, "body").text
    for name in ("figures", "documents", "ten-largest-amounts", "provenance"):
        assert name in body
    # What is no concern of a reader is not shown.
    assert "sentence_search_data" not in texts(browser, "h3 a")


def test_figures_have_facets_that_filter(page):
    browser = page("/solieu/figures", "figures")
    assert "Figures believed now" in texts(browser, "h1")[0]
    facets = browser.find_elements(By.CSS_SELECTOR, ".facet-info")
    assert len(facets) >= 5
    money = browser.find_element(By.LINK_TEXT, "money")
    follow(browser, money, "kind=money")
    keep(browser, "figures-money")
    kinds = set(texts(browser, "td.col-kind"))
    assert kinds == {"money"}


def test_a_query_is_asked_by_its_form(page):
    browser = page("/solieu/ten-largest-amounts", "query")
    assert len(browser.find_elements(By.CSS_SELECTOR, "table.rows-and-columns tbody tr")) == 10
    field = browser.find_element(By.CSS_SELECTOR, "input[name=limit]")
    field.clear()
    field.send_keys("3")
    follow(browser, browser.find_element(By.CSS_SELECTOR, "form.sql input[type=submit]"), "limit=3")
    assert len(browser.find_elements(By.CSS_SELECTOR, "table.rows-and-columns tbody tr")) == 3


def test_a_figure_leads_to_its_provenance(page):
    browser = page("/solieu/ten-largest-amounts", "query")
    link = browser.find_element(By.CSS_SELECTOR, "td.col-figure_id a")
    figure = link.text
    follow(browser, link, f"figure_id={figure}")
    keep(browser, "provenance")
    assert texts(browser, "td.col-figure_id") == [figure]


def test_a_number_is_grouped_and_copied_whole(page):
    browser = page("/solieu/ten-largest-amounts", "query")
    number = browser.find_element(By.CSS_SELECTOR, "td.col-value .number")
    assert number.get_attribute("textContent").isdigit()
    assert len(number.find_elements(By.CSS_SELECTOR, ".group")) >= 5


def test_search_is_offered(page):
    browser = page("/solieu/search?_search=doanh+thu", "search")
    assert browser.find_elements(By.CSS_SELECTOR, "table.rows-and-columns tbody tr")
