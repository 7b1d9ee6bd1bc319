"""`docs/ci.md` states each promise of the gate in a sentence, and each sentence has its tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TESTS = {
    name
    for folder in ("gate", "cli", "reporters", "trust")
    for file in (ROOT / "tests" / folder).glob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
}
# How a sentence begins, and the tests that would fail if it were not so.
PROMISES = {
    "Baseline": {
        "What is known is a place": "test_the_same_words_in_another_sentence_are_new "
        "test_who_mends_the_first_of_two_known_places_is_not_stopped test_only_new_findings_fail",
        "Findings that are a fault only together": "test_a_further_copy_is_new_and_shown_where_it_is",
        "A baseline of 0.1.0 holds": "test_its_baseline_and_settings_hold "
        "test_a_baseline_of_whole_findings_is_upgraded_where_it_stands",
        "Known findings cost no points": "test_what_the_baseline_knows_costs_nothing_until_it_grows",
        "The file has one place a line": "test_it_is_one_sorted_line_a_finding",
        "`create` and `init` let git merge": "test_two_branches_that_add_lines_merge_without_a_conflict "
        "test_attributes_that_are_there_stay",
        "What stood in a file that is gone": "test_a_renamed_file_stays_known_and_update_moves_it",
        "Files that were not audited": "test_a_file_that_cannot_be_read_leaves_the_baseline_as_it_is "
        "test_prune_drops_what_is_gone_and_leaves_files_alone_that_were_not_asked_for",
    },
    "Changed findings": {
        "`--diff-base REV` audits": "test_only_files_that_changed_are_audited "
        "test_what_the_other_branch_did_since_is_not_ours",
        "The version of the base": "test_only_what_is_new_in_a_changed_file_fails "
        "test_a_renamed_file_brings_nothing_new",
        "When settings, cards or a baseline changed": "test_what_an_excuse_hid_is_new_when_it_goes "
        "test_a_rule_that_is_no_longer_ignored_fails_where_it_finds_something "
        "test_what_the_baseline_forgets_is_new test_what_was_excluded_is_new_when_it_is_let_in "
        "test_a_card_that_finds_more_is_audited_and_what_it_found_before_is_known",
        "Every file is compared": "test_a_commit_in_a_submodule_is_audited "
        "test_a_clone_in_the_repository_is_asked_itself "
        "test_files_of_another_repository_are_asked_there",
        "Variables such as `GIT_DIR`": "test_a_hook_of_a_linked_worktree_may_change_its_folder "
        "test_git_itself_calls_a_hook_of_a_linked_worktree",
        "A repository that cannot answer": "test_a_repository_of_somebody_else_is_told_in_the_words_of_git "
        "test_outside_git_is_an_error",
        "A revision of zeros": "test_a_revision_of_zeros_is_a_new_branch",
        "Where histories do not meet": "test_histories_that_do_not_meet_are_told",
    },
    "Nothing in silence": {
        "A run that finds nothing": "test_a_run_that_found_nothing_to_audit_is_an_error_in_every_report",
        "What `--force-exclude` keeps out": "test_what_force_excludes_by_name_is_counted_and_no_error "
        "test_stdin_has_the_rights_of_its_name",
        "A file without text": "test_a_file_without_its_text_fails test_marks_of_a_merge_reject",
        "A link in a walk": "test_a_link_that_leads_nowhere_is_told test_a_file_is_one_file_under_whatever_names",
        "A report is not written over": "test_a_report_is_not_written_over_an_article",
        "A run over 1,000 files": "test_a_log_is_told_once_a_minute_how_far_a_run_is",
    },
    "Names and cases on hosts": {
        "In the formats `github`": "test_names_count_from_the_top_of_the_repository "
        "test_names_count_from_where_the_host_checked_out",
        "In `github`, `gitlab` and `rdjson` every": "test_every_place_is_an_entry_of_its_own_for_hosts "
        "test_the_mark_of_a_place_on_a_host_stays_when_another_is_mended",
        "In JUnit a case": "test_a_case_fails_where_the_gate_fails test_a_run_without_files_has_one_case_that_passes",
    },
    "Suppressions": {
        "A suppression needs": "test_what_does_not_count_is_a_finding_and_hides_nothing",
        "From that day on": "test_it_expires_on_its_day",
        "Where `inline-ignores = true`": "test_a_suppression_takes_the_finding_and_its_points",
        "`ignore` covers the block": "test_a_comment_covers_the_next_block_only "
        "test_a_comment_excuses_its_own_place_and_no_other test_a_copy_that_is_excused_leaves_the_fault_of_the_others",
        "Findings about the page": "test_a_suppression_takes_the_finding_and_its_points",
        "A dimension may stand": "test_no_source_excuses_a_whole_dimension_by_itself",
        "Front matter covers": "test_a_suppression_takes_the_finding_and_its_points",
        "Settings cover paths": "test_paths_count_from_the_settings test_scripts_and_plain_text_have_no_comments",
        "`auditor check PATH --add-ignore": "test_add_ignore_writes_what_is_found_and_nothing_is_left",
        "A fault that is written later": "test_add_ignore_hides_what_was_there_and_nothing_that_is_written_later",
        "What is critical": "test_add_ignore_refuses_what_is_critical_without_an_end",
        "What is suppressed costs": "test_a_suppression_takes_the_finding_and_its_points",
        "A suppression that gives no reason": "test_what_does_not_count_is_a_finding_and_hides_nothing "
        "test_an_unused_one_is_a_finding_where_it_stands",
        "After a walk over all": "test_patterns_that_match_no_file_are_told_after_a_whole_walk",
        "An entry for many files": "test_suppressions_are_told_by_entry_when_they_hide_nothing "
        "test_of_two_suppressions_with_one_reason_the_idle_one_is_told",
        "Expiry goes by": "test_the_day_is_a_setting_too test_before_its_day_and_without_a_day_given_it_counts",
        "A source does not excuse itself": "test_comments_count_only_where_sources_are_vouched_for",
        "Even then no comment": "test_no_source_excuses_what_is_critical "
        "test_no_source_excuses_a_whole_dimension_by_itself",
        "What the articles excused": "test_comments_count_only_where_sources_are_vouched_for",
        "In Python, and so": "test_a_source_does_not_excuse_itself_unless_somebody_vouches_for_it",
    },
    "Settings": {
        "Options win over": "test_the_environment_stands_between_file_and_command_line test_every_value_has_its_origin",
        "A file is judged by": "test_a_file_has_its_settings_from_whatever_folder_a_run_starts "
        "test_files_above_the_working_folder_and_of_nobody_have_the_settings_of_the_run",
        "Nothing is taken from settings further above": "test_settings_add_to_those_that_they_extend "
        "test_what_a_folder_excludes_is_its_own_affair",
        "A settings file that is named": "test_a_settings_file_that_is_named_counts_for_all",
        "A settings file that cannot be used": "test_one_of_the_working_folder_costs_what_has_no_other",
        "What it would have judged": "test_one_of_the_working_folder_costs_what_has_no_other "
        "test_no_run_with_broken_settings_passes",
        "What is wrong with an option": "test_what_was_asked_for_in_vain_stops_the_run",
        "Cache and `allow-empty`": "test_one_run_has_one_cache",
        "`auditor config show": "test_what_applies_to_a_file_is_shown test_every_value_has_its_origin",
        "Walks pass by": "test_a_walk_takes_what_git_would_take test_included_patterns_replace_the_suffixes "
        "test_a_tracked_file_is_audited_whatever_the_patterns_say test_gitignore_is_respected_unless_settings_say_no",
        "A file that is named": "test_excluded_files_can_still_be_named_unless_forced",
    },
    "Cache": {
        "Reports of unchanged files": "test_it_stands_beside_the_settings_and_git_does_not_see_it",
        "An entry counts only": "test_whatever_changes_the_report_audits_again test_lexicons_count_too "
        "test_changed_files_and_cards_are_audited_again test_the_day_counts_only_where_a_suppression_may_expire",
        "Stdin, errors": "test_nothing_is_kept_of_stdin_errors_or_broken_rules",
        "Entries are written whole": "test_a_killed_run_leaves_whole_entries test_several_runs_at_once_agree "
        "test_a_repository_cannot_bring_its_own_verdicts_along test_a_harmed_entry_is_no_entry",
        "The folder can be deleted": "test_where_no_key_can_be_kept_nothing_is",
        "A second run": "test_a_second_run_parses_nothing_and_says_the_same",
    },
}


def sentences(section):
    """Those of a section of the page, without its tables and what stands in blocks of code."""
    text = re.sub(r"```.*?```", "", (ROOT / "docs" / "ci.md").read_text("utf-8"), flags=re.DOTALL)
    (own,) = re.findall(rf"^## {section}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    paragraphs = [part for part in re.split(r"\n\n|\n(?=- )", own) if part.strip() and not part.strip().startswith("|")]
    plain = (" ".join(part.removeprefix("- ").split()) for part in paragraphs)
    return [one for part in plain for one in re.split(r"(?<=\.) (?=[A-Z`])", part)]


@pytest.mark.parametrize("section", PROMISES)
def test_every_sentence_has_its_tests(section):
    starts = PROMISES[section]
    said = sentences(section)
    assert [one for one in said if not one.startswith(tuple(starts))] == []
    assert [start for start in starts if not any(one.startswith(start) for one in said)] == []


@pytest.mark.parametrize("section", PROMISES)
def test_the_tests_of_promises_are_there(section):
    named = " ".join(PROMISES[section].values()).split()
    assert sorted(set(named) - TESTS) == []
