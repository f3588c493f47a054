import { escapeXml } from '#platform/sheet/container/xml-text.ts';
import type { ZipPart } from '#platform/sheet/container/zip-writer.ts';
import { stylesXml } from './xlsx-styles.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** All parts of a workbook but its worksheets, which are xl/worksheets/sheet1.xml and so on. */
export function workbookParts(names: readonly string[]): ZipPart[] {
  const sheets = sheetNames(names);
  const part = (path: string, xml: string): ZipPart => ({ path, content: [DECLARATION + xml] });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (path: string, type: string) =>
    `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  const each = (xml: (name: string, number: number) => string) =>
    sheets.map((name, index) => xml(name, index + 1)).join('');

  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}` +
        `${override('xl/styles.xml', 'styles')}${each((_, n) => override(`xl/worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        `${each((name, n) => `<sheet name="${escapeXml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">` +
        `${each((_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`))}` +
        `${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`,
    ),
    part('xl/styles.xml', stylesXml),
  ];
}

/** Excel refuses some characters, more than 31 of them, and duplicate names. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((wanted, index) => {
    const plain =
      wanted
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `Sheet${index + 1}`;
    let name = plain.slice(0, 31);
    for (let again = 2; used.has(name.toLowerCase()); again++) name = `${plain.slice(0, 27)} (${again})`;
    used.add(name.toLowerCase());
    return name;
  });
}
