/** The way from one page of a long list to the others. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type PageLink =
  | { readonly number: number; readonly href: string; readonly current?: boolean | undefined }
  | { readonly ellipsis: true };

export type PaginationProps = Omit<BlockProps, "children"> & {
  readonly items: readonly PageLink[];
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
};

const ARROWS = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
} as const;

/** GOV.UK pagination. */
export function Pagination({ items, previous, next, class: extra, attributes }: PaginationProps) {
  return (
    <nav class={classNames("govuk-pagination", extra)} aria-label="Pagination" {...attributes}>
      {previous && <Step href={previous} rel="prev" before={<Arrow way="prev" />} word="Previous" />}
      <ul class="govuk-pagination__list">
        {items.map((item, index) => (
          <Item key={"number" in item ? item.number : `gap ${index}`} item={item} />
        ))}
      </ul>
      {next && <Step href={next} rel="next" after={<Arrow way="next" />} word="Next" />}
    </nav>
  );
}

type StepProps = {
  readonly href: string;
  readonly rel: "prev" | "next";
  readonly word: string;
  readonly before?: ComponentChildren;
  readonly after?: ComponentChildren;
};

function Step({ href, rel, word, before, after }: StepProps) {
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={rel}>
        {before}
        <span class="govuk-pagination__link-title">
          {word}
          <span class="govuk-visually-hidden"> page</span>
        </span>
        {after}
      </a>
    </div>
  );
}

function Arrow({ way }: { readonly way: "prev" | "next" }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[way]} />
    </svg>
  );
}

function Item({ item }: { readonly item: PageLink }) {
  if ("ellipsis" in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={classNames("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={`Page ${item.number}`}
        aria-current={item.current ? "page" : undefined}
      >
        {item.number}
      </a>
    </li>
  );
}

/** Which pages to link from one of many: the ends, this one and its neighbours, with gaps between. */
export function pageLinks(current: number, last: number, hrefOf: (page: number) => string): readonly PageLink[] {
  const wanted = [...new Set([1, current - 1, current, current + 1, last])]
    .filter((page) => page >= 1 && page <= last)
    .sort((a, b) => a - b);
  return wanted.flatMap((page, index) => {
    const gap = index > 0 && page - (wanted[index - 1] ?? 0) > 1 ? [{ ellipsis: true } as const] : [];
    return [...gap, { number: page, href: hrefOf(page), ...(page === current ? { current: true } : {}) }];
  });
}
