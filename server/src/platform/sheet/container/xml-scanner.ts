import { SheetError } from '../sheet-error.ts';

/**
 * A small streaming scanner for the XML of spreadsheets. Names come without their prefix. It expands only the five
 * entities of XML and character references, and refuses document types.
 */
export interface XmlHandler {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlScanner {
  push(chunk: string): void;
  end(): void;
}

/** Longer than any tag or text a spreadsheet program writes; bounds the buffer if a ">" is missing. */
const MAX_TOKEN = 1024 * 1024;

export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let rest = '';
  return {
    push(chunk) {
      const input = rest + chunk;
      rest = input.slice(scan(input, handler));
      if (rest.length > MAX_TOKEN) throw new SheetError('FILE_BROKEN');
    },
    end() {
      if (rest.trim() !== '') throw new SheetError('FILE_BROKEN');
    },
  };
}

/** Scans a whole part. */
export async function scanXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(handler);
  for await (const text of decodeXml(chunks)) scanner.push(text);
  scanner.end();
}

export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8', {
      fatal: true,
    });
    yield decode(decoder, chunk);
  }
  if (decoder) yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    throw new SheetError('FILE_BROKEN', undefined, cause);
  }
}

/** Handles all complete tokens and returns the position of the first incomplete one. */
function scan(input: string, handler: XmlHandler): number {
  let at = 0;
  while (at < input.length) {
    if (input.charCodeAt(at) !== 60) {
      const end = input.indexOf('<', at);
      if (end < 0) return at;
      handler.text?.(decodeEntities(input.slice(at, end)));
      at = end;
      continue;
    }
    const next = scanMarkup(input, at, handler);
    if (next < 0) return at;
    at = next;
  }
  return at;
}

function scanMarkup(input: string, at: number, handler: XmlHandler): number {
  const second = input[at + 1];
  if (second === '!') return scanDeclaration(input, at, handler);
  if (second === '?') return after(input, '?>', at);
  if (second === '/') {
    const end = input.indexOf('>', at);
    if (end < 0) return -1;
    handler.close?.(localName(input.slice(at + 2, end).trim()));
    return end + 1;
  }
  const end = tagEnd(input, at + 1);
  if (end < 0) return -1;
  const isClosed = input.charCodeAt(end - 1) === 47;
  const content = input.slice(at + 1, isClosed ? end - 1 : end);
  const space = content.search(/\s/);
  const name = localName(space < 0 ? content : content.slice(0, space));
  handler.open?.(name, space < 0 ? '' : content.slice(space));
  if (isClosed) handler.close?.(name);
  return end + 1;
}

function scanDeclaration(input: string, at: number, handler: XmlHandler): number {
  if (input.startsWith('<!--', at)) return after(input, '-->', at + 4);
  if (input.startsWith('<![CDATA[', at)) {
    const end = input.indexOf(']]>', at + 9);
    if (end < 0) return -1;
    handler.text?.(input.slice(at + 9, end));
    return end + 3;
  }
  if (input.length - at < 9) return -1;
  throw new SheetError('FILE_BROKEN');
}

function after(input: string, mark: string, from: number): number {
  const end = input.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** The ">" that ends a tag; one inside quotes does not. */
function tagEnd(input: string, from: number): number {
  let quote = 0;
  for (let at = from; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute, found by its whole name, prefix included. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1);
    const value =
      before <= 32 ? /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length)) : null;
    if (value) return decodeEntities(value[1] ?? value[2] ?? '');
    at = attributes.indexOf(name, at + 1);
  }
  return undefined;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return named[reference] ?? whole;
    const isHex = reference[1] === 'x' || reference[1] === 'X';
    const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
