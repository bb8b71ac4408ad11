"""What a page states about itself, whatever it lists and whoever reads it: where it leads, that it is none, who is behind it."""

from datetime import date
from functools import cached_property
from itertools import islice

from workbench.views.date_words import find_full_dates
from workbench.views.footer_facts import FooterFacts, footer_facts
from workbench.views.page_identity import IdentityTags, identity_tags
from workbench.views.page_reading import PageReading
from workbench.views.redirecting import redirect_target
from workbench.views.script_filling import is_script_filled
from workbench.views.soft_error import moved_words, soft_error_words

# No page anybody reads shows more.
_MOST_DATES = 20_000


class PageStatements(PageReading):
    @cached_property
    def refresh_target(self) -> str:
        """Where a page without content of its own leads, absolute; empty for none."""
        is_bare = len(self.outline.texts) < 6 and len(self.outline.anchors) < 4
        target = redirect_target(self.tree.metas, self.tree.inline_scripts, is_bare=is_bare)
        return self.resolver.resolve(target) if target else ""

    @cached_property
    def soft_error(self) -> str:
        """The words by which the page says it is an error, or an empty text."""
        return soft_error_words(self.title, self.text)

    @cached_property
    def moved_notice(self) -> str:
        """The words by which a short page says that the site has moved, closed or is being rebuilt, or an empty text."""
        return moved_words(self.title, self.text)

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """Every full date the page shows, in its order."""
        found = (
            mention.day
            for run, text in enumerate(self.outline.texts)
            if not self.outline.hidden[self.outline.run_elements[run]]
            for mention in find_full_dates(text)
        )
        return tuple(islice(found, _MOST_DATES))

    @cached_property
    def identity(self) -> IdentityTags:
        return identity_tags(self.tree.metas)

    @cached_property
    def footer(self) -> FooterFacts:
        return footer_facts(
            self.zones, parser=self.tree.parser, links=self.links, scripts=self.tree.inline_scripts
        )

    @cached_property
    def may_be_script_filled(self) -> bool:
        """Whether a script writes something like a list into the page, whatever else stands on it."""
        return is_script_filled(
            self.zones,
            scripts=self.tree.inline_scripts,
            has_script_files=any(link.tag == "script" for link in self.links),
            html=self.html,
        )
