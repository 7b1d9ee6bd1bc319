"""`auditor parse`, `explain` and `rules`."""

import json

import auditor

PAGE = "A title for the page\n\nThe ferry sailed at noon, and nobody was late for it on that day.\n"


def test_outline_shows_zones_in_order(call, write):
    text = call("parse", write("a.txt", PAGE)).stdout
    assert "article, plain text, English, " in text
    assert text.index("headline ") < text.index("body ")
    assert "     3 | The ferry sailed at noon" in text


def test_outline_explains(call, write):
    path = write("a.txt", PAGE)
    reasons = {block.reason for block in auditor.parse(PAGE, name="a.txt").blocks if block.reason}
    assert reasons
    assert all(reason in call("parse", path, "--explain").stdout for reason in reasons)


def test_json_is_the_published_document(call, write):
    write("a.txt", PAGE)
    assert (
        json.loads(call("parse", "a.txt", "--format", "json").stdout)
        == auditor.parse(PAGE.encode(), name="a.txt").to_dict()
    )


def test_text_is_the_title_and_the_body(call, write):
    assert call("parse", write("a.txt", PAGE), "--format", "text").stdout == PAGE


def test_parse_says_what_is_wrong(call):
    assert "gone.txt: cannot be read: No such file" in call("parse", "gone.txt").stderr
    assert call("parse", "gone.txt").exit_code == 2
    assert call("parse", "-", "--format", "xml", input="x").exit_code == 2


def test_explain_shows_the_card(call, house):
    text = call("explain", "plum", "--rules", house).stdout
    assert "critical, costs 61 to 100 points; house" in text
    assert "A ⟦plum⟧ here." in text


def test_explain_underlines_instead_of_marking(call, house, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "A \x1b[31;4mplum\x1b[0m here." in call("explain", "plum", "--rules", house).stdout


def test_explain_knows_the_nearest(call):
    found = call("explain", "mojibak")
    assert found.exit_code == 2
    assert "did you mean 'mojibake'?" in found.stderr


def test_rules_are_listed(call, house):
    assert "  plum " in call("rules", "list", "--rules", house).stdout
    listed = json.loads(call("rules", "list", "--format", "json", "--rules", house).stdout)
    assert next(rule for rule in listed if rule["id"] == "secret")["private"] is True


def test_rules_check_runs_the_examples(call, house, desk):
    assert call("rules", "check", house).exit_code == 1  # `secret \w+` does not match its own bad example
    folder = desk / "cards" / "house"
    folder.mkdir(parents=True)
    (folder / "plum.yml").write_bytes((house / "house" / "plum.yml").read_bytes())
    assert "has no _about.yml" in call("rules", "check", "cards").stdout
    (folder / "_about.yml").write_bytes((house / "house" / "_about.yml").read_bytes())
    for path in ("cards", "cards/house", "cards/house/plum.yml"):
        found = call("rules", "check", path)
        assert (found.stdout, found.exit_code) == ("1 card, 0 faults\n", 0)
    (folder / "odd.yml").write_text("titel: Odd\n")
    found = call("rules", "check", "cards")
    assert found.exit_code == 1
    assert "did you mean 'title'?" in found.stdout


def test_rules_check_of_nothing_is_an_error(call, desk):
    assert call("rules", "check", desk).exit_code == 2


def test_rules_check_names_what_is_not_there(call, desk):
    found = call("rules", "check", "gone.yml")
    assert found.exit_code == 2
    assert "gone.yml: there is no such card or folder" in found.stderr


def test_rules_check_never_says_well_where_examples_were_not_run(call, house, monkeypatch):
    def lacks(path):
        raise ImportError("No module named 'duckdb'")
        yield

    monkeypatch.setattr("auditor.examples.check", lacks)
    found = call("rules", "check", house / "house" / "plum.yml")
    assert found.exit_code == 2
    assert "its examples were not run: No module named 'duckdb'" in found.stdout
    assert "1 card, 0 faults, 1 not run" in found.stdout


def test_rules_schema_is_json(call):
    assert json.loads(call("rules", "schema").stdout)["title"] == "auditor card"


def test_outline_cuts_long_runs_of_boilerplate_short(call, write):
    write("a.txt", "\n\n".join(f"Part {number} of the menu" for number in range(9)))
    assert "| and 5 more" in call("parse", "a.txt", "--as", "boilerplate").stdout
    assert "Part 8" in call("parse", "a.txt", "--as", "boilerplate", "--explain").stdout


def test_several_rules_and_whole_dimensions_are_explained(call):
    told = call("explain", "mojibake", "consistency").stdout
    assert "mojibake" in told
    assert "impossible-date" in told
    assert "wrong-weekday" in told
    assert call("explain", "sourcingg").exit_code == 2
