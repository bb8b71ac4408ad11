"""One page as the checks see it: everything is derived from the bytes once, on first use, and without any request."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from workbench.domain.column_recipe import ColumnRecipe
from workbench.views.content_facts import ContentFacts, content_facts
from workbench.views.data_islands import island_html
from workbench.views.headline import find_headline
from workbench.views.list_items import ListItem, PageLists, page_lists
from workbench.views.list_place import ListPlace
from workbench.views.page_kind import KindFacts, PageKind, page_kind
from workbench.views.page_outline import outline_of
from workbench.views.page_statements import PageStatements
from workbench.views.page_tree import PageTree
from workbench.views.page_words import pattern_of, words_of
from workbench.views.page_zones import zones_of
from workbench.views.publish_date import PublishDate, publish_date
from workbench.views.recipe_reading import RecipeReading, read_by_recipe
from workbench.views.selector_match import SelectedPage
from workbench.views.signature_date import SignatureDate, signature_date, written_date
from workbench.views.title_links import bare
from workbench.views.url_parts import split_url

# Names of columns are shorter.
_SHORTEST_HEADLINE = 9
_HOMES = (PageKind.HOME, PageKind.HOME_MMDD, PageKind.HOME_NODATE)
_ARTICLE_META = frozenset({"articletitle", "pubdate", "contentsource"})
# What a page is apart from how its list is read.
_WITHOUT_RECIPE = ("_decoded", "tree", "resolver", "links", "outline", "text", "zones", "names", "_lists")


class PageView(PageStatements):
    """`as_of` is the monitoring day.

    With a `recipe` the list is read by it, as long as it fits; `recipe_fault` says why it does not.
    """

    def __init__(
        self,
        body: bytes,
        *,
        url: str,
        content_type: str = "",
        as_of: date,
        recipe: ColumnRecipe | None = None,
    ) -> None:
        super().__init__(body, url=url, content_type=content_type)
        self.as_of = as_of
        self.recipe = recipe

    def by_recipe(self, recipe: ColumnRecipe | None) -> "PageView":
        """The same page with its list read so; nothing that is known of it is derived again."""
        if recipe == self.recipe:
            return self
        seen = PageView(
            self.body, url=self.url, content_type=self.content_type, as_of=self.as_of, recipe=recipe
        )
        seen.__dict__.update({name: held for name, held in vars(self).items() if name in _WITHOUT_RECIPE})
        return seen

    @cached_property
    def _lists(self) -> PageLists:
        place = ListPlace(
            resolve=self.resolver.resolve,
            page_url=self.url,
            names=self.names,
            path_names=self.breadcrumbs,
            path_urls=self._path_urls,
            as_of=self.as_of,
        )
        shown = page_lists(self.zones, place)
        island = "" if shown.own else island_html(self.tree.inline_scripts)
        if not island:
            return shown
        return replace(page_lists(zones_of(outline_of(PageTree(island).parser)), place), own_runs=range(0))

    @property
    def _path_urls(self) -> frozenset[str]:
        held = (anchor.raw for anchor in self.outline.anchors if anchor.first in self.zones.path)
        return frozenset(url for raw in held if (url := self.resolver.resolve(raw)))

    @cached_property
    def recipe_reading(self) -> RecipeReading | None:
        """What the recipe finds; None without one."""
        if self.recipe is None:
            return None
        page = SelectedPage(self.tree.parser, self.outline)
        return read_by_recipe(page, self.recipe, resolve=self.resolver.resolve, as_of=self.as_of)

    @property
    def recipe_fault(self) -> str:
        """Why the recipe does not fit this page, in one clause; empty where it does, or where there is none."""
        return self.recipe_reading.fault if self.recipe_reading is not None else ""

    @property
    def _by_recipe(self) -> RecipeReading | None:
        reading = self.recipe_reading
        return reading if reading is not None and not reading.fault else None

    @cached_property
    def content(self) -> ContentFacts:
        return content_facts(self.zones, names=self.names, item_runs=self._lists.own_runs)

    @cached_property
    def _kind(self) -> tuple[PageKind, float]:
        if self._by_recipe is not None:
            return (PageKind.LIST if self._by_recipe.dated else PageKind.LIST_UNDATED), 1.0
        return page_kind(self._kind_facts())

    @property
    def kind(self) -> PageKind:
        return self._kind[0]

    @property
    def kind_confidence(self) -> float:
        return self._kind[1]

    @cached_property
    def items(self) -> tuple[ListItem, ...]:
        """What the page lists, in its order: the column's own list, or every list of a home page."""
        if self._by_recipe is not None:
            return self._by_recipe.items
        if self.kind in _HOMES:
            return self._lists.all_items
        return self._lists.own if self.kind in (PageKind.LIST, PageKind.LIST_UNDATED) else ()

    @cached_property
    def newest_item(self) -> ListItem | None:
        """The item published last, not after the monitoring day; where it stands in the list does not matter."""
        dated = [item for item in self.items if item.date is not None and item.date <= self.as_of]
        return max(dated, key=lambda item: item.date or date.min, default=None)

    @property
    def newest_date(self) -> date | None:
        return self.newest_item.date if self.newest_item is not None else None

    @cached_property
    def published(self) -> PublishDate | None:
        """When the article was published, with the reason; None on pages that list articles, or where nothing tells."""
        return self._published_by(self.as_of)

    @cached_property
    def published_later(self) -> PublishDate | None:
        """What the article gives as its day of publication where that lies after the monitoring day."""
        return None if self.published is not None else self._published_by(date.max)

    def _published_by(self, last: date) -> PublishDate | None:
        if self.kind in (*_HOMES, PageKind.SITEMAP, PageKind.REDIRECT, PageKind.ERROR) or len(self.items) > 2:
            return None
        return publish_date(
            self.zones,
            metas=self.tree.metas,
            scripts=self.tree.inline_scripts,
            title=self.title,
            as_of=last,
        )

    @property
    def publish_date(self) -> date | None:
        return self.published.day if self.published is not None else None

    @cached_property
    def signed(self) -> SignatureDate | None:
        """The day of the last line that is a date alone, below the text of an article."""
        return signature_date(self.zones, title=self.title) if self.kind is PageKind.CONTENT else None

    @cached_property
    def written(self) -> SignatureDate | None:
        """The day the page labels as 成文日期."""
        return written_date(self.zones) if self.kind is PageKind.CONTENT else None

    @property
    def signature_date(self) -> date | None:
        return self.signed.day if self.signed is not None else None

    @property
    def is_blank(self) -> bool:
        """A column without any content: not undated, not filled by script, not a menu of sub-columns."""
        return self.kind is PageKind.LIST_BLANK

    @property
    def is_undated(self) -> bool:
        """There are items and none shows a date."""
        return self.kind in (PageKind.LIST_UNDATED, PageKind.HOME_NODATE)

    @property
    def is_script_filled(self) -> bool:
        return self.kind is PageKind.SCRIPT

    @property
    def _has_headline(self) -> bool:
        """Whether the content opens with a long part of the title that is no name of the column."""
        run = find_headline(self.zones, self.title)
        shown = bare(self.outline.texts[run]) if run is not None else ""
        names = [bare(name) for name in self.breadcrumbs]
        return len(shown) >= _SHORTEST_HEADLINE and shown in bare(self.title) and shown not in names

    def _kind_facts(self) -> KindFacts:
        lists = self._lists
        dated = sum(1 for item in lists.own if item.date is not None)
        is_empty = not lists.own and self.content.prose < 60
        return KindFacts(
            path=split_url(self.url).path if "://" in self.url else None,
            has_crumbs=bool(self.breadcrumbs),
            is_sitemap=any(pattern_of("page_words", "site_map").search(name) for name in self.names[:2]),
            is_about_site=any(name in words_of("page_words", "about_site") for name in self.names[:2]),
            is_error=dated == 0 and bool(self.soft_error or self.moved_notice),
            refresh_target=self.refresh_target,
            run_count=len(self.outline.texts),
            link_count=len(self.outline.anchors),
            dated=dated,
            undated=len(lists.own) - dated,
            own_is_side=lists.own_is_side,
            own_is_plain=lists.own_is_plain,
            list_count=lists.list_count,
            dated_lists=lists.dated_lists,
            is_yearless=lists.is_yearless,
            has_article_meta=any(name in _ARTICLE_META for name, _ in self.tree.metas),
            has_article_title=any(name == "articletitle" and content for name, content in self.tree.metas),
            has_headline=self._has_headline,
            is_script_filled=is_empty and self.may_be_script_filled,
            content=self.content,
        )
