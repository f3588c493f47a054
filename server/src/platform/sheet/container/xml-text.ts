const MAX_CELL = 32_767;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes. Characters that XML forbids are removed, text longer than Excel allows is cut. */
export function escapeXml(text: string): string {
  const held = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;
  return (
    held
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be written
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      // "_x0041_" would be read back as "A".
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
  );
}
