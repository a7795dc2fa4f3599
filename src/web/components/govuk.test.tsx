/** Our components write the same document as GOV.UK's own examples, for every example that uses only what ours offer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentChildren, VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { render } from "preact-render-to-string";
import type { Attributes } from "./block.ts";
import { Breadcrumbs } from "./breadcrumbs/breadcrumbs.tsx";
import { Button } from "./button/button.tsx";
import { Checkboxes } from "./checkboxes/checkboxes.tsx";
import { DateInput } from "./date-input/date-input.tsx";
import { Details } from "./details/details.tsx";
import { ErrorMessage } from "./error-message/error-message.tsx";
import { ErrorSummary } from "./error-summary/error-summary.tsx";
import { Fieldset } from "./fieldset/fieldset.tsx";
import { FileUpload } from "./file-upload/file-upload.tsx";
import { fixtures, normaliseHtml } from "./fixtures.ts";
import { GenericHeader } from "./generic-header/generic-header.tsx";
import { Hint } from "./hint/hint.tsx";
import { Input } from "./input/input.tsx";
import { InsetText } from "./inset-text/inset-text.tsx";
import { Label } from "./label/label.tsx";
import { NotificationBanner } from "./notification-banner/notification-banner.tsx";
import { Pagination } from "./pagination/pagination.tsx";
import { PasswordInput } from "./password-input/password-input.tsx";
import { PhaseBanner } from "./phase-banner/phase-banner.tsx";
import { Radios } from "./radios/radios.tsx";
import { Select } from "./select/select.tsx";
import { ServiceNavigation } from "./service-navigation/service-navigation.tsx";
import { SkipLink } from "./skip-link/skip-link.tsx";
import { SummaryList } from "./summary-list/summary-list.tsx";
import { Table, type TableCell } from "./table/table.tsx";
import { Tabs } from "./tabs/tabs.tsx";
import { Tag } from "./tag/tag.tsx";
import { Textarea } from "./textarea/textarea.tsx";
import { WarningText } from "./warning-text/warning-text.tsx";

type Words = { readonly text?: string; readonly html?: string };
// GOV.UK's examples have options of many shapes; what each adapter reads is checked by `offered`.
// biome-ignore lint/suspicious/noExplicitAny: options of another project's examples
type Options = any;

const raw = (html: string): VNode => jsxTemplate([html]);
const words = ({ text, html }: Words = {}): ComponentChildren => (html === undefined ? text : raw(html));
const block = (o: Options) => ({
  class: o.classes as string | undefined,
  attributes: o.attributes as Attributes,
  children: words(o),
});
const field = (o: Options) => ({
  id: o.id ?? o.name,
  name: o.name,
  label: o.label.text,
  labelClass: o.label.classes,
  hint: o.hint?.text,
  error: o.errorMessage?.text,
  groupClass: o.formGroup?.classes,
  class: o.classes,
  attributes: o.attributes,
  disabled: o.disabled,
});
const cell = (o: Options): TableCell => ({
  content: words(o),
  numeric: o.format === "numeric",
  class: o.classes,
  attributes: o.attributes,
});

const choices = (o: Options) => ({
  idPrefix: o.idPrefix ?? o.id ?? o.name,
  name: o.name,
  legend: o.fieldset && words(o.fieldset.legend),
  legendClass: o.fieldset?.legend?.classes,
  hint: o.hint?.text,
  error: o.errorMessage?.text,
  groupClass: o.formGroup?.classes,
  class: o.classes,
  attributes: o.attributes,
  items: (o.items ?? []).map((item: Options) => ({
    value: item.value,
    text: words(item),
    hint: item.hint?.text,
    id: item.id,
    disabled: item.disabled,
    conditional: item.conditional?.html && raw(item.conditional.html),
  })),
});
const CHOICES =
  "idPrefix name classes attributes hint.text errorMessage.text formGroup.classes fieldset.legend.text fieldset.legend.html fieldset.legend.classes"
    .split(" ")
    .concat(
      ["value", "text", "html", "id", "disabled", "hint.text", "conditional.html"].map((key) => `items[].${key}`),
    );

const BLOCK = ["text", "html", "classes", "attributes"];
const FIELD =
  "id name classes attributes disabled label.text label.classes hint.text errorMessage.text formGroup.classes";
const CELL = ["text", "html", "format", "classes", "attributes"];

const COMPONENTS: readonly (readonly [string, readonly string[], (o: Options) => VNode, number])[] = [
  ["tag", BLOCK, (o) => <Tag {...block(o)} />, 12],
  ["skip-link", [...BLOCK, "href"], (o) => <SkipLink {...block(o)} href={o.href ?? "#content"} />, 9],
  [
    "generic-header",
    ["logoText", "logoHtml", "url", "classes", "containerClasses", "attributes"],
    (o) => (
      <GenericHeader {...block(o)} href={o.url} containerClass={o.containerClasses}>
        {words({ text: o.logoText, html: o.logoHtml })}
      </GenericHeader>
    ),
    7,
  ],
  [
    "service-navigation",
    ["serviceName", "serviceUrl", "classes", "attributes"].concat(
      ["href", "text", "current", "active"].map((key) => `navigation[].${key}`),
    ),
    (o) => (
      <ServiceNavigation
        {...block(o)}
        serviceName={o.serviceName}
        serviceUrl={o.serviceUrl}
        items={o.navigation ?? []}
      />
    ),
    12,
  ],
  [
    "phase-banner",
    [...BLOCK, "tag.text", "tag.classes"],
    (o) => <PhaseBanner {...block(o)} tag={o.tag?.text ?? ""} tagClass={o.tag?.classes} />,
    2,
  ],
  [
    "breadcrumbs",
    ["classes", "attributes", "collapseOnMobile", "items[].text", "items[].href"],
    (o) => <Breadcrumbs {...block(o)} items={o.items} collapseOnMobile={o.collapseOnMobile} />,
    5,
  ],
  [
    "table",
    ["caption", "captionClasses", "firstCellIsHeader", "classes", "attributes"].concat(
      CELL.flatMap((key) => [`head[].${key}`, `rows[][].${key}`]),
    ),
    (o) => (
      <Table
        {...block(o)}
        caption={o.caption}
        captionClass={o.captionClasses}
        head={o.head?.map(cell)}
        rows={o.rows.map((row: Options) => row.map(cell))}
        firstCellIsHeader={o.firstCellIsHeader}
      />
    ),
    12,
  ],
  [
    "details",
    [...BLOCK, "id", "open", "summaryText", "summaryHtml"],
    (o) => (
      <Details {...block(o)} id={o.id} open={o.open} summary={words({ text: o.summaryText, html: o.summaryHtml })} />
    ),
    10,
  ],
  [
    "button",
    [...BLOCK, "id", "name", "value", "type", "disabled"],
    (o) => <Button {...block(o)} id={o.id} name={o.name} value={o.value} type={o.type} disabled={o.disabled} />,
    12,
  ],
  ["label", [...BLOCK, "for"], (o) => <Label {...block(o)} for={o.for} />, 5],
  ["hint", [...BLOCK, "id"], (o) => <Hint {...block(o)} id={o.id} />, 6],
  ["error-message", [...BLOCK, "id"], (o) => <ErrorMessage {...block(o)} id={o.id} />, 6],
  [
    "input",
    [...FIELD.split(" "), "type", "value", "autocomplete"],
    (o) => <Input {...field(o)} type={o.type} value={o.value} autocomplete={o.autocomplete} />,
    12,
  ],
  [
    "password-input",
    [...FIELD.split(" "), "autocomplete"],
    (o) => <PasswordInput {...field(o)} autocomplete={o.autocomplete} />,
    8,
  ],
  [
    "select",
    [...FIELD.split(" "), ...["value", "text", "selected", "disabled"].map((key) => `items[].${key}`)],
    (o) => <Select {...field(o)} options={o.items ?? []} />,
    8,
  ],
  [
    "summary-list",
    ["classes", "attributes", ...["key.text", "value.text", "value.html"].map((key) => `rows[].${key}`)],
    (o) => (
      <SummaryList
        {...block(o)}
        rows={o.rows.map((row: Options) => ({ key: row.key.text, value: words(row.value) }))}
      />
    ),
    3,
  ],
  ["inset-text", [...BLOCK, "id"], (o) => <InsetText {...block(o)} id={o.id} />, 6],
  ["warning-text", BLOCK, (o) => <WarningText {...block(o)} />, 5],
  [
    "notification-banner",
    [...BLOCK, "titleText", "type"],
    (o) => (
      <NotificationBanner {...block(o)} title={o.titleText} success={o.type === "success"}>
        {o.html ? raw(o.html) : <p class="govuk-notification-banner__heading">{o.text}</p>}
      </NotificationBanner>
    ),
    10,
  ],
  [
    "textarea",
    [...FIELD.split(" "), "rows", "value", "spellcheck", "autocomplete"],
    (o) => (
      <Textarea {...field(o)} rows={o.rows} value={o.value} spellcheck={o.spellcheck} autocomplete={o.autocomplete} />
    ),
    9,
  ],
  [
    "file-upload",
    [...FIELD.split(" "), "multiple", "javascript"],
    (o) => <FileUpload {...field(o)} multiple={o.multiple} javascript={o.javascript} />,
    9,
  ],
  ["radios", [...CHOICES, "value"], (o) => <Radios {...choices(o)} value={o.value} />, 9],
  ["checkboxes", [...CHOICES, "values[]"], (o) => <Checkboxes {...choices(o)} values={o.values} />, 9],
  [
    "date-input",
    "id namePrefix values.day values.month values.year hint.text errorMessage.text formGroup.classes fieldset.legend.text fieldset.legend.html fieldset.legend.classes".split(
      " ",
    ),
    (o) => <DateInput {...choices(o)} id={o.id} namePrefix={o.namePrefix} values={o.values} />,
    6,
  ],
  [
    "pagination",
    [
      "previous.href",
      "next.href",
      ...["number", "href", "current", "ellipsis"].map((key) => `items[].${key}`),
      ...BLOCK,
    ],
    (o) => <Pagination {...block(o)} items={o.items} previous={o.previous?.href} next={o.next?.href} />,
    6,
  ],
  [
    "tabs",
    [
      "id",
      "title",
      "classes",
      "attributes",
      ...["id", "label", "panel.text", "panel.html"].map((key) => `items[].${key}`),
    ],
    (o) => (
      <Tabs
        {...block(o)}
        id={o.id}
        title={o.title}
        items={o.items.map((item: Options) => ({
          id: item.id,
          label: item.label,
          panel: item.panel.html ? raw(item.panel.html) : <p class="govuk-body">{item.panel.text}</p>,
        }))}
      />
    ),
    5,
  ],
  [
    "fieldset",
    ["legend.text", "legend.html", "legend.classes", "classes", "attributes", "describedBy", "html"],
    (o) => (
      <Fieldset {...block(o)} legend={words(o.legend)} legendClass={o.legend?.classes} describedBy={o.describedBy}>
        {o.html && raw(o.html)}
      </Fieldset>
    ),
    9,
  ],
  [
    "error-summary",
    ["titleText", "descriptionText", "classes", "attributes", "errorList[].text", "errorList[].href"],
    (o) => (
      <ErrorSummary {...block(o)} title={o.titleText} errors={o.errorList ?? []}>
        {o.descriptionText}
      </ErrorSummary>
    ),
    6,
  ],
];

/** A label without words, options worth `false`, and lists of nothing are things our types do not allow. */
const UNSAYABLE = [
  "pagination, with prev and next only",
  "pagination, with previous only",
  "pagination, with next only",
  "tabs, empty item list",
  "tabs, no item list",
  "label, empty",
  "select, with falsy values",
];

for (const [component, offered, show, atLeast] of COMPONENTS) {
  const examples = fixtures(component, offered).filter(({ name }) => !UNSAYABLE.includes(`${component}, ${name}`));
  test(`${component}: at least ${atLeast} of GOV.UK's examples use only what ours offers`, () => {
    assert.ok(examples.length >= atLeast, `${examples.length} examples`);
  });
  for (const { name, options, html } of examples) {
    test(`${component}, ${name}: the same document as GOV.UK's`, () => {
      assert.equal(normaliseHtml(render(show(options))), normaliseHtml(html));
    });
  }
}

test("HTML differing only in space, attribute order and entities is the same; anything else is not", () => {
  assert.equal(normaliseHtml(`<p  id="a" class="b">\n it&#39;s </p>`), normaliseHtml(`<p class="b" id="a">it's</p>`));
  assert.notEqual(normaliseHtml(`<p id="a">x</p>`), normaliseHtml(`<p id="b">x</p>`));
});
