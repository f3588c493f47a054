import { attribute, scanXml } from '#platform/sheet/container/xml-scanner.ts';
import { SMALL_PART_BYTES, type Zip } from '#platform/sheet/container/zip-reader.ts';
import { SheetError } from '../sheet-error.ts';

interface SheetInfo {
  name: string;
  isHidden: boolean;
  path: string;
}

export interface Workbook {
  sheets: SheetInfo[];
  is1904: boolean;
  sharedStringsPath: string | undefined;
  stylesPath: string | undefined;
}

/** Sheets in the order of their tabs; charts and macro sheets are left out. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const path = await findWorkbook(zip);
  const parts = await readRelations(zip, path);
  const target = (type: string) => [...parts.values()].find((part) => part.type === type)?.path;
  const workbook: Workbook = {
    sheets: [],
    is1904: false,
    sharedStringsPath: present(zip, target('sharedStrings')),
    stylesPath: present(zip, target('styles')),
  };
  await scanXml(zip.stream(path, SMALL_PART_BYTES), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const part = parts.get(relationId(attributes));
      if (part?.type !== 'worksheet') return;
      const state = attribute(attributes, 'state') ?? 'visible';
      workbook.sheets.push({
        name: attribute(attributes, 'name') ?? '',
        isHidden: state !== 'visible',
        path: part.path,
      });
    },
  });
  return workbook;
}

const present = (zip: Zip, path: string | undefined) =>
  path !== undefined && zip.has(path) ? path : undefined;

function relationId(attributes: string): string {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
}

async function findWorkbook(zip: Zip): Promise<string> {
  if (!zip.has('_rels/.rels')) throw new SheetError('FILE_TYPE_UNSUPPORTED');
  const parts = await readRelations(zip, '');
  const main = [...parts.values()].find((part) => part.type === 'officeDocument')?.path;
  if (main === undefined || !/workbook[^/]*\.xml$/i.test(main)) throw new SheetError('FILE_TYPE_UNSUPPORTED');
  if (!zip.has(main)) throw new SheetError('FILE_BROKEN');
  return main;
}

/** Relations of a part by id; the type is the last word of its address, the same in both editions of the format. */
async function readRelations(zip: Zip, part: string): Promise<Map<string, { type: string; path: string }>> {
  const folder = part.split('/').slice(0, -1);
  const path = [...folder, '_rels', `${part.split('/').at(-1)}.rels`].join('/');
  const relations = new Map<string, { type: string; path: string }>();
  if (!zip.has(path)) return relations;
  await scanXml(zip.stream(path, SMALL_PART_BYTES), {
    open(name, attributes) {
      const target = attribute(attributes, 'Target');
      if (name !== 'Relationship' || target === undefined) return;
      const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', { type, path: resolvePath(folder, target) });
    },
  });
  return relations;
}

function resolvePath(folder: string[], target: string): string {
  const path = target.startsWith('/') ? [] : [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
