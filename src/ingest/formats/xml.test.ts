import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { LIMITS, type Limits } from "../limits.ts";
import { readXml } from "./xml.ts";
import { ampersandMender } from "./xml-ampersands.ts";

const folder = mkdtempSync(join(tmpdir(), "xml-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What was read: each leaf with its text, each other element that holds text, the faults. */
async function read(content: string | Uint8Array, limits: Partial<Limits> = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const path = join(folder, "file.xml");
  writeFileSync(path, bytes);
  const texts: string[] = [];
  const faults = await readXml(
    { path, bytes: bytes.length, head: bytes.subarray(0, 65_536) },
    {
      open: () => {},
      close: (name, text, leaf) => {
        if (text !== "") texts.push(`${name}${leaf ? "=" : "~"}${text}`);
      },
      rest: async () => {},
    },
    { ...LIMITS, ...limits },
  );
  return { texts, faults, codes: faults.map(({ code }) => code) };
}

const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, "utf16le")]));

test("text in elements is read whatever prefix, entity, CDATA or blanks it comes with", async () => {
  const { texts, codes } = await read(
    '<?xml version="1.0"?><a:r xmlns:a="u"><a:b>\n one </a:b><c><![CDATA[<two>]]></c><d>1 &lt; 2 &#233;</d><e/></a:r>',
  );
  assert.deepEqual(texts, ["b=one", "c=<two>", "d=1 < 2 é"]);
  assert.deepEqual(codes, []);
});

test("stray text between elements does not disturb the elements round it", async () => {
  const { texts } = await read("<r><a>1</a>stray<b>2</b></r>");
  assert.deepEqual(texts, ["a=1", "b=2", "r~stray"]);
});

const encodings: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("<r>é</r>")]), []],
  ["UTF-16 with a byte order mark", utf16('<?xml version="1.0" encoding="utf-16"?><r>é</r>', true), []],
  ["UTF-16 without one", utf16(`<?xml version="1.0"?><r>é${" ".repeat(50)}</r>`, false), []],
  ["Windows-1252 as declared", Buffer.from('<?xml version="1.0" encoding="windows-1252"?><r>\xe9</r>', "latin1"), []],
  ["ISO 8859-1 as declared", Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><r>\xe9</r>", "latin1"), []],
  ["US-ASCII with a reference", Buffer.from("<?xml version='1.0' encoding='us-ascii'?><r>&#xE9;</r>"), []],
  ["UTF-8 that says it is UTF-16", Buffer.from('<?xml version="1.0" encoding="utf-16"?><r>é</r>'), []],
  ["Windows-1252 undeclared", Buffer.from("<r>\xe9</r>", "latin1"), []],
  [
    "an encoding nobody knows",
    Buffer.from('<?xml version="1.0" encoding="klingon"?><r>é</r>'),
    ["XML_ENCODING_UNKNOWN"],
  ],
];
for (const [name, bytes, expected] of encodings) {
  test(`a file in ${name} gives the same text`, async () => {
    const { texts, codes } = await read(bytes);
    assert.deepEqual(texts, ["r=é"]);
    assert.deepEqual(codes, expected);
  });
}

test("bytes that mean nothing in the declared encoding are told of", async () => {
  const long = "x".repeat(70_000);
  const { faults } = await read(Buffer.concat([Buffer.from(`<r>${long}`), Buffer.from([0xe9]), Buffer.from("</r>")]));
  assert.deepEqual(faults, [{ code: "XML_CHARACTERS_LOST", stopped: false, count: 1 }]);
});

test("entity declarations are refused, so a billion laughs cost nothing", async () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const { texts, faults } = await read(`<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]><r><a>&l9;</a></r>`);
  assert.deepEqual(texts, []);
  assert.deepEqual(faults, [{ code: "XML_ENTITIES_REFUSED", stopped: true, line: 1 }]);
});

test("a document type that declares nothing is read past", async () => {
  const { texts, codes } = await read('<!DOCTYPE Message SYSTEM "cin.dtd"><Message><a>1</a></Message>');
  assert.deepEqual(texts, ["a=1"]);
  assert.deepEqual(codes, []);
});

const limited: readonly (readonly [string, string, string])[] = [
  ["elements nested without end", "<a>".repeat(200), "XML_TOO_DEEP"],
  ["a text without end", `<r><a>${"x".repeat(3000)}</a></r>`, "XML_TEXT_TOO_LONG"],
  ["a comment without end", `<r><!-- ${"x".repeat(2_000_000)}`, "XML_TEXT_TOO_LONG"],
  ["a tag without end", `<r a="${"x".repeat(2_000_000)}`, "XML_TEXT_TOO_LONG"],
];
for (const [name, text, code] of limited) {
  test(`${name} is stopped`, async () => {
    const { codes } = await read(text, { depth: 64, cellCharacters: 1000 });
    assert.deepEqual(codes, [code]);
  });
}

test("a file larger than the limit is not opened", async () => {
  assert.deepEqual((await read("<r/>", { partBytes: 3 })).codes, ["XML_TOO_LARGE"]);
});

test("a wrong closing tag stops the reading, and what it closed by mistake is not read", async () => {
  const { texts, faults } = await read("<r><a>1</a>\n<b><c>2</c><d>3</b></r>");
  assert.deepEqual(texts, ["a=1", "c=2"]);
  assert.deepEqual(faults, [{ code: "XML_BROKEN", stopped: true, line: 2 }]);
});

test("bare ampersands, unknown references and NULs are read as they stand", async () => {
  const { texts, faults } = await read(
    "<r><a>Salt & Vinegar</a><b>x&nbsp;y</b><c>AT&T;</c><d>p\u0000q</d><e>&</e></r>",
  );
  assert.deepEqual(texts, ["a=Salt & Vinegar", "b=x&nbsp;y", "c=AT&T;", "d=p\u0000q", "e=&"]);
  assert.equal(faults.length, 1);
  assert.equal(faults[0]?.code, "XML_MENDED");
});

test("a file cut anywhere is told of, and no element is read that was not closed", async () => {
  const whole = "<r><p><a>one</a><b>two</b></p><p><a>three</a></p></r>";
  for (let length = 1; length < whole.length; length++) {
    const { texts, faults } = await read(whole.slice(0, length));
    assert.equal(faults.length, 1, whole.slice(0, length));
    assert.match(faults[0]?.code ?? "", /^XML_(CUT_SHORT|BROKEN)$/);
    assert.deepEqual(texts, ["a=one", "b=two", "a=three"].slice(0, texts.length));
  }
});

test("ampersands are mended the same however the file falls into pieces", () => {
  const piece = fc.array(
    fc.constantFrom("&", "amp;", "&amp;", "&#12;", "#", "x", "a b", ";", "&lt;", "verylongname".repeat(4)),
  );
  fc.assert(
    fc.property(piece, fc.array(fc.nat(40)), (parts, cuts) => {
      const text = parts.join("");
      const whole = ampersandMender();
      const expected = whole.mend(text) + whole.rest();
      const mender = ampersandMender();
      let made = "";
      let at = 0;
      for (const cut of cuts) {
        made += mender.mend(text.slice(at, at + cut));
        at += cut;
      }
      made += mender.mend(text.slice(at)) + mender.rest();
      assert.equal(made, expected);
      assert.equal(mender.count(), whole.count());
    }),
  );
});
