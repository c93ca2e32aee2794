"""Whose rows they are: rows of two people are never one journal."""

from analysis.journal.people.whose_rows import ask_across_files, chosen_for, keep_one_person

__all__ = ["ask_across_files", "chosen_for", "keep_one_person"]
